"""A case is one file: made whole, opened by one window at a time, refused with a sentence when it is no case."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from incidents.case import Actor, Case, header, upgrades
from incidents.case.engine import APPLICATION_ID, connect
from incidents.case.writer import Writer, new_id
from incidents.errors import (
    CaseDamaged,
    CaseError,
    CaseInUse,
    CaseReadOnly,
    CaseTooNew,
    DiskFull,
    NotACase,
)
from incidents.record.incident import Source
from incidents.search import questions as ask

OLENA = Actor("Olena")
NOW = header.SCHEMA


class AddRawSource:
    """The smallest operation: one source with a note of a given length."""

    label, why, undoable = "Add a source", "", True

    def __init__(self, name: str, length: int = 0) -> None:
        self.name, self.length = name, length

    def __call__(self, writer: Writer) -> None:
        writer.put(Source(id=new_id(), name=self.name, note="x" * self.length))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Kharkiv.vigil"
    with Case.create(made, actor=OLENA, name="Kharkiv 2022", country="UKR") as case:
        case.perform(AddRawSource("Kharkiv Desk"))
    return made


def names(case: Case) -> list[str]:
    return [source.name for source in case.read(ask.Sources())]


def test_a_new_case_is_one_file_that_only_its_owner_reads(path: Path) -> None:
    assert [entry.name for entry in path.parent.iterdir()] == ["Kharkiv.vigil"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_saved_is_there_after_reopening(path: Path) -> None:
    with Case.open(path, actor=OLENA) as case:
        assert (case.info.name, case.info.country, case.info.read_only) == ("Kharkiv 2022", "UKR", False)
        assert names(case) == ["Kharkiv Desk"]


def test_creating_never_overwrites(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(CaseError, match="already"):
        Case.create(path, actor=OLENA)
    assert path.read_bytes() == before


def test_a_folder_that_does_not_exist_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="does not exist"):
        Case.create(tmp_path / "nowhere" / "x.vigil", actor=OLENA)


def test_a_second_window_is_refused_and_told_who_has_it_open(path: Path) -> None:
    with Case.open(path, actor=OLENA), pytest.raises(CaseInUse, match=r"already open.*process"):
        Case.open(path, actor=Actor("Petro"))
    Case.open(path, actor=OLENA).close()


def test_the_same_file_by_another_name_is_refused_too(path: Path) -> None:
    alias = path.with_name("alias.vigil")
    alias.symlink_to(path)
    with Case.open(path, actor=OLENA), pytest.raises(CaseInUse):
        Case.open(alias, actor=OLENA)


def test_reading_needs_no_lock(path: Path) -> None:
    with Case.open(path, actor=OLENA), Case.open(path, actor=OLENA, read_only=True) as reader:
        assert names(reader) == ["Kharkiv Desk"]
        with pytest.raises(CaseReadOnly):
            reader.perform(AddRawSource("x"))


def test_a_read_only_file_opens_for_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda p, mode: mode != os.W_OK and may(p, mode))
    with Case.open(path, actor=OLENA) as case:
        assert case.info.read_only
        assert names(case) == ["Kharkiv Desk"]
    assert [entry.name for entry in path.parent.iterdir()] == ["Kharkiv.vigil"]


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b"", NotACase, "empty"),
        (b"%PDF-1.7 not ours", NotACase, "not a Vigil case"),
        (os.urandom(4096), NotACase, "not a Vigil case"),
        (b"SQLite format 3\x00", NotACase, "not a Vigil case"),
    ],
)
def test_another_file_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, error: type[CaseError], says: str
) -> None:
    other = tmp_path / "other.vigil"
    other.write_bytes(content)
    with pytest.raises(error, match=says):
        Case.open(other, actor=OLENA)
    assert other.read_bytes() == content


def test_a_missing_file_and_a_folder_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="There is no file"):
        Case.open(tmp_path / "gone.vigil", actor=OLENA)
    with pytest.raises(NotACase, match="folder"):
        Case.open(tmp_path, actor=OLENA)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "firefox.vigil"
    raw = driver.connect(str(other))
    raw.execute("CREATE TABLE places(x)")
    raw.close()
    with pytest.raises(NotACase, match="another program"):
        Case.open(other, actor=OLENA)


def test_a_newer_case_is_refused_untouched(path: Path) -> None:
    raw = connect(path, write=True)
    raw.execute(f"PRAGMA user_version = {header.SCHEMA + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(CaseTooNew, match="newer version"):
        Case.open(path, actor=OLENA)
    assert path.read_bytes() == before


@pytest.mark.parametrize("kept", [100, 4096, 20_000])
def test_a_truncated_case_is_damaged(path: Path, kept: int) -> None:
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(CaseDamaged, match="cut short"):
        Case.open(path, actor=OLENA)


def test_garbage_inside_is_damage_not_a_traceback(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CaseError):
        Case.open(path, actor=OLENA)


def test_a_missing_table_is_damage(path: Path) -> None:
    raw = connect(path, write=True)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DROP TABLE journal")
    raw.close()
    with pytest.raises(CaseDamaged, match="journal"):
        Case.open(path, actor=OLENA)


def test_a_full_disk_loses_nothing_and_writes_nothing(path: Path) -> None:
    with Case.open(path, actor=OLENA) as case:
        assert case._writer is not None
        with case._writer.begin() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull, match="no room left"):
            case.perform(AddRawSource("Too much", length=3_000_000))
        assert names(case) == ["Kharkiv Desk"]
        assert case.undoable() is None
    with Case.open(path, actor=OLENA) as case:
        assert names(case) == ["Kharkiv Desk"]


def test_an_operation_that_breaks_leaves_nothing_behind(path: Path) -> None:
    class Breaks(AddRawSource):
        def __call__(self, writer: Writer) -> None:
            super().__call__(writer)
            raise RuntimeError("our bug")

    with Case.open(path, actor=OLENA) as case:
        with pytest.raises(RuntimeError):
            case.perform(Breaks("half"))
        assert names(case) == ["Kharkiv Desk"]
        assert case.perform(AddRawSource("whole")).step == 2


def test_every_connection_has_the_settings(path: Path) -> None:
    wanted = {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "trusted_schema": 0,
    }
    with Case.open(path, actor=OLENA) as case:
        assert case._writer is not None
        with case._writer.connect() as connection:
            for name, value in wanted.items():
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == value, name
        with case._readers.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA query_only").scalar_one() == 1
            assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID


def test_the_tables_also_compile_for_postgresql() -> None:
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    from incidents.case.tables import metadata

    ddl = "\n".join(str(CreateTable(t).compile(dialect=postgresql.dialect())) for t in metadata.sorted_tables)
    assert (
        "uid UUID NOT NULL" in ddl and "from_on DATE" in ddl and "entered_at TIMESTAMP WITH TIME ZONE" in ddl
    )


class TestUpgrade:
    """An older case is upgraded after a backup; an upgrade that fails changes nothing."""

    @pytest.fixture
    def newer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(header, "SCHEMA", NOW + 1)

    def test_steps_run_after_a_backup(self, path: Path, newer: None, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(
            upgrades.STEPS, NOW, lambda c: c.exec_driver_sql("ALTER TABLE source ADD COLUMN colour TEXT")
        )
        before = path.read_bytes()
        with Case.open(path, actor=OLENA) as case:
            assert names(case) == ["Kharkiv Desk"]
            copy = case.info.upgraded_from
        assert copy is not None
        assert copy.read_bytes() == before
        assert header.examine(path) == NOW + 1

    def test_a_failing_step_leaves_the_case_as_it_was(
        self, path: Path, newer: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(connection: object) -> None:
            connection.exec_driver_sql("DROP TABLE draft")  # type: ignore[attr-defined]
            raise RuntimeError("step failed")

        monkeypatch.setitem(upgrades.STEPS, NOW, broken)
        with pytest.raises(RuntimeError):
            Case.open(path, actor=OLENA)
        assert header.examine(path) == NOW
        monkeypatch.setattr(header, "SCHEMA", NOW)
        with Case.open(path, actor=OLENA) as case:
            assert names(case) == ["Kharkiv Desk"]

    def test_an_older_case_that_may_only_be_read_asks_for_a_copy(self, path: Path, newer: None) -> None:
        with pytest.raises(CaseReadOnly, match="upgraded first"):
            Case.open(path, actor=OLENA, read_only=True)


def test_a_copied_case_opens_elsewhere(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "Ґрати ’44 ?#%.vigil"
    shutil.copy(path, copy)
    with Case.open(copy, actor=OLENA) as case:
        assert names(case) == ["Kharkiv Desk"]


def test_reading_leaves_one_file_behind(path: Path) -> None:
    with Case.open(path, actor=OLENA, read_only=True) as case:
        assert names(case) == ["Kharkiv Desk"]
    assert [entry.name for entry in path.parent.iterdir()] == ["Kharkiv.vigil"]
