"""vigil new: a new case, empty or filled with the sample case."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desktop.commands.common import actor
from desktop.commands.exits import Exit
from incidents.case import Case
from incidents.places import Gazetteer


class _Told:
    """Progress as one line that is written over, where a person watches."""

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        """Print how far it is."""
        if sys.stderr.isatty():
            print(f"\r{what or 'Working'} {done}/{total}" if total else f"\r{what}", end="", file=sys.stderr)


def new(options: argparse.Namespace) -> int:
    """Make the case and say where it is."""
    path = Path(options.case)
    if path.suffix != ".vigil":
        path = path.with_name(path.name + ".vigil")
    if options.sample:
        from seeds.build import build

        build(path, actor=actor(), progress=_Told())
    else:
        country = Gazetteer.shipped().resolve_region(options.country)[:3] if options.country else ""
        Case.create(path, actor=actor(), name=options.name, country=country).close()
    print(f"Made {path}")
    return Exit.DONE
