"""Places that a text names, told apart by the gazetteer, the report's countries and the other places named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from incidents.places import Gazetteer
from incidents.record.place import Place
from reports.extraction.mentions import PlaceMention
from reports.extraction.places.caseless import CaselessReader
from reports.extraction.places.names import Name, Reader, shouted
from reports.extraction.places.placewords import PlaceWords, place_words
from reports.extraction.places.readings import Atlas, Reading, lies
from reports.extraction.places.surroundings import Surroundings
from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.text import Text, norm

LEADING = 5  # paragraphs in which a dateline may stand
RESPELT = 8  # unknown names of one text that are looked up by their sound
_DASHES = frozenset("-–—")


def find_places(
    text: Text, words: Lexicon, gazetteer: Gazetteer, *, country: str = "", own: Iterable[Place] = ()
) -> list[PlaceMention]:
    """Every place that the text names, in order."""
    finder = _Finder(text, place_words(words), gazetteer, country, tuple(own))
    return finder.found(words.words("people"))


class _Finder:
    """Finds the places of one text."""

    def __init__(
        self, text: Text, words: PlaceWords, gazetteer: Gazetteer, country: str, own: tuple[Place, ...]
    ) -> None:
        self._text = text
        self._w = words
        self._gazetteer = gazetteer
        self._atlas = Atlas(gazetteer, own, country, words.language)
        self._lower = {w.norm for s in text.sentences for w in s.words if w.text.islower()}
        self._persons: set[str] = set()
        self._accepted: set[str] = set()
        self._people: frozenset[str] = frozenset()
        self._respelt = 0

    def found(self, people: frozenset[str]) -> list[PlaceMention]:
        """The places in the order of the text. people: words for persons."""
        self._people = people
        reader, around = (
            (CaselessReader if self._w.caseless else Reader)(
                self._text, self._w, self._atlas.knows, self._atlas.owns
            ),
            Surroundings(self._w),
        )
        names: list[Name] = []
        for sentence in self._text.sentences:
            there = reader.names(sentence)
            around.read(there)
            names += there
        self._note_persons(names)
        self._weigh(names)
        self._atlas.settle()
        kept = [name for name in names if self._is_place(name)]
        self._accepted = {name.core for name in kept if name.sort == "name" and not name.kind}
        sure = {id(name) for name in kept}
        kept = [name for name in names if id(name) in sure or self._named_elsewhere(name)]
        readings = {id(name): self._read(name) for name in kept}
        self._contain(kept, readings)
        for name in kept:  # "a rights group in Dhaka" tells of the group
            name.elsewhere = name.aside_of is not None and id(name.aside_of) not in readings
        return self._mentions(kept, readings)

    # ------------------------------------------------------------------ what is no place
    def _note_persons(self, names: list[Name]) -> None:
        """The parts of persons' names, so that a surname alone is known for one later."""
        placed = {
            name.core
            for name in names
            if name.preposition in self._w.strong or name.hinted or name.kind or self._somebody_from(name)
        }
        for name in names:
            words = [word.norm for word in name.sentence.words[name.first : name.last]]
            unknown = name.sort == "name" and len(words) > 1 and not self._atlas.any(name.forms)
            if name.sort == "person" or (unknown and name.core not in placed and not name.sentence.title):
                self._persons.update(words)

    def _weigh(self, names: list[Name]) -> None:
        for name in names:
            early = 2.0 if name.sentence.paragraph < 2 else 1.0
            if name.sort == "demonym":
                self._atlas.weigh(name.country, 0.6 * early)
            elif name.sort == "name" and (name.role or name.kind or not set(_norms(name)) & self._persons):
                at_home = 1.5 if name.role in ("at", "from") else 0.5 if name.attributive else 1.0
                self._atlas.weigh_name(name.country, name.forms, early * at_home)

    def _is_place(self, name: Name) -> bool:
        if name.sort in ("demonym", "capital"):
            return True
        if name.sort != "name":
            return False
        if name.country or self._atlas.is_country(name.forms[0]):
            return True
        norms = _norms(name)
        if norms[0] in self._w.not_places and len(norms) == 1:
            return False
        if _dateline(self._text, name):
            return self._atlas.any(name.forms)
        if name.core.isupper() and 1 < len(name.core) <= 6 and not shouted(name.sentence):
            return False
        known = self._atlas.any(name.forms)
        return self._known_is_place(name, norms) if known else self._unknown_is_place(name, norms)

    def _known_is_place(self, name: Name, norms: list[str]) -> bool:
        if name.kind or (name.role in ("at", "to", "from", "through") and norms[0] not in self._persons):
            return len(norms) > 1 or norms[0] not in self._lower or name.preposition in self._w.strong
        if any(norm in self._persons for norm in norms):
            return False
        if len(norms) == 1 and (norms[0] in self._lower or norms[0] in self._w.ordinary):
            return False
        return self._atlas.likely(name.forms, 200_000 if name.initial or name.role == "" else 30_000)

    def _unknown_is_place(self, name: Name, norms: list[str]) -> bool:
        w = self._w
        if name.sentence.title or norms[0] in w.ordinary or all(norm in self._lower for norm in norms):
            return False
        follows = name.sentence.words[name.last : name.last + 1]
        from_there = self._somebody_from(name)
        if follows and (follows[0].text.isdigit() or (follows[0].norm in w.speech and not from_there)):
            return False
        if name.kind or name.hinted:
            return name.kind != "nature" or name.role != "" or len(norms) > 1
        if any(norm in self._persons for norm in norms) or len(norms) > 3:
            return False
        if name.inside is not None and name.inside.sort == "name" and name.comma is False:
            return len(norms) == 1 and name.role in ("at", "to", "from")
        if name.role in ("to", "from") and name.preposition != "into":
            return (name.moved or from_there) and len(norms) < 3
        if name.preposition in self._w.strong:
            return True
        return name.role in ("at", "of") and self._spelt_otherwise(name)

    def _spelt_otherwise(self, name: Name) -> bool:
        """ "The attack on Khan Sheykhun", which the gazetteer spells Shaykhun."""
        if self._respelt >= RESPELT or name.initial:
            return False
        self._respelt += 1
        return self._atlas.respelt(name.core, name.kind).known

    def _somebody_from(self, name: Name) -> bool:
        """ "A mother of four from Kajo Keji"."""
        before = name.sentence.words[max(0, name.text_first - 5) : name.text_first]
        return name.role == "from" and any(word.norm in self._people for word in before)

    def _named_elsewhere(self, name: Name) -> bool:
        """A name that some other sentence, or the list it stands in, shows to be a place."""
        if name.sort != "name" or not name.forms or name.sentence.title:
            return False
        if name.core in self._accepted and not name.core.isupper():
            return True
        before = name.listed
        norms = _norms(name)
        plain = norms[0] not in self._w.not_places | self._w.ordinary and not set(norms) & self._persons
        listed = before is not None and before.core in self._accepted and len(norms) < 3
        if listed and plain and before and (self._atlas.any(name.forms) or before.role):
            self._accepted.add(name.core)
            return not name.core.isupper()
        return False

    # ------------------------------------------------------------------ what it is
    def _read(self, name: Name) -> Reading:
        if name.sort == "demonym":
            return self._atlas.country(name.country)
        if name.sort == "capital":
            return self._capital(name)
        if name.country:
            return self._atlas.country(name.country)
        if name.hint:
            inside = self._atlas.read_inside(name.forms, name.kind, self._atlas.country(name.hint))
            if inside is not None:
                return inside
        reading = self._atlas.read(name.forms, "nature" if _with_article(name) else name.kind)
        if not reading.known and not reading.country and self._respelt < RESPELT:
            self._respelt += 1
            reading = self._atlas.respelt(name.core, name.kind)
        return reading

    def _capital(self, name: Name) -> Reading:
        """Of the country named; of an area only the area is known."""
        named = self._atlas.any(name.forms) and not self._w.capital & set(name.forms)
        area = self._atlas.read(name.forms, "area") if named else Reading()
        if name.country or area.wide_country or not area.known:
            return self._atlas.capital(name.country, name.forms)
        return Reading((), area.country, area.admin1)

    def _contain(self, names: list[Name], readings: dict[int, Reading]) -> None:
        """ "Karubaga, Tolikara District, Papua": the larger ones say where the first one is."""
        after = {id(a): b for a, b in pairwise(names)}
        listing = {id(name.listed) for name in names if name.listed is not None}
        for name in reversed(names):
            if name.sort != "name":
                continue
            outer = name.inside or (after.get(id(name)) if name.comma else None)
            for larger in (name.outer, outer):
                if larger is not None and id(larger) in readings and larger.sort in ("name", "capital"):
                    alone = id(larger) not in listing
                    self._put_inside(name, larger, readings, alone)

    def _put_inside(self, inner: Name, outer: Name, readings: dict[int, Reading], alone: bool) -> None:
        small, large = readings[id(inner)], readings[id(outer)]
        linked = inner.inside is outer or inner.outer is outer
        wide = large.wide or outer.kind in ("area", "district")
        if small.wide_country or (small.wide and not large.wide_country) or not (wide or linked):
            return
        if large.known:
            again = self._atlas.read_inside(inner.forms, inner.kind, large, sure=linked or alone)
            if again is None and not linked:
                return
            readings[id(inner)] = again or small
        readings[id(outer)] = large.as_container()
        if outer.listed is inner:
            outer.listed = None

    # ------------------------------------------------------------------ the mentions
    def _mentions(self, names: list[Name], readings: dict[int, Reading]) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        numbers: dict[int, int] = {}
        counts = Counter(id(name.listed) for name in names if name.listed is not None)
        for name in names:
            reading = readings[id(name)]
            if name.listed is not None and id(name.listed) in readings:
                group = numbers.setdefault(id(name.listed), len(numbers) + 1)
                numbers[id(name)] = group
            elif counts[id(name)]:
                numbers[id(name)] = len(numbers) + 1
            found.append(self._mention(name, reading, numbers.get(id(name), 0)))
        return found

    def _mention(self, name: Name, reading: Reading, listed: int) -> PlaceMention:
        words = name.sentence.words
        first = name.text_first if name.sort == "name" else name.first
        if name.kind == "site" and name.head_first:
            first = name.head_first  # "the church of the Divine Mercy"
        direction = name.direction and not self._lies_there(name, reading)
        if name.direction and not direction:
            first = max(first, next((at for at in range(first, name.last) if words[at].capital), first))
        vague = name.vague or (direction and (reading.wide or not reading.known)) or name.kind == "district"
        return PlaceMention(
            name.sentence, first, name.last,
            text=_shown(self._text.text[words[first].start : words[name.last - 1].end]),
            choices=reading.choices,
            country=reading.country or self._atlas.main,
            role="dateline" if _dateline(self._text, name) else _role(name, reading),
            vague=vague,
            sort="people" if name.sort == "demonym" else "country" if reading.wide_country else "place",
            admin1=reading.admin1,
            precision=_precision(name, reading, vague),
            described=name.attributive or name.possessive or name.sentence.title,
            container=reading.container or name.locator,
            elsewhere=name.elsewhere,
            capital=self._atlas.is_capital(reading),
            listed=listed,
        )  # fmt: skip

    def _lies_there(self, name: Name, reading: Reading) -> bool:
        """Whether "northern Kunduz" is all of Kunduz, which lies in the north, and not the north of it."""
        words = name.sentence.words[name.text_first : name.last]
        said = [word.norm for word in words if word.norm in self._w.directions and not word.capital]
        return len(said) == 1 and lies(self._gazetteer, reading, self._w.sides.get(said[0], ""))


def _dateline(text: Text, name: Name) -> bool:
    """ "GENEVA (1 July) –", "(Nairobi) –" or "Geneva, 1 November 2016" at the head of a paragraph."""
    words = name.sentence.words
    first = text.sentences[name.sentence.number - 1] if name.sentence.number else None
    if name.sentence.paragraph > LEADING or (
        first is not None and first.paragraph == name.sentence.paragraph
    ):
        return False
    if name.text_first > 3:
        return False
    if words[0].text == "(" and name.first == 1 and words[name.last : name.last + 1]:
        return words[name.last].text == ")"
    rest = [word.text for word in words[name.last : name.last + 9]]
    if name.first == 0 and rest[:1] == [","] and len(words) < 8 and any(part.isdigit() for part in rest):
        return True
    return any(part in _DASHES for part in rest) and all(
        part in _DASHES or not part[:1].islower() for part in rest[: _first(rest, _DASHES)]
    )


def _role(name: Name, reading: Reading) -> str:
    """A country is no place as the object of a verb: "they accused Peru"."""
    return "" if reading.wide_country and name.role == "of" and not name.preposition else name.role


def _precision(name: Name, reading: Reading, vague: bool) -> str:
    if reading.wide_country:
        return "country"
    if name.kind == "district":
        return "admin2"
    if vague:
        return "admin1" if reading.wide else "near"
    if reading.wide or name.kind == "area":
        return "admin1"
    return "near" if name.close or name.direction or name.kind in ("site", "part", "nature") else "settlement"


def _with_article(name: Name) -> bool:
    """ "In the Jhelum": a river or a stretch of land; towns have no article."""
    return name.article and not name.kind and not name.hinted and name.role in ("at", "to", "from", "through")


def _norms(name: Name) -> list[str]:
    return [norm(word) for word in name.core.split()] or [""]


def _first(texts: list[str], wanted: frozenset[str]) -> int:
    return next((at for at, text in enumerate(texts) if text in wanted), len(texts))


def _shown(text: str) -> str:
    """As written, in one line, without the ending of a possessive."""
    text = " ".join(text.split())
    return text[:-2] if text[-2:] in ("'s", "’s") else text.rstrip("'’")
