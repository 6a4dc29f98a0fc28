"""How long work tells that it goes on, and learns that the user cancelled it.

A function that may take over a second accepts a `Progress`. It calls `step` often; `step` raises
`Cancelled` when the user asked to stop. Nothing here knows of windows.
"""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):
    """The user stopped the work. Not an error: it is silent."""


class Progress(Protocol):
    """What a long-running function reports to."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Tell that `done` of `total` units are finished; raises Cancelled if the user asked to stop."""


class NoProgress:
    """Progress for callers who do not watch."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Do nothing."""
