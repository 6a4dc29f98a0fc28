"""The gazetteer's file: one read-only SQLite connection per thread, and the plain look-ups."""

from __future__ import annotations

import threading
from array import array
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from incidents.errors import VigilError
from incidents.places.areas import Area
from incidents.record.folding import words
from incidents.record.place import Place

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = """item.rank, item.kind, item.name, item.region, item.lat, item.lon, item.population, item.magnitude,
    item.geonames, item.names"""
_AREA = """area.code, item.name, area.kind, area.parent, area.short, area.iso, area.pcode, item.lat, item.lon,
    item.names, area.covers, item.population, item.geonames"""
END = "\U0010ffff"
LONGEST = 80  # characters of a typed name that are looked at; the file holds no longer ones


class Item:
    """A row of the file: a settlement or an area, with the weight that orders it."""

    __slots__ = (
        "geonames",
        "kind",
        "lat",
        "lon",
        "magnitude",
        "name",
        "names",
        "population",
        "rank",
        "region",
    )

    def __init__(self, row: tuple[Any, ...]) -> None:
        self.rank: int = row[0]
        self.kind: str = row[1]
        self.name: str = row[2]
        self.region: str = row[3]
        self.lat: float | None = None if row[4] is None else row[4] / 100_000
        self.lon: float | None = None if row[5] is None else row[5] / 100_000
        self.population: int = row[6]
        self.magnitude: int = row[7]
        self.geonames: int | None = row[8]
        self.names: tuple[str, ...] = tuple(row[9].split("|")) if row[9] else ()


def key_of(text: str) -> str:
    """The folded words of a name as the file keeps them."""
    return " ".join(words(text[: 4 * LONGEST]))[:LONGEST]


class Store:
    """Opens the file and answers simple questions. Safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise VigilError(
                f"The gazetteer of places is missing ({path.name}). "
                "Build it with: python -m resources.gazetteer.build (make setup does it too)."
            )
        self._uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._local = threading.local()
        self.area = lru_cache(maxsize=8192)(self._area)
        self.area_keys = lru_cache(maxsize=1024)(self._area_keys)

    @property
    def database(self) -> sqlite3.Connection:
        """This thread's connection."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            import sqlite3

            connection = self._local.connection = sqlite3.connect(self._uri, uri=True)
        return connection

    def close(self) -> None:
        """Close this thread's connection; other threads' close when they end."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None

    # ------------------------------------------------------------------ areas
    def _area(self, code: str) -> Area | None:
        if not code.isascii():  # codes are; SQLite refuses some of what is not
            return None
        found = self._areas("area.code = ?", code)
        return found[0] if found else None

    def _areas(self, where: str, *values: str) -> list[Area]:
        query = f"SELECT {_AREA} FROM area JOIN item USING (rank) WHERE {where}"  # noqa: S608 - our own words
        areas = []
        for row in self.database.execute(query, values):
            lat, lon = (None if value is None else value / 100_000 for value in row[7:9])
            names, covers = tuple(row[9].split("|")) if row[9] else (), tuple(row[10].split())
            code, name, kind, parent, short, iso, pcode = row[:7]
            areas.append(
                Area(code, name, kind, parent, short, iso, pcode, lat, lon, names, covers, row[11], row[12])
            )
        return sorted(areas, key=lambda area: (area.name, area.code))

    def _area_keys(self, code: str) -> frozenset[str]:
        """All names of an area, folded."""
        area = self.area(code)
        return (
            frozenset()
            if area is None
            else frozenset(map(key_of, (area.name, area.short, area.code, *area.names)))
        )

    def countries(self) -> list[Area]:
        """All countries by name."""
        return self._areas("area.kind = 'country'")

    def children(self, code: str) -> list[Area]:
        """The areas right below a country, or those that a named area covers, by name."""
        area = self.area(code)
        if area is not None and area.covers:
            return sorted(filter(None, map(self.area, area.covers)), key=lambda part: (part.name, part.code))
        return self._areas("area.parent = ? AND area.kind = 'admin1'", code)

    @property
    def named_areas(self) -> list[Area]:
        """The areas of our own that cover several others."""
        return self._areas("area.kind = 'area'")

    def area_by_code(self, text: str) -> Area | None:
        """The area with this region code, ISO 3166 code or P-code, however it is cased and hyphenated."""
        code = text.strip().upper()
        for wanted in (code, text.strip().casefold(), code.replace(" ", "-"), code.replace("_", "-")):
            area = self.area(wanted)
            if area is not None:
                return area
        found = self._areas("area.pcode <> '' AND area.pcode = ?", code) if code.isascii() else []
        return found[0] if found else None

    # ------------------------------------------------------------------ items
    def items(self, ranks: list[int]) -> list[Item]:
        """The items of these ranks, in rank order."""
        marks = ",".join("?" * len(ranks))
        query = f"SELECT {_COLUMNS} FROM item WHERE rank IN ({marks}) ORDER BY rank"  # noqa: S608 - question marks
        return [Item(row) for row in self.database.execute(query, ranks)]

    def by_geonames(self, number: int) -> Item | None:
        """The settlement with this GeoNames identifier."""
        query = f"SELECT {_COLUMNS} FROM item WHERE kind = 'settlement' AND geonames = ?"  # noqa: S608 - our own words
        row = self.database.execute(query, (number,)).fetchone() if 0 < number < 1 << 60 else None
        return Item(row) if row else None

    def exact(self, key: str, limit: int = 400) -> list[int]:
        """Ranks of the items that have this folded name."""
        query = "SELECT rank FROM name WHERE key = ? ORDER BY rank LIMIT ?"
        return [row[0] for row in self.database.execute(query, (key, limit))]

    def starting(self, prefix: str) -> list[int]:
        """Ranks of the items that have a name beginning so, the best ones when there are many."""
        row = self.database.execute("SELECT ranks FROM top WHERE prefix = ?", (prefix,)).fetchone()
        if row is not None:
            return list(array("I", row[0]))
        query = "SELECT DISTINCT rank FROM name WHERE key >= ? AND key < ? LIMIT 2000"
        return sorted(row[0] for row in self.database.execute(query, (prefix, prefix + END)))

    # ------------------------------------------------------------------ places
    def place(self, item: Item) -> Place:
        """A row as the record's value."""
        if item.kind != "settlement":
            return self.area_place(item.region)
        area = self.area(item.region)
        country = area if area is None or area.kind == "country" else self.area(area.parent)
        admin1 = area if area is not None and area.kind == "admin1" else None
        return Place(
            name=item.name,
            country=country.code if country else "",
            country_name=country.name if country else "",
            admin1=admin1.code if admin1 else "",
            admin1_name=admin1.short if admin1 else "",
            lat=item.lat,
            lon=item.lon,
            geonames=item.geonames,
            names=item.names,
            regions=tuple(part.code for part in (country, admin1) if part is not None),
            population=item.population or None,
        )

    def area_place(self, code: str) -> Place:
        """An area as a place, with the precision that it honestly has."""
        area = self.area(code)
        if area is None:
            raise KeyError(code)
        country = area if area.kind == "country" else self.area(area.parent)
        wide = area.kind == "country" or all(
            (part := self.area(c)) and part.kind == "country" for c in area.covers or "-"
        )
        return Place(
            name=area.name,
            kind=area.kind,
            country=country.code if country else "",
            country_name=country.name if country else "",
            admin1=area.code if area.kind == "admin1" else "",
            admin1_name=area.short if area.kind == "admin1" else "",
            lat=area.lat,
            lon=area.lon,
            geonames=area.geonames,
            iso=area.iso,
            pcode=area.pcode,
            names=area.names,
            regions=(area.code,) if area.kind == "country" or not country else (country.code, area.code),
            precision="country" if wide else "admin1",
            population=area.population or None,
        )
