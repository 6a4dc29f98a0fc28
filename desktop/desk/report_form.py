"""What is known about a report, to be mended: title, publisher with its usual reliability, date, language, address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import words
from desktop.widgets.field import Field, Line, Tone
from desktop.widgets.theme import M, S, mark
from desktop.widgets.typeahead import Answer, Choice, TypeAhead
from incidents.errors import VigilError
from incidents.record.codes import RELIABILITY, SOURCE_KINDS
from incidents.record.dates_said import describe_date, understand_date
from incidents.record.draft import ReportDraft
from incidents.record.folding import fold
from incidents.record.incident import Report, Source

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

_LONGEST = 2_000


def day_said(text: str) -> date | None:
    """The day that a text means, None when it is none."""
    try:
        when = understand_date(text)
    except VigilError:
        return None
    return when.start if when.start == when.end else None


class ReportForm(QFrame):
    """Signals: save_wanted(); left(), given up."""

    save_wanted = Signal()
    left = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "sunken")
        self._case = case
        self._sources: list[Source] = []
        self.report: Report | None = None
        self.title, self.author, self.published, self.url = (QLineEdit() for _ in range(4))
        self.publisher = TypeAhead(self._suggest, eager=False)
        self.reliability, self.language = QComboBox(), QComboBox()
        self._fill()
        self.fields: dict[str, Field] = {}
        self._problem = Line(tone=Tone.DANGER, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(S)
        column.addLayout(self._grid())
        column.addWidget(self._problem)
        column.addLayout(self._buttons())
        self.published.textChanged.connect(self._echo)
        self.publisher.changed.connect(self._publisher_changed)
        for edit in (self.title, self.author, self.published, self.url, self.publisher):
            edit.setMaxLength(_LONGEST)

    def _fill(self) -> None:
        for code, term in RELIABILITY.items():
            self.reliability.addItem(f"{code} – {term.label}", code)
        self.language.setEditable(True)
        self.language.addItem("", "")
        for code, name in words.LANGUAGES.items():
            self.language.addItem(self.tr(name), code)
        for box in (self.reliability, self.language):
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.published.setPlaceholderText(self.tr("2 May 2022"))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        places = (
            ("title", self.tr("&Title"), self.title, 0, 0, 2),
            ("publisher", self.tr("P&ublisher"), self.publisher, 1, 0, 1),
            ("reliability", self.tr("Its usual reliability"), self.reliability, 1, 1, 1),
            ("published", self.tr("Published o&n"), self.published, 2, 0, 1),
            ("language", self.tr("Lan&guage"), self.language, 2, 1, 1),
            ("author", self.tr("&Author"), self.author, 3, 0, 1),
            ("url", self.tr("Address (UR&L)"), self.url, 3, 1, 1),
        )
        for name, label, control, row, column, wide in places:
            self.fields[name] = Field(label, control, parent=self)
            grid.addWidget(self.fields[name], row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        self.save = mark(QPushButton(self.tr("&Save details"), self), "primary")
        self.leave = mark(QPushButton(self.tr("Cancel"), self), "quiet")
        self.save.clicked.connect(self.save_wanted)
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.save)
        row.addWidget(self.leave)
        row.addStretch(1)
        return row

    # ------------------------------------------------------------ the publisher
    def _suggest(self, text: str, answer: Answer) -> None:
        from incidents.search import questions as ask

        def answered(sources: Sequence[Source]) -> None:
            known = {source.id: source for source in (*self._sources, *sources)}
            self._sources = list(known.values())
            answer([_choice(source) for source in sources[:10]] if text.strip() else [])

        self._case.ask(ask.Sources(text.strip()), answered, owner=self, failed=lambda _error: answer(()))

    @property
    def source(self) -> Source | None:
        """The known source that was picked, or whose name was typed in full."""
        if isinstance(self.publisher.value, Source):
            return self.publisher.value
        wanted = fold(self.publisher.text()).strip()
        return next((source for source in self._sources if wanted and fold(source.name) == wanted), None)

    def _publisher_changed(self) -> None:
        source = self.source
        if source is not None:
            self.reliability.setCurrentIndex(max(self.reliability.findData(source.reliability), 0))
        elif not self.publisher.text().strip():
            self.reliability.setCurrentIndex(self.reliability.findData("F"))
        self.fields["publisher"].say(
            self.tr("new source") if source is None and self.publisher.text().strip() else ""
        )
        self.fields["reliability"].setEnabled(bool(self.publisher.text().strip()))

    def _echo(self) -> None:
        typed = self.published.text().strip()
        said = ""
        if typed:
            day = day_said(typed)
            said = self.tr("Not understood as a day: write “2 May 2022”.")
            if day is not None:
                said = describe_date(understand_date(typed))
        self.fields["published"].say(said, Tone.SOFT if not typed or day_said(typed) else Tone.WARNING)

    # ------------------------------------------------------------ in and out
    def show_report(self, report: Report) -> None:
        """Show what is known."""
        self.report = report
        self._sources = [report.source] if report.source else []
        self._problem.say("")
        self.title.setText(report.title)
        self.author.setText(report.author)
        self.url.setText(report.url)
        self.published.setText(words.day_word(report.published))
        if report.source is not None:
            self.publisher.set_choice(_choice(report.source))
        else:
            self.publisher.set_typed("")
        self._publisher_changed()
        at = self.language.findData(report.language)
        self.language.setCurrentIndex(at)
        if at < 0:
            self.language.setEditText(report.language)
        self._suggest("", lambda _choices: None)
        for edit in (self.title, self.author, self.url):
            edit.setCursorPosition(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    @property
    def letter(self) -> str:
        """The reliability that the publisher has as a rule."""
        return str(self.reliability.currentData() or "F")

    @property
    def day(self) -> date | None:
        """The day of publication as it is understood."""
        return day_said(self.published.text())

    def draft(self) -> ReportDraft:
        """The report to be."""
        report = self.report
        assert report is not None
        at = self.language.findText(self.language.currentText(), Qt.MatchFlag.MatchFixedString)
        language = self.language.itemData(at) if at >= 0 else self.language.currentText().strip()
        return ReportDraft(
            title=self.title.text(),
            source=self.source,
            publisher="" if self.source else self.publisher.text().strip(),
            author=self.author.text(),
            url=self.url.text(),
            published=self.day or self.published.text().strip() or None,
            retrieved=report.retrieved,
            language=str(language),
            note=report.note,
        )

    def refuse(self, sentence: str) -> None:
        """Say why it could not be saved; everything typed stays."""
        self._problem.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)


def _choice(source: Source) -> Choice:
    kind = SOURCE_KINDS[source.kind].label if source.kind in SOURCE_KINDS else ""
    return Choice(source.name, kind, value=source)
