"""A filter taken apart into the conditions that a person sees and can take away one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.dates import span
from incidents.record.dates_said import describe_date
from incidents.search.filter import Filter, Period


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: what it says, which kind it is, and the filter that is left without it."""

    kind: str
    text: str
    without: Filter


def conditions(wanted: Filter, region_name: Callable[[str], str]) -> list[Condition]:
    """All conditions in the order of the pane."""
    found: list[Condition] = []
    if wanted.text:
        found.append(Condition("text", f"“{wanted.text}”", replace(wanted, text="")))
    if wanted.period:
        found.append(Condition("period", period_words(wanted.period), replace(wanted, period=None)))
    for code in wanted.regions:
        rest = tuple(other for other in wanted.regions if other != code)
        found.append(Condition("region", region_name(code), replace(wanted, regions=rest)))
    for box in wanted.boxes:
        rest_boxes = tuple(other for other in wanted.boxes if other != box)
        words = f"Box {box.west:g}, {box.south:g} to {box.east:g}, {box.north:g}"
        found.append(Condition("box", words, replace(wanted, boxes=rest_boxes)))
    for code in wanted.types:
        rest = tuple(other for other in wanted.types if other != code)
        found.append(Condition("type", TYPES[code].label, replace(wanted, types=rest)))
    for code in wanted.statuses:
        rest = tuple(other for other in wanted.statuses if other != code)
        found.append(Condition("status", VERIFICATION[code].label, replace(wanted, statuses=rest)))
    if wanted.min_grade:
        found.append(Condition("grade", f"{wanted.min_grade} or better", replace(wanted, min_grade="")))
    for name in wanted.sources:
        rest = tuple(other for other in wanted.sources if other != name)
        found.append(Condition("source", name, replace(wanted, sources=rest)))
    return found


def days_words(start: date | None, end: date | None) -> str:
    """ "25 April – 3 May 2022", "1 May 2022", "since 25 April 2022", "until 3 May 2022"."""
    if start and end:
        said = describe_date(span(start, end))
        return said.split(" ", 1)[1] if start == end else said  # without the weekday
    if start:
        return f"since {days_words(start, start)}"
    return f"until {days_words(end, end)}" if end else "any time"


def period_words(period: Period) -> str:
    """The period on a chip: short, with its basis and rule where they are not the usual ones."""
    words = days_words(period.start, period.end)
    if period.basis != "occurred":
        return f"{'Reported' if period.basis == 'reported' else 'Entered'} {words}"
    return f"Inside {words}" if period.rule == "inside" else words


def period_sentence(period: Period, undated: int) -> str:
    """What the period shows and what it leaves out, as one sentence."""
    words = days_words(period.start, period.end)
    if period.basis == "occurred":
        if period.start and period.end:
            verb = "overlap" if period.rule == "overlap" else "lie entirely inside"
        else:
            verb = "reach into the time" if period.rule == "overlap" else "lie entirely in the time"
        said = f"Shows incidents whose dates {verb} {words}"
        one, several = "1 undated one is", f"{undated:,} undated ones are"
    elif period.basis == "reported":
        said = f"Shows incidents first reported {words}"
        one, several = "1 without a dated report is", f"{undated:,} without a dated report are"
    else:
        return f"Shows incidents entered in the case {words}."
    return f"{said}; {one if undated == 1 else several} not shown." if undated else f"{said}."
