"""How well suggestions agree with a person's coding: one-to-one pairs of one type that share a piece of the text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from incidents.record.folding import words
from incidents.record.suggestion import Suggestion
from reports.extraction.wire import suggestion_out
from tests.benchmarks.gold import Coded

FIELDS = ("country", "place", "dates", "people", "claimed_by", "status")
READY = FIELDS[:4]
NEAR = 25.0  # kilometres within which two points are one place


@dataclass
class Score:
    """Counts over many reports."""

    coded: Counter[str] = field(default_factory=Counter)
    suggested: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    ready: int = 0

    def add(self, report: Coded, suggestions: Sequence[Suggestion]) -> None:
        """Count one report."""
        guesses = [suggestion_out(one, report.text) for one in suggestions]
        self.coded.update(one["type"] for one in report.incidents)
        self.suggested.update(one["type"] for one in guesses)
        for wanted, guess in pairs(report, guesses):
            good = {name for name in FIELDS if _right(name, wanted, guess)}
            self.found[wanted["type"]] += 1
            self.right.update(good)
            self.ready += good.issuperset(READY)

    def detection(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        return f1(self.found.total(), self.suggested.total(), self.coded.total())

    def accepted(self) -> float:
        """F1 of those that need no edit of country, place, dates and people."""
        return f1(self.ready, self.suggested.total(), self.coded.total())[2]

    def share(self, name: str) -> float:
        """How many of the pairs have a field right."""
        return self.right[name] / max(1, self.found.total())


def f1(hits: int, guessed: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = hits / max(1, guessed), hits / max(1, wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def pairs(report: Coded, guesses: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The best one-to-one pairs, those with most right fields first."""
    spans = [_covered(one["evidence"], report.text) for one in (*report.incidents, *guesses)]
    ours, theirs = spans[: len(report.incidents)], spans[len(report.incidents) :]
    possible = sorted(
        (
            (sum(_right(name, wanted, guess) for name in FIELDS), i, j)
            for i, wanted in enumerate(report.incidents)
            for j, guess in enumerate(guesses)
            if wanted["type"] == guess["type"] and ours[i] & theirs[j]
        ),
        reverse=True,
    )
    kept: dict[int, int] = {}
    for _, i, j in possible:
        if i not in kept and j not in kept.values():
            kept[i] = j
    return [(report.incidents[i], guesses[j]) for i, j in kept.items()]


def _covered(pieces: Sequence[str], text: str) -> set[int]:
    covered: set[int] = set()
    for piece in pieces:
        start = text.find(piece)
        if start >= 0:
            covered.update(range(start, start + len(piece)))
    return covered


def _right(name: str, wanted: dict[str, Any], guess: dict[str, Any]) -> bool:
    if name == "place":
        return _same_place(wanted, guess)
    if name == "dates":
        return all(wanted.get(key) == guess.get(key) for key in ("date_start", "date_end"))
    if name == "people":
        same = all(wanted.get(key) == guess.get(key) for key in ("people_min", "people_max"))
        told = wanted.get("people_min") is not None or wanted.get("people_max") is not None
        return same and (not told or (wanted.get("people_unit") or "people") == guess.get("people_unit"))
    if name == "claimed_by":
        ours, theirs = set(words(wanted.get(name) or "")), set(words(guess.get(name) or ""))
        least = min(len(ours), len(theirs))
        return ours == theirs if not least else len(ours & theirs) >= least / 2
    if name == "status":
        return (wanted.get(name) or "occurred") == guess.get(name)
    return wanted.get(name) == guess.get(name)


def _same_place(wanted: dict[str, Any], guess: dict[str, Any]) -> bool:
    points = [one.get(axis) for one in (wanted, guess) for axis in ("lat", "lon")]
    if None not in points:
        lat1, lon1, lat2, lon2 = map(math.radians, points)
        east, north = (lon2 - lon1) * math.cos((lat1 + lat2) / 2), lat2 - lat1
        return math.hypot(east, north) * 6371 <= NEAR
    if words(wanted.get("place") or "") == words(guess.get("place") or ""):
        return True
    both_vague = wanted.get("lat") is None and guess.get("lat") is None
    return both_vague and all(wanted.get(key) == guess.get(key) for key in ("country", "admin1"))
