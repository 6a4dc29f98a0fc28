"""Rooms with one purpose: files, functions and classes stay small and say what they are for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.tree import ROOT, files, modules, name

MOST_BYTES = 20_000_000
MOST_LINES = {"file": 400, "function": 50, "class": 250}
MOST_LINES_OF_A_SPECIFICATION = 500  # a file of tests may tell a longer story

# Longer than the limit, each with its reason. An entry that is no longer needed fails too.
EXCEPTIONS: dict[str, str] = {}

_TEXT = {".py", ".md", ".toml", ".txt", ".csv", ".json", ".cfg", ".ini", ".yml", ".sh", ".qss", ".svg", ""}


def test_no_file_is_too_big_for_the_repository() -> None:
    assert not [name(path) for path in files() if path.stat().st_size > MOST_BYTES]


def test_every_module_says_what_it_is_for() -> None:
    silent = []
    for path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        empty_package_of_tests = path.name == "__init__.py" and not tree.body and "tests" in path.parts
        if not empty_package_of_tests and not (ast.get_docstring(tree) or "").strip():
            silent.append(name(path))
    assert not silent


def test_rooms_are_small() -> None:
    long = dict(_too_long())
    assert not {room: size for room, size in long.items() if room not in EXCEPTIONS}
    assert not [room for room in EXCEPTIONS if room not in long], "these exceptions are no longer needed"


def _too_long() -> Iterator[tuple[str, str]]:
    for path in modules():
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > (MOST_LINES_OF_A_SPECIFICATION if path.name.startswith("test_") else MOST_LINES["file"]):
            yield name(path), f"{lines} lines"
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                continue
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            if (length := node.end_lineno - node.lineno + 1) > MOST_LINES[kind]:
                yield f"{name(path)}:{node.name}", f"{length} lines"


def test_no_path_of_somebodys_machine() -> None:
    home = re.compile(r"(?<![\w./-])/(?:work|farm|home/[a-z]\w*|Users/[A-Za-z]\w*)/")
    found = []
    for path in files():
        if path.suffix in _TEXT and path != ROOT / "LICENSE":
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if home.search(line) and "home = re.compile" not in line:
                    found.append(f"{name(path)}:{number}")
    assert not found


def test_no_empty_answer_to_an_error() -> None:
    """`except ...: pass` hides a fault unless a comment on it says why it is right."""
    silent = []
    for path in modules("incidents", "reports", "desktop", "resources", "seeds"):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ExceptHandler) and all(isinstance(part, ast.Pass) for part in node.body):
                block = lines[node.lineno - 1 : node.end_lineno]
                if not any("#" in line for line in block):
                    silent.append(f"{name(path)}:{node.lineno}")
    assert not silent
