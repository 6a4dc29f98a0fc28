"""Saving: the operations that write an incident, with the sources that it needs first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from incidents.errors import VigilError
from incidents.record.draft import IncidentDraft, SourceDraft
from incidents.record.incident import Incident

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class Saving(QObject):
    """One save at a time.

    Signals: done(UUID); refused(VigilError), then nothing of the incident was written.
    """

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, case: OpenCase, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self.under_way = False

    def save(
        self,
        draft: IncidentDraft,
        *,
        sources: Sequence[SourceDraft] = (),
        editing: UUID | None,
        version: int | None,
    ) -> None:
        """Add the incident, or change the one that is being edited."""
        from incidents import operations as do

        self.under_way = True
        if editing is None:
            self._sources_then(sources, do.AddIncident(draft), None)
        else:
            self._sources_then(sources, do.ChangeIncident(editing, draft, version=version), editing)

    def add_to(self, twin: UUID, draft: IncidentDraft, sources: Sequence[SourceDraft]) -> None:
        """Add the draft's claims to an incident that is in the case already."""
        from incidents.search import questions as ask

        def found(incident: Incident | None) -> None:
            if incident is None:
                self._refused(VigilError(self.tr("This incident is no longer in the case.")))
                return
            from incidents import operations as do

            known = IncidentDraft.of(incident)
            claims = (*known.claims, *(replace(claim, id=None, headline=False) for claim in draft.claims))
            joined = do.ChangeIncident(twin, replace(known, claims=claims), version=incident.version)
            self._sources_then(sources, joined, twin)

        self.under_way = True
        self._case.ask(ask.IncidentById(twin), found, owner=self, failed=self._refused)

    def _sources_then(self, sources: Sequence[SourceDraft], operation: Any, known: UUID | None) -> None:
        """New sources with a usual reliability go first; one that is there already is left as it is."""
        from incidents import operations as do

        if not sources:
            self._case.perform(
                operation,
                lambda outcome: self._done(known or outcome.value),
                owner=self,
                failed=self._refused,
            )
            return
        first, *rest = sources
        self._case.perform(
            do.AddSource(first),
            lambda _outcome: self._sources_then(rest, operation, known),
            owner=self,
            failed=self._refused,
            quiet=True,
        )

    def _done(self, identity: UUID) -> None:
        self.under_way = False
        self.done.emit(identity)

    def _refused(self, error: VigilError) -> None:
        self.under_way = False
        self.refused.emit(error)
