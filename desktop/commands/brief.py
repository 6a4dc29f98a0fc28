"""vigil brief: a briefing as PDF from a filter, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.commands.common import Names, filter_of, open_case, own_places
from desktop.commands.exits import Exit
from desktop.commands.terminal import say
from desktop.commands.told import Told
from reports.briefing import BriefingRequest, make


def brief(options: argparse.Namespace) -> int:
    """Make the PDF and say what it is."""
    with open_case(options) as case:
        own = own_places(case)
        request = BriefingRequest(
            filter=filter_of(options, own),
            title=options.title,
            organisation=options.organisation,
            profile=options.profile,
            tlp=options.tlp,
            language=options.lang,
        )
        made = make(case, request, Path(options.output), Told(), names=Names(own))
    number = (
        f"Briefing {made.number}" if made.number else "Draft without a number (the case may only be read)"
    )
    say(f"{number}: {made.incidents} incidents on {made.pages} pages in {made.path}")
    return Exit.DONE
