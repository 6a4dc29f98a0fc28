"""What Vigil tells the user when something cannot be done.

There are two families of errors. A `VigilError` is for the user: `str(error)` is a whole sentence that
says what happened and what to do. Any other exception is our bug and goes to the crash report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incidents.record.problems import Problem


class VigilError(Exception):
    """Something the user can understand and act on; the message is a whole sentence."""


class Refused(VigilError):
    """An operation that was not carried out because what it was given breaks a rule.

    Attributes: problems, every broken rule with the field that it belongs to.
    """

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        self.problems: tuple[Problem, ...] = () if isinstance(problems, str) else tuple(problems)
        text = problems if isinstance(problems, str) else " ".join(problem.text for problem in problems)
        super().__init__(text)


class NotFound(VigilError):
    """The record asked for is not in this case."""


class ChangedSince(VigilError):
    """Somebody (or another window) changed the record after it was read, so nothing was overwritten."""


class CaseError(VigilError):
    """A case file that cannot be opened, created or written."""


class NotACase(CaseError):
    """The file is not a Vigil case: another program's file, or no database at all."""


class CaseDamaged(CaseError):
    """The file is a Vigil case, but parts of it are missing or unreadable."""


class CaseTooNew(CaseError):
    """The file was written by a newer version of Vigil; it was left untouched."""


class CaseInUse(CaseError):
    """Another window or command has the case open."""


class CaseReadOnly(CaseError):
    """The case may be read but not changed."""


class DiskFull(CaseError):
    """There is no room left; nothing was half-written."""


class UnreadableFile(VigilError):
    """A document from outside that could not be read.

    Attributes: reason, one of "no_file", "empty", "unknown", "locked", "damaged", "limit", "stopped".
    """

    def __init__(self, message: str, reason: str = "damaged") -> None:
        self.reason = reason
        super().__init__(message)


class UnknownPlace(VigilError):
    """A place or region that neither the gazetteer nor the case knows."""


class AmbiguousPlace(VigilError):
    """A name that fits several places or regions. Attributes: choices, the labels to choose from."""

    def __init__(self, message: str, choices: Sequence[str] = ()) -> None:
        self.choices = tuple(choices)
        super().__init__(message)


class UnknownRegion(UnknownPlace):
    """A region that neither the gazetteer nor the case knows."""


class AmbiguousRegion(AmbiguousPlace):
    """A region name that fits several regions."""
