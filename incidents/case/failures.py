"""Database errors as sentences: the ones a user can act on become VigilErrors, the rest stay our bugs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from incidents.errors import CaseDamaged, CaseInUse, CaseReadOnly, DiskFull, NotACase, VigilError


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Turn the driver's known errors inside the block into sentences about the case file `path`."""
    try:
        yield
    except DBAPIError as error:
        known = sentence(error.orig, path)
        if known is None:
            raise
        raise known from error
    except driver.DatabaseError as error:
        known = sentence(error, path)
        if known is None:
            raise
        raise known from error


def sentence(error: BaseException | None, path: Path) -> VigilError | None:
    """The VigilError for a driver error, or None when it is no known trouble of files."""
    said = str(error).lower()
    name = f"“{path.name}”"
    if "full" in said and "disk" in said:
        return DiskFull(
            f"There is no room left on the disk of {name}. Nothing was saved; free some space and retry."
        )
    if "locked" in said or "busy" in said:
        return CaseInUse(f"{name} is being written to by another program. Try again in a moment.")
    if "readonly" in said or "read-only" in said:
        return CaseReadOnly(f"{name} may only be read. Copy it to a folder of your own to change it.")
    if "not a database" in said:
        return NotACase(f"{name} is not a Vigil case, or it is encrypted or damaged at its very start.")
    if any(sign in said for sign in ("malformed", "corrupt", "disk i/o", "could not decode")):
        return CaseDamaged(
            f"{name} is damaged: parts of it cannot be read. Keep it as it is, and open a backup copy instead."
        )
    return None
