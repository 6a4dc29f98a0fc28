"""A new incident from words that a person selected: what they say of type, place, date and number is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.desk.text import ReportText
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.incident import Report
from incidents.record.place import Place
from incidents.record.suggested import draft_of
from incidents.record.suggestion import Passage

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.places import Gazetteer

LONGEST = 20_000  # characters that are read for a suggestion; nobody selects more for one incident


class Selecting(QObject):
    """Signals: drafted(IncidentDraft)."""

    drafted = Signal(object)

    def __init__(self, case: OpenCase, text: ReportText, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._text = text

    def draft(self, report: Report) -> None:
        """Read the selection off the main thread, then tell what it says."""
        from desktop.bridge.jobs import run
        from incidents.search import questions as ask

        passage = self._text.selected
        if passage is None:
            self.drafted.emit(blank(report))
            return
        country, gazetteer = self._case.info.country, self._case.gazetteer

        def read(own: Sequence[Place]) -> None:
            run(
                lambda: draft_from(report, passage, country, gazetteer, own),
                self.drafted.emit,
                owner=self,
                topic="selection",
                failed=lambda error: self._case.failed.emit(str(error)),
            )

        self._case.ask(ask.OwnPlaces(), read, owner=self, topic="places")


def blank(report: Report) -> IncidentDraft:
    """An incident of which only the report is known."""
    return IncidentDraft(claims=(ClaimDraft(report=report, headline=True),))


def draft_from(
    report: Report, passage: Passage, country: str, gazetteer: Gazetteer, own: Sequence[Place]
) -> IncidentDraft:
    """What the selected words say; the quote is those words, with their place in the text."""
    from incidents.places import with_known_place
    from reports.extraction.selecting import suggest_from

    words = passage.of(report.text)
    found = suggest_from(
        words[:LONGEST],
        published=report.published,
        language=report.language,
        country=country,
        gazetteer=gazetteer,
        own=own,
    )
    draft = with_known_place(draft_of(found, replace(report, text=words)))
    claim = replace(
        draft.claims[0],
        report=report,
        quote=words,
        quote_start=passage.start,
        quote_end=passage.end,
        reliability="",
        credibility="",
        headline=True,
    )
    return replace(draft, claims=(claim,))
