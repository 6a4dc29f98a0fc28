"""From a report's text to suggestions: the order of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from incidents.places import Gazetteer
from incidents.record.dates import UNDATED
from incidents.record.figures import Figure
from incidents.record.place import Place
from incidents.record.suggestion import Mark, Passage, Suggestion
from reports.extraction.dates.finding import date_for, find_dates
from reports.extraction.joining import Told, join, occurrence
from reports.extraction.mentions import (
    CountMention,
    DateMention,
    Event,
    Mention,
    PlaceMention,
    SpeakerMention,
)
from reports.extraction.people.finding import count_for, find_counts
from reports.extraction.places.finding import find_places
from reports.extraction.places.where import Whereabouts
from reports.extraction.sharing import shares
from reports.extraction.signs.events import Sign, as_event, find_signs, scenes
from reports.extraction.signs.judging import judge
from reports.extraction.speakers.finding import find_speakers, speaker_for
from reports.extraction.words.languages import detect_language
from reports.extraction.words.lexicon import Lexicon, lexicon
from reports.extraction.words.text import Text

# Confidence under which nothing is suggested. The weights are fitted to English reports and see less in others.
LEAST, LEAST_ELSEWHERE = 0.4, 0.3


@dataclass(frozen=True, eq=False)
class Reading:
    """A report's text with everything that was found in it."""

    text: Text
    words: Lexicon
    places: list[PlaceMention]
    dates: list[DateMention]
    counts: list[CountMention]
    speakers: list[SpeakerMention]
    signs: list[Sign]


def suggest(
    text: str,
    *,
    published: date | None = None,
    language: str = "",
    country: str = "",
    gazetteer: Gazetteer | None = None,
    own: Iterable[Place] = (),
) -> tuple[Suggestion, ...]:
    """The incidents that a report seems to tell of, in the order of its text.

    published: the day that "yesterday" counts from. language: ISO 639-1, found out when empty. country: alpha-3,
    where the report is about if that is known. own: places of the case that the gazetteer lacks.
    """
    seen = _read(text, published, language, country, gazetteer, own)
    events = [as_event(sign, *judge(sign)) for sign in seen.signs]
    where = Whereabouts(seen.text, seen.places, seen.words)
    least = LEAST if seen.words.language == "en" else LEAST_ELSEWHERE
    told = [
        item
        for event in events
        if event.score >= least
        for item in _told(event, seen, where, events, published)
    ]
    return tuple(_suggestion(item, seen.places) for item in join(told))


def _told(
    event: Event, seen: Reading, where: Whereabouts, events: list[Event], published: date | None
) -> Iterator[Told]:
    """The event with its date, speaker, place and number: once, or once for each place that it is dealt out over."""
    when = date_for(event, seen.text, seen.dates, published=published, events=events)
    speaker = speaker_for(event, seen.text, seen.speakers)
    dealt = shares(event, seen.places, seen.counts, events)
    if dealt:
        for count, place in dealt:
            yield Told(event, place=place, date=when, count=count, speaker=speaker)
        return
    spots = where.of(event) or (None,)
    # A number told of several places together is that of none of them.
    counted = count_for(event, seen.text, seen.counts) if len(spots) == 1 else None
    for spot in spots:
        yield Told(event, place=spot, date=when, count=counted, speaker=speaker)


def signs(text: str, *, published: date | None = None, language: str = "") -> list[Sign]:
    """All signs of incidents before they are judged; for fitting the weights."""
    return _read(text, published, language, "", None, ()).signs


def _read(
    text: str,
    published: date | None,
    language: str,
    country: str,
    gazetteer: Gazetteer | None,
    own: Iterable[Place],
) -> Reading:
    words = lexicon(language or detect_language(text) or "en")
    seen = Text(text, words.language)
    places = find_places(seen, words, gazetteer or Gazetteer.shipped(), country=country, own=own)
    dates = find_dates(seen, words, published=published)
    counts = find_counts(seen, words)
    speakers = find_speakers(seen, words)
    told = [p for p in places if p.sort != "people" and not p.described]
    found = find_signs(seen, words, scenes(told, dates, counts, speakers))
    return Reading(seen, words, places, dates, counts, speakers, found)


def _suggestion(told: Told, places: list[PlaceMention]) -> Suggestion:
    event, place = told.event, told.place
    passages = sorted({Passage(e.sentence.start, e.sentence.end) for e in told.events})
    choices = place.choices if place else ()
    return Suggestion(
        type=event.type,
        evidence=tuple(passages),
        place_text=place.text if place else "",
        place=choices[0] if choices and place and not place.vague else None,
        places_other=choices[1:],
        country=place.country if place else "",
        admin1=_area_around(place, places) if place else "",
        geo_precision=place.precision if place else "",
        when=told.date.when if told.date else UNDATED,
        date_text=told.date.text if told.date else "",
        people=told.count.figure if told.count else Figure(),
        claimed_by=told.speaker.name if told.speaker else "",
        occurrence=occurrence(told),
        aggregate=event.total,
        pattern=event.pattern,
        marks=tuple(_marks(told)),
        confidence=min(1.0, event.score),
        why=event.why,
    )


def _area_around(place: PlaceMention, places: list[PlaceMention]) -> str:
    """Its first-level area: of a place that is not in the gazetteer, the one that holds all others named beside it."""
    if place.admin1 or place.choices or place.sort != "place":
        return place.admin1
    sentences = {each.sentence.number for each in places if each.text == place.text}
    beside = {
        each.choices[0].admin1_name
        for each in places
        if each.sentence.number in sentences
        and each.country == place.country
        and each.sort == "place"
        and each.choices
    }
    return beside.pop() if len(beside) == 1 else ""


def _marks(told: Told) -> Iterable[Mark]:
    found: list[tuple[str, Mention | None]] = [("event", event) for event in told.events]
    found += [
        ("place", told.place),
        ("date", told.date),
        ("people", told.count),
        ("claimed_by", told.speaker),
    ]
    return [Mark(kind, Passage(mention.start, mention.end)) for kind, mention in found if mention is not None]
