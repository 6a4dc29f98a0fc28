"""The margin beside a report's text: the number of the card at every passage that a suggestion was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.desk import looks
from desktop.widgets.theme import font, tokens

if TYPE_CHECKING:
    from desktop.desk.text import ReportText

WIDTH = 38
_TALL = 18


class Margin(QWidget):
    """Numbers of the cards, each as high as its passage; a click chooses the card."""

    def __init__(self, text: ReportText) -> None:
        super().__init__(text)
        self._text = text
        self._placed: list[tuple[QRectF, object]] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Numbers of the suggestions"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers; where two passages begin in one line the later one stands beneath."""
        colours, face = tokens(self.palette()), font("caption", bold=True)
        self._placed, taken = [], -_TALL
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(face)
            wide = painter.fontMetrics().horizontalAdvance
            for each, line, current in sorted(self._text.numbers(), key=lambda found: found[1]):
                if each.state == "rejected":
                    continue
                top = max(line + 3, taken + _TALL + 2)
                taken = top
                said = str(each.number)
                width = max(wide(said) + 8, _TALL)
                body = QRectF(WIDTH - width - 5.5, top + 0.5, width, _TALL - 1)
                ink = looks.family_of(each.type).ink(colours)
                handled = each.state != "open"
                painter.setPen(QPen(QColor(colours.edge if handled else ink.line), 1))
                painter.setBrush(QColor(colours.surface if handled else ink.line if current else ink.ground))
                painter.drawRoundedRect(body, 4, 4)
                painter.setPen(
                    QColor(colours.soft if handled else colours.surface if current else colours.text)
                )
                painter.drawText(body, Qt.AlignmentFlag.AlignCenter, said)
                self._placed.append((body, each.id))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for body, identity in self._placed:
            if body.contains(event.position()):
                self._text.passage_clicked.emit(identity)
                return
