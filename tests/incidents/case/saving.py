"""Saves incidents without end and says so on a pipe, one line each; run by test_power_cut.py in a process of its own.

`python -m tests.incidents.case.saving CASE ROUND` opens the case, saves some, closes it, and begins again. A line is
written only when the save has returned: from then on nothing may be lost.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import count

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft

STORY = "Вони вийшли з міста колоною автобусів. " * 40
SAVED_BEFORE_CLOSING = 6


def draft(name: str) -> IncidentDraft:
    """An incident whose every part carries its name, so that half of it would be noticed."""
    claims = tuple(
        ClaimDraft(
            report=ReportDraft(
                title=f"{name} {which}", publisher=f"Desk {which}", text=f"{name} {which} {STORY}"
            ),
            quote=f"{name} {which}",
            reliability="B",
            credibility="2",
            figures={"people": "more than 100"},
        )
        for which in ("first", "second")
    )
    return IncidentDraft(
        type="evacuation", title=name, narrative=f"{name} {STORY}", place_text="Mariupol", date="1 May 2022",
        tags=(name.lower(),), claims=claims,
    )  # fmt: skip


def tell(**told: object) -> None:
    """One line on the pipe, whole or not at all."""
    os.write(1, json.dumps(told).encode() + b"\n")


def main(path: str, which_round: str) -> None:
    """Save until somebody pulls the plug."""
    tell(ready=True)
    numbers = count()
    while True:
        with Case.open(path, actor=Actor("Olena")) as case:
            for _ in range(SAVED_BEFORE_CLOSING):
                name = f"R{which_round}-{next(numbers)}"
                case.perform(do.KeepDraft("entry", json.dumps({"title": name})))
                tell(typed=name)
                uid = case.perform(do.AddIncident(draft(name))).value
                tell(saved=name, id=str(uid))


if __name__ == "__main__":
    main(*sys.argv[1:])
