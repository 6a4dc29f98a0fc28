"""What the first hundred bytes of a file tell, read before any database code touches it.

Layout: the SQLite file format, section 1.3 (page size at 16, page count at 28, user version at 60,
application id at 68).
"""

from __future__ import annotations

import stat
from pathlib import Path

from incidents.case.engine import APPLICATION_ID
from incidents.errors import CaseDamaged, CaseError, CaseReadOnly, CaseTooNew, NotACase

SCHEMA = 2
_MAGIC = b"SQLite format 3\x00"


def examine(path: Path) -> int:
    """The schema version of the case at `path`; raises a CaseError when it is no case that can be opened."""
    head = _first_bytes(path)
    if not head:
        raise NotACase(f"“{path.name}” is empty, so it is no Vigil case. Create a new one, or open a backup.")
    if head[:16] != _MAGIC or len(head) < 100:
        raise NotACase(f"“{path.name}” is not a Vigil case. Case files end in .vigil and are made by Vigil.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotACase(f"“{path.name}” is a database of another program, not a Vigil case.")
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA:
        raise CaseTooNew(
            f"“{path.name}” was made by a newer version of Vigil. It was left untouched; open it with that version."
        )
    size, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    if path.stat().st_size < pages * (65536 if size == 1 else size):
        raise CaseDamaged(
            f"“{path.name}” is cut short: its end is missing, as after a copy that did not finish. "
            "Keep it as it is, and open a complete copy."
        )
    return version


def _first_bytes(path: Path) -> bytes:
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise NotACase(f"“{path.name}” is a folder, not a case file.")
        if not stat.S_ISREG(kind):  # opening a pipe or a device would wait, perhaps for ever
            raise NotACase(f"“{path.name}” is no file on a disk, so it is no Vigil case.")
        with open(path, "rb") as file:
            return file.read(100)
    except FileNotFoundError:
        raise CaseError(f"There is no file “{path}”. Check the name, or create a new case there.") from None
    except PermissionError:
        raise CaseReadOnly(
            f"You may not read “{path.name}”. Ask its owner, or choose another file."
        ) from None
    except OSError as error:
        raise CaseError(f"“{path.name}” cannot be read: {error.strerror or error}.") from None
