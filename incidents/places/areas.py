"""What the gazetteer answers with: areas, which contain places, and hits, which are places found by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from incidents.record.place import Place


@dataclass(frozen=True, slots=True)
class Area:
    """A country, a first-level area, or a named area of our own that covers several of them.

    Attributes:
        code: region code: ISO 3166-1 alpha-3, ISO 3166-2, GeoNames "CC.NN" where ISO has none, or "area:...".
        name, short: "Kharkiv Oblast" and "Kharkiv"; the short one stands in the label of a settlement.
        kind: "country", "admin1" or "area".
        parent: the country's code; empty for a country and for an area over several.
        iso: ISO 3166-1 alpha-2 or ISO 3166-2 code, empty where there is none.
        pcode: OCHA P-code, from a table and never from the ISO code.
        lat, lon: a settlement inside, in WGS 84 degrees; for placing a label, never for drawing a dot.
        names: other names, any language.
        covers: the codes that a named area is made of.
    """

    code: str
    name: str
    kind: str
    parent: str = ""
    short: str = ""
    iso: str = ""
    pcode: str = ""
    lat: float | None = None
    lon: float | None = None
    names: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    population: int = 0
    geonames: int | None = None


How = Literal["exact", "prefix", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Hit:
    """One suggestion: the place, how it is shown, the spelling that matched, and how well it did."""

    place: Place
    label: str
    matched: str
    how: How
