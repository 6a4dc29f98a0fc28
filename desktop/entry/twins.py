"""Warns of likely twins while one types: incidents of the case that may be the very one that is being entered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.entry.frame import quiet_line
from desktop.widgets import theme
from incidents.record.codes import TYPES, IncidentType
from incidents.record.dates import When
from incidents.record.dates_said import describe_date
from incidents.record.place import Place
from incidents.search.results import Row

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

MOST_TWINS = 3


class TwinBar(QFrame):
    """ "2 likely twins", each with what can be done about it.

    Signals: add_wanted(UUID), show_wanted(UUID).
    """

    add_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._asked: object = None
        theme.mark(self, "sunken")
        self._title = theme.mark(quiet_line(), "warning")
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        self._column.setSpacing(theme.XS)
        self._column.addWidget(self._title)
        self.rows: list[Row] = []
        self.hide()

    def look(self, kind: IncidentType | None, when: When, place: Place | None, editing: UUID | None) -> None:
        """Ask for twins of an incident of this type, time and place, unless that was asked last."""
        from incidents.search.questions import Twins

        wanted = (kind, when, place, editing)
        if wanted == self._asked:
            return
        self._asked = wanted
        if kind is None or place is None or not when.known:
            self.show_twins(())
            return
        question = Twins(kind.code, when, place, other_than=editing)
        self._case.ask(question, self.show_twins, owner=self, topic="twins")

    def forget(self) -> None:
        """Another incident is being entered."""
        self._asked = None
        self.show_twins(())

    def show_twins(self, rows: Sequence[Row]) -> None:
        """Show these incidents, or nothing."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            return
        self.rows = list(rows)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(row) for row in self.rows[:MOST_TWINS]]
        for line in self._lines:
            self._column.addWidget(line)
        self._title.setText(_twins_said(len(rows)))
        self.setVisible(bool(rows))

    def _line(self, row: Row) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(quiet_line(twin_line(row)), 1)
        add = theme.mark(QPushButton(self.tr("Add this as a claim to it")), "link")
        show = theme.mark(QPushButton(self.tr("Show")), "link")
        add.setAccessibleName(self.tr("Add this as a claim to %s") % row.ref)
        show.setAccessibleName(self.tr("Show %s") % row.ref)
        identity: UUID = row.id
        add.clicked.connect(lambda: self.add_wanted.emit(identity))
        show.clicked.connect(lambda: self.show_wanted.emit(identity))
        layout.addWidget(add)
        layout.addWidget(show)
        return holder


def _twins_said(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("TwinBar", "1 likely twin in this case:")
    return QCoreApplication.translate("TwinBar", "%d likely twins in this case:") % number


def twin_line(row: Row) -> str:
    """ "UKR-2022-0003 Evacuation, Mariupol, Sunday 1 May 2022"."""
    kind = TYPES[row.type].label if row.type in TYPES else row.type
    when = describe_date(row.when) if row.when.known else ""
    return f"{row.ref} " + ", ".join(part for part in (kind, row.place, when) if part)
