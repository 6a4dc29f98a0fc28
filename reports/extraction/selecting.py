"""What the words say that a person selected: one incident, also where no rule would have suggested any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from incidents.places import Gazetteer
from incidents.record.place import Place
from incidents.record.suggestion import Passage, Suggestion
from reports.extraction.signs.events import as_event
from reports.extraction.signs.judging import judge
from reports.extraction.suggesting import Reading, _read, suggest

# A person has said already that these words tell of an incident; its type is guessed from a fainter sign.
LEAST = 0.15


def suggest_from(
    words: str,
    *,
    published: date | None = None,
    language: str = "",
    country: str = "",
    gazetteer: Gazetteer | None = None,
    own: Iterable[Place] = (),
) -> Suggestion:
    """The incident that selected words tell of. Its type is empty where nothing says what it was."""
    own = tuple(own)
    found = suggest(
        words, published=published, language=language, country=country, gazetteer=gazetteer, own=own
    )
    seen = _read(words, published, language, country, gazetteer, own)
    best = max(found, key=lambda each: each.confidence, default=None) or _guessed(words, seen)
    return _filled(best, seen)


def _guessed(words: str, seen: Reading) -> Suggestion:
    """Only a type, if anything speaks for one."""
    events = [as_event(sign, *judge(sign)) for sign in seen.signs]
    event = max(events, key=lambda each: each.score, default=None)
    return Suggestion(
        type=event.type if event is not None and event.score >= LEAST else "",
        evidence=(Passage(0, len(words)),),
        confidence=0.0,
        why=("selected by hand",),
    )


def _filled(found: Suggestion, seen: Reading) -> Suggestion:
    """What the rules left open is taken from the first words that tell it: nobody selects them without need."""
    if found.place is None:
        place = next((each for each in seen.places if each.choices), None)
        if place is not None:
            found = replace(
                found,
                place_text=place.text,
                place=place.choices[0],
                places_other=place.choices[1:],
                country=place.country,
                geo_precision=place.precision,
            )
    if not found.when.known:
        when = next((each for each in seen.dates if each.when.known), None)
        found = replace(found, when=when.when, date_text=when.text) if when is not None else found
    if not found.people.known:
        count = next((each for each in seen.counts if each.figure.known), None)
        found = replace(found, people=count.figure) if count is not None else found
    if not found.claimed_by and seen.speakers:
        found = replace(found, claimed_by=seen.speakers[0].name)
    return found
