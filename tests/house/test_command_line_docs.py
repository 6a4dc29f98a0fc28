"""Every verb and option of the command line explains itself and is described in the documents."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from desktop.commands.parser import build_parser
from tests.house.tree import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def verbs(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The verbs of the command line with their parsers."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {verb: below for group in groups for verb, below in group.choices.items()}


def arguments() -> Iterator[tuple[str, argparse.Action]]:
    """Each option and positional argument with the verb that it belongs to ("vigil" itself has none)."""
    parser = build_parser()
    for verb, owner in {"": parser, **verbs(parser)}.items():
        for action in owner._actions:
            if not isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
                yield verb, action


def documents() -> str:
    return "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def test_every_verb_and_argument_has_help() -> None:
    assert {"new", "add", "list", "brief", "check"} <= set(verbs(build_parser()))
    silent = [f"{verb} {action.dest}" for verb, action in arguments() if not action.help]
    assert not silent
    assert all((below.description or "").strip() for below in verbs(build_parser()).values())


def test_every_verb_is_in_the_documents() -> None:
    text = documents()
    assert not [verb for verb in verbs(build_parser()) if not re.search(rf"\bvigil {re.escape(verb)}\b", text)]


def test_every_option_is_in_the_documents() -> None:
    text = documents()
    options = {max(action.option_strings, key=len) for _, action in arguments() if action.option_strings}
    assert not [option for option in sorted(options) if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", text)]


def test_the_documents_name_no_option_that_is_gone() -> None:
    known = {option for _, action in arguments() for option in action.option_strings} | {"--help", "-h"}
    examples = re.findall(r"(?m)^\s*(?:\$ )?(?:\.venv/bin/)?vigil (.*)$", documents())
    named = {option for line in examples for option in re.findall(r"(?<!\S)--[a-z][\w-]*", line)}
    assert not sorted(named - known)
