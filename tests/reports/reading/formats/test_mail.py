"""Mail: subject, sender, day, the best body, and files that stay unread."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from incidents.errors import UnreadableFile
from reports.reading import Attachment, Reader
from tests.reports.reading import makers
from tests.reports.reading.compound import compound, outlook_mail
from tests.reports.reading.makers import STORY, TITLE

WHOLE = "\n\n".join(STORY)
HEAD = b"From: Olena Koval <o@example.org>\r\nTo: d@example.org\r\nSubject: Izium\r\n"


def test_the_head_and_the_body(reader: Reader) -> None:
    document = reader.read_bytes(makers.mail(), "a.eml")
    assert (document.text, document.mime) == (WHOLE, "message/rfc822")
    assert (document.title, document.author, document.published) == (TITLE, "Olena Koval", date(2022, 5, 2))


def test_words_in_the_head_of_any_script(reader: Reader) -> None:
    document = reader.read_bytes(
        makers.mail(subject="Затримання в Ізюмі", sender="Олена Коваль <o@example.org>"), "a.eml"
    )
    assert (document.title, document.author) == ("Затримання в Ізюмі", "Олена Коваль")


def test_the_plain_text_is_better_than_the_page_and_the_page_better_than_nothing(reader: Reader) -> None:
    assert reader.read_bytes(makers.mail(html="<p>Other words.</p>"), "a.eml").text == WHOLE
    page = "<html><body>" + "".join(f"<p>{text}</p>" for text in STORY) + "</body></html>"
    assert reader.read_bytes(makers.mail(text="", html=page), "a.eml").text == WHOLE


def test_lines_broken_for_the_way_are_whole_again(reader: Reader) -> None:
    body = "\n\n".join(textwrap.fill(text, 72) for text in STORY * 2)
    assert reader.read_bytes(makers.mail(body), "a.eml").text == f"{WHOLE}\n\n{WHOLE}"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "utf-8", "nonsense"])
def test_the_declared_encoding_of_the_body(reader: Reader, charset: str) -> None:
    told = "Двох чоловіків затримали в Ізюмі в неділю, за словами мера міста."
    raw = told.encode("cp1251" if charset == "nonsense" else charset)
    content = (
        HEAD
        + f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
        + raw
    )
    assert reader.read_bytes(content, "a.eml").text == told


def test_attachments_are_taken_out_unread(reader: Reader) -> None:
    document = reader.read_bytes(
        makers.mail(files=[("a.pdf", b"\0\xff"), ("../../etc/список.txt", b"x")]), "a.eml"
    )
    assert document.attachments == (
        Attachment("a.pdf", "application/octet-stream", b"\0\xff"),
        Attachment(".._.._etc_список.txt", "application/octet-stream", b"x"),
    )


def test_of_five_hundred_attachments_the_first_are_taken_out_and_the_rest_is_noted(reader: Reader) -> None:
    document = reader.read_bytes(makers.mail(files=[(f"{n}.txt", b"x") for n in range(500)]), "a.eml")
    assert len(document.attachments) == 50
    assert document.notes == (
        "The mail has 500 attachments; 50 were taken out, the rest is in the original file.",
    )


def test_a_mail_that_is_only_a_cover_for_another_one(reader: Reader) -> None:
    document = reader.read_bytes(makers.nested_mail(3), "a.eml")
    assert (document.text, document.title) == (WHOLE, TITLE)
    assert document.notes == ("The mail holds nothing but another mail, which was read.",)


@pytest.mark.parametrize(
    "content",
    [makers.nested_mail(50), makers.nested_mail(3_000), makers.nested_parts(50), makers.nested_parts(3_000)],
)
def test_mails_in_mails_without_end_are_refused(reader: Reader, content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="nested more deeply") as refused:
        reader.read_bytes(content, "a.eml")
    assert refused.value.reason == "limit"


@pytest.mark.parametrize(
    "head",
    [
        b"Date: nonsense\r\n", b"Date: Mon, 99 May 2022 99:99:99 +9999\r\n", b"Subject: =?utf-8?b?!!!?=\r\n",
        b"Subject: =?nonsense?q?abc?=\r\n", b"Content-Type: multipart/mixed\r\n", b"Content-Type: ;;;=\r\n",
        b"Content-Transfer-Encoding: base64\r\n", b"Content-Disposition: attachment; filename*=x'y\r\n",
        b"From: \"unfinished\r\n", b"Subject: " + b"a" * 100_000 + b"\r\n", b"X: \xff\xfe\r\n", b"From:\r\n",
    ],
)  # fmt: skip
def test_odd_heads_do_not_matter(reader: Reader, head: bytes) -> None:
    try:
        document = reader.read_bytes(
            b"To: d@example.org\r\nMIME-Version: 1.0\r\n" + head + b"\r\nSome words here.", "a.eml"
        )
    except UnreadableFile as refused:
        assert refused.reason == "empty"
    else:
        assert (
            "words" in document.text or document.attachments or "Transfer-Encoding" in head.decode("latin-1")
        )


def test_a_memo_that_begins_like_a_mail_is_text_all_the_same(reader: Reader) -> None:
    document = reader.read_bytes(
        b"Note: this is about Izium\nDate: unknown\n\nTwo men were detained.", "a.txt"
    )
    assert document.mime == "text/plain"


def test_outlook_mail(reader: Reader) -> None:
    content = outlook_mail(
        TITLE,
        "\r\n\r\n".join(STORY * 20),
        "Olena Koval",
        {"a.txt": b"hello", "b.pdf": b"x" * 9_000},
        132959898000000000,
    )
    document = reader.read_bytes(content, "a.msg")
    assert document.text == "\n\n".join(STORY * 20)
    assert (document.title, document.author, document.published) == (TITLE, "Olena Koval", date(2022, 5, 2))
    assert [(file.name, file.content) for file in document.attachments] == [
        ("a.txt", b"hello"),
        ("b.pdf", b"x" * 9_000),
    ]
    assert document.mime == "application/vnd.ms-outlook"


def test_broken_outlook_mail_is_told(reader: Reader) -> None:
    whole = outlook_mail(TITLE, WHOLE, "Olena Koval")
    for content in (
        whole[:1_500],
        compound({"__properties_version1.0": b"short"}),
        whole.replace(b"\xff\xff\xff\xff", bytes(4)),
    ):
        try:
            reader.read_bytes(content, "a.msg")
        except UnreadableFile as refused:
            assert refused.reason in ("damaged", "unknown", "empty")
