"""The one counting function. Every number that Vigil shows or prints comes from here.

Rules (docs/counting.md tells them to users):
- Headline totals take corroborated and verified incidents; unassessed, reported and contested ones are under
  review and summed apart. Refuted and withdrawn ones are never added.
- A duplicate of an incident that still stands is left out, and named.
- A total that contains other counted incidents is left out, and named: incidents that are "part of" it, or, when
  it is marked as an aggregate, incidents of its type and measure inside its place and dates. A headline total
  gives way to headline incidents only, one under review to headline or reviewed ones.
- Of several stocks (people in a state on a date) of one type at one place only the latest counts; earlier ones are
  left out, and named.
- min, best and max are summed apart; where a best is missing its min counts and the sum is "at least".
- Households count as people only with a recorded household size; flow and stock are never added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, and_, case, cast, exists, func, or_, select

from incidents.case import tables as t
from incidents.case.writer import Reader
from incidents.record.codes import HEADLINE_STATUSES, UNDER_REVIEW_STATUSES
from incidents.search import tally
from incidents.search.compile import Condition, where
from incidents.search.filter import Filter
from incidents.search.overlaps import containing, duplicate, earlier_stocks

NAMED = 200
_inc = t.incident.c
_fig = t.figure.c
COUNTED_STATUSES = (*HEADLINE_STATUSES, *UNDER_REVIEW_STATUSES)


@dataclass(frozen=True, slots=True)
class Tally:
    """Count the incidents of one filter; answers with a `tally.Tally`."""

    wanted: Filter

    def __call__(self, reader: Reader) -> tally.Tally:
        sorted_out = _sort_out(reader, self.wanted)
        groups = _Groups()
        groups.add_incidents(_incident_counts(reader, sorted_out.counted))
        groups.add_figures(_figure_sums(reader, sorted_out.counted))
        return tally.Tally(
            **groups.result(),
            **_gaps(reader, sorted_out.inside),
            left_out=_left_out(reader, sorted_out.reasons),
            by_status=_by_status(reader, sorted_out.inside),
        )


@dataclass(frozen=True, slots=True)
class Uncounted:
    """Which incidents of a filter are in no total, each with the reason that `Tally.left_out` counts it by."""

    wanted: Filter

    def __call__(self, reader: Reader) -> dict[UUID, str]:
        found: dict[UUID, str] = {}
        for reason, condition in _sort_out(reader, self.wanted).reasons.items():
            found |= dict.fromkeys(
                reader.connection.execute(select(_inc.uid).where(condition)).scalars(), reason
            )
        return found


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Conditions on `incident`: in the filter, counted, and left out by reason."""

    inside: Condition
    counted: Condition
    reasons: dict[str, Condition]


def _sort_out(reader: Reader, wanted: Filter) -> _Sorted:
    inside = where(wanted)
    standing = and_(inside, _inc.verification.in_(COUNTED_STATUSES))
    pool = and_(standing, ~duplicate())
    totals = containing(reader, pool)
    known = set(totals)
    earlier = [pk for pk in earlier_stocks(reader, pool) if pk not in known]
    reasons = {
        "duplicate": and_(standing, duplicate()),
        "aggregate": _inc.pk.in_(totals),
        "earlier_stock": _inc.pk.in_(earlier),
        "refuted": and_(inside, _inc.verification == "refuted"),
        "withdrawn": and_(inside, _inc.verification == "withdrawn"),
    }
    left = [*totals, *earlier]
    return _Sorted(inside, and_(pool, _inc.pk.not_in(left)) if left else pool, reasons)


def _region() -> ColumnElement[str]:
    return case((_inc.admin1 != "", _inc.admin1), else_=_inc.country)


def _has_figure() -> Condition:
    known = or_(_fig.min.is_not(None), _fig.best.is_not(None), _fig.max.is_not(None))
    return exists(select(_fig.kind).where(_fig.incident_pk == _inc.pk, known).correlate(t.incident))


def _incident_counts(reader: Reader, counted: Condition) -> Sequence[Any]:
    without = func.sum(case((_has_figure(), 0), else_=1))
    query = (
        select(_inc.type, _region().label("region"), _inc.verification, func.count().label("number"))
        .add_columns(without.label("without"))
        .where(counted)
        .group_by(_inc.type, "region", _inc.verification)
    )
    return reader.connection.execute(query).all()


def _figure_sums(reader: Reader, counted: Condition) -> Sequence[Any]:
    as_people = and_(_fig.unit == "households", func.coalesce(_fig.household_size, 0) > 0)
    unit = case((as_people, "people"), else_=_fig.unit)

    def scaled(number: ColumnElement[int]) -> ColumnElement[int]:
        return case((as_people, cast(number * _fig.household_size + 0.5, Integer)), else_=number)

    best = func.coalesce(_fig.best, _fig.min, 0)
    query = (
        select(
            _inc.type,
            _region().label("region"),
            _inc.verification,
            _inc.measure,
            _fig.kind,
            _fig.harm,
            unit.label("counted_as"),
            func.count().label("number"),
            func.sum(func.coalesce(scaled(_fig.min), 0)).label("min"),
            func.sum(scaled(best)).label("best"),
            func.sum(func.coalesce(scaled(_fig.max), 0)).label("max"),
            func.sum(case((_fig.max.is_(None), 1), else_=0)).label("open"),
            func.sum(case((_fig.best.is_(None), 1), else_=0)).label("vague"),
            func.sum(case((as_people, 1), else_=0)).label("estimated"),
        )
        .join(t.figure, _fig.incident_pk == _inc.pk)
        .where(counted, or_(_fig.min.is_not(None), _fig.best.is_not(None), _fig.max.is_not(None)))
        .group_by(_inc.type, "region", _inc.verification, _inc.measure, _fig.kind, _fig.harm, "counted_as")
    )
    return reader.connection.execute(query).all()


class _Running:
    """A sum while it is being added up."""

    __slots__ = ("at_least", "best", "estimated", "incidents", "max", "min")

    def __init__(self) -> None:
        self.min = self.best = self.incidents = 0
        self.max: int | None = 0
        self.at_least = self.estimated = False

    def add(self, row: Any) -> None:
        """Add a row of `_figure_sums`."""
        self.min += row.min
        self.best += row.best
        self.max = None if self.max is None or row.open else self.max + row.max
        self.at_least = self.at_least or bool(row.vague)
        self.incidents += row.number
        self.estimated = self.estimated or bool(row.estimated)

    def finished(self) -> tally.Sum:
        """The sum as a value."""
        return tally.Sum(self.min, self.best, self.max, self.at_least, self.incidents, self.estimated)


class _Groups:
    """Adds grouped rows up into every group that they belong to."""

    def __init__(self) -> None:
        self._incidents: dict[tuple[str, bool, Any], int] = defaultdict(int)
        self._without: dict[tuple[str, bool, Any], int] = defaultdict(int)
        self._sums: dict[tuple[str, bool, Any], dict[tally.SumKey, _Running]] = defaultdict(
            lambda: defaultdict(_Running)
        )

    @staticmethod
    def _places(row: Any) -> Iterable[tuple[str, bool, Any]]:
        headline = row.verification in HEADLINE_STATUSES
        yield "all", headline, None
        yield "type", headline, row.type
        yield "region", headline, row.region
        yield "both", headline, (row.type, row.region)

    def add_incidents(self, rows: Sequence[Any]) -> None:
        """Rows of `_incident_counts`."""
        for row in rows:
            for place in self._places(row):
                self._incidents[place] += row.number
                self._without[place] += row.without

    def add_figures(self, rows: Sequence[Any]) -> None:
        """Rows of `_figure_sums`; a main figure counts as people and as what was done to them."""
        for row in rows:
            for kind in {row.kind, row.harm} if row.kind == "people" else {row.kind}:
                key = tally.SumKey(kind, row.counted_as, row.measure)
                for place in self._places(row):
                    self._sums[place][key].add(row)

    def _group(self, name: str, headline: bool, key: Any) -> tally.Group:
        place = (name, headline, key)
        if place not in self._incidents:
            return tally.Group()
        ordered = sorted(self._sums[place].items(), key=lambda item: str(item[0]))
        sums = {key: running.finished() for key, running in ordered}
        return tally.Group(self._incidents[place], sums, self._without[place])

    def result(self) -> dict[str, Any]:
        """The parts of a `tally.Tally` that are made of groups."""
        keys = {
            name: sorted({k for n, _, k in self._incidents if n == name})
            for name in ("type", "region", "both")
        }
        both = {
            key: (self._group("both", True, key).incidents, self._group("both", False, key).incidents)
            for key in keys["both"]
        }
        return {
            "headline": self._group("all", True, None),
            "under_review": self._group("all", False, None),
            "by_type": {
                k: (self._group("type", True, k), self._group("type", False, k)) for k in keys["type"]
            },
            "by_region": {
                k: (self._group("region", True, k), self._group("region", False, k)) for k in keys["region"]
            },
            "by_type_region": both,
        }


def _gaps(reader: Reader, inside: Condition) -> dict[str, Any]:
    query = select(
        func.count(),
        func.coalesce(func.sum(case((_has_figure(), 0), else_=1)), 0),
        func.coalesce(func.sum(case((_inc.from_on.is_(None), 1), else_=0)), 0),
        func.coalesce(func.sum(case((_inc.place_pk.is_(None), 1), else_=0)), 0),
    ).where(inside)
    count, no_figure, no_date, no_place = reader.connection.execute(query).one()
    return {"count": count, "no_figure": no_figure, "no_date": no_date, "no_place": no_place}


def _by_status(reader: Reader, inside: Condition) -> dict[str, int]:
    query = select(_inc.verification, func.count()).where(inside).group_by(_inc.verification)
    return {status: number for status, number in reader.connection.execute(query)}


def _left_out(reader: Reader, reasons: dict[str, Condition]) -> tally.LeftOut:
    counts, refs = {}, {}
    for reason, condition in reasons.items():
        number = reader.connection.execute(
            select(func.count()).select_from(t.incident).where(condition)
        ).scalar_one()
        if number:
            named = select(_inc.ref).where(condition).order_by(_inc.ref).limit(NAMED)
            counts[reason] = number
            refs[reason] = tuple(reader.connection.execute(named).scalars())
    return tally.LeftOut(counts, refs)
