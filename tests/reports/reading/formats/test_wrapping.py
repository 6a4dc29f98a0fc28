"""Lines broken to a width become paragraphs; a text that was never wrapped is not touched."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reading.formats.wrapping import join, unwrap
from tests.reports.reading.makers import STORY, TITLE

WHOLE = "\n\n".join([TITLE, *STORY])


@pytest.mark.parametrize("width", [50, 65, 72, 78, 100])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in [TITLE, *STORY * 3])
    assert unwrap(wrapped) == "\n\n".join([TITLE, *STORY * 3])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line",
        WHOLE,
        WHOLE.replace("\n\n", "\n"),
        "Office of the High Commissioner\nPalais Wilson\n52 rue des Pâquis\nGeneva",
        "Dates:\n- 1 May: two men were detained in Izium by soldiers\n- 2 May: a hundred people left\n- 3 May: nothing",
        "A first sentence that stands on a line of its own.\nA second that stands on its own.\nA third does too.\n",
        "Name        Age   Town\nIvan        12    Izium\nMaria       9     Kharkiv",
        "1. Introduction ........ 1\n2. Detentions .......... 2\n3. Displacement ........ 5",
    ],
)
def test_what_was_not_wrapped_is_unchanged(text: str) -> None:
    assert unwrap(text) == text


def test_lists_in_a_wrapped_text_stay_lists() -> None:
    prose = textwrap.fill(" ".join(STORY), 60)
    text = f"{prose}\n- first: two men\n- second: a hundred people\n\n{prose}"
    assert "\n- first: two men\n- second: a hundred people\n" in unwrap(text)


SIGNATURE = "Best\nOlena\n\nOlena Koval\nMonitor\nThe Organisation\nTel. 123\nFax 456\no@example.org"


@pytest.mark.parametrize("width", [60, 72, 78])
def test_wrapped_paragraphs_are_joined_between_a_greeting_and_a_long_signature(width: int) -> None:
    wrapped = "\n\n".join(["Dear all,", *(textwrap.fill(text, width) for text in STORY), SIGNATURE])
    assert unwrap(wrapped) == "\n\n".join(["Dear all,", *STORY, SIGNATURE])


def test_paragraphs_that_an_answer_quotes_are_joined() -> None:
    quoted = textwrap.indent(textwrap.fill(STORY[1], 66), "> ")
    twice = textwrap.indent(textwrap.fill(STORY[1], 66), "> > ")
    told = f"You wrote:\n\n{quoted}\n\nYes.\n\n{twice}\n\n{SIGNATURE}"
    assert unwrap(told) == f"You wrote:\n\n> {STORY[1]}\n\nYes.\n\n> > {STORY[1]}\n\n{SIGNATURE}"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(
            f"2022-05-0{n};Izium;detention;two men were taken from a house;source {n}" for n in range(1, 9)
        ),
        "\n".join(f"error: the file of number {n} in the list could not be found there" for n in range(3))
        + "\nend",
        "The first of the sentences stands on a line of its own, here.\nthe second one too, and it is as long as that.",
    ],
)
def test_rows_of_data_and_sentences_on_lines_of_their_own_are_not_joined(text: str) -> None:
    assert unwrap(f"{text}\n\n{SIGNATURE}") == f"{text}\n\n{SIGNATURE}"


@pytest.mark.parametrize(
    ("left", "right", "known", "whole"),
    [
        ("were evacu-", "ated by bus", set(), "were evacuated by bus"),
        ("were evacu\u00ad", "ated by bus", set(), "were evacuated by bus"),
        ("a cross-", "border raid", set(), "a cross-border raid"),
        ("a door-", "step", {"doorstep"}, "a doorstep"),
        ("the well-", "known man", {"well-known"}, "the well-known man"),
        ("the prison-", "like camp", {"prison", "like"}, "the prison-like camp"),
        ("the Kyiv-", "Kharkiv road", set(), "the Kyiv-Kharkiv road"),
        ("between 20-", "30 people", set(), "between 20-30 people"),
        ("soldiers –", "many of them", set(), "soldiers – many of them"),
        ("задер-", "жали мужчин", set(), "задержали мужчин"),
        ("plain", "words", set(), "plain words"),
    ],
)
def test_words_cut_at_the_end_of_a_line_are_put_together(
    left: str, right: str, known: set[str], whole: str
) -> None:
    assert join(left, right, known) == whole


@given(st.text("ab -\n.A1>", max_size=300))
def test_joining_changes_nothing_but_white_space_and_hyphens(text: str) -> None:
    def letters(said: str) -> str:
        return "".join(said.split()).replace("-", "").replace(">", "")

    assert letters(unwrap(text)) == letters(text)


def test_a_paragraph_of_many_lines_takes_time_in_proportion() -> None:
    line = "some words that fill a line of ordinary width to its very end, and then"
    assert len(unwrap("\n".join([line] * 50_000)).split("\n")) == 1
