"""vigil intake: reports into the inbox of a case, with what was found in them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.commands.common import open_case
from desktop.commands.days import day_of
from desktop.commands.exits import Exit, WrongCall
from desktop.commands.terminal import as_json, cell, complain, say
from desktop.commands.told import Told
from incidents.errors import Refused
from reports.intake import KNOWN, NEW_VERSION, REFUSED, TAKEN, UNREADABLE, About, Item, Summary, take_in

_WORDS = {
    TAKEN: "taken in",
    NEW_VERSION: "new version",
    KNOWN: "there already",
    UNREADABLE: "not readable",
    REFUSED: "not taken in",
}
_MOST_NAMED = 2000


def intake(options: argparse.Namespace) -> int:
    """Take the files in and print what became of each; fails when one could not be taken in."""
    about = About(
        publisher=options.publisher,
        published=day_of(options.published, "intake"),
        language=options.language.strip().lower(),
    )
    with open_case(options) as case:
        try:
            summary = take_in(case, [Path(name) for name in options.files], about=about, progress=Told())
        except Refused as error:  # what was said of the reports cannot be
            raise WrongCall(f"vigil intake: {error}") from error
    if options.json:
        print(as_json(_as_json(summary)))
    else:
        for item in summary.items:
            _tell(item)
        say(summary.sentence)
    return _ended(summary)


def _ended(summary: Summary) -> int:
    refused = [item for item in summary.items if item.outcome == REFUSED]
    if not refused:
        return Exit.DONE
    more = f" {len(refused) - 1:,} more could not be taken in either." if len(refused) > 1 else ""
    complain(f"{refused[0].why[:_MOST_NAMED]}{more}")
    return Exit.FAILED


def _tell(item: Item) -> None:
    parts = [f"{_WORDS[item.outcome]:<13}", cell(item.name, 60)]
    if item.outcome in (TAKEN, NEW_VERSION):
        parts.append("1 suggestion" if item.suggestions == 1 else f"{item.suggestions:,} suggestions")
    if item.outcome == NEW_VERSION:
        parts.append(f"{item.share} % as before")
    if item.outcome == KNOWN:
        parts.append(f"“{cell(item.title, 60)}”")
    print("  ".join(parts).rstrip())
    if item.why:
        print(f"    {cell(item.why, 160)}")


def _as_json(summary: Summary) -> dict[str, Any]:
    return {
        "taken": summary.count(TAKEN),
        "new_versions": summary.count(NEW_VERSION),
        "known": summary.count(KNOWN),
        "unreadable": summary.count(UNREADABLE),
        "refused": summary.count(REFUSED),
        "suggestions": summary.suggestions,
        "items": [
            {
                "name": item.name,
                "outcome": item.outcome,
                "report": str(item.report) if item.report else None,
                "title": item.title,
                "share": item.share,
                "suggestions": item.suggestions,
                "why": item.why or None,
            }
            for item in summary.items
        ],
    }
