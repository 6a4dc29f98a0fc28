"""vigil extract: suggestions found in reports, as JSON or told in lines; no case is needed."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop.commands.days import day_of
from desktop.commands.exits import Exit
from desktop.commands.terminal import as_json, cell, one_line, say


def extract(options: argparse.Namespace) -> int:
    """Print what was found in every file, in the order of the call."""
    published = day_of(options.published, "extract")
    found: list[dict[str, Any]] = []
    for name in options.files:
        made = _in_file(Path(name), published, options)
        found += [{"file": name, **one} for one in made] if len(options.files) > 1 else made
    if options.json:
        say(as_json(found))
    else:
        for one in found:
            _tell(one)
        say(
            f"{len(found)} suggestions. Nothing was saved; vigil intake CASE FILE keeps them with the report."
        )
    return Exit.DONE


def _in_file(path: Path, published: date | None, options: argparse.Namespace) -> list[dict[str, Any]]:
    from reports.extraction import suggest
    from reports.extraction.wire import suggestion_out
    from reports.reading import read

    document = read(path)
    found = suggest(
        document.text,
        published=published or document.published,
        language=options.language or document.language,
    )
    return [suggestion_out(one, document.text) for one in found]


def _tell(one: dict[str, Any]) -> None:
    low, high = one["people_min"], one["people_max"]
    people = (
        ""
        if low is None and high is None
        else f"{'?' if low is None else low}-{'?' if high is None else high}"
    )
    parts = [
        one["type"],
        one["date_edtf"] or "no date",
        one["place"] or "no place",
        people,
        one["claimed_by"] or "",
    ]
    say("  ".join(cell(part, 40) for part in parts if part))
    say(f"    {one_line(one['evidence'][0], 100)}")
