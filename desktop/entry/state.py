"""The form as raw text: what is kept aside while somebody types, so that even half-typed and invalid input survives.

A state is a JSON object of texts, flags and lists, one part for each section. It comes back from the case file,
so it is read with distrust: whatever is missing or of another type reads as empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from incidents.record.draft import ClaimDraft
from incidents.record.incident import Claim, Report, Source
from incidents.record.place import Place

State = dict[str, Any]

VERSION = 1
# A kept draft larger than this is not one that the form has written.
MOST_CHARACTERS = 20_000_000


def dump(state: State) -> str:
    """The state as JSON text; pure ASCII, so that any character can be stored."""
    return json.dumps({"form": VERSION, **state}, ensure_ascii=True)


def load(content: str) -> State | None:
    """Read what `dump` wrote; None when it is something else."""
    if len(content) > MOST_CHARACTERS:
        return None
    try:
        state = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return state if isinstance(state, dict) and state.get("form") == VERSION else None


def text_of(state: Mapping[str, Any], key: str) -> str:
    """The text under `key`, or empty."""
    value = state.get(key)
    return value if isinstance(value, str) else ""


def flag_of(state: Mapping[str, Any], key: str) -> bool:
    """The flag under `key`, or false."""
    return state.get(key) is True


def part_of(state: Mapping[str, Any], key: str) -> State:
    """The object under `key`, or an empty one."""
    value = state.get(key)
    return value if isinstance(value, dict) else {}


def parts_of(state: Mapping[str, Any], key: str, most: int = 500) -> list[State]:
    """The objects listed under `key`."""
    value = state.get(key)
    return [part for part in value[:most] if isinstance(part, dict)] if isinstance(value, list) else []


def uuid_of(state: Mapping[str, Any], key: str) -> UUID | None:
    """The identity under `key`, or None."""
    try:
        return UUID(text_of(state, key))
    except ValueError:
        return None


def number_of(state: Mapping[str, Any], key: str) -> float | None:
    """The number under `key`, or None."""
    value = state.get(key)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


# ---------------------------------------------------------------- picked records
_PLACE_TEXTS = (
    "name",
    "kind",
    "country",
    "country_name",
    "admin1",
    "admin1_name",
    "iso",
    "pcode",
    "precision",
)


def place_state(place: Place | None) -> State | None:
    """A picked place."""
    if place is None:
        return None
    state: State = {name: getattr(place, name) for name in _PLACE_TEXTS}
    state |= {"lat": place.lat, "lon": place.lon, "geonames": place.geonames, "population": place.population}
    state |= {"names": list(place.names), "regions": list(place.regions)}
    return state | {"id": str(place.id) if place.id else ""}


def place_from(state: State) -> Place | None:
    """The place that `place_state` described, or None."""
    if not text_of(state, "name"):
        return None
    whole = {name: number_of(state, name) for name in ("geonames", "population")}
    return Place(
        **{name: text_of(state, name) for name in _PLACE_TEXTS},
        id=uuid_of(state, "id"),
        lat=number_of(state, "lat"),
        lon=number_of(state, "lon"),
        geonames=None if whole["geonames"] is None else int(whole["geonames"]),
        population=None if whole["population"] is None else int(whole["population"]),
        names=_texts(state.get("names")),
        regions=_texts(state.get("regions")),
    )


def source_state(source: Source | None) -> State | None:
    """A picked source."""
    if source is None:
        return None
    texts = ("name", "kind", "reliability", "reliability_why", "note", "withdrawn")
    return {name: getattr(source, name) for name in texts} | {"id": str(source.id), "version": source.version}


def source_from(state: State) -> Source | None:
    """The source that `source_state` described, or None."""
    identity = uuid_of(state, "id")
    if identity is None:
        return None
    texts = ("name", "kind", "reliability", "reliability_why", "note", "withdrawn")
    return Source(id=identity, version=_version(state), **{name: text_of(state, name) for name in texts})


_REPORT_TEXTS = ("title", "author", "url", "language", "sha256", "note", "withdrawn")


def report_state(report: Report | None) -> State | None:
    """A picked report, without its text, which is in the case."""
    if report is None:
        return None
    state: State = {name: getattr(report, name) for name in _REPORT_TEXTS}
    state |= {name: _day_text(getattr(report, name)) for name in ("published", "retrieved")}
    return state | {"id": str(report.id), "source": source_state(report.source), "version": report.version}


def report_from(state: State) -> Report | None:
    """The report that `report_state` described, or None."""
    identity = uuid_of(state, "id")
    if identity is None:
        return None
    texts: dict[str, Any] = {name: text_of(state, name) for name in _REPORT_TEXTS}
    return Report(
        id=identity,
        source=source_from(part_of(state, "source")),
        published=_day(state, "published"),
        retrieved=_day(state, "retrieved"),
        version=_version(state),
        **texts,
    )


def passage_state(claim: Claim | ClaimDraft) -> State:
    """Where the quote of a claim stands in its report's text; empty when that is not known."""
    if claim.quote_start is None or claim.quote_end is None:
        return {}
    return {"quote": claim.quote, "start": claim.quote_start, "end": claim.quote_end}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()


def _version(state: State) -> int:
    return int(number_of(state, "version") or 1)


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(state: State, key: str) -> date | None:
    try:
        return date.fromisoformat(text_of(state, key))
    except ValueError:
        return None
