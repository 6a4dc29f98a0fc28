"""A case of every released version opens for ever, and becomes the very case that is made anew today."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from incidents import operations as do
from incidents.case import Actor, Case, header
from incidents.case.checkup import Checkup
from incidents.errors import CaseReadOnly
from incidents.search import questions as ask

OLENA = Actor("Olena")
RELEASED = Path(__file__).parent / "released"


def released(name: str, folder: Path) -> Path:
    """A case file as a released version left it, from its text."""
    path = folder / f"{name}.vigil"
    raw = driver.connect(str(path))
    raw.execute("PRAGMA journal_mode = WAL").close()
    raw.executescript((RELEASED / f"{name}.sql").read_text(encoding="utf-8"))
    raw.close()
    return path


@pytest.fixture(params=["version_1", "version_1_empty"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return released(request.param, tmp_path)


def shape(path: Path) -> dict[str, Any]:
    """Columns, keys and indexes of every table, however their statements were written."""
    raw = driver.connect(str(path))
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found: dict[str, Any] = {}
    for table in sorted(tables):
        if "_fts" in table:
            found[table] = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchall()
            continue
        indexes = [row[1] for row in raw.execute(f'PRAGMA index_list("{table}")')]
        found[table] = {
            "columns": raw.execute(f'PRAGMA table_info("{table}")').fetchall(),
            "refers": sorted(row[2:] for row in raw.execute(f'PRAGMA foreign_key_list("{table}")')),
            "indexes": {i: raw.execute(f'PRAGMA index_info("{i}")').fetchall() for i in sorted(indexes)},
        }
    raw.close()
    return found


def test_an_old_case_gets_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Case.open(old, actor=OLENA).close()
    new = tmp_path / "new.vigil"
    Case.create(new, actor=OLENA).close()
    assert shape(old) == shape(new)
    assert header.examine(old) == header.SCHEMA


def test_the_file_is_copied_before_it_is_upgraded(old: Path) -> None:
    before = old.read_bytes()
    with Case.open(old, actor=OLENA) as case:
        copy = case.info.upgraded_from
    assert copy is not None and re.search(r"before-upgrade-1", copy.name)
    assert copy.read_bytes() == before


def test_an_old_case_that_may_only_be_read_asks_for_a_copy(old: Path) -> None:
    with pytest.raises(CaseReadOnly, match="upgraded first"):
        Case.open(old, actor=OLENA, read_only=True)


def test_an_old_case_is_whole_and_stays_so(old: Path) -> None:
    with Case.open(old, actor=OLENA) as case:
        assert case.read(Checkup()).faults == ()


def test_nothing_is_lost_and_its_reports_are_found_and_compared(tmp_path: Path) -> None:
    with Case.open(released("version_1", tmp_path), actor=OLENA) as case:
        assert case.info.name == "Kharkiv 2022"
        [report] = [r for r in case.read(ask.Reports()) if r.sha256]
        whole = case.read(ask.ReportById(report.id))
        assert (whole.state, whole.replaces, whole.notes) == ("", None, ())
        assert case.read(ask.Inbox()) == []
        assert [row.id for row in case.read(ask.Inbox(states=("",), text="Ізюмі"))] == [report.id]
        [same] = case.read(ask.SimilarReports(text=whole.text))
        assert (same.id, same.share) == (report.id, 100)
        assert len(case.read(ask.SavedFilters())) == 1
        case.perform(do.SetReportState([report.id], "done"))
        assert case.read(ask.InboxCounts())["done"] == 1
        case.undo()
        assert case.read(Checkup()).faults == ()
