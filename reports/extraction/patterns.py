"""Phrases of a lexicon, and finding them among the words of a sentence.

A phrase is words with single spaces. `flee*` stands for every word that begins so, `taken|took` for either word,
`..` for up to five other words, `#` for a number, `@people` for a word of that class. Letter case does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from reports.extraction.text import Word, norm

GAP = 5  # words that ".." may stand for
_KEY = 3  # letters by which phrases that begin with a stem are looked up

Element = Callable[[Word], bool]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase among the words of a sentence: words `first` up to, not including, `last`, and what it means."""

    first: int
    last: int
    meaning: T
    phrase: str


class Phrases(Generic[T]):
    """Many phrases with a meaning each, found in one pass."""

    def __init__(self, phrases: Iterable[tuple[str, T]], classes: Mapping[str, frozenset[str]]) -> None:
        self._exact: dict[str, list[tuple[list[Element | None], T, str]]] = defaultdict(list)
        self._stems: dict[str, list[tuple[list[Element | None], T, str]]] = defaultdict(list)
        self._numbers: list[tuple[list[Element | None], T, str]] = []
        for phrase, meaning in phrases:
            parts = phrase.split()
            entry = ([_element(part, classes) for part in parts], meaning, phrase)
            for word in _beginnings(parts[0], classes):
                if word == "#":
                    self._numbers.append(entry)
                elif word.endswith("*"):
                    self._stems[norm(word[:-1])[:_KEY]].append(entry)
                else:
                    self._exact[norm(word)].append(entry)

    def find(self, words: tuple[Word, ...]) -> Iterator[Found[T]]:
        """Every phrase that stands among the words; those that begin at one word, longest first."""
        for at, word in enumerate(words):
            entries = self._exact.get(word.norm, []) + self._near(word.norm)
            if self._numbers and word.norm[:1].isdigit():
                entries = entries + self._numbers
            ends = []
            for elements, meaning, phrase in entries:
                end = _match(elements, words, at)
                if end:
                    ends.append(Found(at, end, meaning, phrase))
            yield from sorted(ends, key=lambda found: -found.last)

    def _near(self, word: str) -> list[tuple[list[Element | None], T, str]]:
        found: list[tuple[list[Element | None], T, str]] = []
        for length in range(1, _KEY + 1):
            found += self._stems.get(word[:length], ()) if len(word) >= length else ()
        return found


def _beginnings(part: str, classes: Mapping[str, frozenset[str]]) -> list[str]:
    found: list[str] = []
    for word in part.split("|"):
        found += sorted(classes.get(word[1:], ())) if word.startswith("@") else [word]
    return found


def _element(part: str, classes: Mapping[str, frozenset[str]]) -> Element | None:
    """A test of one word; None for a gap."""
    if part == "..":
        return None
    exact: set[str] = set()
    stems: list[str] = []
    number = False
    for word in _beginnings(part, classes):
        if word == "#":
            number = True
        elif word.endswith("*"):
            stems.append(norm(word[:-1]))
        else:
            exact.add(norm(word))
    beginnings = tuple(stems)
    return lambda word: (
        word.norm in exact
        or (bool(beginnings) and word.norm.startswith(beginnings))
        or (number and word.norm[:1].isdigit())
    )


def _match(elements: list[Element | None], words: tuple[Word, ...], at: int) -> int:
    """The word after the phrase if it begins at `at`, else 0."""
    for place, element in enumerate(elements):
        if element is None:
            rest = elements[place + 1 :]
            for gap in range(GAP + 1):
                if at + gap > len(words) or (gap and words[at + gap - 1].text in ".;:!?"):
                    break
                end = _match(rest, words, at + gap)
                if end:
                    return end
            return 0
        if at >= len(words) or not element(words[at]):
            return 0
        at += 1
    return at
