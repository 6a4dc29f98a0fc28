"""The words of the command line: verbs, options and their help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, NoReturn

from desktop.commands.exits import WrongCall
from desktop.commands.options import add_filter_options, add_incident_options
from desktop.version import VERSION

VERBS = ("new", "add", "list", "brief", "extract", "intake", "check")


class _Parser(argparse.ArgumentParser):
    """argparse whose errors are one line, and whose options are written out, so that new ones change no script."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise WrongCall(f"{self.prog}: {message}; see {self.prog} --help.")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(
        prog="vigil",
        description="Document what happens to civilians. Without a command, vigil [CASE] opens the window.",
        epilog="CASE is a file NAME.vigil. A repeated filter option means or, different ones mean and. "
        "vigil COMMAND --help tells more. Exit codes: 0 done, 1 failed, 2 a call that was not understood.",
    )
    parser.add_argument("--version", action="version", version=f"Vigil {VERSION}")
    verbs = parser.add_subparsers(dest="verb", metavar="COMMAND", required=True, parser_class=_Parser)
    _new(verbs)
    _add(verbs)
    _list(verbs)
    _brief(verbs)
    _extract(verbs)
    _intake(verbs)
    _check(verbs)
    return parser


def _verb(
    verbs: Any, name: str, text: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=text, description=text)
    parser.add_argument("case", metavar="CASE", help="the case file, NAME.vigil")
    parser.set_defaults(run=run)
    return parser


def _new(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.new import new

        return new(options)

    parser = _verb(verbs, "new", "Make a new case, empty or filled with the sample case.", run)
    parser.add_argument("--sample", action="store_true", help="fill it with the sample case")
    parser.add_argument("--name", default="", help="what the case is called (default: the file's name)")
    parser.add_argument("--country", default="", help="the country that most of its places are in")


def _add(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.add import add

        return add(options)

    parser = _verb(verbs, "add", "Add one incident, or with --json many, all or none.", run)
    parser.add_argument(
        "--json", metavar="FILE", help="one incident or a list of them as JSON; - reads standard input"
    )
    add_incident_options(parser)


def _list(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.listing import list_incidents

        return list_incidents(options)

    parser = _verb(verbs, "list", "List incidents with the count and totals of the whole filter.", run)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    add_filter_options(parser)


def _brief(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.brief import brief

        return brief(options)

    parser = _verb(verbs, "brief", "Make a briefing as PDF from a filter.", run)
    parser.add_argument("-o", "--output", metavar="FILE.pdf", required=True, help="the PDF to write")
    parser.add_argument("--title", default="", help="the briefing's title")
    parser.add_argument("--organisation", default="", help="who issues the briefing")
    parser.add_argument(
        "--profile", choices=("internal", "partner", "public"), default="internal", help="how much is shown"
    )
    parser.add_argument(
        "--tlp",
        choices=("RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"),
        default="AMBER",
        help="Traffic Light Protocol label (default: AMBER)",
    )
    parser.add_argument(
        "--lang", choices=("en",), default="en", help="language of the briefing (default: en)"
    )
    add_filter_options(parser)


def _extract(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.extract import extract

        return extract(options)

    text = "Print the incidents that reports seem to tell of; nothing is saved."
    parser: argparse.ArgumentParser = verbs.add_parser("extract", help=text, description=text)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="a report: text, HTML, PDF, DOCX, ODT, RTF, mail"
    )
    _about_reports(parser)
    parser.set_defaults(run=run)


def _intake(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.intake import intake

        return intake(options)

    parser = _verb(
        verbs, "intake", "Take reports into the inbox of a case, with what they seem to tell of.", run
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help="a report, or a folder with reports")
    parser.add_argument("--publisher", metavar="NAME", default="", help="who published all of them")
    _about_reports(parser)


def _about_reports(parser: argparse.ArgumentParser) -> None:
    """What is said of all reports of a call."""
    parser.add_argument("--published", metavar="D", help="day of publication, which “yesterday” counts from")
    parser.add_argument(
        "--language", metavar="xx", default="", help="language of the report (default: found out)"
    )
    parser.add_argument("--json", action="store_true", help="print everything as JSON")


def _check(verbs: Any) -> None:
    def run(options: argparse.Namespace) -> int:
        from desktop.commands.check import check

        return check(options)

    _verb(
        verbs,
        "check",
        "Verify the database, the journal's chain and the evidence; exit 1 if something is wrong.",
        run,
    )
