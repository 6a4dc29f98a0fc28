"""Any text fits any width, nothing of it gets lost, and what no font has leaves a mark."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.briefing.pages.cleaning import clean
from reports.briefing.pages.lines import MARK, Line, Run, Typesetter
from reports.briefing.pages.style import BODY
from tests.strategies import hostile_text


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter()


def text_of(line: Line) -> str:
    return line if isinstance(line, str) else "".join(piece.text for piece in line)


def width_of(setter: Typesetter, line: Line) -> float:
    return setter.width(line, BODY) if isinstance(line, str) else sum(piece.width for piece in line)


def letters(text: str) -> str:
    return "".join(text.split())


@given(st.text(st.sampled_from("abcdéßñçЖїґєѓ -–.,«»“”0123456789\n"), max_size=400), st.floats(30, 500))
def test_lines_fit_and_keep_every_letter(text: str, width: float) -> None:
    setter = Typesetter()
    lines = setter.lines(text, BODY, width)
    assert letters("".join(text_of(line) for line in lines)) == letters(clean(text))
    assert all(width_of(setter, line) <= width + 0.01 for line in lines)


@given(st.lists(st.text(st.sampled_from("abc deЖф-., "), max_size=60), max_size=6), st.floats(60, 300))
def test_runs_of_several_looks_keep_every_letter_too(texts: list[str], width: float) -> None:
    setter = Typesetter()
    cuts = ("regular", "bold", "italic")
    lines = setter.mixed([Run(text, cuts[n % 3]) for n, text in enumerate(texts)], BODY, width)
    assert letters("".join(text_of(line) for line in lines)) == letters(
        "".join(clean(text) for text in texts)
    )
    assert all(width_of(setter, line) <= width + 0.01 for line in lines)


@given(hostile_text(200))
def test_no_text_fails(text: str) -> None:
    setter = Typesetter()
    for line in setter.lines(text, BODY, 120):
        assert isinstance(line, (str, tuple))


def test_a_word_of_a_hundred_thousand_letters_is_broken(setter: Typesetter) -> None:
    lines = setter.lines("x" * 100_000, BODY, 300)
    assert sum(len(text_of(line)) for line in lines) == 100_000
    assert all(width_of(setter, line) <= 300 for line in lines)


def test_an_address_is_broken_after_punctuation(setter: Typesetter) -> None:
    lines = setter.lines("https://example.org/" + "/".join(["abcdefgh"] * 20), BODY, 200)
    assert all(text_of(line).endswith("/") for line in lines[:-1])


def test_line_breaks_of_the_text_are_kept(setter: Typesetter) -> None:
    assert setter.lines("one\r\ntwo\u2028three\n\n\n\nfour", BODY, 300) == ["one", "two", "three", "", "four"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x1b[31m", "ab[31m"),
        ("a\u202eb\u2066c\u200fd\ufeff", "abcd"),
        ("e\u0301", "é"),
        ("a\ud800b", "a\ufffdb"),
        ("−18", "–18"),
        ("a\u2003b\u3000c", "a b c"),
        ("a" + "\u0335" * 40, "a" + "\u0335" * 4),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_what_is_broken_is_marked(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_letters_that_no_font_has_leave_a_mark_with_their_script_and_number() -> None:
    setter = Typesetter()
    setter.where = "UKR-2022-0001"
    [line] = setter.lines("camp قافلة مدينة here", BODY, 400)
    assert [piece.text for piece in line if piece.cut == MARK] == ["Arabic: 10 characters"]  # type: ignore[union-attr]
    assert text_of(line).startswith("camp ") and text_of(line).endswith(" here")
    assert setter.missing.counts == {"Arabic": 10}
    assert list(setter.missing.where) == ["UKR-2022-0001"]


@pytest.mark.parametrize(
    ("character", "script"),
    [("中", "Chinese"), ("ש", "Hebrew"), ("ကို", "Myanmar"), ("😀", "symbols"), ("\ud800", "damaged text")],
)
def test_scripts_are_called_by_their_names(character: str, script: str) -> None:
    setter = Typesetter()
    setter.lines(character, BODY, 400)
    assert list(setter.missing.counts) == [script]


def test_latin_with_accents_and_cyrillic_are_printable(setter: Typesetter) -> None:
    text = "Ångström façade naïve Łódź Ağrı Đồng Ірпінь Київ Ґалаґан їжак Ёлка № € – “„«»”’"
    for cut in setter.cuts.values():
        assert not set(text) - cut.printable


def test_no_script_that_needs_shaping_counts_as_printable(setter: Typesetter) -> None:
    for cut in setter.cuts.values():
        for character in cut.printable:
            assert unicodedata.bidirectional(character) not in ("R", "AL")
            assert "DEVANAGARI" not in unicodedata.name(character, "")
