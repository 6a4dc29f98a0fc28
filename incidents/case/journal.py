"""The journal: append-only, each entry's hash standing on the one before.

An entry's hash is SHA-256 over the previous hash and the canonical JSON of the entry. Changing, removing or
inserting an entry breaks every hash after it; `broken_links` finds the first one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from incidents.case.tables import journal, meta
from incidents.case.types import canonical, stamp

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One line to be written to the journal."""

    kind: str
    uid: UUID
    action: str
    changes: dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Step:
    """What one operation wrote: its number, how it stands to undo, who did it, when, what it is called, why."""

    number: int
    mode: str
    at: datetime
    actor: str
    label: str
    why: str
    undoes: int | None = None


def entry_hash(previous: str, row: dict[str, Any]) -> str:
    """The hash of one journal row, given as stored values with `at` as text and `uid` as UUID."""
    names = ("seq", "step", "mode", "at", "actor", "label", "kind", "action", "changes", "why", "undoes")
    body = {name: row[name] for name in names} | {"uid": str(row["uid"])}
    return hashlib.sha256((previous + canonical(body)).encode("utf-8", "surrogatepass")).hexdigest()


def head(connection: Connection) -> tuple[int, str, int]:
    """Last sequence number, its hash, and the last step's number."""
    row = connection.execute(
        select(journal.c.seq, journal.c.hash, journal.c.step).order_by(journal.c.seq.desc()).limit(1)
    ).first()
    return (row.seq, row.hash, row.step) if row else (0, GENESIS, 0)


def append(connection: Connection, step: Step, entries: list[Entry]) -> None:
    """Write the entries of one step and remember the head, so that a cut tail shows."""
    seq, previous, _ = head(connection)
    rows = []
    for entry in entries:
        seq += 1
        row: dict[str, Any] = {
            "seq": seq, "step": step.number, "mode": step.mode, "at": stamp(step.at), "actor": step.actor,
            "label": step.label, "kind": entry.kind, "uid": entry.uid, "action": entry.action,
            "changes": entry.changes, "why": step.why, "undoes": step.undoes,
        }  # fmt: skip
        row["previous"], row["hash"] = previous, entry_hash(previous, row)
        previous = row["hash"]
        rows.append({**row, "at": step.at})
    if rows:
        connection.execute(insert(journal), rows)
        connection.execute(
            meta.update().where(meta.c.key == "journal_head").values(value=f"{seq}:{previous}")
        )


def broken_links(connection: Connection) -> Iterator[str]:
    """Sentences on what is wrong with the chain; none when it is whole."""
    previous, last = GENESIS, 0
    query = select(journal).order_by(journal.c.seq).execution_options(yield_per=2000)
    for row in connection.execute(query):
        values = dict(row._mapping)
        values["at"] = stamp(values["at"])
        if row.seq != last + 1:
            yield f"The journal lacks entry {last + 1}; it goes on with {row.seq}."
        if row.previous != previous or row.hash != entry_hash(row.previous, values):
            yield f"Journal entry {row.seq} was changed after it was written, or one before it was removed."
        previous, last = row.hash, row.seq
    stored = connection.execute(select(meta.c.value).where(meta.c.key == "journal_head")).scalar() or "0:"
    if stored != f"{last}:{previous if last else ''}":
        yield f"The journal's end is missing or was added to: it should end at entry {stored.split(':')[0]}."


def count(connection: Connection) -> int:
    """Number of entries."""
    return connection.execute(select(func.count()).select_from(journal)).scalar_one()
