"""Whatever stands where a case should be, every verb answers with one sentence and leaves it as it was."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from incidents.case import Actor, Case
from incidents.case.header import SCHEMA
from tests.commands.conftest import Vigil, tamper

ADD = ("--type", "killing", "--place", "Bucha")
VERBS: dict[str, tuple[str, ...]] = {
    "list": (),
    "list --json": ("--json",),
    "add": ADD,
    "brief": ("-o", "never.pdf"),
    "check": (),
}


@pytest.fixture(params=VERBS)
def refused(
    request: pytest.FixtureRequest, vigil: Vigil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """The sentence with which a verb refuses a case."""
    monkeypatch.chdir(tmp_path)

    def call(case: object) -> str:
        verb: str = request.param
        sentence = vigil.failed(verb.split(maxsplit=1)[0], case, *VERBS[verb])
        assert not Path("never.pdf").exists()
        return sentence

    return call


def other_database(path: Path) -> None:
    raw = driver.connect(str(path))
    raw.execute("CREATE TABLE moz_places(x)")
    raw.close()


def garbled(path: Path, case: Path) -> None:
    content = bytearray(case.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def newer(path: Path, case: Path) -> None:
    path.write_bytes(case.read_bytes())
    tamper(path, f"PRAGMA user_version = {SCHEMA + 1}")


def lacking(path: Path, case: Path) -> None:
    path.write_bytes(case.read_bytes())
    tamper(path, "DROP TABLE journal")


FILES: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "missing": (lambda path, case: None, "There is no file"),
    "empty": (lambda path, case: path.write_bytes(b""), "is empty, so it is no Vigil case"),
    "a folder": (lambda path, case: path.mkdir(), "is a folder, not a case file"),
    "a PDF": (lambda path, case: path.write_bytes(b"%PDF-1.7"), "is not a Vigil case"),
    "zeros": (lambda path, case: path.write_bytes(bytes(100_000)), "is not a Vigil case"),
    "another program's": (lambda path, case: other_database(path), "is a database of another program"),
    "only the magic": (lambda path, case: path.write_bytes(b"SQLite format 3\x00"), "is not a Vigil case"),
    "truncated": (lambda path, case: path.write_bytes(case.read_bytes()[:-4096]), "is cut short"),
    "only its head": (lambda path, case: path.write_bytes(case.read_bytes()[:100]), "is cut short"),
    "garbled": (garbled, "damaged"),
    "newer": (newer, "was made by a newer version of Vigil"),
    "lacking a table": (lacking, "it lacks journal"),
    "a dead link": (lambda path, case: path.symlink_to("gone"), "There is no file"),
    "a link to itself": (lambda path, case: path.symlink_to(path), "cannot be read"),
    "inside a file": (lambda path, case: None, "cannot be read: Not a directory"),
    "a long name": (lambda path, case: None, "cannot be read: File name too long"),
}


@pytest.mark.parametrize("kind", FILES)
def test_what_is_no_case_is_refused_and_left_alone(
    refused: Callable[..., str], case: Path, tmp_path: Path, kind: str
) -> None:
    make, says = FILES[kind]
    path = tmp_path / "\x1b[31mother\u202e.vigil"
    make(path, case)
    if kind == "inside a file":
        path = case / "x.vigil"
    elif kind == "a long name":
        path = tmp_path / ("x" * 300)
    before = path.read_bytes() if kind not in ("a link to itself", "a long name") and path.is_file() else b""
    assert says in refused(path)
    assert before == (path.read_bytes() if before else b"")
    kept = {case.name, *([] if kind in ("missing", "inside a file", "a long name") else [path.name])}
    assert {entry.name for entry in tmp_path.iterdir()} == kept


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(refused: Callable[..., str], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vigil")
    assert "is no file on a disk" in refused(tmp_path / "pipe.vigil")
    assert "is no file on a disk" in refused(os.devnull)


def test_a_database_address_is_refused_as_such(refused: Callable[..., str]) -> None:
    assert "Team databases are not supported" in refused("postgresql://desk@host/case")


def test_a_file_that_may_not_be_read(
    refused: Callable[..., str], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(case))

    monkeypatch.setattr("incidents.case.header.open", closed, raising=False)
    assert "You may not read “kharkiv.vigil”" in refused(case)


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing, as its files and folders say; root alone would not be stopped by real rights."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))


def test_a_case_that_may_only_be_read_is_listed_checked_and_briefed(
    vigil: Vigil, case: Path, tmp_path: Path, read_only: None
) -> None:
    vigil.done("list", case)
    vigil.done("check", case)
    said = vigil.done("brief", case, "-o", tmp_path / "b.pdf").out
    assert said.startswith("Draft without a number (the case may only be read): 0 incidents on ")
    assert "open for reading only" in vigil.failed("add", case, *ADD)
    assert {entry.name for entry in tmp_path.iterdir()} == {case.name, "b.pdf"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_really_may_only_be_read(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        vigil.done("list", case)
        vigil.failed("add", case, *ADD)
        vigil.failed("new", tmp_path / "new.vigil")
        vigil.failed("brief", case, "-o", tmp_path / "b.pdf")
    finally:
        tmp_path.chmod(0o700)


def test_what_a_crash_left_unfolded_is_not_passed_over_in_a_folder_that_may_only_be_read(
    refused: Callable[..., str], vigil: Vigil, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last saves stand in the file beside it; without them an older state would be shown as if it were whole."""
    keep_side_files(case, monkeypatch)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert "beside it" in refused(case)


def keep_side_files(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the case as a power cut would: the last save in its side file."""
    from incidents import operations as do
    from incidents.record.draft import IncidentDraft

    opened = Case.open(case, actor=Actor("Olena"))
    opened.perform(do.AddIncident(IncidentDraft(type="killing", date="2022")))
    wal = case.with_name(case.name + "-wal")
    content, saved = case.read_bytes(), wal.read_bytes()
    opened.close()
    case.write_bytes(content)
    wal.write_bytes(saved)
    assert len(saved) > 0


def test_a_case_left_by_a_crash_is_whole_after_the_next_call(
    vigil: Vigil, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_side_files(case, monkeypatch)
    assert vigil.done("list", case, "--json").json["count"] == 1
    vigil.done("add", case, *ADD)
    assert vigil.done("list", case, "--json").json["count"] == 2
    assert [entry.name for entry in case.parent.iterdir()] == [case.name]
