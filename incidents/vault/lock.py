"""One writer per case file.

The operating system's lock on a side file (`NAME.vigil.lock`) is what counts: it ends with the process, even
after a crash. What stands in the side file only serves the message to whoever comes second.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import IO

import portalocker

from incidents.errors import CaseInUse


class CaseLock:
    """The right to write to one case file, from construction until `release`."""

    def __init__(self, case_path: Path) -> None:
        self.path = case_path.with_name(case_path.name + ".lock")
        self._file: IO[str] | None = None
        handle = open(self.path, "a+", encoding="utf-8")  # noqa: SIM115 - kept open for as long as the lock
        try:
            portalocker.lock(handle, portalocker.LOCK_EX | portalocker.LOCK_NB)
        except portalocker.LockException:
            holder = self._holder(handle)
            handle.close()
            raise CaseInUse(
                f"“{case_path.name}” is already open{holder}. Close it there first, or work in that window."
            ) from None
        self._file = handle
        handle.truncate(0)
        json.dump({"user": _user(), "host": platform.node(), "pid": os.getpid()}, handle)
        handle.flush()

    @staticmethod
    def _holder(handle: IO[str]) -> str:
        """ " by olena on laptop", or nothing when the side file cannot be read."""
        try:
            handle.seek(0)
            who = json.loads(handle.read(1000))
            return f" by {who['user']} on {who['host']} (process {who['pid']})"
        except (OSError, ValueError, KeyError, TypeError):
            return " in another window"

    def release(self) -> None:
        """Give the case free and remove the side file. May be called twice."""
        if self._file is None:
            return
        with suppress(OSError):
            # Removed while still held, so that nobody can lock a file that is about to vanish and be alone.
            if os.name == "posix":
                self.path.unlink()
        portalocker.unlock(self._file)
        self._file.close()
        self._file = None
        with suppress(OSError):
            if os.name != "posix":
                self.path.unlink()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
