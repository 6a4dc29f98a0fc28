"""One verb, several numbers and places: "some 70,000 fled to Tanzania, 26,000 to Rwanda and 9,000 to Uganda"."""

from __future__ import annotations

from collections.abc import Sequence

from reports.extraction.mentions import CountMention, Event, PlaceMention, distance

_NEAR = 8  # words and marks between a number and the place that it belongs to


def shares(
    event: Event, places: Sequence[PlaceMention], counts: Sequence[CountMention], others: Sequence[Event]
) -> list[tuple[CountMention, PlaceMention]]:
    """Each number with its own place where a sentence deals one event out over places; empty when it does not.

    Another sign between two numbers means that the second number belongs to something else.
    """
    here = sorted((c for c in counts if c.sentence is event.sentence), key=lambda c: c.first)
    told = (p for p in places if p.sort != "people" and p.role not in ("", "dateline") and not p.container)
    spots = sorted((p for p in told if p.sentence is event.sentence), key=lambda p: p.first)
    found: list[tuple[CountMention, PlaceMention]] = []
    for number, count in enumerate(here):
        until = here[number + 1].first if number + 1 < len(here) else len(event.sentence.words)
        place = next((p for p in spots if count.last <= p.first < until), None)
        if place is None or distance(event.sentence, count.last - 1, place.first) > _NEAR:
            continue
        if found and _between(others, event, found[-1][1].last, count.first):
            break
        found.append((count, place))
    different = len({place.text for _, place in found}) == len(found) >= 2
    return found if different and _begins(event, found[0]) else []


def _between(others: Sequence[Event], event: Event, first: int, last: int) -> bool:
    return any(
        o.sentence is event.sentence and first <= o.first < last and o.type != event.type for o in others
    )


def _begins(event: Event, share: tuple[CountMention, PlaceMention]) -> bool:
    """Whether the event stands before or beside the first number, not behind the whole list."""
    count, place = share
    return event.first <= place.last + 3 or event.last <= count.first
