"""Vigil opens no socket, so no test may: any attempt but a local Unix socket is stopped and fails the test.

An audit hook sees what Python code does even where a module kept its own reference to `socket`. What native code
opens behind Python's back is looked for among the process's open files after each test (Linux only).
"""

from __future__ import annotations

import os
import socket
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

_LOCAL = {int(getattr(socket, "AF_UNIX", -1)), -1}  # -1: wraps a socket that is already there
_LOOKUPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_ROOT = str(Path(__file__).resolve().parents[2]) + os.sep
_TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "icmp", "icmp6")


class SocketRefused(RuntimeError):
    """A test tried to reach a network. Not an OSError, which code may rightly catch."""


class _Watch:
    """What the audit hook, which can never be removed, consults and fills."""

    armed = False
    attempts: list[str]


_watch = _Watch()
_watch.attempts = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket.") or not _watch.armed:
        return
    if event == "socket.__new__":
        refused = arguments[1] not in _LOCAL
    elif event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        refused = int(arguments[0].family) not in _LOCAL  # type: ignore[attr-defined]
    else:
        refused = event in _LOOKUPS
    if refused:
        _watch.attempts.append(f"{event}{arguments[1:]} at {_culprit()}")
        raise SocketRefused(f"Vigil opens no socket, and a test tried: {event}{arguments[1:]}")


sys.addaudithook(_audit)


def _culprit() -> str:
    """The innermost line of ours that led here."""
    frames = [f for f in traceback.extract_stack() if f.filename.startswith(_ROOT) and ".venv" not in f.filename]
    ours = [f for f in frames if f.filename != __file__] or frames
    return f"{ours[-1].filename.removeprefix(_ROOT)}:{ours[-1].lineno}"


def _open_network_sockets() -> set[str]:
    """The inode numbers of this process's sockets that belong to a network protocol."""
    own = set()
    for entry in Path("/proc/self/fd").iterdir():
        try:
            target = os.readlink(entry)
        except OSError:
            continue  # closed while we looked
        if target.startswith("socket:["):
            own.add(target[8:-1])
    if not own:
        return own
    network = set()
    for table in _TABLES:
        path = Path("/proc/self/net") / table
        if path.exists():
            network |= {line.split()[9] for line in path.read_text().splitlines()[1:]}
    return own & network


@pytest.fixture(autouse=True)
def _no_socket() -> Iterator[None]:
    linux = sys.platform == "linux"
    before = _open_network_sockets() if linux else set()
    _watch.attempts.clear()
    _watch.armed = True
    yield
    _watch.armed = False
    if _watch.attempts:
        pytest.fail("the test tried to reach a network:\n  " + "\n  ".join(_watch.attempts), pytrace=False)
    left = _open_network_sockets() - before if linux else set()
    if left:
        pytest.fail(f"native code opened {len(left)} network socket(s) and left them open", pytrace=False)
