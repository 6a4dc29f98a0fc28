"""Which place and which country a text is speaking of at each point, where a sentence itself does not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reports.extraction.mentions import Event, PlaceMention
from reports.extraction.places.names import shouted
from reports.extraction.places.placewords import PlaceWords
from reports.extraction.words.text import Sentence, Text

MOVEMENTS = frozenset({"displacement", "return", "evacuation", "forced_transfer"})
FADING = 0.8  # how much a mention weighs a sentence later
FAR = 6  # sentences back that still tell which country is spoken of
SHARE = 0.3  # of all that a text says of places, what its one topic must have
WHOLE = 0.7  # the same for a capital, which is named for much besides
EARLY = 2  # paragraphs in which a story names its place


class Focus:
    """What a text speaks of: headings, the place of a news story, the sentence before, the country."""

    def __init__(self, text: Text, places: Sequence[PlaceMention], words: PlaceWords) -> None:
        self._text = text
        self._w = words
        self._places = [p for p in places if p.role != "dateline"]
        self._datelines = [p for p in places if p.role == "dateline"]
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        self._main: dict[str, float] = {}
        for place in self._places:
            self._by_sentence.setdefault(place.sentence.number, []).append(place)
            self._main[place.country] = self._main.get(place.country, 0.0) + _telling(place)
        self._main.pop("", None)
        self._chosen: dict[int, PlaceMention] = {}
        self._headed = self._headings()
        self._topic = self._find_topic()

    def note(self, sentence: Sentence, place: PlaceMention) -> None:
        """Keeps in mind where an event of this sentence happened."""
        self._chosen[sentence.number] = place

    # ------------------------------------------------------------------ the place
    def spoken_of(self, event: Event, *, total: bool | None = None) -> PlaceMention | None:
        """The place of its heading, of the sentences before in its paragraph, or of the whole story."""
        goal: PlaceMention | None = None
        headed = self._headed.get(event.sentence.number)
        if event.total if total is None else total:
            return headed
        chosen = self._chosen.get(event.sentence.number)
        if chosen is not None and chosen.sort == "place":
            return chosen
        if headed is not None:
            return headed
        for number in range(event.sentence.number - 1, -1, -1):
            sentence = self._text.sentences[number]
            if sentence.paragraph != event.sentence.paragraph:
                break
            found = self._chosen.get(number) or self._last_located(sentence)
            if found is not None and (found.role in ("at", "of", "from") or event.type in MOVEMENTS):
                return found
            goal = goal or found
        if self._topic is not None:
            return self._topic
        found = goal or self._before(event)
        return found if found is not None and found.country == self._code(event.sentence) else None

    def _before(self, event: Event) -> PlaceMention | None:
        """The last place of the paragraph before, when this one goes on telling of it: "The attackers then ..."."""
        opening = next(s for s in self._text.sentences if s.paragraph == event.sentence.paragraph)
        if (referred := self._referred(event)) is not None:
            return referred
        if not (self._goes_on(opening) or self._goes_on(event.sentence)):
            return None
        for number in range(opening.number - 1, -1, -1):
            sentence = self._text.sentences[number]
            if sentence.paragraph < opening.paragraph - 1 or _heading(self._text, sentence):
                return None
            found = self._chosen.get(number) or self._last_located(sentence)
            if found is not None:
                return found if found.sort == "place" else None
        return None

    def _referred(self, event: Event) -> PlaceMention | None:
        """What "the camp", "the town" stands for: the last one named so, or the last settlement."""
        words = event.sentence.words
        for a, b in pairwise(words):
            kind = self._w.kinds.get(b.norm)
            if a.norm not in self._w.determiners or b.capital or kind not in ("settlement", "site", "island"):
                continue
            before = [
                p for p in self._places if p.sentence.number < event.sentence.number and p.sort == "place"
            ]
            for place in reversed(before):
                if b.norm in place.text.casefold().split() or (
                    kind == "settlement" and place.precision == "settlement" and located(place)
                ):
                    return place
        return None

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether it begins with what was spoken of before: "They", "The clashes", "Gunmen then"."""
        first = [word.norm for word in sentence.words[:5]]
        if first[:1] and first[0] in self._w.resuming:
            return first[0] in self._w.pronouns or not set(first[1:3]) & (
                self._w.offices | self._w.organisations
            )
        return any(word in self._w.sequels for word in first)

    def _last_located(self, sentence: Sentence) -> PlaceMention | None:
        there = [p for p in self._by_sentence.get(sentence.number, ()) if located(p) and p.role != "from"]
        return there[-1] if there else None

    def _headings(self) -> dict[int, PlaceMention]:
        """For each sentence under a heading that names a place, that place."""
        found: dict[int, PlaceMention] = {}
        current: PlaceMention | None = None
        for sentence in self._text.sentences[1:]:
            if _heading(self._text, sentence):
                named = [p for p in self._by_sentence.get(sentence.number, ()) if p.sort == "place"]
                current = named[0] if named and named[0].first <= 3 else None
            elif current is not None:
                found[sentence.number] = current
        return found

    def _find_topic(self) -> PlaceMention | None:
        """The one place that a story keeps to; None when it is about a country or about many places."""
        named = [p for p in self._places if p.sort == "place" and (p.choices or p.role)]
        named = [p for p in named if not p.vague or p.precision == "admin2"]
        named = [p for p in named if not p.container or p.precision not in ("admin1", "admin2")]
        local = next((d for d in self._datelines if self._local(d, named)), None)
        first = next((p for p in self._places if located(p)), None)
        if not named or (local is None and (first is None or first.sort == "country" or first.listed)):
            return None
        weights: dict[str, float] = {}
        for place in named:
            weights[identity(place)] = weights.get(identity(place), 0.0) + (1.0 if located(place) else 0.7)
        total = sum(weights.values())
        leads = {identity(local)} if local is not None else set()
        if local is None and first is not None:
            leads = {identity(p) for p in named if p.sentence is first.sentence}
        for lead in leads:
            weights[lead] = weights.get(lead, 0.0) + (3.0 if local is not None and not local.capital else 1.0)
        best = max(weights, key=lambda name: weights[name])
        leading = first is not None and first.sentence.paragraph <= 1 and first.sentence.number <= 2
        often = local is not None or leading or sum(identity(p) == best for p in named) > 1
        topic = next((p for p in sorted(named, key=lambda p: p.described) if identity(p) == best), None)
        if topic is None or not often or weights[best] < (WHOLE if topic.capital else SHARE) * total:
            return None
        return topic if local is not None or topic.sentence.paragraph <= EARLY else None

    def _local(self, dateline: PlaceMention, named: list[PlaceMention]) -> bool:
        """Whether the reporter writes from where it happened: the text itself goes on to name the place."""
        return dateline.sentence.words[0].text != "(" and any(
            identity(p) == identity(dateline) for p in named
        )

    # ------------------------------------------------------------------ the country
    def country(self, sentence: Sentence) -> PlaceMention | None:
        """The country that the text is speaking of there, as its nearest mention names it."""
        code = self._code(sentence)
        if not code:
            return self._datelines[0] if self._datelines else None
        return self._named(code, sentence)

    def _code(self, sentence: Sentence) -> str:
        if not self._main:
            return ""
        heaviest = max(self._main.values()) or 1.0
        near = {code: 2 * weight / heaviest for code, weight in self._main.items()}
        for number in range(sentence.number, max(-1, sentence.number - FAR), -1):
            fading = FADING ** (sentence.number - number)
            for place in self._by_sentence.get(number, ()):
                if place.country:
                    near[place.country] += 0.5 * _telling(place) * fading
        there = {p.country for p in self._places if located(p)}
        return max(near, key=lambda code: near[code] * (1.0 if code in there else 0.5))

    def _named(self, code: str, sentence: Sentence) -> PlaceMention | None:
        """The nearest mention of a country by its name, or one made from what is known of it."""
        same = [p for p in self._places if p.country == code]
        by_name = [p for p in same if p.sort == "country"]
        plain = [p for p in by_name if not p.vague]
        pool = plain or by_name or [p for p in same if p.sort == "people"] or same
        nearest = min(pool, key=lambda p: (abs(p.sentence.number - sentence.number), p.first))
        first = nearest.choices[0] if nearest.choices else None
        if nearest.sort == "country":
            return replace(nearest, vague=False, text=_bare(nearest))
        if nearest.sort == "people":
            return replace(nearest, text=_name(nearest), sort="country")
        return replace(
            nearest, text=first.country_name if first else nearest.text, choices=(), admin1="",
            precision="country", sort="country",
        )  # fmt: skip


def located(place: PlaceMention) -> bool:
    """Whether something is said to be there, to come from there or to go there."""
    told = place.role in ("at", "from", "to", "through", "of")
    return told and not place.described and not place.container and place.sort != "people"


def identity(place: PlaceMention) -> str:
    """What two mentions of one place have in common."""
    return place.choices[0].name if place.choices else place.text.casefold()


def _name(place: PlaceMention) -> str:
    return place.choices[0].name if place.choices else place.text


def _bare(country: PlaceMention) -> str:
    """ "Turkey" of "southeastern Turkey"."""
    words = country.text.split()
    first = next((at for at, word in enumerate(words) if word[:1].isupper()), 0)
    return " ".join(words[first:]) if country.vague else country.text


def _telling(place: PlaceMention) -> float:
    """How much a mention tells of the country that is spoken of."""
    if place.sort == "people" or place.described:
        return 0.5
    return 2.0 if place.role in ("at", "from") else 1.2


def _heading(text: Text, sentence: Sentence) -> bool:
    """A title, or a short line in capitals at the head of a list."""
    told = text.text[sentence.start : sentence.end]
    return sentence.title or (len(told) < 90 and shouted(sentence) and told[-1:] not in ".!?:;,")
