"""The inside of the current card: every field, the likely twin, the grade, why it is suggested, what can be done."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk import words
from desktop.desk.grade import GradePick
from desktop.widgets import icons
from desktop.widgets.plain import PlainLabel, isolated
from desktop.widgets.theme import XS, M, S, mark
from incidents.record.dates_said import describe_date
from incidents.record.place import Place
from incidents.record.suggestion import Suggestion
from incidents.search.results import Row

MOST_PLACES = 12
_LABEL = 58  # pixels of width of the names of fields


class Judged(NamedTuple):
    """What a person has chosen on a card. place: None for the first reading of the name."""

    place: Place | None = None
    reliability: str = ""
    credibility: str = ""


class CardDetails(QWidget):
    """Signals: judged(Judged); accept_wanted, edit_wanted, reject_wanted, join_wanted, twin_wanted(UUID)."""

    judged = Signal(object)
    accept_wanted = Signal()
    edit_wanted = Signal()
    reject_wanted = Signal()
    join_wanted = Signal()
    twin_wanted = Signal(object)

    def __init__(
        self,
        suggestion: Suggestion,
        chosen: Judged,
        usual: str,
        *,
        writable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._suggestion = suggestion
        self._chosen = chosen
        self._twin: UUID | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, XS, 0, 0)
        self._column.setSpacing(S)
        self.place = self._place_button()
        self._column.addLayout(self._fields())
        self.twin = self._twin_box()
        self._column.addWidget(self.twin)
        self.grade = GradePick(self)
        self.grade.show_grade(chosen.reliability, chosen.credibility, usual)
        self.grade.chosen.connect(self._graded)
        self.grade.setEnabled(writable)
        self._column.addWidget(self.grade)
        self._column.addWidget(self.grade.said)
        self.why = self._why()
        if writable:
            self._column.addLayout(self._buttons())

    # ------------------------------------------------------------ fields
    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        suggestion = self._suggestion
        lines: list[tuple[str, str | QWidget, str]] = [
            (self.tr("Place"), self.place if self.readings else words.place_words(suggestion), ""),
            (self.tr("Date"), words.date_words(suggestion), suggestion.date_text),
            (self.tr("People"), words.people_words(suggestion), suggestion.people.text),
        ]
        if suggestion.claimed_by:
            lines.append((self.tr("Said by"), suggestion.claimed_by, ""))
        for number, (name, value, read_from) in enumerate(lines):
            label = mark(QLabel(name, self), "soft")
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, 1, 0, 0)
            label.setFixedWidth(_LABEL)
            grid.addWidget(label, number, 0)
            if isinstance(value, str):
                shown = self._value(value, read_from)
                shown.setAccessibleName(name)
                grid.addWidget(shown, number, 1)
            else:  # in a line of its own, or a control of fixed width would narrow the column
                line = QHBoxLayout()
                line.addWidget(value)
                line.addStretch(1)
                grid.addLayout(line, number, 1)
        return grid

    def _value(self, value: str, read_from: str) -> QWidget:
        """What was understood, and the words that it was read from where they say it differently."""
        if read_from and read_from.casefold() not in value.casefold():
            value = f"{value}  {isolated(f'“{read_from}”')}"
        label = PlainLabel(value, parent=self)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label

    def _place_button(self) -> QToolButton:
        button = mark(QToolButton(self), "place")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("Place"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words
        button.clicked.connect(self.choose_place)
        button.setIcon(icons.icon("down"))
        button.setToolTip(self.tr("Other places of this name (P)"))
        button.setVisible(bool(self.readings))
        self._name_place(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the place takes what room there is."""
        super().resizeEvent(event)
        self._name_place(self.place)

    def _name_place(self, button: QToolButton) -> None:
        place = self._chosen.place
        said = place.label if place else words.place_words(self._suggestion)
        room = max(self.width() - _LABEL - S - 44, 80)
        fitting = button.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        button.setText(fitting.replace("&", "&&"))
        button.setAccessibleDescription(said)

    @property
    def readings(self) -> tuple[Place, ...]:
        """All places that the name may mean, when it may mean more than one."""
        first = (self._suggestion.place,) if self._suggestion.place else ()
        return (*first, *self._suggestion.places_other)[:MOST_PLACES] if self._suggestion.places_other else ()

    def choose_place(self) -> None:
        """Let another place of the same name be chosen."""
        if not self.readings or not self.grade.isEnabled():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self._chosen.place or self._suggestion.place
        for place in self.readings:
            action = menu.addAction(place.label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(place == now)
            action.triggered.connect(lambda _checked=False, which=place: self._place_chosen(which))
        menu.popup(self.place.mapToGlobal(QPoint(0, self.place.height())))

    def _place_chosen(self, place: Place) -> None:
        chosen = None if place == self._suggestion.place else place
        self._chosen = self._chosen._replace(place=chosen)
        self._name_place(self.place)
        self.judged.emit(self._chosen)

    # ------------------------------------------------------------ twin
    def _twin_box(self) -> QFrame:
        box = mark(QFrame(self), "sunken")
        self._twin_words = PlainLabel("", "warning", box)
        self._twin_words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.join = mark(QPushButton(self.tr("Add as a claim to it  C"), box), "link")
        self.show_twin = mark(QPushButton(self.tr("Show"), box), "link")
        for button in (self.join, self.show_twin):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.join.clicked.connect(self.join_wanted)
        self.show_twin.clicked.connect(lambda: self.twin_wanted.emit(self._twin))
        row = QHBoxLayout()
        row.setSpacing(XS)
        row.addWidget(self.join)
        row.addWidget(self.show_twin)
        row.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(S, XS, S, XS)
        column.setSpacing(0)
        column.addWidget(self._twin_words)
        column.addLayout(row)
        box.hide()
        return box

    def show_likely_twin(self, row: Row | None) -> None:
        """Show an incident of the case that may be this very one, or none."""
        self._twin = row.id if row else None
        if row is not None:
            when = describe_date(row.when) if row.when.known else ""
            told = ", ".join(part for part in (words.type_word(row.type), row.place, when) if part)
            self._twin_words.say(self.tr("In the case already? {0}: {1}").format(row.ref, told))
            self.join.setText(self.tr("Add as a claim to {0}  (C)").format(row.ref))
            self.join.setVisible(self.grade.isEnabled())
        self.twin.setVisible(row is not None)

    # ------------------------------------------------------------ grade
    def _graded(self, reliability: str, credibility: str) -> None:
        self._chosen = self._chosen._replace(reliability=reliability, credibility=credibility)
        self.judged.emit(self._chosen)

    # ------------------------------------------------------------ why
    def _why(self) -> QToolButton:
        said = " · ".join(self._suggestion.why) or self.tr("No rule named")
        sure = words.confidence_word(self._suggestion.confidence)
        line = mark(QToolButton(self), "fold")
        line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line.setCheckable(True)
        line.setIcon(icons.icon("right"))
        line.setText(self.tr("Why? {0}").format(sure))
        line.setAccessibleDescription(said)
        line.setToolTip(self.tr("The rules that found it (W)"))
        full = PlainLabel("\n".join(self._suggestion.why) or said, "caption", self)
        full.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        full.setContentsMargins(M, 0, 0, 0)
        full.hide()

        def fold(opened: bool) -> None:
            full.setVisible(opened)
            line.setIcon(icons.icon("down" if opened else "right"))

        line.toggled.connect(fold)
        self._column.addWidget(line)
        self._column.addWidget(full)
        return line

    # ------------------------------------------------------------ what can be done
    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        self.accept = mark(QPushButton(self.tr("Accept"), self), "primary")
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.reject = mark(QPushButton(self.tr("Reject"), self), "quiet")
        for button, tip, wanted in (
            (self.accept, self.tr("Enter"), self.accept_wanted),
            (self.edit, self.tr("E: open it in the entry form"), self.edit_wanted),
            (self.reject, self.tr("Del"), self.reject_wanted),
        ):
            button.setToolTip(tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(wanted)
            row.addWidget(button)
        row.addStretch(1)
        return row
