"""Letters in pictures of pages, with a stand-in for tesseract that tells what it was given and what it can reach."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reports.reading import Document, read_bytes
from tests.reports.reading import makers

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
WORDS = [
    "5\t1\t1\t1\t1\t1\t100\t100\t60\t20\t96\tTwo",
    "5\t1\t1\t1\t1\t2\t170\t100\t60\t20\t96\tmen",
    "5\t1\t1\t1\t2\t1\t100\t130\t90\t20\t96\twere",
    "5\t1\t1\t1\t2\t2\t200\t130\t90\t20\t96\tdetained.",
]


def read_with(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes = b"") -> Document:
    """A scan read where this script calls itself tesseract."""
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    languages = 'if [ "$1" = --list-langs ]; then printf "List of languages\\neng\\nukr\\ndeu\\n"; exit; fi'
    program.write_text(f"#!/bin/sh\n{languages}\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return read_bytes(content or makers.scanned_pdf(2), "scan.pdf")


def table(*rows: str) -> str:
    return "printf '%s\\n' " + " ".join(f"'{row}'" for row in (HEAD, *rows))


def test_letters_are_recognised_with_their_places_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        f'[ "$1 $2 $3 $4 $5" = "stdin stdout -l eng+ukr tsv" ] && head -c 2 | grep -q P5 && {table(*WORDS)}'
    )
    document = read_with(script, tmp_path, monkeypatch)
    assert document.text == "Two men were detained.\n\nTwo men were detained."
    assert "recognised by tesseract (eng+ukr)" in document.notes[0]
    line = document.lines[0]
    assert document.text[line.start : line.end] == "Two men"
    assert (line.left, line.top, line.right, line.bottom) == pytest.approx((36, 36, 82.8, 43.2), abs=1)


def test_pages_in_which_nothing_is_found_stay_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = read_with(table(), tmp_path, monkeypatch)
    assert document.text == ""
    assert "pictures without text" in document.notes[0]


@pytest.mark.parametrize("script", ["exit 3", "kill -9 $$", "head -c 3000000 /dev/zero"])
def test_a_recogniser_that_fails_leaves_the_scan_as_it_is(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "pictures without text" in read_with(script, tmp_path, monkeypatch).notes[0]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="walls of the Linux kernel")
def test_the_recogniser_is_behind_the_walls_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the names of the witnesses")
    script = f"if cat {secret} || echo x > {tmp_path}/written; then {table(*WORDS)}; fi"
    assert read_with(script, tmp_path, monkeypatch).text == ""
    assert not (tmp_path / "written").exists()


def test_a_document_with_text_needs_no_recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_with(f"touch {tmp_path}/called", tmp_path, monkeypatch, makers.pdf())
    assert document.text.startswith("Two men")
    assert not document.notes
