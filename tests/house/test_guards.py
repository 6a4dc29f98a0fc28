"""Each guard of tests/guards fires: a run of careless.py in a process of its own, read test by test."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

STOPPED = {
    "python_warning": "DeprecationWarning: old habit",
    "error_in_a_thread": "ZeroDivisionError",
    "error_in_a_slot": "ZeroDivisionError",
    "qt_message": "something is odd",
    "log_record": "WARNING incidents.case: nobody expected this",
    "log_record_that_never_came": "never logged: ['the disk is full']",
    "thread": "forgotten (daemon=False)",
    "daemon_thread": "forgotten daemon (daemon=True)",
    "qthread": "QThread 'forgotten qthread'",
    "busy_pool": "QThreadPool",
    "window": "titled 'forgotten window'",
    "timer": "QTimer 'forgotten timer'",
    "animation": "QVariantAnimation",
    "socket": "socket.__new__",
    "connection_whose_failure_is_swallowed": "socket.getaddrinfo",
    "server": "socket.__new__",
    "name_look_up": "socket.gethostbyname",
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the run said against each careless test; an empty text where the test passed."""
    report = tmp_path_factory.mktemp("guards") / "report.xml"
    command = [sys.executable, "-m", "pytest", "tests/house/careless.py", "-q", f"--junitxml={report}"]
    # The person's own variables must not come through, whatever they are.
    surroundings = {**os.environ, "VIGIL_PASSPHRASE_FILE": "/nowhere", "QT_SCALE_FACTOR": "3", "TZ": "Asia/Tokyo"}
    run = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=120)
    assert run.returncode == 1, run.stdout + run.stderr
    found: dict[str, str] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        name = case.attrib["name"].removeprefix("test_")
        said = "".join(f"{part.get('message')}\n{part.text}" for part in case if part.tag in ("failure", "error"))
        found[name] = found.get(name, "") + said
    return found


def test_no_careless_test_is_forgotten(complaints: dict[str, str]) -> None:
    assert {name for name in complaints if not name.startswith("fine_")} == set(STOPPED)


@pytest.mark.parametrize("name", STOPPED)
def test_carelessness_is_stopped_with_a_message_that_names_it(complaints: dict[str, str], name: str) -> None:
    assert STOPPED[name] in complaints[name]


def test_what_stays_within_the_line_passes(complaints: dict[str, str]) -> None:
    fine = {name: said for name, said in complaints.items() if name.startswith("fine_")}
    assert len(fine) == 8
    assert not any(fine.values()), fine
