"""docs/file-format.md is enough to read a case without Vigil: it names everything, and its program works."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.case.engine import APPLICATION_ID
from incidents.case.header import SCHEMA
from incidents.case.tables import metadata
from incidents.record.draft import IncidentDraft
from incidents.record.wire import INCIDENT_KEYS, to_json
from incidents.search.filter import parse, write
from tests.builders import a_claim, an_incident
from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([\w-]+)`", PAGE))


def test_every_table_and_column_is_named() -> None:
    wanted = {table.name for table in metadata.sorted_tables} | {"incident_fts"}
    wanted |= {column.name for table in metadata.sorted_tables for column in table.columns}
    assert not sorted(wanted - NAMED)


def test_every_key_of_an_incident_is_named() -> None:
    written = to_json(an_incident(people=12, claims=(a_claim(people=12),)))
    keys = set(INCIDENT_KEYS) | set(written) | set(written["claims"][0]) | set(written["claims"][0]["report"])
    assert not sorted((keys | set(written["people"])) - NAMED)


def test_the_numbers_of_the_header_are_right() -> None:
    assert f"| `application_id` | {APPLICATION_ID} " in PAGE
    assert f"now {SCHEMA} |" in PAGE


def test_the_line_of_a_filter_can_be_read() -> None:
    line = re.search(r"(?m)^region:.*$", PAGE)
    assert line
    assert parse(write(parse(line[0]))) == parse(line[0])


@pytest.fixture
def a_case(tmp_path: Path) -> Path:
    path = tmp_path / "Ізюм 2022.vigil"
    with Case.create(path, actor=Actor("Олена")) as case:
        country = {"place_text": "Izyum", "country_text": "UKR"}
        case.perform(do.AddIncident(IncidentDraft(type="detention", date="1 May 2022", **country)))
        case.perform(
            do.AddIncident(
                IncidentDraft(type="attack", date="2 May 2022", title="Обстріл “ринку”", **country)
            )
        )
        case.undo()
        case.redo()
    return path


def verify(case: Path, folder: Path) -> tuple[int, str]:
    """Run the page's program, which must not need Vigil, on a case."""
    program = folder / "verify.py"
    program.write_text(re.search(r"(?s)```python\n(.*?)```", PAGE)[1], encoding="utf-8")
    ran = subprocess.run([sys.executable, "-I", program, case], capture_output=True, text=True, cwd=folder)
    return ran.returncode, ran.stdout + ran.stderr


def test_the_program_accepts_what_vigil_wrote(a_case: Path, tmp_path: Path) -> None:
    status, said = verify(a_case, tmp_path)
    assert (status, bool(re.match(r"\d+ entries, ending in [0-9a-f]{16}$", said))) == (0, True), said


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE journal SET actor = 'Nobody' WHERE seq = 2", "The chain breaks at entry 2."),
        ("UPDATE journal SET changes = '{}' WHERE seq = 3", "The chain breaks at entry 3."),
        ("DELETE FROM journal WHERE seq = 2", "The chain breaks at entry 3."),
        (
            "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
            "The end of the journal is missing",
        ),
    ],
)
def test_the_program_finds_what_was_done_to_a_journal(
    a_case: Path, tmp_path: Path, tampering: str, said: str
) -> None:
    with closing(sqlite3.connect(a_case)) as database, database:
        database.execute(tampering)
    status, told = verify(a_case, tmp_path)
    assert status == 1
    assert said in told
