"""The bar at the bottom: what just happened in one sentence, with Undo; it never stops the user's work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.widgets import icons
from desktop.widgets.theme import M, S, mark, tokens

STAYS = 8_000  # milliseconds that good news is shown; problems stay until closed


class MessageBar(QWidget):
    """One message at a time. Signals: undo_wanted, when the user presses Undo."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = self._offering = False
        self._act: Callable[[], None] | None = None
        self._sign = _Sign(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._pressed)
        self._close = mark(QToolButton(self), "quiet")
        self._close.setIcon(icons.icon("close"))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.clicked.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(M, S - 2, S, S - 2)
        line.setSpacing(S)
        line.addWidget(self._sign)
        line.addWidget(self._words, 1)
        line.addWidget(self._button)
        line.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fade)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, empty when the bar is hidden."""
        return self._words.text() if not self.isHidden() else ""

    @property
    def is_error(self) -> bool:
        """Whether a problem is shown."""
        return self._error and not self.isHidden()

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show good news for a few seconds, with an Undo button where it can be taken back."""
        self._show(sentence, error=False)
        self._button.setText(self.tr("Undo"))
        self._button.setVisible(undo)
        self._timer.start(STAYS)

    def offer(self, sentence: str, action: str, act: Callable[[], None]) -> None:
        """Show something to go on with, until the user takes it up or closes it."""
        self._show(sentence, error=False)
        self._act, self._offering = act, True
        self._button.setText(action)
        self._button.show()
        self._timer.stop()

    def withdraw_offer(self) -> None:
        """What was offered is under way; any other message stays."""
        if self._offering:
            self.hide()

    def complain(self, sentence: str, *, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a problem until the user closes it, with a button for what can be done about it."""
        self._show(sentence, error=True)
        self._act = act
        self._button.setText(action)
        self._button.setVisible(act is not None)
        self._timer.stop()

    def _show(self, sentence: str, *, error: bool) -> None:
        self._error, self._act, self._offering = error, None, False
        self._words.setText(sentence)
        self._sign.name = "warning" if error else "done"
        self.setAccessibleName(sentence)
        self.show()
        self.update()
        _announce(self, sentence)

    def _pressed(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()
        elif not self._error:
            self.undo_wanted.emit()

    def _fade(self) -> None:
        if self.underMouse() or self._button.hasFocus() or self._close.hasFocus():
            self._timer.start(STAYS // 2)
        else:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens(self.palette())
        with QPainter(self) as painter:
            painter.fillRect(
                self.rect(), QColor(colours.danger_ground if self._error else colours.good_ground)
            )
            edge = QColor(colours.danger if self._error else colours.good)
            painter.fillRect(0, 0, 4, self.height(), edge)
            painter.fillRect(0, 0, self.width(), 1, QColor(colours.line))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())


def _announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say it, wherever the focus is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class _Sign(QWidget):
    """The sign before the sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = "done"
        self.setFixedSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens(self.palette())
        with QPainter(self) as painter:
            colour = colours.danger if self.name == "warning" else colours.good
            icons.paint(painter, self.rect(), self.name, QColor(colour))
