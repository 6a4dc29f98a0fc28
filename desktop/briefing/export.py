"""Writes a briefing in steps beside the window: number it, write the file, seal it in the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.bridge.jobs import Watch, run
from incidents.errors import VigilError
from incidents.progress import Cancelled

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from reports.briefing import BriefingMade, BriefingRequest


class Export(QObject):
    """One export. Signals: finished(BriefingMade), failed(sentence), cancelled()."""

    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self, open_case: OpenCase, selected: Any, request: BriefingRequest, path: Path, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._case = open_case
        self._selected = selected
        self._request = request
        self._path = path
        self.watch = Watch()

    def start(self) -> None:
        """Begin: compose and see whether the file could be written, before a number is used up."""
        self._run(self._prepare, self._number)

    def _run(self, work: Any, then: Any) -> None:
        def guarded() -> Any:
            try:
                return work()
            except Cancelled:
                return Cancelled

        run(guarded, lambda result: self._go_on(result, then), owner=self, failed=self._fail)

    def _go_on(self, result: Any, then: Any) -> None:
        if result is Cancelled or self.watch.cancelled:
            self.cancelled.emit()
        else:
            then(result)

    def _fail(self, error: VigilError) -> None:
        self.failed.emit(str(error))

    def _prepare(self) -> Any:
        from reports.briefing import making
        from reports.briefing.files import check_writable

        check_writable(self._path)
        return making.content(self._selected, self._request, self._case.gazetteer)

    def _number(self, briefing: Any) -> None:
        from reports.briefing import making

        if self._case.info.read_only:
            self._write(briefing)
            return
        operation = making.numbering(briefing, self._request)
        self._case.perform(operation, self._numbered, owner=self, failed=self._fail, quiet=True)

    def _numbered(self, outcome: Any) -> None:
        self._request = replace(self._request, number=outcome.value)
        if self.watch.cancelled:
            self.cancelled.emit()
            return
        self._write(None)

    def _write(self, briefing: Any) -> None:
        from reports.briefing import making

        def work() -> BriefingMade:
            told = briefing or making.content(self._selected, self._request, self._case.gazetteer)
            return making.write_pdf(told, self._path, self.watch, number=self._request.number)

        self._run(work, self._written)

    def _written(self, made: BriefingMade) -> None:
        from reports.briefing import making

        if made.number is not None:
            self._case.perform(making.sealing(made), None, owner=self, failed=self._fail, quiet=True)
        self.finished.emit(made)
