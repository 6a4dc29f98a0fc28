"""Numbers, dates and sums in the words of a briefing.

After OCHA's habit: one to nine spelled out in sentences, thousands with a comma, "1 May 2022", ranges in words,
"none recorded" for a known zero and a dash for no data.
"""

from __future__ import annotations

from datetime import date, datetime

from incidents.record.dates import When
from incidents.record.dates_shown import describe_date
from incidents.record.figures import Figure
from incidents.record.figures_shown import describe_figure
from incidents.record.place import Place
from incidents.search.tally import Sum

NO_DATA = "–"
NBSP = "\u00a0"
_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = ("January February March April May June July August September October November December").split()


def number(value: int) -> str:
    """A number in figures: "1,234"."""
    return f"{value:,}"


def spelled(value: int) -> str:
    """A number in a sentence: "five", "12", "1,234"."""
    return _SPELLED[value] if 0 <= value < len(_SPELLED) else number(value)


def count(value: int, one: str, many: str = "") -> str:
    """A counted noun: "one incident", "12 incidents"."""
    return f"{spelled(value)} {one if value == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def day(value: date) -> str:
    """ "1 May 2022", held together by no-break spaces."""
    return f"{value.day}{NBSP}{MONTHS[value.month - 1]}{NBSP}{value.year:04}"


def moment(value: datetime) -> str:
    """ "22 November 2026, 18:00 UTC"; the value must already be in UTC."""
    return f"{day(value.date())}, {value:%H:%M}{NBSP}UTC"


def month(value: date) -> str:
    """ "May 2022"."""
    return f"{MONTHS[value.month - 1]}{NBSP}{value.year:04}"


def days(start: date | None, end: date | None) -> str:
    """A period with both ends included: "from 25 April to 3 May 2022"."""
    if start and end:
        if start == end:
            return f"on {day(start)}"
        if start.year != end.year:
            return f"from {day(start)} to {day(end)}"
        if start.month != end.month:
            return f"from {start.day}{NBSP}{MONTHS[start.month - 1]} to {day(end)}"
        return f"from {start.day} to {day(end)}"
    if start:
        return f"since {day(start)}"
    return f"until {day(end)}" if end else "any date"


def on_date(when: When) -> str:
    """A date as it stands in a sentence, after "in Kharkiv": "on 1 May 2022", "between 1 and 3 May 2022"."""
    if not when.known:
        return "on a date not known"
    if when.start is None or when.end is None or when.qualifier or "X" in when.edtf:
        return describe_date(when)
    if when.start == when.end:
        return f"on {day(when.start)}"
    if when.precision == "month" and "/" not in when.edtf:
        return f"in {month(when.start)}"
    if when.precision == "year" and "/" not in when.edtf:
        return f"in {when.start.year:04}"
    if when.precision == "month" and not _to_the_day(when.edtf):
        return f"from {month(when.start)} to {month(when.end)}"
    said = days(when.start, when.end)
    return said if when.kind == "span" else said.replace("from ", "between ", 1).replace(" to ", " and ", 1)


def _to_the_day(edtf: str) -> bool:
    """Whether both ends are days: "early May" is 1 to 10 May, though known to the month only."""
    return all(end.count("-") == 2 for end in edtf.split("/"))


def _bound(value: Figure) -> str:
    """Whether it was told as "more than" or "at least", "fewer than" or "up to"; "" for a number or a range."""
    if (value.min is None) == (value.max is None):
        return ""
    said = describe_figure(value)
    return next(
        (bound for bound in ("more than", "at least", "fewer than", "up to") if said.startswith(bound)), ""
    )


def figure(value: Figure | None, *, spell: bool = False) -> str:
    """How many people: "more than 100 people", "between 3 and 8 people (best estimate 5)", "" when not known."""
    if value is None or not value.known:
        return ""
    say = spelled if spell else number
    unit = {"people": ("person", "people"), "households": ("household", "households")}[value.unit]
    low, best, high = value.min, value.best, value.max

    def counted(n: int) -> str:
        return f"{say(n)}{NBSP}{unit[0] if n == 1 else unit[1]}"

    bound = _bound(value)
    if bound and (told := low if low is not None else high) is not None:
        tail = f" (best estimate {number(best)})" if best not in (None, told) else ""
        return f"{bound} {counted(told)}{tail}"
    if low is not None and high is not None and low != high:
        tail = f" (best estimate {number(best)})" if best is not None and best not in (low, high) else ""
        about = "roughly " if value.qualifier == "approximately" else ""
        return f"{about}between {say(low)} and {counted(high)}{tail}"
    if best is not None and (low in (None, best)) and (high in (None, best)):
        if best == 0:
            return f"no {unit[1]}"
        return ("about " if value.qualifier == "approximately" else "") + counted(best)
    return counted(low if low is not None else best or 0)


def total(value: Sum | None) -> str:
    """The large number of a sum: its best estimate, a dash where no incident had a figure."""
    return NO_DATA if value is None or not value.incidents else number(value.best)


def total_range(value: Sum | None) -> str:
    """What stands beside the large number: "between 1,100 and 1,900", "at least", "no figure recorded"."""
    if value is None or not value.incidents:
        return "no figure recorded"
    if value.max is None:
        if value.min == value.best:
            return "at least; no upper limit known"
        return f"at least {number(value.min)}; no upper limit known"
    if value.min != value.max:
        return f"between {number(value.min)} and {number(value.max)}"
    return "at least" if value.at_least else ""


def place_name(place: Place | None, precision: str = "") -> str:
    """A place with what is known of its precision: "near Izyum, Kharkiv, Ukraine"."""
    if place is None:
        return "Place not known"
    label = place.label
    if precision == "near":
        return f"near {label}"
    if precision in ("admin1", "admin2") and place.kind in ("settlement", "site"):
        return f"{label} (somewhere in the {'region' if precision == 'admin1' else 'district'})"
    if precision == "country" and place.kind != "country":
        return f"{label} (somewhere in the country)"
    if place.kind not in ("settlement", "site"):
        return f"{label} (exact place not known)"
    return label
