"""Small words that are written together with the next one, cut off: French "l'hôpital", Arabic "وقالت", "بالخرطوم".

In Arabic "and", "so", "in", "to" are single letters before a word, with which many other words begin as well. They
are cut off where the rest begins with the article, or where only the rest is a word of the lexicon.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache

from reports.extraction.words.normal import norm
from resources.lexicons import FOLDER

_ELISION = re.compile(r"(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](?=\w)", re.IGNORECASE)
_TWICE = 2  # "qu'" and "l'" of "qu'l'..." at most
_LETTERS = "وفبلك"
_ARTICLE = "ال"
_LEAST = 3  # letters of a word that something is cut off from
_LONGEST = 40
_FILES = ("classes.toml", "cues.toml", "events.toml", "people.toml", "speakers.toml")
_WHOLE = frozenset(
    map(norm, "والد والدة والده والدي والي والدته بالغ بالغة بالغين بالغون بالون بالونات فالح".split())
)


def parts(word: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and normal form of each word in something that is written as one."""
    start = 0
    if language == "fr" and len(word) > 2:
        for _ in range(_TWICE):
            cut = _ELISION.match(word, start)
            if cut is None:
                break
            yield start, cut.end(), norm(cut[0])
            start = cut.end()
    elif language == "ar" and len(word) <= _LONGEST:
        for end, small in _arabic(word):
            yield start, end, small
            start = end
        if start and word.startswith("ل", start) and word[start - 1] == "ل":
            yield start, len(word), norm(_ARTICLE + word[start + 1 :])
            return
    yield start, len(word), norm(word[start:] if start else word)


@lru_cache(maxsize=20_000)
def _arabic(word: str) -> tuple[tuple[int, str], ...]:
    """Where each small word at the head of an Arabic one ends."""
    found: list[tuple[int, str]] = []
    at = 0
    for letters in ("وف", "بلك"):
        if word[at : at + 1] in tuple(letters) and _cuts(word[at:]):
            at += 1
            found.append((at, word[at - 1]))
    return tuple(found)


def _cuts(word: str) -> bool:
    """Whether the first letter is a word of its own."""
    if norm(word) in _WHOLE or _known(norm(word)):
        return False
    rest = word[1:]
    if rest[:1].isdigit():
        return True
    if rest.startswith(_ARTICLE) and len(rest) >= len(_ARTICLE) + _LEAST:
        return True
    if word.startswith("لل") and len(word) >= _LEAST + 2:
        return True
    plain = norm(rest)
    if len(plain) < _LEAST:
        return word[0] in "وف" and len(plain) > 1 and plain in _arabic_words()[0]
    return _known(plain) or (plain[:1] in _LETTERS and len(plain) > _LEAST and _known(norm(plain[1:])))


def _known(word: str) -> bool:
    exact, stems = _arabic_words()
    return word in exact or any(word[:length] in stems for length in range(_LEAST, len(word) + 1))


@cache
def _arabic_words() -> tuple[frozenset[str], frozenset[str]]:
    """Every word of the Arabic lexicon, and every beginning of words."""
    exact: set[str] = set()
    stems: set[str] = set()
    for name in _FILES:
        for phrase in _strings(tomllib.loads((FOLDER / "ar" / name).read_text("utf-8"))):
            for word in re.split(r"[\s|]+", phrase):
                if word.endswith("*"):
                    stems.add(norm(word[:-1]))
                else:
                    exact.add(norm(word))
    return frozenset(exact), frozenset(stem for stem in stems if len(stem) >= _LEAST)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
