"""How a command ends: its exit code, and the error for a call that cannot be understood."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command ends with."""

    DONE = 0
    FAILED = 1
    WRONG_CALL = 2


class WrongCall(Exception):
    """The call's words are off; the message is one line."""
