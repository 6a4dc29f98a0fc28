"""Setting the status of the shown incident: every status with its entry condition, the reason, nothing in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.badges import StatusBadge
from desktop.widgets.field import Line, Tone
from desktop.widgets.theme import XS, S, mark
from incidents.record.codes import VERIFICATION
from incidents.record.incident import Incident
from incidents.record.verification import entry_problems


class StatusPanel(QFrame):
    """Signals: answered(status, reason, self-review); left, when it was given up."""

    answered = Signal(str, str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "sunken")
        self._incident: Incident | None = None
        self.choices: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.condition = Line()
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why"))
        self.reason.setMaxLength(2_000)
        self.alone = QCheckBox(self.tr("Self-review (no second person; this is printed)"), self)
        self.problem = Line("", Tone.DANGER)
        self.set = mark(QPushButton(self.tr("Set status"), self), "primary")
        self._leave = QPushButton(self.tr("Cancel"), self)
        self._lay_out()
        self._group.buttonToggled.connect(lambda *_: self._explain())
        self.reason.returnPressed.connect(self._answer)
        self.reason.textChanged.connect(lambda _: self._explain())
        self.alone.toggled.connect(lambda _: self._explain())
        self.set.clicked.connect(self._answer)
        self._leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        column.setSpacing(XS)
        for code, term in VERIFICATION.items():
            if code == "withdrawn":
                continue  # that is an operation of its own, with another question
            line = QHBoxLayout()
            line.setSpacing(S)
            choice = QRadioButton(self)
            choice.setAccessibleName(term.label)
            choice.setAccessibleDescription(term.meaning)
            badge = StatusBadge(code, self)
            badge.setToolTip(term.meaning)
            line.addWidget(choice)
            line.addWidget(badge)
            line.addStretch(1)
            column.addLayout(line)
            self._group.addButton(choice)
            self.choices[code] = choice
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self.set)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        for widget in (self.condition, self.reason, self.alone, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)

    def ask(self, incident: Incident) -> None:
        """Ask about this incident."""
        self._incident = incident
        self.reason.clear()
        self.alone.setChecked(False)
        self.problem.say("")
        self.set.setEnabled(True)
        chosen = self.choices.get(incident.verification) or self.choices["unassessed"]
        chosen.setChecked(True)
        self._explain()
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def status(self) -> str:
        """The status that is chosen."""
        return next((code for code, choice in self.choices.items() if choice.isChecked()), "")

    def refuse(self, sentence: str) -> None:
        """Say why it could not be done; everything typed stays."""
        self.problem.say(sentence)
        self.set.setEnabled(True)
        self.reason.setFocus()

    def _explain(self) -> None:
        """The condition of the chosen status, and whether this incident meets it, before anything is tried."""
        if self._incident is None or not self.status:
            return
        self.alone.setVisible(self.status == "verified")
        found = entry_problems(
            self._incident,
            self.status,
            actor="",  # who acts is known to the case; the second-person rule is answered there
            author=self._incident.entered_by,
            why=self.reason.text(),
            self_review=self.alone.isChecked(),
        )
        term = VERIFICATION[self.status]
        missing = " ".join(problem.text for problem in found)
        self.condition.say(f"{term.label}. {term.meaning}" + (f"\n{missing}" if missing else ""))
        self.condition.say(self.condition.text(), Tone.WARNING if missing else Tone.SOFT)
        self.problem.say("")

    def _answer(self) -> None:
        if self.status:
            self.set.setEnabled(False)
            self.answered.emit(
                self.status, self.reason.text(), self.alone.isChecked() and self.status == "verified"
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
