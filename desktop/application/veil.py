"""What lies over the window while something is dragged over it: what will happen when it is dropped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.widgets import icons
from desktop.widgets.theme import XL, font, tokens


class DropVeil(QWidget):
    """Says one thing and takes no part in anything."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """Cover the window and say this."""
        self._words = words
        self.setAccessibleName(words)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    @property
    def text(self) -> str:
        """What it says, empty while it is hidden."""
        return self._words if not self.isHidden() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil, a dashed frame, the words."""
        colours = tokens(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QColor(colours.canvas)
            ground.setAlpha(246)
            painter.fillRect(self.rect(), ground)
            frame = QRectF(self.rect()).adjusted(XL, XL, -XL, -XL)
            painter.setPen(QPen(QColor(colours.focus), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 10, 10)
            middle = frame.center()
            sign = QRectF(middle.x() - 24, middle.y() - 64, 48, 48)
            icons.paint(painter, sign, "report", QColor(colours.focus))
            painter.setFont(font("title"))
            painter.setPen(QColor(colours.text))
            words = QRectF(frame.left(), middle.y(), frame.width(), 60)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._words)
