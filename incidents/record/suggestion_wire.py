"""Suggestions as JSON, the way a case keeps them; what has its usual value is left out.

Reading distrusts: JSON that is no suggestion raises WireProblem, which names the key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any
from uuid import UUID

from incidents.record.dates import When
from incidents.record.figures import Figure
from incidents.record.place import Place
from incidents.record.suggestion import Mark, Passage, Suggestion
from incidents.record.wire_values import Given, WireProblem, wrong

Json = dict[str, Any]
_OCCURRENCE = frozenset(("occurred", "ongoing", "failed"))


def suggestion_text(suggestion: Suggestion) -> str:
    """The canonical JSON text of a suggestion: equal suggestions are equal letters."""
    text = json.dumps(
        suggestion_to_json(suggestion),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
    return text.encode("utf-8", "replace").decode()


def suggestion_of(text: str) -> Suggestion | None:
    """The suggestion that `suggestion_text` wrote; None for anything else."""
    try:
        return suggestion_from_json(json.loads(text))
    except (WireProblem, TypeError, ValueError, RecursionError):
        return None


def suggestion_to_json(suggestion: Suggestion) -> Json:
    """A suggestion as JSON values."""
    written = _changed(suggestion)
    for name, write in _WRITTEN.items():
        if name in written:
            written[name] = write(written[name])
    return written


def suggestion_from_json(value: object) -> Suggestion:
    """The suggestion that JSON values describe; raises WireProblem."""
    given = Given.of("", value, frozenset(field.name for field in fields(Suggestion)))
    found = {name: read(name, given) for name, read in _READ.items() if given.raw(name) is not None}
    if not found.get("type") or not found.get("evidence"):
        raise WireProblem("A suggestion needs “type” and “evidence”.")
    if found.get("occurrence", "occurred") not in _OCCURRENCE:
        raise wrong("occurrence", "occurred, ongoing or failed", found["occurrence"])
    return Suggestion(**found)


def _changed(value: Any) -> Json:
    """The fields that have not their usual value."""
    return {
        field.name: getattr(value, field.name)
        for field in fields(value)
        if field.default is MISSING or getattr(value, field.name) != field.default
    }


def _passage_out(passage: Passage) -> list[int]:
    return [passage.start, passage.end]


def _place_out(place: Place) -> Json:
    written = _changed(place)
    if place.id is not None:
        written["id"] = str(place.id)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in written.items()}


def _when_out(when: When) -> Json:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in _changed(when).items()
    }


_WRITTEN: dict[str, Callable[[Any], Any]] = {
    "evidence": lambda passages: [_passage_out(passage) for passage in passages],
    "place": _place_out,
    "places_other": lambda places: [_place_out(place) for place in places],
    "when": _when_out,
    "people": _changed,
    "marks": lambda marks: [[mark.kind, *_passage_out(mark.passage)] for mark in marks],
    "why": list,
}


def _text(name: str, given: Given) -> str:
    value = given.raw(name)
    if not isinstance(value, str):
        raise wrong(given.at(name), "text", value)
    return value


def _truth(name: str, given: Given) -> bool:
    return given.truth(name)


def _number(name: str, given: Given) -> float | None:
    return given.number(name)


def _whole(name: str, given: Given) -> int | None:
    return given.whole(name)


def _texts(name: str, given: Given) -> tuple[str, ...]:
    return given.texts(name)


def _day(name: str, given: Given) -> date:
    try:
        return date.fromisoformat(_text(name, given))
    except ValueError:
        raise wrong(given.at(name), "a day", given.raw(name)) from None


def _identity(name: str, given: Given) -> UUID:
    try:
        return UUID(_text(name, given))
    except ValueError:
        raise wrong(given.at(name), "an identity", given.raw(name)) from None


def _list(value: object, name: str, length: int) -> list[Any]:
    if not isinstance(value, list) or len(value) != length:
        raise wrong(name, f"a list of {length}", value)
    return value


def _passage(name: str, start: object, end: object) -> Passage:
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise wrong(name, "a stretch of the text", [start, end])
    return Passage(start, end)


def _evidence(name: str, given: Given) -> tuple[Passage, ...]:
    return tuple(_passage(at, *_list(item, at, 2)) for at, item in given.items(name))


def _marks(name: str, given: Given) -> tuple[Mark, ...]:
    made = []
    for at, item in given.items(name):
        kind, start, end = _list(item, at, 3)
        if not isinstance(kind, str):
            raise wrong(at, "a mark", item)
        made.append(Mark(kind, _passage(at, start, end)))
    return tuple(made)


def _value(kind: type, readers: Mapping[str, Callable[[str, Given], Any]], at: str, value: object) -> Any:
    given = Given.of(at, value, frozenset(readers))
    return kind(**{name: read(name, given) for name, read in readers.items() if given.raw(name) is not None})


def _place(at: str, value: object) -> Place:
    if not isinstance(value, Mapping) or not isinstance(value.get("name"), str):
        raise wrong(at, "a place", value)
    place: Place = _value(Place, _PLACE, at, value)
    return place


_PLACE: dict[str, Callable[[str, Given], Any]] = {
    **dict.fromkeys(("name", "kind", "country", "country_name", "admin1", "admin1_name"), _text),
    **dict.fromkeys(("iso", "pcode", "precision"), _text),
    **dict.fromkeys(("lat", "lon"), _number),
    **dict.fromkeys(("geonames", "population"), _whole),
    **dict.fromkeys(("names", "regions"), _texts),
    "id": _identity,
}
_WHEN: dict[str, Callable[[str, Given], Any]] = {
    **dict.fromkeys(("edtf", "kind", "precision", "qualifier"), _text),
    **dict.fromkeys(("start", "end"), _day),
    "ongoing": _truth,
}
_FIGURE: dict[str, Callable[[str, Given], Any]] = {
    **dict.fromkeys(("min", "best", "max"), _whole),
    **dict.fromkeys(("qualifier", "unit", "text"), _text),
    "household_size": _number,
}
_PLAIN: dict[str, Callable[[str, Given], Any]] = {"str": _text, "bool": _truth, "float": _number}
_READ: dict[str, Callable[[str, Given], Any]] = {
    **{field.name: _PLAIN[str(field.type)] for field in fields(Suggestion) if str(field.type) in _PLAIN},
    "evidence": _evidence,
    "place": lambda name, given: _place(name, given.raw(name)),
    "places_other": lambda name, given: tuple(_place(at, item) for at, item in given.items(name)),
    "when": lambda name, given: _value(When, _WHEN, name, given.raw(name)),
    "people": lambda name, given: _value(Figure, _FIGURE, name, given.raw(name)),
    "marks": _marks,
    "why": _texts,
}
