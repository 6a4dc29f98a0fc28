"""Records as plain fields and back: what the journal keeps before and after, and what undo writes again.

A field's value is JSON: text, numbers, lists, objects, None. A record's identity, version and who-when stamps
are not fields; an incident's claims are records of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from incidents.case.types import stamp
from incidents.record.dates import When
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, Link, PeopleGroup, Report, Source
from incidents.record.place import Place
from incidents.record.suggested import KeptSuggestion

Fields = dict[str, Any]
Look = Callable[[str, UUID], Any]

SOURCE_FIELDS = ("name", "kind", "reliability", "reliability_why", "note", "withdrawn")
REPORT_PLAIN = ("title", "author", "url", "language", "sha256", "text_sha256", "state", "note", "withdrawn")
SUGGESTION_PLAIN = ("position", "sha256", "state", "why", "withdrawn")
PLACE_PLAIN = (
    "name kind country country_name admin1 admin1_name lat lon geonames iso pcode precision population"
).split()
CLAIM_PLAIN = (
    "attributed_to reported_as quote quote_start quote_end reliability credibility rating_why stance origin headline "
    "note rated_by withdrawn"
).split()
INCIDENT_PLAIN = (
    "ref type title narrative public_summary geo_precision place_note measure aggregate responsible responsible_type "
    "occurrence verification verification_why self_review reliability credibility grade_why sensitivity withdrawn"
).split()


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _read_day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _uid(value: Any) -> str | None:
    return str(value.id) if value is not None else None


def figures_out(figures: Mapping[str, Figure]) -> Fields:
    """Figures by kind as JSON."""
    return {kind: asdict(figure) for kind, figure in sorted(figures.items())}


def figures_in(value: Mapping[str, Any]) -> dict[str, Figure]:
    """Figures by kind from JSON."""
    return {kind: Figure(**figure) for kind, figure in value.items()}


def when_out(when: When) -> Fields:
    """A date as JSON."""
    return {**asdict(when), "start": _day(when.start), "end": _day(when.end)}


def when_in(value: Mapping[str, Any]) -> When:
    """A date from JSON."""
    return When(**{**value, "start": _read_day(value["start"]), "end": _read_day(value["end"])})


def source_out(source: Source) -> Fields:
    """A source's fields."""
    return {name: getattr(source, name) for name in SOURCE_FIELDS}


def report_out(report: Report) -> Fields:
    """A report's fields; its text is known by its hash."""
    fields = {name: getattr(report, name) for name in REPORT_PLAIN}
    return {
        **fields,
        "source": _uid(report.source),
        "published": _day(report.published),
        "retrieved": _day(report.retrieved),
        "replaces": str(report.replaces) if report.replaces else None,
        "notes": list(report.notes),
    }


def suggestion_out(kept: KeptSuggestion) -> Fields:
    """A kept suggestion's fields; what it suggests is known by its hash."""
    fields = {name: getattr(kept, name) for name in SUGGESTION_PLAIN}
    return {**fields, "report": str(kept.report), "incident": str(kept.incident) if kept.incident else None}


def place_out(place: Place) -> Fields:
    """A place's fields."""
    fields = {name: getattr(place, name) for name in PLACE_PLAIN}
    return {**fields, "names": list(place.names), "regions": list(place.regions)}


def claim_out(claim: Claim, incident: UUID, position: int) -> Fields:
    """A claim's fields, with the incident that it belongs to and its place in the list."""
    fields = {name: getattr(claim, name) for name in CLAIM_PLAIN}
    return {
        **fields,
        "incident": str(incident),
        "position": position,
        "report": _uid(claim.report),
        "figures": figures_out(claim.figures),
        "rated_at": stamp(claim.rated_at) if claim.rated_at else None,
    }


def incident_out(incident: Incident) -> Fields:
    """An incident's own fields, without its claims."""
    fields = {name: getattr(incident, name) for name in INCIDENT_PLAIN}
    return {
        **fields,
        "types_other": sorted(set(incident.types_other)),
        "date": when_out(incident.when),
        "place": _uid(incident.place),
        "destination": _uid(incident.destination),
        "figures": figures_out(incident.figures),
        "groups": [asdict(group) for group in incident.groups],
        "tags": list(incident.tags),
        "links": sorted([link.kind, str(link.other)] for link in incident.links),
        "survivor": str(incident.survivor) if incident.survivor else None,
    }


def source_in(uid: UUID, fields: Fields, look: Look) -> Source:
    """A source from its fields."""
    return Source(id=uid, **fields)


def report_in(uid: UUID, fields: Fields, look: Look) -> Report:
    """A report from its fields; `look` finds its source."""
    plain = {name: fields[name] for name in REPORT_PLAIN}
    source = look("source", UUID(fields["source"])) if fields["source"] else None
    days: dict[str, Any] = {name: _read_day(fields[name]) for name in ("published", "retrieved")}
    replaces = UUID(fields["replaces"]) if fields["replaces"] else None
    return Report(id=uid, source=source, replaces=replaces, notes=tuple(fields["notes"]), **days, **plain)


def suggestion_in(uid: UUID, fields: Fields, look: Look) -> KeptSuggestion:
    """A kept suggestion from its fields, without what it suggests, which never changes."""
    plain = {name: fields[name] for name in SUGGESTION_PLAIN}
    incident = UUID(fields["incident"]) if fields["incident"] else None
    return KeptSuggestion(id=uid, report=UUID(fields["report"]), incident=incident, suggestion=None, **plain)


def place_in(uid: UUID, fields: Fields, look: Look) -> Place:
    """A place from its fields."""
    plain = {name: fields[name] for name in PLACE_PLAIN}
    return Place(id=uid, names=tuple(fields["names"]), regions=tuple(fields["regions"]), **plain)


def claim_in(uid: UUID, fields: Fields, look: Look) -> Claim:
    """A claim from its fields; `look` finds its report."""
    plain = {name: fields[name] for name in CLAIM_PLAIN}
    report = look("report", UUID(fields["report"])) if fields["report"] else None
    rated = datetime.fromisoformat(fields["rated_at"]) if fields["rated_at"] else None
    return Claim(id=uid, report=report, figures=figures_in(fields["figures"]), rated_at=rated, **plain)


def incident_in(uid: UUID, fields: Fields, look: Look) -> Incident:
    """An incident without claims from its fields; `look` finds its places."""
    plain = {name: fields[name] for name in INCIDENT_PLAIN}
    places: dict[str, Any] = {
        name: look("place", UUID(fields[name])) if fields[name] else None for name in ("place", "destination")
    }
    return Incident(
        id=uid,
        types_other=tuple(fields["types_other"]),
        when=when_in(fields["date"]),
        figures=figures_in(fields["figures"]),
        groups=tuple(PeopleGroup(**group) for group in fields["groups"]),
        tags=tuple(fields["tags"]),
        links=tuple(Link(kind, UUID(other)) for kind, other in fields["links"]),
        survivor=UUID(fields["survivor"]) if fields["survivor"] else None,
        **places,
        **plain,
    )


READERS: dict[str, Callable[[UUID, Fields, Look], Any]] = {
    "source": source_in,
    "report": report_in,
    "suggestion": suggestion_in,
    "place": place_in,
    "claim": claim_in,
    "incident": incident_in,
}


def difference(before: Fields | None, after: Fields) -> dict[str, list[Any]]:
    """{field: [before, after]} for every field that differs; all fields with a value when there was no record."""
    if before is None:
        return {
            name: [None, value] for name, value in after.items() if value not in (None, "", [], {}, False)
        }
    return {name: [before.get(name), value] for name, value in after.items() if before.get(name) != value}
