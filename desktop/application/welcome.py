"""The first page: start a case, open one, look at the sample, or go on with a recent one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets import icons
from desktop.widgets.theme import XL, XS, L, M, S, mark, tokens

WIDTH = 880


class Welcome(QWidget):
    """Says what can be done.

    Signals: new_wanted, open_wanted, sample_wanted, recent_chosen(path), forget_wanted(path).
    """

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_chosen = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(XS)
        self._recent_title = mark(QLabel(self.tr("Recent cases"), self), "heading")
        page = QWidget()
        mark(page, "pane")
        page.setMaximumWidth(WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(XL, XL, XL, XL)
        column.setSpacing(L)
        column.addStretch(1)
        column.addLayout(self._masthead())
        two = QHBoxLayout()
        two.setSpacing(2 * XL)
        two.addLayout(self._starts(), 2)
        right = QVBoxLayout()
        right.setSpacing(S)
        right.addWidget(self._recent_title)
        right.addLayout(self._recent)
        right.addStretch(1)
        two.addLayout(right, 3)
        column.addSpacing(S)
        column.addLayout(two)
        column.addStretch(4)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addWidget(page, 8)
        outer.addStretch(1)
        inside = QWidget()
        mark(inside, "pane")
        inside.setLayout(outer)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _masthead(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(S)
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(_Mark(self))
        line.addWidget(mark(QLabel("Vigil", self), "display"))
        line.addStretch(1)
        column.addLayout(line)
        for text in (
            self.tr(
                "Record what happens to civilians: who was detained, evacuated, displaced, where, when, how many."
            ),
            self.tr("Keep every claim with its source and judge how far it can be trusted."),
            self.tr(
                "Filter by region and period, and brief others by PDF. Everything stays on this computer."
            ),
        ):
            said = mark(QLabel(text, self), "soft")
            said.setWordWrap(True)
            column.addWidget(said)
        return column

    def _starts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(S)
        column.addWidget(mark(QLabel(self.tr("Start"), self), "heading"))
        self.buttons = []
        for text, icon, signal, look in (
            (self.tr("New case…"), "new", self.new_wanted, "primary start"),
            (self.tr("Open case…"), "open", self.open_wanted, "start"),
            (self.tr("Open sample case…"), "sample", self.sample_wanted, "start"),
        ):
            button = mark(QPushButton(f"  {text}", self), look)
            button.setAccessibleName(text)
            role = QPalette.ColorRole.Base if "primary" in look else QPalette.ColorRole.ButtonText
            button.setIcon(icons.icon(icon, role))
            button.clicked.connect(signal)
            column.addWidget(button)
            self.buttons.append(button)
        told = mark(
            QLabel(
                self.tr("The sample is a whole case made from reports on real events of 2022–2024."), self
            ),
            "caption",
        )
        told.setWordWrap(True)
        column.addWidget(told)
        column.addStretch(1)
        return column

    def set_busy(self, busy: bool) -> None:
        """Take no choices while a case is being opened."""
        self.setEnabled(not busy)

    def list_recent(self, entries: list[dict[str, str]], *, remembering: bool) -> None:
        """Show the recent cases, or say that there are none or that the list is off."""
        while (item := self._recent.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for entry in entries:
            self._recent.addWidget(self._entry(entry))
        if not entries:
            told = (
                self.tr("None yet.")
                if remembering
                else self.tr("Vigil does not remember cases; see Preferences.")
            )
            self._recent.addWidget(mark(QLabel(told, self), "soft"))

    def _entry(self, entry: dict[str, str]) -> QWidget:
        row = RecentCase(entry, self)
        row.clicked.connect(lambda: self.recent_chosen.emit(entry["path"]))
        row.forget.clicked.connect(lambda: self.forget_wanted.emit(entry["path"]))
        return row


class RecentCase(QPushButton):
    """One recent case: its name, where it lies, when it was opened last."""

    def __init__(self, entry: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "quiet")
        path = Path(entry["path"])
        name = entry["name"] or path.stem
        self.setAccessibleName(self.tr("Open {0}, {1}").format(name, str(path)))
        self.setToolTip(str(path))
        self._name, self._path = QLabel(name, self), mark(QLabel(self), "caption")
        self._where = " · ".join(part for part in (_when(entry["opened"]), _short(path)) if part)
        for label in (self._name, self._path):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(40)
        self.forget = mark(QPushButton(self), "quiet")
        self.forget.setIcon(icons.icon("close"))
        self.forget.setFixedSize(28, 28)
        self.forget.setAccessibleName(self.tr("Remove {0} from the list").format(name))
        self.forget.setToolTip(self.tr("Remove from the list (the file stays)"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._path)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(S, XS, XS, XS)
        row.addLayout(words, 1)
        row.addWidget(self.forget)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._row.minimumSize().height())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = max(self.width() - 60, 60)
        self._path.setText(
            self._path.fontMetrics().elidedText(self._where, Qt.TextElideMode.ElideMiddle, room)
        )


class _Mark(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icons.paint_mark(painter, self.rect().toRectF())
            painter.setPen(QColor(tokens(self.palette()).line))


def _short(path: Path) -> str:
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)


def _when(stamp: str) -> str:
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())), "d MMMM yyyy, HH:mm")
