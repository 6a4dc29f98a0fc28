"""Promise 1, Vigil opens no socket: nothing in the packages so much as imports a module that could."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.tree import PACKAGES, modules, name

NETWORK = {
    "socket", "_socket", "ssl", "socketserver", "asyncio", "http", "urllib.request", "ftplib", "imaplib", "poplib",
    "smtplib", "telnetlib", "nntplib", "xmlrpc", "webbrowser", "requests", "httpx", "urllib3", "aiohttp",
    "multiprocessing.connection", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
}  # fmt: skip
# Names that are safe to take from such a module: sockets of this machine alone.
LOCAL = {"QLocalServer", "QLocalSocket"}
# The one door, to a language model that the user switched on: it refuses every address but this computer's own.
LOOPBACK_ONLY = {"reports/extraction/model.py": "http.client"}


def network_imports(source: str) -> Iterator[tuple[int, str]]:
    """The line and name of each import that could reach a network."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            imported = [f"{node.module}.{alias.name}" for alias in node.names if alias.name not in LOCAL]
        else:
            continue
        for dotted in imported:
            if any(dotted == module or dotted.startswith(f"{module}.") for module in NETWORK):
                yield node.lineno, dotted


@pytest.mark.parametrize(
    "line",
    ["import socket", "import http.client", "from urllib import request", "from urllib.request import urlopen",
     "from PySide6 import QtCore, QtNetwork", "def f():\n    import ssl as s"],
)  # fmt: skip
def test_the_search_finds(line: str) -> None:
    assert list(network_imports(line))


@pytest.mark.parametrize(
    "line", ["from urllib.parse import quote", "from PySide6.QtNetwork import QLocalServer", "import socketless"]
)
def test_the_search_leaves_alone(line: str) -> None:
    assert not list(network_imports(line))


def test_no_module_could_reach_a_network() -> None:
    found = [
        f"{name(path)}:{line} imports {dotted}"
        for path in modules(*PACKAGES)
        for line, dotted in network_imports(path.read_text(encoding="utf-8"))
        if LOOPBACK_ONLY.get(name(path)) != dotted
    ]
    assert not found
