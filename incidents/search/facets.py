"""How many incidents each choice of the filter pane would give."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from incidents.case import tables as t
from incidents.case.writer import Reader
from incidents.search import results
from incidents.search.compile import PERIOD, REGIONS, SOURCES, STATUSES, TYPES, region_condition, where
from incidents.search.filter import Filter

_inc = t.incident.c


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts per region, type, status and source; each facet ignores its own condition."""

    wanted: Filter

    def __call__(self, reader: Reader) -> results.Facets:
        countries, admin1 = self._regions(reader)
        return results.Facets(
            countries=countries,
            admin1=admin1,
            areas=self._areas(reader),
            types=self._types(reader),
            statuses=self._statuses(reader),
            sources=self._sources(reader),
            undated=self._undated(reader),
        )

    def _regions(self, reader: Reader) -> tuple[dict[str, int], dict[str, int]]:
        query = (
            select(_inc.country, _inc.admin1, func.count())
            .where(where(self.wanted, ignoring=REGIONS))
            .group_by(_inc.country, _inc.admin1)
        )
        countries: dict[str, int] = {}
        admin1: dict[str, int] = {}
        for country, area, number in reader.connection.execute(query):
            countries[country] = countries.get(country, 0) + number
            if area:
                admin1[area] = admin1.get(area, 0) + number
        return countries, admin1

    def _areas(self, reader: Reader) -> dict[str, int]:
        """Named areas that the case uses as places, each with all that lies in what it covers."""
        query = select(t.place.c.regions).where(t.place.c.kind == "area")
        codes = {regions[-1] for regions in reader.connection.execute(query).scalars() if regions}
        counts = {}
        for code in sorted(codes):
            inside = where(self.wanted, ignoring=REGIONS) & region_condition((code,))
            counts[code] = reader.connection.execute(
                select(func.count()).select_from(t.incident).where(inside)
            ).scalar_one()
        return counts

    def _types(self, reader: Reader) -> dict[str, int]:
        condition = where(self.wanted, ignoring=TYPES)
        primary = select(_inc.type, func.count()).where(condition).group_by(_inc.type)
        counts = {code: number for code, number in reader.connection.execute(primary)}
        secondary = (
            select(t.incident_type.c.type, func.count())
            .join(t.incident, _inc.pk == t.incident_type.c.incident_pk)
            .where(condition, t.incident_type.c.type != _inc.type)
            .group_by(t.incident_type.c.type)
        )
        for code, number in reader.connection.execute(secondary):
            counts[code] = counts.get(code, 0) + number
        return counts

    def _statuses(self, reader: Reader) -> dict[str, int]:
        condition = where(self.wanted, ignoring=STATUSES)
        query = select(_inc.verification, func.count()).where(condition).group_by(_inc.verification)
        return {code: number for code, number in reader.connection.execute(query)}

    def _sources(self, reader: Reader) -> dict[str, int]:
        query = (
            select(t.source.c.name, func.count(_inc.pk.distinct()))
            .select_from(t.incident)
            .join(t.claim, (t.claim.c.incident_pk == _inc.pk) & (t.claim.c.withdrawn == ""))
            .join(t.report, t.report.c.pk == t.claim.c.report_pk)
            .join(t.source, t.source.c.pk == t.report.c.source_pk)
            .where(where(self.wanted, ignoring=SOURCES))
            .group_by(t.source.c.name)
        )
        return {name: number for name, number in reader.connection.execute(query)}

    def _undated(self, reader: Reader) -> int:
        """Incidents that only the period hides, because they have no date of the kind it asks for."""
        day = (
            _inc.reported_on
            if self.wanted.period and self.wanted.period.basis == "reported"
            else _inc.from_on
        )
        query = (
            select(func.count())
            .select_from(t.incident)
            .where(where(self.wanted, ignoring=PERIOD), or_(day.is_(None)))
        )
        return reader.connection.execute(query).scalar_one()
