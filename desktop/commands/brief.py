"""vigil brief: a briefing as PDF from a filter, without a window."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.commands.common import filter_of, open_case
from desktop.commands.exits import Exit
from desktop.commands.told import Told
from reports.briefing import BriefingRequest, make


def brief(options: argparse.Namespace) -> int:
    """Make the PDF and say what it is."""
    with open_case(options) as case:
        request = BriefingRequest(
            filter=filter_of(options, case),
            title=options.title,
            organisation=options.organisation,
            profile=options.profile,
            tlp=options.tlp,
            language=options.lang,
        )
        made = make(case, request, Path(options.output), Told())
    number = f"Briefing {made.number}" if made.number else "Draft without a number (the case may only be read)"
    print(f"{number}: {made.incidents} incidents on {made.pages} pages in {made.path}")
    return Exit.DONE
