"""What the desk needs of the case for one report, read in one go off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtGui import QImage

from desktop.desk.versions import changes
from incidents.record.incident import Report
from incidents.record.suggested import OPEN, KeptSuggestion
from incidents.record.suggestion import Passage, Suggestion
from incidents.search.results import Row

if TYPE_CHECKING:
    from incidents.record.layout import Layout
    from incidents.record.place import Place

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Item:
    """A suggestion with the number that its card and its passage have. state: "open", "accepted" or "rejected"."""

    id: UUID
    number: int
    suggestion: Suggestion
    state: str = OPEN
    incident: UUID | None = None
    incident_ref: str = ""


def items_of(kept: Sequence[KeptSuggestion]) -> tuple[Item, ...]:
    """Those that can still be read, numbered."""
    told = [(each, each.suggestion) for each in kept if each.suggestion is not None]
    return tuple(
        Item(each.id, number, suggestion, each.state, each.incident, each.incident_ref)
        for number, (each, suggestion) in enumerate(told, start=1)
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """One report as the desk shows it.

    Attributes:
        items: suggestions in the order of the text; unreadable: how many more the case can't read any more.
        finished_by, finished_at: who called it done, when that was the last word on its state.
        earlier: the report that this one is a new version of; new_passages: what that one has not; gone: what only
            that one has, as text.
    """

    report: Report
    items: tuple[Item, ...]
    layout: Layout
    unreadable: int = 0
    finished_by: str = ""
    finished_at: datetime | None = None
    earlier: Report | None = None
    new_passages: tuple[Passage, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def open_count(self) -> int:
        """Suggestions that nobody has decided yet."""
        return sum(each.state == OPEN for each in self.items)


def look_at(report: UUID) -> Callable[[Any], Seen]:
    """The question for `OpenCase.ask`."""

    def question(reader: Any) -> Seen:
        from incidents.search import questions as ask

        found = ask.ReportById(report)(reader)
        everything = ask.SuggestionsOf(report)(reader)
        items = items_of(everything)
        by, at = _finished(ask.History(report)(reader)) if found.state == "done" else ("", None)
        return Seen(
            found,
            items,
            ask.LayoutOf(report)(reader),
            len(everything) - len(items),
            by,
            at,
            *_compared(reader, found),
        )

    return question


def _finished(entries: Sequence[Any]) -> tuple[str, datetime | None]:
    """Who set the state to done last."""
    for entry in reversed(entries):
        if any(name == "state" and after == "done" for name, _before, after in entry.changes):
            return entry.actor, entry.at
    return "", None


def _compared(reader: Any, report: Report) -> tuple[Report | None, tuple[Passage, ...], tuple[str, ...]]:
    """The earlier version, what is new against it, and what is gone."""
    from incidents.search import questions as ask

    earlier = ask.EarlierVersion(report.id)(reader) if report.replaces is not None else None
    if earlier is None:
        return None, (), ()
    return earlier, *changes(earlier.text, report.text)


def twins_of(items: Sequence[Item]) -> Callable[[Any], Mapping[UUID, Row]]:
    """For each open suggestion the incident of the case that may be this very one."""

    def question(reader: Any) -> Mapping[UUID, Row]:
        from incidents.search import questions as ask

        found: dict[UUID, Row] = {}
        for each in items:
            told = each.suggestion
            if each.state == OPEN:
                rows = ask.Twins(told.type, told.when, *_where(told), limit=1)(reader)
                if rows:
                    found[each.id] = rows[0]
        return found

    return question


def _where(told: Suggestion) -> tuple[Place | None, str]:
    """The place, or the known area around it and the name that will stand in the note on the place."""
    from incidents.places import known_area

    if told.place is not None:
        return told.place, ""
    return known_area(told.admin1, told.country), told.place_text


def picture_of(pdf: bytes, page: int, width: int) -> QImage:
    """A page of the original; drawn in a process of its own, because the file comes from outside."""
    from reports.reading.pictures import page_picture

    drawn = page_picture(pdf, page, width)
    form = QImage.Format.Format_BGR888 if drawn.depth == 3 else QImage.Format.Format_RGB32
    return QImage(drawn.points, drawn.width, drawn.height, drawn.stride, form).copy()
