"""A field of a form: label, control, one quiet line of hint or echo, and its problems beneath.

The label is the control's buddy, so its mnemonic works and a screen reader says its name. All texts are shown as
plain text, whatever they contain.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets import theme


class Tone(Enum):
    """How a line of text beneath a control is meant; the values are looks of the theme."""

    SOFT = "caption"
    GOOD = "good"
    WARNING = "warning"
    DANGER = "problem"


class Line(QLabel):
    """A line of plain text that wraps, in one of the tones; it takes no room while it is empty."""

    def __init__(self, text: str = "", tone: Tone = Tone.SOFT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setProperty("look", tone.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setText(text)
        if not text:
            self.hide()

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show the text, or nothing."""
        if tone is not None and tone is not self._tone:
            self._tone = tone
            theme.mark(self, tone.value)
        if text != self.text():
            self.setText(text)
        if self.parentWidget() is not None:  # showing it alone would open a window
            self.setVisible(bool(text))


class Mark(QWidget):
    """A small shape before a problem: a disc for what must be mended, a triangle for what is doubtful."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(QSize(12, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape with an exclamation mark in it."""
        colours = theme.tokens(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.danger if self._tone is Tone.DANGER else colours.warning))
            if self._tone is Tone.DANGER:
                painter.drawEllipse(0, 3, 12, 12)
            else:
                painter.drawPolygon([QPointF(6, 3), QPointF(12, 14.5), QPointF(0, 14.5)])
            painter.setBrush(QColor(colours.surface))
            painter.drawRect(5, 6, 2, 4)
            painter.drawRect(5, 11, 2, 2)


class Field(QWidget):
    """Label over control over echo over problems.

    Signals: left, when the focus has left the control: from then on its problems may be shown.
    """

    left = Signal()

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        aside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.visited = False
        self.watched = False  # for whoever listens to `left`
        self._hint = hint
        self._lettered = label
        self._problems: tuple[tuple[str, Tone], ...] = ()
        self.label = QLabel(label, self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setBuddy(control)
        name = label.replace("&", "")
        if not control.accessibleName():
            control.setAccessibleName(name)
        self.echo = Line(hint, parent=self)
        if control.parentWidget() is not self:
            control.setParent(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        top.addWidget(self.label, 1)
        if aside is not None:
            top.addWidget(aside)
        self._column.addLayout(top)
        self._column.addWidget(control)
        self._column.addWidget(self.echo)
        self._column.addStretch(1)
        self._lines: list[QWidget] = []
        for part in (control, *control.findChildren(QWidget)):
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the focus has left the control."""
        if event.type() == QEvent.Type.FocusOut:
            self.visited = True
            self.left.emit()
        return super().eventFilter(watched, event)

    @property
    def at_work(self) -> bool:
        """Whether the focus is in the control."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.control or self.control.isAncestorOf(focus))

    def carry_letter(self, carry: bool) -> None:
        """Have the underlined letter or leave it to another field: one letter leads to one field."""
        if "&" in self._lettered:
            self.label.setText(self._lettered if carry else self._lettered.replace("&", ""))

    def say(self, text: str, tone: Tone = Tone.SOFT) -> None:
        """The echo: how what was typed is understood. Empty shows the hint again."""
        self.echo.say(text or self._hint, tone if text else Tone.SOFT)

    @property
    def problems(self) -> tuple[str, ...]:
        """The sentences shown as problems."""
        return tuple(text for text, _ in self._problems)

    def show_problems(self, errors: Sequence[str], warnings: Sequence[str] = ()) -> None:
        """Show these sentences beneath the control, what must be mended first."""
        wanted = (*((text, Tone.DANGER) for text in errors), *((text, Tone.WARNING) for text in warnings))
        if wanted == self._problems:
            return
        self._problems = wanted
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = [_problem_line(text, tone, self) for text, tone in wanted]
        for line in self._lines:
            self._column.insertWidget(self._column.count() - 1, line)
        self.control.setAccessibleDescription(" ".join(self.problems))
        theme.mark(self.control, "wrong" if errors else "")


def _problem_line(text: str, tone: Tone, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Mark(tone, holder), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Line(text, tone, holder), 1)
    return holder
