"""What Vigil stands on is pinned to the byte, carries no address, and the Qt binding is the one that was proved."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QLabel

from desktop.version import VERSION
from tests.house.tree import ROOT, files, name

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
_LISTS = re.compile(
    r"(requirements|constraints)[^/]*\.(txt|in)$|\.lock$|(^|/)pylock|pyproject\.toml$|(^|/)\.?pip\.(conf|ini)$"
)
_ADDRESS = re.compile(
    r"(?:https?|file|git\+\w+)://\S+|^\s*(?:-i|-f|--(?:extra-)?index-url|--find-links)\b.*", re.MULTILINE
)


def locked() -> dict[str, tuple[Requirement, int]]:
    """Each locked package with the number of hashes it may arrive with."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", re.sub(r"(?m)^\s*#.*\n?", "", LOCK))
    found = {}
    for entry in filter(None, map(str.strip, entries)):
        requirement = Requirement(entry.partition(" \\")[0])
        hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)
        found[canonicalize_name(requirement.name)] = (requirement, len(hashes))
    return found


def test_every_package_is_pinned_to_one_version_with_hashes() -> None:
    packages = locked()
    assert len(packages) > 10
    for requirement, hashes in packages.values():
        assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
        assert hashes > 0, requirement


def test_what_pyproject_asks_for_is_what_is_locked() -> None:
    packages = locked()
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    for requirement in map(Requirement, wanted):
        pinned = next(iter(packages[canonicalize_name(requirement.name)][0].specifier)).version
        assert requirement.specifier.contains(pinned), f"{requirement}: run `make lock`"


def test_no_list_of_dependencies_carries_an_address() -> None:
    lists = [path for path in files() if _LISTS.search(name(path))]
    assert {"requirements.txt", "pyproject.toml"} <= {name(path) for path in lists}
    for path in lists:
        found = _ADDRESS.findall(path.read_text(encoding="utf-8"))
        assert not found, f"{name(path)} carries {found}"


@pytest.mark.parametrize("line", ["--index-url https://example.org", "  -f wheels", "a @ git+ssh://host/a"])
def test_the_search_for_addresses_finds(line: str) -> None:
    assert _ADDRESS.search(f"a==1\n{line}\n")


def test_the_program_and_the_project_are_of_one_version() -> None:
    assert PROJECT["version"] == VERSION


def test_the_qt_binding_is_the_proved_one() -> None:
    assert version("PySide6-Essentials") == "6.11.3"
    assert version("shiboken6") == "6.11.3"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: its count says nothing")
def test_qt_calls_do_not_eat_references_to_none(qtbot) -> None:
    """PySide6 6.12.0 loses one in each call that returns None; after some thousand calls the process aborts."""
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm up")
    before = sys.getrefcount(None)
    for number in range(1_000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 100
