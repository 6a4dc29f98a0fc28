"""vigil new: a new case, empty or filled with the sample case."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.commands.common import actor
from desktop.commands.exits import Exit
from desktop.commands.told import Told
from incidents.case import Case
from incidents.places import Gazetteer


def new(options: argparse.Namespace) -> int:
    """Make the case and say where it is."""
    path = Path(options.case)
    if path.suffix != ".vigil":
        path = path.with_name(path.name + ".vigil")
    if options.sample:
        from seeds.build import build

        build(path, actor=actor(), progress=Told())
    else:
        country = Gazetteer.shipped().resolve_region(options.country)[:3] if options.country else ""
        Case.create(path, actor=actor(), name=options.name, country=country).close()
    print(f"Made {path}")
    return Exit.DONE
