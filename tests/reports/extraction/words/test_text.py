"""A report's text in sentences and words, each where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.words.text import Text, norm


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in Text(text, language).sentences]


def test_sentences_end_where_a_reader_would_end_them():
    text = "Mr. Ali of the U.N. said so on Sunday. At 5 p.m. the buses left. 3.5 million people stayed."
    assert sentences(text) == [
        "Mr. Ali of the U.N. said so on Sunday.",
        "At 5 p.m. the buses left.",
        "3.5 million people stayed.",
    ]


def test_a_footnote_mark_stays_with_the_sentence_before_it():
    assert sentences("Fifty people fled.[1] Ten came back.") == ["Fifty people fled.[1]", "Ten came back."]


def test_lines_of_a_list_are_sentences_of_their_own():
    assert sentences("Last week:\n- two men were held\n- a school was shelled") == [
        "Last week:",
        "- two men were held",
        "- a school was shelled",
    ]


def test_a_short_paragraph_without_a_full_stop_is_a_heading():
    text = Text("Who made the flood?\n\nBeatings and threats\n\nPolice beat them.", "en")
    assert [s.title for s in text.sentences] == [False, True, False]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Turkey’s", "turkey"),
        ("workers'", "workers"),
        ("FLED", "fled"),
        ("أُسِرَ", "اسر"),
        ("Öffnung", "öffnung"),
    ],
)
def test_words_are_compared_in_one_form(written, compared):
    assert norm(written) == compared


@given(st.text(max_size=400))
def test_any_text_has_sentences_and_words_inside_it_and_in_order(text):
    at = 0
    for sentence in Text(text, "en").sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        at = sentence.end
        for word in sentence.words:
            assert sentence.start <= word.start < word.end <= sentence.end
            assert text[word.start : word.end] == word.text


def test_a_line_with_a_bullet_has_sentences_too() -> None:
    text = Text("• Snipers fired on the mosque. The imam was shot at its door.", "en")
    assert len(text.sentences) == 2
