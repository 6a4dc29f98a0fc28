"""PDF: whole paragraphs, the place of each line, and pages that are only pictures."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from incidents.errors import UnreadableFile
from reports.reading import LIMITS, Document, Reader, read_bytes
from tests.reports.reading import makers
from tests.reports.reading.makers import STORY, TITLE


def drawn(draw: Callable[[Canvas], None], pagesize: tuple[float, float] = (595, 842)) -> bytes:
    file = io.BytesIO()
    sheet = Canvas(file, pagesize=pagesize, invariant=1)
    draw(sheet)
    sheet.save()
    return file.getvalue()


def lines_of(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def test_lines_become_paragraphs_and_keep_their_places(reader: Reader) -> None:
    document = reader.read_bytes(makers.pdf([STORY, STORY]), "a.pdf")
    assert document.text == "\n\n".join([*STORY, *STORY])
    assert [document.text[page.start : page.end] for page in document.pages] == ["\n\n".join(STORY)] * 2
    assert "".join("".join(lines_of(document)).split()) == "".join(document.text.split())
    first = document.lines[0]
    assert (first.page, first.start) == (0, 0)
    assert first.left == pytest.approx(72, abs=2) and first.right < 560
    assert 60 < first.top < first.bottom < 76
    assert document.lines[1].top > first.bottom - 1
    assert {line.page for line in document.lines} == {0, 1}
    assert (document.pages[0].width, document.pages[0].height) == (595, 842)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_are_those_that_the_reader_sees_on_turned_pages(reader: Reader, turn: int) -> None:
    whole = pypdfium2.PdfDocument(
        drawn(lambda sheet: sheet.drawString(50, 700, "Words in a corner"), (400, 800))
    )
    whole[0].set_rotation(turn)
    whole.save(turned := io.BytesIO())
    whole.close()
    document = reader.read_bytes(turned.getvalue(), "a.pdf")
    page, line = document.pages[0], document.lines[0]
    assert (page.width, page.height) == ((400, 800) if turn % 180 == 0 else (800, 400))
    wanted = {0: (50, 92), 90: (700, 50), 180: (262, 700), 270: (92, 262)}[turn]
    assert (line.left, line.top) == pytest.approx(wanted, abs=12)


def test_a_word_cut_at_the_end_of_a_line_is_whole_in_the_text(reader: Reader) -> None:
    def draw(sheet: Canvas) -> None:
        for number, text in enumerate(
            ["The soldiers came and the whole town was evacu-", "ated by bus, the mayor said."]
        ):
            sheet.drawString(72, 700 - 14 * number, text)

    document = reader.read_bytes(drawn(draw), "a.pdf")
    assert document.text == "The soldiers came and the whole town was evacuated by bus, the mayor said."
    assert lines_of(document) == [
        "The soldiers came and the whole town was evacu",
        "ated by bus, the mayor said.",
    ]


def test_a_paragraph_goes_on_over_the_page_past_running_heads_and_page_numbers(reader: Reader) -> None:
    def draw(sheet: Canvas) -> None:
        texts = [
            "Soldiers held the column of buses at the last checkpoint before the town of",
            "Vasylivka for nine hours.",
            "Then it was let through.",
        ]
        for number, text in enumerate(texts):
            sheet.drawString(72, 812, "Situation report 14")
            sheet.drawString(72, 400, text.lower() if number else text)
            sheet.drawString(290, 30, f"Page {number + 1} of 3")
            sheet.showPage()

    document = reader.read_bytes(drawn(draw), "a.pdf")
    assert document.text.startswith(
        "Soldiers held the column of buses at the last checkpoint before the town of vasylivka for nine hours."
    )
    assert "Situation report" not in document.text and "Page 1" not in document.text
    assert any("running heads" in note for note in document.notes)


def test_two_columns_are_read_one_after_the_other(reader: Reader) -> None:
    left = [
        "In the left column two men were",
        "detained on Sunday, the mayor",
        "told us, and nobody knows why.",
    ]
    right = ["In the right column a hundred", "people left the town by bus on", "the day after that."]

    def draw(sheet: Canvas) -> None:
        for column, lines in ((72, left), (320, right)):
            for number, text in enumerate(lines):
                sheet.drawString(column, 700 - 14 * number, text)

    assert reader.read_bytes(drawn(draw), "a.pdf").text == f"{' '.join(left)}\n\n{' '.join(right)}"


def test_title_and_author_of_the_file_are_taken_where_they_make_sense(reader: Reader) -> None:
    document = reader.read_bytes(makers.pdf(title=TITLE, author="Olena Koval"), "a.pdf")
    assert (document.title, document.author) == (TITLE, "Olena Koval")
    document = reader.read_bytes(makers.pdf(title="Microsoft Word - draft3.doc", author="user"), "a.pdf")
    assert (document.title, document.author) == ("", "")


def test_a_scan_is_recognised_and_said_so(reader: Reader) -> None:
    document = reader.read_bytes(makers.scanned_pdf(3), "scan.pdf")
    assert document.text == ""
    assert len(document.pages) == 3
    assert "scanned document" in document.notes[0]


def test_pages_that_are_pictures_are_named(reader: Reader) -> None:
    document = reader.read_bytes(
        makers.scanned_pdf(3, "Words on the last page, which can be read"), "scan.pdf"
    )
    assert document.text == "Words on the last page, which can be read"
    assert document.notes == ("Pages 1 to 3 are pictures without text; nothing was read from there.",)


def test_a_page_without_anything_is_no_scan(reader: Reader) -> None:
    document = reader.read_bytes(drawn(lambda sheet: sheet.showPage()), "a.pdf")
    assert document.notes == ("There is no text in this PDF.",)


@pytest.mark.parametrize(
    ("content", "reason", "said"),
    [
        (makers.pdf(password="secret"), "locked", "protected by a password"),
        (makers.pdf()[:700], "damaged", "its end is missing"),
        (makers.pdf()[:-400], "damaged", "its end is missing"),
        (b"%PDF-1.7\n%%EOF", "damaged", "inner table"),
        (b"%PDF-1.4\n" + b"\xff" * 5_000, "damaged", "damaged PDF"),
    ],
)
def test_what_cannot_be_opened_is_told(reader: Reader, content: bytes, reason: str, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said) as refused:
        reader.read_bytes(content, "a.pdf")
    assert refused.value.reason == reason


def test_only_so_many_pages_are_read() -> None:
    document = read_bytes(makers.pdf([["Words."]] * 30), "a.pdf", limits=replace(LIMITS, pages=10))
    assert len(document.pages) == 10
    assert "Only pages 1 to 10 of 30 were read" in document.notes[-1]


@pytest.mark.slow
def test_ten_thousand_pages_are_read_up_to_the_limit(reader: Reader) -> None:
    document = reader.read_bytes(makers.pdf([["Words of a page."]] * 10_000), "a.pdf")
    assert len(document.pages) == 2_000
    assert any("of 10,000 were read" in note for note in document.notes)


def test_letters_outside_the_first_plane_do_not_shift_the_places(reader: Reader) -> None:
    document = reader.read_bytes(makers.pdf([["Plain words.", "More words."]]), "a.pdf")
    assert lines_of(document) == ["Plain words.", "More words."]
