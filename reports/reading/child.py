"""The process that opens untrusted files. It is given their bytes over a pipe and answers with JSON.

Vigil starts one such process for a folder of files, so that Python and the parsers are loaded once. For each file it
forks: the copy puts up the walls of `confinement`, reads, answers and ends, so that no file ever meets what another
one left behind. The process in the middle never looks into a file. Where there is no fork (Windows) the process
confines itself, reads one file and ends.
"""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, NoReturn

from reports.reading.answers import answer_of, limits_from, limits_told, refusal_of
from reports.reading.confinement import confine, forbid_network
from reports.reading.kernel import die_with_parent
from reports.reading.limits import Limits

# How the reading of one file ended; the first letter of each frame that goes back.
ANSWERED, TOO_LONG, TOO_MUCH, CRASHED = b"A", b"T", b"M", b"C"
FRAME = struct.Struct(">cQ")
HEADER = struct.Struct(">IQ")
SIZE = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read. ocr is the program that recognises letters in pictures; empty: do without."""

    name: str
    limits: Limits
    ocr: str = ""

    def header(self, size: int) -> bytes:
        """What goes over the pipe before the content of `size` bytes."""
        told = json.dumps({"name": self.name, "limits": limits_told(self.limits), "ocr": self.ocr}).encode(
            "ascii"
        )
        return HEADER.pack(len(told), size) + told


def main() -> int:
    """Read files as they come, until the pipe is closed."""
    given, told = sys.stdin.buffer, sys.stdout.buffer
    forbid_network()
    while (task := _next_task(given)) is not None:
        asked, content = task
        _load_parsers(content, asked.name)
        how, answer = apart(partial(read, asked, content), asked.limits, program=asked.ocr)
        told.write(FRAME.pack(how, len(answer)) + answer)
        told.flush()
        if not hasattr(os, "fork"):
            break
    return 0


def _next_task(given: BinaryIO) -> tuple[Task, bytes] | None:
    head = given.read(HEADER.size)
    if len(head) < HEADER.size:
        return None
    told, size = HEADER.unpack(head)
    header = json.loads(given.read(told))
    content = given.read(size)
    if len(content) < size:
        return None
    return Task(header["name"], limits_from(header["limits"]), header["ocr"]), content


def _load_parsers(content: bytes, name: str) -> None:
    """Import what this kind of file needs before there are walls: it stays loaded for the files that follow."""
    from reports.reading.formats.kinds import modules_for

    for module in modules_for(content, name):
        with suppress(ImportError):  # reading will say what is missing
            __import__(module)


def read(task: Task, content: bytes) -> bytes:
    """The answer to a task: a document, or why there is none. Runs inside the walls."""
    from reports.reading.formats.reading import Broken, read_untrusted

    try:
        return answer_of(*read_untrusted(content, task.name, task.limits, task.ocr))
    except Broken as refused:
        return refusal_of(str(refused), refused.reason)
    except MemoryError:
        return refusal_of("needs more memory than a report may take.", "limit")
    except RecursionError:
        return refusal_of("is nested more deeply than a report may be.", "limit")
    except Exception:  # whatever a parser says of a broken file
        return refusal_of("is damaged and could not be read. Ask for the file again.", "damaged")


def apart(work: Callable[[], bytes], limits: Limits, *, program: str = "") -> tuple[bytes, bytes]:
    """What `work` returns in a confined process of its own, and how that ended. The process is gone afterwards."""
    if not hasattr(os, "fork"):
        confine(limits, program=program)
        return ANSWERED, work()
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _inside(work, limits, program, writing)
    os.close(writing)
    try:
        how, answer = _collect(
            reading, limits.answer_bytes, limits.ocr_seconds if program else limits.seconds
        )
    finally:
        os.close(reading)
        with suppress(
            ProcessLookupError, PermissionError
        ):  # one that has ended by itself keeps its own status
            os.killpg(process, signal.SIGKILL) if program else os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
    if how == CRASHED and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        how = TOO_LONG
    return how, answer


def _inside(work: Callable[[], bytes], limits: Limits, program: str, writing: int) -> NoReturn:
    """The forked copy: nothing of the process in the middle stays open but the pipe for the answer."""
    try:
        die_with_parent()
        if program:
            os.setpgid(0, 0)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        os.closerange(3, writing)
        os.closerange(writing + 1, 1024)
        confine(limits, program=program)
        answer = work()
        left = memoryview(SIZE.pack(len(answer)) + answer)
        while left:
            left = left[os.write(writing, left) :]
    finally:
        os._exit(0)


def _collect(reading: int, most: int, seconds: float) -> tuple[bytes, bytes]:
    """Read an answer that says its own length first; it may be late, too long, or broken off."""
    deadline = time.monotonic() + seconds
    parts: list[bytes] = []
    size, expected = 0, SIZE.size
    while size < expected:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return TOO_LONG, b""
        part = os.read(reading, 1 << 20)
        if not part:
            return CRASHED, b""
        parts.append(part)
        size += len(part)
        if expected == SIZE.size and size >= SIZE.size:
            parts = [b"".join(parts)]
            expected += SIZE.unpack_from(parts[0])[0]
            if expected > most:
                return TOO_MUCH, b""
    return ANSWERED, b"".join(parts)[SIZE.size : expected]


if __name__ == "__main__":
    sys.exit(main())
