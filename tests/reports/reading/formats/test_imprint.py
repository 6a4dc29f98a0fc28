"""What a text plainly says of itself is found, and nothing else is made of it."""

from __future__ import annotations

from datetime import date

import pytest

from reports.reading.formats.found import Found
from reports.reading.formats.imprint import complete

BODY = (
    "\n\nTwo men were detained in Izium on Sunday, 1 May 2022, according to the mayor.\n\nMore people left."
)


def read(text: str) -> Found:
    found = Found(mime="text/plain", text=text)
    complete(found)
    return found


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: 2 May 2022", date(2022, 5, 2)),
        ("Published on: May 2, 2022", date(2022, 5, 2)),
        ("Date: 2022-05-02", date(2022, 5, 2)),
        ("Posted: 2 May 2022, 14:30", date(2022, 5, 2)),
        ("GENEVA, 1 November 2016 – Reports reaching us say that people fled.", date(2016, 11, 1)),
        ("Geneva, 1 November 2016", date(2016, 11, 1)),
        ("GENEVA (1 July 2019) - Deep concern was voiced.", date(2019, 7, 1)),
        ("KYIV, Ukraine, 3 May 2022 (UNHCR) – People fled.", date(2022, 5, 3)),
        ("18 March 2004", date(2004, 3, 18)),
        ("Monday, January 28, 2019", date(2019, 1, 28)),
        ("2 травня 2022", date(2022, 5, 2)),
        ("Дата: 2 мая 2022 года", date(2022, 5, 2)),
        ("Publié le : 2 mai 2022", date(2022, 5, 2)),
        ("Fecha: 2 de mayo de 2022", date(2022, 5, 2)),
        ("تاريخ النشر: 2 أيار 2022", date(2022, 5, 2)),
        ("Two men were detained on 1 May 2022.", None),
        ("Date: last Sunday", None),
        ("Published: May 2022", None),
        ("Published: 2 May", None),
        ("Published: 2 May 2199", None),
        ("On 3 May 2022 – a Tuesday – soldiers came.", None),
        ("Published: 31 February 2022", None),
    ],
)
def test_the_day_of_publication(line: str, published: date | None) -> None:
    assert read(f"A title of a few words\n\n{line}{BODY}").published == published


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Olena Koval", "Olena Koval"),
        ("By Olena Koval and Ivan Petrenko", "Olena Koval and Ivan Petrenko"),
        ("Author: Olena Koval", "Olena Koval"),
        ("Автор: Олена Коваль", "Олена Коваль"),
        ("By night the soldiers came back", ""),
        ("By Sunday evening all had left", ""),
        ("By the middle of May", ""),
    ],
)
def test_the_author(line: str, author: str) -> None:
    assert read(f"A title of a few words\n\n{line}{BODY}").author == author


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Source: The Courier", "The Courier"),
        ("Publisher: Human Rights Desk", "Human Rights Desk"),
        ("Источник: Вестник", "Вестник"),
        ("The source: nobody knows", ""),
        ("Note: The Courier", ""),
    ],
)
def test_the_publisher(line: str, publisher: str) -> None:
    assert read(f"A title of a few words\n\n{line}{BODY}").publisher == publisher


@pytest.mark.parametrize(
    ("beginning", "title"),
    [
        ("Detentions in Izium", "Detentions in Izium"),
        ("Title: Detentions in Izium", "Detentions in Izium"),
        ("Izium: what is known", "Izium: what is known"),
        ("“We saw nothing”: a mayor speaks", "“We saw nothing”: a mayor speaks"),
        ("اعتقالات في المدينة", "اعتقالات في المدينة"),
        ("Two men were detained.", ""),
        ("GENEVA, 1 November 2016", ""),
        ("18 March 2004", ""),
        ("By Olena Koval", ""),
        ("---------", ""),
        ("x" * 400, ""),
    ],
)
def test_the_title_is_a_first_line_that_stands_alone(beginning: str, title: str) -> None:
    assert read(beginning + BODY).title == title


def test_a_single_line_is_text_and_no_title() -> None:
    assert read("Two men in Izium").title == ""
    assert read("Two men in Izium\nmore of it").title == ""


def test_an_address() -> None:
    assert read(f"Some title here\n\nURL: https://example.org/a{BODY}").url == "https://example.org/a"
    found = read(f"Some title here\n\nSource: https://example.org/a{BODY}")
    assert (found.url, found.publisher) == ("https://example.org/a", "")
    assert read(f"Some title here\n\nURL: javascript:alert(1){BODY}").url == ""


def test_what_the_file_declares_is_not_overruled() -> None:
    found = Found(
        mime="text/html",
        text=f"Other title\n\nBy Ivan Petrenko\n\n3 May 2022{BODY}",
        title="Title",
        author="O. K.",
    )
    found.published = date(2022, 5, 2)
    complete(found)
    assert (found.title, found.author, found.published) == ("Title", "O. K.", date(2022, 5, 2))


def test_deep_in_the_text_nothing_is_looked_for() -> None:
    assert (
        read("A title here\n\n" + "Words of a paragraph.\n\n" * 30 + "Published: 2 May 2022").published
        is None
    )
