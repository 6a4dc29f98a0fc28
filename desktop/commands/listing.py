"""vigil list: incidents of a filter, and the count and totals of all of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from desktop.commands.common import filter_of, open_case
from desktop.commands.exits import Exit
from incidents.places import Gazetteer
from incidents.record.wire import to_json
from incidents.search import questions as ask
from incidents.search.columns import COLUMNS
from incidents.search.describe import describe
from incidents.search.results import Row
from incidents.search.tally import Group, Tally
from incidents.search.telling import tell_tally

_SHOWN = ("ref", "date", "type", "place", "people", "status", "grade", "title")
_WIDEST = 40


def list_incidents(options: argparse.Namespace) -> int:
    """Print the incidents, then what they add up to."""
    with open_case(options, read_only=True) as case:
        wanted = filter_of(options, case)
        counted = case.read(ask.Tally(wanted))
        if options.json:
            incidents = case.read(ask.Incidents(wanted))
            print(json.dumps(_as_json(counted, incidents), ensure_ascii=False, indent=1))
            return Exit.DONE
        rows = case.read(ask.Rows(case.read(ask.Ids(wanted))))
        for line in _table(rows):
            print(line)
        print(f"\n{describe(wanted, Gazetteer.shipped())}.")
        for line in tell_tally(counted):
            print(line)
    return Exit.DONE


def _table(rows: Sequence[Row]) -> list[str]:
    columns = [column for name in _SHOWN for column in COLUMNS if column.key == name]
    cells = [[column.label for column in columns]] + [[_cell(c.text(row)) for c in columns] for row in rows]
    widths = [max(len(line[n]) for line in cells) for n in range(len(columns))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


def _as_json(counted: Tally, incidents: Sequence[Any]) -> dict[str, Any]:
    left_out = {
        reason: {"count": number, "refs": list(counted.left_out.refs.get(reason, ()))}
        for reason, number in counted.left_out.counts.items()
    }
    totals = {
        "headline": _group(counted.headline),
        "under_review": _group(counted.under_review),
        "by_status": dict(counted.by_status),
        "no_figure": counted.no_figure,
        "no_date": counted.no_date,
        "no_place": counted.no_place,
    }
    return {
        "count": counted.count,
        "totals": totals,
        "left_out": left_out,
        "incidents": [to_json(incident) for incident in incidents],
    }


def _group(group: Group) -> dict[str, Any]:
    sums = [
        {"of": key.kind, "unit": key.unit, "measure": key.measure, **asdict(total)}
        for key, total in group.sums.items()
    ]
    return {"incidents": group.incidents, "without_figure": group.without_figure, "sums": sums}
