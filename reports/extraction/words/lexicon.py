"""The lexicon of one language: phrases in plain TOML files that a linguist edits, ready for searching."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reports.extraction.words.normal import norm_phrase
from reports.extraction.words.patterns import Phrases
from resources.lexicons import FOLDER

FULL = ("en", "uk", "ru", "fr", "es", "ar")


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a phrase says of an event: its type and how sure a sign it is.

    kind: "verb" (somebody did or underwent it), "noun" (it is named), "state" (it lasts). weak: a sign only
    beside people, for words with many other meanings.
    """

    type: str
    kind: str
    weak: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """One language's words.

    classes: named sets of words that phrases use as `@name`. cues: phrases that change how an event is read, by
    what they do ("denied", "planned", "failed", ...). raw: everything else, by file and table, as it stands there.
    """

    language: str
    classes: Mapping[str, frozenset[str]]
    triggers: Phrases[Trigger]
    cues: Phrases[str]
    raw: Mapping[str, Any]

    def words(self, name: str) -> frozenset[str]:
        """A class of words, empty when the language has none of that name."""
        return self.classes.get(name, frozenset())

    def phrases(self, file: str) -> Phrases[str]:
        """All phrases of a file whose tables are lists; the meaning is the table's name."""
        tables = self.raw.get(file, {})
        return Phrases([(p, name) for name, listed in tables.items() for p in listed], self.classes)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; English for a language that has none."""
    folder = FOLDER / (language if (FOLDER / language).is_dir() else "en")
    raw = {
        path.stem: _normal(path.stem, tomllib.loads(path.read_text("utf-8")))
        for path in sorted(folder.glob("*.toml"))
    }
    classes = {name: frozenset(words) for name, words in raw.get("classes", {}).items()}
    return Lexicon(
        language=folder.name,
        classes=classes,
        triggers=Phrases(list(_triggers(raw.get("events", {}))), classes),
        cues=Phrases([(p, name) for name, listed in raw.get("cues", {}).items() for p in listed], classes),
        raw=raw,
    )


def _triggers(events: Mapping[str, Mapping[str, list[str]]]) -> list[tuple[str, Trigger]]:
    found = []
    for kind, groups in events.items():
        for group, phrases in groups.items():
            weak = group.startswith("weak_")
            trigger = Trigger(kind, group.removeprefix("weak_"), weak)
            found += [(phrase, trigger) for phrase in phrases]
    return found


def _normal(file: str, value: Any) -> Any:
    """Words in the form that words of a text have; dates and numbers have grammars of their own for that."""
    if file in ("dates", "places", "numbers"):
        return value
    if isinstance(value, dict):
        return {name: _normal("numbers" if name == "numbers" else file, each) for name, each in value.items()}
    return (
        [norm_phrase(each) if isinstance(each, str) else each for each in value]
        if isinstance(value, list)
        else value
    )
