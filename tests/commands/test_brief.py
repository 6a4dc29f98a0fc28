"""vigil brief: the same filter as a numbered PDF, written whole or not at all, and never over a case."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.search import questions as ask
from tests.commands.conftest import Vigil


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "briefing.pdf"


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        pages = []
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_range())
            words.close()
            page.close()
        return " ".join(" ".join(pages).split())
    finally:
        document.close()


def test_it_holds_what_list_lists(vigil: Vigil, sample: Path, pdf: Path) -> None:
    words = ("--region", "UA-63", "--from", "2022-04-25", "--to", "2022-05-03")
    listed = vigil.listed(sample, *words)
    said = vigil.done(
        "brief", sample, *words, "-o", pdf, "--tlp", "RED", "--title", "Харківщина", "--organisation", "Desk"
    ).out
    assert said.startswith(f"Briefing 1: {len(listed)} incidents on ")
    assert said.endswith(f" pages in {pdf}\n")
    told = text_of(pdf)
    assert all(incident["ref"] in told for incident in listed)
    assert "Харківщина" in told
    assert "TLP:RED" in told


def test_each_gets_the_next_number_and_its_hash_is_kept(vigil: Vigil, sample: Path, tmp_path: Path) -> None:
    assert "Briefing 1" in vigil.done("brief", sample, "-o", tmp_path / "1.pdf", "--tlp", "RED").out
    assert "Briefing 2" in vigil.done("brief", sample, "-o", tmp_path / "2.pdf", "--tlp", "RED").out
    with Case.open(sample, actor=Actor("Petro"), read_only=True) as case:
        assert [len(b["sha256"]) for b in case.read(ask.Briefings())] == [64, 64]
        assert case.read(Checkup()).faults == ()


def test_a_label_too_open_is_refused_and_uses_no_number(vigil: Vigil, sample: Path, pdf: Path) -> None:
    assert "TLP" in vigil.failed("brief", sample, "-o", pdf, "--tlp", "CLEAR")
    assert not pdf.exists()
    assert "Briefing 1" in vigil.done("brief", sample, "-o", pdf, "--tlp", "RED").out


def test_an_empty_selection_is_a_briefing_too(vigil: Vigil, case: Path, pdf: Path) -> None:
    assert "Briefing 1: 0 incidents on" in vigil.done("brief", case, "-o", pdf).out


def test_an_older_pdf_is_replaced_by_a_whole_one(vigil: Vigil, case: Path, pdf: Path) -> None:
    pdf.write_bytes(b"%PDF-1.4 old")
    vigil.done("brief", case, "-o", pdf)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert text_of(pdf)


@pytest.mark.parametrize("name", ["kharkiv.vigil", "other.vigil", "KHARKIV.VIGIL", "renamed.pdf"])
def test_a_case_is_never_replaced_by_a_pdf(vigil: Vigil, case: Path, name: str) -> None:
    target = case.with_name(name)
    if name != case.name:
        target.write_bytes(case.read_bytes())
    before = target.read_bytes()
    assert "which a briefing must not replace" in vigil.failed("brief", case, "-o", target)
    assert target.read_bytes() == before
    assert vigil("check", case).code == 0


def test_nor_is_a_file_beside_it(vigil: Vigil, case: Path) -> None:
    for ending in ("-wal", "-shm", ".lock"):
        vigil("brief", case, "-o", f"{case}{ending}")
    assert [path.name for path in case.parent.iterdir()] == [case.name]
    vigil.done("add", case, "--type", "killing", "--place", "Bucha")


def test_a_link_to_a_case_is_not_followed_over_it(vigil: Vigil, case: Path, pdf: Path) -> None:
    pdf.symlink_to(case)
    assert "must not replace" in vigil.failed("brief", case, "-o", pdf)
    assert vigil("check", case).code == 0


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nowhere/b.pdf", "does not exist"),
        ("", "Choose another"),
        (".", "Choose another"),
        ("x" * 300, "too long"),
    ],
)
def test_a_file_that_cannot_be_written(
    vigil: Vigil, case: Path, tmp_path: Path, name: str, says: str
) -> None:
    assert says in vigil.failed("brief", case, "-o", tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [case.name]
    with Case.open(case, actor=Actor("Petro"), read_only=True) as opened:
        assert opened.read(ask.Briefings()) == []


def test_a_title_that_does_not_fit(vigil: Vigil, case: Path, pdf: Path) -> None:
    assert "longer than 300 characters" in vigil.failed("brief", case, "-o", pdf, "--title", "x" * 301)


def test_a_filter_that_cannot_be_understood_is_a_wrong_call(vigil: Vigil, case: Path, pdf: Path) -> None:
    assert "vigil brief: “Punjab” may mean several regions" in vigil.wrong(
        "brief", case, "-o", pdf, "--region", "Punjab"
    )


def test_file_names_are_printed_safely(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    assert r"in " in vigil.done("brief", case, "-o", tmp_path / "a\x1b]0;x\x07\u202e.pdf").out
