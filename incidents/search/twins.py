"""Likely twins: incidents of the case that may be the very one that is being entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select

from incidents.case import tables as t
from incidents.case.writer import Reader
from incidents.record.dates import When
from incidents.record.place import Place
from incidents.record.text import clean_line
from incidents.search.results import Row
from incidents.search.rows import Rows

_inc = t.incident.c
_text = t.incident_text.c
_DAYS = 3
# About 25 km at middle latitudes: near enough that two reports may name two towns for one event.
_DEGREES = 0.25


@dataclass(frozen=True, slots=True)
class Twins:
    """Incidents of the same type, near in place and time; the nearest first, at most `limit`.

    place_name: the name of a place that the gazetteer lacks and that stands in the note on the place; `place` is then
    the area around it, and only what has the same name there is near. Without a date or without a place nothing is
    near, and the answer is empty.
    """

    type: str
    when: When
    place: Place | None
    place_name: str = ""
    other_than: UUID | None = None
    types_other: Sequence[str] = ()
    limit: int = 5

    def __call__(self, reader: Reader) -> list[Row]:
        if not self.type or not self.when.known or not (self.place or self.place_name.strip()):
            return []
        first = (self.when.start or self.when.end) - timedelta(days=_DAYS)  # type: ignore[operator]
        last = (self.when.end or self.when.start) + timedelta(days=_DAYS)  # type: ignore[operator]
        query = (
            select(_inc.pk)
            .where(
                _inc.verification != "withdrawn",
                _inc.type.in_([self.type, *self.types_other]),
                _inc.from_on <= last,
                _inc.until_on >= first,
                self._named() if self.place_name.strip() or self.place is None else self._near(self.place),
            )
            .order_by(_inc.from_on.desc(), _inc.pk)
            .limit(self.limit)
        )
        if self.other_than is not None:
            query = query.where(_inc.uid != self.other_than)
        return Rows(list(reader.connection.execute(query).scalars()))(reader)

    def _named(self) -> ColumnElement[bool]:
        """The same name, of the place or in the note on it, in the same country as far as that is known."""
        name = clean_line(self.place_name)
        country = self.place.country if self.place else ""
        places = select(t.place.c.pk)
        if country:
            places = places.where(t.place.c.country == country)
        noted = (
            select(_text.incident_pk)
            .where(_text.incident_pk == _inc.pk, func.lower(_text.place_note) == func.lower(name))
            .exists()
        )
        inside = or_(_inc.place_pk.is_(None), _inc.place_pk.in_(places)) if country else noted
        named = _inc.place_pk.in_(places.where(func.lower(t.place.c.name) == func.lower(name)))
        return or_(and_(noted, inside), named)

    @staticmethod
    def _near(place: Place) -> ColumnElement[bool]:
        names = [select(t.place.c.pk).where(t.place.c.name == place.name, t.place.c.country == place.country)]
        conditions: list[ColumnElement[bool]] = [_inc.place_pk.in_(query) for query in names]
        if place.precision in ("admin1", "country", "admin2"):
            if place.admin1:
                conditions.append(_inc.admin1 == place.admin1)
        elif place.lat is not None and place.lon is not None:
            conditions.append(
                and_(
                    _inc.lat.between(place.lat - _DEGREES, place.lat + _DEGREES),
                    _inc.lon.between(place.lon - _DEGREES * 1.5, place.lon + _DEGREES * 1.5),
                )
            )
        return or_(*conditions)
