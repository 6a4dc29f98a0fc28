"""Pages as pictures: drawn in a child process, so that no file can harm the window that shows them."""

import io

import pytest
from reportlab.pdfgen import canvas

from incidents.errors import UnreadableFile
from reports.reading.pictures import WIDEST, page_picture


def pdf(pages=1, size=(595, 842)):
    made = io.BytesIO()
    drawn = canvas.Canvas(made, pagesize=size)
    for _ in range(pages):
        drawn.rect(0, 0, size[0] / 2, size[1], fill=1)
        drawn.showPage()
    drawn.save()
    return made.getvalue()


def test_a_page_is_drawn_as_wide_as_asked():
    picture = page_picture(pdf(), 0, 300)
    assert abs(picture.width - 300) <= 1
    assert abs(picture.height - 300 * 842 / 595) <= 2
    middle = picture.height // 2 * picture.stride
    assert picture.points[middle + 30 * picture.depth] < 50
    assert picture.points[middle + 250 * picture.depth] > 200


@pytest.mark.parametrize("width", [-5, 0, 10**6])
def test_no_picture_is_wider_than_a_screen(width):
    assert 0 < page_picture(pdf(), 0, width).width <= WIDEST + 1


def test_a_page_of_a_kilometre_is_not_drawn_at_full_height():
    picture = page_picture(pdf(size=(10, 14_000)), 0, 2_000)
    assert picture.height <= 12_000


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", pdf()[:300]])
def test_what_cannot_be_drawn_is_refused_with_a_sentence(content):
    with pytest.raises(UnreadableFile, match="Read the text instead"):
        page_picture(content, 0, 300)


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(UnreadableFile):
        page_picture(pdf(), 5, 300)
