"""A log record at WARNING or above that the test did not announce fails it; so does one announced and never made.

A test announces with `@pytest.mark.expects_log("regular expression", ...)`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest

from tests.guards.outcome import passed


class _Collector(logging.Handler):
    """Keeps every record at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    patterns = [str(pattern) for mark in request.node.iter_markers("expects_log") for pattern in mark.args]
    messages = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in collector.records]
    surprising = [line for line in messages if not any(re.search(pattern, line) for pattern in patterns)]
    if surprising:
        pytest.fail("unexpected log records:\n  " + "\n  ".join(surprising), pytrace=False)
    missing = [pattern for pattern in patterns if not any(re.search(pattern, line) for line in messages)]
    if missing and passed(request.node):
        pytest.fail(f"announced with expects_log, but never logged: {missing}", pytrace=False)
