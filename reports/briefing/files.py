"""Writes the PDF whole or not at all, and never over a case."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from incidents.errors import VigilError
from incidents.vault.copies import file_trouble, whole_file


class BriefingNotWritten(VigilError):
    """The name belongs to a case; what is there is untouched."""


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `path` when the block ends well, and vanishes when it does not."""
    _spare_cases(path)
    with whole_file(path) as partial, open(partial, "wb") as file:
        yield file


def check_writable(path: Path) -> None:
    """Raise what `written_whole` would raise if the file could not be made in that folder."""
    _spare_cases(path)
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise file_trouble(error, path) from error


def _spare_cases(path: Path) -> None:
    """Never write over a case or the files beside it, whatever was typed as the name."""
    if _looks_like_case(path):
        raise BriefingNotWritten(
            f"“{path.name}” is or belongs to a case, which a briefing must not replace. Choose another name."
        )


def _looks_like_case(path: Path) -> bool:
    if path.suffix.lower().startswith(".vigil"):
        return True
    try:
        if not path.is_file():
            return False
        with open(path, "rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False  # what cannot be read or written is told by whoever writes
