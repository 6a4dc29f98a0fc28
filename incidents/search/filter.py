"""The one filter: what the window, the command line, exports and briefings select incidents by.

Repeating a condition widens it (or), different conditions narrow it (and). `write` gives the filter as one
line of text, `parse` reads it back: parse(write(f)) == f. Withdrawn incidents are shown only when the
status "withdrawn" is asked for by name.
"""

from __future__ import annotations

import math
import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from incidents.errors import VigilError
from incidents.record.codes import CREDIBILITY, RELIABILITY, TYPES, VERIFICATION
from incidents.record.place import Box

BASES = {"occurred": "occurred", "reported": "reported", "entered": "entered"}
RULES = {"overlap": "overlaps the period", "inside": "lies entirely inside the period"}


class FilterProblem(VigilError):
    """A filter that cannot be read; the sentence names the part and what is possible."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both inclusive, None for no bound on that side.

    basis: which date is meant: when it occurred, was reported (earliest report) or was entered in the case.
    rule: an incident counts when its dates "overlap" the period, or only when they lie "inside" it.
    """

    start: date | None = None
    end: date | None = None
    basis: str = "occurred"
    rule: str = "overlap"

    def __post_init__(self) -> None:
        if self.basis not in BASES:
            raise FilterProblem(f"“{self.basis}” is no date to filter by; use occurred, reported or entered.")
        if self.rule not in RULES:
            raise FilterProblem(f"“{self.rule}” is no rule for periods; use overlap or inside.")
        if self.start and self.end and self.end < self.start:
            raise FilterProblem(f"The period ends ({self.end}) before it starts ({self.start}).")

    @property
    def bounded(self) -> bool:
        """True when at least one side has a bound."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which incidents are meant. Empty conditions do not narrow.

    Attributes:
        regions: region codes ("UKR", "UA-63", "area:donbas", "place:<uuid>").
        boxes: rectangles on the map.
        period: days and what they mean.
        types: incident type codes; an incident is taken by its primary or a secondary type.
        statuses: verification codes.
        min_grade: "B2" takes grades with reliability A-B and credibility 1-2; F and 6 are not rated and never taken.
        sources: source names, matched whole.
        text: words that must all occur, each at least as the beginning of one, numbers whole;
            "quoted words" whole and in sequence.
    """

    regions: tuple[str, ...] = ()
    boxes: tuple[Box, ...] = ()
    period: Period | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    min_grade: str = ""
    sources: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        _known(self.types, TYPES, "incident type")
        _known(self.statuses, VERIFICATION, "status")
        if self.min_grade:
            check_grade(self.min_grade)
        if self.period is not None and not self.period.bounded:
            object.__setattr__(self, "period", None)

    @property
    def empty(self) -> bool:
        """True when the filter takes every incident that is not withdrawn."""
        return self == Filter()


def check_grade(grade: str) -> None:
    """Refuse a minimum grade that is not a letter A-E and a digit 1-5."""
    if len(grade) != 2 or grade[0] not in "ABCDE" or grade[1] not in "12345":
        assert set("ABCDE") < set(RELIABILITY) and set("12345") < set(CREDIBILITY)
        raise FilterProblem(
            f"“{grade}” is no grade to ask for; use a letter A–E and a digit 1–5, such as B2."
        )


def _known(codes: tuple[str, ...], table: Mapping[str, object], noun: str) -> None:
    for code in codes:
        if code not in table:
            raise FilterProblem(f"“{code}” is no {noun}; known are {', '.join(table)}.")


_PLAIN = re.compile(r"[^\s\"'\\]+")


def _quoted(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else shlex.quote(value)


def write(wanted: Filter) -> str:
    """The filter as one line: 'region:UA-63 period:2022-04-25..2022-05-03 type:detention text:"word"'."""
    words = [("region", code) for code in wanted.regions]
    words += [("within", ",".join(repr(n) for n in (b.west, b.south, b.east, b.north))) for b in wanted.boxes]
    if wanted.period:
        days = f"{wanted.period.start or ''}..{wanted.period.end or ''}"
        words.append(("period", days))
        if wanted.period.basis != "occurred":
            words.append(("basis", wanted.period.basis))
        if wanted.period.rule != "overlap":
            words.append(("rule", wanted.period.rule))
    words += [("type", code) for code in wanted.types] + [("status", code) for code in wanted.statuses]
    words += [("grade", wanted.min_grade)] if wanted.min_grade else []
    words += [("source", name) for name in wanted.sources]
    words += [("text", wanted.text)] if wanted.text else []
    return " ".join(f"{key}:{_quoted(value)}" for key, value in words)


def parse(line: str) -> Filter:
    """Read a filter that `write` wrote; raises FilterProblem with the part that cannot be read."""
    try:
        words = shlex.split(line)
    except ValueError:
        raise FilterProblem("The filter has a quotation mark that is never closed.") from None
    wanted, period = Filter(), {}
    for word in words:
        key, colon, value = word.partition(":")
        if not colon or key not in _READERS:
            raise FilterProblem(f"“{word}” is no condition; conditions are {', '.join(_READERS)}.")
        if key in ("period", "basis", "rule"):
            period[key] = value
        else:
            wanted = _READERS[key](wanted, value)
    return replace(wanted, period=_read_period(period)) if period else wanted


def read_box(value: str) -> Box:
    """Read "W,S,E,N" in degrees; raises FilterProblem when it is not a rectangle on the globe."""
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        raise FilterProblem(
            f"“{value}” is no rectangle; write W,S,E,N in degrees: 35.0,48.5,39.0,50.5."
        ) from None
    if not all(map(math.isfinite, (west, south, east, north))) or not (
        -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    ):
        raise FilterProblem(f"“{value}” lies off the globe, or its south is north of its north.")
    return Box(west, south, east, north)


def read_day(text: str, noun: str = "day") -> date:
    """Read YYYY-MM-DD; raises FilterProblem."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FilterProblem(f"“{text}” is no {noun}; write it as 2022-05-01.") from None


def _read_period(parts: dict[str, str]) -> Period:
    start, dots, end = parts.get("period", "..").partition("..")
    if not dots:
        end = start
    days = [read_day(text) if text else None for text in (start, end)]
    return Period(days[0], days[1], parts.get("basis", "occurred"), parts.get("rule", "overlap"))


def _appended(name: str) -> Callable[[Filter, str], Filter]:
    def read(wanted: Filter, value: str) -> Filter:
        more: dict[str, Any] = {name: (*getattr(wanted, name), value)}
        return replace(wanted, **more)

    return read


def _once(name: str) -> Callable[[Filter, str], Filter]:
    def read(wanted: Filter, value: str) -> Filter:
        if getattr(wanted, name):
            raise FilterProblem(
                f"The filter has two conditions for {name.replace('_', ' ')}; one is possible."
            )
        once: dict[str, Any] = {name: value}
        return replace(wanted, **once)

    return read


_READERS: dict[str, Callable[[Filter, str], Filter]] = {
    "region": _appended("regions"),
    "within": lambda wanted, value: replace(wanted, boxes=(*wanted.boxes, read_box(value))),
    "period": _once("period"),
    "basis": _once("period"),
    "rule": _once("period"),
    "type": _appended("types"),
    "status": _appended("statuses"),
    "grade": _once("min_grade"),
    "source": _appended("sources"),
    "text": _once("text"),
}
