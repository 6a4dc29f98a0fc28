"""The check-up finds whoever changed what was read from reports or what was suggested, behind the journal's back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.record.draft import ReportDraft
from incidents.record.layout import Layout, LineBox, PageBox
from incidents.record.suggestion import Passage, Suggestion
from incidents.search import questions as ask

TEXT = "Town hit. On Sunday people were led away from Izyum."
FOUND = Suggestion(type="detention", evidence=(Passage(10, len(TEXT)),), country="UKR")
LAYOUT = Layout((PageBox(0, len(TEXT), 595.0, 842.0),), (LineBox(0, 9, 0, 72.0, 90.0, 300.0, 102.0),))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    made = Case.create(tmp_path / "c.vigil", actor=Actor("Olena"), country="UKR")
    taken = made.perform(
        do.TakeInReport(
            original=TEXT.encode(),
            draft=ReportDraft(title="News"),
            text=TEXT,
            layout=LAYOUT,
            suggestions=(FOUND,),
        )
    ).value
    [kept] = made.read(ask.SuggestionsOf(taken.report))
    made.perform(do.AcceptSuggestion(kept.id))
    assert made.read(Checkup()).faults == ()
    yield made
    made.close()


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        (
            "UPDATE report_text SET text = 'Town spared. Nobody was led away from anywhere at all.'",
            "not what was read",
        ),
        ("UPDATE report_text SET text = 'Town'", "not what was read"),
        ("DELETE FROM report_text", "not what was read"),
        ("UPDATE report SET text_sha256 = ''", "changed without the journal: text_sha256"),
        ("UPDATE report SET state = 'done'", "changed without the journal: state"),
        ("UPDATE report SET notes = '[\"x\"]'", "changed without the journal: notes"),
        ("UPDATE evidence SET content = X'00'", "is not what was stored"),
        ("DELETE FROM evidence", "is missing"),
        (
            "UPDATE suggestion SET content = replace(content, 'detention', 'release')",
            "is not what was stored",
        ),
        ("UPDATE suggestion SET content = '{'", "is not what was stored"),
        ("UPDATE suggestion SET state = 'open'", "changed without the journal: state"),
        ("UPDATE suggestion SET incident_pk = NULL", "changed without the journal: incident"),
        ("DELETE FROM suggestion", "1 suggestion that the case no longer holds"),
        ('UPDATE report_layout SET layout = \'{"pages":[[0,999,1,1]],"lines":[]}\'', "on its pages"),
        ("UPDATE report_layout SET layout = '[]'", "on its pages"),
        ("UPDATE report_layout SET layout = 'x'", "cannot be read"),
        ("DELETE FROM report_sketch", "not compared"),
        ("DELETE FROM report_fts", "The full text knows 0 of 1 reports"),
        ("UPDATE claim SET quote_end = 999", "1 quotes from the report “News” point behind the end"),
    ],
)
def test_tampering_is_told(case: Case, tampering: str, said: str) -> None:
    assert case._writer is not None
    with case._writer.begin() as connection:
        connection.exec_driver_sql(tampering)
    assert said in " ".join(case.read(Checkup()).faults)
