"""vigil extract: suggestions from files, as JSON or in lines; nothing is saved."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import Vigil

TEXT = (
    "Police detained 14 students in Harare on Monday, a lawyer said.\n\n"
    "More than 4,000 people fled Sake on 3 May 2023. The army plans to evacuate Goma.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_suggestions_are_a_json_list_in_the_words_of_the_coding_guide(vigil: Vigil, report: Path):
    done = vigil("extract", "--published", "2023-05-10", "--json", report)
    assert done.code == 0
    told = {one["type"]: one for one in json.loads(done.out)}
    assert set(told) == {"detention", "displacement"}
    assert told["detention"]["date_start"] == told["detention"]["date_end"] == "2023-05-08"
    assert (told["detention"]["country"], told["detention"]["people_min"]) == ("ZWE", 14)
    assert told["detention"]["claimed_by"] == "a lawyer"
    assert (told["displacement"]["people_min"], told["displacement"]["people_max"]) == (4000, None)
    for one in told.values():
        assert all(piece in TEXT for piece in one["evidence"])
        assert 0 < one["confidence"] <= 1
        assert one["why"]


def test_without_json_each_suggestion_is_told_in_two_lines(vigil: Vigil, report: Path):
    done = vigil("extract", report)
    assert done.code == 0
    assert "detention" in done.out
    assert "2 suggestions. Nothing was saved" in done.out


def test_several_files_say_which_file_a_suggestion_is_from(vigil: Vigil, report: Path):
    other = report.with_name("other.txt")
    other.write_text("Nothing happened.", "utf-8")
    told = json.loads(vigil("extract", "--json", report, other).out)
    assert {one["file"] for one in told} == {str(report)}


def test_a_report_without_incidents_gives_an_empty_list(vigil: Vigil, tmp_path: Path):
    path = tmp_path / "dull.txt"
    path.write_text("The minister opened a bridge.", "utf-8")
    assert json.loads(vigil("extract", "--json", path).out) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nbroken", b"PK\x03\x04broken"])
def test_a_file_that_cannot_be_read_is_one_clear_line(vigil: Vigil, tmp_path: Path, content: bytes):
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    done = vigil("extract", "--json", path)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1


def test_a_missing_file_and_a_day_that_is_none_are_told(vigil: Vigil, report: Path, tmp_path: Path):
    assert vigil("extract", tmp_path / "none.txt").code == 1
    done = vigil("extract", "--published", "someday soon", report)
    assert done.code == 2
    assert "someday soon" in done.err


def test_extract_imports_no_qt(report: Path):
    code = (
        "import sys; from desktop.commands import main; "
        f"main(['extract', '--json', {str(report)!r}]); "
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken'))], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
