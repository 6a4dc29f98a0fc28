"""Places and regions as the record keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A settlement, site, area or country that an incident can be placed at.

    Attributes:
        id: identity inside the case; None while the place is only the gazetteer's.
        name: the name that is shown.
        kind: "settlement", "site" (camp, plant, crossing), "area" (named area over several units),
            "country", "admin1", "admin2", ...
        country: ISO 3166-1 alpha-3, empty when unknown or several.
        admin1: region code of the first-level area (ISO 3166-2 where there is one), empty when unknown.
        lat, lon: WGS 84 decimal degrees, None when unknown. For areas a point inside, never to be drawn as a dot.
        geonames: GeoNames identifier, None for places of our own.
        iso, pcode: ISO 3166-2 and OCHA P-code, where the place is such an area.
        names: other names, any script.
        regions: codes of all areas that contain the place, country first, itself last if it is an area.
        precision: the geo_precision that this place allows: "settlement", "near", "admin1", "country", ...
    """

    name: str
    id: UUID | None = None
    kind: str = "settlement"
    country: str = ""
    country_name: str = ""
    admin1: str = ""
    admin1_name: str = ""
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    iso: str = ""
    pcode: str = ""
    names: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    precision: str = "settlement"
    population: int | None = None

    @property
    def label(self) -> str:
        """Name with its region and country: "Izyum, Kharkiv, Ukraine"."""
        parts = [self.name]
        around = "" if self.kind == "admin1" else self.admin1_name
        for part in (around, self.country_name or self.country):
            if part and part not in parts:
                parts.append(part)
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map in WGS 84 degrees; west > east means that it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    def contains(self, lat: float | None, lon: float | None) -> bool:
        """True when the point lies in the box, edges included; an unknown point never does."""
        if lat is None or lon is None or not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east
