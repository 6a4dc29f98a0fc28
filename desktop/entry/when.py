"""When it happened: a date as people write it, echoed as it was understood; and whether it took place at all."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.entry.controls import CodeBox, ValueEdit
from desktop.entry.section import Section
from desktop.entry.state import State, text_of
from desktop.widgets.field import Tone
from incidents.errors import VigilError
from incidents.record.codes import OCCURRENCE
from incidents.record.dates import When
from incidents.record.dates_said import describe_date, understand_date


def date_echo(typed: str, published: date | None) -> str:
    """How a date is understood, or empty when it cannot be: `check` says then what is wrong."""
    if not typed.strip():
        return ""
    try:
        return describe_date(understand_date(typed, published=published))
    except VigilError:
        return ""


class Happened(Section):
    """Date and occurrence. `against` is the day that "last Sunday" is understood from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.against: date | None = None
        self.date = ValueEdit()
        self.date.setPlaceholderText(self.tr("1 May 2022, last Sunday, early April"))
        self.occurrence = CodeBox(OCCURRENCE.values())
        self._field = self.add("date", self.field(self.tr("&Date"), self.date))
        self.add("occurrence", self.field(self.tr("Did it take place?"), self.occurrence))
        self.date.textChanged.connect(self._typed)
        self.occurrence.changed.connect(self.changed)

    def set_against(self, published: date | None) -> None:
        """Understand relative dates from this day on: the publication date of the report."""
        if published != self.against:
            self.against = published
            self._echo()

    def _typed(self) -> None:
        self._echo()
        self.changed.emit()

    def _echo(self) -> None:
        value = self.date.value
        if isinstance(value, When):
            self._field.say("")
            return
        said = date_echo(self.date.text(), self.against)
        tone = Tone.SOFT
        if said and _relative(self.date.text()):
            if self.against:
                said = self.tr("%s, counted from the report of %s") % (said, _day(self.against))
            else:
                said = self.tr("%s, counted from today: the report’s date is not known yet") % said
                tone = Tone.WARNING
        self._field.say(said, tone)

    def state(self) -> State:
        """The date as typed."""
        return {"date": self.date.text(), "occurrence": self.occurrence.code}

    def restore(self, state: State) -> None:
        """Show a state again."""
        self.date.setText(text_of(state, "date"))
        self.occurrence.choose(text_of(state, "occurrence") or "occurred")

    def parts(self) -> dict[str, object]:
        """The recorded date while nobody changed it, else the words."""
        return {"date": self.date.value, "occurrence": self.occurrence.code}


def _relative(typed: str) -> bool:
    """True when the words mean another day against another report."""
    return date_echo(typed, date(2022, 5, 12)) != date_echo(typed, date(2021, 3, 30))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
