"""A Python thread that outlives its test fails it: it would work on a case that another test believes its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

PATIENCE = 3.0  # seconds a thread gets to end after it was told to


def leftover_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads started since `before` that are still alive; the stand-ins for Qt's own threads do not count."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]


@pytest.fixture(autouse=True)
def _no_thread_left(request: pytest.FixtureRequest) -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + PATIENCE
    while (left := leftover_threads(before)) and time.monotonic() < deadline:
        left[0].join(0.02)
    if left:
        named = ", ".join(f"{thread.name} (daemon={thread.daemon})" for thread in left)
        pytest.fail(f"threads still running after the test: {named}", pytrace=False)
