"""Places on their way into the case: the gazetteer's are copied in, missing ones are added by coordinates."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import ClassVar

from incidents.case.writer import Writer, new_id
from incidents.errors import Refused, UnknownPlace, VigilError
from incidents.places import Gazetteer
from incidents.record.check import check_place
from incidents.record.check_places import SAME_PLACE_KM, distance_km
from incidents.record.draft import IncidentDraft
from incidents.record.place import Place
from incidents.record.problems import ERROR, Problem
from incidents.record.saying import shown
from incidents.record.text import clean_line

# Kinds of place that are looked for among areas only: "Donetsk" the region, not the city.
_AREAS = ("country", "admin1", "area")
# Kinds of place that a case adds by coordinates.
_OWN_KINDS = ("site", "settlement")


@dataclass(frozen=True, slots=True)
class AddPlace:
    """Add a place that the gazetteer lacks; answers with the case's own copy."""

    place: Place
    why: str = ""
    label: ClassVar[str] = "Add a place"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> Place:
        writer.label = f"Add the place {self.place.name}"
        return kept_place(writer, self.place)


def kept_place(writer: Writer, place: Place) -> Place:
    """The case's own copy of a place, made now if there is none; raises Refused for impossible coordinates."""
    if place.id is not None:
        known: Place = writer.find("place", place.id)
        return known
    known_copy = writer.place_like(place)
    if known_copy is not None:
        return known_copy
    problems = [problem for problem in check_place(place) if problem.severity == ERROR]
    if problems:
        raise Refused(problems)
    kept = replace(
        place,
        id=new_id(),
        name=clean_line(place.name),
        names=tuple(filter(None, map(clean_line, place.names))),
        regions=place.regions or tuple(code for code in (place.country, place.admin1) if code),
    )
    writer.put(kept)
    return kept


def with_places(writer: Writer, draft: IncidentDraft) -> tuple[IncidentDraft, list[Problem]]:
    """The draft with its places found and kept, and what stands against a place that cannot be."""
    problems: list[Problem] = []
    place, destination = draft.place, draft.destination
    try:
        if place is None and draft.place_text.strip():
            place = _found(writer, draft, draft.place_text, "place")
        elif place is None and (draft.admin1_text or draft.country_text):
            place = _area(draft.admin1_text or draft.country_text, "place")
        place = kept_place(writer, place) if place else None
    except Refused as refusal:
        place, problems = draft.place, [*refusal.problems]
    try:
        if destination is None and draft.destination_text.strip():
            destination = _found(writer, _there(draft), draft.destination_text, "destination")
        destination = kept_place(writer, destination) if destination else None
    except Refused as refusal:
        destination = draft.destination
        problems += [replace(problem, field="destination") for problem in refusal.problems]
    found = replace(
        draft,
        place=place,
        place_text="" if place else draft.place_text,
        destination=destination,
        destination_text="" if destination else draft.destination_text,
    )
    return found, problems


def _there(draft: IncidentDraft) -> IncidentDraft:
    """What is known of the destination, as if it were the place."""
    return IncidentDraft(
        place_kind=draft.destination_kind,
        country_text=draft.destination_country_text,
        admin1_text=draft.destination_admin1_text,
        lat=draft.destination_lat,
        lon=draft.destination_lon,
    )


def _area(text: str, field: str) -> Place:
    gazetteer = Gazetteer.shipped()
    try:
        return gazetteer.as_place(gazetteer.resolve_region(text))
    except VigilError as error:
        raise Refused([Problem(field, str(error), key="place.unresolved")]) from error


def _found(writer: Writer, draft: IncidentDraft, text: str, field: str) -> Place:
    gazetteer, own = Gazetteer.shipped(), writer.own_places()
    if draft.place_kind not in ("", *_OWN_KINDS, *_AREAS):
        text = f"“{shown(draft.place_kind, 40)}” is no kind of place; known are {', '.join((*_OWN_KINDS, *_AREAS))}."
        raise Refused([Problem(field, text, key="place.kind")])
    country = _code(draft.country_text) or (writer.meta("country") or "" if not draft.country_text else "")
    admin1 = _code(draft.admin1_text, country)
    if draft.place_kind in _AREAS:
        with contextlib.suppress(Refused):  # an area of the case's own is found below
            return gazetteer.as_place(_code(text, country))
    try:
        known = gazetteer.resolve_place(text, country=country, admin1=admin1, own=own)
    except UnknownPlace as error:
        if draft.country_text == "" and country:
            return _found_anywhere(gazetteer, draft, text, own, field, str(error))
        return _by_coordinates(draft, text, country, admin1, field, str(error))
    except VigilError as error:
        raise Refused([Problem(field, str(error), key="place.ambiguous")]) from error
    if known.precision in ("country", "admin1") or _is_there(known, draft.lat, draft.lon):
        return known
    return _by_coordinates(draft, text, country or known.country, admin1 or known.admin1, field, "")


def _is_there(place: Place, lat: float | None, lon: float | None) -> bool:
    """True when the coordinates given beside a name, if any, are those of the place that has it."""
    if place.lat is None or place.lon is None or lat is None or lon is None:
        return True
    return distance_km(place.lat, place.lon, lat, lon) <= SAME_PLACE_KM


def _found_anywhere(
    gazetteer: Gazetteer, draft: IncidentDraft, text: str, own: list[Place], field: str, said: str
) -> Place:
    """Outside the case's usual country, which was only a guess."""
    try:
        return gazetteer.resolve_place(text, own=own)
    except UnknownPlace:
        return _by_coordinates(draft, text, "", "", field, said)
    except VigilError as error:
        raise Refused([Problem(field, str(error), key="place.ambiguous")]) from error


def _by_coordinates(
    draft: IncidentDraft, text: str, country: str, admin1: str, field: str, said: str
) -> Place:
    if draft.lat is None or draft.lon is None:
        hint = f"{said} Add lat and lon to keep it as a place of this case."
        raise Refused([Problem(field, hint.strip(), key="place.unresolved")])
    gazetteer = Gazetteer.shipped()
    admin = gazetteer.area(admin1) if admin1 else None
    land = gazetteer.area(country) if country else None
    return Place(
        name=text,
        kind=draft.place_kind if draft.place_kind in _OWN_KINDS else "site",
        country=country,
        country_name=land.name if land else "",
        admin1=admin1,
        admin1_name=admin.short if admin else "",
        lat=draft.lat,
        lon=draft.lon,
        precision=draft.geo_precision or "settlement",
    )


def _code(text: str, country: str = "") -> str:
    """A region code for what was written, empty for nothing; raises Refused when it is not known."""
    if not text.strip():
        return ""
    gazetteer = Gazetteer.shipped()
    try:
        code = gazetteer.resolve_region(text)
    except VigilError as error:
        for area in gazetteer.children(country) if country else ():
            if text.casefold() in (name.casefold() for name in (area.name, area.code, *area.names)):
                return area.code
        raise Refused([Problem("place", str(error), key="place.unresolved")]) from error
    return code
