"""Says a date in plain English, in words that `understand_date` understands again."""

from __future__ import annotations

from datetime import date

from incidents.record.date_points import WEEKDAYS
from incidents.record.date_tokens import MONTHS
from incidents.record.dates import When, parse_edtf

_SOME_DAY = " (some day in this time)"


def describe_date(when: When) -> str:
    """ "Sunday 1 May 2022", "1–3 May 2022", "since 1 March 2022, ongoing", "date not known"."""
    if not when.known:
        return "date not known"
    uncertain = " (uncertain)" if when.qualifier in ("?", "%") else ""
    said = _open(when) if when.start is None or when.end is None else _closed(when)
    return ("about " if when.qualifier in ("~", "%") else "") + said + uncertain


def _closed(when: When) -> str:
    assert when.start and when.end
    first, _, last = when.edtf.partition("/")
    if not last:
        return _single(first.rstrip("?~%"), when.start, plain_day=bool(when.qualifier))
    if when.kind == "point" and when.precision == "day" and (when.end - when.start).days == 1:
        return "night of " + _period(when.start.isoformat(), when.end.isoformat())
    return _period(first.rstrip("?~%"), last.rstrip("?~%")) + (_SOME_DAY if when.kind == "point" else "")


def _open(when: When) -> str:
    first, _, last = when.edtf.partition("/")
    if when.start is not None:
        start = _end(first)
        if when.ongoing:
            return f"since {start}, ongoing"
        return f"on or after {start}" if when.kind == "point" else f"from {start} (end not known)"
    end = _end(last)
    if when.kind == "point":
        return f"on or before {end}"
    return f"any time until {end}" if first == ".." else f"until {end} (start not known)"


def _end(text: str) -> str:
    when = parse_edtf(text.rstrip("?~%"))
    assert when.start
    return _single(when.edtf, when.start, plain_day=True)


def _single(text: str, start: date, *, plain_day: bool) -> str:
    parts = text.split("-")
    if "X" in parts[0]:
        low, high = parts[0].replace("X", "0"), parts[0].replace("X", "9")
        return f"some year in {max(low, '0001')}–{high}"
    if len(parts) == 1:
        return f"{start.year:04}"
    if parts[-1] == "XX":
        if parts[1] == "XX":
            return f"some {'day' if len(parts) == 3 else 'month'} in {start.year:04}"
        return f"some day in {_month(start)}"
    if len(parts) == 2:
        return _month(start)
    return _day(start) if plain_day else f"{WEEKDAYS[start.weekday()]} {_day(start)}"


def _period(first: str, last: str) -> str:
    """Both ends with what they share said once: "1–3 May 2022", "28 April – 2 May 2022"."""
    left, right = first.split("-"), last.split("-")
    if len(left) == len(right) == 1 and "X" not in first + last:
        return f"{first}–{last}"
    if "X" in first + last or len(left) != len(right):
        return f"{_end(first)} – {_end(last)}"
    start, end = parse_edtf(first).start, parse_edtf(last).start
    assert start and end
    if start.year != end.year or first == last:
        return f"{_end(first)} – {_end(last)}"
    if len(left) == 2:
        return f"{MONTHS[start.month - 1]}–{_month(end)}"
    if start.month == end.month:
        return f"{start.day}–{_day(end)}"
    return f"{start.day} {MONTHS[start.month - 1]} – {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year:04}"
