"""What becomes of suggestions and reports: every decision is an operation of the case, journalled and undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.desk.details import Judged
from desktop.desk.look import Item
from incidents.errors import VigilError
from incidents.record.draft import IncidentDraft, ReportDraft, SourceDraft
from incidents.record.incident import Report
from incidents.record.suggested import draft_of
from incidents.record.suggestion import Suggestion

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


def as_judged(suggestion: Suggestion, judged: Judged) -> Suggestion:
    """The suggestion at the place that a person chose for it."""
    if judged.place is None:
        return suggestion
    return replace(suggestion, place=judged.place, geo_precision=judged.place.precision)


def draft_for(item: Item, judged: Judged, report: Report, *, unrated: str = "") -> IncidentDraft:
    """The incident to be, with place and grade as they were chosen on the card.

    unrated: the credibility of a claim that nobody has judged: empty for a form that asks for it.
    """
    from incidents.places import with_known_place

    draft = with_known_place(draft_of(as_judged(item.suggestion, judged), report))
    claims = [
        replace(
            claim,
            reliability=judged.reliability,
            credibility=judged.credibility or unrated,
            headline=number == 0,
        )
        for number, claim in enumerate(draft.claims)
    ]
    return replace(draft, claims=tuple(claims))


class Deciding(QObject):
    """Carries decisions out, one after the other; a second Enter on the same card decides nothing twice."""

    def __init__(self, case: OpenCase, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._under_way: set[UUID] = set()

    def accept(self, item: Item, judged: Judged, report: Report) -> None:
        """Make it an incident."""
        from incidents import operations as do

        draft = None
        if judged.place is not None:
            draft = draft_for(
                item, judged._replace(reliability=judged.reliability or "F"), report, unrated="6"
            )
        self._decide(item.id, do.AcceptSuggestion(item.id, draft, judged.reliability, judged.credibility))

    def join(self, item: Item, incident: UUID, judged: Judged) -> None:
        """Add what the report says as one more claim to an incident of the case."""
        from incidents import operations as do

        self._decide(item.id, do.AcceptAsClaim(item.id, incident, judged.reliability, judged.credibility))

    def reject(self, suggestion: UUID) -> None:
        """It is no incident; undo takes that back."""
        from incidents import operations as do

        self._decide(suggestion, do.RejectSuggestion(suggestion))

    def reopen(self, suggestion: UUID) -> None:
        """Decide anew."""
        from incidents import operations as do

        self._decide(suggestion, do.ReopenSuggestion(suggestion))

    def _decide(self, suggestion: UUID, operation: Any) -> None:
        if suggestion in self._under_way or self._case.info.read_only:
            return
        self._under_way.add(suggestion)

        def failed(error: VigilError) -> None:
            self._under_way.discard(suggestion)
            self._case.failed.emit(str(error))

        self._case.perform(
            operation, lambda _outcome: self._under_way.discard(suggestion), owner=self, failed=failed
        )

    # ------------------------------------------------------------ reports
    def put_into(self, reports: Sequence[UUID], state: str, then: Callable[[], object] | None = None) -> None:
        """Put reports into a state."""
        from incidents import operations as do

        self._case.perform(
            do.SetReportState(tuple(reports), state),
            lambda _outcome: then() if then is not None else None,
            owner=self,
        )

    def save_report(
        self,
        report: Report,
        draft: ReportDraft,
        letter: str,
        then: Callable[[], object],
        failed: Callable[[VigilError], object],
    ) -> None:
        """Change what is known about a report, and first how reliable its publisher is as a rule."""
        from incidents import operations as do

        def save(_outcome: object = None) -> None:
            self._case.perform(
                do.ChangeReport(report.id, draft, version=report.version),
                lambda _done: then(),
                owner=self,
                failed=failed,
            )

        source = draft.source
        if source is None and draft.publisher:
            made = SourceDraft(name=draft.publisher, kind=draft.publisher_kind, reliability=letter)
            self._case.perform(do.AddSource(made), save, owner=self, failed=failed, quiet=True)
        elif source is not None and source.reliability != letter:
            changed = SourceDraft(
                name=source.name,
                kind=source.kind,
                reliability=letter,
                reliability_why=source.reliability_why,
                note=source.note,
            )
            operation = do.ChangeSource(source.id, changed, version=source.version)
            self._case.perform(operation, save, owner=self, failed=failed, quiet=True)
        else:
            save()
