"""Progress on the command line: one line that is written over, where a person watches."""

from __future__ import annotations

import sys


class Told:
    """Tells on standard error how far a piece of work is; says nothing to a file or a pipe."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Print how far it is."""
        if sys.stderr.isatty():
            so_far = f"{done}/{total}" if total else ""
            end = "\n" if total and done >= total else ""
            print(f"\r\x1b[K{what or 'Working'} {so_far}", end=end, file=sys.stderr, flush=True)
