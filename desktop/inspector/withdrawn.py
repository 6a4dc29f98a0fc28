"""The notice over a withdrawn incident: why, where it went, and the way back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.plain import PlainLabel, isolated, showable
from desktop.widgets.theme import XS, S, mark
from incidents.record.incident import Incident


class WithdrawnBanner(QFrame):
    """Signals: restore_wanted; survivor_wanted(UUID), the incident that this one was merged into."""

    restore_wanted = Signal()
    survivor_wanted = Signal(UUID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "sunken")
        self._survivor: UUID | None = None
        self.reason = PlainLabel("", "", self)
        self.survivor = mark(QPushButton(self), "link")
        self.restore = QPushButton(self.tr("Restore"), self)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.restore)
        line.addWidget(self.survivor)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(XS)
        column.addWidget(self.reason)
        column.addLayout(line)
        self.restore.clicked.connect(self.restore_wanted)
        self.survivor.clicked.connect(self._go)
        self.hide()

    def show_incident(self, incident: Incident, survivor_ref: str, *, writable: bool) -> None:
        """Say why the incident is withdrawn; hidden for one that is not."""
        self._survivor = incident.survivor
        why = incident.withdrawn or incident.verification_why or self.tr("no reason recorded")
        self.reason.say(self.tr("Withdrawn: {0}").format(isolated(why)))
        self.survivor.setText(self.tr("Go to {0}").format(showable(survivor_ref)))
        self.survivor.setVisible(incident.survivor is not None)
        self.restore.setVisible(writable)
        self.setVisible(incident.verification == "withdrawn")

    def _go(self) -> None:
        if self._survivor is not None:
            self.survivor_wanted.emit(self._survivor)
