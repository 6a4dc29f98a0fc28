"""Progress on the command line: one line that is written over, where a person watches."""

from __future__ import annotations

import sys

from desktop.commands.terminal import cell

_WIDEST = 60


class Told:
    """Tells on standard error how far a piece of work is; says nothing to a file or a pipe."""

    def __init__(self) -> None:
        self._watched = sys.stderr is not None and sys.stderr.isatty()

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Print how far it is, and clear the line at the end."""
        if self._watched:
            finished = total is not None and done >= total
            so_far = "" if finished else f"{cell(what, _WIDEST) or 'Working'} {done}/{total or '…'}"
            print(f"\r\x1b[K{so_far}", end="", file=sys.stderr, flush=True)
