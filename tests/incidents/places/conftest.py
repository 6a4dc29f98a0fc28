"""The gazetteer that set-up builds. Without it these tests fail, and say what to run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from incidents.places import Gazetteer
from resources.gazetteer import DATABASE


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The shipped gazetteer."""
    if not DATABASE.exists():
        pytest.fail(f"{DATABASE.name} is missing. Run: python -m resources.gazetteer.build", pytrace=False)
    opened = Gazetteer(DATABASE)
    yield opened
    opened.close()
