"""What questions answer with: plain frozen values, safe to hand to any thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from incidents.record.dates import When
from incidents.record.figures import Figure


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the incident table. `pk` is the case's own integer key, `id` the lasting identity."""

    pk: int
    id: UUID
    ref: str
    type: str
    title: str
    when: When
    place: str
    region: str
    country: str
    figure: Figure | None
    status: str
    grade: str
    sources: int
    claims: int
    occurrence: str
    sensitivity: str
    geo_precision: str
    entered_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Facets:
    """How many incidents each choice of the filter pane would give; each facet ignores its own condition."""

    countries: Mapping[str, int] = field(default_factory=dict)
    admin1: Mapping[str, int] = field(default_factory=dict)
    areas: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    undated: int = 0


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One entry of the journal: who did what to which record, when, why, and what each field was and is.

    mode: "do", "undo" or "redo"; undoes: the step that an undo or redo takes back or does again.
    """

    seq: int
    step: int
    at: datetime
    actor: str
    label: str
    kind: str
    id: UUID
    changes: tuple[tuple[str, Any, Any], ...]
    why: str
    hash: str
    mode: str = "do"
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A half-typed form that was put aside. `content` is the form's own JSON text."""

    key: str
    content: str
    at: datetime
