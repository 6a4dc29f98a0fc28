"""vigil list: incidents of a filter, and the count and totals of all of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from desktop.commands.common import Names, filter_of, open_case, own_places
from desktop.commands.exits import Exit
from desktop.commands.terminal import as_json, cell, say, width
from incidents.case.writer import Reader
from incidents.record.incident import Incident
from incidents.record.wire import to_json
from incidents.search import questions as ask
from incidents.search.columns import COLUMNS
from incidents.search.describe import describe
from incidents.search.filter import Filter
from incidents.search.results import Row
from incidents.search.tally import Group, Tally
from incidents.search.telling import tell_tally

_SHOWN = ("ref", "date", "type", "place", "people", "status", "grade", "title")
_WIDEST = 40


def list_incidents(options: argparse.Namespace) -> int:
    """Print the incidents, then what they add up to."""
    with open_case(options, read_only=True) as case:
        own = own_places(case)
        wanted = filter_of(options, own)
        if options.json:
            counted, incidents = case.read(_CountedWhole(wanted))
            print(as_json(_as_json(counted, incidents)))
            return Exit.DONE
        counted, rows = case.read(_CountedRows(wanted))
    for line in _table(rows):
        print(line)
    print()
    say(f"{describe(wanted, Names(own))}.")
    for line in tell_tally(counted):
        say(line)
    return Exit.DONE


@dataclass(frozen=True, slots=True)
class _CountedRows:
    """The count and the rows of one filter from one moment of the case."""

    wanted: Filter

    def __call__(self, reader: Reader) -> tuple[Tally, list[Row]]:
        return ask.Tally(self.wanted)(reader), ask.Rows(ask.Ids(self.wanted)(reader))(reader)


@dataclass(frozen=True, slots=True)
class _CountedWhole:
    """The count and the whole incidents of one filter from one moment of the case."""

    wanted: Filter

    def __call__(self, reader: Reader) -> tuple[Tally, list[Incident]]:
        return ask.Tally(self.wanted)(reader), ask.Incidents(self.wanted)(reader)


def _table(rows: Sequence[Row]) -> list[str]:
    columns = [column for name in _SHOWN for column in COLUMNS if column.key == name]
    cells = [[column.label for column in columns]]
    cells += [[cell(column.text(row), _WIDEST) for column in columns] for row in rows]
    widths = [max(width(line[n]) for line in cells) for n in range(len(columns))]
    return ["  ".join(map(_padded, line, widths)).rstrip() for line in cells]


def _padded(text: str, wide: int) -> str:
    return text + " " * (wide - width(text))


def _as_json(counted: Tally, incidents: Sequence[Incident]) -> dict[str, Any]:
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
