"""What a name may mean, given the countries that a text is about."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from incidents.places import Gazetteer, Namesake
from incidents.record.folding import words as folded
from incidents.record.place import Place
from reports.extraction.words.inflection import adjectival, nominatives

CHOICES = 6  # readings of one name that a person is offered
FAMOUS = 200_000  # people of a city that may be meant though nothing else in the text lies in its country
OWN = 5  # times as large is another bearer that a name is taken for rather than for one whose own name it is
SURE = 0.3  # share of a country from which on a river is in it because a town of its name is
CLEAR = 4.0  # weight of a country from which on a text is surely about it
RIVAL = 8  # times as large, and the other bearer of a name is hardly meant
METROPOLIS = 1_000_000  # people of a city that is meant more often than its namesakes
LARGE = 50_000  # people of a city that other places are said to be in
_SIDES = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}
_FROM_MIDDLE = 0.1  # share of a country's areas that must lie between its middle and what lies "in the north"
_AREAS = ("admin1", "area")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name means. choices: places, the likeliest first; empty when only the country is known."""

    choices: tuple[Place, ...] = ()
    country: str = ""
    admin1: str = ""
    container: bool = False

    @property
    def known(self) -> bool:
        """Whether the gazetteer has it."""
        return bool(self.choices)

    @property
    def wide(self) -> bool:
        """A country or an area, not a settlement."""
        return bool(self.choices) and self.choices[0].kind != "settlement"

    @property
    def wide_country(self) -> bool:
        """A country."""
        return bool(self.choices) and self.choices[0].kind == "country"

    def as_container(self) -> Reading:
        """The same, said of a smaller place."""
        return replace(self, container=True)


class Atlas:
    """Reads the names of one text. First `weigh` what tells of its countries, then `settle`, then `read`."""

    def __init__(
        self, gazetteer: Gazetteer, own: tuple[Place, ...], country: str, language: str = "en"
    ) -> None:
        self._gazetteer = gazetteer
        self._language = language
        self._own: dict[str, Place] = {}
        for place in own:
            for name in (place.name, *place.names):
                self._own.setdefault(_key(name), place)
        self._found: dict[str, tuple[Namesake, ...]] = {}
        self._weights: dict[str, float] = {country: 10.0} if country else {}
        self._hinted: dict[str, float] = {}
        self._faint: dict[str, float] = {}
        self.main = country

    # ------------------------------------------------------------------ plain questions
    def namesakes(self, text: str) -> tuple[Namesake, ...]:
        """What bears this name."""
        found = self._found.get(text)
        if found is None:
            found = self._gazetteer.named((text,)).get(text, ()) if 2 < len(text) <= 80 else ()
            if self._language != "en":
                found = self._foreign(text, found)
            self._found[text] = found
        return found

    def _foreign(self, text: str, found: tuple[Namesake, ...]) -> tuple[Namesake, ...]:
        """The same for a name that may be inflected; the best known bearer is meant, though its own name is another."""
        if (not found or adjectival(text)) and 2 < len(text) <= 80:
            named = self._gazetteer.named(nominatives(text))
            unlike = {n.rank: n for each in (found, *named.values()) for n in each}
            found = tuple(sorted(unlike.values(), key=lambda n: n.rank))
        if found and not any(n.own for n in found):
            firsts = {kind: next(n.rank for n in found if n.kind == kind) for kind in {n.kind for n in found}}
            found = tuple(replace(n, own=firsts[n.kind] == n.rank) for n in found)
        return found

    def knows(self, text: str) -> bool:
        """Whether something bears this name."""
        return bool(self.namesakes(text)) or _key(text) in self._own

    def any(self, forms: Sequence[str]) -> bool:
        """Whether something bears one of these names."""
        return any(self.knows(form) for form in forms)

    def owns(self, text: str) -> bool:
        """Whether it is a place large enough to have others in it: "Sudan's", "Aleppo's"."""
        return any(
            n.population >= (LARGE if n.own else 10 * LARGE) or (n.own and n.kind != "settlement")
            for n in self.namesakes(text)
        ) or self.is_country(text)

    def is_country(self, text: str) -> bool:
        """Whether it is the name of a country."""
        found = self.namesakes(text)
        return bool(found) and found[0].kind == "country"

    def likely(self, forms: Sequence[str], least: int) -> bool:
        """Whether a bearer is large, or lies in a country that the text is about."""
        for form in forms:
            for namesake in self.namesakes(form):
                share = self._share(namesake.country)
                if namesake.kind != "settlement" and namesake.own:
                    return True
                if share > 0.2 or (namesake.own and namesake.population >= least):
                    return True
        return any(_key(form) in self._own for form in forms)

    # ------------------------------------------------------------------ countries
    def weigh(self, country: str, weight: float) -> None:
        """Notes that something points to a country."""
        if country:
            self._weights[country] = self._weights.get(country, 0.0) + weight

    def weigh_name(self, country: str, forms: Sequence[str], weight: float) -> None:
        """Notes what a name says of countries: much if it is one, a little if its largest bearer lies there."""
        if country:
            self.weigh(country, 1.7 * weight)
            return
        found = next((n for n in map(self.namesakes, forms) if n), ())
        if not found:
            return
        first = found[0]
        if first.kind == "country":
            self.weigh(first.country, 1.7 * weight)
            return
        bearers = [n for n in found if n.own] or list(found)
        first = max(found, key=lambda n: n.population * (OWN if n.own or n.kind != "settlement" else 1))
        near = [n for n in found if n.population * RIVAL >= first.population]
        rivals = {n.country for n in near if n.own or n.population >= LARGE} | {first.country}
        places = len({n.country for n in (*bearers, first)})
        if len(rivals) > 1:
            return  # it tells of no country, others of its size bear the name too
        large = first.kind in _AREAS or self._is_capital(first)
        large = large or (first.population > (100_000 if first.own else METROPOLIS))
        side = self._hinted if large else self._faint
        hint = weight * (0.8 if large else 0.5) / places
        side[first.country] = side.get(first.country, 0.0) + hint

    def _is_capital(self, namesake: Namesake) -> bool:
        capital = self._gazetteer.capital(namesake.country) if namesake.population > 3_000 else None
        return capital is not None and (capital.lat, capital.lon) == (namesake.lat, namesake.lon)

    def settle(self) -> None:
        """Fixes which country the text is mainly about."""
        for code, weight in self._hinted.items():
            self.weigh(code, weight)
        alone = not self._weights  # a small town tells of its country only beside something larger
        for code, weight in self._faint.items():
            if alone or code in self._weights:
                self.weigh(code, weight)
        self._hinted.clear()
        self._weights.pop("", None)
        if self._weights:
            self.main = self._heaviest()[0]

    def _heaviest(self) -> list[str]:
        return sorted(self._weights, key=lambda code: -self._weights[code])

    def _share(self, country: str) -> float:
        """The weight of a country, 1 for the heaviest."""
        if not country or not self._weights:
            return 0.0
        return self._weights[country] / max(self._weights.values()) if country in self._weights else 0.0

    def country(self, code: str) -> Reading:
        """A country as a reading."""
        if self._gazetteer.area(code) is None:
            return Reading(country=code)
        return Reading((self._gazetteer.as_place(code),), code)

    def capital(self, country: str, forms: Sequence[str]) -> Reading:
        """The capital of a country, of the one that the text is about if none is named."""
        named = next((n[0].country for n in map(self.namesakes, forms) if n and n[0].kind == "country"), "")
        code = country or named or self.main
        place = self._gazetteer.capital(code)
        return Reading((place,), code, place.admin1_name) if place else Reading(country=code)

    def is_capital(self, reading: Reading) -> bool:
        """Whether it is the capital of its country."""
        place = reading.choices[0] if reading.choices else None
        if place is None or place.geonames is None:
            return False
        capital = self._gazetteer.capital(place.country)
        return capital is not None and capital.geonames == place.geonames

    # ------------------------------------------------------------------ readings
    def read(self, forms: Sequence[str], kind: str) -> Reading:
        """What a name most likely means."""
        return self._best(forms, kind, None) or Reading(country=self._sole(forms))

    def _sole(self, forms: Sequence[str]) -> str:
        return self.main if not self._weights or not forms else ""

    def read_inside(
        self, forms: Sequence[str], kind: str, outer: Reading, *, sure: bool = False
    ) -> Reading | None:
        """What it means inside a larger place; None when it seems to lie elsewhere. sure: the text says so."""
        place = outer.choices[0]
        found = self._best(forms, kind, place) if outer.wide or kind not in ("site", "district") else None
        if found is None and not outer.wide and kind in ("part", "site", "district"):
            return Reading(outer.choices, outer.country, outer.admin1)
        if found is not None:
            return found
        if not outer.wide:
            return None
        if not sure and self._best(forms, kind, None) is not None and self._fits_elsewhere(forms, outer):
            return None
        return Reading((), outer.country, outer.admin1 or place.admin1_name)

    def _fits_elsewhere(self, forms: Sequence[str], outer: Reading) -> bool:
        """Whether the name means something well known that is not in the larger place: then they are a list."""
        found = [n for form in forms for n in self.namesakes(form)]
        return any(n.own and (n.kind != "settlement" or n.population > FAMOUS) for n in found[:1])

    def _best(self, forms: Sequence[str], kind: str, inside: Place | None) -> Reading | None:
        for form in forms:
            own = self._own.get(_key(form))
            if own is not None and inside is None:
                return Reading((own,), own.country, own.admin1_name)
            scored = [
                (self._score(n, kind), -n.rank, n)
                for n in self.namesakes(form)
                if inside is None or self._within(n, inside)
            ]
            scored = [s for s in scored if inside is not None or self._trusted(s[2], kind)]
            if scored:
                scored.sort(key=lambda s: s[:2], reverse=True)
                return self._reading([n for _score, _rank, n in scored], kind)
        return None

    def _reading(self, found: list[Namesake], kind: str) -> Reading:
        places = [self._gazetteer.place_of(found[0])]
        if kind == "nature" and places[0].kind == "settlement":  # the river, not the town on it
            sure = self._share(found[0].country) >= SURE
            return Reading((), found[0].country, places[0].admin1_name) if sure else Reading()
        places += [self._gazetteer.place_of(n) for n in found[1:CHOICES] if n.own or self._share(n.country)]
        return Reading(tuple(places), found[0].country, places[0].admin1_name)

    def _score(self, namesake: Namesake, kind: str) -> float:
        score = 1.4 * math.log10(namesake.population + 10) + (1.0 if namesake.own else 0.0)
        score += 8 * self._share(namesake.country)
        if namesake.kind == "settlement" and namesake.population >= METROPOLIS:
            score += 4
        if namesake.kind == "country":
            score += 6
        elif namesake.kind in _AREAS:
            score += 8 if kind == "area" else -2
        elif kind in ("settlement", "part", "site"):
            score += 3
        return score

    def _trusted(self, namesake: Namesake, kind: str) -> bool:
        """A village in a country that the text never speaks of only happens to bear the name."""
        if namesake.kind == "country" or not self._weights:
            return True
        if self._share(namesake.country) >= 0.04:
            return namesake.own or namesake.population > 500 or self._share(namesake.country) > 0.3
        if namesake.kind in _AREAS:
            return namesake.own or kind == "area"
        clear = max(self._weights.values()) >= CLEAR
        return namesake.own and namesake.population >= (FAMOUS if clear else LARGE)

    def _within(self, namesake: Namesake, place: Place) -> bool:
        if place.kind == "country":
            return namesake.country == place.country and namesake.kind != "country"
        if place.kind == "area":
            covered = self._gazetteer.expand(place.regions[-1])
            return namesake.region in covered or namesake.country in covered
        return namesake.kind == "settlement" and bool(place.admin1) and namesake.region == place.admin1

    def respelt(self, text: str, kind: str) -> Reading:
        """A name that the gazetteer spells otherwise, if it has it in a country that the text is about."""
        heavy = [code for code in self._heaviest()[:3] if self._share(code) > 0.2]
        if kind in ("area", "district", "nature", "site") or not heavy:
            return Reading()
        found = self._gazetteer.respelt(text, heavy)
        if not found:
            return Reading()
        best = sorted(found, key=lambda n: (-self._share(n.country), n.rank))
        return self._reading(best, kind)


def lies(gazetteer: Gazetteer, reading: Reading, side: str) -> bool:
    """Whether an area or town lies on that side of its country ("north", "south east"), all in all."""
    place = reading.choices[0] if reading.choices else None
    if (
        place is None
        or place.kind == "country"
        or not place.country
        or place.lat is None
        or place.lon is None
    ):
        return False
    around = [
        (a.lat, a.lon) for a in gazetteer.children(place.country) if a.lat is not None and a.lon is not None
    ]
    sides = [_SIDES[one] for one in side.split() if one in _SIDES]
    if not sides or len(around) < 4:
        return False
    north = sum(lat < place.lat for lat, _lon in around) / len(around) - 0.5
    east = sum(lon < place.lon for _lat, lon in around) / len(around) - 0.5
    return all(up * north + right * east > _FROM_MIDDLE for up, right in sides)


def _key(text: str) -> str:
    return " ".join(folded(text[:320]))
