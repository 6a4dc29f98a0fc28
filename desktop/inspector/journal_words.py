"""The journal in words: steps with who, when and why, and each field as it was and as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.inspector.words import kind_word, label
from incidents.record import codes
from incidents.record.dates import When
from incidents.record.dates_said import describe_date
from incidents.record.figures import Figure
from incidents.record.figures_said import describe_figure
from incidents.search.results import JournalEntry

# In the order in which a step tells them.
FIELD_NAMES = {
    "ref": "Reference", "type": "Type", "title": "Title", "date": "Date", "place": "Place", "figures": "Figures",
    "verification": "Status", "verification_why": "Reason of the status", "withdrawn": "Withdrawn because",
    "survivor": "Merged into", "reliability": "Reliability", "credibility": "Credibility",
    "grade_why": "Reason of the grade", "quote": "Quote", "attributed_to": "Said by", "report": "Report",
    "stance": "Stance", "origin": "Origin", "headline": "Headline claim", "rating_why": "Reason of the rating",
    "reported_as": "Reported as", "types_other": "Other types", "geo_precision": "Precision of the place",
    "place_note": "Note on the place", "destination": "Destination", "groups": "People by sex and age",
    "responsible": "Alleged party", "responsible_type": "Kind of alleged party", "occurrence": "Occurrence",
    "measure": "Flow or stock", "aggregate": "Total over several incidents", "self_review": "Self-reviewed",
    "sensitivity": "Sensitivity", "tags": "Tags", "links": "Links", "narrative": "Narrative",
    "public_summary": "Public summary", "note": "Note",
}  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(FIELD_NAMES)}
_TABLES: dict[str, dict[str, Any]] = {
    "type": codes.TYPES, "geo_precision": codes.GEO_PRECISION, "measure": codes.MEASURES,
    "responsible_type": codes.RESPONSIBLE_TYPES, "occurrence": codes.OCCURRENCE, "verification": codes.VERIFICATION,
    "sensitivity": codes.SENSITIVITY, "stance": codes.STANCE,
}  # fmt: skip
# What says nothing to a reader: who owns the record, its place in a list, positions of characters.
_UNSAID = frozenset({"incident", "position", "quote_start", "quote_end", "rated_at", "rated_by"})
_REFERENCES = frozenset({"place", "destination", "report", "survivor"})
NOTHING = "nothing"
Names = Callable[[str], str]


@dataclass(slots=True)
class Change:
    """One field as it was and as it is, in words; `before` is empty for what was new."""

    name: str
    before: str
    after: str


@dataclass(slots=True)
class StepTold:
    """Everything that one operation did to the incident and its claims."""

    number: int
    at: datetime
    actor: str
    label: str
    why: str
    undone: bool = False
    changes: list[Change] = field(default_factory=list)


def tell(entries: Sequence[JournalEntry], names: Names) -> list[StepTold]:
    """Steps, the newest first; a step that was undone and not redone says so."""
    undone = undone_steps(entries)
    steps: dict[int, StepTold] = {}
    for entry in entries:
        step = steps.get(entry.step)
        if step is None:
            told = (entry.step, entry.at, entry.actor, entry.label, entry.why)
            step = steps[entry.step] = StepTold(*told, undone=entry.step in undone)
        step.changes += _changes(entry, names)
    return sorted(steps.values(), key=lambda step: -step.number)


def undone_steps(entries: Iterable[JournalEntry]) -> set[int]:
    """Steps that an undo took back, as long as the undo itself was not taken back by a redo."""
    takes_back = {entry.step: entry.undoes for entry in entries if entry.undoes is not None}
    undone: set[int] = set()
    for step in sorted(takes_back, reverse=True):
        if step not in undone:
            undone.add(takes_back[step])
    return undone


def references(entries: Iterable[JournalEntry]) -> set[UUID]:
    """Other records that the journal names by their identity."""
    found: set[UUID] = set()
    for entry in entries:
        for name, before, after in entry.changes:
            for value in (before, after):
                if name in _REFERENCES and value:
                    found.add(UUID(value))
                elif name == "links" and value:
                    found.update(UUID(other) for _, other in value)
    return found


def _changes(entry: JournalEntry, names: Names) -> list[Change]:
    prefix = "Claim: " if entry.kind == "claim" else ""
    new = all(before is None for _, before, _ in entry.changes)
    told = []
    for name, before, after in sorted(entry.changes, key=lambda change: _RANK.get(change[0], len(_RANK))):
        if name in _UNSAID:
            continue
        was, now = in_words(name, before, names), in_words(name, after, names)
        if was == now or (new and now in (NOTHING, "no")):
            continue
        words = FIELD_NAMES.get(name, name.replace("_", " ").capitalize())
        told.append(Change(prefix + words, "" if new else was, now))
    return told


def in_words(name: str, value: Any, names: Names) -> str:
    """A journalled value as a person reads it."""
    if value in (None, "", [], {}):
        return NOTHING
    if name in _TABLES:
        return label(_TABLES[name], str(value))
    if name in _REFERENCES:
        return names(str(value))
    teller = _TELLERS.get(name)
    if teller is not None:
        return teller(value, names)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _date(value: dict[str, Any], _names: Names) -> str:
    days = {name: date.fromisoformat(value[name]) if value[name] else None for name in ("start", "end")}
    return describe_date(When(**{**value, **days}))


def _figures(value: dict[str, Any], _names: Names) -> str:
    said = (
        f"{kind_word('', kind).lower()} {describe_figure(Figure(**figure))}" for kind, figure in value.items()
    )
    return "; ".join(said)


def _groups(value: list[dict[str, Any]], _names: Names) -> str:
    return "; ".join(
        f"{group['count']:,} {label(codes.SEXES, group['sex']).lower()}, {label(codes.AGES, group['age']).lower()}"
        for group in value
    )


def _links(value: list[list[str]], names: Names) -> str:
    return "; ".join(f"{label(codes.LINKS, kind).lower()} {names(other)}" for kind, other in value)


_TELLERS: dict[str, Callable[[Any, Names], str]] = {
    "date": _date,
    "figures": _figures,
    "groups": _groups,
    "links": _links,
    "tags": lambda value, _: ", ".join(tag.replace("_", " ") for tag in value),
    "types_other": lambda value, _: ", ".join(label(codes.TYPES, code) for code in value),
}
