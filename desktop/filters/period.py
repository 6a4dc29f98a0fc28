"""The period: presets, days typed as people write them, which date is meant, and the rule said as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.filters.conditions import days_words, period_sentence
from desktop.filters.presets import CUSTOM, PRESETS, Bounds, bounds, preset_of
from desktop.filters.section import Part
from desktop.widgets.field import Line, Tone
from desktop.widgets.theme import XS, S, mark
from incidents.errors import VigilError
from incidents.record.dates_said import understand_date
from incidents.search.filter import Filter, Period
from incidents.search.results import Facets

_BASES = (
    ("occurred", "When it happened"),
    ("reported", "When it was first reported"),
    ("entered", "When it was entered"),
)


class PeriodPart(Part):
    """Everything about days."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._period: Period | None = None
        self._undated = 0
        self.preset = self._box(self.tr("Period"), [(key, label) for key, label, _ in PRESETS])
        self.preset.addItem(self.tr("From – to…"), CUSTOM)
        self.start, self.end = self._day(self.tr("From")), self._day(self.tr("To"))
        self.echo = Line()
        self.basis = self._box(self.tr("Which date"), list(_BASES))
        self.inside = QCheckBox(self.tr("Only entirely inside"))
        self.sentence = Line()
        self._custom = QWidget(self)
        self._more = QWidget(self)
        self._lay_out()
        self.preset.activated.connect(self._preset_chosen)
        for edit in (self.start, self.end):
            edit.textEdited.connect(lambda _: self._typed(done=False))
            edit.editingFinished.connect(lambda: self._typed(done=True))
        self.basis.activated.connect(lambda _: self._rule_changed())
        self.inside.clicked.connect(lambda _: self._rule_changed())
        self._show()

    def _box(self, name: str, entries: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setMaxVisibleItems(12)
        for key, label in entries:
            box.addItem(self.tr(label), key)
        return box

    def _day(self, name: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setAccessibleName(name)
        edit.setPlaceholderText(self.tr("e.g. 25 April 2022"))
        edit.setMaxLength(80)
        return edit

    def _lay_out(self) -> None:
        grid = QGridLayout(self._custom)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        for line, (label, edit) in enumerate(((self.tr("From"), self.start), (self.tr("To"), self.end))):
            words = QLabel(label, self._custom)
            words.setBuddy(edit)
            grid.addWidget(words, line, 0)
            grid.addWidget(edit, line, 1)
        grid.addWidget(self.echo, 2, 0, 1, 2)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(XS)
        for widget in (self.basis, self.inside, self.sentence):
            more.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for part in (self.preset, self._custom, self._more):
            column.addWidget(part)

    # -- filter in and out

    def take(self, wanted: Filter) -> None:
        if wanted.period != self._period:
            self._period = wanted.period
            key = preset_of(wanted.period, self._today())
            self.preset.setCurrentIndex(self.preset.findData(key))
            typed = wanted.period if key == CUSTOM else None
            self._write(*((typed.start, typed.end) if typed else (None, None)))
            self.echo.say("")
            if wanted.period:
                self.basis.setCurrentIndex(self.basis.findData(wanted.period.basis))
                self.inside.setChecked(wanted.period.rule == "inside")
        self._show()

    def give(self, wanted: Filter) -> Filter:
        return replace(wanted, period=self._period)

    def show_facets(self, facets: Facets) -> None:
        self._undated = facets.undated
        self._show()

    def _show(self) -> None:
        self._custom.setVisible(self.preset.currentData() == CUSTOM)
        self._more.setVisible(self._period is not None)
        self.inside.setVisible(self.basis.currentData() == "occurred")
        self.sentence.say(period_sentence(self._period, self._undated) if self._period else "")

    # -- what the person does

    def _preset_chosen(self, _index: int) -> None:
        key = self.preset.currentData()
        if key == CUSTOM:
            if preset_of(self._period, self._today()) != CUSTOM:
                self._write(None, None)
                self._set((None, None))
            self._show()
            self.start.setFocus()
            self.start.selectAll()
        else:
            self._set(bounds(key, self._today()))

    def _rule_changed(self) -> None:
        if self._period:
            self._set((self._period.start, self._period.end))

    def _write(self, start: date | None, end: date | None) -> None:
        for edit, day in ((self.start, start), (self.end, end)):
            if not edit.hasFocus():
                edit.setText(days_words(day, day) if day else "")

    def _typed(self, *, done: bool) -> None:
        """Say how the days are understood with every key; use them when the field is left or Enter is pressed."""
        try:
            found = self.understood()
        except VigilError as problem:
            self.echo.say(str(problem) if done else "", Tone.DANGER)
            for edit in (self.start, self.end):
                mark(edit, "wrong" if done and edit.text().strip() and not self._reads(edit) else "")
            return
        for edit in (self.start, self.end):
            mark(edit, "")
        self.echo.say(days_words(*found) if any(found) else "", Tone.GOOD)
        if done:
            self._set(found)

    def understood(self) -> Bounds:
        """The days that the two fields mean. A period typed in the first field alone fills both. Raises VigilError."""
        start, end = self.start.text().strip(), self.end.text().strip()
        first = understand_date(start, today=self._today()) if start else None
        last = understand_date(end, today=self._today()) if end else None
        begin = first.start if first else None
        finish = last.end if last else None
        if first and not end and first.start != first.end and not first.ongoing:
            finish = first.end
        Period(begin, finish)  # raises when it ends before it starts
        return begin, finish

    def _reads(self, edit: QLineEdit) -> bool:
        try:
            understand_date(edit.text(), today=self._today())
        except VigilError:
            return False
        return True

    def _set(self, found: Bounds) -> None:
        basis = self.basis.currentData()
        rule = "inside" if self.inside.isChecked() and basis == "occurred" else "overlap"
        period = Period(*found, basis=basis, rule=rule) if any(found) else None
        if period != self._period:
            self._period = period
            self.changed.emit()
        self._show()
