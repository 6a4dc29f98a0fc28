"""Is the case whole: the database's own check, the journal's chain, the evidence's hashes, the search index, and
whether the records are what the journal tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select, text
from sqlalchemy.exc import DBAPIError

from incidents.case import journal
from incidents.case import tables as t
from incidents.case.agreement import disagreements
from incidents.case.readings import readings
from incidents.case.writer import Reader
from incidents.errors import VigilError

_LISTED = 100


@dataclass(frozen=True, slots=True)
class Health:
    """What a check-up found. faults: sentences, empty when the case is whole; head: hash of the last journal entry."""

    faults: tuple[str, ...]
    incidents: int
    evidence: int
    entries: int
    head: str


@dataclass(frozen=True, slots=True)
class Checkup:
    """The question "is this case whole?"; reads the whole file."""

    def __call__(self, reader: Reader) -> Health:
        connection = reader.connection
        faults: list[str] = []
        for test in _TESTS:
            try:
                for fault in test(connection):
                    faults.append(fault)
                    if len(faults) >= _LISTED:
                        break
            except DBAPIError as error:
                faults.append(f"Part of the file cannot be read: {error.orig}.")
            except VigilError as error:
                faults.append(str(error))
            except Exception as error:  # what was tampered with can fail in any way; that is the finding
                faults.append(f"Part of the file cannot be read ({type(error).__name__}).")
        return Health(
            tuple(faults[:_LISTED]),
            _count(connection, t.incident),
            _count(connection, t.evidence),
            *journal.head(connection)[:2],
        )


def _count(connection: Connection, table: Table) -> int:
    try:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()
    except DBAPIError:
        return 0


def _database(connection: Connection) -> Iterator[str]:
    # The database's check trusts the list of the full text's parts that this connection read last, and takes a part
    # that was merged into others since for damage. Reading one row renews the list; what cannot be read, _index tells.
    for look in ("SELECT rowid FROM incident_fts LIMIT 1", "SELECT rowid FROM report_fts LIMIT 1"):
        with suppress(DBAPIError):
            connection.execute(text(look)).all()
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield f"The database is damaged: {line}."


def _references(connection: Connection) -> Iterator[str]:
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"A row of {row[0]} refers to a {row[2]} that is not there."


def _evidence(connection: Connection) -> Iterator[str]:
    rows = connection.execute(select(t.evidence).execution_options(yield_per=20))
    for row in rows:
        whole = isinstance(row.content, bytes) and len(row.content) == row.size
        if not whole or hashlib.sha256(row.content).hexdigest() != row.sha256:
            yield f"The original {row.sha256[:16]} taken in on {row.taken_at:%Y-%m-%d} is not what was stored."
    missing = select(t.report.c.title, t.report.c.sha256).where(
        t.report.c.sha256 != "", t.report.c.sha256.not_in(select(t.evidence.c.sha256))
    )
    for title, digest in connection.execute(missing):
        yield f"The original {digest[:16]} of the report “{title}” is missing."


def _index(connection: Connection) -> Iterator[str]:
    counts = {
        "SELECT count(*) FROM incident_fts": t.incident,
        "SELECT count(*) FROM report_fts": t.report,
    }
    for count, table in counts.items():
        indexed, stored = connection.execute(text(count)).scalar_one(), _count(connection, table)
        if indexed != stored:
            yield f"The full text knows {indexed} of {stored} {table.name}s."


_TESTS = (_database, _references, journal.broken_links, _evidence, _index, disagreements, readings)
