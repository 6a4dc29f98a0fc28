"""The words by which places are found, from the lexicon of a language, ready for asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reports.extraction.lexicon import Lexicon
from reports.extraction.normal import norm, norm_phrase


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """Sets of words in normal form. See resources/lexicons/en/places.toml for what each of them does."""

    roles: Mapping[str, str]
    kinds: Mapping[str, str]
    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
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


@lru_cache(maxsize=16)
def place_words(words: Lexicon) -> PlaceWords:
    """The place words of a language; empty sets where its lexicon has none."""
    raw: Mapping[str, Any] = words.raw.get("places", {})

    def listed(table: str, name: str = "words") -> frozenset[str]:
        return frozenset(norm_phrase(norm(word)) for word in raw.get(table, {}).get(name, ()))

    def by_word(table: str) -> dict[str, str]:
        return {norm_phrase(norm(word)): name for name, each in raw.get(table, {}).items() for word in each}

    return PlaceWords(
        roles=by_word("prepositions"),
        kinds=by_word("kinds"),
        countries=by_word("countries"),
        demonyms=by_word("demonyms"),
        close=listed("close"),
        articles=listed("articles"),
        followers=listed("followers"),
        directions=listed("directions"),
        kinds_before=listed("kinds_before"),
        kind_modifiers=listed("kind_modifiers"),
        attached=listed("attached"),
        vague_heads=listed("vague_heads"),
        vague_links=listed("vague_heads", "links"),
        between=listed("vague_heads", "two"),
        parts=listed("vague_heads", "parts"),
        lines=listed("vague_heads", "lines"),
        loose_kinds=listed("loose_kinds"),
        determiners=listed("determiners"),
        offices=listed("offices"),
        resuming=listed("resuming") | listed("resuming", "pronouns"),
        pronouns=listed("resuming", "pronouns"),
        sequels=listed("resuming", "sequels"),
        taking=listed("taking"),
        fronting=listed("fronting"),
        silent_kinds=listed("silent_kinds"),
        suburbs=listed("suburbs"),
        anaphors=listed("anaphors"),
        relatives=listed("relatives"),
        capital=listed("capital"),
        particles=listed("particles"),
        titles=listed("titles"),
        organisations=listed("organisations"),
        not_places=listed("not_places") | listed("world"),
        calendar=listed("calendar"),
        world=listed("world"),
        ordinary=listed("ordinary") | (grammar_words(words) if words.language != "en" else frozenset()),
        speech=listed("speech"),
        telling=listed("telling"),
        joints=listed("joints"),
        breaks=listed("breaks"),
        motion=tuple(sorted(listed("motion", "stems"))),
        arrivals=tuple(sorted(listed("arrivals", "stems"))),
        landings=tuple(sorted(listed("landings", "stems"))),
        language=words.language,
        strong=listed("strong"),
        joining=listed("joining"),
        bare_heads=bool(raw.get("grammar", {}).get("bare_heads")),
        caseless=bool(raw.get("grammar", {}).get("caseless")),
    )
