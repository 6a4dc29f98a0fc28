"""The grammar of dates as people write them: periods, windows, open ends, nights, doubt.

A text is first cut into signs (`date_tokens`); single moments are read by `date_points`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from incidents.record.date_points import Point, back, read_point, settle, signs_of
from incidents.record.date_tokens import EXAMPLES, Named, Token
from incidents.record.date_words import UNITS
from incidents.record.dates import DateProblem, When, parse_edtf, span, window

_ONE_DAY = timedelta(days=1)


def understand(found: list[Token], reference: date) -> When:
    """What the signs mean, relative to the reference day. Raises DateProblem."""
    marks = {token.sign for token in found}
    some = next((token.value for token in found if token.sign == "K"), None)
    rest = _with_named_year([token for token in found if token.sign not in "~?VRK"], reference)
    if "R" in marks and rest and rest[-1].sign == "O":
        rest.pop()  # "5 May - ongoing"
    if not rest:
        raise DateProblem(f"That names no day. {EXAMPLES}")
    when = _read(rest, reference)
    if "R" in marks:
        when = parse_edtf(f"{when.edtf.partition('/')[0] or '..'}/..")
    if some is not None:
        when = _some(when, some)
    qualifier = "%" if {"~", "?"} <= marks else "~" if "~" in marks else "?" if "?" in marks else ""
    return _qualified(when, qualifier) if qualifier else when


def _read(found: list[Token], reference: date) -> When:
    for rule in (_open_ended, _between, _night, _recent):
        when = rule(found, reference)
        if when is not None:
            return when
    point = read_point(found)
    when = settle(point, reference) if point is not None else _period(found, reference)
    if when is None:
        said = " ".join(token.text for token in found if token.text)
        raise DateProblem(f"“{said}” was not understood as a date. {EXAMPLES}")
    return when


def _with_named_year(found: list[Token], reference: date) -> list[Token]:
    """ "1 May last year", "early last month": the year or month that is meant, written out."""
    for at in range(len(found) - 1):
        pair = {token.sign: token for token in found[at : at + 2]}
        if pair.keys() not in ({"L", "U"}, {"T", "U"}) or len(found) == 2:
            continue
        others = signs_of(found[:at] + found[at + 2 :])
        day = back(reference, 1 if "L" in pair else 0, unit := UNITS[pair["U"].value])
        if unit == "year" and set(others) & set("MSQP@"):
            return [*found[:at], Token("Y", day.year), *found[at + 2 :]]
        if unit == "month" and set(others) & set("DP"):
            return [*found[:at], Token("M", day.month - 1), Token("Y", day.year), *found[at + 2 :]]
    return found


def _some(when: When, some: int) -> When:
    """ "Some day in May 2022": 2022-05-XX; "some day in this time" (value 0) makes a period a window."""
    if when.precision == "month" and some == 1 and "/" not in when.edtf:
        return parse_edtf(f"{when.edtf}-XX")
    if when.precision == "year" and some in (1, 2) and "/" not in when.edtf:
        return parse_edtf(when.edtf + ("-XX-XX" if some == 1 else "-XX"))
    if some == 3 and when.start and when.end:
        year = f"{when.start.year:04}"
        for text in (f"{year[:3]}X", f"{year[:2]}XX"):
            unspecified = parse_edtf(text)
            if (unspecified.start, unspecified.end) == (when.start, when.end):
                return unspecified
    return window(when)


def _qualified(when: When, mark: str) -> When:
    text = "/".join(end if end in ("", "..") else end.rstrip("?~%") + mark for end in when.edtf.split("/"))
    return replace(when, edtf=text, qualifier=mark)


def _open_ended(found: list[Token], reference: date) -> When | None:
    """ "Since March", "until 5 May", "before 5 May", "on or after 5 May"."""
    sign = found[0].sign
    point = read_point(found[1:]) if sign in "AFEOXCabe" and read_point(found) is None else None
    if point is None:
        return None
    when = settle(point, reference)
    first, _, last = when.edtf.partition("/")
    last = last or first
    if sign in "XC":
        return _beside(when, after=sign == "C")
    text = {"A": f"{first}/..", "F": f"{first}/", "a": f"{first}/", "e": f"../{last}"}.get(sign, f"/{last}")
    return window(parse_edtf(text)) if sign in "ab" else parse_edtf(text)


def _beside(when: When, *, after: bool) -> When:
    """One moment strictly after or before a date."""
    edge = when.end if after else when.start
    if edge is None or edge in (date.min, date.max):
        raise DateProblem("A date must lie between the years 1 and 9999. Correct the year.")
    return window(parse_edtf(f"{edge + _ONE_DAY}/" if after else f"/{edge - _ONE_DAY}"))


def _between(found: list[Token], reference: date) -> When | None:
    """ "Between 1 and 5 March": one moment in between."""
    if found[0].sign != "B":
        return None
    when = _joined(found[1:], "NO", reference)
    return window(when) if when else None


def _period(found: list[Token], reference: date) -> When | None:
    """ "1-3 May", "from 28 April to 2 May 2022": activity over the whole time."""
    if found[0].sign in "AF":
        return _joined(found[1:], "O", reference)
    return _joined(found, "O", reference) or _neighbours(found, reference)


def _neighbours(found: list[Token], reference: date) -> When | None:
    """ "1 and 2 May": only days or months that follow each other are one period."""
    when = _joined(found, "N", reference)
    if when and when.start and when.end and (when.end - when.start).days == 1:
        return when
    return None


def _joined(found: list[Token], by: str, reference: date) -> When | None:
    for at in range(1, len(found) - 1):
        if found[at].sign in by:
            first, last = read_point(found[:at], half=True), read_point(found[at + 1 :], half=True)
            if first is not None and last is not None:
                return _whole(*_both_ends(first, last, reference))
    return None


def _whole(begin: When, end: When) -> When:
    """The period from the first day of one date to the last day of another, in the words of both."""
    first = begin.start.isoformat() if begin.start and "/" in begin.edtf else begin.edtf
    last = end.end.isoformat() if end.end and "/" in end.edtf else end.edtf
    return parse_edtf(f"{first}/{last}")


def _both_ends(first: Point, last: Point, reference: date) -> tuple[When, When]:
    """Settles both ends; an end without a year or month takes it from the other one."""
    if not isinstance(first, Named) or not isinstance(last, Named):
        end = settle(last, reference)
        return settle(first, end.start or reference), end
    left, right = first.filled_from(last), last.filled_from(first)
    if left.year is None:
        begun = settle(left, reference)
        year = begun.start.year if begun.start else reference.year
        left, right = replace(left, year=year), replace(right, year=year)
    over_new_year = (left.month or 0) > (right.month or 0) or (left.season or 0) > (right.season or 0)
    if over_new_year and left.year == right.year and left.year is not None:
        if last.year is None:
            right = replace(right, year=left.year + 1)
        elif first.year is None:
            left = replace(left, year=left.year - 1)
    return settle(left, reference), settle(right, reference)


def _night(found: list[Token], reference: date) -> When | None:
    """The night of 3 May lasts from 3 to 4 May; the Slavic "night on 4 May" is the same one."""
    signs = signs_of(found)
    if "I" not in signs and "J" not in signs:
        return None
    rest = [token for token in found if token.sign not in "IJ"]
    if signs in ("LI", "IL"):
        return window(span(back(reference, 1, "day"), reference), "day")
    point = read_point(rest)
    night = settle(point, reference) if point is not None else _period(rest, reference) if rest else None
    if night is None or night.start is None or night.end is None or night.precision != "day":
        raise DateProblem("Which night is meant? Write for example “night of 3 May 2022”.")
    if night.end != night.start:
        return window(night, "day") if night.end - night.start == _ONE_DAY else night
    first = back(night.start, 1, "day") if "J" in signs else night.start
    if first == date.max:
        raise DateProblem("A date must lie between the years 1 and 9999. Correct the year.")
    return window(span(first, first + _ONE_DAY), "day")


def _recent(found: list[Token], reference: date) -> When | None:
    """ "The last two weeks": up to the reference day."""
    if signs_of(found) not in ("LDU", "UDL", "DLU", "DUL"):
        return None
    count = next(token.value for token in found if token.sign == "D")
    unit = UNITS[next(token.value for token in found if token.sign == "U")]
    return span(back(reference, count, unit), reference)
