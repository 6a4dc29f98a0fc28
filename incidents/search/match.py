"""The filter's meaning in memory, for one incident. `compile` is its meaning in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from incidents.case.derived import grade_numbers, grade_of, sources_of
from incidents.case.fulltext import searchable, terms
from incidents.record.incident import Incident
from incidents.search.filter import Filter, Period

Expand = Callable[[str], Iterable[str]]


def matches(wanted: Filter, incident: Incident, expand: Expand) -> bool:
    """True when the filter takes the incident; `expand` gives the codes that a region code covers."""
    return (
        _in_regions(wanted, incident, expand)
        and (wanted.period is None or _in_period(wanted.period, incident))
        and (not wanted.types or bool({incident.type, *incident.types_other} & set(wanted.types)))
        and _has_status(wanted, incident)
        and (not wanted.min_grade or _graded(wanted.min_grade, incident))
        and (not wanted.sources or bool(sources_of(incident) & set(wanted.sources)))
        and (not wanted.text.strip() or _has_text(wanted.text, incident))
    )


def _in_regions(wanted: Filter, incident: Incident, expand: Expand) -> bool:
    if not wanted.regions and not wanted.boxes:
        return True
    place = incident.place
    if place is None:
        return False
    codes = {part for code in wanted.regions for part in expand(code)}
    inside = {*place.regions, place.country, place.admin1, f"place:{place.id}"} - {""}
    return bool(codes & inside) or any(box.contains(place.lat, place.lon) for box in wanted.boxes)


def _in_period(period: Period, incident: Incident) -> bool:
    first, last = incident.when.first_day, incident.when.last_day
    if period.basis == "reported":
        first = last = incident.date_reported
    elif period.basis == "entered":
        first = last = incident.entered_at.date() if incident.entered_at else None
    if first is None or last is None:
        return False
    start, end = period.start or date.min, period.end or date.max
    if period.rule == "inside":
        return first >= start and last <= end
    return first <= end and last >= start


def _has_status(wanted: Filter, incident: Incident) -> bool:
    if wanted.statuses:
        return incident.verification in wanted.statuses
    return incident.verification != "withdrawn"


def _graded(grade: str, incident: Incident) -> bool:
    (rel, cred), (best_rel, best_cred) = grade_numbers(grade), grade_numbers(grade_of(incident))
    return best_rel <= rel and best_cred <= cred


def _has_text(text: str, incident: Incident) -> bool:
    wanted, present = terms(text), searchable(incident).split()
    return bool(wanted) and all(_occurs(parts, beginning, present) for parts, beginning in wanted)


def _occurs(parts: list[str], beginning: bool, present: list[str]) -> bool:
    """True when the words stand in sequence; the last one may be only a beginning."""
    head, last = parts[:-1], parts[-1]
    for at in range(len(present) - len(parts) + 1):
        end = present[at + len(parts) - 1]
        if present[at : at + len(head)] == head and (end.startswith(last) if beginning else end == last):
            return True
    return False
