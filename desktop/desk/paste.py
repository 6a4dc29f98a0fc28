"""A small sheet for text from the clipboard: the text, and what it does not say of itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.report_form import day_said
from desktop.widgets.field import Field, Line, Tone
from desktop.widgets.theme import XL, L, M, S, mark
from desktop.widgets.typeahead import Answer, Choice, TypeAhead
from incidents.errors import VigilError
from incidents.record.dates_said import describe_date, understand_date
from incidents.record.incident import Source

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

LONGEST_TITLE = 120


def first_line(text: str) -> str:
    """The first line that says something: what a report without a title is called."""
    for line in text.splitlines()[:50]:
        words = " ".join(line.split())
        if words:
            return words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"
    return ""


class PasteSheet(QDialog):
    """Signals: given(text, title, publisher, published date or None)."""

    given = Signal(str, str, str, object)

    def __init__(self, case: OpenCase, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setWindowTitle(self.tr("Paste a report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Paste the whole text of the report here (Ctrl+V)."))
        self.text.setPlainText(text)
        self.title, self.published = QLineEdit(), QLineEdit()
        self.title.setMaxLength(2_000)
        self.published.setPlaceholderText(self.tr("2 May 2022, yesterday"))
        self.publisher = TypeAhead(self._suggest, eager=False)
        self._problem = Line(tone=Tone.DANGER, parent=self)
        self.fields = {
            "title": Field(self.tr("T&itle"), self.title, parent=self),
            "publisher": Field(self.tr("&Publisher"), self.publisher, parent=self),
            "published": Field(self.tr("Published &on"), self.published, parent=self),
        }
        self._lay_out()
        self.text.textChanged.connect(self._text_changed)
        self.published.textChanged.connect(lambda _text: self._echo())
        self._text_changed()
        self._echo()
        (self.title if text else self.text).setFocus()
        self.resize(640, 520)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.addWidget(self.fields["title"], 0, 0, 1, 2)
        grid.addWidget(self.fields["publisher"], 1, 0)
        grid.addWidget(self.fields["published"], 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.take = mark(QPushButton(self.tr("Take &in"), self), "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._give)
        leave = QPushButton(self.tr("Cancel"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        hint = mark(QLabel(self.tr("Ctrl+Enter takes it in")), "caption")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        label = QLabel(self.tr("&Text"), self)
        label.setBuddy(self.text)
        self.text.setAccessibleName(self.tr("Text"))
        column.addWidget(label)
        column.addWidget(self.text, 1)
        column.setSpacing(S)
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addLayout(row)

    def _suggest(self, text: str, answer: Answer) -> None:
        from incidents.search import questions as ask

        def answered(sources: Sequence[Source]) -> None:
            answer([Choice(source.name, value=source) for source in sources[:8]] if text.strip() else [])

        self._case.ask(ask.Sources(text.strip()), answered, owner=self, failed=lambda _error: answer(()))

    def _text_changed(self) -> None:
        self.title.setPlaceholderText(
            first_line(self.text.toPlainText()[:10_000]) or self.tr("title of the report")
        )
        if self.text.toPlainText()[:1_000].strip():
            self._problem.say("")

    def _echo(self) -> None:
        typed = self.published.text().strip()
        hint = self.tr("Dates such as “on Sunday” are counted from this day.")
        if not typed:
            self.fields["published"].say(hint)
        elif (day := self._day()) is not None:
            self.fields["published"].say(describe_date(understand_date(day.isoformat())))
        else:
            self.fields["published"].say(
                self.tr("Not understood as a day: write “2 May 2022”."), Tone.WARNING
            )

    def _day(self) -> date | None:
        try:
            return day_said(self.published.text())
        except VigilError:
            return None

    def _give(self) -> None:
        text = self.text.toPlainText()
        if not text.strip():
            self._problem.say(self.tr("Paste the text of the report first."))
            self.text.setFocus()
            return
        if self.published.text().strip() and self._day() is None:
            self._problem.say(self.tr("Write the day of publication as “2 May 2022”, or leave it empty."))
            self.published.setFocus()
            return
        title = self.title.text().strip() or first_line(text)
        self.given.emit(text, title, self.publisher.text().strip(), self._day())
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter takes it in from anywhere."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and held == Qt.KeyboardModifier.ControlModifier
        ):
            self._give()
        else:
            super().keyPressEvent(event)
