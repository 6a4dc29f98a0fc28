"""Questions in a line at the bottom of the window: a reason, a status, which incident stays.

Enter answers, Escape leaves. What was typed stays when the case refuses; the refusal is shown beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.theme import XS, M, S, mark
from incidents.record.codes import VERIFICATION
from incidents.search.results import Row

MOST_MERGED = 20


class Prompt(QFrame):
    """One question. Signals: answered, when Enter or the button was pressed; left, when it was given up."""

    answered = Signal()
    left = Signal()

    def __init__(self, question: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "card")
        self._problem = mark(QLabel(self), "problem")
        self._problem.setWordWrap(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.hide()
        self._line = QHBoxLayout()
        self._line.setSpacing(S)
        asked = mark(QLabel(question, self), "heading")
        asked.setTextFormat(Qt.TextFormat.PlainText)
        self._line.addWidget(asked)
        self.setAccessibleName(question)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(2_000)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.button = mark(QPushButton(verb, self), "primary")
        self.button.clicked.connect(self._answer)
        leave = QPushButton(self.tr("Cancel"), self)
        leave.clicked.connect(self.left)
        last = QHBoxLayout()
        last.setSpacing(S)
        last.addWidget(self.reason, 1)
        last.addWidget(self.button)
        last.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(XS)
        column.addLayout(self._line)
        column.addLayout(last)
        column.addWidget(self._problem)

    def add(self, control: QWidget, stretch: int = 0) -> None:
        """Put a control beside the question."""
        self._line.addWidget(control, stretch)

    def refuse(self, sentence: str) -> None:
        """Say why it could not be done; everything typed stays."""
        self._problem.setText(sentence)
        self._problem.show()
        self.button.setEnabled(True)
        self.reason.setFocus()

    @property
    def problem(self) -> str:
        """The refusal that is shown, or empty."""
        return self._problem.text() if not self._problem.isHidden() else ""

    def first_control(self) -> QWidget:
        """Where the focus starts."""
        return self.reason

    def _answer(self) -> None:
        self._problem.hide()
        self.button.setEnabled(False)  # one answer at a time; `refuse` enables it again
        self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.button.isEnabled():
            self._answer()
        else:
            super().keyPressEvent(event)


def name_of(rows: Sequence[Row]) -> str:
    """ "UKR-2022-0003" or "4 incidents"."""
    if len(rows) == 1:
        return rows[0].ref
    return QCoreApplication.translate("prompt", "{0} incidents").format(f"{len(rows):,}")


class WithdrawPrompt(Prompt):
    """Why incidents are withdrawn."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("prompt", "Withdraw {0}: why?").format(name_of(rows)), tr("prompt", "Withdraw"), parent
        )
        self.ids: list[UUID] = [row.id for row in rows]
        self.reason.setPlaceholderText(
            self.tr("For example: entered twice. It stays in the case and can be restored.")
        )


class StatusPrompt(Prompt):
    """Which verification status incidents get, and why."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(
            tr("prompt", "Status of {0}").format(name_of(rows)), tr("prompt", "Set status"), parent
        )
        self.ids: list[UUID] = [row.id for row in rows]
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Status"))
        for code, term in VERIFICATION.items():
            if code != "withdrawn":
                self.choice.addItem(tr("codes", term.label), code)
        self.choice.setCurrentIndex(max(self.choice.findData(rows[0].status), 0))
        self.choice.currentIndexChanged.connect(lambda _index: self._explain())
        self.alone = QCheckBox(self.tr("Reviewed by the person who entered it (will be printed)"), self)
        self._meaning = mark(QLabel(self), "soft")
        self.add(self.choice)
        self.add(self._meaning, 1)
        self.add(self.alone)
        self._explain()

    @property
    def status(self) -> str:
        """The status chosen."""
        return str(self.choice.currentData())

    def first_control(self) -> QWidget:
        return self.choice

    def _explain(self) -> None:
        meaning = QCoreApplication.translate("codes", VERIFICATION[self.status].meaning)
        self._meaning.setToolTip(meaning)
        room = 420
        self._meaning.setText(
            self._meaning.fontMetrics().elidedText(meaning, Qt.TextElideMode.ElideRight, room)
        )
        self.alone.setVisible(self.status == "verified")
        needed = self.status in ("verified", "refuted")
        self.reason.setPlaceholderText(
            self.tr("Reasons (needed)") if needed else self.tr("Reasons (for the journal)")
        )


class MergePrompt(Prompt):
    """Which of several incidents stays; the others are withdrawn and point to it."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        question = tr("prompt", "Merge {0}. Keep the facts of").format(name_of(rows))
        super().__init__(question, tr("prompt", "Merge"), parent)
        self._rows = list(rows)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Incident that stays"))
        self.choice.setMinimumContentsLength(24)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for row in rows:
            self.choice.addItem(f"{row.ref}  {row.title}", row.id)
        # The incident with the most claims is the likely survivor.
        self.choice.setCurrentIndex(max(range(len(rows)), key=lambda at: rows[at].claims))
        self.add(self.choice, 1)
        self.reason.setPlaceholderText(
            self.tr("Reason (for the journal). Claims, tags and links of all are kept.")
        )

    @property
    def keep(self) -> UUID:
        """The incident that stays."""
        return self._rows[self.choice.currentIndex()].id

    @property
    def others(self) -> list[UUID]:
        """The incidents that go."""
        return [row.id for row in self._rows if row.id != self.keep]

    def first_control(self) -> QWidget:
        return self.choice
