"""Places that a text names, told apart by the gazetteer, the report's country and the other places named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from incidents.places import Gazetteer
from incidents.record.place import Place
from reports.extraction.lexicon import Lexicon
from reports.extraction.mentions import Event, PlaceMention, distance
from reports.extraction.text import Text


def find_places(
    text: Text, words: Lexicon, gazetteer: Gazetteer, *, country: str = "", own: Iterable[Place] = ()
) -> list[PlaceMention]:
    """Every place that the text names, in order."""
    found = []
    for sentence in text.sentences:
        at = 0
        while at < len(sentence.words):
            if not sentence.words[at].capital:
                at += 1
                continue
            last = at + 1
            while last < len(sentence.words) and sentence.words[last].capital and last - at < 4:
                last += 1
            while last > at:
                name = text.text[sentence.words[at].start : sentence.words[last - 1].end]
                hits = (
                    [h for h in gazetteer.suggest(name, limit=3) if h.how == "exact"] if len(name) > 3 else []
                )
                if hits:
                    place = hits[0].place
                    found.append(
                        PlaceMention(
                            sentence,
                            at,
                            last,
                            text=name,
                            choices=tuple(h.place for h in hits),
                            country=place.country,
                        )
                    )
                    break
                last -= 1
            at = max(last, at + 1)
    return found


def place_for(event: Event, text: Text, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place where an event happened, as far as the text tells."""
    here = [p for p in places if p.sentence is event.sentence]
    if here:
        return min(here, key=lambda p: distance(event.sentence, p.first, event.first))
    before = [p for p in places if p.sentence.number < event.sentence.number]
    return before[-1] if before else None
