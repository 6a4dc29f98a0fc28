"""One axis of the Admiralty rating as a row of buttons: a letter for the source, or a digit for the claim.

The two axes are two separate controls and neither ever fills in the other. F and 6 stand apart in grey: they mean
"cannot be judged", not "worst". Until somebody chooses, the row says "Not rated yet".
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.field import Line
from incidents.record.codes import Term


class Rating(QWidget):
    """Choose by click, by arrow keys, or by typing the letter or digit."""

    changed = Signal()

    def __init__(self, terms: Mapping[str, Term], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = terms
        self._unknown = list(terms)[-1]
        self._chosen = False
        self._usual = ""
        self._words = Line(self.tr("Not rated yet"), parent=self)
        self._group = QButtonGroup(self)
        self._buttons = {code: self._button(term) for code, term in terms.items()}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for code, button in self._buttons.items():
            if code == self._unknown:
                row.addSpacing(theme.XS)
            row.addWidget(button)
        row.addStretch(1)
        self._take_usual = theme.mark(QPushButton(self), "link")
        self._take_usual.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._take_usual.clicked.connect(self.take_usual)
        self._take_usual.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(row)
        column.addWidget(self._words)
        column.addWidget(self._take_usual, 0, Qt.AlignmentFlag.AlignLeading)
        self._buttons[self._unknown].setChecked(True)
        self._group.idClicked.connect(self._clicked)
        self._show_words()

    def _button(self, term: Term) -> QToolButton:
        button = QToolButton(self)
        button.setText(term.code)
        if term.code == self._unknown:
            theme.mark(button, "quiet")
        button.setCheckable(True)
        button.setFixedWidth(28)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(f"{term.code}: {term.label}")
        button.setAccessibleDescription(term.meaning)
        button.setToolTip(f"{term.code} – {term.label}\n{term.meaning}")
        button.installEventFilter(self)
        self._group.addButton(button, list(self._terms).index(term.code))
        return button

    # ------------------------------------------------------------ value
    @property
    def code(self) -> str:
        """The letter or digit that somebody chose, or empty while it is not rated."""
        return self._checked if self._chosen else ""

    @property
    def _checked(self) -> str:
        return list(self._terms)[self._group.checkedId()]

    def choose(self, code: str) -> None:
        """Show a rating; empty for not rated yet."""
        self._chosen = code in self._terms
        self._buttons[code if self._chosen else self._unknown].setChecked(True)
        self._show_words()
        self.changed.emit()

    def _clicked(self, _number: int) -> None:
        self._chosen = True
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        self.setFocusProxy(self._buttons[self._checked])
        if self._chosen:
            term = self._terms[self._checked]
            self._words.say(f"{term.code} – {term.label}")
            self._words.setToolTip(term.meaning)
        else:
            self._words.say(self.tr("Not rated yet"))
            self._words.setToolTip("")

    # ------------------------------------------------------------ the source's usual rating
    @property
    def usual(self) -> str:
        """The rating that is offered, or empty."""
        return self._usual

    def offer_usual(self, code: str) -> None:
        """Offer the source's usual rating, to be taken with one key; it is never taken by itself."""
        self._usual = code if code in self._terms and code != self._unknown else ""
        self._take_usual.setVisible(bool(self._usual))
        self._take_usual.setText(self.tr("Source’s usual: %s (press U)") % self._usual)

    def take_usual(self) -> None:
        """Take what is offered."""
        if self._usual:
            self.choose(self._usual)

    # ------------------------------------------------------------ keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Type the letter or digit; U takes the source's usual rating; Space chooses the button at hand."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        typed = event.text().upper()
        if typed in self._terms and typed:
            self.choose(typed)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if typed == "U" and self._usual:
            self.take_usual()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
