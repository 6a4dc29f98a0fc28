"""Saved filters: apply one with a click, keep the present one under a name, remove one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import icons
from desktop.widgets.field import Line, Tone
from desktop.widgets.theme import XS, mark
from incidents.errors import VigilError
from incidents.search.filter import Filter

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class SavedPart(QWidget):
    """Signals: applied(Filter)."""

    applied = Signal(Filter)

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_case = open_case
        self._saved: dict[str, Filter] = {}
        self._present = Filter()
        self._shown: tuple[object, ...] = ()
        self._lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._none = Line(self.tr("No filter is saved yet."))
        self.save = QPushButton(self.tr("Save this filter…"), self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name of the filter"))
        self.name.setAccessibleName(self.tr("Name of the filter"))
        self.name.setMaxLength(80)
        self.keep = mark(QPushButton(self.tr("Save"), self), "primary")
        self._echo = Line()
        self._form = QWidget(self)
        self._lay_out()
        self.save.clicked.connect(self._ask_name)
        self.name.returnPressed.connect(self._save)
        self.name.textChanged.connect(self._say_replaced)
        self.keep.clicked.connect(self._save)
        self.reload()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(XS)
        line.addWidget(self.name, 1)
        line.addWidget(self.keep)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(XS)
        form.addLayout(line)
        form.addWidget(self._echo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(self._list)
        column.addWidget(self._none)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._form)
        self._form.hide()

    # -- what is shown

    def reload(self) -> None:
        """Ask the case for its saved filters."""
        from incidents.search import questions as ask

        self._open_case.ask(ask.SavedFilters(), self._arrived, owner=self, topic="saved")

    def _arrived(self, saved: Sequence[tuple[str, Filter]]) -> None:
        self._saved = dict(saved)
        self._show()

    def take(self, wanted: Filter) -> None:
        """The filter that would be saved."""
        self._present = wanted
        self._show()

    def _show(self) -> None:
        read_only = self._open_case.info.read_only
        self._none.setVisible(not self._saved)
        self.save.setVisible(not read_only and self._form.isHidden())
        self.save.setEnabled(not self._present.empty and self._present not in self._saved.values())
        wanted = (tuple(self._saved.items()), self._present, read_only)
        if wanted == self._shown:
            return
        self._shown = wanted
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(name, kept, read_only) for name, kept in self._saved.items()]
        for line in self._lines:
            self._list.addWidget(line)

    def _line(self, name: str, kept: Filter, read_only: bool) -> QWidget:
        line = QWidget(self)
        apply = mark(QPushButton(line), "link")
        apply.setText(name.replace("&", "&&"))
        apply.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        apply.setAccessibleName(self.tr("Apply the saved filter {0}").format(name))
        apply.clicked.connect(lambda: self.applied.emit(kept))
        font = apply.font()
        font.setBold(kept == self._present)
        apply.setFont(font)
        remove = mark(QToolButton(line), "chip")
        remove.setIcon(icons.icon("close"))
        remove.setIconSize(QSize(10, 10))
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.setAccessibleName(self.tr("Remove the saved filter {0}").format(name))
        remove.clicked.connect(lambda: self._remove(name))
        remove.setVisible(not read_only)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(apply, 1)
        row.addWidget(remove)
        return line

    # -- what the person does

    def _ask_name(self) -> None:
        self._form.show()
        self.save.hide()
        self.name.clear()
        self.name.setFocus()

    def _say_replaced(self, text: str) -> None:
        known = text.strip() in self._saved
        self._echo.say(self.tr("Replaces the saved filter of this name.") if known else "", Tone.WARNING)

    def _save(self) -> None:
        from incidents import operations as do

        self._open_case.perform(
            do.SaveFilter(self.name.text(), self._present), self._kept, owner=self, failed=self._refused
        )

    def _kept(self, _outcome: object) -> None:
        self._form.hide()
        self._show()
        self.save.setFocus()

    def _refused(self, error: VigilError) -> None:
        self._echo.say(str(error), Tone.DANGER)

    def _remove(self, name: str) -> None:
        from incidents import operations as do

        self._open_case.perform(do.RemoveFilter(name), owner=self)
