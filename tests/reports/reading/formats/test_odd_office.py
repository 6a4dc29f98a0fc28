"""Word, OpenDocument and RTF as other programs write it, and documents of which a part is damaged."""

from __future__ import annotations

import pytest

from incidents.errors import UnreadableFile
from reports.reading import Reader
from tests.reports.reading import makers
from tests.reports.reading.formats.test_office import W, word
from tests.reports.reading.makers import STORY

WHOLE = "\n\n".join(STORY)


def said(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str) -> str:
    return f"<w:tc>{said(text)}</w:tc>"


def test_text_boxes_stand_after_their_paragraph_and_once(reader: Reader) -> None:
    box = f"<w:txbxContent>{said('In a box')}{said('and more')}</w:txbxContent>"
    choice = f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    spaces = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wps='urn:wps'"
    anchor = (
        f"<w:p><w:r><w:t>Before</w:t></w:r><mc:AlternateContent {spaces}>{choice}</mc:AlternateContent></w:p>"
    )
    text = reader.read_bytes(word(anchor + said("After")), "a.docx").text
    assert text.split("\n\n") == ["Before", "In a box", "and more", "After"]


def test_rows_and_cells_in_fields_to_be_filled_in_are_read(reader: Reader) -> None:
    def field(xml: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{xml}</w:sdtContent></w:sdt>"

    rows = (
        f"<w:tr>{cell('Town')}{field(cell('Killed'))}</w:tr>"
        + field(f"<w:tr>{cell('Izium')}{cell('12')}</w:tr>")
        + f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Deleted')}</w:tr>"
    )
    text = reader.read_bytes(word(f"<w:tbl><w:tblPr/>{rows}</w:tbl>"), "a.docx").text
    assert text.split("\n\n") == ["Town | Killed", "Izium | 12"]


def test_a_table_in_a_table_is_read_once(reader: Reader) -> None:
    inner = f"<w:tbl><w:tr>{cell('in 1')}{cell('in 2')}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr>{cell('out')}<w:tc>{inner}{said('end')}</w:tc></w:tr></w:tbl>"
    assert reader.read_bytes(word(outer), "a.docx").text == "out | in 1 | in 2 end"


def test_readings_above_japanese_words_are_left_out(reader: Reader) -> None:
    ruby = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert reader.read_bytes(word(ruby), "a.docx").text == "東京"


@pytest.mark.parametrize(
    "inserted",
    [
        f"<html><body><p>{STORY[0]}</p></body></html>".encode(),
        f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><p>{STORY[0]}</p></html>".encode(),
    ],
)
def test_pages_inserted_into_a_document_are_read(reader: Reader, inserted: bytes) -> None:
    plain = makers.docx(["Before"])
    relation = (
        b'<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" '
        b'Target="/word/chunk.htm"/></Rel'
    )
    types = makers.member(plain, "[Content_Types].xml").replace(
        b"<Default ", b'<Default Extension="htm" ContentType="text/html"/><Default ', 1
    )
    relations = makers.member(plain, "word/_rels/document.xml.rels").replace(b"</Rel", relation, 1)
    changes = {
        "word/_rels/document.xml.rels": relations,
        "word/chunk.htm": inserted,
        "[Content_Types].xml": types,
    }
    assert reader.read_bytes(makers.repacked(plain, changes), "a.docx").text == f"Before\n\n{STORY[0]}"


def test_of_a_damaged_document_what_is_left_is_read(reader: Reader) -> None:
    plain = makers.docx()
    whole = makers.member(plain, "word/document.xml")
    cut = whole[: whole.index(STORY[2].encode())]
    for changes, text in (
        ({"word/styles.xml": b"<w:styles"}, WHOLE),
        ({"word/document.xml": cut}, "\n\n".join(STORY[:2])),
        ({"word/document.xml": whole.replace(b"</w:p>", b"</w:q>", 1)}, None),
    ):
        document = reader.read_bytes(makers.repacked(plain, changes), "a.docx")
        assert STORY[0] in document.text and (text is None or document.text == text)
        assert "The file is damaged. What could be read was read" in document.notes[0]
    document = reader.read_bytes(makers.odt(body="<text:p>More <broken"), "a.odt")
    assert document.text.startswith(WHOLE) and "damaged" in document.notes[0]


def test_a_damaged_picture_does_not_cost_the_text(reader: Reader) -> None:
    picture = bytes(range(256)) * 4
    content = makers.repacked(makers.docx(), {"docProps/thumbnail.jpeg": picture})
    place = content.index(b"docProps/thumbnail.jpeg") + 60
    document = reader.read_bytes(content[:place] + b"\0\0\0" + content[place + 3 :], "a.docx")
    assert document.text == WHOLE and "damaged" in document.notes[0]


def test_properties_that_are_none_are_passed_over(reader: Reader) -> None:
    plain = makers.docx(title="A title")
    types = makers.member(plain, "[Content_Types].xml").replace(
        b"core-properties+xml", b"cote-properties+xml"
    )
    assert reader.read_bytes(makers.repacked(plain, {"[Content_Types].xml": types}), "a.docx").text == WHOLE


def test_a_table_in_a_table_of_an_open_document_is_read_once(reader: Reader) -> None:
    def row(*cells: str) -> str:
        told = "".join(f"<table:table-cell>{each}</table:table-cell>" for each in cells)
        return f"<table:table><table:table-row>{told}</table:table-row></table:table>"

    body = row("<text:p>out</text:p>", row("<text:p>in 1</text:p>", "<text:p>in 2</text:p>"))
    assert reader.read_bytes(makers.odt(body=body), "a.odt").text == f"{WHOLE}\n\nout | in 1 | in 2"


def test_flat_open_documents_and_other_xml(reader: Reader) -> None:
    content = makers.member(makers.odt(), "content.xml").decode()
    flat = content.replace("office:document-content", "office:document")
    document = reader.read_bytes(f'<?xml version="1.0"?>{flat}'.encode(), "a.fodt")
    assert (document.text, document.notes) == (WHOLE, ())
    words = "&lt;p&gt;Two &lt;b&gt;men&lt;/b&gt; left.&lt;/p&gt;"
    item = f"<item><title>In Izium</title><description>{words}</description></item>"
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss><channel><title>News</title>{item}</channel></rss>'
    assert reader.read_bytes(feed.encode(), "feed.xml").text == "News\n\nIn Izium\n\nTwo men left."


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><p>Words &x; here.</p></a>',
        f"{makers.ENTITY_BOMB.partition('?>')[2]}<b><p>Words &a11; here.</p></b>",
        "<a><p>Words here",
        f"<w:document {W}><w:p><w:r><w:t>Wo</w:t></w:r><w:r><w:t>rds here.</w:t></w:r></w:p></w:document>",
    ],
)
def test_xml_that_is_broken_or_a_trap_is_only_words(reader: Reader, xml: str) -> None:
    text = reader.read_bytes(f'<?xml version="1.0"?>{xml}'.encode(), "a.xml").text
    assert text.startswith("Words") and len(text) < 200 and "root:" not in text


FONTS = r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset178 Arial;}}"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Body{\super\chftn}{\footnote\pard {\super\chftn} A note.} more.\par", "Body more.\n\nA note."),
        (
            r"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard In a box\par}}{\shprslt\par No}}b\par",
            "ab\n\nIn a box",
        ),
        (r"keep {\deleted gone }{\revised new}\par", "keep new"),
        (r"x{\object\objemb{\*\objdata 0105}{\result shown}}y\par", "xshowny"),
        (r"{\upr{bad}{\*\ud{good \u1055?}}}\par", "good П"),
        (
            r'{\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt{\ul a link}}} here\par',
            "a link here",
        ),
        (r"\uc1\u-10179?\u-8704? ok\par", "\U0001f600 ok"),
        (r"one\sect two\column three\par", "one\n\ntwo\n\nthree"),
        (r"\trowd \intbl first\par second\cell x\cell\row\pard After\par", "first second | x\n\nAfter"),
        (
            r"\trowd \intbl out\cell{\intbl in 1\nestcell in 2\nestcell}\cell\row\pard end\par",
            "out | in 1 | in 2\n\nend",
        ),
        (r"{\f1 \'cf\'f0\'e8} {\f2 \'e3\'d1\'cd\'c8\'c7}\par", "При مرحبا"),
        (r"before{\pict\bin10 {}\}abcdef}after\par", "beforeafter"),
        (r"text{\*\atnid A}{\chatn{\*\annotation No}}\par", "text"),
        (r"one}}}} two\par", "one"),
        (r"a\~b\-c\_d \{e\} f\\g\par", "a bc\u2011d {e} f\\g"),
    ],
)
def test_what_programs_write_into_rtf(reader: Reader, source: str, text: str) -> None:
    content = f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{FONTS}{source}}}"
    assert reader.read_bytes(content.encode(), "a.rtf").text == text


@pytest.mark.parametrize("codepage", [1251, 65001])
def test_rtf_with_bare_letters(reader: Reader, codepage: int) -> None:
    told = "Двох чоловіків затримали."
    content = f"{{\\rtf1\\ansi\\ansicpg{codepage} ".encode() + told.encode(f"cp{codepage}") + b"\\par}"
    assert reader.read_bytes(content, "a.rtf").text == told


def test_rtf_tells_of_comments_and_changes_and_its_title_in_any_script(reader: Reader) -> None:
    head = r"{\info{\title \u1030?\u1079?{\b \u1102?}\u1084?}{\*\company x}}"
    body = r"text{\*\annotation No}{\deleted gone}\par"
    document = reader.read_bytes(f"{{\\rtf1\\ansi{head}{body}}}".encode(), "a.rtf")
    assert (document.title, document.text) == ("Ізюм", "text")
    assert [note.split()[3] for note in document.notes] == ["comments,", "tracked"]


@pytest.mark.parametrize(
    "piece", [r"{\title \{x\}", r"{\field{\*\fldinst{", r"{\footnote x", r"\u55357?", r"\bin99999999 x"]
)
def test_rtf_that_is_made_to_block_is_over_soon(reader: Reader, piece: str) -> None:
    content = r"{\rtf1\ansi Words. {\info" + piece * 120 + r"\par" * 3
    try:
        assert len(reader.read_bytes(content.encode(), "a.rtf").text) < 5_000
    except UnreadableFile as refused:
        assert refused.reason in ("limit", "empty")
