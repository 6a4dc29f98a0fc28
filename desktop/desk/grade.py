"""The grade of a claim in one line: a row of letters for the source, a row of digits for what it says.

The two rows are judged apart and neither fills in the other. The letter that the source usually has is taken until
another one is chosen; a digit is never taken by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.widgets.field import Line
from desktop.widgets.theme import S, mark
from incidents.record.codes import CREDIBILITY, RELIABILITY, Term

_WIDE = 21


class GradePick(QWidget):
    """Signals: chosen(reliability, credibility), each empty while nobody has chosen."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = ""
        self._letter, self._digit = "", ""
        self.letters = self._row(RELIABILITY)
        self.digits = self._row(CREDIBILITY)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button in self.letters.values():
            line.addWidget(button)
        line.addSpacing(S)
        for button in self.digits.values():
            line.addWidget(button)
        line.addStretch(1)
        self.said = Line(parent=self)
        self.setAccessibleName(self.tr("Grade"))

    def _row(self, terms: Mapping[str, Term]) -> dict[str, QToolButton]:
        made = {}
        for code, term in terms.items():
            button = mark(QToolButton(self), "pick")
            button.setText(code)
            button.setCheckable(True)
            button.setFixedWidth(_WIDE)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(f"{code}: {term.label}")
            key = f"Shift+{code}" if code.isalpha() else code
            button.setToolTip(f"{code} – {term.label} ({key})\n{term.meaning}")
            button.clicked.connect(lambda _checked=False, which=code: self.toggle(which))
            made[code] = button
        return made

    def show_grade(self, reliability: str, credibility: str, usual: str) -> None:
        """Show what was chosen; `usual` is the source's letter, taken while no other is chosen."""
        self._letter, self._digit, self._usual = reliability, credibility, usual
        self._check()

    @property
    def reliability(self) -> str:
        """The letter that counts: the chosen one, else the source's."""
        return self._letter or self._usual

    @property
    def credibility(self) -> str:
        """The digit, empty while it is not judged."""
        return self._digit

    def toggle(self, code: str) -> None:
        """Choose a letter or a digit; choosing it again takes it back."""
        if code in self.letters:
            self._letter = "" if code == self._letter else code
        elif code in self.digits:
            self._digit = "" if code == self._digit else code
        self._check()
        self.chosen.emit(self._letter, self._digit)

    def _check(self) -> None:
        for code, button in self.letters.items():
            button.setChecked(code == self.reliability)
            mark(button, "pick usual" if not self._letter and code == self._usual else "pick")
        for code, button in self.digits.items():
            button.setChecked(code == self._digit)
        self.said.say(self._words())

    def _words(self) -> str:
        letter = RELIABILITY[self.reliability].label if self.reliability else self.tr("source not judged")
        if self.reliability and not self._letter:
            letter = self.tr("{0} (as the source usually is)").format(letter)
        digit = CREDIBILITY[self._digit].label if self._digit else self.tr("claim not judged yet")
        return f"{letter}; {digit[:1].lower()}{digit[1:]}"
