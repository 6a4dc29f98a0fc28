"""Saving: the rules first, then the operations that write an incident, with the sources that it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.entry.frame import Footer
from desktop.entry.problems import Problems
from desktop.entry.sheet import Sheet
from desktop.entry.task import Task
from incidents.errors import Refused, VigilError
from incidents.record.draft import IncidentDraft, SourceDraft
from incidents.record.incident import Incident
from incidents.record.problems import ERROR, Problem

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class Saving(QObject):
    """Writes what stands on the sheet, one save at a time, or shows what must be mended first.

    Signals: busy(bool); done(UUID); refused(), after the reasons were shown and nothing was written.
    """

    busy = Signal(bool)
    done = Signal(object)
    refused = Signal()

    def __init__(self, case: OpenCase, sheet: Sheet, problems: Problems, footer: Footer) -> None:
        super().__init__(sheet)
        self._case = case
        self._sheet = sheet
        self._problems = problems
        self._footer = footer
        self.under_way = False

    def save(self, task: Task) -> None:
        """Add the incident, change the one that is being edited, or accept the suggestion that it began with."""
        self._sheet.follow()
        problems = self._sheet.check()
        if any(problem.severity == ERROR for problem in problems):
            self._show(problems)
            return
        from incidents import operations as do

        draft = self._sheet.draft()
        self._begin()
        if task.editing is not None:
            self._write(do.ChangeIncident(task.editing, draft, version=task.version), task.editing)
        elif task.suggestion is not None:
            self._write(do.AcceptSuggestion(task.suggestion, draft), None)
        else:
            self._write(do.AddIncident(draft), None)

    def add_to(self, twin: UUID) -> None:
        """Add the claims to an incident that is in the case already."""
        from incidents.search import questions as ask

        draft = self._sheet.draft()
        if self.under_way:
            return
        if not draft.claims:
            told = self.tr("Write down a report, a quote or a speaker first: that becomes the claim.")
            self._footer.tell(told)
            self._sheet.claims.panels[0].report.setFocus()
            return
        self._begin()
        self._case.ask(
            ask.IncidentById(twin),
            lambda twin_found: self._join(twin_found, draft),
            owner=self,
            failed=self._refused,
        )

    def _join(self, twin: Incident, draft: IncidentDraft) -> None:
        from incidents import operations as do

        known = IncidentDraft.of(twin)
        more = (replace(claim, id=None, headline=False) for claim in draft.claims)
        joined = replace(known, claims=(*known.claims, *more))
        self._write(do.ChangeIncident(twin.id, joined, version=twin.version), twin.id)

    # ------------------------------------------------------------ writing
    def _begin(self) -> None:
        self.under_way = True
        self._footer.tell("")
        self.busy.emit(True)

    def _write(self, operation: Any, known: UUID | None) -> None:
        self._sources_then(self._sheet.claims.new_sources(), operation, known)

    def _sources_then(self, sources: Sequence[SourceDraft], operation: Any, known: UUID | None) -> None:
        """New sources go first, with their usual reliability; one that is there already is left as it is."""
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
        self.busy.emit(False)
        self.done.emit(identity)

    def _refused(self, error: VigilError) -> None:
        self.under_way = False
        self.busy.emit(False)
        if isinstance(error, Refused) and error.problems:
            self._show(error.problems)
        else:
            self._footer.tell(str(error))
            self._sheet.what.type.setFocus()
        self.refused.emit()

    # ------------------------------------------------------------ what stands against it
    def _show(self, problems: Sequence[Problem]) -> None:
        homeless = self._problems.show_all(problems)
        number = sum(problem.severity == ERROR for problem in problems)
        if number == 1:
            said = self.tr("One thing must be mended before this can be saved.")
        else:
            said = self.tr("%d things must be mended before this can be saved.") % number
        self._footer.tell(" ".join((said, *(p.text for p in homeless if p.severity == ERROR))))
