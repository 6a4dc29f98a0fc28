"""Suggestions as flat JSON, in the words of the coding guide."""

from __future__ import annotations

import re
from typing import Any

from incidents.record.suggestion import Suggestion

_PLAIN = re.compile(r"\d{4}(?:-\d{2})?[?~%]?")  # one year or one month

POINTS = ("settlement", "site")  # kinds of places that have coordinates of their own


def suggestion_out(found: Suggestion, text: str) -> dict[str, Any]:
    """One suggestion: type, place, country, admin1, lat, lon, dates, people, claimed_by, status, evidence, why.

    Coordinates are those of the place itself, to two decimals; None for countries, areas and vague regions.
    """
    place = found.place
    exact = place is not None and place.kind in POINTS and place.lat is not None and place.lon is not None
    figure = found.people
    best = figure.best if figure.min is None and figure.max is None else None
    return {
        "type": found.type,
        "place": found.place_text or None,
        "country": found.country or None,
        "admin1": found.admin1 or (place.admin1_name if place else "") or None,
        "lat": round(place.lat, 2) if exact and place and place.lat is not None else None,
        "lon": round(place.lon, 2) if exact and place and place.lon is not None else None,
        "date_start": found.when.start.isoformat() if found.when.start else None,
        "date_end": found.when.end.isoformat() if found.when.end else None,
        "date_precision": _precision(found),
        "date_edtf": found.when.edtf or None,
        "people_min": figure.min if best is None else best,
        "people_max": figure.max if best is None else best,
        "people_approx": figure.qualifier == "approximately",
        "people_unit": figure.unit,
        "claimed_by": found.claimed_by or None,
        "status": found.occurrence,
        "aggregate": found.aggregate,
        "pattern": found.pattern,
        "evidence": [passage.of(text) for passage in found.evidence],
        "passages": [[passage.start, passage.end] for passage in found.evidence],
        "confidence": round(found.confidence, 2),
        "why": list(found.why),
    }


def _precision(found: Suggestion) -> str:
    """The guide's word for it; a month or year only where the whole of it is meant."""
    when = found.when
    if not when.known:
        return "unknown"
    if when.start is not None and when.start == when.end:
        return "day"
    return when.precision if when.precision in ("month", "year") and _PLAIN.fullmatch(when.edtf) else "span"
