"""The project's own coded reports for measuring extraction: the sample reports, in the words of the coding guide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from incidents.record.dates import when_from
from seeds import reading


@dataclass(frozen=True)
class Coded:
    """A report and the incidents that a person found in it; evidence are verbatim pieces of the text."""

    id: str
    text: str
    language: str
    published: date | None
    incidents: list[dict[str, Any]]


def sample_reports() -> list[Coded]:
    """The reports of the sample case, with the incidents whose claims quote them."""
    coded = reading.incidents()
    return [
        Coded(
            report.id,
            report.text,
            report.language,
            date.fromisoformat(report.published) if report.published else None,
            [one for incident in coded for one in _as_told(incident, report.id, report.text)],
        )
        for report in reading.reports()
    ]


def coded_reports(folder: Path) -> list[Coded]:
    """Reports in the JSON form of the coding guide, one file each."""
    found = []
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        published = date.fromisoformat(told["published"]) if told.get("published") else None
        found.append(Coded(told["id"], told["text"], told.get("language", ""), published, told["incidents"]))
    return found


def _as_told(incident: dict[str, Any], report: str, text: str) -> Iterator[dict[str, Any]]:
    """The incident as this report tells it, once for each of its types."""
    claims = [claim for claim in incident.get("claims", ()) if claim.get("report") == report]
    quotes = [claim["quote"] for claim in claims if claim.get("quote") and claim["quote"] in text]
    if not quotes or all(claim.get("stance") == "contradicts" for claim in claims):
        return
    when = when_from(incident.get("date") or "")
    people = claims[0].get("people") or incident.get("people") or {}
    flat = {
        "place": incident.get("place"),
        "country": incident.get("country"),
        "admin1": incident.get("admin1"),
        "lat": incident.get("lat"),
        "lon": incident.get("lon"),
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "people_min": people.get("min"),
        "people_max": people.get("max"),
        "people_unit": people.get("unit", "people"),
        "claimed_by": next((claim["attributed_to"] for claim in claims if claim.get("attributed_to")), None),
        "status": incident.get("occurrence", "occurred"),
        "evidence": quotes,
    }
    for kind in (incident["type"], *incident.get("types_other", ())):
        yield {"type": kind, **flat}
