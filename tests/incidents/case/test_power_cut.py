"""A saved incident survives the end of the process at any moment, whole; one that was not saved leaves nothing.

A child saves incidents one after the other and tells each saved one; it is killed (SIGKILL) at a random moment.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.search import questions as ask
from incidents.search.filter import Filter

_CHILD = """
import sys
from incidents import operations as do
from incidents.case import Actor, Case
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft

case = Case.open(sys.argv[1], actor=Actor("Olena"))
number = int(sys.argv[2])
while True:
    number += 1
    case.perform(do.KeepDraft("entry", f"half-typed {number}"))
    print("draft", number, flush=True)
    claim = ClaimDraft(report=ReportDraft(title=f"Report {number}", publisher="Desk", text="words " * 50),
                       attributed_to="the mayor", reliability="B", credibility="2")
    case.perform(do.AddIncident(IncidentDraft(type="killing", date="2022-05-01", title=f"Number {number}",
                                              figures={"people": "3"}, claims=(claim,))))
    print("saved", number, flush=True)
"""


def killed_at_random(path: Path, first: int, chance: random.Random) -> tuple[list[int], int]:
    """Numbers of the incidents that the child said were saved, and of the last draft it said was kept."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(path), str(first)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told, saved, draft = 0, [], first
    stop_after = chance.randrange(3, 40)
    for line in child.stdout:
        word, number = line.split()
        told += 1
        if word == "saved":
            saved.append(int(number))
        else:
            draft = int(number)
        if told == stop_after:
            child.kill()  # goes on until the signal arrives, somewhere inside the next save
    child.wait()
    child.stdout.close()
    return saved, draft


def survive(tmp_path: Path, kills: int) -> None:
    path, chance = tmp_path / "case.vigil", random.Random(44)
    Case.create(path, actor=Actor("Olena")).close()
    acknowledged: set[str] = set()
    for _ in range(kills):
        saved, draft = killed_at_random(path, len(acknowledged) + 1000 * len(acknowledged), chance)
        acknowledged |= {f"Number {number}" for number in saved}
        with Case.open(path, actor=Actor("Olena")) as case:
            kept = case.read(ask.Incidents(Filter()))
            drafts = {d.key: d.content for d in case.read(ask.Drafts())}
            assert case.read(Checkup()).faults == ()
        assert acknowledged <= {incident.title for incident in kept}
        assert all(len(incident.claims) == 1 and incident.people for incident in kept), "none is half there"
        assert int(drafts["entry"].split()[-1]) >= draft
        acknowledged = {incident.title for incident in kept}


def test_nothing_that_was_saved_is_lost_and_nothing_is_half_written(tmp_path: Path) -> None:
    survive(tmp_path, kills=8)


@pytest.mark.slow
def test_two_hundred_power_cuts(tmp_path: Path) -> None:
    survive(tmp_path, kills=200)
