"""Incidents as JSON: what `vigil add --json` reads, what `list --json` and exports write.

Every key is optional on input but `type` and one of `place` and `date`. An unknown key or a value of the wrong
kind is refused by name, so that a misspelt key never loses a value in silence.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, Report
from incidents.record.place import Place
from incidents.record.wire_in import INCIDENT_KEYS, draft_from_json, figure_from_json
from incidents.record.wire_values import WireProblem

__all__ = [
    "INCIDENT_KEYS",
    "Json",
    "WireProblem",
    "draft_from_json",
    "figure_from_json",
    "figure_to_json",
    "to_json",
]

Json = dict[str, Any]
# Places that are a point; the point inside an area says nothing and is not written.
_POINTS = ("exact", "settlement", "near")


def to_json(incident: Incident) -> Json:
    """One incident as JSON values, all keys present; None stands for what is not known."""
    when = incident.when
    figures = {kind: figure_to_json(figure) for kind, figure in incident.figures.items()}
    return {
        "ref": incident.ref,
        "type": incident.type,
        "types_other": list(incident.types_other),
        "title": incident.title,
        "narrative": incident.narrative,
        "public_summary": incident.public_summary,
        "date": when.edtf or None,
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "date_precision": when.precision,
        "date_kind": when.kind,
        **_place_to_json(incident.place),
        "geo_precision": incident.geo_precision,
        "place_note": incident.place_note,
        "destination": _place_to_json(incident.destination) if incident.destination else None,
        "people": figures.pop("people", None),
        "figures": figures,
        "measure": incident.measure,
        "aggregate": incident.aggregate,
        "groups": [asdict(group) for group in incident.groups],
        "responsible": incident.responsible,
        "responsible_type": incident.responsible_type,
        "occurrence": incident.occurrence,
        "verification": incident.verification,
        "verification_why": incident.withdrawn or incident.verification_why,
        "self_review": incident.self_review,
        "reliability": incident.reliability,
        "credibility": incident.credibility,
        "grade_why": incident.grade_why,
        "sensitivity": incident.sensitivity,
        "tags": list(incident.tags),
        "claims": [_claim_to_json(claim) for claim in incident.claims],
        "links": [{"kind": link.kind, "ref": link.other_ref} for link in incident.links],
    }


def figure_to_json(figure: Figure) -> Json:
    """A figure with all its parts; None for what is not known."""
    return asdict(figure)


def _place_to_json(place: Place | None) -> Json:
    if place is None:
        return dict.fromkeys(("place", "country", "admin1", "lat", "lon", "place_kind"))
    point = place.precision in _POINTS
    return {
        "place": place.name,
        "country": place.country or None,
        "admin1": place.admin1_name or place.admin1 or None,
        "lat": place.lat if point else None,
        "lon": place.lon if point else None,
        "place_kind": place.kind,
    }


def _claim_to_json(claim: Claim) -> Json:
    plain = (
        "attributed_to reported_as quote quote_start quote_end reliability credibility rating_why stance origin "
        "headline note withdrawn"
    ).split()
    figures = {kind: figure_to_json(figure) for kind, figure in claim.figures.items()}
    report = _report_to_json(claim.report) if claim.report else None
    said = {name: getattr(claim, name) for name in plain}
    return {"report": report, **said, "people": figures.pop("people", None), "figures": figures}


def _report_to_json(report: Report) -> Json:
    return {
        "title": report.title,
        "publisher": report.publisher,
        "publisher_kind": report.source.kind if report.source else "",
        "author": report.author,
        "published": report.published.isoformat() if report.published else None,
        "retrieved": report.retrieved.isoformat() if report.retrieved else None,
        "url": report.url or None,
        "language": report.language,
        "note": report.note,
        "sha256": report.sha256,
    }
