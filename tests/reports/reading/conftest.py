"""A reader that the tests of a module share, as somebody with a folder of files would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reports.reading import Reader


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One child process for all the files of a module."""
    with Reader() as shared:
        yield shared
