"""The filter's meaning in SQL. `match` is its meaning in memory; a property test holds the two together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import ColumnElement, and_, false, literal_column, or_, select, table, true

from incidents.case import tables as t
from incidents.case.derived import grade_numbers
from incidents.case.fulltext import match_expression, terms
from incidents.places import Gazetteer
from incidents.record.place import Box
from incidents.search.filter import Filter, Period

Condition = ColumnElement[bool]
REGIONS, PERIOD, TYPES, STATUSES, SOURCES = "regions", "period", "types", "statuses", "sources"
_inc = t.incident.c
_FTS = table("incident_fts")


def where(wanted: Filter, *, ignoring: str = "") -> Condition:
    """The condition on `incident` that a filter means; `ignoring` leaves one part out (for facets)."""
    parts: dict[str, Callable[[], Condition]] = {
        REGIONS: lambda: region_condition(wanted.regions, wanted.boxes),
        PERIOD: lambda: period_condition(wanted.period),
        TYPES: lambda: _types(wanted.types),
        STATUSES: lambda: _statuses(wanted.statuses),
        "grade": lambda: _grade(wanted.min_grade),
        SOURCES: lambda: _sources(wanted.sources),
        "text": lambda: _text(wanted.text),
    }
    return and_(true(), *(condition() for name, condition in parts.items() if name != ignoring))


def region_condition(codes: tuple[str, ...], boxes: tuple[Box, ...] = ()) -> Condition:
    """In any of the regions or boxes; no region and no box is everywhere."""
    if not codes and not boxes:
        return true()
    expand = Gazetteer.shipped().expand
    wanted = list(dict.fromkeys(part for code in codes for part in expand(code)))
    countries = [code for code in wanted if len(code) == 3]
    admin1 = [code for code in wanted if _is_admin1(code)]
    deeper = [code for code in wanted if code not in countries and code not in admin1]
    found: list[Condition] = []
    if countries:
        found.append(_inc.country.in_(countries))
    if admin1:
        found.append(_inc.admin1.in_(admin1))
    if deeper:
        places = select(t.place_region.c.place_pk).where(t.place_region.c.region.in_(deeper))
        found.append(_inc.place_pk.in_(places))
    return or_(*found, *(_box(box) for box in boxes))


def _is_admin1(code: str) -> bool:
    """First-level codes are ISO 3166-2 ("UA-63") or GeoNames ("UA.07"); they stand on the incident itself."""
    return len(code) > 3 and code[2] in "-." and ":" not in code


def _box(box: Box) -> Condition:
    high = _inc.lat.between(box.south, box.north)
    if box.west <= box.east:
        return and_(high, _inc.lon.between(box.west, box.east))
    return and_(high, or_(_inc.lon >= box.west, _inc.lon <= box.east))


def period_condition(period: Period | None) -> Condition:
    """Dates overlapping or inside the period; undated incidents never."""
    if period is None:
        return true()
    start, end = period.start or date.min, period.end or date.max
    if period.basis != "occurred":
        day = _inc.reported_on if period.basis == "reported" else _inc.entered_on
        return and_(day.is_not(None), day >= start, day <= end)
    if period.rule == "inside":
        return and_(_inc.from_on >= start, _inc.until_on <= end)
    return and_(_inc.from_on <= end, _inc.until_on >= start)


def _types(codes: tuple[str, ...]) -> Condition:
    if not codes:
        return true()
    other = select(t.incident_type.c.incident_pk).where(t.incident_type.c.type.in_(codes))
    return or_(_inc.type.in_(codes), _inc.pk.in_(other))


def _statuses(codes: tuple[str, ...]) -> Condition:
    return _inc.verification.in_(codes) if codes else _inc.verification != "withdrawn"


def _grade(grade: str) -> Condition:
    if not grade:
        return true()
    rel, cred = grade_numbers(grade)
    return and_(_inc.rel <= rel, _inc.cred <= cred)


def _sources(names: tuple[str, ...]) -> Condition:
    if not names:
        return true()
    query = (
        select(t.claim.c.incident_pk)
        .join(t.report, t.report.c.pk == t.claim.c.report_pk)
        .join(t.source, t.source.c.pk == t.report.c.source_pk)
        .where(t.source.c.name.in_(names), t.claim.c.withdrawn == "")
    )
    return _inc.pk.in_(query)


def _text(text: str) -> Condition:
    """Matching rows as a list of keys: a join would let SQLite run the full text once per incident."""
    if not text.strip():
        return true()
    if not terms(text):
        return false()
    fts: ColumnElement[str] = literal_column("incident_fts")
    rowid: ColumnElement[int] = literal_column("rowid")
    found = select(rowid).select_from(_FTS).where(fts.op("MATCH")(match_expression(text)))
    return _inc.pk.in_(found)
