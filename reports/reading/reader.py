"""Reads files from outside to documents, each in a child process with limits: the front door of this package."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from incidents.errors import UnreadableFile
from incidents.progress import NoProgress, Progress
from reports.reading.answers import Answer, BadAnswer, told_by
from reports.reading.child import ANSWERED, CRASHED, FRAME, TOO_LONG, TOO_MUCH, Task
from reports.reading.document import Document
from reports.reading.limits import LIMITS, Limits
from reports.reading.opening import checked, content_of, shown_name

# A built program has no Python of its own to start: it starts itself with this word, and hands over to child.main.
CHILD_WORD = "--read-untrusted"
# The child watches the clock itself; this is for a child that does not.
_GRACE = 10.0
_POLL = 0.05

_ENDED = {
    TOO_LONG: (
        "took too long to read and was given up. It may be damaged, or made to block programs.",
        "stopped",
    ),
    TOO_MUCH: ("holds more than a report may hold and was given up.", "limit"),
    CRASHED: (
        "made the program that reads it break down, and nothing else. It is damaged, or made to do harm.",
        "damaged",
    ),
}


def read(path: Path, *, limits: Limits = LIMITS, progress: Progress | None = None) -> Document:
    """Read one file. Raises UnreadableFile with a whole sentence, and Cancelled. For many files use `Reader`."""
    with Reader(limits=limits) as reader:
        return reader.read(path, progress=progress)


def read_bytes(
    content: bytes, name: str, *, limits: Limits = LIMITS, progress: Progress | None = None
) -> Document:
    """Read the bytes of a file, of a mail's attachment or of pasted text; `name` may be empty."""
    with Reader(limits=limits) as reader:
        return reader.read_bytes(content, name, progress=progress)


class Reader:
    """Reads any number of files, one after the other, with one child process that is kept alive between them.

    A context manager for one thread at a time. A file that brings the child down is refused with a sentence; the next
    one gets a new child.
    """

    def __init__(self, *, limits: Limits = LIMITS) -> None:
        self.limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, path: Path, *, progress: Progress | None = None) -> Document:
        """The document in an ordinary file."""
        return self.read_bytes(content_of(path, limits=self.limits), path.name, progress=progress)

    def read_bytes(self, content: bytes, name: str, *, progress: Progress | None = None) -> Document:
        """The document in these bytes."""
        shown = shown_name(name)
        checked(content, shown, self.limits)
        task = Task(shown if name else "", self.limits)
        answer = self._ask(task, content, progress or NoProgress())
        if answer.picture_pages and (program := shutil.which("tesseract")):
            answer = self._ask(
                replace(task, ocr=str(Path(program).absolute())), content, progress or NoProgress()
            )
        if answer.document is None:
            raise UnreadableFile(f"“{shown}” {answer.refused}", answer.reason)
        return answer.document

    def close(self) -> None:
        """End the child process, at once."""
        child, self._child = self._child, None
        if child is None:
            return
        if os.name == "posix":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)  # a session of its own: with the copy that reads
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()

    def _ask(self, task: Task, content: bytes, progress: Progress) -> Answer:
        """One question and its answer, while the caller's thread watches the clock and the wish to stop."""
        exchange = _Exchange(self._alive(), task, content)
        deadline = time.monotonic() + _GRACE + (task.limits.ocr_seconds if task.ocr else task.limits.seconds)
        exchange.start()
        try:
            while not exchange.done.wait(_POLL):
                progress.step(0, None, task.name)
                if time.monotonic() > deadline:
                    exchange.how = TOO_LONG
                    break
        finally:
            if not exchange.done.is_set() or exchange.how == CRASHED:
                self.close()
            exchange.join()
        if exchange.how == ANSWERED:
            with suppress(BadAnswer):
                return told_by(exchange.answer)
            self.close()
        return Answer(None, *_ENDED.get(exchange.how, _ENDED[CRASHED]))

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            self._child = _start()
        return self._child


class _Exchange(threading.Thread):
    """Writes a task to the child and reads the answer; pipes block, so it has a thread of its own."""

    def __init__(self, child: subprocess.Popen[bytes], task: Task, content: bytes) -> None:
        super().__init__(name="reading", daemon=True)
        self.how, self.answer = CRASHED, b""
        self.done = threading.Event()
        self._child, self._task, self._content = child, task, content

    def run(self) -> None:
        """One frame there, one frame back; a child that ends meanwhile leaves CRASHED."""
        try:
            there, back = self._child.stdin, self._child.stdout
            assert there is not None and back is not None
            there.write(self._task.header(len(self._content)))
            there.write(self._content)
            there.flush()
            head = back.read(FRAME.size)
            if len(head) == FRAME.size:
                how, size = FRAME.unpack(head)
                if size <= self._task.limits.answer_bytes:
                    answer = back.read(size)
                    self.how, self.answer = (how, answer) if len(answer) == size else (CRASHED, b"")
        except (OSError, ValueError, AssertionError):
            self.how = CRASHED
        finally:
            self.done.set()


def _start() -> subprocess.Popen[bytes]:
    """A child that inherits nothing: no environment, no open files, no working folder, its own session."""
    environment = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    if os.name == "nt":
        environment |= {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return subprocess.Popen(  # noqa: S603
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=os.path.abspath(os.sep),  # noqa: PTH100
        close_fds=True,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _command() -> list[str]:
    """Python without the user's settings and site files, and the folders where our code and the parsers lie."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_WORD]
    ours = str(Path(__file__).resolve().parents[2])
    installed = [entry for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")]
    program = (
        f"import sys; sys.path += {[ours, *installed]!r}; from reports.reading.child import main; main()"
    )
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", program]
