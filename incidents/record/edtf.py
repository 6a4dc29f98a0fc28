"""EDTF text and what it means: the value `When` and the parser for ISO 8601-2 level 0 and 1.

Bounds are strict and never padded: an unknown or open end is None.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from incidents.errors import VigilError
from incidents.record.codes import DATE_PRECISION


@dataclass(frozen=True, slots=True)
class When:
    """A date, period or window of time, as precisely as it is known.

    Attributes:
        edtf: canonical EDTF text; empty when nothing is known.
        start, end: first and last possible day, both inclusive; None when open or unknown.
        kind: "point" (one moment somewhere in the window) or "span" (activity over the whole window).
        precision: a code of DATE_PRECISION: day, week, month, quarter, year, unknown.
        qualifier: "", "?" (uncertain), "~" (approximate) or "%" (both).
        ongoing: true only for an open end ("2022-03/..").
    """

    edtf: str = ""
    start: date | None = None
    end: date | None = None
    kind: str = "point"
    precision: str = "unknown"
    qualifier: str = ""
    ongoing: bool = False

    @property
    def known(self) -> bool:
        """True when at least one bound is known; otherwise the incident is undated."""
        return self.start is not None or self.end is not None

    @property
    def first_day(self) -> date | None:
        """First day for filtering: date.min when only the end is known, None when undated."""
        return self.start if self.start or not self.known else date.min

    @property
    def last_day(self) -> date | None:
        """Last day for filtering: an unknown end ends at its start, an ongoing one never (date.max)."""
        if self.end is not None or not self.known:
            return self.end
        return date.max if self.ongoing else self.start


UNDATED = When()


class DateProblem(VigilError):
    """A date that cannot be; the sentence says why and what to write."""


# Fineness order; a day is the finest.
RANK = {code: rank for rank, code in enumerate(DATE_PRECISION)}
# First month of the EDTF seasons 21-24 on the northern hemisphere; winter runs into the next year.
_SEASON_START = {"21": 3, "22": 6, "23": 9, "24": 12}
_END = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_SHAPE = re.compile(
    r"(?:\.\.|[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?)?(?:/(?:\.\.|[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?)?)?", re.ASCII
)
_NOTHING = re.compile(r"(?:XXXX(?:-XX){0,2}|\.\./\.\.|\.\./|/\.\.|/)?")
_EXAMPLES = "Write for example 2022-05-01, 2022-05, 2022 or 2022-05-01/2022-05-03."


@dataclass(frozen=True, slots=True)
class _End:
    """One end of an interval, or a whole date: canonical text, bounds, precision, qualifier."""

    text: str
    start: date
    end: date
    precision: str
    qualifier: str = ""
    expanded: bool = False


def days_in_month(year: int, month: int) -> int:
    """Number of days of a month."""
    return calendar.monthrange(year, month)[1]


def looks_like_edtf(text: str) -> bool:
    """True for text that only EDTF could mean, right or wrong: digits, X, -, /, .. and qualifiers."""
    return bool(_SHAPE.fullmatch(text.upper()))


def parse_edtf(text: str) -> When:
    """The date that EDTF level 0 or 1 text means; empty text and "XXXX" are UNDATED.

    Seasons (2022-21 to 2022-24) become explicit months of the northern hemisphere; "2022-24" is December
    2022 to February 2023, because ISO 8601-2 orders winter last. Raises DateProblem.
    """
    said = text.strip()
    if _NOTHING.fullmatch(said.upper()):
        return UNDATED
    if len(said) > 40:
        raise DateProblem(f"“{said[:40]}…” is not a date. {_EXAMPLES}")
    if "/" not in said:
        return _single(_parse_end(said))
    first, _, last = said.partition("/")
    return _interval(first, last)


def _single(end: _End) -> When:
    return When(end.text, end.start, end.end, "point", end.precision, end.qualifier)


def _interval(first: str, last: str) -> When:
    left = None if first in ("", "..") else _interval_end(first)
    right = None if last in ("", "..") else _interval_end(last)
    if left and right and left.start > right.end:
        raise DateProblem(
            f"The end ({right.text}) is before the start ({left.text}). Put the earlier date first."
        )
    ends = [end for end in (left, right) if end]
    if left and right and left == right and left.precision == "day":
        return _single(left)
    qualifiers = {mark for end in ends for mark in ("?~" if end.qualifier == "%" else end.qualifier)}
    return When(
        edtf=f"{left.text if left else first}/{right.text if right else last}",
        start=left.start if left else None,
        end=right.end if right else None,
        kind="span",
        precision=max((end.precision for end in ends), key=RANK.__getitem__),
        qualifier="%" if len(qualifiers) == 2 else "".join(qualifiers),
        ongoing=last == "..",
    )


def _interval_end(text: str) -> _End:
    end = _parse_end(text)
    if end.expanded:
        raise DateProblem(f"“{text}” is a season; in a period, write its first and last month instead.")
    return end


def _parse_end(text: str) -> _End:
    found = _END.fullmatch(text.upper())
    if not found:
        raise DateProblem(f"“{text}” is not a date. {_EXAMPLES}")
    text = found[0]
    year, month, day, qualifier = found["year"], found["month"], found["day"], found["qualifier"]
    if year == "0000":
        raise DateProblem(f"“{text}” has the year 0, which does not exist. Write a year from 0001 to 9999.")
    if "X" in year:
        if month:
            raise DateProblem(f"“{text}” names a month but not the year. Write the year, or only the decade.")
        low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
        return _End(text, date(low, 1, 1), date(high, 12, 31), "unknown", qualifier)
    if not month or (month == "XX" and day in (None, "XX")):
        return _End(text, date(int(year), 1, 1), date(int(year), 12, 31), "year", qualifier)
    if month == "XX":
        raise DateProblem(f"“{text}” names a day but not the month. Write the month, or leave the day out.")
    if month in _SEASON_START and not day:
        return _season(int(year), month, qualifier)
    return _in_month(text, int(year), int(month), day, qualifier)


def _in_month(text: str, year: int, month: int, day: str | None, qualifier: str) -> _End:
    if not 1 <= month <= 12:
        raise DateProblem(f"“{text}” has no possible month: months go from 01 to 12. {_EXAMPLES}")
    length = days_in_month(year, month)
    if day is None or day == "XX":
        return _End(text, date(year, month, 1), date(year, month, length), "month", qualifier)
    if not 1 <= int(day) <= length:
        raise DateProblem(impossible_day(year, month, int(day)))
    return _End(text, date(year, month, int(day)), date(year, month, int(day)), "day", qualifier)


def impossible_day(year: int, month: int, day: int) -> str:
    """The sentence for a day that its month does not have."""
    name = calendar.month_name[month]
    length = days_in_month(year, month)
    return f"There is no day {day} in {name} {year}: it has {length} days. Correct the day."


def _season(year: int, code: str, qualifier: str) -> _End:
    month = _SEASON_START[code]
    last_year, last_month = (year + 1, 2) if month == 12 else (year, month + 2)
    if last_year > 9999:
        raise DateProblem("A date may not lie after the year 9999.")
    end = date(last_year, last_month, days_in_month(last_year, last_month))
    text = f"{year:04}-{month:02}{qualifier}/{last_year:04}-{last_month:02}{qualifier}"
    return _End(text, date(year, month, 1), end, "quarter", qualifier, expanded=True)
