"""One open case as the window sees it: questions and operations run beside the window, news come as signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop.bridge.jobs import Jobs, Watch
from incidents.errors import VigilError
from incidents.progress import Cancelled

if TYPE_CHECKING:
    from incidents.case import Case, CaseInfo, Outcome
    from incidents.places import Gazetteer


History = tuple[str | None, str | None]  # labels of what undo and redo would do


class OpenCase(QObject):
    """The only thing through which widgets reach a case.

    Signals:
        changed(ChangeSet): after every operation, also undo and redo; None where long work changed what it liked.
        done(sentence, undoable): an operation succeeded; for the message bar.
        failed(sentence): something could not be done and nobody else said so; for the message bar.
        history_changed(): undo_label and redo_label may have changed.
        became_idle(): the last outstanding answer was delivered.
    """

    changed = Signal(object)
    done = Signal(str, bool)
    failed = Signal(str)
    history_changed = Signal()
    became_idle = Signal()

    def __init__(self, case: Case, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._reads = Jobs(2, name="vigil-read", parent=self)
        self._writes = Jobs(1, name="vigil-write", parent=self)
        self._works = Jobs(1, name="vigil-work", parent=self)
        self._watches: list[Watch] = []
        for jobs in (self._reads, self._writes, self._works):
            jobs.became_idle.connect(self._tell_idle)
        self._undo: str | None = None
        self._redo: str | None = None
        self._closed = False
        self._writes.start(self._history, self._set_history, owner=self)

    @property
    def info(self) -> CaseInfo:
        """Path, name, usual country, read-only."""
        return self._case.info

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places of the world; opened when first used."""
        from incidents.places import Gazetteer

        return Gazetteer.shipped()

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None when there is nothing."""
        return self._undo

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, None when there is nothing."""
        return self._redo

    @property
    def idle(self) -> bool:
        """True when nothing is outstanding."""
        return self._reads.idle and self._writes.idle and self._works.idle

    @property
    def writing(self) -> bool:
        """True while an operation is under way."""
        return not self._writes.idle

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed

    def ask(
        self,
        question: Callable[..., Any],
        then: Callable[[Any], object],
        *,
        owner: QObject,
        topic: str = "",
        failed: Callable[[VigilError], object] | None = None,
    ) -> None:
        """Read off the main thread; `then(answer)` comes on the main thread unless the answer is stale.

        It is stale when the owner was deleted, or when the owner asked again under the same topic.
        """
        case = self._case
        self._reads.start(
            lambda: case.read(question), then, owner=owner, topic=topic, failed=failed or self._complain
        )

    def perform(
        self,
        operation: Any,
        then: Callable[[Outcome], object] | None = None,
        *,
        owner: QObject | None = None,
        failed: Callable[[VigilError], object] | None = None,
        quiet: bool = False,
    ) -> None:
        """Carry out an operation off the main thread, one after the other in the order of the calls.

        quiet: no sentence in the message bar (for drafts that are put aside, saved filters and the like).
        An operation goes on when its owner dies; only `then` and `failed` are not called any more.
        """
        case = self._case
        self._change(lambda: case.perform(operation), then, owner=owner, failed=failed, quiet=quiet)

    def work(
        self,
        task: Callable[[Case], Any],
        then: Callable[[Any], object],
        *,
        watch: Watch,
        owner: QObject,
        failed: Callable[[VigilError], object] | None = None,
    ) -> None:
        """Long work that asks and performs by itself, such as reading a folder of reports, one after the other.

        What it performs comes beside what the window performs. Whoever holds the watch can stop it; closing the case
        does. `then` comes also after it was stopped, with None unless the task answers `Cancelled` itself.
        """
        case = self._case

        def run() -> tuple[Any, History, Exception | None]:
            answer, trouble = None, None
            try:
                answer = task(case)
            except Cancelled:
                pass  # told by the answer
            except Exception as error:  # whoever waits for the end must hear of it also then
                trouble = error
            return answer, self._history(), trouble

        def finish(told: tuple[Any, History, Exception | None]) -> None:
            answer, history, trouble = told
            self._watches.remove(watch)
            self._set_history(history)
            self.changed.emit(None)
            if isinstance(trouble, VigilError):
                failed(trouble) if failed is not None and _alive(owner) else self._complain(trouble)
                return
            if _alive(owner):
                then(answer)
            if trouble is not None:
                raise trouble

        self._watches.append(watch)
        self._works.start(run, finish, owner=self)

    def look_again(self) -> None:
        """Have every view ask again: work that goes on has changed the case."""
        self._writes.start(self._history, self._set_history, owner=self)
        self.changed.emit(None)

    def undo(self) -> None:
        """Take back the newest step that was made in this window."""
        self._change(self._case.undo, news="Undone: {0}.")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._change(self._case.redo, news="Done again: {0}.")

    def _change(
        self,
        change: Callable[[], Outcome],
        then: Callable[[Outcome], object] | None = None,
        *,
        owner: QObject | None = None,
        failed: Callable[[VigilError], object] | None = None,
        quiet: bool = False,
        news: str = "",
    ) -> None:
        def work() -> tuple[Outcome, History]:
            outcome = change()
            return outcome, self._history()

        def finish(answer: tuple[Outcome, History]) -> None:
            outcome, history = answer
            self._set_history(history)
            if outcome.step:
                self.changed.emit(outcome.changes)
            if outcome.step and not quiet:
                told = self.tr(news).format(outcome.label) if news else sentence(outcome.label)
                self.done.emit(told, history[0] is not None and not news)
            if then is not None and _alive(owner):
                then(outcome)

        def refuse(error: VigilError) -> None:
            if failed is not None and _alive(owner):
                failed(error)
            else:
                self._complain(error)

        self._writes.start(work, finish, owner=self, failed=refuse)

    def close(self) -> None:
        """Wait for what is under way, close the case and end the threads; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        for watch in self._watches:
            watch.cancel()
        self._works.drop_waiting()
        self._works.wait()
        self._reads.drop_waiting()
        self._reads.wait()
        self._writes.start(self._case.close)
        self._writes.wait()

    def _history(self) -> History:
        return self._case.undoable(), self._case.redoable()

    def _set_history(self, labels: History) -> None:
        if labels != (self._undo, self._redo):
            self._undo, self._redo = labels
            self.history_changed.emit()

    def _complain(self, error: VigilError) -> None:
        self.failed.emit(str(error))

    def _tell_idle(self) -> None:
        if self.idle:
            self.became_idle.emit()


_PAST = {
    "Accept": "Accepted",
    "Add": "Added",
    "Change": "Changed",
    "Choose": "Chose",
    "Grade": "Graded",
    "Link": "Linked",
    "Merge": "Merged",
    "Number": "Numbered",
    "Reject": "Rejected",
    "Remove": "Removed",
    "Reopen": "Reopened",
    "Restore": "Restored",
    "Save": "Saved",
    "Set": "Set",
    "Suggest": "Suggested",
    "Take": "Took",
    "Withdraw": "Withdrew",
}


def sentence(label: str) -> str:
    """A step's label as news: "Withdraw UKR-2022-0003" gives "Withdrew UKR-2022-0003."."""
    verb, space, rest = label.partition(" ")
    return f"{_PAST.get(verb, verb)}{space}{rest}."


def _alive(owner: QObject | None) -> bool:
    return owner is None or shiboken6.isValid(owner)
