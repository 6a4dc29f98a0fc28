"""The walls around the code that opens untrusted files, put up in its process before it sees a byte of them.

| wall | forbids | where |
|---|---|---|
| limits of the system (rlimit) | more memory, processor time, open files, new processes; writing any file | POSIX |
| audit hook of Python | files, sockets, programs, libraries, changes of the disk | everywhere, for Python code |
| Landlock | files outside the program's own code, writing, TCP | Linux 5.13 and later, native code too |
| filter of system calls | sockets of every kind, programs, looking into other processes | Linux on x86_64 and aarch64 |
| the clock | going on for ever | everywhere: the process is killed from outside |

What is not confined: on Windows and macOS native code of a parser (PDFium, libxml2) that is taken over by a crafted
file is held by the limits and the clock alone. Files below the Python installation and the program's packages can be
read everywhere, because codecs and parts of parsers are loaded when they are first needed; no user's file lies there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reports.reading import kernel
from reports.reading.limits import Limits

# Shared libraries of the system, and what the C library looks up by itself.
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo")
# What a program such as tesseract needs on top to start.
_PROGRAM = ("/usr/bin", "/usr/local", "/usr/share", "/opt/homebrew", "/etc/ld.so.conf")
_READING = os.O_RDONLY
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.system", "os.kill", "os.link", "os.symlink", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate",
    "os.chmod", "os.chown", "os.chflags", "os.utime", "os.setxattr", "os.removexattr", "os.putenv", "os.chdir",
    "shutil.", "tempfile.", "pty.", "ctypes.dlopen", "sqlite3.", "pickle.", "webbrowser.", "urllib.", "http.",
    "ftplib.", "smtplib.", "imaplib.", "poplib.", "telnetlib.", "nntplib.", "syslog.", "signal.", "winreg.", "_winapi.",
    "msvcrt.", "fcntl.", "glob.", "resource.", "sys.addaudithook", "cpython.run_",
)  # fmt: skip
_LISTING = ("os.listdir", "os.scandir", "os.walk")


def code_folders() -> tuple[str, ...]:
    """Where Python's library, the installed packages and our own packages lie."""
    ours = Path(__file__).resolve().parents[2]
    library = Path(os.__file__).parent
    installed = [entry for entry in sys.path if entry and not ours.is_relative_to(entry)]
    found = [str(library), str(library.resolve()), *installed, str(ours / "reports"), str(ours / "incidents")]
    return tuple(dict.fromkeys(found))


def forbid_network() -> None:
    """From now on Python code of this process opens no socket: some libraries try whether they could, on import."""

    def hook(event: str, _: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            raise PermissionError("Vigil opens no socket.")

    sys.addaudithook(hook)


def confine(limits: Limits, *, program: str = "") -> None:
    """Put up every wall that this system has. `program` is the only one that may still be started, if any."""
    folders = code_folders()
    _limit(limits, programs=bool(program))
    runnable = (*_SYSTEM, *_PROGRAM, str(Path(program).parent), program) if program else ()
    kernel.forbid_files((*folders, *_SYSTEM), runnable)
    kernel.forbid_calls(programs=bool(program))
    sys.addaudithook(_watch(folders, program))


def _limit(limits: Limits, *, programs: bool) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {
        "RLIMIT_CORE": 0,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": 64,
        "RLIMIT_CPU": limits.cpu_seconds if not programs else int(limits.ocr_seconds),
        "RLIMIT_AS": limits.memory_bytes,
    }
    if not programs:
        wanted["RLIMIT_NPROC"] = 0
    for name, most in wanted.items():
        which = getattr(resource, name, None)
        if which is None:
            continue
        hard = resource.getrlimit(which)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            # Over the soft limit of processor time a process is told so by its signal, over the hard one just killed.
            resource.setrlimit(which, (least, least if name != "RLIMIT_CPU" else hard))
        except (OSError, ValueError):  # macOS knows RLIMIT_AS but refuses it
            continue


def _watch(folders: tuple[str, ...], program: str) -> Callable[[str, tuple[Any, ...]], None]:
    """The audit hook; once added it cannot be taken away."""
    inside = (*tuple(folder.rstrip(os.sep) + os.sep for folder in folders), "/usr/share/zoneinfo/")

    def readable(path: Any) -> bool:
        text = os.path.abspath(os.fsdecode(path)) + os.sep  # noqa: PTH100
        return text.startswith(inside)

    def hook(event: str, details: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = details
            writes = (isinstance(flags, int) and flags & _WRITING) or any(
                c in str(mode or "") for c in "wax+"
            )
            if isinstance(path, int) or (program and path == os.devnull):
                return
            if writes or not readable(path):
                raise PermissionError("A reader of documents may open no file.")
        elif event in _LISTING:
            if isinstance(details[0], int) or not readable(details[0] or "."):
                raise PermissionError("A reader of documents may list no folder.")
        elif event.startswith(_FORBIDDEN) and not _permitted(event, details, program):
            raise PermissionError(f"A reader of documents may not do this: {event}.")

    return hook


def _permitted(event: str, details: tuple[Any, ...], program: str) -> bool:
    if not program:
        return False
    return event in ("os.kill", "fcntl.fcntl") or (event == "subprocess.Popen" and details[0] == program)
