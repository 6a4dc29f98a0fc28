"""Lines set on pages become paragraphs of text; each line keeps its place in both."""

from __future__ import annotations

import itertools
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from incidents.record.text import clean_line
from reports.reading.document import Line, Page
from reports.reading.formats.found import Found
from reports.reading.formats.wrapping import join, words_of

_ENDS = re.compile(r"[.!?:;…»”\")\]؟。](?:\s?\[?\d{1,3}\]?)?$")
_ITEM = re.compile(r"(?:[-*•–—‣▪◦·●o]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)")
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|стр\.|с\.|página|صفحة)?\s*\d{1,5}(?:\s*(?:/|of|von|de|из|з|من)\s*\d{1,5})?\W*",
    re.IGNORECASE,
)
_SOFT = "\u00ad"
_MARGIN = 0.075  # of the page's height: where running heads and page numbers stand


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line on a page: points from the left and the top of the page as it is seen.

    size: of its letters. row: its text with bars between the cells if it can be a row of a table.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    row: str = ""

    @property
    def placed(self) -> bool:
        """Whether it is known where it stands."""
        return self.right > self.left and self.bottom > self.top


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page and its lines in reading order."""

    width: float
    height: float
    lines: list[SetLine]


def put_together(pages: list[SetPage], found: Found) -> None:
    """Fill the text, pages and lines of `found`; running heads and page numbers are left out."""
    pages = [SetPage(page.width, page.height, [_cleaned(line) for line in page.lines]) for page in pages]
    running = _running(pages)
    if running:
        found.notes.append(
            "Lines that stand on most pages (running heads, page numbers) were left out of the text."
        )
    setting = _Setting(words_of(line.text for page in pages for line in page.lines))
    for number, page in enumerate(pages):
        kept = [line for line in page.lines if line.text and (number, id(line)) not in running]
        typical, edges = _leading(kept), _edges(kept)
        begin = None
        for place, set_line in enumerate(kept):
            before = setting.last
            line = _as_row(before, set_line)
            goes_on = before is not None and (
                _same(before, line, typical, edges) if place else _over_the_page(before, line)
            )
            start, end = setting.add(line, goes_on)
            begin = start if begin is None else begin
            found.lines.append(Line(start, end, number, line.left, line.top, line.right, line.bottom))
        found.pages.append(
            Page(setting.length if begin is None else begin, setting.length, page.width, page.height)
        )
    found.text = setting.text()
    starts = [*(line.start for line in found.lines[1:]), len(found.text)]
    found.lines = [_ended(line, start) for line, start in zip(found.lines, starts, strict=False)]
    found.pages = [_cut(page, len(found.text)) for page in found.pages]


def _ended(line: Line, most: int) -> Line:
    """The line without the hyphen that was taken from its end when it was joined to the next one."""
    return line if line.end <= most else replace(line, start=min(line.start, most), end=most)


def _cut(page: Page, most: int) -> Page:
    return page if page.end <= most else replace(page, start=min(page.start, most), end=most)


class _Setting:
    """Paragraphs as they grow line by line."""

    def __init__(self, known: set[str]) -> None:
        self.last: SetLine | None = None
        self._known = known
        self._done: list[str] = []
        self._done_length = 0
        self._now = ""

    @property
    def length(self) -> int:
        """Of the text so far."""
        return self._done_length + len(self._now)

    def add(self, line: SetLine, goes_on: bool) -> tuple[int, int]:
        """Add a line to the paragraph or begin a new one; returns where the line stands in the text."""
        self.last = line
        if goes_on:
            self._now = join(self._now, line.text, self._known)
        else:
            if self._now:
                whole = self._now.removesuffix(_SOFT) + "\n\n"
                self._done.append(whole)
                self._done_length += len(whole)
            self._now = line.text
        return self.length - len(line.text), self.length

    def text(self) -> str:
        """Everything that was added."""
        return "".join(self._done) + self._now.removesuffix(_SOFT)


def _cleaned(line: SetLine) -> SetLine:
    """The line in normal form; a soft hyphen at its end stays, for the next line to be joined to."""
    soft = line.text.rstrip().endswith(_SOFT)
    text = clean_line(line.text.replace(_SOFT, ""))
    while text and unicodedata.combining(text[0]):
        text = text[1:].lstrip()
    return replace(line, text=text + (_SOFT if soft and text else ""))


def _leading(lines: list[SetLine]) -> float:
    """The usual distance from one line to the next."""
    steps = [b.bottom - a.bottom for a, b in itertools.pairwise(lines) if b.bottom - a.bottom > 1]
    return statistics.median(steps) if steps else 0.0


def _edges(lines: list[SetLine]) -> dict[int, tuple[float, float]]:
    """Left and right edge of the column of each line, by the line's left edge in steps of 40 points."""
    edges: dict[int, tuple[float, float]] = {}
    for line in lines:
        column = int(line.left // 40)
        left, right = edges.get(column, (line.left, line.right))
        edges[column] = (min(left, line.left), max(right, line.right))
    return edges


def _same(before: SetLine, line: SetLine, leading: float, edges: dict[int, tuple[float, float]]) -> bool:
    """Whether a line goes on the paragraph of the line before it on the page."""
    if not (before.placed and line.placed):
        return not _ENDS.search(before.text) and line.text[:1].islower()
    if line.row or _ITEM.match(line.text) or not _same_size(before, line):
        return False
    step = line.bottom - before.bottom
    height = max(before.bottom - before.top, line.bottom - line.top)
    if step < 1:  # on the same height or further up: another column, or a piece of the same line
        return _over_the_page(before, line) or (abs(step) < 0.3 * height and line.left > before.right)
    if step > max(1.4 * leading, 0.2 * height) and step > 1.9 * height:
        return False
    if leading and step > 1.35 * max(leading, 1.15 * line.size):
        return False
    if _centred(before, line):
        return not _ENDS.search(before.text)
    if _ENDS.search(before.text) and _would_have_fitted(before, line, edges):
        return False
    short = before.right - before.left < 0.5 * (line.right - line.left)
    return not (
        short and not _rtl(line.text) and line.text[:1].isupper() and _would_have_fitted(before, line, edges)
    )


def _as_row(before: SetLine | None, line: SetLine) -> SetLine:
    """The line with bars between its cells, unless it is one with wide gaps in the midst of a paragraph."""
    inside = (
        before is not None and not before.row and not _ENDS.search(before.text) and line.text[:1].islower()
    )
    return (
        line
        if not line.row
        else replace(line, row="")
        if inside
        else replace(line, text=clean_line(line.row))
    )


def _same_size(before: SetLine, line: SetLine) -> bool:
    """Whether two lines can be of one paragraph. Letters that were recognised in a picture vary in their sizes."""
    running = line.text[:1].islower() and not _ENDS.search(before.text)
    return abs(before.size - line.size) <= (0.4 if running else 0.12) * max(before.size, line.size, 1)


def _centred(before: SetLine, line: SetLine) -> bool:
    """Whether two lines stand under each other by their middles and not by an edge, as in a title."""
    middles = abs(before.left + before.right - line.left - line.right) / 2
    return middles < 3 and abs(before.left - line.left) > 6


def _would_have_fitted(before: SetLine, line: SetLine, edges: dict[int, tuple[float, float]]) -> bool:
    """Whether the first word of the second line had room on the first: then the break was meant."""
    left, right = edges.get(int(before.left // 40), (before.left, before.right))
    word = line.text.split(" ", 1)[0]
    wide = (len(word) + 1) / max(1, len(line.text)) * (line.right - line.left)
    if _rtl(line.text):
        left = min(edge[0] for edge in edges.values()) if edges else left
        return before.left - wide > left + 2
    indented = line.left > before.left + 0.8 * max(line.size, 6)
    return indented or before.right + wide < right - 2


def _over_the_page(before: SetLine, line: SetLine) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if _ITEM.match(line.text) or _ENDS.search(before.text):
        return False
    return line.text[:1].islower() or before.text.endswith(("-", "\u00ad", ",")) or _rtl(line.text)


def _rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text[:40])


def _running(pages: list[SetPage]) -> set[tuple[int, int]]:
    """Lines at the edge of pages that come again on most pages, or are page numbers: page and identity of each."""
    edge = list(_edge_lines(pages))
    if len(pages) < 2:
        return set()
    often = Counter({form: len(where) for form, where in _by_form(edge).items()})
    least = (
        max(2, len([page for page in pages if page.lines]) * 0.4)
        if len(pages) < 6
        else max(3, len(pages) * 0.3)
    )
    running = {
        (number, id(line))
        for number, line in edge
        if often[_form(line.text)] >= least or (_NUMBER.fullmatch(line.text) and often[_form(line.text)] >= 2)
    }
    return running if len(running) < sum(len(page.lines) for page in pages) else set()


def _edge_lines(pages: list[SetPage]) -> Iterator[tuple[int, SetLine]]:
    for number, page in enumerate(pages):
        for line in page.lines:
            if (
                line.placed
                and page.height
                and (line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height)
            ):
                yield number, line


def _by_form(edge: list[tuple[int, SetLine]]) -> dict[str, set[int]]:
    where: dict[str, set[int]] = {}
    for number, line in edge:
        where.setdefault(_form(line.text), set()).add(number)
    return where


def _form(text: str) -> str:
    """A running head without what changes from page to page."""
    return re.sub(r"\d+|\b[ivxl]+$", "#", text.casefold()).strip()
