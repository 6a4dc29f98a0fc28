"""The front door: any file of any name, one after the other, whatever the one before did."""

from __future__ import annotations

import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.errors import UnreadableFile
from incidents.progress import Cancelled
from incidents.record.text import clean_text
from reports.reading import LIMITS, Limits, Reader, read, read_bytes
from reports.reading.formats.kinds import modules_for
from tests.reports.reading import makers

WHOLE = "\n\n".join(makers.STORY)


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(WHOLE, encoding="utf-8")
    document = read(path)
    assert (document.text, document.mime, document.encoding, document.notes) == (
        WHOLE,
        "text/plain",
        "utf-8",
        (),
    )


def test_pasted_text_needs_no_name(reader: Reader) -> None:
    assert reader.read_bytes(WHOLE.encode(), "").text == WHOLE


@pytest.mark.parametrize("kind", ["txt", "md", "html", "pdf", "docx", "odt", "rtf", "eml"])
def test_every_kind_gives_the_same_paragraphs(reader: Reader, kind: str) -> None:
    assert reader.read_bytes(made(kind), f"report.{kind}").text.endswith(WHOLE)


@pytest.mark.parametrize("kind", ["html", "pdf", "docx", "odt", "rtf", "eml"])
def test_a_wrong_ending_is_noted_and_does_not_matter(reader: Reader, kind: str) -> None:
    document = reader.read_bytes(made(kind), "report.xhtml" if kind != "html" else "report.pdf")
    assert document.text.endswith(WHOLE)
    assert "but the file is a" in document.notes[0]


def made(kind: str) -> bytes:
    """The story as a file of a kind."""
    makes = {
        "pdf": makers.pdf, "docx": makers.docx, "odt": makers.odt, "rtf": makers.rtf, "eml": makers.mail,
        "html": lambda: makers.page().encode(),
    }  # fmt: skip
    return makes[kind]() if kind in makes else WHOLE.encode()


class Impatient:
    """Somebody who stops the work at the n-th look."""

    def __init__(self, patience: int) -> None:
        self.looks = patience

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.looks -= 1
        if self.looks < 0:
            raise Cancelled


def slow_page() -> bytes:
    """A web page that takes a while."""
    return makers.page([f"Paragraph {n} of very many words that go on." for n in range(20_000)]).encode()


def test_reading_can_be_stopped_and_goes_on_with_the_next_file(reader: Reader) -> None:
    began = time.monotonic()
    with pytest.raises(Cancelled):
        reader.read_bytes(slow_page(), "slow.html", progress=Impatient(1))
    assert time.monotonic() - began < 2
    assert reader.read_bytes(WHOLE.encode(), "next.txt").text == WHOLE


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_read() -> None:
    with Reader(limits=replace(LIMITS, seconds=0.1)) as hasty:
        with pytest.raises(UnreadableFile, match="took too long") as refused:
            hasty.read_bytes(slow_page(), "slow.html")
        assert refused.value.reason == "stopped"
        assert hasty.read_bytes(b"Short words.", "next.txt").text == "Short words."


def test_a_file_that_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="more memory"):
        read_bytes(b"\xd0\xb6 " * 20_000_000, "big.txt", limits=replace(LIMITS, memory_bytes=250_000_000))


def test_a_child_that_dies_is_replaced(reader: Reader) -> None:
    reader.read_bytes(b"One.", "one.txt")
    assert reader._child is not None
    reader._child.kill()
    reader._child.wait()
    assert reader.read_bytes(b"Two.", "two.txt").text == "Two."


def test_a_child_that_answers_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    from reports.reading import reader as module

    program = "import sys; sys.stdin.buffer.read(9); sys.stdout.buffer.write(b'A' + (5).to_bytes(8, 'big') + b'12345')"
    monkeypatch.setattr(module, "_command", lambda: [module.sys.executable, "-c", program])
    with pytest.raises(UnreadableFile, match="break down"):
        read_bytes(b"One.", "one.txt")


def test_a_child_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from reports.reading import reader as module

    monkeypatch.setattr(module, "_command", lambda: [module.sys.executable, "-c", "raise SystemExit(1)"])
    with pytest.raises(UnreadableFile, match=r"one\.txt"):
        read_bytes(b"One.", "one.txt")


def test_no_child_is_left_behind() -> None:
    with Reader() as reader:
        reader.read_bytes(b"One.", "one.txt")
        child = reader._child
    assert child is not None
    assert child.poll() is not None


def test_more_characters_than_a_report_may_have_are_left_out_with_a_note() -> None:
    document = read_bytes(WHOLE.encode() * 5, "long.txt", limits=Limits(text=600))
    assert len(document.text) <= 600
    assert "Only the first" in document.notes[-1]


def test_every_module_that_is_loaded_ahead_is_there() -> None:
    for kind in ("txt", "md", "html", "pdf", "docx", "odt", "rtf", "eml"):
        for module in modules_for(made(kind)):
            assert find_spec(module) is not None


BEGINNINGS = [
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1", b"<html>", b"From: a@b.c\nTo: d\n\n", b"\xff\xfe",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"---\na: b\n---\n",
]  # fmt: skip


@given(st.sampled_from(BEGINNINGS), st.binary(min_size=1, max_size=300))
@settings(max_examples=40)
def test_any_bytes_become_a_document_or_a_sentence(reader: Reader, beginning: bytes, rest: bytes) -> None:
    try:
        document = reader.read_bytes(beginning + rest, "any.bin")
    except UnreadableFile as refused:
        assert str(refused).startswith("“any.bin” ") and str(refused).endswith(".")
        assert "break down" not in str(refused)
        return
    assert clean_text(document.text) == document.text


@given(st.sampled_from(["pdf", "docx", "odt", "rtf", "eml", "html"]), st.data())
@settings(max_examples=40)
def test_a_file_with_damage_anywhere_does_no_harm(reader: Reader, kind: str, data: st.DataObject) -> None:
    whole = bytearray(made(kind))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    try:
        reader.read_bytes(bytes(whole) or b"x", f"damaged.{kind}")
    except UnreadableFile as refused:
        assert "break down" not in str(refused)


@pytest.mark.slow
def test_a_folder_of_a_thousand_files_with_bad_ones_in_the_middle() -> None:
    with Reader() as reader:
        refused = 0
        for number in range(1_000):
            content = makers.pdf(password="x") if number % 100 == 50 else f"Report {number}.".encode()
            try:
                assert reader.read_bytes(content, f"{number}.txt").text == f"Report {number}."
            except UnreadableFile:
                refused += 1
        assert refused == 10


def test_a_built_program_starts_itself_as_the_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from reports.reading import reader as module

    program = tmp_path / "vigil"
    program.write_text(
        f"#!{module.sys.executable}\nimport sys\nfrom desktop.commands import main\nsys.exit(main())\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(module.sys, "frozen", True, raising=False)
    monkeypatch.setattr(module.sys, "executable", str(program))
    assert module._command() == [str(program), "--read-untrusted"]
    assert read_bytes(b"One.", "one.txt").text == "One."
