"""Phrases of a lexicon, and finding them among the words of a sentence.

A phrase is words with single spaces. `flee*` stands for every word that begins so, `taken|took` for either word,
`..` for up to five other words, `#` for a number, `@people` for a word of that class. Letter case does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reports.extraction.words.text import Word, norm

GAP = 5  # words that ".." may stand for
_KEY = 3  # letters by which phrases that begin with a stem are looked up
_MET = 20_000  # words whose phrases are kept at hand
_STOPS = frozenset(".;:!?")  # marks that no gap goes over

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase among the words of a sentence: words `first` up to, not including, `last`, and what it means."""

    first: int
    last: int
    meaning: T
    phrase: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A test of one word."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    number: bool

    def fits(self, word: str) -> bool:
        return (
            word in self.exact
            or (bool(self.stems) and word.startswith(self.stems))
            or (self.number and word[:1].isdigit())
        )


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    """A phrase ready for searching. rest: its parts after the first, None for a gap.

    needs: words of which one must stand in the sentence; empty where that cannot be told by whole words.
    """

    rest: tuple[_Part | None, ...]
    needs: frozenset[str]
    meaning: T
    phrase: str


class Phrases(Generic[T]):
    """Many phrases with a meaning each, found in one pass."""

    def __init__(self, phrases: Iterable[tuple[str, T]], classes: Mapping[str, frozenset[str]]) -> None:
        self._exact: dict[str, list[_Entry[T]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[str, _Entry[T]]]] = defaultdict(list)
        self._numbers: list[_Entry[T]] = []
        for phrase, meaning in phrases:
            first, *others = phrase.split()
            rest = tuple(_part(part, classes) for part in others)
            entry = _Entry(rest, _needs(rest), meaning, phrase)
            for word in _beginnings(first, classes):
                if word == "#":
                    self._numbers.append(entry)
                elif word.endswith("*"):
                    stem = norm(word[:-1])
                    self._stems[stem[:_KEY]].append((stem, entry))
                else:
                    self._exact[norm(word)].append(entry)
        self._lengths = sorted({len(key) for key in self._stems})
        self._met: dict[str, Sequence[_Entry[T]]] = {}  # words searched before

    def find(self, words: Sequence[Word]) -> Iterator[Found[T]]:
        """Every phrase that stands among the words; those that begin at one word, longest first."""
        norms = [word.norm for word in words]
        said = frozenset(norms)
        for at, word in enumerate(norms):
            entries = self._met.get(word)
            if entries is None:
                entries = self._beginning(word)
                if len(self._met) < _MET:
                    self._met[word] = entries
            if not entries:
                continue
            ends = [
                Found(at, end, entry.meaning, entry.phrase)
                for entry in entries
                if (not entry.needs or not entry.needs.isdisjoint(said))
                and (end := _end(entry.rest, 0, norms, at + 1))
            ]
            if len(ends) > 1:
                ends.sort(key=lambda found: -found.last)
            yield from ends

    def _beginning(self, word: str) -> Sequence[_Entry[T]]:
        """The phrases that may begin with a word."""
        found: Sequence[_Entry[T]] = self._exact.get(word, ())
        for length in self._lengths:
            near = self._stems.get(word[:length])
            if near and len(word) >= length:
                found = [*found, *(entry for stem, entry in near if word.startswith(stem))]
        return [*found, *self._numbers] if self._numbers and word[:1].isdigit() else found


def _beginnings(part: str, classes: Mapping[str, frozenset[str]]) -> list[str]:
    found: list[str] = []
    for word in part.split("|"):
        found += sorted(classes.get(word[1:], ())) if word.startswith("@") else [word]
    return found


def _part(part: str, classes: Mapping[str, frozenset[str]]) -> _Part | None:
    """A test of one word; None for a gap."""
    if part == "..":
        return None
    listed = _beginnings(part, classes)
    return _Part(
        exact=frozenset(norm(word) for word in listed if word != "#" and not word.endswith("*")),
        stems=tuple(norm(word[:-1]) for word in listed if word.endswith("*")),
        number="#" in listed,
    )


def _needs(rest: tuple[_Part | None, ...]) -> frozenset[str]:
    """The last part that is told by whole words alone: most sentences lack it, which spares looking closer."""
    whole = [part.exact for part in rest if part and not part.stems and not part.number]
    return whole[-1] if whole else frozenset()


def _end(rest: tuple[_Part | None, ...], place: int, norms: list[str], at: int) -> int:
    """The word after the phrase if its parts from `place` on stand at `at`, else 0."""
    while place < len(rest):
        part = rest[place]
        place += 1
        if part is None:
            for step in range(at, min(at + GAP, len(norms)) + 1):
                end = _end(rest, place, norms, step)
                if end or (step < len(norms) and norms[step] in _STOPS):
                    return end
            return 0
        if at >= len(norms) or not part.fits(norms[at]):
            return 0
        at += 1
    return at
