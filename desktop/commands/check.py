"""vigil check: is the case whole? Database, journal chain, evidence."""

from __future__ import annotations

import argparse

from desktop.commands.common import open_case
from desktop.commands.exits import Exit
from incidents.case.checkup import Checkup


def check(options: argparse.Namespace) -> int:
    """Print what is wrong and fail, or say that the case is whole."""
    with open_case(options, read_only=True) as case:
        result = case.read(Checkup())
    for line in result.faults:
        print(line)
    if result.faults:
        return Exit.FAILED
    print(
        f"{options.case} is whole: {result.incidents} incidents, {result.evidence} originals, "
        f"{result.entries} journal entries ending in {result.head[:16]}."
    )
    return Exit.DONE
