"""Where an incident is recorded whose own place the gazetteer lacks: the smallest area around it that is known."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from incidents.errors import VigilError
from incidents.places.gazetteer import Gazetteer
from incidents.record.draft import IncidentDraft
from incidents.record.place import Place
from incidents.record.text import LINE_LIMIT, clean_line


@lru_cache(maxsize=500)
def known_area(admin1: str, country: str) -> Place | None:
    """The first-level area of this name, else the country (alpha-3), as a place; None when neither is known."""
    gazetteer = Gazetteer.shipped()
    within = f"{admin1}, {country}" if admin1 and country else admin1
    for text in (within, country):
        with suppress(VigilError):
            if text:
                return gazetteer.as_place(gazetteer.resolve_region(text))
    return None


def with_known_place(draft: IncidentDraft) -> IncidentDraft:
    """The draft at its place, or else at the known area around it, with the name of the place as a note.

    So a place that nobody has coordinates for stands in the way neither of accepting nor of the form.
    """
    if draft.place is not None or (draft.lat is not None and draft.lon is not None):
        return draft
    return replace(
        draft,
        place=known_area(draft.admin1_text, draft.country_text),
        place_text="",
        place_note=draft.place_note or clean_line(draft.place_text)[:LINE_LIMIT],
        admin1_text="",
        country_text="",
        geo_precision="",
    )
