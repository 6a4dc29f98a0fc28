"""Records to rows. Every function replaces what stood there before; journalling is the writer's."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, select, update

from incidents.case import fulltext, likeness, report_index
from incidents.case import tables as t
from incidents.case.derived import grade_numbers, grade_of, harm_of, sources_of
from incidents.case.fields import (
    CLAIM_PLAIN,
    PLACE_PLAIN,
    REPORT_PLAIN,
    SOURCE_FIELDS,
    SUGGESTION_PLAIN,
    figures_out,
)
from incidents.case.records import pk_of
from incidents.errors import NotFound
from incidents.record.incident import Claim, Incident, Report, Source
from incidents.record.place import Place
from incidents.record.suggested import KeptSuggestion
from incidents.record.suggestion_wire import suggestion_text


def save(connection: Connection, record: Any) -> int:
    """Write any record; returns its local key."""
    return _SAVERS[type(record)](connection, record)


def _put(connection: Connection, table: Table, uid: UUID, values: dict[str, Any]) -> int:
    pk = pk_of(connection, table, uid)
    if pk is None:
        result = connection.execute(insert(table).values(uid=uid, **values))
        return result.inserted_primary_key[0]  # type: ignore[index]  # one row was inserted
    connection.execute(update(table).where(table.c.pk == pk).values(**values))
    return pk


def _known(connection: Connection, table: Table, record: Any) -> int | None:
    if record is None:
        return None
    pk = pk_of(connection, table, record.id) if record.id is not None else None
    if pk is None:
        raise NotFound(f"The {table.name} this refers to is not in the case.")
    return pk


def _save_source(connection: Connection, source: Source) -> int:
    values = {name: getattr(source, name) for name in SOURCE_FIELDS}
    named = connection.execute(select(t.source.c.name).where(t.source.c.uid == source.id)).scalar()
    pk = _put(connection, t.source, source.id, {**values, "version": source.version})
    if named not in (None, source.name):
        reports = select(t.report.c.pk).where(t.report.c.source_pk == pk)
        report_index.store(connection, list(connection.execute(reports).scalars()))
    return pk


def _save_report(connection: Connection, report: Report) -> int:
    values = {name: getattr(report, name) for name in (*REPORT_PLAIN, "published", "retrieved", "version")}
    values["source_pk"] = _known(connection, t.source, report.source)
    values["replaces_pk"] = pk_of(connection, t.report, report.replaces) if report.replaces else None
    values["notes"] = list(report.notes)
    words = (t.report.c.title, t.report.c.author, t.report.c.source_pk)
    before = connection.execute(select(*words).where(t.report.c.uid == report.id)).first()
    pk = _put(connection, t.report, report.id, values)
    if report.text:
        connection.execute(delete(t.report_text).where(t.report_text.c.report_pk == pk))
        connection.execute(insert(t.report_text).values(report_pk=pk, text=report.text))
        likeness.store(connection, pk, report.text)
    if report.text or before != (report.title, report.author, values["source_pk"]):
        report_index.store(connection, [pk])
    return pk


def _save_suggestion(connection: Connection, kept: KeptSuggestion) -> int:
    values = {name: getattr(kept, name) for name in (*SUGGESTION_PLAIN, "version")}
    values["report_pk"] = pk_of(connection, t.report, kept.report)
    values["incident_pk"] = pk_of(connection, t.incident, kept.incident) if kept.incident else None
    if pk_of(connection, t.suggestion, kept.id) is None:
        assert kept.suggestion is not None
        values["content"] = suggestion_text(kept.suggestion)
    return _put(connection, t.suggestion, kept.id, values)


def _save_place(connection: Connection, place: Place) -> int:
    assert place.id is not None
    values = {name: getattr(place, name) for name in PLACE_PLAIN}
    pk = _put(
        connection, t.place, place.id, {**values, "names": list(place.names), "regions": list(place.regions)}
    )
    connection.execute(delete(t.place_region).where(t.place_region.c.place_pk == pk))
    rows = [{"region": code, "place_pk": pk} for code in sorted(regions_of(place))]
    connection.execute(insert(t.place_region), rows)
    return pk


def regions_of(place: Place) -> set[str]:
    """The codes of every region that takes in this place."""
    return {*place.regions, f"place:{place.id}"}


def save_claim(connection: Connection, claim: Claim, incident_pk: int, position: int) -> int:
    """Write one claim of an incident."""
    values = {name: getattr(claim, name) for name in CLAIM_PLAIN}
    values |= {
        "incident_pk": incident_pk,
        "position": position,
        "report_pk": _known(connection, t.report, claim.report),
        "figures": figures_out(claim.figures),
        "rated_at": claim.rated_at,
    }
    return _put(connection, t.claim, claim.id, values)


def _save_incident(connection: Connection, incident: Incident) -> int:
    pk = _put(connection, t.incident, incident.id, _incident_row(connection, incident))
    for table, values in _parts(incident, pk):
        connection.execute(delete(table).where(table.c.incident_pk == pk))
        if values:
            connection.execute(insert(table), values)
    for position, claim in enumerate(incident.claims):
        save_claim(connection, claim, pk, position)
    _save_links(connection, incident, pk)
    fulltext.store(connection, [(pk, fulltext.searchable(incident))])
    return pk


def _incident_row(connection: Connection, incident: Incident) -> dict[str, Any]:
    return columns_of(incident) | {
        "place_pk": _known(connection, t.place, incident.place),
        "dest_pk": _known(connection, t.place, incident.destination),
    }


def columns_of(incident: Incident) -> dict[str, Any]:
    """What the narrow table holds of an incident, all but the local keys of its places."""
    plain = (
        "ref type title geo_precision measure aggregate occurrence verification sensitivity withdrawn survivor "
        "entered_at changed_at version"
    ).split()
    when, place = incident.when, incident.place
    rel, cred = grade_numbers(grade_of(incident))
    assert incident.entered_at is not None
    return {name: getattr(incident, name) for name in plain} | {
        "from_on": when.first_day,
        "until_on": when.last_day,
        "date_start": when.start,
        "date_end": when.end,
        "date_edtf": when.edtf,
        "date_kind": when.kind,
        "date_precision": when.precision,
        "date_qualifier": when.qualifier,
        "ongoing": when.ongoing,
        "country": place.country if place else "",
        "admin1": place.admin1 if place else "",
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "rel": rel,
        "cred": cred,
        "claims": len(incident.live_claims),
        "sources": len(sources_of(incident)),
        "reported_on": incident.date_reported,
        "entered_on": incident.entered_at.date(),
        "duplicate": any(link.kind == "duplicate_of" for link in incident.links),
    }


def _parts(incident: Incident, pk: int) -> list[tuple[Table, list[dict[str, Any]]]]:
    text = (
        "narrative public_summary place_note responsible responsible_type verification_why self_review reliability "
        "credibility grade_why entered_by changed_by"
    ).split()
    texts: dict[str, Any] = {name: getattr(incident, name) for name in text}
    texts |= {"tags": list(incident.tags), "groups": [
        {"sex": g.sex, "age": g.age, "count": g.count} for g in incident.groups
    ]}  # fmt: skip
    figures = [
        {**values, "incident_pk": pk, "kind": kind, "harm": harm_of(incident, kind)}
        for kind, values in figures_out(incident.figures).items()
    ]
    types = [{"incident_pk": pk, "type": code} for code in sorted(set(incident.types_other))]
    return [(t.incident_text, [{"incident_pk": pk, **texts}]), (t.figure, figures), (t.incident_type, types)]


def _save_links(connection: Connection, incident: Incident, pk: int) -> None:
    connection.execute(delete(t.link).where(t.link.c.incident_pk == pk))
    rows = []
    for link in incident.links:
        other = pk_of(connection, t.incident, link.other)
        if other is None:
            raise NotFound("The linked incident is not in the case.")
        rows.append({"incident_pk": pk, "kind": link.kind, "other_pk": other})
    if rows:
        connection.execute(insert(t.link), rows)


def incident_pks_standing_on(
    connection: Connection, record: Report | Source | Place | KeptSuggestion
) -> list[int]:
    """Incidents whose derived columns or search words depend on this report, source or place."""
    if isinstance(record, KeptSuggestion):
        return []
    if isinstance(record, Place):
        place_pk = pk_of(connection, t.place, record.id) if record.id else None
        where = (t.incident.c.place_pk == place_pk) | (t.incident.c.dest_pk == place_pk)
        return list(connection.execute(select(t.incident.c.pk).where(where)).scalars())
    query = select(t.claim.c.incident_pk).join(t.report, t.report.c.pk == t.claim.c.report_pk)
    if isinstance(record, Report):
        query = query.where(t.report.c.uid == record.id)
    else:
        query = query.join(t.source, t.source.c.pk == t.report.c.source_pk).where(t.source.c.uid == record.id)
    return list(connection.execute(query.distinct()).scalars())


_SAVERS: dict[type, Any] = {
    Source: _save_source,
    Report: _save_report,
    Place: _save_place,
    KeptSuggestion: _save_suggestion,
    Incident: _save_incident,
}
