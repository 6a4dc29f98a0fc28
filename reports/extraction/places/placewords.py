"""The words by which places are found, from the lexicon of a language, ready for asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from reports.extraction.words.lexicon import Lexicon
from reports.extraction.words.normal import norm, norm_phrase


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """Sets of words in normal form. See resources/lexicons/en/places.toml for what each of them does."""

    roles: Mapping[str, str]
    kinds: Mapping[str, str]
    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
    sides: Mapping[str, str]
    close: frozenset[str]
    articles: frozenset[str]
    followers: frozenset[str]
    directions: frozenset[str]
    kinds_before: frozenset[str]
    kind_modifiers: frozenset[str]
    attached: frozenset[str]
    vague_heads: frozenset[str]
    vague_links: frozenset[str]
    between: frozenset[str]
    parts: frozenset[str]
    lines: frozenset[str]
    loose_kinds: frozenset[str]
    determiners: frozenset[str]
    offices: frozenset[str]
    resuming: frozenset[str]
    pronouns: frozenset[str]
    sequels: frozenset[str]
    taking: frozenset[str]
    fronting: frozenset[str]
    residing: frozenset[str]
    silent_kinds: frozenset[str]
    suburbs: frozenset[str]
    anaphors: frozenset[str]
    relatives: frozenset[str]
    capital: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    not_places: frozenset[str]
    calendar: frozenset[str]
    world: frozenset[str]
    ordinary: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    joints: frozenset[str]
    breaks: frozenset[str]
    motion: tuple[str, ...]
    arrivals: tuple[str, ...]
    landings: tuple[str, ...]
    object_endings: tuple[str, ...]
    language: str
    strong: frozenset[str]
    joining: frozenset[str]
    bare_heads: bool  # "town X", "outskirts X-genitive": no "of" between them
    caseless: bool

    def moves(self, word: str) -> bool:
        """Whether a word is of movement."""
        return word.startswith(self.motion) if self.motion else False

    def arrives(self, word: str) -> bool:
        """Whether a word is of coming to a place."""
        return word.startswith(self.arrivals) if self.arrivals else False

    def takes_object(self, word: str) -> bool:
        """Whether a name right after a word may be its object: "stormed Bria"."""
        ends = bool(self.object_endings) and word.endswith(self.object_endings) and len(word) > 4
        return word in self.taking or ends

    def directs(self, word: str) -> bool:
        """Whether a word is a direction: "northern", "central-northern"."""
        return word in self.directions or (
            "-" in word and all(part in self.directions for part in word.split("-"))
        )

    def lands(self, word: str) -> bool:
        """Whether "in" after a word says where somebody came to."""
        return word.startswith(self.landings) if self.landings else False


def grammar_words(words: Lexicon) -> frozenset[str]:
    """Words of grammar and for people: with them many sentences begin."""
    skipped = ("fighters", "households")
    return frozenset(w for name, listed in words.classes.items() if name not in skipped for w in listed)


# Sets that stand in the lexicon under another table, or under another name than "words".
_ELSEWHERE = {
    "vague_heads": ("vague_heads", "words"),
    "vague_links": ("vague_heads", "links"),
    "between": ("vague_heads", "two"),
    "parts": ("vague_heads", "parts"),
    "lines": ("vague_heads", "lines"),
    "pronouns": ("resuming", "pronouns"),
    "sequels": ("resuming", "sequels"),
}


@lru_cache(maxsize=16)
def place_words(words: Lexicon) -> PlaceWords:
    """The place words of a language; empty sets where its lexicon has none."""
    raw: Mapping[str, Any] = words.raw.get("places", {})

    def listed(table: str, name: str = "words") -> frozenset[str]:
        return frozenset(norm_phrase(norm(word)) for word in raw.get(table, {}).get(name, ()))

    def by_word(table: str) -> dict[str, str]:
        return {norm_phrase(norm(word)): name for name, each in raw.get(table, {}).items() for word in each}

    plain = {field.name for field in fields(PlaceWords) if field.type == "frozenset[str]"} - _ELSEWHERE.keys()
    sets = {name: listed(name) for name in plain}
    sets |= {name: listed(table, key) for name, (table, key) in _ELSEWHERE.items()}
    sets["resuming"] |= sets["pronouns"]
    sets["not_places"] |= sets["world"]
    if words.language != "en":
        sets["ordinary"] |= grammar_words(words)
    grammar = raw.get("grammar", {})
    return PlaceWords(
        roles=by_word("prepositions"),
        kinds=by_word("kinds"),
        countries=by_word("countries"),
        demonyms=by_word("demonyms"),
        sides=by_word("sides"),
        motion=tuple(sorted(listed("motion", "stems"))),
        arrivals=tuple(sorted(listed("arrivals", "stems"))),
        landings=tuple(sorted(listed("landings", "stems"))),
        object_endings=tuple(sorted(listed("taking", "endings"))),
        language=words.language,
        bare_heads=bool(grammar.get("bare_heads")),
        caseless=bool(grammar.get("caseless")),
        **sets,
    )
