"""PDF: the text layer in paragraphs with the place of each line, and the pages that are only pictures."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from reports.reading.formats.found import Broken, Found
from reports.reading.formats.layout import SetLine, SetPage, put_together
from reports.reading.limits import Limits

_PASSWORD, _SECURITY = 4, 5
_FEWEST_LETTERS = 8  # on a page that is more than a picture with a number under it
_RUBBISH = re.compile(
    r"\.(docx?|indd|pdf|rtf|odt|qxd|pub|pptx?)$|^microsoft word|^untitled|^\(?anonymous\)?$|^document\d*$|^\W*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"user|admin|owner|anonymous|unknown|author", re.IGNORECASE)
_LIGATURES = re.compile("[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]")
_CUT = "\u0002\ufffe"  # PDFium's signs for a hyphen at the end of a line, in the place of hyphen and break
_BREAKS = "\r\n" + _CUT
_WRITTEN_INTO = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)
_MOST_FIELDS = 5_000
_LARGEST_SIDE = 100_000.0  # points; PDF itself allows 14,400
_WIDE, _GAP = 1.8, 1.0  # between cells of a row, in heights of the letters: the widest at least, the others
_MARK = re.compile(r"\W{1,2}|\(?(?:\d{1,3}(?:\.\d+)*|[a-zA-Z]|[ivxIVX]{1,4})[.)]?")  # of an item of a list
_SCALE = 20  # PDFium tells places in whole dots; so many of ours make a point


@dataclass(slots=True)
class _Seen:
    """What the pages were like: pages count from 1. files: how many lie inside the PDF."""

    pages: list[SetPage]
    pictures: list[int]
    broken: list[int]
    files: int = 0


def read(content: bytes, limits: Limits, ocr: str = "") -> Found:
    """The text of up to `limits.pages` pages. `ocr` recognises the letters of pages that are pictures."""
    document = _opened(content)
    found = Found(mime="application/pdf")
    total = len(document)
    if not total:
        raise Broken("has no pages. Ask for the file again.")
    seen = _look(document, min(total, limits.pages), limits)
    if seen.pictures and ocr:
        from reports.reading.formats.ocr import recognise

        recognised = recognise(document, seen.pictures[: limits.ocr_pages], ocr, found)
        for number in recognised:
            seen.pages[number - 1] = recognised[number]
        seen.pictures = [number for number in seen.pictures if number not in recognised]
    elif seen.pictures:
        found.picture_pages = len(seen.pictures)
    put_together(seen.pages, found)
    _remarks(found, seen, total)
    _properties(document, found)
    return found


def _opened(content: bytes) -> Any:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (_PASSWORD, _SECURITY):
            said = "is protected by a password. Open it, save or print a copy without the password, and take that in."
            raise Broken(said, "locked") from error
        cut = b"%%EOF" not in content[-2048:]
        why = "its end is missing" if cut else "its inner table is wrong"
        raise Broken(f"is a damaged PDF: {why}. Ask for the file again.") from error


def _look(document: Any, most: int, limits: Limits) -> _Seen:
    seen = _Seen([], [], [], max(0, document.count_attachments()))
    letters = 0
    for number in range(1, most + 1):
        try:
            page = _with_filled_forms(document, number - 1)
            textpage = page.get_textpage()
        except pdfium.PdfiumError:
            seen.broken.append(number)
            seen.pages.append(SetPage(0.0, 0.0, []))
            continue
        width, height = (min(side, _LARGEST_SIDE) for side in page.get_size())
        lines = [line for line in _lines(page, textpage) if line.text]
        here = sum(len(line.text) for line in lines)
        letters += here
        seen.pages.append(SetPage(width, height, lines))
        if here < _FEWEST_LETTERS and _holds_picture(page):
            seen.pictures.append(number)
        textpage.close()
        page.close()
        if letters > limits.text:
            break
    return seen


def _with_filled_forms(document: Any, place: int) -> Any:
    """A page on which what was typed into fields, or put onto it as a text, stands like all other text."""
    page = document[place]
    written = False
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)):
        if not (annotation := raw.FPDFPage_GetAnnot(page, number)):
            continue
        written = written or raw.FPDFAnnot_GetSubtype(annotation) in _WRITTEN_INTO
        raw.FPDFPage_CloseAnnot(annotation)
    if not written or raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[place]


def _holds_picture(page: Any) -> bool:
    with suppress(pdfium.PdfiumError):
        return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4))
    return False


def _lines(page: Any, textpage: Any) -> Iterator[SetLine]:
    """The lines of a page as they were set, in the order of the file."""
    count = textpage.count_chars()
    if count <= 0:
        return
    characters = _characters(textpage, count)
    start = 0
    for end in [*[place for place, c in enumerate(characters) if c in _BREAKS], count]:
        if end > start:
            cut = end < count and characters[end] in _CUT
            text = "".join(characters[start:end]) + "-" * cut
            yield _line(page, textpage, text, start, end)
        start = end + 1


def _characters(textpage: Any, count: int) -> list[str]:
    """One text for each character of PDFium, so that places in both are the same."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(textpage, 0, count, buffer)
    if written == count + 1 and not any(0xD800 <= unit < 0xE000 for unit in buffer):
        return list(bytes(buffer)[: 2 * count].decode("utf-16-le", "replace"))
    # Characters outside the first plane take two units and would shift the rest.
    codes = (raw.FPDFText_GetUnicode(textpage, place) for place in range(count))
    return [chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes]


def _line(page: Any, textpage: Any, text: str, start: int, end: int) -> SetLine:
    boxes = [textpage.get_rect(place) for place in range(min(200, textpage.count_rects(start, end - start)))]
    size = float(
        raw.FPDFText_GetFontSize(textpage, (start + end) // 2)
    )  # bullets and initials have their own
    high = max((top - bottom for _, bottom, _, top in boxes), default=0.0)
    if (
        high and not 0.5 * high <= size <= 3 * high
    ):  # the letters are made larger or smaller in some other way
        size = 1.1 * high
    high = max(high, min(size, 2 * high))
    gaps = any(_apart(*two) > _WIDE * high for two in pairwise(boxes))
    row = _row(textpage, text, start, high) if gaps else ""
    left, top, right, bottom = _place(page, boxes)
    return SetLine(_plain(text), left, top, right, bottom, size, row=_plain(row))


def _size(textpage: Any, place: int) -> float:
    """The size of a letter as it is seen: many files set letters of size 1 and enlarge them."""
    matrix = raw.FS_MATRIX()
    enlarged = math.hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(textpage, place, matrix) else 1.0
    return float(raw.FPDFText_GetFontSize(textpage, place)) * (enlarged or 1.0)


def _plain(text: str) -> str:
    """Letters that were set as one sign as those that they are."""
    return _LIGATURES.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """How far two boxes (left, bottom, right, top) that stand beside each other are apart; 0 for others."""
    beside = min(one[3], other[3]) - max(one[1], other[1]) > 0
    return max(other[0] - one[2], one[0] - other[2], 0.0) if beside else 0.0


def _row(textpage: Any, text: str, start: int, high: float) -> str:
    """The cells of a row of a table with a bar between them; empty where the line is no such row."""
    cells = []
    begin = 0
    for gap in re.finditer(r"\s+", text):
        if not text[begin : gap.start()].strip() or gap.end() == len(text):
            continue
        one, other = (textpage.get_charbox(start + place) for place in (gap.start() - 1, gap.end()))
        if _apart(one, other) > _GAP * high and not (
            begin == 0 and _MARK.fullmatch(text[: gap.start()].strip())
        ):
            cells.append(text[begin : gap.start()].strip())
            begin = gap.end()
    return " | ".join([*cells, text[begin:]]) if cells else ""


def _place(page: Any, boxes: list[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom on the page as it is seen; zeros for what stands outside the page."""
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    corners = [_seen_at(page, x, y) for x, y in ((left, top), (right, bottom))]
    wide, high = (min(side, _LARGEST_SIDE) for side in page.get_size())
    across = sorted(min(max(x, 0.0), wide) for x, _ in corners)
    down = sorted(min(max(y, 0.0), high) for _, y in corners)
    if across[0] == across[1] or down[0] == down[1]:
        return 0.0, 0.0, 0.0, 0.0
    return across[0], down[0], across[1], down[1]


def _seen_at(page: Any, x: float, y: float) -> tuple[float, float]:
    """A place of the page's own system as the reader sees it: turned, cut, in points from the left and the top."""
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, int(width * _SCALE), int(height * _SCALE), 0, x, y, across, down)
    return across.value / _SCALE, down.value / _SCALE


def _properties(document: Any, found: Found) -> None:
    with suppress(pdfium.PdfiumError, UnicodeDecodeError, ValueError):
        told = document.get_metadata_dict(skip_empty=True)
        title = told.get("Title", "").strip()
        found.title = "" if _RUBBISH.search(title) else title
        author = told.get("Author", "").strip()
        found.author = "" if _NOBODY.search(author) or len(author) < 4 else author


def _remarks(found: Found, seen: _Seen, total: int) -> None:
    """What the reader of the report should know of its pages."""
    looked = len(seen.pages)
    if looked < total:
        found.notes.append(
            f"Only pages 1 to {looked:,} of {total:,} were read; the rest is in the original file."
        )
    if files := seen.files:
        few = "a file inside it, which was" if files == 1 else f"{files:,} files inside it, which were"
        found.notes.append(f"The PDF holds {few} not read. Save it from a PDF reader and take that in.")
    if seen.broken:
        found.notes.append(f"{_pages(seen.broken)} could not be opened: the file is damaged there.")
    if len(seen.pictures) == looked:
        found.notes.append(
            "This is a scanned document: its pages are pictures without text. Type in what matters, or install "
            "tesseract, which recognises letters, and take the file in again."
        )
    elif seen.pictures:
        verb = "is a picture" if len(seen.pictures) == 1 else "are pictures"
        found.notes.append(f"{_pages(seen.pictures)} {verb} without text; nothing was read from there.")
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in found.text)
    if strange > 0.1 * len(found.text) > 0:
        found.notes.append(
            "The letters of this PDF are stored in a way that cannot be told; compare with its pages."
        )
    if not found.text and not seen.pictures:
        found.notes.append("There is no text in this PDF.")


def _pages(numbers: list[int]) -> str:
    """Page 3; Pages 3 to 7; Pages 1, 3 and 5 to 8."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [[number] for number in numbers] if len(numbers) == 2 else runs
    said = [f"{part[0]:,}" if len(part) == 1 else f"{part[0]:,} to {part[-1]:,}" for part in parts]
    if len(said) > 8:
        return f"{len(numbers):,} pages"
    together = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"Page {together}" if len(numbers) == 1 else f"Pages {together}"
