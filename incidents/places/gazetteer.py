"""The gazetteer: every question that the rest of the program asks about places and regions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from incidents.errors import UnknownRegion
from incidents.places.areas import Area, Hit
from incidents.places.namesakes import Names, Namesake
from incidents.places.resolve import Resolver
from incidents.places.store import Store
from incidents.places.suggest import Suggester
from incidents.record.place import Place


class Gazetteer:
    """Places of the world by name and by identifier, and the areas that contain them. Safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        self._store = Store(path)
        self._suggester = Suggester(self._store)
        self._resolver = Resolver(self._store, self._suggester)
        self._names = Names(self._store, self._suggester)

    @classmethod
    def shipped(cls) -> Gazetteer:
        """The gazetteer that comes with the program; the same object every time."""
        return _shipped()

    def warm(self) -> None:
        """Load what the first suggestion would have to wait for. For a worker thread, after the window is shown."""
        self.suggest("Warmm")

    def close(self) -> None:
        """Close this thread's connection; it opens again by itself."""
        self._store.close()

    def suggest(
        self, text: str, *, limit: int = 12, country: str = "", own: Iterable[Place] = ()
    ) -> list[Hit]:
        """The likeliest places, areas and countries for what was typed so far, best first.

        Exact names come before beginnings, those before names with a typing error; then the larger (by the number
        of digits of its population), then those in `country` (alpha-3). `own` are the places of the case itself,
        ranked together with the rest. What follows a comma narrows: "Izyum, Khar".
        """
        return self._suggester.suggest(text, limit, country, own)

    def place(self, geonames: int) -> Place | None:
        """The settlement with this GeoNames identifier."""
        item = self._store.by_geonames(geonames)
        return None if item is None else self._store.place(item)

    def area(self, code: str) -> Area | None:
        """The country, first-level area or named area with this region code."""
        return self._store.area(code)

    def countries(self) -> list[Area]:
        """All countries by name."""
        return self._store.countries()

    def named_areas(self) -> list[Area]:
        """The areas of our own that cover several others, by name."""
        return self._store.named_areas

    def children(self, code: str) -> list[Area]:
        """The areas right below one, by name."""
        return self._store.children(code)

    def as_place(self, code: str) -> Place:
        """ "Ukraine" or "Donbas" as a place, with the precision that it honestly has."""
        if self._store.area(code) is None:
            raise UnknownRegion(f"There is no region with the code {code!r}.")
        return self._store.area_place(code)

    def expand(self, code: str) -> tuple[str, ...]:
        """The codes that together mean a region in a filter: for a named area its parts, itself last.

        Another named area that lies wholly inside is one of its parts.
        """
        return self._resolver.expand(code)

    def label(self, code: str) -> str:
        """A region code as people read it: "Kharkiv Oblast, Ukraine"; the code itself when it is not known."""
        return self._resolver.label(code)

    def resolve_region(self, text: str, own: Iterable[Place] = ()) -> str:
        """The region code for a name in any language, an ISO 3166 code or a P-code. See `Resolver.region`."""
        return self._resolver.region(text, own)

    def resolve_place(
        self, text: str, *, country: str = "", admin1: str = "", own: Iterable[Place] = ()
    ) -> Place:
        """The one place that a name means. See `Resolver.place`."""
        return self._resolver.place(text, country, admin1, own)

    def named(self, texts: Iterable[str]) -> dict[str, tuple[Namesake, ...]]:
        """For each text that is exactly a name of something, what bears it, the best known first. For many at once."""
        return self._names.named(texts)

    def respelt(self, text: str, countries: Iterable[str]) -> tuple[Namesake, ...]:
        """What an unknown name may mean in these countries (alpha-3) when its sound is spelt in another way."""
        return self._names.respelt(text, countries)

    def place_of(self, namesake: Namesake) -> Place:
        """The bearer of a name as a place."""
        return self._names.place(namesake)

    def capital(self, country: str) -> Place | None:
        """The capital of a country (alpha-3)."""
        return self._names.capital(country)


@cache
def _shipped() -> Gazetteer:
    from resources.gazetteer import DATABASE

    return Gazetteer(DATABASE)
