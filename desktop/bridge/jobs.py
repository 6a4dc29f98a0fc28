"""Work beside the window: it starts on a thread and its result comes back on the main thread.

A result is delivered only if its owner still lives and nothing newer was asked under the same topic. A
`VigilError` goes to `failed`, `Cancelled` is silent, every other exception is our bug and goes to
`sys.excepthook`, where the crash report is made. Nothing here waits in a nested event loop.
"""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal

from desktop.bridge import garbage
from incidents.errors import VigilError
from incidents.progress import Cancelled

Result = TypeVar("Result")
WORKERS = 2


@dataclass(slots=True)
class _Ticket:
    """A job under way. It holds all that may belong to Qt, so that a worker thread never frees a widget."""

    work: Callable[[], Any]
    then: Callable[[Any], object] | None
    failed: Callable[[VigilError], object] | None
    owner: weakref.ref[QObject] | None
    topic: tuple[int, str] | None
    future: Future[None] | None = None


class Jobs(QObject):
    """A few threads with one queue, and the way back to the main thread.

    Signals: became_idle, when the last result was delivered.
    """

    became_idle = Signal()
    _finished = Signal(int, object, object)

    def __init__(self, workers: int = WORKERS, *, name: str = "vigil", parent: QObject | None = None) -> None:
        super().__init__(parent)
        garbage.hold()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix=name)
        self._tickets: dict[int, _Ticket] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._last = 0
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """True when no job is under way and no result waits to be delivered."""
        return not self._tickets

    def start(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object] | None = None,
        *,
        owner: QObject | None = None,
        topic: str = "",
        failed: Callable[[VigilError], object] | None = None,
    ) -> None:
        """Run `work` on a thread, then `then(result)` or `failed(error)` on the main thread.

        owner: results for a deleted owner are dropped. topic: a newer job of the same owner and topic makes
        this one stale; it is not started any more if it still waits, and its result is dropped.
        """
        assert QThread.currentThread() is self.thread(), "jobs are started from the main thread"
        if self._closed:
            return
        self._last += 1
        number = self._last
        key = (id(owner), topic) if owner is not None and topic else None
        ticket = _Ticket(work, then, failed, weakref.ref(owner) if owner is not None else None, key)
        if key is not None:
            self._supersede(key)
            self._newest[key] = number
        self._tickets[number] = ticket
        ticket.future = self._pool.submit(self._work, number, work)

    def wait(self) -> None:
        """Block until the threads are done and have ended; results that nobody fetched yet are dropped."""
        first, self._closed = not self._closed, True
        self._pool.shutdown(wait=True, cancel_futures=False)
        if first:
            garbage.release()
        self._tickets.clear()
        self._newest.clear()

    def drop_waiting(self) -> None:
        """Forget jobs that have not started."""
        for number, ticket in list(self._tickets.items()):
            if ticket.future is not None and ticket.future.cancel():
                del self._tickets[number]

    def _supersede(self, key: tuple[int, str]) -> None:
        older = self._newest.get(key)
        ticket = self._tickets.get(older) if older is not None else None
        if older is not None and ticket is not None and ticket.future is not None and ticket.future.cancel():
            del self._tickets[older]

    def _work(self, number: int, work: Callable[[], Any]) -> None:
        """On a worker thread."""
        result: Any = None
        error: BaseException | None = None
        try:
            result = work()
        except BaseException as raised:
            error = raised
        if shiboken6.isValid(self):
            self._finished.emit(number, result, error)

    def _deliver(self, number: int, result: Any, error: BaseException | None) -> None:
        """On the main thread."""
        ticket = self._tickets.pop(number, None)
        if ticket is None:
            return
        wanted = self._is_wanted(ticket, number)
        try:
            if wanted or (error is not None and not isinstance(error, (VigilError, Cancelled))):
                _hand_over(ticket, result, error)
        finally:
            if ticket.topic is not None and self._newest.get(ticket.topic) == number:
                del self._newest[ticket.topic]
            if not self._tickets and shiboken6.isValid(self):
                self.became_idle.emit()

    def _is_wanted(self, ticket: _Ticket, number: int) -> bool:
        if ticket.topic is not None and self._newest.get(ticket.topic) != number:
            return False
        if ticket.owner is None:
            return True
        owner = ticket.owner()
        return owner is not None and shiboken6.isValid(owner)


def _hand_over(ticket: _Ticket, result: Any, error: BaseException | None) -> None:
    if error is None:
        if ticket.then is not None:
            ticket.then(result)
    elif isinstance(error, VigilError) and ticket.failed is not None:
        ticket.failed(error)
    elif not isinstance(error, Cancelled):
        sys.excepthook(type(error), error, error.__traceback__)


class Watch:
    """Progress of a job for a window that looks at it now and then; `cancel` stops the job at its next step."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self.done = 0
        self.total: int | None = None
        self.what = ""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Called by the work, on its thread."""
        self.done, self.total, self.what = done, total, what or self.what
        if self._cancelled.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Called by the window."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._cancelled.is_set()


_shared: Jobs | None = None


def run(
    work: Callable[[], Result],
    then: Callable[[Result], object] | None = None,
    *,
    owner: QObject | None = None,
    topic: str = "",
    failed: Callable[[VigilError], object] | None = None,
) -> None:
    """Any job off the main thread that is not a question to a case; see Jobs.start."""
    global _shared  # noqa: PLW0603  (one pool for the process, made when first needed)
    if _shared is None or not shiboken6.isValid(_shared):
        _shared = Jobs(name="vigil-job")
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(shut_down)
    _shared.start(work, then, owner=owner, topic=topic, failed=failed)


def idle() -> bool:
    """True when nothing that `run` started is outstanding."""
    return _shared is None or _shared.idle


def shut_down() -> None:
    """Wait for what `run` started and end its threads; a later `run` starts anew."""
    global _shared  # noqa: PLW0603
    if _shared is not None:
        _shared.drop_waiting()
        _shared.wait()
        _shared.deleteLater() if shiboken6.isValid(_shared) else None
        _shared = None
