"""Writes a file whole or not at all: aside first, to the disk, then in place of the old one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from incidents.errors import DiskFull, VigilError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class BriefingNotWritten(VigilError):
    """The file could not be written; what was there before is untouched."""


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `path` when the block ends well, and vanishes when it does not."""
    aside: Path | None = None
    _spare_cases(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        aside = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        if aside is not None:
            with suppress(OSError):
                aside.unlink()


def check_writable(path: Path) -> None:
    """Raise what `written_whole` would raise if the file could not be made in that folder."""
    _spare_cases(path)
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        raise _told(error, path) from error


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


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _told(error: OSError, path: Path) -> VigilError:
    if error.errno in _FULL:
        return DiskFull(
            f"There is no room left for “{path.name}”. Free some space or choose another folder; nothing was written."
        )
    if isinstance(error, (PermissionError,)) or error.errno == errno.EROFS:
        return BriefingNotWritten(f"“{path.name}” may not be written in that folder. Choose another folder.")
    if isinstance(error, FileNotFoundError):
        return BriefingNotWritten(f"The folder “{path.parent}” does not exist. Choose another folder.")
    if isinstance(error, (IsADirectoryError, NotADirectoryError)):
        return BriefingNotWritten(f"“{path}” is no file that can be written. Choose another name.")
    return BriefingNotWritten(
        f"“{path.name}” could not be written: {error.strerror or 'unknown reason'}. Choose another place."
    )
