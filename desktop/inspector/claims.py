"""The claims of an incident: who says what, in which words, and how far each can be trusted."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.inspector import words
from desktop.widgets.badges import GradeBadge
from desktop.widgets.flow import FlowLayout
from desktop.widgets.plain import isolated, plain
from desktop.widgets.theme import XS, L, M, S, mark
from incidents.record.codes import STANCE
from incidents.record.grades import grade_in_words, same_origin_hint
from incidents.record.incident import Claim, Incident, Report
from incidents.record.suggestion import Passage

_STANCE_LOOKS = {"supports": "good", "contradicts": "problem"}


class ClaimCard(QFrame):
    """Signals: headline_wanted(UUID of the claim), edit_wanted, report_wanted(UUID of the report, Passage or None)."""

    headline_wanted = Signal(UUID)
    edit_wanted = Signal()
    report_wanted = Signal(object, object)

    def __init__(
        self, claim: Claim, incident: Incident, *, writable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        mark(self, "card")
        self.claim = claim
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(M, S, M, S)
        self._column.setSpacing(XS)
        self._rating()
        if claim.quote:
            self._column.addWidget(plain(f"“{claim.quote}”", parent=self))
        self._who()
        self._numbers(incident)
        self._remarks()
        self._buttons(incident, writable=writable)

    def _line(self, name: str, value: str, look: str = "") -> None:
        if value:
            said = f"{name}: {isolated(value)}" if name else value
            self._column.addWidget(plain(said, look, self))

    def _rating(self) -> None:
        claim = self.claim
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(GradeBadge(claim.grade, self))
        stance = mark(
            QLabel(words.label(STANCE, claim.stance), self), _STANCE_LOOKS.get(claim.stance, "soft")
        )
        line.addWidget(stance)
        line.addStretch(1)
        if claim.headline and not claim.withdrawn:
            headline = mark(QLabel(self.tr("★ Headline"), self), "good")
            headline.setToolTip(self.tr("The incident's headline figures come from this claim."))
            line.addWidget(headline)
        self._column.addLayout(line)
        if claim.withdrawn:
            self._line(self.tr("Withdrawn"), claim.withdrawn, "problem")
        self._line("", grade_in_words(claim.grade), "caption")
        self._line(self.tr("Why"), claim.rating_why, "caption")

    def _who(self) -> None:
        claim = self.claim
        self._line(self.tr("Said by"), claim.attributed_to)
        self._line(self.tr("Called it"), claim.reported_as)
        if claim.report:
            self._line(self.tr("In"), report_words(claim.report))
            self._line("", claim.report.url, "caption")
        self._line(self.tr("Origin"), claim.origin, "caption")

    def _numbers(self, incident: Incident) -> None:
        for kind, figure in self.claim.figures.items():
            self._line(words.kind_word(incident.type, kind), words.figure_words(figure))

    def _remarks(self) -> None:
        claim = self.claim
        self._line(self.tr("Note"), claim.note, "caption")
        if claim.rated_by:
            rated = self.tr("Rated by {0}, {1}").format(
                isolated(claim.rated_by), words.moment(claim.rated_at)
            )
            self._line("", rated, "caption")

    def show_report(self) -> None:
        """Ask for the report, at the place of the quote where that is known."""
        claim = self.claim
        if claim.report is not None:
            known = claim.quote_start is not None and claim.quote_end is not None
            passage = Passage(claim.quote_start or 0, claim.quote_end or 0) if known else None
            self.report_wanted.emit(claim.report.id, passage)

    def _buttons(self, incident: Incident, *, writable: bool) -> None:
        line = FlowLayout(spacing=XS)
        if writable:
            self.edit = self._button(self.tr("Edit…"), self.tr("Edit the incident and its claims"))
            self.edit.clicked.connect(self.edit_wanted)
            line.addWidget(self.edit)
        claim = self.claim
        if writable and not claim.headline and not claim.withdrawn and claim.stance != "contradicts":
            tip = self.tr("Take the incident's headline figures from this claim.")
            self.headline = self._button(self.tr("Make headline"), tip)
            self.headline.clicked.connect(lambda: self.headline_wanted.emit(claim.id))
            line.addWidget(self.headline)
        if claim.report is not None:
            tip = self.tr("Show the passage in the report (Ctrl+Shift+R)")
            self.in_report = self._button(self.tr("Show in report"), tip)
            self.in_report.clicked.connect(self.show_report)
            line.addWidget(self.in_report)
        if line.count():
            self._column.addLayout(line)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = mark(QPushButton(text, self), "quiet")
        button.setToolTip(tip)
        return button


class ClaimsPage(QWidget):
    """Signals: headline_wanted(UUID of the claim), edit_wanted, report_wanted(UUID of the report, Passage or None)."""

    headline_wanted = Signal(UUID)
    edit_wanted = Signal()
    report_wanted = Signal(object, object)

    def __init__(self, incident: Incident, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, L)
        column.setSpacing(S)
        hint = same_origin_hint(incident.live_claims)
        if hint:
            column.addWidget(plain(hint, "warning", self))
        self.cards = [ClaimCard(claim, incident, writable=writable, parent=self) for claim in incident.claims]
        self.cards.sort(key=lambda card: (bool(card.claim.withdrawn), not card.claim.headline))
        for card in self.cards:
            card.headline_wanted.connect(self.headline_wanted)
            card.edit_wanted.connect(self.edit_wanted)
            card.report_wanted.connect(self.report_wanted)
            column.addWidget(card)
        if not self.cards:
            column.addWidget(
                plain(
                    self.tr("Nobody is recorded as saying this. Edit the incident to add a claim."),
                    "soft",
                    self,
                )
            )
        column.addStretch(1)

    def show_in_report(self) -> bool:
        """Ask for the report of the claim that has the focus, else of the first claim with one."""
        at = self.focusWidget()
        focused = [card for card in self.cards if at is not None and card.isAncestorOf(at)]
        card = next((card for card in (*focused, *self.cards) if card.claim.report is not None), None)
        if card is not None:
            card.show_report()
        return card is not None


def report_words(report: Report) -> str:
    """Publisher, title and day of a report."""
    day = report.published
    when = f"{day.day} {words.MONTHS[day.month - 1]} {day.year}" if day else ""
    parts = (report.publisher, f"“{report.title}”" if report.title else "", report.author, when)
    return ", ".join(isolated(part) for part in parts if part)
