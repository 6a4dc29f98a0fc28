"""An incident that the program found in a report and nobody has accepted yet."""

from __future__ import annotations

from dataclasses import dataclass

from incidents.record.dates import UNDATED, When
from incidents.record.figures import Figure
from incidents.record.place import Place

_NOT_COUNTED = Figure()


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of a report's text, in characters: from `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a suggestion was read from. kind: "event", "place", "date", "people", "claimed_by" or "status"."""

    kind: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a report seems to tell of one incident, field by field as a person would code it.

    Attributes:
        type: a code of TYPES.
        evidence: the sentences that tell of it, in the order of the text; never empty.
        place_text: the place as the text writes it; empty when the text names none.
        place: what the gazetteer makes of it, None when it does not know it.
        places_other: other readings of the same name, the likeliest first, for a person to choose from.
        country: ISO 3166-1 alpha-3, also where the place itself is not known; empty when unknown.
        admin1: name of the first-level area, also where the place itself is not known; empty when unknown.
        geo_precision: a code of GEO_PRECISION.
        when: the date, resolved against the report's date of publication.
        date_text: the words that it was read from.
        people: the count; its `text` holds the words it was read from.
        claimed_by: who the report says is the source of this claim, as written; never the publisher itself.
        occurrence: "occurred", "ongoing" or "failed".
        aggregate: a total over several incidents. pattern: a practice, not one event.
        marks: the words that the fields were read from.
        confidence: 0 to 1, how likely a person is to accept it.
        why: the rules that fired, in plain words, for the reader.
    """

    type: str
    evidence: tuple[Passage, ...]
    place_text: str = ""
    place: Place | None = None
    places_other: tuple[Place, ...] = ()
    country: str = ""
    admin1: str = ""
    geo_precision: str = ""
    when: When = UNDATED
    date_text: str = ""
    people: Figure = _NOT_COUNTED
    claimed_by: str = ""
    occurrence: str = "occurred"
    aggregate: bool = False
    pattern: bool = False
    marks: tuple[Mark, ...] = ()
    confidence: float = 0.5
    why: tuple[str, ...] = ()
