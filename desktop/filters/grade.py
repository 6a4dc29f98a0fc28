"""The least grade that is taken: a letter for the sources and a digit for the claims, chosen apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from desktop.filters.section import Part
from desktop.widgets.field import Line
from desktop.widgets.theme import XS
from incidents.record.codes import CREDIBILITY, RELIABILITY, Term
from incidents.search.filter import Filter


class GradePart(Part):
    """One axis alone is enough: the other then takes every rated value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letter = _axis(self.tr("Any rated source"), RELIABILITY, "ABCDE")
        self.letter.setAccessibleName(self.tr("Reliability of the source, at least"))
        self.digit = _axis(self.tr("Any rated claim"), CREDIBILITY, "12345")
        self.digit.setAccessibleName(self.tr("Credibility of the claim, at least"))
        self._echo = Line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for widget in (self.letter, self.digit, self._echo):
            column.addWidget(widget)
        for box in (self.letter, self.digit):
            box.activated.connect(lambda _: self.changed.emit())
        self._explain("")

    def take(self, wanted: Filter) -> None:
        grade = wanted.min_grade
        if grade != self._grade():
            self.letter.setCurrentIndex(max(0, self.letter.findData(grade[:1])))
            self.digit.setCurrentIndex(max(0, self.digit.findData(grade[1:])))
        self._explain(grade)

    def give(self, wanted: Filter) -> Filter:
        return replace(wanted, min_grade=self._grade())

    def _grade(self) -> str:
        letter, digit = self.letter.currentData(), self.digit.currentData()
        return (letter or "E") + (digit or "5") if letter or digit else ""

    def _explain(self, grade: str) -> None:
        if not grade:
            self._echo.say(self.tr("No grade is asked for."))
            return
        letters = "A" if grade[0] == "A" else f"A–{grade[0]}"
        digits = "1" if grade[1] == "1" else f"1–{grade[1]}"
        said = self.tr(
            "Takes {0} with {1}. Incidents without a grade, and those with F or 6 (nobody could judge), are not shown."
        )
        self._echo.say(said.format(letters, digits))


def _axis(anything: str, terms: Mapping[str, Term], codes: str) -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    box.addItem(anything, "")
    for code in codes:
        better = "" if code in "A1" else " or better"
        box.addItem(f"{code} – {terms[code].label}{better}", code)
    return box
