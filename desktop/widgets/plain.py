"""Text from the record, shown as it is: never as markup, wrapped, selectable, aligned by its own direction."""

from __future__ import annotations

import re
import unicodedata
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

from desktop.widgets.theme import mark

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LONG, _LONG_WORD = 700, 26
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_SURROGATES = re.compile("[\ud800-\udfff]")


def isolated(text: str) -> str:
    """Text that cannot turn the direction of what stands around it (Unicode bidi isolates, UAX 9)."""
    return f"{_FIRST_STRONG}{text}{_POP}"


def right_to_left(text: str) -> bool:
    """True when the first letter that has a direction runs from right to left."""
    for letter in text[:2000]:
        kind = unicodedata.bidirectional(letter)
        if kind in _RIGHT_TO_LEFT:
            return True
        if kind == "L":
            return False
    return False


def showable(text: str) -> str:
    """The text with lone surrogates, which Qt cannot hold, as replacement characters."""
    return _SURROGATES.sub("\ufffd", text)


class PlainLabel(QLabel):
    """A few lines of text."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if look:
            mark(self, look)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        text = showable(text)
        backwards = right_to_left(text)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setText(text)


class PlainText(QTextEdit):
    """Long text, each paragraph aligned by its own direction; as tall as it is, what it stands in scrolls.

    A QTextEdit, because QPlainTextEdit aligns no paragraph to the right; the text is only ever set as plain text.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "plain")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(showable(text))
        cursor, block = QTextCursor(self.document()), self.document().firstBlock()
        while block.isValid():
            if right_to_left(block.text()):
                cursor.setPosition(block.position())
                backwards = QTextBlockFormat()
                backwards.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                cursor.mergeBlockFormat(backwards)
            block = block.next()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _fit(self) -> None:
        wanted = ceil(self.document().size().height()) + 4
        if wanted != self.height():
            self.setFixedHeight(wanted)


def plain(text: str, look: str = "", parent: QWidget | None = None) -> PlainLabel | PlainText:
    """The widget that suits a text: a label, or for long texts and endless words one that can break and scroll."""
    endless = any(len(word) > _LONG_WORD for word in text[:_LONG].split())
    if len(text) > _LONG or endless:
        return PlainText(text, parent)
    return PlainLabel(text, look, parent)
