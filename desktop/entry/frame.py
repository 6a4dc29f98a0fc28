"""What stands around the form: its heading, its scrolling middle and its buttons."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import theme
from desktop.widgets.field import Line, Tone


class Header(QFrame):
    """The name of what is being written, and when it was kept last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, "bar")
        self._title = theme.mark(QLabel(), "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._kept = theme.mark(QLabel(), "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        row.addWidget(self._title, 1)
        row.addWidget(self._kept)

    def name(self, title: str) -> None:
        """Say what is being written."""
        self._title.setText(title)
        self.kept(None)

    @property
    def title(self) -> str:
        """What stands there."""
        return self._title.text()

    def kept(self, at: datetime | None) -> None:
        """Say when the half-typed was kept aside."""
        self._kept.setText(self.tr("kept at %s") % f"{at:%H:%M}" if at else "")
        self._kept.setToolTip(self.tr("If Vigil or the computer stops, this is offered again.") if at else "")


class Footer(QFrame):
    """Save, Save and next, Close; and one line of news above them."""

    save = Signal()
    save_and_next = Signal()
    leave = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, "bar")
        self._news = Line(tone=Tone.DANGER)
        self.save_button = theme.mark(QPushButton(self.tr("&Save")), "primary")
        self.next_button = QPushButton(self.tr("Save and ne&xt"))
        self.close_button = theme.mark(QPushButton(self.tr("Close")), "quiet")
        self.save_button.setToolTip(self.tr("Ctrl+S or Ctrl+Enter"))
        self.next_button.setToolTip(
            self.tr("Ctrl+Shift+S or Ctrl+Shift+Enter; keeps report, source and date")
        )
        self.close_button.setToolTip(self.tr("Esc; what is half-typed is kept"))
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        for button in (self.save_button, self.next_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        column.setSpacing(theme.S)
        column.addWidget(self._news)
        column.addLayout(row)
        self.save_button.clicked.connect(self.save)
        self.next_button.clicked.connect(self.save_and_next)
        self.close_button.clicked.connect(self.leave)

    def tell(self, news: str, tone: Tone = Tone.DANGER) -> None:
        """One sentence above the buttons, or none."""
        self._news.say(news, tone)

    @property
    def news(self) -> str:
        """The sentence that stands there."""
        return self._news.text()

    def busy(self, busy: bool) -> None:
        """While the incident is being written, it can't be saved again."""
        self.save_button.setEnabled(not busy)
        self.next_button.setEnabled(not busy)


def quiet_line(text: str = "") -> QLabel:
    """Plain text that wraps and takes whatever width there is."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


class FollowingArea(QScrollArea):
    """A scrolling middle in which the focus is in sight, however it came: Qt follows Tab, not an underlined letter.

    What grows while one leaves a field (a date as understood) may push the next one out: looked at once more
    when that has its place. A press of the mouse moves nothing, or the release would miss what was pressed.
    """

    _BELOW = 48  # pixels that stay in sight around the focus: its label, its line of news

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _left: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._show_focus()
            QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        inside = self.widget()
        at = inside.focusWidget() if inside is not None else None
        if at is not None and at.hasFocus():
            self.ensureWidgetVisible(at, 0, self._BELOW)


def scrolling(parent: QWidget) -> QScrollArea:
    """A scrolling middle that follows the focus."""
    area = FollowingArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
