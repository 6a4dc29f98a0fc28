"""What tests of the window share: a case that is open, and no work left running behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.bridge import jobs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.bridge.open_case import OpenCase


@pytest.fixture(autouse=True)
def _jobs_end() -> Iterator[None]:
    yield
    jobs.shut_down()


@pytest.fixture
def open_case(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenCase]:
    """An empty case in a file of its own."""
    from desktop.bridge.open_case import OpenCase
    from incidents.case import Actor, Case

    opened = OpenCase(Case.create(tmp_path / "test.vigil", actor=Actor("Olena"), name="Test"))
    yield opened
    opened.close()


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[..., None]:
    """Wait until an open case has delivered everything that was asked of it."""

    def wait(*cases: OpenCase) -> None:
        qtbot.waitUntil(lambda: all(case.idle for case in cases) and jobs.idle(), timeout=10_000)

    return wait
