"""Undo and redo: a new step that writes, from the journal, what each field was before.

Nothing is deleted: undoing an addition withdraws the record, redoing it takes the withdrawal back. A field that
somebody changed since is never overwritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from incidents.case import fields as f
from incidents.case.tables import journal
from incidents.case.writer import Writer
from incidents.errors import ChangedSince, NotFound
from incidents.record.incident import Incident

Changes = dict[str, list[Any]]
_KINDS: dict[str, Callable[..., f.Fields]] = {
    "source": f.source_out,
    "report": f.report_out,
    "suggestion": f.suggestion_out,
}


def take_back(writer: Writer, step: int, label: str) -> None:
    """Write the inverse of a step; raises ChangedSince when a later change stands in the way."""
    query = select(journal).where(journal.c.step == step).order_by(journal.c.seq.desc())
    incidents: dict[UUID, dict[UUID, tuple[str, Changes]]] = defaultdict(dict)
    for row in writer.connection.execute(query).all():
        if row.kind == "incident":
            _put_before(incidents[row.uid], row.uid, row.action, row.changes)
        elif row.kind == "claim":
            _put_before(incidents[_incident_of(writer, row.uid)], row.uid, row.action, row.changes)
        elif row.kind == "saved_filter":
            for name, (before, after) in row.changes.items():
                _expect(writer.saved_filter(name), after)
                writer.save_filter(name, before)
        elif row.kind in _KINDS:
            _take_back_record(writer, row.kind, row.uid, row.action, row.changes, label)
    for uid, entries in incidents.items():
        _take_back_incident(writer, uid, entries, label)


def _put_before(entries: dict[UUID, tuple[str, Changes]], uid: UUID, action: str, changes: Changes) -> None:
    """Make one change of what a step did to the same record before: a merge writes twice what is tied to both."""
    _, later = entries.get(uid, (action, {}))
    spanned = {
        name: [before, later.get(name, (before, after))[1]] for name, (before, after) in changes.items()
    }
    entries[uid] = (action, {**later, **spanned})


def _expect(current: Any, after: Any) -> None:
    if current != after:
        raise ChangedSince(
            "This was changed again since, so it cannot be undone alone. Undo the later change first."
        )


def _inverse(current: f.Fields, action: str, changes: Changes, label: str) -> f.Fields:
    if action == "added":
        return {**current, "withdrawn": f"Undone: {label}"}
    for name, (_, after) in changes.items():
        _expect(current.get(name), after)
    return current | {name: before for name, (before, _) in changes.items()}


def _take_back_record(
    writer: Writer, kind: str, uid: UUID, action: str, changes: Changes, label: str
) -> None:
    current = _KINDS[kind](writer.find(kind, uid))
    wanted = _inverse(current, action, changes, label)
    writer.put(f.READERS[kind](uid, wanted, writer.find))


def _incident_of(writer: Writer, claim: UUID) -> UUID:
    query = select(journal.c.changes).where(
        journal.c.uid == claim, journal.c.kind == "claim", journal.c.action == "added"
    )
    added = writer.connection.execute(query).scalar()
    if added is None:
        raise NotFound("The claim that was changed is not in the journal.")
    return UUID(added["incident"][1])


def _take_back_incident(
    writer: Writer, uid: UUID, entries: dict[UUID, tuple[str, Changes]], label: str
) -> None:
    current: Incident = writer.find("incident", uid)
    own = f.incident_out(current)
    fresh = uid in entries and entries[uid][0] == "added"
    if uid in entries:
        own = _inverse(own, *entries[uid], label)
        if fresh:
            own["verification"] = "withdrawn"
    claims = []
    for position, claim in enumerate(current.claims):
        values = f.claim_out(claim, uid, position)
        last = False
        if claim.id in entries and not fresh:
            values = _inverse(values, *entries[claim.id], label)
            # A claim that the step added stays, withdrawn, behind those that find their old places again. No figures
            # come from it any more.
            last = entries[claim.id][0] == "added"
            values["headline"] = values["headline"] and not last
        claims.append((last, values.pop("position"), claim.id, values))
    ordered = sorted(claims, key=lambda item: item[:2])
    restored = f.incident_in(uid, own, writer.find)
    kept = tuple(f.claim_in(claim, values, writer.find) for _, _, claim, values in ordered)
    writer.put_incident(replace(restored, claims=kept))
