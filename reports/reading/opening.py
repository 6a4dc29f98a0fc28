"""The bytes of a file that somebody was given: of an ordinary file only, without ever waiting for it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from incidents.errors import UnreadableFile
from incidents.record.saying import shown
from reports.reading.limits import LIMITS, Limits

# Not there on every system: links are not followed, a pipe does not make us wait for its other end.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)
_TROUBLE = {
    errno.ENOENT: "is not there. Check its name and folder.",
    errno.ENOTDIR: "is not there. Check its name and folder.",
    errno.ENAMETOOLONG: "has a name that is too long for this disk.",
    errno.EACCES: "may not be read by you. Ask for permission, or take a copy of your own.",
    errno.EPERM: "may not be read by you. Ask for permission, or take a copy of your own.",
}


def content_of(path: Path, *, limits: Limits = LIMITS) -> bytes:
    """All bytes of an ordinary file.

    Links are not followed: a folder from somebody else could otherwise lead to any file of this computer, whose
    content would then be stored in the case. Raises UnreadableFile for links, folders, devices and pipes, for what
    is empty or too large, and for what cannot be opened.
    """
    name = shown_name(path.name or str(path))
    try:
        if path.is_symlink():
            raise UnreadableFile(
                f"“{name}” is a link to another file. Give Vigil the file itself.", "no_file"
            )
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _trouble(name, path, error) from error
    try:
        with os.fdopen(handle, "rb") as file:
            _refuse_unusual(name, os.fstat(file.fileno()))
            content = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise _trouble(name, path, error) from error
    return checked(content, name, limits)


def checked(content: bytes, name: str, limits: Limits) -> bytes:
    """The content, unless there is none or too much of it."""
    if not content:
        raise UnreadableFile(f"“{name}” is empty (0 bytes). Ask for the file again.", "empty")
    if len(content) > limits.file_bytes:
        mega = limits.file_bytes >= 1_000_000
        most = f"{limits.file_bytes / 1e6:,.0f} MB" if mega else f"{limits.file_bytes:,} bytes"
        raise UnreadableFile(f"“{name}” is larger than {most}, too large for a report.", "limit")
    return content


def shown_name(name: str) -> str:
    """A file's name as it may stand in a sentence."""
    return shown(os.fsencode(name).decode("utf-8", "replace"), 80) or "The file"


def _refuse_unusual(name: str, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableFile(f"“{name}” is a folder. Give Vigil the files in it.", "no_file")
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(f"“{name}” is a device or a pipe, not a document.", "no_file")


def _trouble(name: str, path: Path, error: OSError | ValueError) -> UnreadableFile:
    number = getattr(error, "errno", None)
    if number in (errno.ELOOP, errno.EMLINK):
        return UnreadableFile(f"“{name}” is a link to another file. Give Vigil the file itself.", "no_file")
    if number == errno.ENXIO:
        return UnreadableFile(f"“{name}” is a device or a pipe, not a document.", "no_file")
    if number in (errno.EACCES, errno.EPERM, errno.EISDIR) and path.is_dir():  # Windows opens no folder
        return UnreadableFile(f"“{name}” is a folder. Give Vigil the files in it.", "no_file")
    said = _TROUBLE.get(number or 0)
    if said is None:
        said = f"could not be read: {getattr(error, 'strerror', None) or 'its name is not valid'}."
    return UnreadableFile(f"“{name}” {said}", "no_file")
