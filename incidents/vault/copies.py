"""Copies of a case file, and files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from incidents.errors import CaseError, CaseReadOnly, DiskFull, VigilError


def back_up(path: Path, *, version: int, now: datetime) -> Path:
    """Copy a closed case file beside itself before an upgrade; returns the copy's path.

    The copy is complete on disk before this returns. Raises DiskFull or CaseReadOnly.
    """
    copy = path.with_name(f"{path.stem}.before-upgrade-{version}.{now:%Y%m%d-%H%M%S}{path.suffix}")
    with whole_file(copy) as partial:
        shutil.copyfile(path, partial)
    return copy


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a temporary path to write to; it becomes `path` when the block ends well, else it vanishes.

    The content is on disk before it takes its name, and only its owner may read it.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise file_trouble(error, path) from error
    partial = Path(name)
    try:
        yield partial
        with open(partial, "rb+") as written:
            os.fsync(written.fileno())
        os.replace(partial, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise file_trouble(error, path) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_trouble(error: OSError, path: Path) -> VigilError:
    """The sentence for a file that could not be written or read."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFull(
            f"There is no room left for “{path.name}”. Nothing was written; free some space and try again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CaseReadOnly(f"“{path.parent}” may not be written to. Choose another folder.")
    if error.errno == errno.ENOENT:
        return CaseError(f"The folder “{path.parent}” does not exist. Choose another one.")
    if error.errno in (errno.EISDIR, errno.ENOTDIR):
        return CaseError(f"“{path}” is no file that can be written. Choose another name.")
    return CaseError(f"“{path.name}” could not be written: {error.strerror or error}.")
