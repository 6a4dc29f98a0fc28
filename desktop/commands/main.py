"""The entry point of `vigil`: finds the verb, runs it, and turns every error into one clear line."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, suppress
from pathlib import Path

from desktop.commands.exits import Exit, WrongCall
from desktop.commands.parser import VERBS, build_parser
from desktop.commands.terminal import complain
from incidents.errors import VigilError
from incidents.progress import Cancelled

_NEGATIVE = re.compile(r"-\.?\d")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. Errors go to stderr as one line, never a traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == [
        "--read-untrusted"
    ]:  # a built program starts itself for this (reports.reading.reader.CHILD_WORD)
        from reports.reading.child import main as read_untrusted

        return read_untrusted()
    for stream in (sys.stdout, sys.stderr):
        # Names in any script must print, also where the terminal says it is ASCII.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(words)
        if sys.stdout is not None:
            sys.stdout.flush()  # now, because Python answers a failure at its exit with a traceback
        return code
    except BrokenPipeError:
        _stop_output()  # the reader of our output (head, less) has gone
        return Exit.DONE
    except OSError as error:
        if error.filename is None:
            _stop_output()
            return _tell(f"The output could not be written: {error.strerror or error}.", Exit.FAILED)
        return _tell(f"“{error.filename}” cannot be used: {error.strerror}.", Exit.FAILED)
    except Exception as error:  # our own mistake: a report for us, one calm sentence for the person
        return _tell(_reported(error), Exit.FAILED)


def _run(words: list[str]) -> int:
    try:
        if not words or words[0] not in {*VERBS, "-h", "--help", "--version"}:
            return _open_window(words)
        options = build_parser().parse_args(_attached(words))
        return int(options.run(options))
    except SystemExit as done:  # argparse has printed help or the version
        return int(done.code or 0)
    except WrongCall as error:
        return _tell(str(error), Exit.WRONG_CALL)
    except VigilError as error:
        return _tell(str(error), Exit.FAILED)
    except MemoryError:
        return _tell("There is not enough memory for this. Give less at once.", Exit.FAILED)
    except (Cancelled, KeyboardInterrupt):
        return _tell("Stopped. Nothing was half-written.", Exit.FAILED)


def _attached(words: list[str]) -> list[str]:
    """Numbers below zero tied to their option, as in --within=-74,18,-71,20; argparse would take them for options."""
    tied: list[str] = []
    for word in words:
        if tied and _NEGATIVE.match(word) and tied[-1].startswith("--") and "=" not in tied[-1]:
            tied[-1] += f"={word}"
        else:
            tied.append(word)
    return tied


def _open_window(words: list[str]) -> int:
    known = f"Commands are {', '.join(VERBS)}; see vigil --help."
    if len(words) > 1 or (words and words[0].startswith("-")):
        raise WrongCall(f"vigil: “{words[0]}” is no command. {known}")
    if words and words[0].isidentifier() and not Path(words[0]).exists():
        raise WrongCall(f"vigil: “{words[0]}” is neither a command nor a case file. {known}")
    from desktop.application.start import main as open_window

    return int(open_window(words[0] if words else None))


def _tell(line: str, code: Exit) -> int:
    complain(line)
    return code


def _reported(error: Exception) -> str:
    from desktop.application.crash import CrashReporter

    told: list[str] = []
    with redirect_stderr(io.StringIO()):  # where no report can be written, none is printed either
        CrashReporter(told.append).caught(type(error), error, error.__traceback__)
    return " ".join(told)


def _stop_output() -> None:
    """Send what is still to be written nowhere, so that Python does not try and fail once more at its exit."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
