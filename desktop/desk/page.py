"""The page of the original beside its text, with the passage boxed; drawn off the main thread, one page at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.bridge.jobs import run
from desktop.widgets.theme import M, tokens
from incidents.errors import VigilError
from incidents.record.suggestion import Passage

if TYPE_CHECKING:
    from incidents.record.layout import LineBox, PageBox

Draw = Callable[[int, int], QImage]  # page and width in pixels to a picture


class PageView(QAbstractScrollArea):
    """Signals: page_changed(number from 1, pages)."""

    page_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[PageBox] = ()
        self._lines: Sequence[LineBox] = ()
        self._starts: list[int] = []
        self._draw: Draw | None = None
        self._page = 0
        self._boxed: Passage | None = None
        self._picture = QImage()
        self._asked: tuple[int, int] | None = None
        self._problem = ""
        self.setAccessibleName(self.tr("Page of the original"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(32)

    # ------------------------------------------------------------ what is shown
    def show_document(self, pages: Sequence[PageBox], lines: Sequence[LineBox], draw: Draw | None) -> None:
        """Show another original from its first page; without pages nothing."""
        self._pages, self._lines, self._draw = pages, lines, draw
        self._starts = [line.start for line in lines]
        self._page, self._boxed, self._picture, self._asked, self._problem = 0, None, QImage(), None, ""
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.page_changed.emit(1 if pages else 0, len(pages))

    def draw_with(self, draw: Draw | None) -> None:
        """How pages become pictures, once the original is there."""
        self._draw, self._asked = draw, None
        self.viewport().update()

    def show_passage(self, passage: Passage) -> None:
        """Go to the page of a passage and box it."""
        self._boxed = passage
        boxes = self._boxes()
        page = next((number for number, _ in boxes), self._page_of(passage.start))
        self._go_to(page)
        if boxes:
            top = min(box.top() for number, box in boxes if number == page) * self._scale
            bar = self.verticalScrollBar()
            bar.setValue(int(M + top - self.viewport().height() / 3))
        self.viewport().update()

    def show_place(self, position: int) -> None:
        """Follow the text: show the page of this character, unless a passage is boxed there."""
        if self._pages and self._boxed is None:
            self._go_to(self._page_of(position))

    def forget_passage(self) -> None:
        """Box nothing."""
        self._boxed = None
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    @property
    def drawn(self) -> bool:
        """Whether the page is there as a picture."""
        return not self._picture.isNull()

    def _page_of(self, position: int) -> int:
        found = bisect_right([page.start for page in self._pages], position) - 1
        return min(max(found, 0), max(len(self._pages) - 1, 0))

    def _go_to(self, page: int) -> None:
        if page != self._page and 0 <= page < len(self._pages):
            self._page, self._picture, self._asked = page, QImage(), None
            self._fit()
            self.verticalScrollBar().setValue(0)
            self.page_changed.emit(page + 1, len(self._pages))

    def _boxes(self) -> list[tuple[int, QRectF]]:
        """The lines of the boxed passage, in points on their pages."""
        if self._boxed is None:
            return []
        found = []
        for line in self._lines[max(bisect_right(self._starts, self._boxed.start) - 1, 0) :]:
            if line.start >= self._boxed.end:
                break
            if line.end > self._boxed.start:
                corner = QPointF(line.left, line.top)
                found.append((line.page, QRectF(corner, QPointF(line.right, line.bottom))))
        return found

    # ------------------------------------------------------------ picture
    @property
    def _wide(self) -> int:
        return max(self.viewport().width() - 2 * M, 40)

    @property
    def _scale(self) -> float:
        return self._wide / max(self._pages[self._page].width, 1) if self._pages else 1.0

    def _size(self) -> QSize:
        page = self._pages[self._page]
        return QSize(self._wide, max(round(page.height * self._scale), 1))

    def _fit(self) -> None:
        bar, tall = self.verticalScrollBar(), self._size().height() + 2 * M if self._pages else 0
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(tall - self.viewport().height(), 0))
        self.viewport().update()

    def _ask(self) -> None:
        pixels = min(round(self._wide * self.devicePixelRatioF()), 3_000)
        wanted = (self._page, pixels)
        if self._draw is None or wanted == self._asked:
            return
        self._asked, self._problem = wanted, ""
        draw, page = self._draw, self._page
        run(
            lambda: draw(page, pixels),
            lambda picture: self._take(wanted, picture),
            owner=self,
            topic="page",
            failed=self._failed,
        )

    def _take(self, wanted: tuple[int, int], picture: QImage) -> None:
        if wanted == self._asked:
            self._picture = picture
            self.viewport().update()

    def _failed(self, error: VigilError) -> None:
        self._problem = str(error)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, picture, boxes."""
        colours = tokens(self.palette())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(colours.canvas))
            if not self._pages:
                return
            size = self._size()
            paper = QRectF(M, M - self.verticalScrollBar().value(), size.width(), size.height())
            painter.fillRect(paper.adjusted(-1, -1, 1, 1), QColor(colours.line))
            painter.fillRect(paper, QColor("#FFFFFF"))
            self._ask()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._picture.isNull():
                painter.drawImage(paper, self._picture)
            elif self._problem:
                painter.setPen(QColor("#1A2430"))
                flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
                painter.drawText(paper.adjusted(M, M, -M, -M), flags, self._problem)
            self._paint_boxes(painter, paper)

    def _paint_boxes(self, painter: QPainter, paper: QRectF) -> None:
        painter.setPen(QPen(QColor("#2C6CB5"), 1.5))
        painter.setBrush(QColor(44, 108, 181, 40))
        for page, box in self._boxes():
            if page == self._page:
                scaled = QRectF(box.topLeft() * self._scale, box.size() * self._scale)
                painter.drawRoundedRect(scaled.translated(paper.topLeft()).adjusted(-2, -1, 2, 1), 2, 2)

    # ------------------------------------------------------------ keys and size
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew where one scrolled to."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn pages."""
        by = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._boxed = None
            self._go_to(self._page + by)
