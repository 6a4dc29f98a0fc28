"""What a test leaves behind in Qt fails it: windows, running timers, animations, threads and busy thread pools.

Left alone they fire into a later test, which then fails for no reason of its own. Qt has no list of its timers and
threads, so their `start` is wrapped in a plain function that remembers who was started.
"""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6 import QtCore, QtWidgets

from tests.guards.outcome import passed

PATIENCE = 3.0  # seconds that threads and pools get to finish

# Windows that Qt makes once for itself and keeps.
_QTS_OWN = {"QTipLabel", "QWhatsThat", "QShapedPixmapWidget", "QDesktopScreenWidget", "QRubberBand"}

_RUNNING: dict[type, Callable[..., bool]] = {
    QtCore.QTimer: lambda timer: timer.isActive(),
    QtCore.QThread: lambda thread: thread.isRunning(),
    QtCore.QAbstractAnimation: lambda moving: moving.state() == QtCore.QAbstractAnimation.State.Running,
    QtCore.QThreadPool: lambda pool: pool.activeThreadCount() > 0,
}
_started: list[tuple[Callable[[], QtCore.QObject | None], type]] = []


def _remember_starts(kind: type, method: str) -> None:
    original = getattr(kind, method)

    def start(self: QtCore.QObject, *arguments: object, **named: object) -> object:
        # Qt's global pool outlives every Python object that stands for it.
        keep = (lambda: self) if kind is QtCore.QThreadPool else weakref.ref(self)
        _started.append((keep, kind))
        return original(self, *arguments, **named)

    setattr(kind, method, start)


for _kind in _RUNNING:
    _remember_starts(_kind, "start")
_remember_starts(QtCore.QThreadPool, "tryStart")


def _still_running() -> list[str]:
    """Descriptions of what was started and has not stopped."""
    found: dict[int, str] = {}
    for recall, kind in _started:
        thing = recall()
        if thing is not None and shiboken6.isValid(thing) and _RUNNING[kind](thing):
            owner = thing.parent()
            of = f" of {type(owner).__name__}" if owner is not None else ""
            found[id(thing)] = f"{type(thing).__name__} {thing.objectName()!r}{of}".replace(" ''", "")
    return list(found.values())


def _windows() -> dict[int, QtWidgets.QWidget]:
    """Top-level widgets without a parent, by the address of the C++ object."""
    if not isinstance(QtWidgets.QApplication.instance(), QtWidgets.QApplication):
        return {}
    return {
        shiboken6.getCppPointer(widget)[0]: widget
        for widget in QtWidgets.QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in _QTS_OWN
    }


def _finish_deletions() -> None:
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)


def _windows_left(before: set[int]) -> list[str]:
    """Windows made since, after everything that deserves to die was given the chance."""
    if not _windows().keys() - before:
        return []
    _finish_deletions()
    if _windows().keys() - before:
        gc.collect()
        _finish_deletions()
    left = {address: widget for address, widget in _windows().items() if address not in before}
    return [f"{type(w).__name__} {w.objectName()!r} titled {w.windowTitle()!r}" for w in left.values()]


@pytest.fixture(autouse=True)
def _nothing_left_in_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(_windows())
    _started.clear()
    yield
    windows = _windows_left(before)
    deadline = time.monotonic() + PATIENCE
    while (running := _still_running()) and time.monotonic() < deadline:
        if not any("Thread" in name for name in running):
            break  # a timer does not end by waiting
        time.sleep(0.02)
    _started.clear()
    if not passed(request.node):
        return
    if windows:
        pytest.fail(f"windows still open after the test: {'; '.join(windows)}", pytrace=False)
    if running:
        pytest.fail(f"still running after the test: {'; '.join(running)}", pytrace=False)
