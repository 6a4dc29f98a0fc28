"""Rules of place: what was picked, how precisely, and coordinates that can be true."""

from __future__ import annotations

import math
from dataclasses import replace

from incidents.record.codes import GEO_PRECISION
from incidents.record.draft import IncidentDraft
from incidents.record.findings import Findings
from incidents.record.place import Box, Place
from incidents.record.problems import Problem
from incidents.record.saying import shown

_FINENESS = {code: rank for rank, code in enumerate(GEO_PRECISION)}
_KM_PER_DEGREE = 111.2
# Coordinates this near to a place are taken for the place itself (rounding, another point of the town).
SAME_PLACE_KM = 5
_FAR_KM = 100


def check_place(place: Place) -> tuple[Problem, ...]:
    """What stands against adding a place to a case."""
    found = Findings()
    if not found.line("name", place.name, "the name of the place"):
        found.error("name", "A place needs a name. Write what people there call it.", "name.missing")
    for name in place.names:
        found.line("names", name, "another name of the place")
    coordinates(found, place.lat, place.lon)
    found.code("precision", place.precision, GEO_PRECISION, "precision of a place")
    code = place.country
    if code and not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        text = "A country is written with three letters, such as UKR. Pick it from the list."
        found.error("country", text, "country.unknown")
    if place.precision == "exact" and place.lat is None:
        text = "An exact place needs its coordinates. Give them or choose “Settlement”."
        found.error("precision", text, "precision.exact")
    return tuple(found.problems)


def coordinates(found: Findings, lat: float | None, lon: float | None, *, box: Box | None = None) -> bool:
    """True for coordinates that can be used; `box` is the country that they should lie in."""
    if lat is None and lon is None:
        return False
    if lat is None or lon is None:
        missing = "lat" if lat is None else "lon"
        found.error(missing, "Latitude and longitude belong together. Give both or none.", "coordinates.half")
        return False
    if not (math.isfinite(lat) and math.isfinite(lon)):
        found.error(
            "lat",
            "These coordinates are not numbers. Write decimal degrees such as 47.1 and 37.54.",
            "coordinates",
        )
        return False
    swap = f"Did you mean latitude {lon:g} and longitude {lat:g}?"
    if abs(lat) > 90:
        hint = f" They look swapped. {swap}" if abs(lon) <= 90 and abs(lat) <= 180 else " Correct it."
        found.error("lat", f"A latitude lies between -90 and 90, not at {lat:g}.{hint}", "coordinates.range")
        return False
    if abs(lon) > 180:
        found.error(
            "lon", f"A longitude lies between -180 and 180, not at {lon:g}. Correct it.", "coordinates.range"
        )
        return False
    if lat == 0 and lon == 0:
        found.error(
            "lat",
            "0, 0 is a point in the ocean and usually means “not known”. Leave both empty.",
            "coordinates.zero",
        )
        return False
    if box is not None and not box.contains(lat, lon):
        if box.contains(lon, lat):
            found.warn("lat", f"The coordinates lie outside the country. {swap}", "coordinates.swapped")
        else:
            found.warn("lat", "The coordinates lie outside the country. Check them.", "coordinates.outside")
    return True


def where(found: Findings, draft: IncidentDraft, box: Box | None) -> tuple[Place | None, str]:
    """The place of the incident and how precisely it is known."""
    usable = coordinates(found, draft.lat, draft.lon, box=box)
    place = draft.place
    if place is None:
        place = _named(found, "place", draft.place_text, draft.lat if usable else None, draft.lon)
    elif usable:
        place = _at(found, place, draft.lat or 0.0, draft.lon or 0.0)
    return place, _precision(found, draft.geo_precision, place)


def whereto(found: Findings, draft: IncidentDraft) -> Place | None:
    """The destination of a movement."""
    inside = Findings()
    usable = coordinates(inside, draft.destination_lat, draft.destination_lon)
    for problem in inside.problems:
        found.error("destination", problem.text, problem.key)
    if draft.destination is not None:
        return draft.destination
    lat = draft.destination_lat if usable else None
    return _named(found, "destination", draft.destination_text, lat, draft.destination_lon)


def _named(found: Findings, field: str, said: str, lat: float | None, lon: float | None) -> Place | None:
    """A place of the case's own, from a name with coordinates; a name alone was not found."""
    name = found.line(field, said, f"the {field}")
    if lat is not None:
        if name:
            return Place(name=name, kind="site", precision="exact", lat=lat, lon=lon)
        found.error(field, f"The coordinates of the {field} have no name. Name it.", f"{field}.unnamed")
    elif name:
        text = f"“{shown(name)}” was not found. Pick a place from the list, or add it with its coordinates."
        found.error(field, text, f"{field}.unresolved")
    return None


def _at(found: Findings, place: Place, lat: float, lon: float) -> Place:
    """The place itself when the coordinates fit it, else a spot of its own with the same name."""
    if place.lat is None or place.lon is None:
        return replace(place, lat=lat, lon=lon)
    away = distance_km(place.lat, place.lon, lat, lon)
    if away <= SAME_PLACE_KM:
        return place
    if away > _FAR_KM and place.precision in ("exact", "settlement", "near"):
        swapped = abs(lon) <= 90 and distance_km(place.lat, place.lon, lon, lat) <= _FAR_KM
        hint = f"Did you mean latitude {lon:g} and longitude {lat:g}?" if swapped else "Check them."
        key = "coordinates.swapped" if swapped else "coordinates.far"
        found.warn("lat", f"The coordinates are {away:,.0f} km from {place.name}. {hint}", key)
    return replace(
        place, id=None, geonames=None, kind="site", lat=lat, lon=lon, population=None, precision="exact"
    )


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance on a sphere; good to half a per cent."""
    one, two = math.radians(lat1), math.radians(lat2)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * math.degrees(math.asin(min(1.0, math.sqrt(half)))) * _KM_PER_DEGREE


def _precision(found: Findings, code: str, place: Place | None) -> str:
    if place is None:
        if code:
            found.warn(
                "geo_precision",
                "A precision without a place says nothing and was left out.",
                "geo_precision.idle",
            )
        return ""
    if not code:
        return "settlement" if place.precision == "exact" and place.kind == "settlement" else place.precision
    if found.code("geo_precision", code, GEO_PRECISION, "precision of a place") not in GEO_PRECISION:
        return code
    finest = place.precision if place.precision in _FINENESS else "country"
    if _FINENESS[code] < _FINENESS[finest]:
        text = (
            f"“{place.name}” is known only as “{GEO_PRECISION[finest].label}”, so “{GEO_PRECISION[code].label}” "
            "says too much. Choose a coarser precision or a more precise place."
        )
        found.error("geo_precision", text, "geo_precision.too_fine")
    return code
