"""vigil new: a new case, empty or filled with the sample case."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.commands.common import actor, refuse_url
from desktop.commands.exits import Exit, WrongCall
from desktop.commands.terminal import say
from desktop.commands.told import Told
from incidents.case import Case
from incidents.errors import VigilError
from incidents.places import Gazetteer


def new(options: argparse.Namespace) -> int:
    """Make the case and say where it is."""
    refuse_url(options.case)
    path = Path(options.case)
    if path.name in ("", ".."):
        raise WrongCall(
            f"vigil new: “{options.case}” names no file; give the case a name such as Kharkiv.vigil."
        )
    if path.suffix != ".vigil":
        path = path.with_name(path.name + ".vigil")
    if options.sample:
        if options.name or options.country:
            raise WrongCall("vigil new: the sample case has its own name; leave out --name and --country.")
        from seeds.build import build

        build(path, actor=actor(), progress=Told())
    else:
        Case.create(path, actor=actor(), name=options.name, country=_country(options.country)).close()
    say(f"Made {path}")
    return Exit.DONE


def _country(text: str) -> str:
    """The code of the country that was named."""
    if not text.strip():
        return ""
    gazetteer = Gazetteer.shipped()
    try:
        area = gazetteer.area(gazetteer.resolve_region(text))
    except VigilError as error:
        raise WrongCall(f"vigil new: {error}") from error
    if area is None or area.kind != "country":
        within = f" Did you mean {gazetteer.label(area.parent)}?" if area is not None and area.parent else ""
        raise WrongCall(f"vigil new: “{text}” is no country.{within}")
    return area.code
