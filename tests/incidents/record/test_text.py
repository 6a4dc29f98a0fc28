"""Text from anywhere becomes readable text that cannot disguise itself, and nothing is cut in silence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text, examine
from tests.strategies import hostile_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a  ", "a"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x0bd", "a\nb\nc\nd"),
        ("tab\tstays", "tab\tstays"),
        ("nul\x00 esc\x1b[31m bell\x07", "nul esc[31m bell"),
        ("\ufeffmark", "mark"),
        ("half \ud83d emoji", "half \ufffd emoji"),
        ("none\ufffe", "none\ufffd"),
        ("e\u0301", "é"),
        ("evil \u202egpj.exe", "evil gpj.exe"),
        ("\u2067open", "\u2067open\u2069"),
        ("close\u2069", "close"),
        ("\u2067ok\u2069", "\u2067ok\u2069"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("سلام\u200f!", "سلام\u200f!"),
        ("<b>&amp;</b> =1+1", "<b>&amp;</b> =1+1"),
    ],
)
def test_what_cannot_be_read_is_replaced_and_what_a_language_needs_stays(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_a_line_has_no_breaks_and_single_spaces() -> None:
    assert clean_line(" Filtration\ncamp \t in  Vovchansk\u2028") == "Filtration camp in Vovchansk"


def test_heaps_of_marks_are_thinned() -> None:
    assert len(clean_text("a" + "\u0316" * 500)) == 9
    assert clean_text("שָּׁ") == unicodedata.normalize("NFC", "שָּׁ")


def test_what_was_replaced_is_told() -> None:
    assert examine("plain").replaced == ()
    assert examine("a\x00\u202e\ud800").replaced == (
        "characters that are no text",
        "control characters",
        "hidden changes of the writing direction",
    )


def test_long_text_is_measured_and_never_cut() -> None:
    assert examine("x" * 100_000).over == 0
    assert examine("x" * (LINE_LIMIT + 3), line=True).over == 3
    too_long = examine("x" * (TEXT_LIMIT + 1))
    assert (too_long.over, len(too_long.text)) == (1, TEXT_LIMIT + 1)


@given(hostile_text(), st.booleans())
def test_any_text_becomes_text_that_can_be_stored_and_is_clean_already(text: str, line: bool) -> None:
    cleaned = examine(text, line=line)
    cleaned.text.encode("utf-8")
    assert examine(cleaned.text, line=line).text == cleaned.text
    assert not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in cleaned.text)
    if line:
        assert "\n" not in cleaned.text
