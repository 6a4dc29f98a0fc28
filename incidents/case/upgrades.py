"""Making and upgrading the tables of a case.

`STEPS[n]` turns version n into n + 1. All steps of one upgrade run in one transaction, after a backup beside
the file. Released steps are never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, text

from incidents.case import fulltext, header, report_index, step_1_to_2
from incidents.case.engine import APPLICATION_ID, connect, fold_in, writer_engine
from incidents.case.failures import told_apart
from incidents.case.tables import meta, metadata
from incidents.case.types import stamp
from incidents.errors import CaseDamaged
from incidents.vault.copies import back_up

STEPS: dict[int, Callable[[Connection], None]] = {1: step_1_to_2.step}


def create_tables(path: Path, *, name: str, country: str, now: datetime) -> None:
    """Make an empty case in the (empty) file at `path`."""
    raw = connect(path, write=True)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}").close()
    raw.execute(f"PRAGMA user_version = {header.SCHEMA}").close()
    raw.close()
    engine = writer_engine(path)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            connection.execute(text(fulltext.CREATE))
            connection.execute(text(report_index.CREATE))
            values = {"name": name, "country": country, "created_at": stamp(now), "journal_head": "0:"}
            connection.execute(insert(meta), [{"key": k, "value": v} for k, v in values.items()])
    finally:
        engine.dispose()


def upgrade(path: Path, version: int) -> Path | None:
    """Bring an older case up to date after a backup; returns the backup's path, None if there was nothing to do."""
    if version >= header.SCHEMA:
        return None
    fold_in(path)
    copy = back_up(path, version=version, now=datetime.now(UTC))
    engine = writer_engine(path)
    try:
        with told_apart(path), engine.begin() as connection:
            for number in range(version, header.SCHEMA):
                STEPS[number](connection)
            broken = connection.execute(text("PRAGMA foreign_key_check")).first()
            if broken is not None:
                raise CaseDamaged(
                    f"“{path.name}” could not be upgraded: its tables do not fit. It is unchanged."
                )
            connection.execute(text(f"PRAGMA user_version = {header.SCHEMA}"))
    finally:
        engine.dispose()
    return copy


def missing_tables(connection: Connection) -> set[str]:
    """Names of tables that a case must have and this one lacks."""
    return {*metadata.tables, "incident_fts", "report_fts"} - set(inspect(connection).get_table_names())


def instructions(connection: Connection) -> list[str]:
    """Names of triggers and views. Vigil makes none; another program's would run whenever the case is changed."""
    query = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name"
    return list(connection.execute(text(query)).scalars())
