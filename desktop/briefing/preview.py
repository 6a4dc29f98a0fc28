"""The live preview: pages one below the other, drawn by PDFium off the main thread, only those that are seen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.bridge.jobs import run
from desktop.briefing.pdf_pages import PdfPages
from desktop.widgets.theme import M, tokens

SMALLEST, LARGEST = 0.25, 4.0
STEP = 1.25
KEPT = 12  # pictures of pages that are kept


class Preview(QAbstractScrollArea):
    """Shows a PDF. Zoom is relative to the width of the view: 1.0 fits it.

    Signals: page_changed(number from 1, pages); zoom_changed(zoom).
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PdfPages | None = None
        self._generation = 0
        self._zoom = 1.0
        self._tops: list[int] = []
        self._heights: list[int] = []
        self._wide = 0
        self._pictures: dict[int, QImage] = {}
        self._old: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Preview of the briefing"))
        self.verticalScrollBar().setSingleStep(40)

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._pages.sizes) if self._pages else 0

    @property
    def page(self) -> int:
        """The page at the middle of the view, counted from 1; 0 without pages."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large pages are against the width of the view."""
        return self._zoom

    @property
    def drawn(self) -> bool:
        """Whether every page in view is drawn sharp."""
        return bool(self._pages) and all(number in self._pictures for number in self._visible())

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show another PDF at the place where the old one was; takes it over and closes the old one."""
        old, self._pages = self._pages, pages
        if old is not None:
            old.close()
        self._old = self._pictures
        self._forget()
        self._lay_out()

    def set_zoom(self, zoom: float) -> None:
        """Make pages larger or smaller; the middle of the view stays where it is."""
        zoom = min(max(zoom, SMALLEST), LARGEST)
        if abs(zoom - self._zoom) < 0.001:
            return
        self._zoom = zoom
        self._old = self._pictures
        self._forget()
        self._lay_out()
        self.zoom_changed.emit(zoom)

    def go_to(self, page: int) -> None:
        """Bring the head of a page, counted from 1, into view."""
        if 1 <= page <= self.count:
            self.verticalScrollBar().setValue(self._tops[page - 1] - M)

    def _forget(self) -> None:
        self._generation += 1
        self._pictures = {}
        self._asked = set()

    # Layout

    def _lay_out(self) -> None:
        bar, sideways = self.verticalScrollBar(), self.horizontalScrollBar()
        before = (bar.value() + bar.pageStep() / 2) / max(self._whole(), 1)
        self._wide = max(int((self.viewport().width() - 2 * M) * self._zoom), 40)
        self._tops, self._heights, y = [], [], M
        for width, height in self._pages.sizes if self._pages else ():
            self._tops.append(y)
            self._heights.append(round(self._wide * height / width))
            y += self._heights[-1] + M
        view = self.viewport().size()
        bar.setPageStep(view.height())
        bar.setRange(0, max(self._whole() - view.height(), 0))
        sideways.setPageStep(view.width())
        sideways.setRange(0, max(self._wide + 2 * M - view.width(), 0))
        if self._page and bar.value():
            bar.setValue(int(before * self._whole() - view.height() / 2))
        self._tell_page()
        self.viewport().update()

    def _whole(self) -> int:
        return self._tops[-1] + self._heights[-1] + M if self._tops else 0

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [n for n, y in enumerate(self._tops) if y < bottom and y + self._heights[n] > top]

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = sum(1 for y in self._tops if y <= middle) if self._tops else 0
        page = max(page, 1) if self._tops else 0
        if page != self._page or self._tops:
            self._page = page
            self.page_changed.emit(page, self.count)

    def _rect(self, number: int) -> QRect:
        x = M - self.horizontalScrollBar().value()
        spare = self.viewport().width() - self._wide - 2 * M
        corner = QPoint(x + max(spare // 2, 0), self._tops[number] - self.verticalScrollBar().value())
        return QRect(corner, QSize(self._wide, self._heights[number]))

    # Pictures

    def _ask_for(self, number: int) -> None:
        if number in self._asked or self._pages is None:
            return
        self._asked.add(number)
        pages, generation = self._pages, self._generation
        pixels = round(self._wide * self.devicePixelRatioF())
        run(
            lambda: pages.picture(number, pixels),
            lambda picture: self._take(generation, number, picture),
            owner=self,
            topic=f"page {number}",
        )

    def _take(self, generation: int, number: int, picture: QImage) -> None:
        if generation != self._generation or picture.isNull():
            return
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[number] = picture
        self._old.pop(number, None)
        seen = self._visible()
        for far in [n for n in self._pictures if n not in seen][: max(len(self._pictures) - KEPT, 0)]:
            del self._pictures[far]
            self._asked.discard(far)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view; one that is not drawn yet shows its last picture, or paper."""
        colours = tokens(self.palette())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(colours.canvas))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for number in self._visible():
                rect = self._rect(number)
                painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor(colours.edge))
                picture = self._pictures.get(number)
                if picture is not None:
                    painter.drawImage(rect.topLeft(), picture)
                    continue
                painter.fillRect(rect, QColor("#FFFFFF"))
                if number in self._old:
                    painter.drawImage(rect, self._old[number])
                self._ask_for(number)

    # Keys and wheel

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._old = self._pictures or self._old
            self._forget()
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew where one scrolled to."""
        self._tell_page()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.set_zoom(self._zoom * (STEP if turned > 0 else 1 / STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys go from page to page, plus and minus zoom, 0 fits the width."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom * STEP)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom / STEP)
        elif key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif key == Qt.Key.Key_PageDown:
            self.go_to(min(self._page + 1, self.count))
        elif key == Qt.Key.Key_PageUp:
            self.go_to(max(self._page - 1, 1))
        elif key == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)
