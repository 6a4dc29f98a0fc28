"""What stands over the text: title and source of the report, what to know before reading it, and what is next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import words
from desktop.widgets import icons
from desktop.widgets.plain import PlainLabel, isolated, showable
from desktop.widgets.theme import XS, M, S, mark
from incidents.record.codes import RELIABILITY
from incidents.record.incident import Report

WORDS_FROM = 620  # pixels of width from which the buttons have words


class ReportHeader(QFrame):
    """Signals: details_wanted(); page_wanted(bool), the page of the original beside the text; done_wanted()."""

    details_wanted = Signal()
    page_wanted = Signal(bool)
    done_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "bar")
        self._full_title = self._full_line = ""
        self.title = mark(QLabel(self), "heading")
        self.line = mark(QLabel(self), "soft")
        for label in (self.title, self.line):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.page = self._button(
            "briefing", self.tr("Page"), self.tr("Show the page of the original (Ctrl+Shift+P)")
        )
        self.page.setCheckable(True)
        self.page.toggled.connect(self.page_wanted)
        self.details = self._button(
            "edit", self.tr("Details"), self.tr("Title, source, date and language (Ctrl+Shift+E)")
        )
        self.details.clicked.connect(self.details_wanted)
        self.done = self._button(
            "done", self.tr("Done, next"), self.tr("Done, and to the next report (Ctrl+Enter)")
        )
        self.done.clicked.connect(self.done_wanted)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, XS, S, XS)
        row.setSpacing(XS)
        row.addLayout(said, 1)
        for button in (self.page, self.details, self.done):
            row.addWidget(button)

    def _button(self, icon: str, text: str, tip: str) -> QToolButton:
        button = mark(QToolButton(self), "quiet")
        button.setIcon(icons.icon(icon))
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        return button

    def show_report(self, report: Report, *, pages: bool, writable: bool) -> None:
        """Say which report this is."""
        self._full_title = showable(report.title) or self.tr("(without a title)")
        letter = report.source.reliability if report.source else ""
        said = [
            isolated(report.publisher) if report.publisher else self.tr("publisher not known"),
            self.tr("reliability {0}").format(letter) if letter else "",
            words.day_word(report.published) or self.tr("date not known"),
            words.language_word(report.language),
            isolated(report.author) if report.author else "",
        ]
        self._full_line = showable(" · ".join(part for part in said if part))
        tip = [self._full_title, self._full_line, report.url]
        if letter in RELIABILITY:
            tip.append(f"{letter} – {RELIABILITY[letter].label}")
        self.title.setToolTip("\n".join(showable(part) for part in tip if part))
        self.line.setToolTip(self.title.toolTip())
        self.title.setAccessibleName(self._full_title)
        self.line.setAccessibleName(self._full_line)
        self.page.setVisible(pages)
        self.details.setVisible(writable)
        self.done.setVisible(writable)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= WORDS_FROM
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self.page, self.details, self.done):
            button.setToolButtonStyle(style)
        for label, text in ((self.title, self._full_title), (self.line, self._full_line)):
            room = max(label.width(), 40)
            label.setText(label.fontMetrics().elidedText(text[:1_000], Qt.TextElideMode.ElideRight, room))


class Banner(QFrame):
    """A line that says what to know before reading, with at most one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "note")
        self._words = PlainLabel("", parent=self)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._press)
        self._act: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(M, XS, S, XS)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty while it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, text: str, action: str = "", act: object = None) -> None:
        """Show a sentence, or nothing."""
        self._act = act
        self._words.say(text)
        self._words.setAccessibleName(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(text))

    def _press(self) -> None:
        act = self._act
        if callable(act):
            act()
