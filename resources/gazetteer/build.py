"""Builds places.sqlite, the one file that the program searches. `make setup` runs it; it does nothing when current.

    python -m resources.gazetteer.build [--force] [--output FILE]

The file is read only afterwards. Its tables:

    item   everything that can be found, numbered by weight: rank 1 is the most populous;
           coordinates in 1/100,000 degree
    area   the items that contain others: countries, first-level areas, named areas
    name   every folded name of an item, in order, so that a prefix is a range
    top    for each prefix with many names the ranks of its first items, so that one typed letter
           costs no more than five
    slip   beginnings of names, each under itself and under itself less one letter, to find names in spite of a slip
    meta   version, checksum of what went in, and the names of the larger places for a last, wider search

The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import hashlib
import importlib
import os
import sqlite3
import sys
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from resources.gazetteer import DATABASE, FOLDER, tables
from resources.gazetteer.tables import Item

VERSION = 1
MANY = 300  # names of one prefix from which on its first items are stored
KEPT = 80  # how many
START = 5  # letters of a beginning in which one slip is forgiven
LAST_LETTER = (
    "\u0700"  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic: alphabets, where a slip is one letter
)
LARGE = 15_000  # people; from here on a place is in the wider search
LONGEST = 80  # characters of a folded name

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE item (rank INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, region TEXT NOT NULL,
    lat INTEGER, lon INTEGER, population INTEGER NOT NULL, magnitude INTEGER NOT NULL, geonames INTEGER,
    names TEXT NOT NULL);
CREATE TABLE area (code TEXT PRIMARY KEY, rank INTEGER NOT NULL, kind TEXT NOT NULL, parent TEXT NOT NULL,
    short TEXT NOT NULL, iso TEXT NOT NULL, pcode TEXT NOT NULL, covers TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name (key TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TABLE top (prefix TEXT PRIMARY KEY, ranks BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE slip (key TEXT PRIMARY KEY, starts TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX item_geonames ON item (geonames) WHERE kind = 'settlement';
CREATE INDEX area_pcode ON area (pcode) WHERE pcode <> '';
CREATE INDEX area_parent ON area (parent);
"""
ARTICLES = (*(f"{word} " for word in "al el ad ar as ash at az an the la le les los las".split()), "ال")

AREA_WORDS = (
    "محافظه ",
    "ولايه ",
    "شعبيه ",
    "اقليم ",
    " область",
    " край",
    "республика ",
    "мухафаза ",
    "провинция ",
    "штат ",
)


def checksum() -> str:
    """What the file is made from: the tables, the settlements and this program, as one SHA-256."""
    whole = hashlib.sha256(str(VERSION).encode())
    folding = FOLDER.parent.parent / "incidents" / "record" / "folding.py"
    for path in (*(FOLDER / name for name in tables.TABLES), Path(__file__), Path(tables.__file__), folding):
        whole.update(path.read_bytes())
    cities = tables.cities_file()
    whole.update(f"{cities.stat().st_size}".encode())
    with cities.open("rb") as file:
        whole.update(file.read(1 << 20))
    return whole.hexdigest()


def is_current(path: Path, wanted: str) -> bool:
    """True when the file was built from the same input."""
    if not path.exists():
        return False
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        ) as database:
            row = database.execute("SELECT value FROM meta WHERE key = 'checksum'").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == wanted


def keys(item: Item) -> dict[str, bool]:
    """The folded forms under which an item is found, with and without a leading article or a word like "oblast".

    True for those that are its own name, or written in another script than that: they are typed on purpose. False
    for the names that other languages of the same script have for it ("Kína" for China): for one typed letter
    those would crowd out the rest.
    """
    words = importlib.import_module("incidents.record.folding").words
    found: dict[str, bool] = {}
    for at, name in enumerate((item.name, item.short, *item.names)):
        key = " ".join(words(name))[:LONGEST]
        forms = {key}
        if key.startswith(ARTICLES):
            forms |= {key.removeprefix(article) for article in ARTICLES}
        if item.code:
            forms |= {key.removeprefix(word).removesuffix(word).strip() for word in AREA_WORDS}
        for form in forms:
            own = at < 2 or not form.isascii()
            if len(form) > 2 or (form == key and (own or item.code)):
                found[form] = found.get(form, False) or own
    found.pop("", None)
    return found


def _ranked() -> list[Item]:
    areas = tables.read_areas()
    settlements = tables.read_settlements(areas)
    tables.place_areas(areas, settlements)
    kinds = {"country": 0, "settlement": 1, "admin1": 2, "area": 3}
    return sorted(
        (*areas, *settlements),
        key=lambda item: (-item.weight, kinds[item.kind], item.name, item.code, item.geonames or 0),
    )


def _fill_items(database: sqlite3.Connection, items: list[Item]) -> None:
    def degrees(value: float | None) -> int | None:
        return None if value is None else round(value * 100_000)

    database.executemany(
        "INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            (rank, item.kind, item.name, item.code or item.region, degrees(item.lat), degrees(item.lon),
             item.population, len(str(int(item.weight))) if item.weight >= 1 else 0, item.geonames,
             "|".join(item.names))
            for rank, item in enumerate(items, 1)
        ),
    )  # fmt: skip
    database.executemany(
        "INSERT INTO area VALUES (?,?,?,?,?,?,?,?)",
        sorted(
            (item.code, rank, item.kind, item.region if item.kind != "country" else "", item.short, item.iso,
             item.pcode, " ".join(item.covers) if item.kind == "area" else "")
            for rank, item in enumerate(items, 1)
            if item.code
        ),
    )  # fmt: skip


def _names(items: list[Item]) -> list[tuple[str, int, float]]:
    """Folded name, rank, and the weight by which the name competes for a place among the first of its prefix."""
    found: list[tuple[str, int, float]] = []
    for rank, item in enumerate(items, 1):
        found += [(key, rank, item.weight if own else item.weight / 100) for key, own in keys(item).items()]
    found.sort()
    return found


def _tops(names: list[tuple[str, int, float]]) -> Iterator[tuple[str, bytes]]:
    """For each prefix with many names, the best ranks under it."""
    ranks: dict[str, set[int]] = {}
    keys = [key for key, _rank, _weight in names]
    for end in range(1, 17):
        many = {prefix for prefix, count in Counter(key[:end] for key in keys).items() if count > MANY}
        keys = [key for key in keys if key[:end] in many]
        ranks |= {prefix: set() for prefix in many if len(prefix) == end}
    for key, rank, _weight in sorted(names, key=lambda name: (-name[2], name[1])):
        for end in range(1, min(len(key), 16) + 1):
            found = ranks.get(key[:end])
            if found is None:
                break
            if len(found) < KEPT:
                found.add(rank)
    for prefix in sorted(ranks):
        yield prefix, array("I", sorted(ranks[prefix])).tobytes()


def slips(start: str) -> set[str]:
    """A beginning under which it is found: itself, and itself less any one letter."""
    return {start, *(start[:at] + start[at + 1 :] for at in range(len(start)))}


def _fill_search(
    database: sqlite3.Connection, names: list[tuple[str, int, float]], items: list[Item]
) -> None:
    database.executemany("INSERT INTO name VALUES (?,?)", (name[:2] for name in names))
    database.executemany("INSERT INTO top VALUES (?,?)", _tops(names))
    starts: dict[str, list[str]] = defaultdict(list)
    for start in sorted(
        {key[:START] for key, _rank, _weight in names if len(key) >= 3 and key[0] < LAST_LETTER}
    ):
        for slip in slips(start):
            starts[slip].append(start)
    database.executemany(
        "INSERT INTO slip VALUES (?,?)", ((slip, "|".join(starts[slip])) for slip in sorted(starts))
    )
    words = importlib.import_module("incidents.record.folding").words
    large = {
        rank: " ".join(words(item.short or item.name))
        for rank, item in enumerate(items, 1)
        if item.code or item.population >= LARGE
    }
    lines = [f"{key}\t{rank}" for rank, key in large.items() if len(key) >= 5]
    database.execute("INSERT INTO meta VALUES ('large', ?)", ("\n".join(sorted(lines)),))


def build(path: Path, wanted: str) -> None:
    """Writes the file beside its place and moves it there when it is whole."""
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"  {time.monotonic() - began:5.1f} s  {text}", flush=True)

    gc.disable()  # millions of small values, none of them in a cycle: the collector would cost a third of the time
    say("reading the settlements of the world")
    items = _ranked()
    say(f"folding the names of {len(items):,} places")
    names = _names(items)
    say(f"writing {len(names):,} names")
    for left in path.parent.glob(
        f"{path.name}.*"
    ):  # by a run that was killed; a living one is minutes old at most
        if time.time() - left.stat().st_mtime > 600:
            left.unlink(missing_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    temporary.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as database:
        database.executescript(
            "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA
        )
        database.execute("BEGIN")
        _fill_items(database, items)
        _fill_search(database, names, items)
        facts = [("version", VERSION), ("checksum", wanted), ("places", len(items)), ("names", len(names))]
        database.executemany("INSERT INTO meta VALUES (?,?)", facts)
        database.execute("COMMIT")
        database.executescript(INDEXES + "ANALYZE;")
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    temporary.replace(path)
    gc.enable()
    say(f"{path.name} is ready, {path.stat().st_size / 1e6:.0f} MB")


def main(arguments: list[str] | None = None) -> int:
    """Build when needed."""
    parser = argparse.ArgumentParser(description="Build the gazetteer of places.")
    parser.add_argument("--force", action="store_true", help="build even when the file is current")
    parser.add_argument("--output", type=Path, default=DATABASE, help="the file to write")
    options = parser.parse_args(arguments)
    path = options.output.resolve()
    wanted = checksum()
    if not options.force and is_current(path, wanted):
        print("The gazetteer is current.")
        return 0
    print("Building the gazetteer of places (GeoNames, CC BY 4.0), once:")
    build(path, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
