"""Which incidents of a filter tell of people that others of it tell of too, and so are left out of totals.

Three ways: a duplicate, a total that contains other counted incidents, and an earlier stock of the same place.
A headline incident gives way only to headline incidents, so that a mere report never lowers a headline total;
one under review gives way to either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, exists, func, or_, select

from incidents.case import tables as t
from incidents.case.writer import Reader
from incidents.record.codes import HEADLINE_STATUSES
from incidents.search.compile import Condition, region_condition

_inc = t.incident.c


def duplicate() -> Condition:
    """A duplicate of an incident that neither is withdrawn nor refuted, so the number is not lost with it."""
    other = t.incident.alias("survivor")
    standing = (
        select(t.link.c.incident_pk)
        .join(other, other.c.pk == t.link.c.other_pk)
        .where(
            t.link.c.incident_pk == _inc.pk,
            t.link.c.kind == "duplicate_of",
            other.c.verification.not_in(("withdrawn", "refuted")),
        )
        .correlate(t.incident)
    )
    return and_(_inc.duplicate, exists(standing))


def containing(reader: Reader, pool: Condition) -> list[int]:
    """Keys of totals in the pool that contain other incidents of the pool."""
    linked = _linked_parts(reader, pool)
    parents = select(t.link.c.other_pk).where(t.link.c.kind == "part_of")
    query = select(
        _inc.pk,
        _inc.aggregate,
        _inc.type,
        _inc.measure,
        _inc.verification,
        _inc.from_on,
        _inc.until_on,
        _inc.place_pk,
    ).where(pool, or_(_inc.aggregate, _inc.pk.in_(parents)))
    totals = reader.connection.execute(query).all()
    regions = _region_codes(reader, {total.place_pk for total in totals if total.aggregate})
    parts: dict[tuple[Any, ...], _Parts] = {}
    found = []
    for total in totals:
        headline = total.verification in HEADLINE_STATUSES
        if linked.get(total.pk, -1) >= headline:
            found.append(total.pk)
        elif total.aggregate and total.from_on is not None and total.place_pk is not None:
            key = (total.type, total.measure, regions[total.place_pk] or total.place_pk)
            if key not in parts:
                parts[key] = _parts_inside(reader, pool, *key)
            if parts[key].any_within(total.from_on, total.until_on, headline=headline):
                found.append(total.pk)
    return found


def _linked_parts(reader: Reader, pool: Condition) -> dict[int, bool]:
    """Totals that incidents of the pool say they are part of; True where one of those is a headline incident."""
    best = func.max(case((_inc.verification.in_(HEADLINE_STATUSES), 1), else_=0))
    query = (
        select(t.link.c.other_pk, best)
        .join(t.incident, _inc.pk == t.link.c.incident_pk)
        .where(t.link.c.kind == "part_of", pool)
        .group_by(t.link.c.other_pk)
    )
    return {pk: bool(headline) for pk, headline in reader.connection.execute(query)}


def _region_codes(reader: Reader, places: Iterable[int | None]) -> dict[int, str]:
    """For each place the region that it is, or "" for a settlement or site."""
    wanted = [pk for pk in places if pk is not None]
    query = select(t.place.c.pk, t.place.c.kind, t.place.c.regions).where(t.place.c.pk.in_(wanted))
    return {
        row.pk: row.regions[-1] if row.kind not in ("settlement", "site") and row.regions else ""
        for row in reader.connection.execute(query)
    }


@dataclass(frozen=True, slots=True)
class _Ends:
    """First days, ascending, and for each the earliest last day from there on."""

    firsts: list[date]
    earliest: list[date]

    @classmethod
    def of(cls, spans: list[tuple[date, date]]) -> _Ends:
        spans.sort()
        earliest: list[date] = []
        for _, last in reversed(spans):
            earliest.append(min(last, earliest[-1]) if earliest else last)
        return cls([first for first, _ in spans], earliest[::-1])

    def any_within(self, first: date, last: date) -> bool:
        """True when a span lies inside the given one."""
        at = bisect_left(self.firsts, first)
        return at < len(self.firsts) and self.earliest[at] <= last


@dataclass(frozen=True, slots=True)
class _Parts:
    """Spans of what may be contained, of any status and of headline ones alone."""

    any: _Ends
    headline: _Ends

    def any_within(self, first: date, last: date, *, headline: bool) -> bool:
        """True when a part that the total gives way to lies inside its days."""
        return (self.headline if headline else self.any).any_within(first, last)


def _parts_inside(reader: Reader, pool: Condition, kind: str, measure: str, where: str | int) -> _Parts:
    inside = region_condition((where,)) if isinstance(where, str) else _inc.place_pk == where
    query = select(_inc.from_on, _inc.until_on, _inc.verification).where(
        pool, ~_inc.aggregate, _inc.type == kind, _inc.measure == measure, _inc.from_on.is_not(None), inside
    )
    rows = reader.connection.execute(query).all()
    headline = [(row.from_on, row.until_on) for row in rows if row.verification in HEADLINE_STATUSES]
    return _Parts(_Ends.of([(row.from_on, row.until_on) for row in rows]), _Ends.of(headline))


def earlier_stocks(reader: Reader, pool: Condition) -> list[int]:
    """Keys of stock figures of the pool that a later one of the same type at the same place supersedes.

    How many people are displaced somewhere is told again and again; adding the tellings would count people twice.
    """
    query = select(_inc.pk, _inc.type, _inc.place_pk, _inc.until_on, _inc.verification).where(
        pool, _inc.measure == "stock", _inc.place_pk.is_not(None), _inc.until_on.is_not(None)
    )
    rows = reader.connection.execute(query).all()
    latest: dict[tuple[str, int, bool], date] = defaultdict(lambda: date.min)
    for row in rows:
        for headline in {False, row.verification in HEADLINE_STATUSES}:
            key = (row.type, row.place_pk, headline)
            latest[key] = max(latest[key], row.until_on)
    return [
        row.pk
        for row in rows
        if row.until_on < latest[row.type, row.place_pk, row.verification in HEADLINE_STATUSES]
    ]
