"""PDF as other programs write it: tables, filled forms, odd sizes of letters, words outside the page."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from reports.reading import Document, Reader


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    file = io.BytesIO()
    sheet = Canvas(file, pagesize=(595, 842), invariant=1)
    draw(sheet)
    sheet.save()
    return file.getvalue()


def raw_pdf(page: str, content: str, *more: str) -> bytes:
    """A PDF written by hand: one page with these entries and content; `more` are objects from number 6 on."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R {page}>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    ]
    body, places = "%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"trailer<</Root 1 0 R/Size {count}>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def inside(document: Document) -> bool:
    return all(
        0 <= line.left <= line.right <= document.pages[line.page].width
        and 0 <= line.top <= line.bottom <= document.pages[line.page].height
        for line in document.lines
    )


def test_rows_of_a_table_stand_on_lines_of_their_own_with_bars_between_cells(reader: Reader) -> None:
    rows = [
        (700, ("Date", "Place", "What")),
        (672, ("2 May 2022", "Izium", "Two men were detained, and the")),
        (658, ("", "", "mayor confirmed it.")),
        (630, ("3 May 2022", "Balakliia", "A school was hit")),
        (602, ("4 May 2022", "Izium", "Nothing is known")),
    ]

    def draw(sheet: Canvas) -> None:
        for height, row in rows:
            for column, text in zip((72, 160, 260), row, strict=True):
                sheet.drawString(column, height, text)

    assert reader.read_bytes(drawn(draw), "a.pdf").text.split("\n\n") == [
        "Date | Place | What",
        "2 May 2022 | Izium | Two men were detained, and the mayor confirmed it.",
        "3 May 2022 | Balakliia | A school was hit",
        "4 May 2022 | Izium | Nothing is known",
    ]


def test_a_wide_gap_in_running_text_makes_no_cells(reader: Reader) -> None:
    def draw(sheet: Canvas) -> None:
        sheet.drawString(72, 700, "The column of buses was held at the checkpoint before")
        sheet.drawString(72, 686, "the town")
        sheet.drawString(160, 686, "for nine hours")
        sheet.drawString(72, 672, "and then went on.")

    assert "|" not in reader.read_bytes(drawn(draw), "a.pdf").text


def test_the_mark_of_an_item_is_no_cell(reader: Reader) -> None:
    def draw(sheet: Canvas) -> None:
        for number, mark in enumerate(("1.", "2)", "-")):
            sheet.drawString(72, 700 - 14 * number, mark)
            sheet.drawString(110, 700 - 14 * number, "Two men were detained.")

    text = reader.read_bytes(drawn(draw), "a.pdf").text
    assert text.split() == f"1. {(told := 'Two men were detained.')} 2) {told} - {told}".split()


def test_letters_of_size_one_that_are_enlarged_stay_in_their_paragraph(reader: Reader) -> None:
    content = (
        "BT /F1 11 Tf 1 0 0 1 72 700 Tm (The soldiers held the column of buses at the last check-) Tj ET "
        "BT /F1 1 Tf 11 0 0 11 72 687 Tm (point before the town for nine hours.) Tj ET"
    )
    document = reader.read_bytes(raw_pdf("/MediaBox[0 0 595 842]", content), "a.pdf")
    assert document.text.endswith("at the last checkpoint before the town for nine hours.")
    assert "\n" not in document.text


@pytest.mark.parametrize("place", ["9999999 700", "72 -9999999", "-5000 700", "590 700"])
def test_words_outside_the_page_do_not_spoil_the_file(reader: Reader, place: str) -> None:
    content = (
        f"BT /F1 12 Tf 1 0 0 1 72 600 Tm (Words on the page) Tj 1 0 0 1 {place} Tm (Words elsewhere) Tj ET"
    )
    document = reader.read_bytes(raw_pdf("/MediaBox[0 0 595 842]", content), "a.pdf")
    assert "Words on the page" in document.text
    assert inside(document)


@pytest.mark.parametrize(
    "box", ["[0 0 9999999 9999999]", "[0 0 0 0]", "[500 500 0 0]", "[-300 -300 300 700]", "[1]"]
)
def test_pages_of_any_size_are_read(reader: Reader, box: str) -> None:
    content = "BT /F1 12 Tf 72 600 Td (Words on the page) Tj ET"
    document = reader.read_bytes(raw_pdf(f"/MediaBox{box}", content), "a.pdf")
    assert document.text == "Words on the page"
    assert inside(document)


def test_what_was_typed_into_a_form_is_read(reader: Reader) -> None:
    page = "/MediaBox[0 0 595 842]/Annots[6 0 R 8 0 R]"
    look = "BT /F1 12 Tf 2 5 Td (Two men, near the bridge) Tj ET"
    form = "/Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F1 5 0 R>>>>"
    filled = raw_pdf(
        page,
        "BT /F1 12 Tf 72 700 Td (Who was detained, and where:) Tj ET",
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(who)/V(Two men)/F 4/Rect[72 660 372 680]/AP<</N 7 0 R>>>>",
        f"<<{form}/Length {len(look)}>>stream\n{look}\nendstream",
        "<</Type/Annot/Subtype/Link/Rect[0 0 10 10]>>",
    )
    document = reader.read_bytes(filled, "a.pdf")
    assert document.text.split() == "Who was detained, and where: Two men, near the bridge".split()
    assert inside(document) and document.lines[1].left > 70


def test_pages_with_nothing_but_what_looks_like_running_heads_keep_it(reader: Reader) -> None:
    def draw(sheet: Canvas) -> None:
        for number in range(3):
            sheet.drawString(72, 820, f"Photograph {number + 1}")
            sheet.showPage()

    document = reader.read_bytes(drawn(draw), "a.pdf")
    assert document.text.split("\n\n") == ["Photograph 1", "Photograph 2", "Photograph 3"]


def test_files_inside_a_pdf_are_told_of(reader: Reader) -> None:
    whole = pypdfium2.PdfDocument(drawn(lambda sheet: sheet.drawString(72, 700, "See the file.")))
    whole.new_attachment("list.csv").set_data(b"a;b")
    whole.save(saved := io.BytesIO())
    whole.close()
    notes = reader.read_bytes(saved.getvalue(), "a.pdf").notes
    assert notes == (
        "The PDF holds a file inside it, which was not read. Save it from a PDF reader and take that in.",
    )
