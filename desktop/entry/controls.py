"""The controls that several sections of the form are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from incidents.record.codes import Term


class TextEdit(QLineEdit):
    """A line of text that shows its beginning once the focus has left it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Back to the beginning."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setCursorPosition(0)


class ValueEdit(TextEdit):
    """A line of text that may stand for a known value until somebody changes the text.

    An incident's date is shown as "Sunday 1 May 2022"; while that text stands, `value` is the very date that was
    recorded and not a second guess at it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: tuple[str, object] = ("", "")

    def set_known(self, text: str, value: object) -> None:
        """Show a recorded value as this text."""
        self._known = (text, value)
        self.setText(text)
        self.setCursorPosition(0)

    @property
    def value(self) -> object:
        """The recorded value while its text stands, else the text as typed."""
        text, value = self._known
        return value if text and self.text() == text else self.text()


class CodeBox(QComboBox):
    """A choice from one of the code lists. The wheel scrolls the form, not the choice, until the box has the focus."""

    changed = Signal()

    def __init__(
        self, terms: Iterable[Term], *, empty: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        if empty is not None:
            self.addItem(empty, "")
        self.set_terms(terms)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.currentIndexChanged.connect(lambda _row: self.changed.emit())

    def set_terms(self, terms: Iterable[Term]) -> None:
        """Add these terms at the end."""
        for term in terms:
            self.addItem(term.label, term.code)
            if term.meaning:
                self.setItemData(self.count() - 1, term.meaning, Qt.ItemDataRole.ToolTipRole)

    @property
    def code(self) -> str:
        """The code that is chosen."""
        return self.currentData() or ""

    def choose(self, code: str) -> None:
        """Choose a code; the first entry when the list does not have it."""
        self.setCurrentIndex(max(0, self.findData(code)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys with Ctrl to the form: a combo box would search its entries for them."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area unless somebody is at this box."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LongText(QPlainTextEdit):
    """Several lines of plain text; Tab goes on to the next field. Its text is kept to the character."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 14)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence, `lines` high."""
        return QSize(240, self.fontMetrics().lineSpacing() * self._lines + 14)

    @property
    def text(self) -> str:
        """The text with line feeds; unlike `toPlainText` it leaves no-break spaces as they are."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Show a text from its beginning."""
        if text != self.text:
            self.setPlainText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form unless somebody is at this text."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the form."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)


def spoken_tags(tags: Sequence[str]) -> list[str]:
    """Tags as people read them: "voluntariness unknown"."""
    return [tag.replace("_", " ") for tag in tags]


def written_tags(entries: Sequence[str]) -> tuple[str, ...]:
    """Tags as they are stored: "voluntariness_unknown"."""
    return tuple("_".join(entry.split()) for entry in entries)


def label_of(table: Mapping[str, Term], code: str) -> str:
    """The label of a code, or the code itself where the list does not have it."""
    return table[code].label if code in table else code
