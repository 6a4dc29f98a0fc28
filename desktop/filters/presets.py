"""The periods that people ask for by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from incidents.record.dates import days_in_month
from incidents.search.filter import Period

Bounds = tuple[date | None, date | None]


def _days(number: int) -> Callable[[date], Bounds]:
    return lambda today: (today - timedelta(days=number - 1), today)


def _month(today: date, back: int) -> Bounds:
    months = today.year * 12 + today.month - 1 - back
    year, month = divmod(months, 12)
    return date(year, month + 1, 1), date(year, month + 1, days_in_month(year, month + 1))


def _year(year: int) -> Bounds:
    return date(year, 1, 1), date(year, 12, 31)


# Key, label, bounds on a given day. "Last 7 days" ends today and holds seven days.
PRESETS: tuple[tuple[str, str, Callable[[date], Bounds]], ...] = (
    ("all", "Any time", lambda today: (None, None)),
    ("today", "Today", _days(1)),
    ("last_7", "Last 7 days", _days(7)),
    ("last_30", "Last 30 days", _days(30)),
    ("this_month", "This month", lambda today: _month(today, 0)),
    ("last_month", "Last month", lambda today: _month(today, 1)),
    ("this_year", "This year", lambda today: _year(today.year)),
    ("last_year", "Last year", lambda today: _year(today.year - 1)),
)
CUSTOM = "custom"


def bounds(key: str, today: date) -> Bounds:
    """First and last day of a preset."""
    return next(find(today) for name, _, find in PRESETS if name == key)


def preset_of(period: Period | None, today: date) -> str:
    """The preset that gives this period today, else "custom"."""
    wanted = (period.start, period.end) if period else (None, None)
    return next((name for name, _, find in PRESETS if find(today) == wanted), CUSTOM)
