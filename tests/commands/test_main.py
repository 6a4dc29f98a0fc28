"""The call itself: verbs, help, exit codes, and what happens when a call or its surroundings are wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.commands.parser import VERBS
from desktop.version import VERSION
from tests.commands.conftest import OUR_FAULT, PROGRAM, Vigil, start


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(vigil: Vigil, verb: str) -> None:
    told = vigil.done(verb, "--help").out
    assert told.startswith(f"usage: vigil {verb} ")
    assert ("CASE" in told) == (verb != "extract")


def test_help_names_every_verb_and_the_exit_codes(vigil: Vigil) -> None:
    told = vigil.done("--help").out
    assert all(f"\n    {verb} " in told for verb in VERBS)
    assert "Exit codes: 0 done, 1 failed, 2 a call that was not" in " ".join(told.split())


def test_the_version(vigil: Vigil) -> None:
    assert vigil.done("--version").out == f"Vigil {VERSION}\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["lst", "x.vigil"], "“lst” is no command. Commands are new, add, list, brief, extract, intake, check"),
        (["lst"], "“lst” is neither a command nor a case file"),
        (["--json"], "“--json” is no command"),
        (["list"], "the following arguments are required: CASE"),
        (["list", "x.vigil", "y.vigil"], "unrecognized arguments: y.vigil"),
        (["list", "x.vigil", "--regoin", "Kharkiv"], "unrecognized arguments: --regoin Kharkiv"),
        (["list", "x.vigil", "--reg", "Kharkiv"], "unrecognized arguments: --reg Kharkiv"),
        (["list", "x.vigil", "--region"], "argument --region: expected one argument"),
        (["list", "x.vigil", "--basis", "felt"], "invalid choice: 'felt'"),
        (["brief", "x.vigil"], "the following arguments are required: -o/--output"),
        (["brief", "x.vigil", "-o", "x.pdf", "--tlp", "BLUE"], "invalid choice: 'BLUE'"),
        (["add", "x.vigil", "--lat", "north"], "argument --lat: invalid float value"),
        (["\x1b[31m", "x"], r"“\x1b[31m” is no command"),
        (["list", "x.vigil", "--\x1b]0;x\x07\u202e"], r"unrecognized arguments: --\x1b]0;x\x07\u202e"),
    ],
)
def test_a_wrong_call_is_one_line_and_2(vigil: Vigil, words: list[str], says: str) -> None:
    assert says in vigil.wrong(*words)


def test_what_is_quoted_does_not_flood_the_terminal(vigil: Vigil, case: Path) -> None:
    assert len(vigil.wrong("list", case, "--status", "x" * 100_000)) <= 2001


def test_interrupting_is_one_calm_line(vigil: Vigil, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("incidents.case.Case.open", interrupted)
    assert vigil.failed("list", case) == "Stopped. Nothing was half-written."


def test_too_little_memory_is_a_sentence(vigil: Vigil, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("incidents.case.Case.open", greedy)
    assert "not enough memory" in vigil.failed("list", case)


class TestOurOwnMistakes:
    """A fault of Vigil is told in one line; what led to it lies in a report that holds nothing of the case."""

    @pytest.fixture(autouse=True)
    def mistaken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        name = "".join(("OLE", "NA"))  # a value, not a word of the code, which the report may quote

        def broken(*_: object, **__: object) -> None:
            raise KeyError(name)

        monkeypatch.setattr("incidents.case.Case.open", broken)

    def test_it_is_told_in_one_line(self, vigil: Vigil, case: Path, home: Path) -> None:
        ran = vigil.raw("list", case)
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
        assert OUR_FAULT in ran.err
        reports = list(home.rglob("crash-*.txt"))
        assert len(reports) == 1
        report = reports[0].read_text(encoding="utf-8")
        assert "KeyError" in report
        assert "OLENA" not in report

    def test_also_where_no_report_can_be_written(
        self, vigil: Vigil, case: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "mkdir", refused)
        assert vigil.raw("list", case).err.count("\n") == 1


def test_a_folder_that_is_gone_is_a_sentence(vigil: Vigil, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory", "/gone")

    monkeypatch.setattr(os, "getcwd", gone)
    assert vigil.failed("list", "x.vigil") == "“/gone” cannot be used: No such file or directory."


class TestTheProgram:
    """As it is started from a terminal."""

    def test_a_session(self, tmp_path: Path, home: Path) -> None:
        case = tmp_path / "Ізюм ’22.vigil"
        assert start("new", case, "--country", "Ukraine").out == f"Made {case}\n"
        added = start("add", case, "--type", "detention", "--place", "Ізюм", "--date", "1–3 May 2022")
        assert added.out == "UKR-2022-0001\n"
        assert "Izyum" in start("list", case, "--region", "Харківська область").out
        assert start("list", case, "--region", "Punjab").code == 2
        assert start("check", case).out.startswith(f"{case} is whole: 1 incident, ")
        assert start("list", tmp_path / "gone.vigil").code == 1

    def test_json_through_a_pipe(self, case: Path, home: Path) -> None:
        ran = start("add", case, "--json", "-", stdin='[{"type": "killing", "place": "Буча"}]'.encode())
        assert (ran.code, ran.out) == (0, "UKR-0000-0001\n")

    @pytest.mark.parametrize("words", [[], ["--json"]], ids=["little", "much"])
    def test_a_reader_that_goes_away_is_no_error(self, sample: Path, home: Path, words: list[str]) -> None:
        program = subprocess.Popen(
            [PROGRAM, "list", str(sample), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert program.stdout is not None
        program.stdout.close()
        _, said = program.communicate(timeout=60) if program.stdout is None else (None, program.stderr.read())
        assert (program.wait(60), said) == (0, b"")
        program.stderr.close()

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
    def test_output_that_finds_no_room_is_a_sentence(self, sample: Path, home: Path) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [PROGRAM, "list", str(sample)], stdout=full, stderr=subprocess.PIPE, timeout=60
            )
        assert done.returncode == 1
        assert done.stderr.decode() == "The output could not be written: No space left on device.\n"

    @pytest.mark.skipif(os.name != "posix", reason="elsewhere a process always has a standard input")
    def test_a_closed_standard_input_is_a_sentence(self, case: Path, home: Path) -> None:
        done = subprocess.run(
            ["sh", "-c", 'exec "$0" add "$1" --json - <&-', PROGRAM, str(case)],
            capture_output=True,
            timeout=60,
        )
        assert done.returncode == 1
        assert done.stderr.decode().startswith("The standard input is closed.")

    def test_it_prints_every_script_where_the_terminal_knows_ascii_alone(
        self, case: Path, home: Path
    ) -> None:
        start("add", case, "--type", "killing", "--place", "Bucha", "--title", "Буча")
        plain = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        done = subprocess.run([PROGRAM, "list", str(case)], capture_output=True, timeout=60, env=plain)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "Буча" in done.stdout.decode()


IMPORTS = """
import sys
from desktop.commands import main
code = main(sys.argv[2:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules} & set(sys.argv[1].split(","))), file=sys.stderr)
"""


def imported(names: str, *words: object) -> str:
    """The exit code and which of these packages a call imports."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS, names, *map(str, words)], capture_output=True, text=True, timeout=60
    )
    return done.stderr.strip().splitlines()[-1]


def test_no_verb_loads_qt(sample: Path, tmp_path: Path, home: Path) -> None:
    for words in (
        ["new", tmp_path / "n.vigil"],
        ["add", sample, "--type", "killing", "--place", "Bucha"],
        ["list", sample],
        ["brief", sample, "-o", tmp_path / "b.pdf", "--tlp", "RED"],
        ["check", sample],
        ["list", tmp_path / "gone.vigil"],
    ):
        assert imported("PySide6,shiboken6", *words) == ("1" if "gone" in str(words[1]) else "0"), words


def test_help_loads_nothing_heavy(home: Path) -> None:
    assert imported("PySide6,sqlalchemy,sqlcipher3,reportlab,rapidfuzz,platformdirs", "--help") == "0"
