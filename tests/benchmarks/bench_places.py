"""Place suggestions: milliseconds per keystroke, and the ratio to a bare indexed prefix query on the same file.

    python -m tests.benchmarks.bench_places

What is typed: names letter by letter, as a person would, in three scripts, with typing errors, and garbage.
The promise is under 20 ms for each keystroke, the slowest included.
"""

from __future__ import annotations

import sqlite3
import statistics
import string
import time

from incidents.places import Gazetteer
from incidents.places.store import END, key_of
from resources.gazetteer import DATABASE

NAMES = [
    "Izyum", "Vovchansk", "Mariupol", "Kharkiv Oblast", "Severodonetsk", "Zaporizhzhia", "Port-au-Prince", "El Fasher",
    "San Jose de los", "Santa Maria", "Al Hudaydah", "Deir ez-Zor", "N'Djamena", "North Kivu", "Ouagadougou",
    "Ivanivka", "Ізюм", "Вовчанськ", "Маріуполь", "Харьковская область", "Северодонецк", "Новая Каховка",
    "الرقة", "دير الزور", "الفاشر", "صنعاء", "خان يونس",
]  # fmt: skip
SLIPS = [
    "Izuym", "Vovchask", "Volchanks", "Mairupol", "Marupol", "Mriuopl", "Khrkiv", "Kahrkiv", "Zaporizzhia", "Bakhmuut",
    "Severodonetks", "Al Hudayda", "Deir ezzur", "Ouagadugu", "Port o Prince", "Santa Mraia", "San Jsoe", "Харкыв",
    "Мариуполл", "Вовчанкс", "دير الزر", "Saint Petresburg", "North Kviu", "Northh Kivu",
]  # fmt: skip
GARBAGE = [
    "x" * 500, "а" * 500, "San " * 125, "ab, " * 125, "%_'\"--;", "\ud800\udfff", "\u202e\u0000", "قققققققق",
    "中文字符測試", "zzzzzzzz", "qwertyuiop", "aeiouaeiou", "1234567890", "- - - -", "𝕂𝕙𝕒𝕣𝕜𝕚𝕧", "की" * 50,
]  # fmt: skip


def keystrokes() -> list[str]:
    """Everything that is asked: 1- and 2-letter beginnings, names letter by letter, slips, garbage."""
    short = [*string.ascii_lowercase, *"абвгдежзиклмнопрстуфхчшюяіїє", *"ابتجحخدرسشصطعغفقكلمنهوي"]
    pairs = [first + second for first in "askmbdtphcnolr" for second in "aeiouhlr"]
    letters = [name[:end] for name in NAMES for end in range(1, len(name) + 1)]
    return list(dict.fromkeys([*short, *pairs, *letters, *SLIPS, *GARBAGE]))


def spent(work: object, typed: list[str]) -> list[float]:
    """Milliseconds for each, the better of two runs, so that another program's turn is not counted."""
    times = []
    for text in typed:
        runs = []
        for _ in range(2):
            began = time.perf_counter()
            work(text)  # type: ignore[operator]
            runs.append(1000 * (time.perf_counter() - began))
        times.append(min(runs))
    return times


def row(label: str, times: list[float]) -> str:
    """One line of the table."""
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    return f"  {label:34} p50 {statistics.median(times):6.2f}   p95 {p95:6.2f}   max {ordered[-1]:6.2f} ms"


def main() -> None:
    """Measure and print."""
    began = time.perf_counter()
    gazetteer = Gazetteer(DATABASE)
    gazetteer.area("UKR")
    opened = 1000 * (time.perf_counter() - began)
    began = time.perf_counter()
    gazetteer.suggest("Vovchask")
    first = 1000 * (time.perf_counter() - began)

    bare = sqlite3.connect(f"{DATABASE.as_uri()}?mode=ro&immutable=1", uri=True)
    query = (
        "SELECT key, name FROM name JOIN item USING (rank) WHERE key >= ? AND key < ? ORDER BY rank LIMIT 12"
    )

    def floor(text: str) -> None:
        key = key_of(text)
        bare.execute(query, (key, key + END)).fetchall()

    typed = keystrokes()
    ours, floors = spent(gazetteer.suggest, typed), spent(floor, typed)
    slips = spent(gazetteer.suggest, SLIPS)
    bare.close()
    gazetteer.close()
    print(f"place suggestions, {len(typed)} keystrokes (promise: under 20 ms each)")
    print(row("suggest", ours))
    print(row("suggest, with a typing error", slips))
    print(row("bare indexed prefix query", floors))
    print(f"  ratio to the bare query            p50 {statistics.median(ours) / statistics.median(floors):6.1f} ×"
          f"  max {max(ours) / max(floors):6.2f} ×")  # fmt: skip
    print(f"  opening {opened:.1f} ms, first keystroke with the distance library's import {first:.1f} ms")
    slowest = sorted(zip(ours, typed, strict=True), reverse=True)[:3]
    print("  slowest: " + ", ".join(f"{text[:20]!r} {ms:.1f} ms" for ms, text in slowest))


if __name__ == "__main__":
    main()
