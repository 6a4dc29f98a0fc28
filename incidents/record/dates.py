"""Dates of incidents put together from their parts: days, windows of time, the keys of a JSON object.

`When` itself and its text form are in `edtf`; this module is the front door to both.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from incidents.record.codes import DATE_PRECISION
from incidents.record.edtf import RANK, UNDATED, DateProblem, When, days_in_month, parse_edtf

__all__ = [
    "UNDATED",
    "DateProblem",
    "When",
    "around_day",
    "days_in_month",
    "parse_edtf",
    "span",
    "when_from",
    "window",
    "window_precision",
]


def window_precision(start: date, end: date) -> str:
    """Precision code of "some day between these two", from the number of days."""
    days = (end - start).days + 1
    for code, most in (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366)):
        if days <= most:
            return code
    return "unknown"


def span(start: date, end: date, qualifier: str = "") -> When:
    """Activity from one day to another, both inclusive. Raises DateProblem when the end is first."""
    return parse_edtf(f"{start.isoformat()}{qualifier}/{end.isoformat()}{qualifier}")


def window(when: When, precision: str = "") -> When:
    """The same bounds as "one moment somewhere in between"; what goes on (an open end) stays a span."""
    if ".." in when.edtf:
        return when
    if when.start is None or when.end is None:
        return replace(when, kind="point", precision=precision or when.precision)
    wide = max(window_precision(when.start, when.end), when.precision, key=RANK.__getitem__)
    return replace(when, kind="point", precision=precision or wide)


def when_from(
    edtf: str = "",
    start: date | str | None = None,
    end: date | str | None = None,
    precision: str = "",
    kind: str = "",
) -> When:
    """A date put together from the keys of an incident's JSON, in which every part may be missing.

    A text wins; bounds beside it must agree with it. A day with a coarser precision ("2022-05-15", month) is
    widened to that week, month, quarter or year. Raises DateProblem.
    """
    first, last = _day(start), _day(end)
    if edtf.strip():
        when = parse_edtf(edtf)
        if (first and first != when.start) or (last and last != when.end):
            raise DateProblem(
                f"The date “{when.edtf}” and its first and last day ({first or '…'} to {last or '…'}) "
                "do not agree. Leave one of them out."
            )
    elif first or last:
        when = parse_edtf(f"{first or ''}/{last or ''}")
    else:
        when = UNDATED
    return _with_kind(_with_precision(when, precision, kind), kind, precision)


def _day(value: date | str | None) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    when = parse_edtf(value)
    if when.start is None or when.start != when.end or when.qualifier:
        raise DateProblem(f"“{value[:40]}” is not one day. Write it like 2022-05-01.")
    return when.start


def _with_precision(when: When, precision: str, kind: str) -> When:
    if not precision or precision == when.precision or not when.known:
        return when
    if precision not in DATE_PRECISION:
        raise DateProblem(f"“{precision[:40]}” is no precision of a date. Use {', '.join(DATE_PRECISION)}.")
    as_window = kind == "point" and "/" in when.edtf
    if RANK[precision] < RANK[when.precision]:
        raise DateProblem(f"“{when.edtf}” is not known to the {precision}. Leave the precision out.")
    if when.precision == "day" and "/" not in when.edtf and when.start and precision != "unknown":
        return around_day(when.start, precision, when.qualifier)
    return when if as_window else replace(when, precision=precision)


def around_day(day: date, precision: str, qualifier: str = "") -> When:
    """The calendar week (Monday to Sunday), month, quarter or year that holds a day."""
    if precision == "day":
        return parse_edtf(day.isoformat() + qualifier)
    if precision == "month":
        return parse_edtf(f"{day.year:04}-{day.month:02}{qualifier}")
    if precision == "quarter":
        month = (day.month - 1) // 3 * 3 + 1
        text = f"{day.year:04}-{month:02}{qualifier}/{day.year:04}-{month + 2:02}{qualifier}"
        return window(parse_edtf(text), "quarter")
    if precision == "year":
        return parse_edtf(f"{day.year:04}{qualifier}")
    monday = date.fromordinal(max(1, day.toordinal() - day.weekday()))
    sunday = date.fromordinal(min(date.max.toordinal(), monday.toordinal() + 6))
    return window(span(monday, sunday, qualifier), "week")


def _with_kind(when: When, kind: str, precision: str) -> When:
    if not kind or not when.known:
        return when
    if kind not in ("point", "span"):
        raise DateProblem(f"“{kind[:40]}” is no kind of date. Use point (one moment) or span (a period).")
    if kind == when.kind:
        return when
    if kind == "span":
        return replace(when, kind="span")
    return window(when, precision)
