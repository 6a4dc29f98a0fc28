"""A section of the form: a heading and fields in two columns, or in one where there is little room.

Everything is given its parent when it is made: under a style sheet, Qt restyles a whole subtree each time it moves
to another parent, which made the form three times slower to build.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.entry.state import State
from desktop.widgets import theme
from desktop.widgets.field import Field

# From this width on, in pixels, two fields stand beside each other.
TWO_COLUMNS_FROM = 340


@dataclass(slots=True)
class _Cell:
    widget: QWidget
    wide: bool
    shown: bool = True


class Columns(QWidget):
    """Lays its widgets out in reading order, in one column or two; hidden ones leave no gap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: list[_Cell] = []
        self._two: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.L)
        self._grid.setVerticalSpacing(theme.M)

    def put(self, widget: QWidget, *, wide: bool = False, shown: bool = True, at: int | None = None) -> None:
        """Add a widget, over both columns when `wide`, at the end or at a position."""
        if widget.parentWidget() is not self:
            widget.setParent(self)
        self._cells.insert(len(self._cells) if at is None else at, _Cell(widget, wide, shown))
        self._two = None
        if not shown:
            widget.hide()
        elif self.isVisible():
            self.arrange()

    def set_shown(self, widget: QWidget, shown: bool) -> None:
        """Show or hide a widget and close the gap."""
        for cell in self._cells:
            if cell.widget is widget and cell.shown != shown:
                cell.shown = shown
                widget.setVisible(shown)
                self.arrange()

    def arrange(self) -> None:
        """Put every shown widget into its place."""
        two = self.width() >= TWO_COLUMNS_FROM
        self._two = two
        for cell in self._cells:  # not takeAt: its items would live on and hold stale sizes of the widgets
            self._grid.removeWidget(cell.widget)
        row = column = 0
        for cell in self._cells:
            if not cell.shown:
                continue
            if cell.wide or not two:
                row += column
                self._grid.addWidget(cell.widget, row, 0, 1, 2)
                row, column = row + 1, 0
            else:
                self._grid.addWidget(cell.widget, row, column)
                row, column = (row + 1, 0) if column else (row, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if two else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one and two columns."""
        super().resizeEvent(event)
        if (self.width() >= TWO_COLUMNS_FROM) != self._two:
            self.arrange()


class Section(QWidget):
    """Base of all sections.

    Attributes: fields, by the path that problems name them with ("date", "figures.killed").
    Signals: changed, after every change of what would be recorded.
    """

    changed = Signal()

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.columns = Columns(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.M)
        if heading:
            self.column.addWidget(heading_line(heading, self))
        self.column.addWidget(self.columns)

    def field(self, label: str, control: QWidget, *, hint: str = "") -> Field:
        """Make a field of this section."""
        return Field(label, control, hint=hint, parent=self.columns)

    def add(self, path: str, field: Field, *, wide: bool = False, shown: bool = True) -> Field:
        """Add a field under the path that its problems carry."""
        self.fields[path] = field
        self.columns.put(field, wide=wide, shown=shown)
        return field

    # What every section can do; the form asks all of them in turn.
    def state(self) -> State:
        """What stands in the section, as raw text."""
        return {}

    def restore(self, state: State) -> None:
        """Show a state again."""

    def parts(self) -> dict[str, object]:
        """What the section gives to an `IncidentDraft`, by field name."""
        return {}


def heading_line(text: str, parent: QWidget) -> QWidget:
    """A heading with a thin line after it."""
    holder = QWidget(parent)
    row = QGridLayout(holder)
    row.setContentsMargins(0, theme.S, 0, 0)
    label = theme.mark(QLabel(text, holder), "heading")
    line = QFrame(holder)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.foregroundRole().Mid)
    row.addWidget(label, 0, 0)
    row.addWidget(line, 0, 1)
    row.setColumnStretch(1, 1)
    return holder
