"""Web pages: the article and what the page declares, without menus; broken and hostile pages too."""

from __future__ import annotations

import json
from datetime import date

import pytest

from incidents.errors import UnreadableFile
from reports.reading import Reader
from tests.reports.reading import makers
from tests.reports.reading.makers import STORY, TITLE

WHOLE = "\n\n".join(STORY)
HEAD = (
    '<meta property="og:title" content="Detentions and an evacuation in Izium">'
    '<meta property="og:site_name" content="The Courier"><meta name="author" content="Olena Koval">'
    '<meta property="article:published_time" content="2022-05-02T23:30:00+03:00">'
    '<link rel="canonical" href="https://courier.example/izium">'
)


def test_the_article_without_menus_and_scripts(reader: Reader) -> None:
    document = reader.read_bytes(makers.page().encode(), "a.html")
    assert document.text == f"{TITLE}\n\n{WHOLE}"
    assert (document.mime, document.encoding, document.language) == ("text/html", "utf-8", "en")


def test_what_the_page_declares(reader: Reader) -> None:
    document = reader.read_bytes(makers.page(head=HEAD, lang="en-GB").encode(), "a.html")
    assert (document.title, document.author, document.publisher) == (TITLE, "Olena Koval", "The Courier")
    assert (document.published, document.language) == (date(2022, 5, 2), "en")
    assert document.url == "https://courier.example/izium"


def test_what_the_page_declares_as_structured_data(reader: Reader) -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Other"},
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2022-05-02T09:00:00Z",
                "author": [
                    {"@type": "Person", "name": "Olena Koval"},
                    {"@type": "Person", "name": "Ivan Petrenko"},
                ],
                "publisher": {"@type": "Organization", "name": "The Courier"},
            },
        ],
    }
    opened = '<script type="application/ld+json">'
    head = f"{opened}{json.dumps(data)}</script>{opened}{{</script>"
    document = reader.read_bytes(makers.page(head=head).encode(), "a.html")
    assert (document.author, document.publisher) == ("Olena Koval, Ivan Petrenko", "The Courier")
    assert document.published == date(2022, 5, 2)


def test_a_day_somewhere_in_the_page_is_not_taken_for_that_of_publication(reader: Reader) -> None:
    page = makers.page([*STORY, "The law of 3 April 2014 is in force."], head="<!-- built 2019-01-01 -->")
    document = reader.read_bytes(page.replace("Copyright", "Copyright 2020-03-04").encode(), "a.html")
    assert document.published is None


def test_what_it_does_not_declare_stays_empty(reader: Reader) -> None:
    document = reader.read_bytes(
        b"<html><body><p>Words of a page</p><p>and more.</p></body></html>", "a.html"
    )
    assert (document.author, document.publisher, document.published, document.url) == ("", "", None, "")


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "utf-8", "utf-16"])
def test_the_declared_encoding(reader: Reader, charset: str) -> None:
    text = "Двох чоловіків затримали в Ізюмі в неділю. Понад сто людей виїхали з міста."
    document = reader.read_bytes(makers.page([text], charset=charset, title="Ізюм").encode(charset), "a.html")
    assert document.text == f"Ізюм\n\n{text}"
    assert document.notes == ()


def test_short_and_formless_pages_are_read_whole(reader: Reader) -> None:
    assert (
        reader.read_bytes(b"<p>One two</p><div>three<br>four</div>", "a.html").text
        == "One two\n\nthree\nfour"
    )
    rows = b"<tr><td>Izium</td><td>12</td></tr><tr><td>Kharkiv</td><td>3</td></tr>"
    table = b"<html><body><table>" + rows + b"</table></body></html>"
    assert reader.read_bytes(table, "a.html").text == "Izium | 12\n\nKharkiv | 3"


def test_hidden_text_is_not_read(reader: Reader) -> None:
    page = "<body><p>Seen.</p><p hidden>Unseen</p><p style='display: none'>Unseen</p><template>Unseen</template></body>"
    assert reader.read_bytes(page.encode(), "a.html").text == "Seen."


def test_markup_of_the_text_stays_text(reader: Reader) -> None:
    document = reader.read_bytes(
        b"<p>5 &lt; 6 &amp; &lt;script&gt;alert(1)&lt;/script&gt; &#8212; ok</p>", "a.html"
    )
    assert document.text == "5 < 6 & <script>alert(1)</script> — ok"


def test_nothing_outside_the_page_is_reached(reader: Reader) -> None:
    head = (
        '<base href="file:///etc/"><link rel="stylesheet" href="http://192.0.2.1/x.css">'
        '<meta http-equiv="refresh" content="0;url=http://192.0.2.1/">'
    )
    body = [
        "<img src='http://192.0.2.1/x.png'>Words.",
        "<iframe src='file:///etc/passwd'></iframe>More words here.",
        *STORY,
    ]
    document = reader.read_bytes(makers.page(body, head=head).encode(), "a.html")
    assert "root:" not in document.text and document.text.endswith(WHOLE)
    entity = '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>Words &e; here.</p></body></html>'
    assert "root:" not in reader.read_bytes(entity.encode(), "a.html").text


def test_an_entity_bomb_is_only_text(reader: Reader) -> None:
    head = makers.ENTITY_BOMB.replace("<!DOCTYPE b", "<!DOCTYPE html")
    page = f"{head}<html><body><p>Words &a11; here.</p></body></html>"
    assert len(reader.read_bytes(page.encode(), "a.xhtml").text) < 5_000


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body>" + b"<div>" * 100_000 + b"The innermost words." + b"</div>" * 100_000,
        b"<html>" + b"<b><i>" * 30_000 + b"The innermost words.",
        b"<html><body>The innermost words.<!-- " + b"x" * 1_000_000,
        b"<html><body>The innermost words.<p " + b"a=b " * 200_000,
        b"<html><body><table>" + b"<tr><td>" * 20_000 + b"The innermost words.",
    ],
)
def test_pages_that_are_made_to_break_readers_are_read_all_the_same(reader: Reader, page: bytes) -> None:
    assert "The innermost words." in reader.read_bytes(page, "a.html").text


def test_a_page_without_text_is_told(reader: Reader) -> None:
    for page in (b"<html></html>", b"<!doctype html><body><script>x()</script></body>"):
        with pytest.raises(UnreadableFile, match="holds no text"):
            reader.read_bytes(page, "a.html")


@pytest.mark.slow
def test_a_page_of_fifty_megabytes(reader: Reader) -> None:
    page = makers.page([f"Paragraph {n} of words that go on and on." for n in range(1_000_000)]).encode()
    assert len(page) > 45_000_000
    document = reader.read_bytes(page, "big.html")
    assert len(document.text) > 900_000
    assert "Only the first" in document.notes[-1]
