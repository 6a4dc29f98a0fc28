"""Mail as it comes: mailboxes, saved pages, parts without their marks, mails in mails of Outlook."""

from __future__ import annotations

import struct
from datetime import date

import pytest

from incidents.errors import UnreadableFile
from reports.reading import Reader
from tests.reports.reading import makers
from tests.reports.reading.compound import Tree, compound
from tests.reports.reading.makers import STORY, TITLE

HEAD = b"From: Olena Koval <o@example.org>\nTo: d@example.org\nMessage-ID: <1@example.org>\n"
TOLD = "Трьох людей убито внаслідок обстрілу ринку."


def test_each_mail_of_a_mailbox_is_a_file_of_its_own(reader: Reader) -> None:
    line = b"From o@example.org Mon May  2 10:00:00 2022\n"
    first = makers.mail(subject="One") + b"\n>From here on nothing is known.\n"
    document = reader.read_bytes(line + first + b"\n" + line + makers.mail(subject="Two"), "all.mbox")
    assert document.title == "Mailbox of 2 mails"
    assert [file.name for file in document.attachments] == ["One.eml", "Two.eml"]
    assert b"\nFrom here on" in document.attachments[0].content
    assert "mailbox with 2 mails" in document.notes[0]
    inner = reader.read_bytes(document.attachments[1].content, "Two.eml")
    assert (inner.title, inner.text) == ("Two", "\n\n".join(STORY))


def test_a_single_mail_with_its_line_of_a_mailbox_is_a_mail(reader: Reader) -> None:
    document = reader.read_bytes(b"From o@example.org Mon May  2 10:00:00 2022\n" + makers.mail(), "a.eml")
    assert (document.title, document.attachments) == (TITLE, ())


def test_a_page_saved_by_a_browser_is_read_as_a_page(reader: Reader) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = f"<html><head><title>{TITLE}</title></head><body><nav>Home News</nav>{story}</body></html>"
    content = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example.org/1\nSubject: x\n"
        "Date: Mon, 6 Jan 2025 10:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n'
        f"Content-Location: https://news.example.org/1\n\n{page}\n--B\nContent-Type: text/css\n\np {{}}\n--B--\n"
    )
    document = reader.read_bytes(content.encode(), "a.mht")
    assert (document.text, document.title) == ("\n\n".join(STORY), TITLE)
    assert (document.url, document.author, document.attachments) == ("https://news.example.org/1", "", ())
    assert document.published is None  # the day of the saving is not that of the page


@pytest.mark.parametrize("boundary", ["other", "", 'a"b'])
@pytest.mark.parametrize("kind", ["mixed", "alternative"])
def test_parts_whose_marks_are_wrong_are_read(reader: Reader, boundary: str, kind: str) -> None:
    part = f"--B\nContent-Type: text/plain\n\n{STORY[0]}\n--B--"
    content = f"Content-Type: multipart/{kind}; boundary={boundary}\n\n{part}"
    document = reader.read_bytes(HEAD + content.encode(), "a.eml")
    assert (document.text, document.attachments) == (STORY[0], ())


def test_parts_without_marks_that_hold_bare_letters(reader: Reader) -> None:
    for part in (b"--B\nContent-Type: text/plain\n\n", b""):
        content = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + part + TOLD.encode("koi8-u")
        assert reader.read_bytes(content, "a.eml").text == TOLD


@pytest.mark.parametrize("charset", [b'"utf\0-8"', b'"\xff"', b'"utf-8\n\tx"', b"*=utf-8''%00"])
@pytest.mark.parametrize("kind", [b"text/plain", b"text/html", b"multipart/mixed", b"message/rfc822"])
def test_an_encoding_whose_name_makes_no_sense(reader: Reader, charset: bytes, kind: bytes) -> None:
    content = (
        HEAD
        + b"Content-Type: "
        + kind
        + b"; charset="
        + charset
        + b"\n\nWords \xc3\xa9 here, and more of them.\n"
    )
    try:
        assert "here" in reader.read_bytes(content, "a.eml").text
    except UnreadableFile as refused:
        assert kind == b"message/rfc822" and refused.reason == "empty"


def test_a_mail_of_several_parts_without_any_mark_is_text(reader: Reader) -> None:
    content = f"Content-Type: multipart/mixed; boundary=B\n\n{STORY[0]}\n"
    assert reader.read_bytes(HEAD + content.encode(), "a.eml").text == STORY[0]


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "utf-8"])
def test_letters_that_stand_bare_in_the_head(reader: Reader, charset: str) -> None:
    content = HEAD + b"Subject: " + TOLD.encode(charset) + b"\n\nSome words."
    assert reader.read_bytes(content, "a.eml").title == TOLD


def test_utf8_that_calls_itself_something_else(reader: Reader) -> None:
    content = HEAD + b"Content-Type: text/plain; charset=iso-8859-1\n\n" + TOLD.encode()
    document = reader.read_bytes(content, "a.eml")
    assert (document.text, document.notes) == (TOLD, ())


def test_a_mail_with_files_and_no_text_says_so(reader: Reader) -> None:
    document = reader.read_bytes(makers.mail("", files=[("a.pdf", b"x"), ("b.pdf", b"")]), "a.eml")
    assert [file.name for file in document.attachments] == ["a.pdf"]
    assert document.notes == (
        "An attached file is empty or could not be taken out.",
        "The mail itself holds no text, only a file that is attached to it.",
    )


def message(subject: str, body: str, head: int, inner: Tree | None = None, codepage: int = 0) -> Tree:
    """What Outlook stores of a mail; head: how many bytes come before its properties."""
    kind = 0x1E if codepage else 0x1F
    texts = {0x0037: subject, 0x1000: body, 0x0C1A: "=?utf-8?q?Olena_Koval?=", 0x001A: "IPM.Note"}
    rows = b"".join(struct.pack("<HHIQ", kind, number, 6, len(text) + 2) for number, text in texts.items())
    rows += struct.pack("<HHIQ", 0x40, 0x0039, 6, 132959898000000000)
    rows += (
        struct.pack("<HHIQ", 3, 0x3FFD, 6, codepage)
        if codepage
        else struct.pack("<HHIQ", 3, 0x340D, 6, 0x40000)
    )
    encoding = f"cp{codepage}" if codepage else "utf-16-le"
    tree: dict[str, bytes | Tree] = {
        f"__substg1.0_{number:04X}{kind:04X}": text.encode(encoding, "replace")
        for number, text in texts.items()
    }
    tree["__properties_version1.0"] = bytes(head) + rows
    if inner is not None:
        row = struct.pack("<8xHHIQHHIQ", 3, 0x3705, 6, 5, 0x0D, 0x3701, 6, 0)
        tree["__attach_version1.0_#00000000"] = {
            "__properties_version1.0": row,
            "__substg1.0_3701000D": inner,
        }
    return tree


def test_a_mail_attached_to_an_outlook_mail_is_taken_out(reader: Reader) -> None:
    third = message("Third", STORY[2], 24)
    second = message("Затримання", STORY[1], 24, third)
    document = reader.read_bytes(compound(message("First", STORY[0], 32, second)), "a.msg")
    assert (document.title, document.text, document.author) == ("First", STORY[0], "Olena Koval")
    assert [(file.name, file.mime) for file in document.attachments] == [("Затримання.eml", "message/rfc822")]
    inner = reader.read_bytes(document.attachments[0].content, "a.eml")
    assert (inner.title, inner.text, inner.published) == ("Затримання", STORY[1], date(2022, 5, 2))
    deepest = reader.read_bytes(inner.attachments[0].content, inner.attachments[0].name)
    assert deepest.text == STORY[2]


def test_mails_in_outlook_mails_without_end_are_held(reader: Reader) -> None:
    tree = message("0", STORY[0], 24)
    for depth in range(30):
        tree = message(str(depth), STORY[0], 24 if depth < 29 else 32, tree)
    assert len(reader.read_bytes(compound(tree), "a.msg").attachments) == 1


@pytest.mark.parametrize("codepage", [1251, 65000, 99999])
def test_an_outlook_mail_in_an_encoding_of_its_own(reader: Reader, codepage: int) -> None:
    try:
        tree = message("First", STORY[0], 32, codepage=codepage if codepage == 1251 else 1252)
    except LookupError:
        pytest.skip("unknown here too")
    rows = tree["__properties_version1.0"]
    assert isinstance(rows, bytes)
    told = rows.replace(struct.pack("<Q", 1252), struct.pack("<Q", codepage))
    assert reader.read_bytes(compound({**tree, "__properties_version1.0": told}), "a.msg").text == STORY[0]


def test_an_outlook_mail_without_anything_is_refused(reader: Reader) -> None:
    with pytest.raises(UnreadableFile, match="is a mail without text"):
        reader.read_bytes(compound(message("First", "", 32)), "a.msg")
