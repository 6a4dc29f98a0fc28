"""Qt objects that a test forgot are destroyed on the main thread, right after it.

Python collects cyclic garbage on whatever thread happens to make the next object; on the writing thread of a later
test's case that would destroy widgets there, which Qt forbids and which ends the process.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _forgotten_widgets_go(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "qapp" in request.fixturenames:
        gc.collect()


def pytest_collection_finish() -> None:
    """What is imported by now stays for good; it need not be looked through after every test."""
    gc.collect()
    gc.freeze()
