"""Web pages as they are found: preformatted text, fragments, words without paragraphs around them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.reading import Reader
from reports.reading.formats.articles import with_headings
from tests.reports.reading import makers
from tests.reports.reading.makers import STORY, TITLE


def test_preformatted_letters_become_paragraphs(reader: Reader) -> None:
    letter = "\n\n".join(textwrap.fill(text, 72) for text in STORY * 2)
    head = f"<h1>[list] {TITLE}</h1><a href='#next'>Next</a><hr>"
    page = f"<html><body>{head}<pre>{letter}\n\nOlena\nIzium</pre></body></html>"
    text = reader.read_bytes(page.encode(), "a.html").text
    assert "\n\n".join(STORY * 2) in text
    assert text.endswith(("Olena\nIzium", "Olena\n\nIzium"))


def test_preformatted_text_in_a_mail_that_is_a_page(reader: Reader) -> None:
    letter = "\n\n".join(textwrap.fill(text, 72) for text in STORY * 2)
    document = reader.read_bytes(makers.mail("", html=f"<pre>{letter}<br>Olena</pre>"), "a.eml")
    assert document.text == "\n\n".join([*STORY, *STORY]) + "\nOlena"


def test_words_without_paragraphs_stay_together(reader: Reader) -> None:
    page = b"Two men were <b>detained</b> in <i>Izium</i>.<br>Nobody knows why."
    assert reader.read_bytes(page, "a.html").text == "Two men were detained in Izium.\nNobody knows why."


@pytest.mark.parametrize("name", ["a.html", "pasted", "a.txt"])
@pytest.mark.parametrize("start", ["ul", "ol", "blockquote", "pre"])
def test_fragments_of_pages_are_pages(reader: Reader, name: str, start: str) -> None:
    page = f"<{start}><li>Two men were detained.</li></{start}>"
    assert reader.read_bytes(page.encode(), name).text == "Two men were detained."


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a&#1;b\x01c", "abc"),
        ("1 &#150; 2 &#x93;so&#148", "1 – 2 “so”"),
        ("&#55357;x&#9999999;", "x"),
        ("5 &#60; 6", "5 < 6"),
    ],
)
@pytest.mark.parametrize("tag", ["p", "pre", "table"])
def test_signs_told_by_their_numbers(reader: Reader, tag: str, said: str, read: str) -> None:
    told = (
        f"<table><tr><td><p>{said}</p></td><td>end</td></tr></table>"
        if tag == "table"
        else f"<{tag}>{said}</{tag}>"
    )
    page = f"<html><body>{told}</body></html>".encode()
    assert reader.read_bytes(page, "a.html").text.removesuffix(" | end") == read


def test_rows_whose_cells_hold_paragraphs_stay_rows(reader: Reader) -> None:
    rows = [("Town", "Killed"), ("Izium", "12"), ("Balakliia", "3")]
    told = "".join(f"<tr><td><p><b>{a}</b></p></td><td><div>{b}<br></div></td></tr>" for a, b in rows)
    page = f"<html><body><p>{STORY[0]}</p><table>{told}</table><p>{STORY[1]}</p></body></html>"
    wanted = [STORY[0], "Town | Killed", "Izium | 12", "Balakliia | 3", STORY[1]]
    assert reader.read_bytes(page.encode(), "a.html").text.split("\n\n") == wanted
    assert reader.read_bytes(makers.mail("", html=page), "a.eml").text.split("\n\n") == wanted


def test_tables_that_lay_out_a_page_keep_paragraphs(reader: Reader) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = f"<html><body><table><tr><td>{story}</td><td>{story}</td></tr></table></body></html>"
    assert STORY[1] in reader.read_bytes(page.encode(), "a.html").text.split("\n\n")


def test_headings_above_paragraphs_of_the_article_are_kept() -> None:
    whole = [
        "Site",
        "News",
        STORY[0],
        "What is known",
        STORY[1],
        "Read also",
        "A link",
        "Where",
        STORY[2],
        "Imprint",
    ]
    article = [STORY[0], STORY[1], f"- {STORY[2]}"]
    told = with_headings(
        "\n\n".join(article), "\n\n".join(whole), ["Site", "What is known", "Read also", "Where", ""]
    )
    assert told.split("\n\n") == [STORY[0], "What is known", STORY[1], "Where", f"- {STORY[2]}"]


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdefgh"), max_size=12))
def test_headings_are_added_and_nothing_is_taken_away(article: list[str], whole: list[str]) -> None:
    told = with_headings("\n\n".join(article), "\n\n".join(whole), ["a", "g", "h"]).split("\n\n")
    assert [block for block in told if block not in "gh" or not block] == ("\n\n".join(article)).split("\n\n")
