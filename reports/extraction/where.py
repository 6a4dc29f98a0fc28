"""Where an event happened: the place that its clause names, else the one that the text speaks of, else the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reports.extraction.lexicon import Lexicon
from reports.extraction.mentions import Event, PlaceMention, distance
from reports.extraction.placewords import PlaceWords, place_words
from reports.extraction.text import Sentence, Text, Word

MOVEMENTS = frozenset({"displacement", "return", "evacuation", "forced_transfer"})
_OBJECTS = frozenset({"attack", "aid_obstruction"})  # what befalls places themselves
_LOCATED = frozenset({"at", "from", "to", "through", "of"})
FADING = 0.8  # how much a mention weighs a sentence later
FAR = 6  # sentences back that still tell which country is spoken of
_ROLES = {"at": 0.0, "of": 5.0, "from": 7.0, "to": 7.0, "through": 9.0, "": 12.0}
_LEAVING = {"from": 0.0, "at": 2.0, "of": 4.0, "to": 9.0, "through": 12.0, "": 12.0}
_ARRIVING = {"to": 0.0, "at": 0.0, "of": 5.0, "from": 7.0, "through": 9.0, "": 10.0}


class Whereabouts:
    """Finds the places of the events of one text."""

    def __init__(self, text: Text, places: Sequence[PlaceMention], words: Lexicon) -> None:
        self._text = text
        self._w: PlaceWords = place_words(words)
        self._places = [p for p in places if p.role != "dateline"]
        self._datelines = [p for p in places if p.role == "dateline"]
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        for place in self._places:
            self._by_sentence.setdefault(place.sentence.number, []).append(place)
        self._main: dict[str, float] = {}
        for place in self._places:
            self._main[place.country] = self._main.get(place.country, 0.0) + _telling(place)
        self._chosen: dict[int, PlaceMention] = {}  # the last place chosen in a sentence
        self._topic = self._find_topic()

    def of(self, event: Event) -> tuple[PlaceMention, ...]:
        """The places of an event: one, or all of a list that it befell; none when the text names no place at all."""
        here = self._here(event)
        if here is not None:
            self._chosen[event.sentence.number] = here
            return self._with_listed(event, here)
        place = self._spoken_of(event) or self._country(event)
        return (place,) if place is not None else ()

    # ------------------------------------------------------------------ in the sentence itself
    def _here(self, event: Event) -> PlaceMention | None:
        found = [(self._cost(event, p), p.first, p) for p in self._by_sentence.get(event.sentence.number, ())]
        usable = [(cost, first, p) for cost, first, p in found if cost is not None]
        return min(usable, key=lambda each: each[:2])[2] if usable else None

    def _cost(self, event: Event, place: PlaceMention) -> float | None:
        """How unlikely it is that the event happened there; None when it can't have."""
        if place.sort == "people" or place.described:
            return None
        role = self._role(event, place)
        if role == "" and (place.sort == "country" or not place.choices):
            return None
        cost = float(_apart(event, place))
        cost += self._role_cost(event, role)
        cost += 5 * sum(word.norm in self._w.breaks for word in _between(event, place))
        if place.sort == "country":
            cost += 4
        if place.container:
            cost += 6
        return cost

    def _role(self, event: Event, place: PlaceMention) -> str:
        words = event.sentence.words
        gap = words[event.last : place.first]
        beside = place.first >= event.last and len(gap) <= 2
        if place.role in ("", "of") and beside and all(w.norm in self._w.articles | {"of"} for w in gap):
            return "from" if event.type == "displacement" else "at"
        if place.role == "" and event.type in _OBJECTS and 0 <= event.first - place.last <= 3:
            return "at"
        return place.role

    def _role_cost(self, event: Event, role: str) -> float:
        if event.type not in MOVEMENTS:
            return _ROLES[role]
        near = event.sentence.words[max(0, event.first - 2) : event.last + 1]
        arriving = event.type == "return" or any(self._w.arrives(word.norm) for word in near)
        return 2 * (_ARRIVING if arriving else _LEAVING)[role]

    def _with_listed(self, event: Event, place: PlaceMention) -> tuple[PlaceMention, ...]:
        if not place.listed or event.type in MOVEMENTS or place.vague:
            return (place,)
        listed = [
            p
            for p in self._by_sentence[event.sentence.number]
            if p.listed == place.listed and p.sort == "place" and not p.described and p.choices
        ]
        return tuple(listed) if place in listed else (place,)

    # ------------------------------------------------------------------ what the text is speaking of
    def _spoken_of(self, event: Event) -> PlaceMention | None:
        """The place of the sentences before, in the same paragraph; beyond it, the one that the text is about."""
        if event.total:
            return None
        for number in range(event.sentence.number - 1, -1, -1):
            sentence = self._text.sentences[number]
            if sentence.paragraph != event.sentence.paragraph:
                break
            found = self._chosen.get(number) or self._last_located(sentence)
            if found is not None:
                return found
        return self._topic

    def _last_located(self, sentence: Sentence) -> PlaceMention | None:
        located = [p for p in self._by_sentence.get(sentence.number, ()) if _located(p)]
        return located[-1] if located else None

    def _find_topic(self) -> PlaceMention | None:
        """The one place that a text about a single event keeps to."""
        located = [p for p in self._places if _located(p) and p.sort == "place"]
        if not located:
            return None
        counts = Counter(_identity(p) for p in located)
        first = located[0]
        if counts[_identity(first)] >= 0.5 * len(located):
            return first
        return None

    # ------------------------------------------------------------------ the country
    def _country(self, event: Event) -> PlaceMention | None:
        """The country that the text is speaking of there, as its nearest mention names it."""
        if not self._main:
            return self._datelines[0] if self._datelines else None
        heaviest = max(self._main.values()) or 1.0
        near = {code: 2 * weight / heaviest for code, weight in self._main.items()}
        for number in range(event.sentence.number, max(-1, event.sentence.number - FAR), -1):
            fading = FADING ** (event.sentence.number - number)
            for place in self._by_sentence.get(number, ()):
                near[place.country] += 0.5 * _telling(place) * fading
        code = max(near, key=lambda c: near[c])
        return self._named(code, event.sentence)

    def _named(self, code: str, sentence: Sentence) -> PlaceMention | None:
        """The nearest mention of a country by its name, or one made from what is known of it."""
        same = [p for p in self._places if p.country == code]
        by_name = [p for p in same if p.sort == "country"]
        pool = by_name or [p for p in same if p.sort == "people"] or same
        if not pool:
            return None
        nearest = min(pool, key=lambda p: (abs(p.sentence.number - sentence.number), p.first))
        if by_name:
            return replace(nearest, vague=False)
        if nearest.sort == "people":
            return replace(nearest, text=nearest.choices[0].name if nearest.choices else nearest.text)
        return replace(
            nearest,
            text=nearest.choices[0].country_name if nearest.choices else nearest.text,
            choices=(),
            admin1="",
            precision="country",
            sort="country",
        )


def _telling(place: PlaceMention) -> float:
    """How much a mention tells of the country that is spoken of."""
    if place.sort == "people":
        return 0.6
    if place.described:
        return 0.7
    return 2.0 if place.role in ("at", "from") else 1.2


def _located(place: PlaceMention) -> bool:
    return place.role in _LOCATED and not place.described and not place.container and place.sort != "people"


def _identity(place: PlaceMention) -> str:
    return place.choices[0].name if place.choices else place.text


def _between(event: Event, place: PlaceMention) -> Sequence[Word]:
    words = event.sentence.words
    if place.first >= event.last:
        return words[event.last : place.first]
    return words[place.last : event.first]


def _apart(event: Event, place: PlaceMention) -> int:
    if place.first >= event.last:
        return distance(event.sentence, event.last - 1, place.first)
    if place.last <= event.first:
        return distance(event.sentence, place.last - 1, event.first)
    return 0
