"""Where an event happened: the place that its clause names, else the one that the text speaks of, else the country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.extraction.mentions import Event, PlaceMention, distance
from reports.extraction.places.focus import MOVEMENTS, Focus, located
from reports.extraction.places.names import possessive
from reports.extraction.places.placewords import PlaceWords, place_words
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.text import Text, Word

_OBJECTS = frozenset({"attack", "aid_obstruction", "displacement"})  # what is said of places themselves
_TAKING = frozenset({"abduction", "detention", "release", "forced_recruitment"})  # "taken from", "freed from"
_ROLES = {"at": 0.0, "of": 5.0, "from": 7.0, "to": 7.0, "through": 9.0, "": 12.0}
_LEAVING = {"from": 0.0, "at": 4.0, "of": 8.0, "to": 18.0, "through": 24.0, "": 24.0}
_ARRIVING = {"to": 2.0, "at": 1.0, "of": 10.0, "from": 0.0, "through": 18.0, "": 20.0}
_RETURNING = {"to": 0.0, "at": 0.0, "of": 10.0, "from": 14.0, "through": 18.0, "": 20.0}
OPENING = 8  # the most that distance counts for a place that opens the sentence
TOO_FAR = 32  # cost beyond which the place of the sentences before is likelier
OUT_OF_REACH = 60  # cost beyond which the country is


class Whereabouts:
    """Finds the places of the events of one text."""

    def __init__(self, text: Text, places: Sequence[PlaceMention], words: Lexicon) -> None:
        self._w: PlaceWords = place_words(words)
        self._people = words.words("people")
        self._focus = Focus(text, places, self._w)
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        for place in places:
            if place.role != "dateline":
                self._by_sentence.setdefault(place.sentence.number, []).append(place)

    def of(self, event: Event) -> tuple[PlaceMention, ...]:
        """The places of an event: one, or all of a list that it befell; none when the text names no place at all."""
        here = self._meant(event) or self._here(event)
        if here is not None:
            self._focus.note(event.sentence, here)
            return self._with_listed(event, here)
        place = self._focus.spoken_of(event) or self._focus.country(event.sentence)
        return (place,) if place is not None else ()

    # ------------------------------------------------------------------ in the sentence itself
    def _here(self, event: Event) -> PlaceMention | None:
        found = [(self._cost(event, p), p.first, p) for p in self._by_sentence.get(event.sentence.number, ())]
        usable = [(cost, first, p) for cost, first, p in found if cost is not None]
        if not usable:
            return None
        cost, _first, best = min(usable, key=lambda each: each[:2])
        far = event.total or cost > OUT_OF_REACH or self._focus.spoken_of(event) is not None
        if cost > TOO_FAR and far:
            return None
        if self._only_goal(event, best):
            return self._focus.spoken_of(event, total=False) or best
        return best

    def _meant(self, event: Event) -> PlaceMention | None:
        """What "there" stands for right after the event."""
        after = event.sentence.words[event.last : event.last + 3]
        if not any(word.norm in self._w.anaphors for word in after):
            return None
        before = [p for p in self._by_sentence.get(event.sentence.number, ()) if p.last <= event.first]
        told = [p for p in before if located(p)]
        return told[-1] if told else None

    def _only_goal(self, event: Event, place: PlaceMention) -> bool:
        """ "They fled to Chad" says nothing of where from: what is spoken of does."""
        site = place.precision == "near"
        return event.type == "displacement" and place.role == "to" and not site and not self._arriving(event)

    def _cost(self, event: Event, place: PlaceMention) -> float | None:
        """How unlikely it is that the event happened there; None when it can't have."""
        names_it = (
            place.described and place.last == event.first and place.sort == "place"
        )  # "the Kunduz bombing"
        theirs = place.described and place.sort == "place" and self._people_of(place)
        if place.sort == "people" or (place.described and not names_it and not theirs):
            return None
        if names_it:
            return 0.0
        role = "of" if theirs else self._role(event, place)
        if (
            role == ""
            and not place.vague
            and (place.sort == "country" or self._speaks(place) or not self._subject(place))
        ):
            return None
        role = "of" if role == "" and place.vague else role
        opens = self._opens(place)
        cost = float(min(_apart(event, place), OPENING) if opens else _apart(event, place))
        cost += self._role_cost(event, role)
        if place.first < event.first:
            cost += self._told_before(event, place, opens)
        if opens and self._nearer(event, place):
            cost += 4.0 if place.precision in ("settlement", "near") else 8.0
        if not opens:
            cost += 5 * sum(word.norm in self._w.breaks for word in _between(event, place))
        if place.container and not 0 <= place.first - event.last <= 2:
            cost += 40.0 if place.elsewhere else 20.0
        if self._resides(event, place):
            cost += 20
        if place.sort == "country":
            cost += 4.0 + (8.0 if self._more_exact(place) else 0.0)
        elif place.precision in ("admin1", "admin2"):
            cost += 3
        return cost

    def _people_of(self, place: PlaceMention) -> bool:
        """ "The Chibok girls": those who are of the place."""
        after = place.sentence.words[place.last : place.last + 1]
        return bool(after) and after[0].norm in self._people and not self._speaks(place)

    def _may_be_subject(self, place: PlaceMention) -> bool:
        return place.sort != "country" and not self._speaks(place) and self._subject(place)

    def _subject(self, place: PlaceMention) -> bool:
        """Whether it may be what its clause is about: "..., when the basin was flooded"."""
        words = place.sentence.words[: place.first]
        before = next((w for w in reversed(words) if w.norm not in self._w.articles), None)
        return before is None or before.norm in self._w.breaks or before.text in ",:;"

    def _speaks(self, place: PlaceMention) -> bool:
        """ "Kabul said": not a place, but those who govern there."""
        return any(w.norm in self._w.speech for w in place.sentence.words[place.last : place.last + 2])

    def _resides(self, event: Event, place: PlaceMention) -> bool:
        """ "A critic living in exile in London": unless living there is the event itself."""
        words = place.sentence.words
        before = range(max(0, place.first - 3), place.first)
        return any(words[i].norm in self._w.residing and not event.first <= i < event.last for i in before)

    def _opens(self, place: PlaceMention) -> bool:
        """ "In Kunduz, ..." at the head of a sentence holds for all of it."""
        head, *rest = [word.norm for word in place.sentence.words[:2]]
        fronted = head in self._w.roles or (
            head in self._w.fronting and bool(self._w.roles.keys() & set(rest))
        )
        return self._heads(place) or (place.first <= 5 and place.role == "at" and fronted)

    def _more_exact(self, country: PlaceMention) -> bool:
        """Whether the same sentence names a place in that country."""
        there = self._by_sentence.get(country.sentence.number, ())
        return any(p.sort == "place" and p.country == country.country and located(p) for p in there)

    def _nearer(self, event: Event, place: PlaceMention) -> bool:
        """Whether a place beside the event is named too: "In Shopian, they were dragged from homes in Parigam"."""
        for other in self._by_sentence.get(event.sentence.number, ()):
            if (
                other is place
                or other.role != "at"
                or other.container
                or other.described
                or other.sort != "place"
            ):
                continue
            if other.first > place.last and not any(w.norm in self._w.breaks for w in _between(event, other)):
                return True
        return False

    def _heads(self, place: PlaceMention) -> bool:
        """Whether nothing but an article stands before it."""
        return all(word.norm in self._w.articles for word in place.sentence.words[: place.first])

    def _told_before(self, event: Event, place: PlaceMention, opens: bool) -> float:
        """What stands before the verb belongs to it less often, and not at all if it is where somebody speaks."""
        between = [word.norm for word in event.sentence.words[place.last : event.first]]
        cost = 0.0 if opens else 3.0
        if not opens and any(word in self._w.joints for word in between):
            cost += 4.0
        before = [word.norm for word in event.sentence.words[: place.first]]
        if place.role == "from":
            return cost
        if any(word in self._w.telling for word in between) and any(w in self._w.speech for w in before):
            cost += 15.0
        return cost

    def _role(self, event: Event, place: PlaceMention) -> str:
        words = event.sentence.words
        if event.first <= place.first < event.last and place.role in ("", "of"):
            return "at"  # "stormed the Tariq camp"
        gap = words[event.last : place.first]
        plain = all(
            w.norm in self._w.articles or self._w.roles.get(w.norm) == "of" or possessive(w) for w in gap
        )
        if place.role in ("", "of") and place.first >= event.last and len(gap) <= 2 and plain:
            return "from" if event.type == "displacement" else "at"
        beside = self._heads(place) or 0 <= event.first - place.last <= 3
        if place.role == "" and event.type in _OBJECTS and place.sort == "place" and beside:
            return "at"
        return place.role

    def _role_cost(self, event: Event, role: str) -> float:
        if event.type not in MOVEMENTS:
            return 1.0 if role == "from" and event.type in _TAKING else _ROLES[role]
        if event.type == "return":
            return _RETURNING[role]
        return (_ARRIVING if self._arriving(event) else _LEAVING)[role]

    def _arriving(self, event: Event) -> bool:
        near = event.sentence.words[max(0, event.first - 2) : event.last + 1]
        return any(self._w.arrives(word.norm) for word in near)

    # ------------------------------------------------------------------ lists
    def _with_listed(self, event: Event, place: PlaceMention) -> tuple[PlaceMention, ...]:
        """Each place of a list, or the list as one where an event can't be dealt out: a total, a practice, a way."""
        if not place.listed:
            return (place,)
        listed = [
            p
            for p in self._by_sentence.get(event.sentence.number, ())
            if p.listed == place.listed and p.sort == "place" and not p.described and not p.container
        ]
        if place not in listed or len(listed) < 2:
            return (place,)
        gap = [w.norm for w in _gap(listed[0], listed[1])]
        plain = not any(word in self._w.roles for word in gap)
        two = len(listed) == 2 and plain and any(word in self._w.joints for word in gap)
        if place.role == "to":
            return (listed[0],)
        if two and (event.total or event.pattern or event.type in MOVEMENTS):
            return (_pair(listed[0], listed[1]),)
        return (place,) if event.type in MOVEMENTS else tuple(listed)


def _pair(a: PlaceMention, b: PlaceMention) -> PlaceMention:
    """ "Zawiya and Khoms" as one."""
    told = " ".join((a.text, *(word.text for word in _gap(a, b)), b.text))
    return replace(
        a, last=b.last, text=told, vague=True, choices=a.choices + b.choices,
        admin1=a.admin1 if a.admin1 == b.admin1 else "", precision="admin1",
    )  # fmt: skip


def _gap(a: PlaceMention, b: PlaceMention) -> Sequence[Word]:
    return a.sentence.words[a.last : b.first]


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
