"""The entry point of `vigil`: finds the verb, runs it, and turns every error into one clear line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from desktop.commands.exits import Exit, WrongCall
from desktop.commands.parser import VERBS, build_parser
from incidents.errors import VigilError
from incidents.progress import Cancelled


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Errors go to stderr as one line, never a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # Names in any script must print, also where the terminal says it is ASCII.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if not words or words[0] not in {*VERBS, "-h", "--help", "--version"}:
            return _open_window(words)
        options = build_parser().parse_args(words)
        return int(options.run(options))
    except WrongCall as error:
        return _tell(error, Exit.WRONG_CALL)
    except VigilError as error:
        return _tell(error, Exit.FAILED)
    except (Cancelled, KeyboardInterrupt):
        return _tell("Stopped. Nothing was half-written.", Exit.FAILED)
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE


def _open_window(words: list[str]) -> int:
    if len(words) > 1 or (words and words[0].startswith("-")):
        known = ", ".join(VERBS)
        raise WrongCall(f"vigil: “{words[0]}” is no command. Commands are {known}; see vigil --help.")
    from desktop.application.start import main as open_window

    return int(open_window(words[0] if words else None))


def _tell(error: BaseException | str, code: Exit) -> int:
    line = " ".join(str(error).split())
    print(line, file=sys.stderr)
    return code
