"""What the inspector needs of the case, read in one go off the main thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.inspector.journal_words import StepTold, references, tell
from incidents.errors import NotFound
from incidents.record.incident import Incident, Link

_NAME_FIELDS = ("name", "title", "ref")


@dataclass(frozen=True, slots=True)
class Seen:
    """One incident, its journal in words, what it was merged into, and the links that others declare to it."""

    incident: Incident
    steps: tuple[StepTold, ...]
    survivor_ref: str = ""
    linked_from: tuple[Link, ...] = ()


def look_at(incident: UUID) -> Callable[[Any], Seen]:
    """The question for `OpenCase.ask`."""

    def question(reader: Any) -> Seen:
        from incidents.search import questions as ask

        found = ask.IncidentById(incident)(reader)
        entries = ask.History(incident)(reader)
        names = {str(uid): _name(reader, uid) for uid in references(entries)}
        steps = tell(entries, lambda uid: names.get(uid, uid))
        survivor = _name(reader, found.survivor) if found.survivor else ""
        return Seen(found, tuple(steps), survivor, ask.LinkedFrom(incident)(reader))

    return question


def _name(reader: Any, uid: UUID) -> str:
    """What a place, report or incident is called: its newest name in the journal."""
    from incidents.search import questions as ask

    try:
        entries = ask.History(uid)(reader)
    except NotFound:
        entries = []
    for entry in reversed(entries):
        for name, _, after in entry.changes:
            if name in _NAME_FIELDS and entry.id == uid and after:
                return str(after)
    try:
        return ask.IncidentById(uid)(reader).ref or str(uid)
    except NotFound:
        return str(uid)
