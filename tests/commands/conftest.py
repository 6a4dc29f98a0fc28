"""The command line, called in this process or as the program that a person starts."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.main import main

# What a terminal would obey, or what would hide or reorder the text beside it.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff\ud800-\udfff]")
OUR_FAULT = "went wrong in Vigil itself"
EVERY_STATUS = ["unassessed", "reported", "corroborated", "verified", "contested", "refuted", "withdrawn"]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output, read as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Its output, line by line."""
        return self.out.splitlines()


def promised(ran: Ran) -> Ran:
    """The command, after a look at what every command promises."""
    assert ran.code in (0, 1, 2), ran
    assert OUR_FAULT not in ran.err, ran
    assert "Traceback" not in ran.err, ran
    assert not UNSAFE.search(ran.out + ran.err), ran
    if ran.code == 0:
        assert ran.err == ""
    elif ran.err or not ran.out:  # `check` prints a list of faults instead
        assert ran.err.count("\n") == 1, ran.err
        assert ran.err.endswith("\n")
        assert 10 < len(ran.err) <= 2200
    return ran


class Vigil:
    """Calls `vigil` in this process and holds every call to the promises of the command line."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def raw(self, *words: object, stdin: bytes = b"") -> Ran:
        """Call it, and believe nothing of what it promises."""
        self._capsys.readouterr()
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(word) for word in words])
        printed = self._capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    def __call__(self, *words: object, stdin: bytes = b"") -> Ran:
        return promised(self.raw(*words, stdin=stdin))

    def done(self, *words: object, stdin: bytes = b"") -> Ran:
        """Call it; it must succeed."""
        ran = self(*words, stdin=stdin)
        assert ran.code == 0, ran
        return ran

    def failed(self, *words: object, stdin: bytes = b"") -> str:
        """Call it; it must fail and print nothing but the sentence that this answers with."""
        return self._not_done(1, words, stdin)

    def wrong(self, *words: object, stdin: bytes = b"") -> str:
        """Call it; it must find the call itself wrong and answer with a sentence."""
        return self._not_done(2, words, stdin)

    def _not_done(self, code: int, words: tuple[object, ...], stdin: bytes) -> str:
        ran = self(*words, stdin=stdin)
        assert (ran.code, ran.out) == (code, ""), ran
        return ran.err.strip()

    def add_json(self, case: Path, content: object) -> Ran:
        """Add what stands in some JSON, given as a value or as bytes."""
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        return self("add", case, "--json", "-", stdin=data)

    def listed(self, case: Path, *words: object) -> list[dict[str, Any]]:
        """The incidents of a filter as JSON."""
        return self.done("list", case, "--json", *words).json["incidents"]


@pytest.fixture
def vigil(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Vigil:
    return Vigil(capsys, monkeypatch)


@pytest.fixture(scope="session")
def _templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty case and the sample case, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("templates")
    for name, words in {"empty.vigil": [], "sample.vigil": ["--sample"]}.items():
        with redirect_stdout(io.StringIO()) as out:
            assert main(["new", str(folder / name), *words]) == 0
        assert out.getvalue() == f"Made {folder / name}\n"
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def case(_templates: Path, tmp_path: Path) -> Path:
    """An empty case."""
    return Path(shutil.copy(_templates / "empty.vigil", tmp_path / "kharkiv.vigil"))


@pytest.fixture
def sample(_templates: Path, tmp_path: Path) -> Path:
    """The sample case."""
    return Path(shutil.copy(_templates / "sample.vigil", tmp_path / "sample.vigil"))


PROGRAM = shutil.which("vigil", path=str(Path(sys.executable).parent)) or "vigil"


def start(*words: object, stdin: bytes = b"", **changes: Any) -> Ran:
    """Start the program as a person does, in a process of its own."""
    done = subprocess.run(
        [PROGRAM, *map(str, words)],
        input=stdin,
        capture_output=True,
        timeout=60,
        env=dict(os.environ),
        **changes,
    )
    return promised(Ran(done.returncode, done.stdout.decode(), done.stderr.decode()))


def tamper(case: Path, sql: str, *values: object) -> None:
    """Change a case behind Vigil's back."""
    import sqlcipher3.dbapi2 as driver

    raw = driver.connect(str(case))
    try:
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute(sql, values)
        raw.commit()
    finally:
        raw.close()
