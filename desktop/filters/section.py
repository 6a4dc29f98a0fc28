"""A part of the pane under a heading that opens and closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.widgets import icons
from desktop.widgets.theme import M, S, mark
from incidents.search.filter import Filter
from incidents.search.results import Facets


class Part(QWidget):
    """What a section holds: one kind of condition.

    Signals: changed, after the person chose something else here.
    """

    changed = Signal()

    def take(self, wanted: Filter) -> None:
        """Show the conditions of this kind."""
        raise NotImplementedError

    def give(self, wanted: Filter) -> Filter:
        """The filter with this part's conditions in place of its own."""
        raise NotImplementedError

    def show_facets(self, facets: Facets) -> None:
        """New counts have come."""


class Section(QWidget):
    """Heading and body; the heading says how many conditions are set while the body is closed."""

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, *, opened: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = body
        self.heading = mark(QToolButton(self), "section")
        self.heading.setText(title)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(12, 12))
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.clicked.connect(lambda: self.set_open(not self.is_open))
        self._active = mark(QLabel(self), "caption")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, M, 0)
        line.addWidget(self.heading)
        line.addStretch(1)
        line.addWidget(self._active)
        self._inside = QWidget(self)
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(M, 0, M, S)
        inner.setSpacing(0)
        inner.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._inside)
        self.set_open(opened)

    @property
    def is_open(self) -> bool:
        """Whether the body shows."""
        return not self._inside.isHidden()

    def set_open(self, opened: bool) -> None:
        """Open or close the section."""
        self._inside.setVisible(opened)
        self.heading.setIcon(icons.icon("down" if opened else "right"))
        state = self.tr("open") if opened else self.tr("closed")
        self.heading.setAccessibleDescription(state)
        self.toggled.emit(opened)

    def say_active(self, number: int) -> None:
        """How many conditions are set in here."""
        self._active.setText(self.tr("{0} set").format(number) if number else "")
