"""Days as people write them on the command line."""

from __future__ import annotations

from datetime import date

from desktop.commands.exits import WrongCall
from incidents.record.dates import DateProblem
from incidents.record.dates_said import understand_date


def day_of(text: str | None, verb: str) -> date | None:
    """The day that an option names, None without one."""
    if text is None:
        return None
    try:
        day = understand_date(text, today=date.today()).start
    except DateProblem as error:
        raise WrongCall(f"vigil {verb}: {error}") from error
    if day is None:
        raise WrongCall(f"vigil {verb}: “{text}” names no day. Write one such as 2022-05-02.")
    return day
