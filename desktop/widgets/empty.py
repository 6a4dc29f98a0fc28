"""What is shown where there is nothing to show: a title, a sentence, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.theme import XL, L, S, mark


class EmptyState(QWidget):
    """A calm page in the middle of an empty view."""

    def __init__(self, title: str = "", sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = mark(QLabel(title, self), "title")
        self._sentence = mark(QLabel(sentence, self), "soft")
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(S)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(S)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(L - S)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def set_text(self, title: str, sentence: str) -> None:
        """Change what is said."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def add_action(self, text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
        """Add a button under the sentence."""
        button = QPushButton(text, self)
        mark(button, "primary" if primary else "")
        button.clicked.connect(lambda _checked=False: act())
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button
