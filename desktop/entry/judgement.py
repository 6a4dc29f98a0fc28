"""The analyst's judgement: verification status and grade, each with what speaks for it; nothing is pre-filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.entry.controls import CodeBox, TextEdit
from desktop.entry.rating import Rating
from desktop.entry.section import Section
from desktop.entry.state import State, flag_of, text_of
from desktop.widgets.field import Line
from incidents.record.codes import CREDIBILITY, RELIABILITY, VERIFICATION


class Judgement(Section):
    """Status with its reason, grade with the suggested one and its reasons beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Judgement"), parent)
        self.verification = CodeBox(term for code, term in VERIFICATION.items() if code != "withdrawn")
        self.why = TextEdit()
        self.self_review = QCheckBox(self.tr("I review my own entry (briefings say so)"))
        self.reliability = Rating(RELIABILITY)
        self.credibility = Rating(CREDIBILITY)
        self.grade_why = TextEdit()
        self.suggestion = Line(parent=self.columns)
        self.add("verification", self.field(self.tr("Verification stat&us"), self.verification))
        self.add("verification_why", self.field(self.tr("Reasons for the status"), self.why))
        self.columns.put(self.self_review, wide=True, shown=False)
        self.add("reliability", self.field(self.tr("Your grade: source reliability"), self.reliability))
        self.add("credibility", self.field(self.tr("Your grade: credibility"), self.credibility))
        self.columns.put(self.suggestion, wide=True)
        self.add("grade_why", self.field(self.tr("Reasons for your grade"), self.grade_why), wide=True)
        self._decided = False
        self.verification.activated.connect(self._decide)
        self.verification.changed.connect(self._status_changed)
        for rating in (self.reliability, self.credibility):
            rating.changed.connect(self.changed)
        for edit in (self.why, self.grade_why):
            edit.textChanged.connect(lambda *_: self.changed.emit())
        self.self_review.toggled.connect(self.changed)

    def _decide(self, _row: int) -> None:
        self._decided = True
        self.changed.emit()

    def follow_claims(self, attributed: bool) -> None:
        """Until somebody decides, an incident with an attributable claim is reported and one without unassessed."""
        if not self._decided:
            self.verification.choose("reported" if attributed else "unassessed")

    def _status_changed(self) -> None:
        code = self.verification.code
        self.fields["verification"].say(VERIFICATION[code].meaning if code in VERIFICATION else "")
        self.columns.set_shown(self.self_review, code == "verified" or self.self_review.isChecked())
        self.changed.emit()

    def suggest(self, grade: str, reasons: Sequence[str]) -> None:
        """Show the grade that follows from the claims, with its reasons; it is never taken by itself."""
        if not grade:
            self.suggestion.say("")
            return
        lines = [self.tr("From the claims: %s") % grade, *(f"– {reason}" for reason in reasons)]
        self.suggestion.say("\n".join(lines))

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """Status, reasons, grade."""
        return {
            "verification": self.verification.code if self._decided else "",
            "verification_why": self.why.text(),
            "self_review": self.self_review.isChecked(),
            "reliability": self.reliability.code,
            "credibility": self.credibility.code,
            "grade_why": self.grade_why.text(),
        }

    def restore(self, state: State) -> None:
        """Show a state again."""
        self._decided = bool(text_of(state, "verification"))
        self.self_review.setChecked(flag_of(state, "self_review"))
        self.verification.choose(text_of(state, "verification") or "unassessed")
        self.why.setText(text_of(state, "verification_why"))
        self.reliability.choose(text_of(state, "reliability"))
        self.credibility.choose(text_of(state, "credibility"))
        self.grade_why.setText(text_of(state, "grade_why"))
        self._status_changed()

    def parts(self) -> dict[str, object]:
        """As the draft calls them."""
        return {**self.state(), "verification": self.verification.code}
