"""From a written name to one region or one place, or to an error that lists the choices.

Vigil's rules. For regions: a code beats a name; an exact country name beats areas of the same name; an area whose own
name it is beats one that merely also bears it; an area beats the city it is named for. What is left is ambiguous.
For places: a place of the case beats the gazetteer's; the city beats the area; one clearly larger than its namesakes
is meant, unless country or region are given; what is left is ambiguous. A typing error is never resolved in silence.
"""

from __future__ import annotations

from collections.abc import Iterable

from incidents.errors import AmbiguousPlace, AmbiguousRegion, UnknownPlace, UnknownRegion
from incidents.places.areas import Area
from incidents.places.store import Item, Store, key_of
from incidents.places.suggest import Suggester
from incidents.record.folding import latin, words
from incidents.record.place import Place

DOMINANT = 5  # times as many people as the next of the same name: then no one asks which is meant
SHOWN = 8  # choices that an error lists
GENERIC = frozenset(
    words(
        """region oblast oblasti province governorate state department district prefecture county krai kray republic
        autonomous the of and provincia provincias departement departamento estado gouvernorat etat la le de del
        du des d region wilaya muhafazat muhafaza wilayat il ili ostan rayon raion область області область обл регион
        регіон край республика республіка провинция провінція губернаторство мухафаза штат район
        محافظة ولاية اقليم منطقة استان"""
    )
)


class Resolver:
    """Resolves names against the gazetteer and the places of a case."""

    def __init__(self, store: Store, suggester: Suggester) -> None:
        self._store = store
        self._suggester = suggester

    # ------------------------------------------------------------------ codes
    def label(self, code: str) -> str:
        """A region code as people read it."""
        area = self._store.area(code)
        if area is None:
            return code
        parent = self._store.area(area.parent) if area.parent else None
        return area.name if parent is None else f"{area.name}, {parent.name}"

    def expand(self, code: str) -> tuple[str, ...]:
        """The codes that a region stands for."""
        area = self._store.area(code)
        if area is None or not area.covers:
            return (code,)
        inside = [
            other.code
            for other in self._store.named_areas
            if other.code != code and all(self._within(part, area.covers) for part in other.covers)
        ]
        return (*area.covers, *inside, code)

    def _within(self, code: str, covers: tuple[str, ...]) -> bool:
        area = self._store.area(code)
        return code in covers or (area is not None and area.parent in covers)

    # ------------------------------------------------------------------ regions
    def region(self, text: str, own: Iterable[Place]) -> str:
        """The code of the one region that a text means."""
        mine = {f"place:{place.id}": place for place in own if place.id is not None}
        if text.strip().casefold() in mine:
            return text.strip().casefold()
        by_code = self._store.area_by_code(text[:60])
        if by_code is not None:
            return by_code.code
        head, *context = [part for part in (key_of(piece) for piece in text.split(",")) if part] or [""]
        if not head:
            raise UnknownRegion("Say which region: a name, an ISO 3166 code or a P-code.")
        areas = self._areas_named(head, context)
        if areas:
            return self._one_area(text, areas, head).code
        named = [code for code, place in mine.items() if head in map(key_of, (place.name, *place.names))]
        if len(named) == 1:
            return named[0]
        if named:
            choices = [f"{mine[code].label} ({code})" for code in named[:SHOWN]]
            raise AmbiguousRegion(
                f"{_quoted(text)} may mean several places of this case: {'; '.join(choices)}. "
                "Write one of the codes.",
                choices,
            )
        raise self._unknown_region(text, head, context)

    def _areas_named(self, head: str, context: list[str]) -> list[Area]:
        for key in dict.fromkeys((head, _bare(head), key_of(latin(head)), _bare(key_of(latin(head))))):
            items = self._store.items(self._store.exact(key)) if key else []
            areas = [
                area
                for item in items
                if item.kind != "settlement" and (area := self._store.area(item.region))
            ]
            if not areas:
                areas = self._seats(items)
            if key != head:  # a type word was left out: no country is "the Georgia region"
                areas = [area for area in areas if area.kind != "country"] or areas
            areas = [area for area in areas if self._fits(area, context)]
            if areas:
                return areas
        return []

    def _seats(self, items: list[Item]) -> list[Area]:
        """The area that is named for its city, when the city alone is known by the name that was written."""
        for item in items:
            area = self._store.area(item.region)
            if area is not None and key_of(area.short) == key_of(item.name):
                return [area]
        return []

    def _fits(self, area: Area, context: list[str]) -> bool:
        parent = self._store.area(area.parent) if area.parent else None
        names = (
            set()
            if parent is None
            else {key_of(name) for name in (parent.name, parent.code, parent.iso, *parent.names)}
        )
        return all(part in names for part in context)

    def _one_area(self, text: str, areas: list[Area], head: str) -> Area:
        countries = [area for area in areas if area.kind == "country"]
        kept = (
            countries
            or [area for area in areas if {head, _bare(head)} & {key_of(area.name), key_of(area.short)}]
            or areas
        )
        if len(kept) > 1:
            choices = [f"{self.label(area.code)} ({area.code})" for area in kept[:SHOWN]]
            raise AmbiguousRegion(
                f"{_quoted(text)} may mean several regions: {'; '.join(choices)}. Write one of the codes.",
                choices,
            )
        return kept[0]

    def _unknown_region(self, text: str, head: str, context: list[str]) -> UnknownRegion:
        for item in self._store.items(self._store.exact(head, 20)):
            area = self._store.area(item.region)
            if area is not None and self._fits(area, context):
                where = f"It lies in {self.label(area.code)} ({area.code})."
                return UnknownRegion(f"{_quoted(item.name)} is a settlement, not a region. {where}")
        near = [hit for hit in self._suggester.suggest(text, 12, "", ()) if hit.place.kind != "settlement"]
        hint = f" Did you mean {_listed([hit.label for hit in near[:3]])}?" if near else ""
        return UnknownRegion(f"No region is called {_quoted(text)}.{hint}")

    # ------------------------------------------------------------------ places
    def place(self, text: str, country: str, admin1: str, own: Iterable[Place]) -> Place:
        """The one place that a text means."""
        head, *context = [part for part in (key_of(piece) for piece in text.split(",")) if part] or [""]
        if not head:
            raise UnknownPlace("Say which place: a name of a settlement, an area or a country.")
        inside = self._inside(country, admin1, own)
        mine = [place for place in own if head in {key_of(name) for name in (place.name, *place.names)}]
        mine = [place for place in mine if not place.regions or inside <= set(place.regions)]
        if mine and not context:
            return _only(text, mine)
        by_code = self._store.area_by_code(text[:60])
        if by_code is not None and len(text.strip()) != 2:  # two letters are more often a name than a code
            return self._store.area_place(by_code.code)
        for key in dict.fromkeys((head, key_of(latin(head)))):
            found = [(item, self._store.place(item)) for item in self._store.items(self._store.exact(key))]
            kept = [
                (item, place)
                for item, place in found
                if inside <= set(place.regions)
                and all(self._suggester.mentions(place, part) for part in context)
            ]
            if kept:
                return self._likeliest(text, key, kept)
        areas = self._areas_named(head, context)
        places = [self._store.area_place(area.code) for area in areas]
        places = [place for place in places if inside <= set(place.regions)]
        if places:
            return _only(text, places)
        raise self._unknown_place(text, country, own)

    def _inside(self, country: str, admin1: str, own: Iterable[Place]) -> set[str]:
        """The codes that a place must lie in, from the country and region that came with its name."""
        inside = set()
        if country.strip():
            inside.add(self.region(country, own))
        if admin1.strip():
            within = f"{admin1}, {self.label(next(iter(inside)))}" if inside else admin1
            try:
                inside.add(self.region(within, ()))
            except UnknownRegion:
                inside.add(self.region(admin1, ()))
        return inside

    def _likeliest(self, text: str, key: str, found: list[tuple[Item, Place]]) -> Place:
        own = [(item, place) for item, place in found if key_of(item.name) == key]
        if own and own[0][0].population * DOMINANT > found[0][0].population:
            found = own  # the others merely also bear the name
        first, place = found[0]
        if first.kind == "country":
            return place
        rivals = [
            other
            for item, other in found[1:]
            if item.population * DOMINANT >= first.population and not _contains(other, place)
        ]
        return _only(text, [place, *rivals])

    def _unknown_place(self, text: str, country: str, own: Iterable[Place]) -> UnknownPlace:
        near = self._suggester.suggest(text, 3, "", own)
        hint = f" Did you mean {_listed([hit.label for hit in near])}?" if near else ""
        where = f" in {country.strip()}" if country.strip() else ""
        return UnknownPlace(f"No place is called {_quoted(text)}{where}.{hint}")


def _contains(area: Place, place: Place) -> bool:
    return area.kind != "settlement" and area.regions[-1] in place.regions


def _bare(key: str) -> str:
    """A folded name without the words that say what kind of area it is."""
    return " ".join(word for word in key.split() if word not in GENERIC)


def _quoted(text: str) -> str:
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[:60]).split())
    return f"“{shown}”"


def _listed(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{'; '.join(labels[:-1])} or {labels[-1]}"


def _only(text: str, places: list[Place]) -> Place:
    """The place, when there is one; else the error that lists them."""
    if len(places) == 1:
        return places[0]
    labels = []
    for place in places[:SHOWN]:
        point = "" if place.lat is None or place.lon is None else f" ({place.lat:.2f}, {place.lon:.2f})"
        labels.append(f"{place.label}{point}")
    raise AmbiguousPlace(
        f"{_quoted(text)} may mean several places: {'; '.join(labels)}. Add the region or country.", labels
    )
