"""Sentences about one event joined into one incident, and different events told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.extraction.dates.choosing import better_date, dates_agree
from reports.extraction.mentions import (
    CountMention,
    DateMention,
    Event,
    Mention,
    PlaceMention,
    SpeakerMention,
)
from reports.extraction.people.befallen import better_count, same_count


@dataclass(eq=False)
class Told:
    """An event with what was found for it; joining adds further sentences."""

    event: Event
    place: PlaceMention | None = None
    date: DateMention | None = None
    count: CountMention | None = None
    speaker: SpeakerMention | None = None
    events: list[Event] = field(default_factory=list)


def join(told: Sequence[Told]) -> list[Told]:
    """One entry per incident, in the order of the text."""
    kept: list[Told] = []
    for item in told:
        item.events = [item.event]
        same = next((k for k in reversed(kept) if _one(k, item)), None)
        if same is None:
            kept.append(item)
            continue
        same.events.append(item.event)
        same.date = better_date(same.date, item.date)
        same.place = _better_place(same, item)
        count = better_count(same.count, item.count)
        if count is not same.count:  # who told the number told the incident
            same.speaker = item.speaker or same.speaker
        elif count is None:
            same.speaker = same.speaker or item.speaker
        same.count = count
    return kept


def _better_place(a: Told, b: Told) -> PlaceMention | None:
    """The one that a sentence of its own names; a place rather than the country around it."""
    if a.place is None or b.place is None or _place(b) is None or b.place.sort == "country":
        return a.place or b.place
    wide = a.place.sort == "country" and a.place.country == b.place.country
    return b.place if wide or (_place(a) is None and not _own(b, a.place)) else a.place


def occurrence(told: Told) -> str:
    """Failed or going on where one of its sentences says so, unless it is told as the event of one day."""
    if any(event.occurrence == "failed" for event in told.events):
        return "failed"
    going_on = sum(event.occurrence == "ongoing" for event in told.events)
    one_day = told.date is not None and told.date.when.precision == "day" and not told.date.since
    return "ongoing" if 2 * going_on >= len(told.events) and not one_day else "occurred"


def _one(a: Told, b: Told) -> bool:
    """Whether both tell of one incident: one type, and nothing said of the one that the other contradicts."""
    if a.event.type != b.event.type:
        return False
    if (a.event.occurrence == "failed") != (b.event.occurrence == "failed") and b.event.kind == "verb":
        return False
    one_voice = a.speaker is None or b.speaker is None or a.speaker.name == b.speaker.name
    if not one_voice and not _share(a, b):
        return False
    return (
        _places_agree(_place(a), _place(b), may_widen=one_voice)
        and dates_agree(_date(a), _date(b))
        and same_count(_count(a), _count(b))
    )


def _share(a: Told, b: Told) -> bool:
    """Whether both name the same place, day or number; what two voices tell is hardly one incident otherwise."""
    place, other = _place(a), _place(b)
    if place is not None and other is not None:
        return True
    return any(
        one is not None and two is not None for one, two in ((_date(a), _date(b)), (_count(a), _count(b)))
    )


def _places_agree(a: PlaceMention | None, b: PlaceMention | None, *, may_widen: bool) -> bool:
    """One place, or, where that may be meant, the one a country that holds the other."""
    if a is None or b is None:
        return True
    if not a.choices or not b.choices:
        return a.text == b.text
    one, two = a.choices[0], b.choices[0]
    wide = may_widen and "country" in (one.kind, two.kind)
    return one.name == two.name or (wide and one.country == two.country)


def _own(told: Told, mention: Mention | None) -> bool:
    """Whether a mention stands in a sentence of the incident itself, not in one before it."""
    return mention is not None and any(mention.sentence is event.sentence for event in told.events)


def _place(told: Told) -> PlaceMention | None:
    return told.place if told.place is not None and _own(told, told.place) else None


def _date(told: Told) -> DateMention | None:
    date = told.date
    return date if date is not None and (date.role == "heading" or _own(told, date)) else None


def _count(told: Told) -> CountMention | None:
    return told.count if told.count and _own(told, told.count) else None
