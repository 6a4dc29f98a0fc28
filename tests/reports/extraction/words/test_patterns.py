"""Phrases of a lexicon among the words of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.words.patterns import GAP, Phrases
from reports.extraction.words.text import Text

CLASSES = {"people": frozenset({"men", "women", "villagers"})}


def found(phrase: str, text: str) -> list[str]:
    sentence = Text(text, "en").sentences[0]
    return [sentence.slice(f.first, f.last) for f in Phrases([(phrase, 1)], CLASSES).find(sentence.words)]


@pytest.mark.parametrize(
    ("phrase", "text", "said"),
    [
        ("fled", "They fled on Sunday", ["fled"]),
        ("flee*", "Fleeing people, fleeing fast", ["fleeing", "fleeing"]),
        ("took|taken into custody", "She was taken into custody", ["taken into custody"]),
        ("set .. on fire", "They set two old houses on fire", ["set two old houses on fire"]),
        ("# .. dead", "It left 12 people dead", ["12 people dead"]),
        (
            "detained @people",
            "Police detained men and detained villagers",
            ["detained men", "detained villagers"],
        ),
        ("set .. free", "They set. Then all were free", []),
        ("fled", "The flood came", []),
    ],
)
def test_a_phrase_finds_what_it_means(phrase, text, said):
    assert found(phrase, text) == said


def test_a_gap_is_at_most_five_words():
    assert found("set .. free", f"They set {'very ' * GAP}free")
    assert not found("set .. free", f"They set {'very ' * (GAP + 1)}free")


@given(st.lists(st.sampled_from(["men", "set", "free", "the", "12", ",", "set free"]), max_size=12))
def test_what_is_found_lies_among_the_words(parts):
    text = Text(" ".join(parts) or "x", "en")
    phrases = Phrases([("set .. free", 1), ("# ..", 2), ("@people", 3), ("f*", 4)], CLASSES)
    for sentence in text.sentences:
        for one in phrases.find(sentence.words):
            assert 0 <= one.first <= one.last <= len(sentence.words)
