"""The journal of an incident: who changed what, when and why, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.inspector.journal_words import Change, StepTold
from desktop.inspector.words import moment
from desktop.widgets.plain import isolated, plain
from desktop.widgets.theme import XS, L, M, S, mark

_SHOWN_AT_FIRST = 30
_FIELDS_AT_FIRST = 6
_LONGEST = 600


class StepCard(QFrame):
    """One step: when and who, what it was called, why, and the fields."""

    def __init__(self, step: StepTold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "card")
        self.step = step
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(M, S, M, S)
        self._column.setSpacing(XS)
        title = plain(step.label, "heading", self)
        if step.undone:
            font = title.font()
            font.setStrikeOut(True)
            title.setFont(font)
        self._column.addWidget(plain(f"{moment(step.at)} · {isolated(step.actor)}", "caption", self))
        self._column.addWidget(title)
        if step.undone:
            self._column.addWidget(plain(self.tr("Undone later"), "warning", self))
        if step.why:
            self._column.addWidget(plain(self.tr("Why: {0}").format(isolated(step.why)), parent=self))
        self._fields(step.changes[:_FIELDS_AT_FIRST])
        rest = step.changes[_FIELDS_AT_FIRST:]
        if rest:
            self.more = mark(QPushButton(self.tr("More fields ({0})").format(len(rest)), self), "link")
            self.more.clicked.connect(lambda: self._show_rest(rest))
            self._column.addWidget(self.more)

    def _fields(self, changes: Sequence[Change]) -> None:
        for change in changes:
            self._column.addWidget(plain(change_words(change), parent=self))

    def _show_rest(self, rest: Sequence[Change]) -> None:
        self.more.hide()
        self._fields(rest)


class JournalPage(QWidget):
    """All steps; old ones of a long history come when asked for."""

    def __init__(self, steps: Sequence[StepTold], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(M, M, M, L)
        self._column.setSpacing(S)
        self.cards: list[StepCard] = []
        self._add(steps[:_SHOWN_AT_FIRST])
        rest = steps[_SHOWN_AT_FIRST:]
        if rest:
            self.older = QPushButton(self.tr("Older steps ({0})").format(len(rest)), self)
            self.older.clicked.connect(lambda: self._show_older(rest))
            self._column.addWidget(self.older)
        self._column.addStretch(1)

    def _add(self, steps: Sequence[StepTold]) -> None:
        for step in steps:
            card = StepCard(step, self)
            self.cards.append(card)
            self._column.insertWidget(len(self.cards) - 1, card)

    def _show_older(self, steps: Sequence[StepTold]) -> None:
        self.older.hide()
        self._add(steps)


def change_words(change: Change) -> str:
    """ "Title: before → after", or "Title: after" for what was new."""
    after = isolated(_short(change.after))
    if not change.before:
        return f"{change.name}: {after}"
    return f"{change.name}: {isolated(_short(change.before))} → {after}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
