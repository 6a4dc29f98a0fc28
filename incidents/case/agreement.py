"""Do the records say what the journal says? Whoever changes a record behind the journal's back is found out.

The journal's entries of a record, one after the other, give every field that it must have now. Columns that the case
works out for filters and counts must follow from those fields. Records are read in portions, so that a large case
needs no more memory than a small one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, func, select

from incidents.case import fields as f
from incidents.case import records
from incidents.case import tables as t
from incidents.case.derived import harm_of
from incidents.case.store import columns_of, regions_of
from incidents.record.incident import Incident

_PORTION = 200
_NOTHING: tuple[Any, ...] = (None, "", [], {}, False)  # the journal leaves them out of what was added
_TABLES: dict[str, Table] = {
    "source": t.source,
    "report": t.report,
    "place": t.place,
    "suggestion": t.suggestion,
    "incident": t.incident,
    "claim": t.claim,
}
_SIMPLE: dict[str, tuple[Callable[..., dict[int, Any]], Callable[..., f.Fields]]] = {
    "source": (records.sources, f.source_out),
    "report": (records.reports, f.report_out),
    "place": (records.places, f.place_out),
    "suggestion": (records.suggestions, f.suggestion_out),
}
_Entries = dict[UUID, list[RowMapping]]


def disagreements(connection: Connection) -> Iterator[str]:
    """Sentences on records that are not what the journal tells; none when all agree."""
    yield from _lost(connection)
    for kind in _SIMPLE:
        yield from _in_portions(connection, kind, partial(_simple, connection, kind))
    yield from _in_portions(connection, "incident", partial(_incidents, connection))
    yield from _of_the_case(connection)


def _lost(connection: Connection) -> Iterator[str]:
    """Records that the journal added and that are gone."""
    for kind, table in _TABLES.items():
        added = select(t.journal.c.uid).where(t.journal.c.kind == kind, t.journal.c.action == "added")
        gone = select(func.count()).select_from(
            added.where(t.journal.c.uid.not_in(select(table.c.uid))).distinct().subquery()
        )
        number = connection.execute(gone).scalar_one()
        if number:
            yield f"The journal tells of {number} {kind}{'' if number == 1 else 's'} that the case no longer holds."


def _in_portions(
    connection: Connection, kind: str, compare: Callable[[Sequence[int]], list[str]]
) -> Iterator[str]:
    """Compare some at a time; where a value cannot even be read, one by one, so that the record is named."""
    keys = list(connection.execute(select(_TABLES[kind].c.pk).order_by(_TABLES[kind].c.pk)).scalars())
    for start in range(0, len(keys), _PORTION):
        portion = keys[start : start + _PORTION]
        try:
            yield from compare(portion)
        except Exception:
            for pk in portion:
                try:
                    yield from compare([pk])
                except Exception:  # a damaged value can make any reading step fail in any way
                    yield f"The {kind} in row {pk} cannot be read: a value in it is not what it must be."


def _simple(connection: Connection, kind: str, pks: Sequence[int]) -> list[str]:
    """Sources, reports, places and suggestions, whose fields stand in one row."""
    load, out = _SIMPLE[kind]
    found = load(connection, pks)
    told = _told(connection, [record.id for record in found.values()])
    faults = []
    for record in found.values():
        named = f"{kind} “{record.title if kind == 'report' else record.name}”"
        faults += _compared(named, _folded(told.get(record.id, [])), out(record))
    if kind == "place":
        faults += _regions(connection, found)
    return faults


def _regions(connection: Connection, places: dict[int, Any]) -> list[str]:
    kept: dict[int, set[str]] = defaultdict(set)
    query = select(t.place_region).where(t.place_region.c.place_pk.in_(places))
    for row in connection.execute(query):
        kept[row.place_pk].add(row.region)
    wrong = [place.name for pk, place in places.items() if kept[pk] != regions_of(place)]
    return [f"The place “{name}” is not found in its regions." for name in wrong]


def _incidents(connection: Connection, pks: Sequence[int]) -> list[str]:
    found = records.incidents(connection, pks)
    told = _told(connection, [uid for i in found for uid in (i.id, *(claim.id for claim in i.claims))])
    faults = []
    for incident in found:
        entries = told.get(incident.id, [])
        faults += _compared(incident.ref, _folded(entries), f.incident_out(incident))
        for number, claim in enumerate(incident.claims):
            out = f.claim_out(claim, incident.id, number)
            whose = f"claim {number + 1} of {incident.ref}"
            faults += _compared(whose, _folded(told.get(claim.id, [])), out)
            entries = entries + told.get(claim.id, [])
        faults += _stamps(incident, entries)
    return faults + _derived(connection, pks, found)


def _stamps(incident: Incident, entries: Sequence[RowMapping]) -> list[str]:
    """Who entered and who changed it last, and when."""
    if not entries:
        return []
    ordered = sorted(entries, key=lambda entry: int(entry["seq"]))
    first, last = ordered[0], ordered[-1]
    entered = (incident.entered_by, incident.entered_at) == (first["actor"], first["at"])
    changed = (incident.changed_by, incident.changed_at) == (last["actor"], last["at"])
    if entered and changed:
        return []
    return [f"Who entered or changed {incident.ref}, or when, is not what the journal tells."]


def _derived(connection: Connection, pks: Sequence[int], found: Sequence[Incident]) -> list[str]:
    rows = {
        row["uid"]: row
        for row in connection.execute(select(t.incident).where(t.incident.c.pk.in_(pks))).mappings()
    }
    harms: dict[int, dict[str, str]] = defaultdict(dict)
    for figure in connection.execute(select(t.figure).where(t.figure.c.incident_pk.in_(pks))):
        harms[figure.incident_pk][figure.kind] = figure.harm
    faults = []
    for incident in found:
        row = rows[incident.id]
        wrong = [name for name, value in columns_of(incident).items() if row[name] != value]
        if harms[row["pk"]] != {kind: harm_of(incident, kind) for kind in incident.figures}:
            wrong.append("figures")
        if wrong:
            faults.append(f"{incident.ref} is filtered or counted by a wrong {', '.join(wrong)}.")
    return faults


def _of_the_case(connection: Connection) -> Iterator[str]:
    """Saved filters and numbered briefings."""
    query = select(t.journal.c.kind, t.journal.c.changes).where(
        t.journal.c.kind.in_(("saved_filter", "briefing"))
    )
    filters: f.Fields = {}
    briefings: dict[str, f.Fields] = defaultdict(dict)
    for row in connection.execute(query.order_by(t.journal.c.seq)):
        for name, (_, after) in row.changes.items():
            if row.kind == "saved_filter":
                filters[name] = after
            else:
                briefings[name] |= after
    kept = {row.name: row.line for row in connection.execute(select(t.saved_filter))}
    if kept != {name: line for name, line in filters.items() if line is not None}:
        yield "The saved filters are not what the journal tells."
    numbered = {str(row["number"]): row for row in connection.execute(select(t.briefing)).mappings()}
    for number in sorted(briefings.keys() | numbered.keys(), key=int):
        told, held = briefings.get(number, {}), dict(numbered.get(number) or {})
        if not told or any(held.get(name) != value for name, value in told.items()):
            yield f"What the case holds of briefing {number} is not what the journal tells."


def _told(connection: Connection, uids: Sequence[UUID]) -> _Entries:
    query = select(t.journal).where(t.journal.c.uid.in_(uids)).order_by(t.journal.c.seq)
    entries: _Entries = defaultdict(list)
    for row in connection.execute(query).mappings():
        entries[row["uid"]].append(row)
    return entries


def _folded(entries: Sequence[RowMapping]) -> f.Fields | None:
    """The fields after all entries; None for a record that the journal does not know."""
    if not entries or entries[0]["action"] != "added":
        return None
    return {name: after for entry in entries for name, (_, after) in entry["changes"].items()}


def _compared(named: str, told: f.Fields | None, holds: f.Fields) -> list[str]:
    start = named[0].upper() + named[1:]
    if told is None:
        return [f"{start} was added without the journal."]
    wrong = [
        name
        for name in holds.keys() | told.keys()
        if _plain_value(holds.get(name)) != _plain_value(told.get(name))
    ]
    return [f"{start} was changed without the journal: {', '.join(sorted(wrong))}."] if wrong else []


def _plain_value(value: Any) -> Any:
    return None if value in _NOTHING else value
