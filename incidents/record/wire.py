"""Incidents as JSON: what `vigil add --json` reads, what `list --json` and exports write.

Every key is optional on input but `type` and one of `place` and `date`. An unknown key or a value of the wrong kind
is refused by name, so that a misspelt key never loses a value in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from incidents.errors import VigilError
from incidents.record.codes import FIGURE_KINDS, QUALIFIERS, UNITS
from incidents.record.dates import When, when_from
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, PeopleGroup, Report

Json = dict[str, Any]
_LARGEST = 10**12


class WireProblem(VigilError):
    """JSON that is no incident; the sentence names the key."""


# Writing


def figure_to_json(figure: Figure) -> Json:
    """A figure with all its parts; None for what is not known."""
    return asdict(figure)


def _report_to_json(report: Report) -> Json:
    return {
        "title": report.title,
        "publisher": report.publisher,
        "author": report.author,
        "published": report.published.isoformat() if report.published else None,
        "retrieved": report.retrieved.isoformat() if report.retrieved else None,
        "url": report.url or None,
        "language": report.language,
        "sha256": report.sha256,
    }


def _claim_to_json(claim: Claim) -> Json:
    plain = (
        "attributed_to reported_as quote quote_start quote_end reliability credibility rating_why stance origin "
        "headline note withdrawn"
    ).split()
    return {name: getattr(claim, name) for name in plain} | {
        "report": _report_to_json(claim.report) if claim.report else None,
        "figures": {kind: figure_to_json(figure) for kind, figure in claim.figures.items()},
    }


def to_json(incident: Incident) -> Json:
    """One incident as JSON values, all keys present."""
    when, place = incident.when, incident.place
    plain = (
        "ref type title narrative public_summary geo_precision place_note measure aggregate responsible "
        "responsible_type occurrence verification verification_why self_review reliability credibility grade_why "
        "sensitivity"
    ).split()
    figures = {kind: figure_to_json(figure) for kind, figure in incident.figures.items()}
    return {name: getattr(incident, name) for name in plain} | {
        "types_other": list(incident.types_other),
        "date": when.edtf or None,
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "date_precision": when.precision,
        "date_kind": when.kind,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "admin1": (place.admin1_name or place.admin1) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "destination": incident.destination.label if incident.destination else None,
        "people": figures.pop("people", None),
        "figures": figures,
        "groups": [asdict(group) for group in incident.groups],
        "tags": list(incident.tags),
        "links": [{"kind": link.kind, "ref": link.other_ref} for link in incident.links],
        "claims": [_claim_to_json(claim) for claim in incident.claims],
    }


# Reading


def _wrong(key: str, wanted: str, value: object) -> WireProblem:
    shown = repr(value)
    return WireProblem(f"“{key}” must be {wanted}, not {shown[:60]}{'…' if len(shown) > 60 else ''}.")


def _text(key: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong(key, "text", value)
    return value


def _truth(key: str, value: object) -> bool:
    if value is None:
        return False
    if not isinstance(value, bool):
        raise _wrong(key, "true or false", value)
    return value


def _whole(key: str, value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST:
        raise _wrong(key, "a whole number", value)
    return value


def _number(key: str, value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < _LARGEST:
        raise _wrong(key, "a number", value)
    return float(value)


def _object(key: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(key, "an object", value)
    return value


def _items(key: str, value: object) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise _wrong(key, "a list", value)
    return list(value)


def _texts(key: str, value: object) -> tuple[str, ...]:
    return tuple(_text(f"{key}.{n}", item) for n, item in enumerate(_items(key, value)))


def _refuse_unknown(where: str, given: Mapping[str, Any], known: set[str]) -> None:
    for key in given:
        if key not in known:
            named = f"{where}.{key}" if where else str(key)
            raise WireProblem(f"“{named[:80]}” is no known key here; known are {', '.join(sorted(known))}.")


_FIGURE_KEYS = {"min", "best", "max", "qualifier", "unit", "household_size", "text"}


def figure_from_json(key: str, value: object) -> Figure | str:
    """A figure: an object of its parts, a whole number, or words such as "more than 100"."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(_whole(key, value))
    given = _object(key, value)
    _refuse_unknown(key, given, _FIGURE_KEYS)
    low, best, high = (_whole(f"{key}.{name}", given.get(name)) for name in ("min", "best", "max"))
    qualifier, unit = _text(f"{key}.qualifier", given.get("qualifier")), _text(f"{key}.unit", given.get("unit"))
    text = _text(f"{key}.text", given.get("text"))
    if qualifier and qualifier not in QUALIFIERS:
        raise _wrong(f"{key}.qualifier", f"one of {', '.join(QUALIFIERS)}", qualifier)
    if unit and unit not in UNITS:
        raise _wrong(f"{key}.unit", f"one of {', '.join(UNITS)}", unit)
    if (low, best, high) == (None, None, None):
        return text
    size = _number(f"{key}.household_size", given.get("household_size"))
    return Figure(low, best, high, qualifier, unit or "people", size, text)


def _figures(key: str, people: object, others: object) -> dict[str, Figure | str]:
    given = dict(_object(f"{key}figures", others)) if others is not None else {}
    _refuse_unknown(f"{key}figures", given, set(FIGURE_KINDS))
    if people is not None:
        given["people"] = people
    read = {kind: figure_from_json(f"{key}{kind}", value) for kind, value in given.items() if value is not None}
    return {kind: figure for kind, figure in read.items() if figure != ""}


_REPORT_KEYS = {"title", "publisher", "publisher_kind", "author", "published", "retrieved", "url", "language", "note", "sha256"}


def _report(key: str, value: object) -> ReportDraft | None:
    if value is None:
        return None
    if isinstance(value, str):
        return ReportDraft(title=value)
    given = _object(key, value)
    _refuse_unknown(key, given, _REPORT_KEYS)
    texts = {name: _text(f"{key}.{name}", given.get(name)) for name in _REPORT_KEYS - {"sha256"}}
    return ReportDraft(**texts)


_CLAIM_TEXTS = "attributed_to reported_as quote reliability credibility rating_why origin note withdrawn".split()
_CLAIM_KEYS = {*_CLAIM_TEXTS, "report", "stance", "quote_start", "quote_end", "headline", "people", "figures"}


def _claim(key: str, value: object) -> ClaimDraft:
    given = _object(key, value)
    _refuse_unknown(key, given, _CLAIM_KEYS)
    return ClaimDraft(
        report=_report(f"{key}.report", given.get("report")),
        stance=_text(f"{key}.stance", given.get("stance")) or "supports",
        quote_start=_whole(f"{key}.quote_start", given.get("quote_start")),
        quote_end=_whole(f"{key}.quote_end", given.get("quote_end")),
        headline=_truth(f"{key}.headline", given.get("headline")),
        figures=_figures(f"{key}.", given.get("people"), given.get("figures")),
        **{name: _text(f"{key}.{name}", given.get(name)) for name in _CLAIM_TEXTS},
    )


def _group(key: str, value: object) -> PeopleGroup:
    given = _object(key, value)
    _refuse_unknown(key, given, {"sex", "age", "count"})
    count = _whole(f"{key}.count", given.get("count"))
    if count is None:
        raise _wrong(f"{key}.count", "a whole number", None)
    return PeopleGroup(_text(f"{key}.sex", given.get("sex")) or "u", _text(f"{key}.age", given.get("age")) or "unknown", count)


_TEXTS = (
    "type title narrative public_summary geo_precision place_note responsible responsible_type verification_why "
    "reliability credibility grade_why"
).split()
_DEFAULTED = {"measure": "flow", "occurrence": "occurred", "verification": "unassessed", "sensitivity": "moderate"}
_RENAMED = {"place": "place_text", "country": "country_text", "admin1": "admin1_text", "destination": "destination_text"}
_DATE_KEYS = ("date", "date_start", "date_end", "date_precision", "date_kind")
_OTHERS = {"ref", "types_other", "lat", "lon", "people", "figures", "groups", "aggregate", "self_review", "tags", "links", "claims"}
INCIDENT_KEYS = {*_TEXTS, *_DEFAULTED, *_RENAMED, *_DATE_KEYS, *_OTHERS}


def _date(given: Mapping[str, Any]) -> When | str:
    """The date as it was written, or put together from its parts when a part besides `date` is given."""
    parts = {key: _text(key, given.get(key)) for key in _DATE_KEYS}
    if not any(parts[key] for key in _DATE_KEYS[1:]):
        return parts["date"]
    return when_from(
        parts["date"], parts["date_start"], parts["date_end"], parts["date_precision"], parts["date_kind"]
    )


def draft_from_json(value: object) -> IncidentDraft:
    """The draft of one incident; raises WireProblem or DateProblem naming what is wrong.

    Links are read by the operations that know the incidents they refer to; `ref` is given by the case.
    """
    given = _object("incident", value)
    _refuse_unknown("", given, INCIDENT_KEYS)
    readers: dict[str, Callable[[str, object], Any]] = {"lat": _number, "lon": _number}
    return IncidentDraft(
        date=_date(given),
        types_other=_texts("types_other", given.get("types_other")),
        tags=_texts("tags", given.get("tags")),
        aggregate=_truth("aggregate", given.get("aggregate")),
        self_review=_truth("self_review", given.get("self_review")),
        figures=_figures("", given.get("people"), given.get("figures")),
        groups=tuple(_group(f"groups.{n}", g) for n, g in enumerate(_items("groups", given.get("groups")))),
        claims=tuple(_claim(f"claims.{n}", c) for n, c in enumerate(_items("claims", given.get("claims")))),
        **{name: read(name, given.get(name)) for name, read in readers.items()},
        **{name: _text(name, given.get(name)) for name in _TEXTS},
        **{name: _text(name, given.get(name)) or default for name, default in _DEFAULTED.items()},
        **{ours: _text(name, given.get(name)) for name, ours in _RENAMED.items()},
    )


def links_from_json(value: object) -> list[tuple[str, str]]:
    """The (kind, ref) pairs of an incident's links."""
    links = []
    for number, item in enumerate(_items("links", _object("incident", value).get("links"))):
        given = _object(f"links.{number}", item)
        _refuse_unknown(f"links.{number}", given, {"kind", "ref"})
        links.append((_text(f"links.{number}.kind", given.get("kind")), _text(f"links.{number}.ref", given.get("ref"))))
    return links

