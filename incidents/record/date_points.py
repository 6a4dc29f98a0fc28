"""One moment as people name it: a calendar day, a month, a part of a month, a day counted from today.

Vigil's own choices: early, mid and late are days 1-10, 11-20 and 21-end of a month, or the thirds of a year;
weeks run from Monday to Sunday; a date without its year is the last one that began by the reference day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from incidents.record.date_tokens import EXAMPLES, MONTHS, Named, Token
from incidents.record.date_words import UNITS
from incidents.record.dates import DateProblem, When, around_day, days_in_month, parse_edtf, span, window

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CUTS = ("early", "mid", "late")
_OUT_OF_TIME = "A date must lie between the years 1 and 9999. Correct the year."
Values = Mapping[str, Token]


@dataclass(frozen=True, slots=True)
class Relative:
    """A date that only the reference day makes known: "last Sunday", "two days ago"."""

    on: Callable[[date], When]


Point = Named | Relative


def signs_of(found: Sequence[Token]) -> str:
    """The signs as one word, for patterns."""
    return "".join(token.sign for token in found)


def read_point(found: Sequence[Token], *, half: bool = False) -> Point | None:
    """One date out of these signs, or None; with `half` also "1" as in "1-3 May"."""
    signs = signs_of(found)
    for pattern, make in _PATTERNS + _HALF if half else _PATTERNS:
        if pattern.fullmatch(signs):
            values: dict[str, Token] = {}
            for token in found:
                values["Y2" if token.sign == "Y" and "Y" in values else token.sign] = token
            return make(values)
    return None


def settle(point: Point, reference: date) -> When:
    """The date with everything it lacks filled in from the reference day. Raises DateProblem."""
    if isinstance(point, Relative):
        return point.on(reference)
    if point.day is not None and not point.month:
        raise DateProblem(f"Which month is meant by day {point.day}? Write it like 1 May 2022.")
    if point.year is not None:
        return _in_year(point, point.year)
    for year in range(reference.year, max(0, reference.year - 9), -1):
        if point.month == 2 and point.day == 29 and days_in_month(year, 2) == 28:
            continue
        when = parse_edtf(f"{year:04}-24") if point.season == 3 else _in_year(point, year)
        if when.start and when.start <= reference:
            return when
    raise DateProblem(f"The year is missing. {EXAMPLES}")


def back(day: date, count: int, unit: str) -> date:
    """The day that lies so many days, weeks, months, quarters or years before."""
    if unit in ("day", "week", "weekend"):
        number = day.toordinal() - count * (1 if unit == "day" else 7)
        if number < 1:
            raise DateProblem(_OUT_OF_TIME)
        return date.fromordinal(number)
    months = day.year * 12 + day.month - 1 - count * {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(months, 12)
    if year < 1:
        raise DateProblem(_OUT_OF_TIME)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def _in_year(point: Named, year: int) -> When:
    if not 1 <= year <= 9998:
        raise DateProblem(_OUT_OF_TIME)
    if point.season is not None:
        return _season(point.season, year)
    if point.quarter:
        first = point.quarter * 3 - 2
        return window(parse_edtf(f"{year:04}-{first:02}/{year:04}-{first + 2:02}"), "quarter")
    if point.cut is not None:
        return _part(point.cut, year, point.month)
    if point.month is None:
        return parse_edtf(f"{year:04}")
    if point.day is None:
        return parse_edtf(f"{year:04}-{point.month:02}")
    when = parse_edtf(f"{year:04}-{point.month:02}-{point.day:02}")
    if point.weekday is not None and when.start and when.start.weekday() != point.weekday:
        said, real = WEEKDAYS[point.weekday], WEEKDAYS[when.start.weekday()]
        day = f"{point.day} {MONTHS[point.month - 1]} {year}"
        raise DateProblem(f"{day} was a {real}, not a {said}. Correct the day or leave the weekday out.")
    return when


def _season(season: int, year: int) -> When:
    if season == 3:
        raise DateProblem(
            f"“Winter {year}” can begin in December {year - 1} or in December {year}. "
            f"Write for example “winter {year - 1}–{year}” or the months."
        )
    return parse_edtf(f"{year:04}-{21 + season}")


def _part(cut: str | int, year: int, month: int | None) -> When:
    if month is None:
        first = {"early": 1, "mid": 5, "late": 9}.get(str(cut))
        if first is None:
            raise DateProblem(f"Which month is meant? {EXAMPLES}")
        return window(parse_edtf(f"{year:04}-{first:02}/{year:04}-{first + 3:02}"))
    length = days_in_month(year, month)
    if isinstance(cut, int):
        start, end = (length - 6, length) if cut == 0 else (cut * 7 - 6, cut * 7)
    else:
        start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}[cut]
    return window(span(date(year, month, start), date(year, month, end)))


# ---------------------------------------------------------------- what the patterns make


def _value(values: Values, sign: str) -> int | None:
    return values[sign].value if sign in values else None


def _calendar(values: Values) -> Named:
    weekday = _value(values, "W")
    named = values["n"].named if "n" in values else None
    if named is not None:
        return replace(named, weekday=weekday)
    month = _value(values, "M")
    return Named(
        year=_value(values, "Y"),
        month=None if month is None else month + 1,
        day=_value(values, "D"),
        weekday=weekday,
        season=_value(values, "S"),
        quarter=_value(values, "Q"),
        cut=_CUTS[values["P"].value] if "P" in values else None,
    )


def _nth(values: Values) -> Named:
    """ "First week of May", "first quarter of 2022", "1 квартал 2022"."""
    number = values["D"].value if "D" in values else 0 if "L" in values else values["@"].value + 1
    unit = UNITS[values["U"].value]
    month = _value(values, "M")
    if unit == "quarter" and month is None and 1 <= number <= 4:
        return Named(year=_value(values, "Y"), quarter=number)
    if unit == "week" and month is not None and 0 <= number <= 4:
        return Named(year=_value(values, "Y"), month=month + 1, cut=number)
    raise DateProblem(f"That part of the time was not understood. {EXAMPLES}")


def _winter(values: Values) -> Relative:
    """ "Winter 2022-23", "winter 2022-2023": from December of the first year."""
    first = values["Y"].value
    after = values["Y2"].value if "Y2" in values else first - first % 100 + values["D"].value
    if values["S"].value != 3 or not 1 <= first <= 9998 or after != first + 1:
        raise DateProblem(f"These years of a season were not understood. {EXAMPLES}")
    return Relative(lambda _reference: parse_edtf(f"{first:04}-24"))


def _weekday(values: Values) -> Relative:
    """The last such day up to the reference day; "last Sunday" is always before it."""
    wanted, strictly = values["W"].value, "L" in values

    def on(reference: date) -> When:
        days = (reference.weekday() - wanted) % 7
        return parse_edtf(back(reference, 7 if strictly and days == 0 else days, "day").isoformat())

    return Relative(on)


def _over(values: Values) -> Relative:
    """ "Last May", "last summer": the last one that is over."""

    def on(reference: date) -> When:
        named = _calendar(values)
        when = settle(named, reference)
        if when.end and when.end < reference:
            return when
        return settle(named, back(when.start or reference, 1, "day"))

    return Relative(on)


def _part_of_this(values: Values) -> Relative:
    """ "The beginning of the year", "end of the month": of the current one."""
    unit, cut = UNITS[values["U"].value], _CUTS[values["P"].value]
    if unit not in ("month", "year"):
        raise DateProblem(f"Which {unit} is meant? {EXAMPLES}")
    return Relative(lambda day: _part(cut, day.year, day.month if unit == "month" else None))


def _this_or_last(values: Values) -> Relative:
    unit = UNITS[values["U"].value]
    count = 1 if "L" in values else 0
    if unit == "weekend" and count:  # the last one that is over
        return Relative(
            lambda reference: _around(back(reference, max(0, reference.weekday() - 4), "day"), unit)
        )
    return Relative(lambda reference: _around(back(reference, count, unit), unit))


def _around(day: date, unit: str) -> When:
    if unit != "weekend":
        return around_day(day, unit)
    saturday = back(day, (day.weekday() - 5) % 7, "day")
    return window(span(saturday, saturday + timedelta(days=1)), "week")


def _ago(values: Values) -> Relative:
    unit = UNITS[values["U"].value]
    count = values["D"].value if "D" in values else 1
    return Relative(lambda reference: _around(back(reference, count, unit), unit))


def _counted(values: Values) -> Relative:
    days = values["H"].value
    return Relative(lambda reference: parse_edtf(back(reference, days, "day").isoformat()))


def _the_weekend(values: Values) -> Relative:
    if UNITS[values["U"].value] != "weekend":
        raise DateProblem(f"Which {UNITS[values['U'].value]} is meant? {EXAMPLES}")
    return Relative(lambda reference: _around(reference, "weekend"))


_PATTERNS: list[tuple[re.Pattern[str], Callable[[Values], Point]]] = [
    (re.compile(pattern), make)
    for pattern, make in (
        (r"W?(DMY?|MDY?|DOMOY|YMD|n)W?", _calendar),
        (r"P?MY?|YM|P?Y", _calendar),
        (r"SY?|YS|QY?|YO?Q", _calendar),
        (r"SYO[DY]", _winter),
        (r"[@LD]UMY?|[D@]UY", _nth),
        (r"[LT]?W[LT]?", _weekday),
        (r"LM|ML|LS|SL", _over),
        (r"PU", _part_of_this),
        (r"[LT]U|U[LT]", _this_or_last),
        (r"[DZ]?UG|G[DZ]?U|X[DZ]?U", _ago),
        (r"H", _counted),
        (r"U", _the_weekend),
    )
]
_HALF: list[tuple[re.Pattern[str], Callable[[Values], Point]]] = [(re.compile(r"D|DY|P"), _calendar)]
