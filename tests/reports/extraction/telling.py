"""What the tests of single languages ask: the incidents of one sentence, in short."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from incidents.record.suggestion import Suggestion
from reports.extraction.suggesting import suggest

WRITTEN = date(2023, 5, 10)


@dataclass(frozen=True)
class Told:
    """An incident that a sentence should tell of; what is None does not matter."""

    type: str
    place: str | None = None
    country: str | None = None
    start: str | None = None
    people: tuple[int | None, int | None] | None = None
    unit: str = "people"
    by: str | None = None
    status: str = "occurred"


def found(sentence: str, language: str) -> list[Suggestion]:
    """The incidents that are found in a sentence written on 10 May 2023."""
    return list(suggest(sentence, published=WRITTEN, language=language))


def is_told(sentence: str, language: str, wanted: Told) -> None:
    """Fails unless the sentence is read as telling of the incident."""
    same = [one for one in found(sentence, language) if one.type == wanted.type]
    assert same, f"no {wanted.type} found"
    one = same[0]
    assert one.occurrence == wanted.status
    if wanted.place is not None:
        assert (one.place.name if one.place else one.place_text) == wanted.place
    if wanted.country is not None:
        assert one.country == wanted.country
    if wanted.start is not None:
        assert str(one.when.start) == wanted.start
    if wanted.people is not None:
        assert (one.people.min, one.people.max) == wanted.people
        assert one.people.unit == wanted.unit
    if wanted.by is not None:
        assert one.claimed_by == wanted.by


def sureness(sentence: str, language: str, kind: str) -> float:
    """How surely the sentence tells of an incident of a type; 0 when it is not suggested."""
    return max((one.confidence for one in found(sentence, language) if one.type == kind), default=0.0)
