"""Lets a guard know whether the test itself passed: what a failed test leaves behind is no news."""

from __future__ import annotations

from collections.abc import Generator

import pytest

_PASSED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep the outcome of the test's own phase."""
    report = yield
    if report.when == "call":
        item.stash[_PASSED] = report.passed
    return report


def passed(item: pytest.Item) -> bool:
    """Whether the body of the test ran and succeeded."""
    return item.stash.get(_PASSED, False)
