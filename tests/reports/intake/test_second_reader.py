"""A language model on this computer reads reports a second time, if the preferences name one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents.case import Actor, Case
from incidents.search import questions as ask
from incidents.settings import Settings
from reports.extraction.model import LocalModel, ModelProblem
from reports.intake import take_in, take_in_text

TEXT = "Twelve students were detained in Kharkiv on 1 May 2022. The dormitory has stood empty ever since that night."
QUOTE = "The dormitory has stood empty ever since that night."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR") as made:
        yield made


def taken(case: Case):
    (item,) = take_in_text(case, TEXT).items
    assert item.report is not None
    found = case.read(ask.SuggestionsOf(item.report))
    (row,) = case.read(ask.Inbox())
    return [(one.suggestion.type, one.suggestion.why[-1]) for one in found], row.notes


def test_without_a_model_only_vigil_reads(case, monkeypatch):
    monkeypatch.setattr(LocalModel, "answer", lambda self, text: pytest.fail("nobody switched it on"))
    found, notes = taken(case)
    assert [kind for kind, _ in found] == ["detention"]
    assert not notes


def test_what_the_model_finds_in_words_of_the_text_is_suggested_too(case, monkeypatch):
    Settings().update({"model.address": "http://127.0.0.1:11434", "model.name": "small"})
    answer = [
        {"type": "displacement", "quote": QUOTE},
        {"type": "killing", "quote": "Nobody wrote this sentence."},
    ]
    monkeypatch.setattr(LocalModel, "answer", lambda self, text: answer)
    found, _ = taken(case)
    assert [kind for kind, _ in found] == ["detention", "displacement"]
    assert "local language model" in found[1][1]


def test_a_model_that_does_not_answer_keeps_no_report_out(case, monkeypatch):
    def silent(self, text):
        raise ModelProblem("The local language model did not answer.")

    Settings().update({"model.address": "http://127.0.0.1:11434"})
    monkeypatch.setattr(LocalModel, "answer", silent)
    found, notes = taken(case)
    assert [kind for kind, _ in found] == ["detention"]
    assert "The local language model did not answer." in notes


def test_a_model_that_does_not_answer_is_asked_once_for_many_reports(case, tmp_path, monkeypatch):
    asked = []

    def silent(self, text):
        asked.append(text)
        raise ModelProblem("The local language model did not answer.")

    Settings().update({"model.address": "http://127.0.0.1:11434"})
    monkeypatch.setattr(LocalModel, "answer", silent)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Report {number}. {TEXT}", encoding="utf-8")
    take_in(case, sorted(tmp_path.glob("*.txt")))
    assert len(asked) == 1
    assert {row.notes for row in case.read(ask.Inbox())} == {("The local language model did not answer.",)}
