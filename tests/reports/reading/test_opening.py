"""Only ordinary files are opened, and nothing in the file system makes Vigil wait."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from incidents.errors import UnreadableFile
from reports.reading import LIMITS
from reports.reading.opening import content_of, shown_name

posix = pytest.mark.skipif(os.name != "posix", reason="there are no such files on this system")


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        content_of(path)
    assert refused.value.reason in ("no_file", "empty", "limit")
    return str(refused.value)


def test_an_ordinary_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\xffwords\r\n")
    assert content_of(path) == b"\x00\xffwords\r\n"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "gone.txt")
    assert "is not there" in refusal(tmp_path / "gone" / "gone.txt")
    assert "too long" in refusal(tmp_path / ("a" * 300))
    assert "could not be read" in refusal(tmp_path / "nul\0.txt")


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    assert refusal(tmp_path / "empty.pdf") == "“empty.pdf” is empty (0 bytes). Ask for the file again."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@posix
def test_a_link_is_not_followed_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("words")
    for name, target in (
        ("a", tmp_path / "real.txt"),
        ("b", "/etc/passwd"),
        ("c", tmp_path / "c"),
        ("d", "nowhere"),
    ):
        (tmp_path / name).symlink_to(target)
        assert "is a link to another file" in refusal(tmp_path / name)


@posix
def test_devices_and_pipes_do_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        for path in (tmp_path / "pipe", tmp_path / "s", Path("/dev/zero"), Path("/dev/null")):
            assert "not a document" in refusal(path) or "could not be read" in refusal(path)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_a_file_of_somebody_else_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").write_text("words")
    (tmp_path / "closed").chmod(0)
    assert "may not be read by you" in refusal(tmp_path / "closed")


def test_a_file_over_the_limit_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)  # takes no room on the disk
    with pytest.raises(UnreadableFile, match="larger than 200 MB"):
        content_of(path)
    with pytest.raises(UnreadableFile, match="larger than 10 bytes"):
        content_of(path, limits=replace(LIMITS, file_bytes=10))


@posix
def test_names_cannot_break_a_sentence_or_a_terminal(tmp_path: Path) -> None:
    for name in ("a\nb.txt", "\x1b[31mred.txt", "\u202etxt.exe", "a" * 200, "\udcff.txt"):
        told = refusal(tmp_path / name)
        assert told.isprintable() and len(told) < 160 and "\u202e" not in told


def test_a_file_without_a_name_has_one_in_sentences() -> None:
    assert shown_name("") == "The file"
