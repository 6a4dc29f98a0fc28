"""Many names looked up at once, exactly as they are written: for reading texts, where every second word is a name."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from incidents.places.store import Item, Store, key_of
from incidents.places.suggest import Suggester
from incidents.record.folding import latin, words
from incidents.record.place import Place

MOST = 60  # places of one name that are looked at, the larger ones first
SHORTEST = 6  # letters of a name that may be spelt otherwise than the gazetteer spells it
# Letters that the Latin spellings of one name exchange: Shaykhun and Sheikhoun, Aguelhok and Aguelhoc.
_SOUNDS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("zh", "z"), ("dj", "j"),
    ("ck", "k"), ("c", "k"), ("q", "k"), ("w", "u"), ("v", "b"), ("y", "i"),
)  # fmt: skip
_ARTICLES = frozenset({"al", "el", "as", "ash", "at", "ad", "an", "ar", "az", "il", "the"})


@dataclass(frozen=True, slots=True)
class Namesake:
    """One bearer of a name. own: the gazetteer's own name for it, not one of its other names.

    kind: "settlement", "admin1", "country" or "area". country: alpha-3, empty for an area over several countries.
    """

    rank: int
    kind: str
    name: str
    region: str
    country: str
    population: int
    lat: float | None
    lon: float | None
    own: bool


class Names:
    """Looks names up. Holds no state of one search."""

    def __init__(self, store: Store, suggester: Suggester) -> None:
        self._store = store
        self._suggester = suggester

    def named(self, texts: Iterable[str]) -> dict[str, tuple[Namesake, ...]]:
        """For each text that is exactly a name of something, what bears it, the best known first."""
        found: dict[str, tuple[Namesake, ...]] = {}
        keys: dict[str, tuple[Namesake, ...]] = {}
        for text in texts:
            key = key_of(text)
            if key not in keys:
                keys[key] = tuple(self._namesake(item, key) for item in self._items(key)) if key else ()
            if keys[key]:
                found[text] = keys[key]
        return found

    def _items(self, key: str) -> list[Item]:
        query = (
            "SELECT item.rank, item.kind, item.name, item.region, item.lat, item.lon, item.population, "
            "item.magnitude, item.geonames, '' FROM name JOIN item USING (rank) WHERE name.key = ? "
            "ORDER BY item.rank LIMIT ?"
        )
        return [Item(row) for row in self._store.database.execute(query, (key, MOST))]

    def _namesake(self, item: Item, key: str) -> Namesake:
        area = self._store.area(item.region)
        own = _bears(item.name, key) or (
            item.kind != "settlement" and area is not None and _bears(area.short, key)
        )
        return Namesake(
            item.rank, item.kind, item.name, item.region, self.country_of(item.region),
            item.population, item.lat, item.lon, own,
        )  # fmt: skip

    def country_of(self, region: str) -> str:
        """The country that a region code lies in; empty for a named area over several."""
        area = self._store.area(region)
        if area is None:
            return ""
        if area.covers:
            parents = {self.country_of(code) for code in area.covers}
            return parents.pop() if len(parents) == 1 else ""
        return area.code if area.kind == "country" else area.parent

    def respelt(self, text: str, countries: Iterable[str]) -> tuple[Namesake, ...]:
        """What a name that is not in the gazetteer may mean in these countries when spelt by the same sound."""
        key = key_of(text)
        if len(key) < SHORTEST:
            return ()
        wanted, sound = set(countries), sound_of(key)
        found = self._suggester.slipped(key, 2)
        items = [self._namesake(item, key) for item in self._store.items(sorted(found))]
        kept = [item for item in items if item.country in wanted and item.kind == "settlement"]
        return tuple(item for item in kept if sound in self._sounds(item))

    def _sounds(self, namesake: Namesake) -> set[str]:
        (item,) = self._store.items([namesake.rank])
        return {sound_of(key_of(name)) for name in (item.name, *item.names)}

    def place(self, namesake: Namesake) -> Place:
        """The bearer of a name in full."""
        (item,) = self._store.items([namesake.rank])
        return self._store.place(item)

    def capital(self, country: str) -> Place | None:
        """The capital of a country."""
        number = _capitals().get(country)
        item = self._store.by_geonames(number) if number else None
        return self._store.place(item) if item is not None else None


def _bears(name: str, key: str) -> bool:
    return key_of(name) == key


def sound_of(key: str) -> str:
    """A name by its sound: without articles, vowels and doubled letters, exchanged letters made one."""
    text = "".join(word for word in words(latin(key)) if word not in _ARTICLES)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    kept = ""
    for letter in text:
        if letter not in "aeiou'" and not kept.endswith(letter):
            kept += letter
    return text[:1] + kept if text[:1] in "aeiou" else kept


@cache
def _capitals() -> dict[str, int]:
    from resources.gazetteer import FOLDER

    with Path(FOLDER / "capitals.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: int(row["geonames"]) for row in csv.DictReader(file)}
