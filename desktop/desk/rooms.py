"""The three rooms of the desk side by side, and how the entry form gets the room of two of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.widgets.theme import mark

LEAST = (230, 320, 300)


class Rooms(QSplitter):
    """Inbox, text, suggestions; or text and form."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left, self._right = left, right
        self._form: QWidget | None = None
        self._widths: list[int] = []  # before the form came
        self._wanted: list[int] | None = (
            None  # to be arranged once there is room for it; [] for the usual widths
        )
        self._last = QStackedWidget(self)
        self._last.addWidget(right)
        self.setHandleWidth(5)
        self.setChildrenCollapsible(False)
        for number, (part, least) in enumerate(zip((left, middle, self._last), LEAST, strict=True)):
            mark(part, "pane")
            part.setMinimumWidth(least)
            self.addWidget(part)
            self.setStretchFactor(number, int(number == 1))

    @property
    def editing(self) -> bool:
        """Whether the form is there."""
        return self._form is not None and self._last.currentWidget() is self._form

    def open_form(self, form: QWidget) -> None:
        """Show the form beside the text, in the place of the suggestions and of the inbox."""
        if not self.editing:
            self._widths = self.sizes()
        self._form = form
        self._last.addWidget(form)
        self._last.setCurrentWidget(form)
        self._left.hide()
        side = min(max(self.width() * 52 // 100, 520), 860)
        self.setSizes([0, self.width() - side, side])

    def close_form(self) -> None:
        """Back to what was there before."""
        self._left.show()
        self._last.setCurrentWidget(self._right)
        if self._widths:
            self.setSizes(self._widths)

    def widths(self) -> list[int]:
        """What is to be remembered."""
        if self._wanted:
            return self._wanted
        return self._widths if self.editing else self.sizes()

    def arrange(self, widths: object) -> None:
        """Take back what `widths` gave; anything else is left out, and the width of the window decides."""
        told = widths if isinstance(widths, list) else []
        self._wanted = told if len(told) == 3 and all(_is_width(n) for n in told) else []
        if self.isVisible():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """What was wanted before there was a width is done now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self.editing:
            self.setSizes(wanted or self._usual())

    def _usual(self) -> list[int]:
        width = self.width()
        left = 240 if width < 1100 else 280 if width < 1500 else 320
        right = 318 if width < 1100 else 370 if width < 1500 else 420
        return [left, max(width - left - right, LEAST[1]), right]


def _is_width(value: object) -> bool:
    return isinstance(value, int) and 0 < value < 10_000
