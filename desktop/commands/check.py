"""vigil check: is the case whole? Database, journal chain, evidence, records."""

from __future__ import annotations

import argparse

from desktop.commands.common import open_case
from desktop.commands.exits import Exit
from desktop.commands.terminal import say
from incidents.case.checkup import Checkup


def check(options: argparse.Namespace) -> int:
    """Print what is wrong and fail, or say that the case is whole."""
    with open_case(options, read_only=True) as case:
        result = case.read(Checkup())
    for line in result.faults:
        say(line)
    if result.faults:
        return Exit.FAILED
    say(
        f"{options.case} is whole: {_number(result.incidents, 'incident')}, "
        f"{_number(result.evidence, 'original')}, {result.entries} journal entries ending in {result.head[:16]}."
    )
    return Exit.DONE


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
