"""Word, OpenDocument and RTF: text in its order; macros, links and bombs are left alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from incidents.errors import UnreadableFile
from reports.reading import Reader
from tests.reports.reading import makers
from tests.reports.reading.makers import ENTITY_BOMB, STORY, TITLE

WHOLE = "\n\n".join(STORY)
W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def word(body: str) -> bytes:
    """A Word document with this XML as its body."""
    xml = f"<?xml version='1.0' encoding='UTF-8'?><w:document {W}><w:body>{body}</w:body></w:document>"
    return makers.repacked(makers.docx(), {"word/document.xml": xml.encode()})


def refusal(reader: Reader, content: bytes, name: str) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as refused:
        reader.read_bytes(content, name)
    return refused.value.reason, str(refused.value)


def test_word_paragraphs_tables_and_properties(reader: Reader) -> None:
    content = makers.docx(
        table=[["Town", "Killed"], ["Izium", "12"]], title=TITLE, author="Olena Koval", language="uk-UA"
    )
    document = reader.read_bytes(content, "a.docx")
    assert document.text == f"{WHOLE}\n\nTown | Killed\n\nIzium | 12"
    assert (document.title, document.author, document.language) == (TITLE, "Olena Koval", "uk")
    assert document.notes == ()


def test_inserted_words_are_read_and_deleted_ones_are_not(reader: Reader) -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Two </w:t></w:r><w:del><w:r><w:delText>women</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>men</w:t></w:r></w:ins><w:r><w:tab/><w:t>left</w:t><w:br/><w:t>Izium</w:t></w:r></w:p>"
    )
    document = reader.read_bytes(word(body), "a.docx")
    assert document.text == "Two men\tleft\nIzium"
    assert "tracked changes" in document.notes[0]


def test_controls_and_links_in_a_document_are_text(reader: Reader) -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink><w:r><w:instrText>HIDDEN</w:instrText></w:r></w:p>"
    )
    assert reader.read_bytes(word(body), "a.docx").text == "In a control\n\na link"


def test_macros_are_noted_and_not_run(reader: Reader) -> None:
    document = reader.read_bytes(makers.docm(), "a.docm")
    assert document.text == WHOLE
    assert document.notes == ("The document holds macros (small programs). They were not run.",)


def test_what_a_document_wants_fetched_is_noted_and_not_fetched(reader: Reader) -> None:
    document = reader.read_bytes(makers.docx_with_outside_links(), "a.docx")
    assert document.text == WHOLE
    assert document.notes == ("The document refers to files outside it. They were not fetched.",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (makers.docx()[:3_000], "damaged"),
        (makers.docx()[:-30], "damaged"),
        (makers.repacked(makers.docx(), {"word/document.xml": None}), "damaged"),
        (makers.repacked(makers.docx(), {"word/document.xml": b"<w:document"}), "damaged"),
        (makers.repacked(makers.docx(), {"word/document.xml": ENTITY_BOMB.encode() + b"<b>&a11;</b>"}), "limit"),
        (makers.repacked(makers.docx(), {"docProps/core.xml": ENTITY_BOMB.encode() + b"<b>&a11;</b>"}), "limit"),
        (makers.repacked(makers.docx(), {"word/document.xml": (ENTITY_BOMB + "<b/>").encode("utf-16")}), "limit"),
        (makers.repacked(makers.docx(), {"word/media/bomb.bin": b"\0" * 60_000_000}), "limit"),
        (makers.repacked(makers.docx(), {f"x/{n}": b"" for n in range(10_001)}), "limit"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "unknown"),
    ],
)  # fmt: skip
def test_word_documents_that_cannot_be_read(reader: Reader, content: bytes, reason: str) -> None:
    told, sentence = refusal(reader, content, "a.docx")
    assert told == reason
    assert sentence.startswith("“a.docx” ") and sentence.endswith(".")


def test_footnotes_stand_after_the_text(reader: Reader) -> None:
    plain = makers.docx()
    kind = b"officeDocument/2006/relationships/footnotes"
    relation = (
        b'<Relationship Id="r9" Type="http://schemas.openxmlformats.org/'
        + kind
        + b'" Target="footnotes.xml"/>'
    )
    relations = makers.member(plain, "word/_rels/document.xml.rels").replace(b"</Rel", relation + b"</Rel", 1)
    note = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    changes = {"word/_rels/document.xml.rels": relations, "word/footnotes.xml": note.encode()}
    assert reader.read_bytes(makers.repacked(plain, changes), "a.docx").text == f"{WHOLE}\n\nA note."


def test_the_strict_form_and_documents_without_a_list_of_their_parts_are_read(reader: Reader) -> None:
    plain = makers.docx()
    strict = makers.member(plain, "word/document.xml").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    relations = makers.member(plain, "_rels/.rels").replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
    )
    for changes in (
        {"word/document.xml": strict, "_rels/.rels": relations},
        {"[Content_Types].xml": b"<Types/>"},
    ):
        assert reader.read_bytes(makers.repacked(plain, changes), "a.docx").text == WHOLE


def test_an_archive_that_lies_about_its_sizes_unpacks_to_what_it_says(reader: Reader) -> None:
    honest = makers.repacked(makers.docx(), {"word/document.xml": b"<x>" + b" " * 5_000_000 + b"</x>"})
    lying = honest.replace((5_000_007).to_bytes(4, "little"), (1_007).to_bytes(4, "little"))
    assert refusal(reader, lying, "a.docx")[0] == "damaged"


def test_many_archives_in_one_are_counted_together(reader: Reader) -> None:
    noise = {f"word/media/{n}.bin": bytes([n]) * 900_000 for n in range(250)}
    noise |= {f"word/media/x{n}.bin": bytes(range(256)) * 3_900 for n in range(120)}
    assert refusal(reader, makers.repacked(makers.docx(), noise), "a.docx")[0] == "limit"


def test_open_document_paragraphs_tables_notes_and_properties(reader: Reader) -> None:
    body = (
        "<text:h>A heading</text:h><text:p>Two<text:s text:c='3'/>men<text:tab/>left<text:line-break/>Izium"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        "</text:note> soon.</text:p><table:table><table:table-row><table:table-cell><text:p>Izium</text:p>"
        "</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
    )
    document = reader.read_bytes(makers.odt(body=body), "a.odt")
    assert document.text == f"{WHOLE}\n\nA heading\n\nTwo   men\tleft\nIzium soon.\n\nA note.\n\nIzium | 12"
    assert (document.title, document.author, document.language) == (TITLE, "Olena Koval", "en")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (makers.odt(prologue=ENTITY_BOMB), "limit"),
        (
            makers.odt(
                prologue='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', body="<text:p>&x;</text:p>"
            ),
            "limit",
        ),
        (makers.repacked(makers.odt(), {"content.xml": b"<broken"}), "damaged"),
        (makers.odt(extra={"META-INF/manifest.xml": b"<m><encryption-data/></m>"}), "locked"),
        (makers.odt(extra={"Pictures/bomb": b"\0" * 60_000_000}), "limit"),
        (makers.odt()[:400], "damaged"),
        (makers.repacked(makers.odt(), {"content.xml": None}), "damaged"),
        (
            makers.repacked(makers.odt(), {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "unknown",
        ),
    ],
)
def test_open_documents_that_cannot_be_read(reader: Reader, content: bytes, reason: str) -> None:
    assert refusal(reader, content, "a.odt")[0] == reason


def test_open_document_macros_are_noted(reader: Reader) -> None:
    document = reader.read_bytes(makers.odt(extra={"Basic/Standard/Module1.xml": b"<x/>"}), "a.odt")
    assert "They were not run" in document.notes[0]


def test_rtf_words_of_any_script_and_properties(reader: Reader) -> None:
    told = "Двох чоловіків затримали в Ізюмі."
    head = "{\\info{\\title Detentions in Izium}{\\author Olena Koval}{\\operator x}}"
    document = reader.read_bytes(makers.rtf([told, *STORY], head), "a.rtf")
    assert document.text == f"{told}\n\n{WHOLE}"
    assert (document.title, document.author) == ("Detentions in Izium", "Olena Koval")
    assert document.mime == "application/rtf"


def test_rtf_in_a_code_page(reader: Reader) -> None:
    told = "".join(f"\\'{byte:02x}" for byte in "Ізюм зараз".encode("cp1251"))
    content = b"{\\rtf1\\ansi\\ansicpg1251 " + told.encode() + b"\\par}"
    assert reader.read_bytes(content, "a.rtf").text == "Ізюм зараз"


def test_rtf_with_pictures_objects_and_a_missing_end(reader: Reader) -> None:
    picture = "{\\pict\\pngblip " + "89504e47" * 50_000 + "}"
    document = reader.read_bytes(makers.rtf(head=picture + "{\\object{\\*\\objdata 0105}}"), "a.rtf")
    assert document.text == WHOLE
    assert "embedded objects" in document.notes[0]
    assert "end of the file is missing" in reader.read_bytes(makers.rtf()[:-30], "a.rtf").notes[0]


@pytest.mark.parametrize(
    "content", [b"{\\rtf1}", b"{\\rtf1" + b"{" * 100_000, b"{\\rtf1" + b"\\'zz" * 1_000 + b"}"]
)
def test_rtf_that_holds_nothing_or_too_much_depth(reader: Reader, content: bytes) -> None:
    try:
        reader.read_bytes(content, "a.rtf")
    except UnreadableFile as refused:
        assert refused.reason in ("empty", "limit")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (makers.png(), "is a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "is a picture"),
        (b"RIFF\0\0\0\0WEBP", "is a picture"),
        (b"\0\0\0\x18ftypmp42" + bytes(50), "a film"),
        (b"\x1f\x8b\x08" + bytes(50), "is a compressed file"),
        (b"Rar!\x1a\x07" + bytes(50), "is an archive"),
        (b"MZ" + bytes(100), "is a program"),
        (b"\x7fELF" + bytes(100), "is a program"),
        (b"SQLite format 3\0" + bytes(100), "is a database"),
        (makers.repacked(makers.odt(), {"mimetype": None}), "is an archive"),
        (makers.repacked(makers.docx(), {"xl/workbook.xml": b"<x/>"}), "is a spreadsheet"),
        (makers.repacked(makers.docx(), {"ppt/presentation.xml": b"<x/>"}), "is a presentation"),
    ],
)
def test_other_kinds_of_files_are_told_with_what_to_do(reader: Reader, content: bytes, said: str) -> None:
    reason, sentence = refusal(reader, content, "report.pdf")
    assert reason == "unknown" and said in sentence


def test_an_archive_within_an_archive_is_not_opened(reader: Reader) -> None:
    inner = makers.docx()
    for _ in range(5):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("inner.zip", inner)
        inner = file.getvalue()
    assert "Unpack it" in refusal(reader, inner, "a.docx")[1]
