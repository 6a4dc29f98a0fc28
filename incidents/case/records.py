"""Rows to records, many at once: a fixed number of queries however many incidents are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, select

from incidents.case import tables as t
from incidents.case.fields import (
    CLAIM_PLAIN,
    PLACE_PLAIN,
    REPORT_PLAIN,
    SOURCE_FIELDS,
    SUGGESTION_PLAIN,
    figures_in,
)
from incidents.record.dates import When
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, Link, PeopleGroup, Report, Source
from incidents.record.place import Place
from incidents.record.suggested import KeptSuggestion
from incidents.record.suggestion_wire import suggestion_of

_INCIDENT_ROW = (
    "ref type title geo_precision measure aggregate occurrence verification sensitivity withdrawn survivor "
    "entered_at changed_at version"
).split()
_INCIDENT_TEXT = (
    "narrative public_summary place_note responsible responsible_type verification_why self_review reliability "
    "credibility grade_why entered_by changed_by"
).split()


def pk_of(connection: Connection, table: Table, uid: UUID) -> int | None:
    """The local key of a record, or None when the case does not have it."""
    return connection.execute(select(table.c.pk).where(table.c.uid == uid)).scalar()


def _rows(connection: Connection, table: Table, column: str, keys: Iterable[int]) -> Sequence[RowMapping]:
    wanted = list(set(keys))
    if not wanted:
        return []
    query = select(table).where(table.c[column].in_(wanted))
    if "position" in table.c:
        query = query.order_by(table.c.position, table.c.pk)
    return connection.execute(query).mappings().all()


def sources(connection: Connection, pks: Iterable[int]) -> dict[int, Source]:
    """Sources by local key."""
    return {row["pk"]: read_source(row) for row in _rows(connection, t.source, "pk", pks)}


def read_source(row: RowMapping) -> Source:
    """A source from its row."""
    return Source(id=row["uid"], version=row["version"], **{name: row[name] for name in SOURCE_FIELDS})


def reports(connection: Connection, pks: Iterable[int], *, with_text: bool = False) -> dict[int, Report]:
    """Reports by local key, with their sources; whole texts only when asked for."""
    rows = _rows(connection, t.report, "pk", pks)
    known = sources(connection, (row["source_pk"] for row in rows if row["source_pk"]))
    earlier = _uids(connection, t.report, (row["replaces_pk"] for row in rows if row["replaces_pk"]))
    texts = {}
    if with_text:
        texts = {
            row["report_pk"]: row["text"]
            for row in _rows(connection, t.report_text, "report_pk", (row["pk"] for row in rows))
        }
    return {
        row["pk"]: Report(
            id=row["uid"],
            source=known.get(row["source_pk"]),
            published=row["published"],
            retrieved=row["retrieved"],
            version=row["version"],
            replaces=earlier.get(row["replaces_pk"]),
            notes=tuple(row["notes"]),
            text=texts.get(row["pk"], ""),
            **{name: row[name] for name in REPORT_PLAIN},
        )
        for row in rows
    }


def _uids(connection: Connection, table: Table, pks: Iterable[int]) -> dict[int, UUID]:
    """Identities by local key."""
    wanted = list(set(pks))
    if not wanted:
        return {}
    rows = connection.execute(select(table.c.pk, table.c.uid).where(table.c.pk.in_(wanted)))
    return {row.pk: row.uid for row in rows}


def suggestions(connection: Connection, pks: Iterable[int]) -> dict[int, KeptSuggestion]:
    """Kept suggestions by local key, in the order of their text."""
    rows = _rows(connection, t.suggestion, "pk", pks)
    reports_ = _uids(connection, t.report, (row["report_pk"] for row in rows))
    became = select(t.incident.c.pk, t.incident.c.uid, t.incident.c.ref).where(
        t.incident.c.pk.in_([row["incident_pk"] for row in rows if row["incident_pk"]])
    )
    incidents_ = {row.pk: row for row in connection.execute(became)}
    found = {}
    for row in rows:
        incident = incidents_.get(row["incident_pk"])
        found[row["pk"]] = KeptSuggestion(
            id=row["uid"],
            report=reports_[row["report_pk"]],
            suggestion=suggestion_of(row["content"]),
            incident=incident.uid if incident else None,
            incident_ref=incident.ref if incident else "",
            version=row["version"],
            **{name: row[name] for name in SUGGESTION_PLAIN},
        )
    return found


def places(connection: Connection, pks: Iterable[int]) -> dict[int, Place]:
    """Places by local key."""
    return {row["pk"]: read_place(row) for row in _rows(connection, t.place, "pk", pks)}


def read_place(row: RowMapping) -> Place:
    """A place from its row."""
    plain = {name: row[name] for name in PLACE_PLAIN}
    return Place(id=row["uid"], names=tuple(row["names"]), regions=tuple(row["regions"]), **plain)


def _claims(connection: Connection, pks: Sequence[int]) -> dict[int, list[Claim]]:
    rows = _rows(connection, t.claim, "incident_pk", pks)
    known = reports(connection, (row["report_pk"] for row in rows if row["report_pk"]))
    found: dict[int, list[Claim]] = defaultdict(list)
    for row in rows:
        found[row["incident_pk"]].append(
            Claim(
                id=row["uid"],
                report=known.get(row["report_pk"]),
                figures=figures_in(row["figures"]),
                rated_at=row["rated_at"],
                **{name: row[name] for name in CLAIM_PLAIN},
            )
        )
    return found


def _links(connection: Connection, pks: Sequence[int]) -> dict[int, list[Link]]:
    query = (
        select(t.link.c.incident_pk, t.link.c.kind, t.incident.c.uid, t.incident.c.ref)
        .join(t.incident, t.incident.c.pk == t.link.c.other_pk)
        .where(t.link.c.incident_pk.in_(pks))
        .order_by(t.link.c.kind, t.incident.c.ref)
    )
    found: dict[int, list[Link]] = defaultdict(list)
    for row in connection.execute(query):
        found[row.incident_pk].append(Link(row.kind, row.uid, row.ref))
    return found


def _grouped(connection: Connection, table: Table, pks: Sequence[int]) -> dict[int, list[RowMapping]]:
    found: dict[int, list[RowMapping]] = defaultdict(list)
    for row in _rows(connection, table, "incident_pk", pks):
        found[row["incident_pk"]].append(row)
    return found


def read_figure(row: Any) -> Figure:
    """A figure from its row."""
    names = ("min", "best", "max", "qualifier", "unit", "household_size", "text")
    return Figure(**{name: row[name] for name in names})


def read_when(row: Any) -> When:
    """A date from an incident's row."""
    return When(
        edtf=row["date_edtf"],
        start=row["date_start"],
        end=row["date_end"],
        kind=row["date_kind"],
        precision=row["date_precision"],
        qualifier=row["date_qualifier"],
        ongoing=row["ongoing"],
    )


def incidents(connection: Connection, pks: Sequence[int]) -> list[Incident]:
    """Whole incidents with claims and links, in the order asked for; unknown keys are passed over."""
    heads = {row["pk"]: row for row in _rows(connection, t.incident, "pk", pks)}
    texts = {row["incident_pk"]: row for row in _rows(connection, t.incident_text, "incident_pk", pks)}
    figures, types = _grouped(connection, t.figure, pks), _grouped(connection, t.incident_type, pks)
    claims, links = _claims(connection, pks), _links(connection, pks)
    spots = places(
        connection, (p for row in heads.values() for p in (row["place_pk"], row["dest_pk"]) if p is not None)
    )
    found = []
    for pk in pks:
        if pk not in heads:
            continue
        row, text = heads[pk], texts[pk]
        found.append(
            Incident(
                id=row["uid"],
                when=read_when(row),
                place=spots.get(row["place_pk"]),
                destination=spots.get(row["dest_pk"]),
                types_other=tuple(sorted(other["type"] for other in types[pk])),
                figures={f["kind"]: read_figure(f) for f in figures[pk]},
                groups=tuple(PeopleGroup(**group) for group in text["groups"]),
                tags=tuple(text["tags"]),
                claims=tuple(claims.get(pk, ())),
                links=tuple(links.get(pk, ())),
                **{name: row[name] for name in _INCIDENT_ROW},
                **{name: text[name] for name in _INCIDENT_TEXT},
            )
        )
    return found
