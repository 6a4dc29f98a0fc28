"""The active conditions as chips, each with a button to take it away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.filters.conditions import Condition
from desktop.widgets import icons
from desktop.widgets.flow import FlowLayout
from desktop.widgets.theme import XS, mark
from incidents.search.filter import Filter

_WIDEST = 190
_TALLEST = 108


class _Remove(QToolButton):
    """The cross of a chip; Delete and Backspace press it too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Chip(QFrame):
    """One condition."""

    removed = Signal(Filter)

    def __init__(self, condition: Condition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.condition = condition
        mark(self, "chip")
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        text = " ".join(condition.text.split())
        label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST))
        self.button = mark(_Remove(self), "chip")
        self.button.setIcon(icons.icon("close"))
        self.button.setIconSize(QSize(10, 10))
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = self.tr("Take away the condition {0}").format(text)
        self.button.setAccessibleName(said)
        self.button.clicked.connect(lambda: self.removed.emit(condition.without))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 1, 1, 1)
        row.setSpacing(2)
        row.addWidget(label)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What the condition says."""
        return self.condition.text


class _Flow(QScrollArea):
    """The chips themselves; scrolls when they are too many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self.inside = mark(QWidget(self), "pane")
        self.flow = FlowLayout(self.inside, spacing=XS)
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as tall as the chips are, up to a limit."""
        self.setFixedHeight(min(self.flow.heightForWidth(max(self.viewport().width(), 60)), _TALLEST))


class Chips(QWidget):
    """All chips and "Clear all"; takes no room while nothing is filtered.

    Signals: wanted(Filter), the filter that is left when a chip was taken away.
    """

    wanted = Signal(Filter)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = _Flow(self)
        self.clear = mark(QPushButton(self.tr("Clear all"), self), "link")
        self.clear.clicked.connect(lambda: self.wanted.emit(Filter()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def chips(self) -> list[Chip]:
        """The chips from first to last."""
        flow = self._area.flow
        items = (flow.itemAt(n) for n in range(flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Chip)]

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show these conditions instead of the present ones; the focus stays in the line of chips."""
        old = self.chips()
        if [chip.condition for chip in old] == list(conditions):
            return
        focused = next((n for n, chip in enumerate(old) if chip.button.hasFocus()), None)
        while self._area.flow.count():
            self._area.flow.takeAt(0)
        for chip in old:
            chip.hide()
            chip.deleteLater()
        new = [self._chip(condition) for condition in conditions]
        self.setVisible(bool(new))
        if focused is not None and new:
            new[min(focused, len(new) - 1)].button.setFocus()
        self._area.fit()

    def _chip(self, condition: Condition) -> Chip:
        chip = Chip(condition, self._area.inside)
        chip.removed.connect(self.wanted)
        self._area.flow.addWidget(chip)
        chip.show()
        return chip
