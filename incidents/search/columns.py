"""The columns of a list of incidents, as data: what each is called, how it reads, what it sorts by.

The table in the window, a copied selection and a written list all use this one list. Texts are plain and short:
a cell says what is known in the fewest words, the inspector says it in full.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from incidents.record.codes import OCCURRENCE, SENSITIVITY, TYPES, VERIFICATION, Term
from incidents.record.dates import When
from incidents.record.figures import Figure
from incidents.search.results import Row


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: stable name, kept in settings; also the name of the sort order that questions know.
        label: heading.
        align: "left" or "right".
        width: default width in characters of the figure 0.
        visible: shown unless the person chose otherwise.
        text: the cell of a row.
        badge: "status" or "grade" where the cell is drawn as a badge of Row's field of that name.
    """

    key: str
    label: str
    text: Callable[[Row], str]
    align: str = "left"
    width: int = 12
    visible: bool = True
    badge: str = ""


def _label(table: Mapping[str, Term], code: str) -> str:
    return table[code].label if code in table else code


def short_day(day: date) -> str:
    """ "1 May 2022", with the month in three letters whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_QUALIFIER = {"": "", "?": "?", "~": " ca.", "%": " ca.?"}


def short_when(when: When) -> str:
    """A date, period or window in the fewest words that keep its precision; empty when undated."""
    text = _short_bounds(when)
    return text + _QUALIFIER.get(when.qualifier, "") if text else ""


def _short_bounds(when: When) -> str:
    start, end = when.start, when.end
    if start is None:
        return f"until {short_day(end)}" if end else ""
    if end is None:
        return f"since {short_day(start)}"
    if start == end:
        return short_day(start)
    if when.precision == "month" and start.day == 1 and (start.year, start.month) == (end.year, end.month):
        whole = (date.fromordinal(end.toordinal() + 1).day == 1) if end < date.max else True
        if whole:
            return f"{_MONTHS[start.month - 1]} {start.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start.year != end.year:
        return f"{short_day(start)} – {short_day(end)}"
    if start.month != end.month:
        return f"{start.day} {_MONTHS[start.month - 1]} – {short_day(end)}"
    return f"{start.day}–{short_day(end)}"


def short_figure(figure: Figure | None) -> str:
    """A count in the fewest signs: "12", "> 100", "< 20", "~ 40", "10–15", "≥ 3", "~ 40 hh" (households)."""
    if figure is None or not figure.known:
        return ""
    unit = "" if figure.unit == "people" else " hh"
    return _short_number(figure) + unit


def _short_number(figure: Figure) -> str:
    low, best, high = figure.min, figure.best, figure.max
    if figure.qualifier == "more_than" and low is not None:
        return f"> {low:,}"
    if figure.qualifier == "less_than" and high is not None:
        return f"< {high:,}"
    sign = "~ " if figure.qualifier == "approximately" else ""
    if best is not None:
        return f"{sign}{best:,}"
    if low is not None and high is not None:
        return f"{sign}{low:,}" if low == high else f"{sign}{low:,}–{high:,}"
    return f"≥ {low:,}" if low is not None else f"≤ {high:,}"


def _stamp(moment: datetime) -> str:
    """Local day and minute of a moment kept in UTC."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


COLUMNS: tuple[Column, ...] = (
    Column("ref", "Reference", lambda row: row.ref, width=15),
    Column("date", "Date", lambda row: short_when(row.when), align="right", width=19),
    Column("type", "Type", lambda row: _label(TYPES, row.type), width=18),
    Column("title", "Title", lambda row: row.title, width=28),
    Column("place", "Place", lambda row: row.place, width=15),
    Column("status", "Status", lambda row: _label(VERIFICATION, row.status), width=15, badge="status"),
    Column("people", "People", lambda row: short_figure(row.figure), align="right", width=10),
    Column("grade", "Grade", lambda row: row.grade, width=8, badge="grade"),
    Column("region", "Region", lambda row: row.region or row.country, width=17),
    Column("sources", "Sources", lambda row: str(row.sources), align="right", width=9),
    Column("claims", "Claims", lambda row: str(row.claims), align="right", width=9, visible=False),
    Column("sensitivity", "Sensitivity", lambda row: _label(SENSITIVITY, row.sensitivity), visible=False),
    Column(
        "occurrence", "Occurrence", lambda row: _label(OCCURRENCE, row.occurrence), visible=False, width=16
    ),
    Column("entered", "Entered", lambda row: _stamp(row.entered_at), align="right", width=17, visible=False),
    Column("changed", "Changed", lambda row: _stamp(row.changed_at), align="right", width=17, visible=False),
)
BY_KEY: dict[str, Column] = {column.key: column for column in COLUMNS}
DEFAULT_ORDER: tuple[tuple[str, bool], ...] = (("date", True),)
