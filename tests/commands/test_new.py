"""vigil new: a case of its own file, empty or filled with the sample, that never replaces anything."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from incidents.case import Actor, Case
from tests.commands.conftest import Vigil


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def opened(path: str) -> Any:
    with Case.open(path, actor=Actor("Petro"), read_only=True) as case:
        return case.info


def test_a_new_case_is_one_file_that_only_its_owner_reads(vigil: Vigil, tmp_path: Path) -> None:
    assert vigil.done("new", "kharkiv.vigil").out == "Made kharkiv.vigil\n"
    assert [path.name for path in tmp_path.iterdir()] == ["kharkiv.vigil"]
    assert Path("kharkiv.vigil").stat().st_mode & 0o077 == 0
    assert (opened("kharkiv.vigil").name, opened("kharkiv.vigil").country) == ("kharkiv", "")


def test_its_name_and_usual_country(vigil: Vigil) -> None:
    vigil.done("new", "k.vigil", "--name", "Харківщина 2022", "--country", "Україна")
    assert (opened("k.vigil").name, opened("k.vigil").country) == ("Харківщина 2022", "UKR")
    vigil.done("add", "k.vigil", "--type", "killing", "--place", "Odesa")
    assert vigil.listed(Path("k.vigil"))[0]["country"] == "UKR"


def test_the_ending_is_added_when_it_is_missing(vigil: Vigil) -> None:
    assert vigil.done("new", "Kharkiv 2022").out == "Made Kharkiv 2022.vigil\n"
    assert vigil.done("new", "v1.2").out == "Made v1.2.vigil\n"
    assert opened("v1.2.vigil").name == "v1.2"


def test_the_sample_case(vigil: Vigil, sample: Path) -> None:
    assert vigil.done("list", sample, "--json").json["count"] >= 60
    assert vigil("check", sample).code == 0
    assert "leave out --name" in vigil.wrong("new", "t.vigil", "--sample", "--name", "Mine")
    assert not Path("t.vigil").exists()


@pytest.mark.parametrize("words", [[], ["--sample"]], ids=["empty", "sample"])
def test_nothing_is_ever_replaced(vigil: Vigil, words: list[str]) -> None:
    Path("mine.vigil").write_bytes(b"precious")
    assert "There is a file “mine.vigil” already" in vigil.failed("new", "mine.vigil", *words)
    assert Path("mine.vigil").read_bytes() == b"precious"


@pytest.mark.parametrize("name", ["", "/", ".", ".."])
def test_a_name_that_names_no_file(vigil: Vigil, name: str, tmp_path: Path) -> None:
    assert "names no file" in vigil.wrong("new", name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("country", "says"),
    [
        ("Kharkiv", "“Kharkiv” is no country. Did you mean Ukraine?"),
        ("Donbas", "is no country"),
        ("Ukrane", "No region is called “Ukrane”. Did you mean Ukraine?"),
        ("\x1b[31m", "No region is called “[31m”"),
        ("\udcff", "Say which region"),
    ],
)
def test_a_country_that_is_none(vigil: Vigil, country: str, says: str) -> None:
    assert says in vigil.wrong("new", "x.vigil", "--country", country)
    assert not Path("x.vigil").exists()


def test_a_database_address_is_not_taken_for_a_file(vigil: Vigil, tmp_path: Path) -> None:
    assert "Team databases are not supported" in vigil.failed("new", "postgresql://desk/kharkiv")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(vigil: Vigil) -> None:
    assert "does not exist" in vigil.failed("new", "nowhere/x.vigil")
    assert "does not exist" in vigil.failed("new", "nowhere/x.vigil", "--sample")


def test_a_name_too_long_for_the_disk(vigil: Vigil) -> None:
    assert "File name too long" in vigil.failed("new", "x" * 300)


@pytest.mark.parametrize(
    ("error", "says"), [(errno.EACCES, "may not be written to"), (errno.EROFS, "may not be written to"),
                        (errno.ENOSPC, "no room left")],
)  # fmt: skip
def test_a_folder_that_takes_nothing(
    vigil: Vigil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, says: str
) -> None:
    def refused(**_: object) -> Any:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    assert says in vigil.failed("new", "x.vigil")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["a\x1b]0;x\x07\x1b[2J", "gpj.\u202eexe", "Ґрати ’44 ?#%&=", "a b\nc", "-x", "=1+1", "bytes\udcff\udcfe"],
)
def test_any_name_that_a_file_can_have(vigil: Vigil, tmp_path: Path, name: str) -> None:
    """What goes wrong with such a name, or what is printed of it, never reaches the terminal raw."""
    path = tmp_path / f"{name}.vigil"
    vigil.done("new", path, f"--name={name}")
    vigil.done("add", path, "--type", "killing", "--place", "Bucha")
    vigil.done("list", path)
    vigil.done("check", path)
    vigil.failed("new", path)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
