"""The filter in words, for the window, the briefing's masthead and the command line."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from incidents.record.codes import TYPES, VERIFICATION
from incidents.search.filter import Filter, Period

_BASIS = {"occurred": "occurring", "reported": "reported", "entered": "entered in the case"}


class Names(Protocol):
    """Who knows what a region code is called; `incidents.places.Gazetteer` does."""

    def label(self, code: str) -> str:
        """ "Kharkiv Oblast, Ukraine"."""


def describe(wanted: Filter, names: Names) -> str:
    """One sentence without a full stop: "Incidents in Kharkiv, Ukraine, occurring 25 April – 3 May 2022"."""
    parts = []
    places = [names.label(code) for code in wanted.regions] + [
        f"the box {b.west:g}, {b.south:g} to {b.east:g}, {b.north:g}" for b in wanted.boxes
    ]
    if places:
        parts.append("in " + _either(places))
    if wanted.period:
        parts.append(describe_period(wanted.period))
    if wanted.types:
        parts.append("of type " + _either([TYPES[code].label.lower() for code in wanted.types]))
    if wanted.statuses:
        parts.append("with status " + _either([VERIFICATION[code].label.lower() for code in wanted.statuses]))
    if wanted.min_grade:
        parts.append(f"graded {wanted.min_grade} or better")
    if wanted.sources:
        parts.append("told by " + _either(list(wanted.sources)))
    if wanted.text:
        parts.append(f"with the words “{wanted.text}”")
    return "Incidents " + ", ".join(parts) if parts else "All incidents of the case"


def describe_period(period: Period) -> str:
    """The period with its rule: "occurring (at least in part) 25 April – 3 May 2022"."""
    rule = ""
    if period.basis == "occurred":
        rule = " at least in part" if period.rule == "overlap" else " entirely"
    return f"{_BASIS[period.basis]}{rule} {days(period.start, period.end)}"


def days(start: date | None, end: date | None) -> str:
    """Days in words: "from 25 April to 3 May 2022", "on 1 May 2022", "since ...", "until ..."."""
    if start and end:
        if start == end:
            return f"on {_day(start)}"
        first = f"{start.day} {start:%B}" if start.year == end.year else _day(start)
        return f"from {first} to {_day(end)}"
    if start:
        return f"since {_day(start)}"
    return f"until {_day(end)}" if end else "at any time"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
