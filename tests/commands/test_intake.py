"""vigil intake takes reports into the inbox, says what became of each, and fails when one was refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from incidents.case import Actor, Case
from incidents.search import questions as ask
from incidents.search.inbox import InboxRow

NEWS = (
    "Town near the border shelled\n\nMore than 20 civilians were detained in Izyum on 1 May 2022, the mayor said. "
    "Their families were told to wait for news. The school and the clinic stayed closed for the whole week."
)
Vigil = Callable[..., Any]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "c.vigil"
    Case.create(path, actor=Actor("Olena"), country="UKR").close()
    return path


def inbox(case: Path) -> list[InboxRow]:
    with Case.open(case, actor=Actor("Olena"), read_only=True) as opened:
        return opened.read(ask.Inbox())


def put(path: Path, content: str | bytes = NEWS) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_report_and_what_was_found_in_it(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    said = ("--publisher", "Courier", "--published", "2 May 2022", "--language", "EN")
    done = vigil("intake", case, put(tmp_path / "news.txt"), *said)
    [row] = inbox(case)
    assert done.code == 0
    assert done.lines[0].startswith("taken in       news.txt  ")
    assert done.lines[-1].startswith("1 report taken in with ")
    assert (row.title, row.publisher, f"{row.published}") == (
        "Town near the border shelled",
        "Courier",
        "2022-05-02",
    )
    assert row.open >= 1 and row.language == "en" and row.state == "new"
    assert vigil("check", case).code == 0


def test_the_summary_as_json(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    put(tmp_path / "in" / "a.txt")
    put(tmp_path / "in" / "b.txt")
    put(tmp_path / "in" / "c.txt", NEWS + " Updated.")
    put(tmp_path / "in" / "d.pdf", b"%PDF-1.4 broken")
    done = vigil("intake", case, tmp_path / "in", "--json")
    told = done.json
    assert done.code == 0
    assert [item["outcome"] for item in told["items"]] == ["taken", "known", "new_version", "unreadable"]
    assert [told[name] for name in ("taken", "known", "new_versions", "unreadable", "refused")] == [
        1,
        1,
        1,
        1,
        0,
    ]
    a, b, c, d = told["items"]
    assert (b["report"], b["title"]) == (a["report"], "Town near the border shelled")
    assert 90 < c["share"] < 100 and a["share"] == 0
    assert "damaged" in d["why"] and a["why"] is None
    assert told["suggestions"] == a["suggestions"] + c["suggestions"] >= 2


def test_the_same_again_says_which_report_it_is(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    put(tmp_path / "news.txt")
    vigil("intake", case, tmp_path / "news.txt")
    done = vigil("intake", case, tmp_path / "news.txt")
    assert done.lines == [
        "there already  news.txt  “Town near the border shelled”",
        "No report taken in with 0 suggestions. 1 was there already.",
    ]


def test_one_bad_file_fails_the_call_and_keeps_the_others(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    done = vigil(
        "intake", case, tmp_path / "gone.txt", put(tmp_path / "news.txt"), put(tmp_path / "e.txt", "")
    )
    assert done.code == 1
    assert done.err == (
        "“gone.txt” is not there. Check its name and folder. 1 more could not be taken in either.\n"
    )
    assert len(inbox(case)) == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--published", "someday"], "someday"),
        (["--published", "2999-01-01"], "future"),
        (["--published", ""], "names no day"),
        (["--language", "klingon!"], "code such as en"),
        (["--publisher", "x" * 900], "Shorten it"),
        (["--colour", "red"], "--colour"),
    ],
)
def test_what_cannot_be_said_of_reports_is_a_wrong_call(
    vigil: Vigil, case: Path, tmp_path: Path, words: list[str], says: str
) -> None:
    done = vigil("intake", case, put(tmp_path / "news.txt"), *words)
    assert done.code == 2 and says in done.err
    assert inbox(case) == []


def test_without_files_or_a_case_it_is_a_wrong_call_or_fails(
    vigil: Vigil, case: Path, tmp_path: Path
) -> None:
    assert vigil("intake", case).code == 2
    done = vigil("intake", tmp_path / "nowhere.vigil", put(tmp_path / "news.txt"))
    assert done.code == 1 and "There is no file" in done.err


def test_a_case_that_is_open_elsewhere_is_refused(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    with Case.open(case, actor=Actor("Olena")):
        done = vigil("intake", case, put(tmp_path / "news.txt"))
    assert done.code == 1 and "already open" in done.err


@pytest.mark.parametrize(
    "name", ["a\x1b[31mred.txt", "rtl\u202etxt.exe", "two\nlines.txt", "ї’.txt", "\udcff.txt"]
)
def test_hostile_names_are_told_safely(vigil: Vigil, case: Path, tmp_path: Path, name: str) -> None:
    put(tmp_path / "in" / name)
    done = vigil("intake", case, tmp_path / "in")
    assert done.code == 0 and len(done.lines) == 2
    assert vigil("intake", case, tmp_path / "in", "--json").json["known"] == 1
    assert len(inbox(case)) == 1
