"""Python's cyclic garbage is collected on the main thread alone while worker threads live.

Python collects on whatever thread happens to make the next object. On a worker that would destroy forgotten
widgets there: Qt forbids it, and it can hang the program for good, because the destructor holds a lock of Qt and
waits for Python while the main thread holds Python and waits for that lock. Seen as a real hang in the tests.
"""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer

EVERY = 1_000  # milliseconds between two looks at how much garbage there may be

_holders = 0
_timer: QTimer | None = None


def hold() -> None:
    """Worker threads are about to start; call on the main thread."""
    global _holders, _timer  # noqa: PLW0603  (the collector is one for the process)
    _holders += 1
    gc.disable()
    if _timer is None:
        _timer = QTimer(QCoreApplication.instance())
        _timer.setInterval(EVERY)
        _timer.timeout.connect(collect_if_due)
        _timer.start()


def release() -> None:
    """The worker threads of one holder have ended; after the last one Python collects by itself again."""
    global _holders, _timer  # noqa: PLW0603
    _holders -= 1
    if _holders > 0 or _timer is None:
        return
    timer, _timer = _timer, None
    if shiboken6.isValid(timer):
        timer.stop()
        timer.deleteLater()
    gc.enable()


def collect_if_due() -> None:
    """On the main thread: what Python would have done, by its own thresholds, the oldest generation first."""
    gc.disable()  # whoever switched it on meanwhile did not know of the threads
    for generation in (2, 1, 0):
        limit = gc.get_threshold()[generation]
        if limit and gc.get_count()[generation] > limit:
            gc.collect(generation)
            return
