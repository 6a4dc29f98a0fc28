"""Plain text and Markdown."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from incidents.errors import UnreadableFile
from reports.reading import Reader
from seeds.reading import reports
from tests.reports.reading.makers import STORY, TITLE

WHOLE = "\n\n".join(STORY)


def test_clean_text_is_kept_as_it_is(reader: Reader) -> None:
    text = f"{TITLE}\n\n{WHOLE}\n- a list\n- of two\n\nA line.\nAnother line."
    document = reader.read_bytes(text.encode(), "a.txt")
    assert (document.text, document.title) == (text, TITLE)


def test_wrapped_text_becomes_paragraphs(reader: Reader) -> None:
    wrapped = "\r\n\r\n".join(textwrap.fill(text, 70).replace("\n", "\r\n") for text in [TITLE, *STORY * 2])
    assert reader.read_bytes(wrapped.encode(), "a.txt").text == f"{TITLE}\n\n{WHOLE}\n\n{WHOLE}"


def test_text_is_brought_to_normal_form(reader: Reader) -> None:
    content = "One\x00 two\u202e three\r\rfour\u0085five \n\n\n\n  six\xa0seven\xad".encode()
    assert reader.read_bytes(content, "a.txt").text == "One two three\n\nfour\nfive\n\nsix seven"


@pytest.mark.parametrize("content", [b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\x0c\x0c"])
def test_nothing_but_white_space_is_no_text(reader: Reader, content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="holds no text"):
        reader.read_bytes(content, "a.txt")


def test_the_sample_reports(reader: Reader) -> None:
    from importlib.resources import files

    for seed, file in zip(
        reports(), sorted(files("seeds").joinpath("reports").iterdir(), key=lambda f: f.name), strict=True
    ):
        document = reader.read_bytes(file.read_bytes(), file.name)
        assert document.mime == "text/markdown"
        told = (
            document.title,
            document.publisher,
            document.author,
            document.language,
            str(document.published),
        )
        assert told == (seed.title, seed.publisher, seed.author, seed.language, seed.published)
        assert document.text.split() == seed.text.split()


def test_markdown_words_without_its_signs(reader: Reader) -> None:
    text = (
        "# A heading\n\nSome *soft* and **strong** words,\nwrapped, with [a link](https://example.org) and `code`.\n\n"
        "- one\n- two\n\n> quoted\n\n| Town | Killed |\n|---|---|\n| Izium | 12 |\n\n"
        "![picture](http://192.0.2.1/x.png)\n"
    )
    assert reader.read_bytes(text.encode(), "a.md").text == (
        "A heading\n\nSome soft and strong words, wrapped, with a link and code.\n\none\n\ntwo\n\nquoted\n\n"
        "Town | Killed\n\nIzium | 12"
    )


def test_fields_at_the_head_of_a_text(reader: Reader) -> None:
    head = 'title: "Izium: what is known"\nsource: The Courier\ndate: 2022-05-02\nurl: null\nlang: uk'
    text = f"---\n{head}\n---\n\n{WHOLE}"
    document = reader.read_bytes(text.encode(), "pasted")
    assert (document.title, document.publisher, document.url) == ("Izium: what is known", "The Courier", "")
    assert (document.published, document.language, document.text) == (date(2022, 5, 2), "uk", WHOLE)


def test_a_rule_at_the_beginning_is_no_head(reader: Reader) -> None:
    assert reader.read_bytes(b"---\n\nWords.\n\n---\n\nMore.", "a.txt").mime == "text/plain"


def test_tags_in_markdown_are_no_words(reader: Reader) -> None:
    text = (
        '<p align="center"><img src="x.png"></p>\n\nTwo <b>men</b> left<br>Izium.[^1]\n\n<div>\nIn a block.\n</div>\n\n'
        "5 < 6 and 7 > 3.\n\n[^1]: A note.\n"
    )
    assert reader.read_bytes(text.encode(), "a.md").text.split("\n\n") == [
        "Two men left\nIzium.[^1]",
        "In a block.",
        "5 < 6 and 7 > 3.",
        "[^1]: A note.",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"BM\x36\0\0\0" + bytes(50),
        b"\x01\0\0\0" + bytes(36) + b" EMF" + b"%PDF-1.4" * 9,
        b"\xd7\xcd\xc6\x9a" + bytes(50),
    ],
)
def test_drawings_are_told_from_texts(reader: Reader, content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is a picture"):
        reader.read_bytes(content, "a.bin")


def test_a_text_that_speaks_of_pdf_is_a_text(reader: Reader) -> None:
    assert (
        reader.read_bytes(b"BM of files: each begins with %PDF- and a number.", "a.txt").mime == "text/plain"
    )


def test_letters_of_central_europe_in_the_old_encodings(reader: Reader) -> None:
    told = "Wczoraj trzy osoby zginęły w ostrzale targu. Świadkowie mówią, że trwał godzinę."
    for encoding in ("iso8859-2", "cp1250"):
        document = reader.read_bytes(told.encode(encoding), "a.txt")
        assert (document.text, document.encoding) == (told, encoding)
