"""What is printed cannot steer the terminal, hide beside other text, or push columns out of line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.terminal import as_json, cell, one_line, width
from tests.commands.conftest import UNSAFE
from tests.strategies import hostile_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kharkiv.vigil", "Kharkiv.vigil"),
        ("Ґрати “Ізюм” – مدينة 避難 é", "Ґрати “Ізюм” – مدينة 避難 é"),
        ("a\nb\r\nc\td", "a b c d"),
        ("\x1b]0;owned\x07x", r"\x1b]0;owned\x07x"),
        ("\x9b31mred", r"\x9b31mred"),
        ("gpj.\u202eexe", r"gpj.\u202eexe"),
        ("name\udcff", r"name\udcff"),
        ("\u2067open", "\u2067open\u2069"),  # an isolate that nobody closed ends with the line
    ],
)
def test_commands_to_the_terminal_are_shown_as_escapes(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(hostile_text())
def test_any_text_becomes_one_safe_line(text: str) -> None:
    line = one_line(text)
    assert not UNSAFE.search(line)
    assert "\n" not in line
    assert line.count("\u2069") == sum(line.count(mark) for mark in "\u2066\u2067\u2068")


@given(hostile_text(), st.integers(2, 40))
def test_a_cell_is_never_wider_than_its_column(text: str, most: int) -> None:
    assert width(cell(text, most)) <= most
    assert not UNSAFE.search(cell(text, most))


def test_wide_letters_and_marks_are_measured_as_a_terminal_draws_them() -> None:
    assert (width("Izyum"), width("避難"), width("e\u0301"), width("\u2067x\u2069")) == (5, 4, 1, 1)


@given(st.recursive(hostile_text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_json_is_safe_to_print_and_reads_back_the_same(value: object) -> None:
    text = as_json(value)
    assert not UNSAFE.search(text)
    assert json.loads(text) == value


def test_json_keeps_letters_of_every_script() -> None:
    assert as_json(["Ізюм", "مدينة", "避難", "é"]) == '[\n "Ізюм",\n "مدينة",\n "避難",\n "é"\n]'
