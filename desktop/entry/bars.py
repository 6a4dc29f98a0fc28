"""Two slim bars of the form: one offers a half-typed incident again, the other shows likely twins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets import theme
from incidents.record.codes import TYPES
from incidents.record.dates_said import describe_date
from incidents.search.results import Row

MOST_TWINS = 3


def _plain(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


class OfferBar(QFrame):
    """ "You were entering an incident at 14:05." with Continue and Discard."""

    continue_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, "bar")
        self._text = _plain()
        self.go_on = QPushButton(self.tr("&Continue"))
        self.discard = theme.mark(QPushButton(self.tr("Discard")), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.addWidget(self._text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.discard)
        self.go_on.clicked.connect(self.continue_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.hide()

    def offer(self, at: datetime, ref: str) -> None:
        """Ask about what was typed at this time; `ref` is the incident that was being changed, if any."""
        moment = at.astimezone()
        today = moment.date() == datetime.now().astimezone().date()
        said = f"{moment:%H:%M}" if today else f"{moment.day} {moment:%B}, {moment:%H:%M}"
        if ref:
            self._text.setText(self.tr("You were changing %s at %s.") % (ref, said))
        else:
            self._text.setText(self.tr("You were entering an incident at %s.") % said)
        self.show()


class TwinBar(QFrame):
    """ "2 likely twins", each with what can be done about it.

    Signals: add_wanted(UUID), show_wanted(UUID).
    """

    add_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, "sunken")
        self._title = theme.mark(_plain(), "warning")
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        self._column.setSpacing(theme.XS)
        self._column.addWidget(self._title)
        self.rows: list[Row] = []
        self.hide()

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
        layout.addWidget(_plain(twin_line(row)), 1)
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
