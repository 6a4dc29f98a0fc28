"""Records on their way in: every field may be missing or wrong until `check` has looked at it.

A form, a JSON object and an imported row all become drafts. Text stays as it was typed
(`date="last Sunday"`, `figures={"people": "more than 100"}`) and `check` understands it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from incidents.record.dates import When
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, Link, PeopleGroup, Report, Source
from incidents.record.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDraft:
    """A source to be."""

    name: str = ""
    kind: str = ""
    reliability: str = "F"
    reliability_why: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDraft:
    """A report to be; `source` is a known source or `publisher` the name of one to find or create."""

    title: str = ""
    source: Source | None = None
    publisher: str = ""
    publisher_kind: str = ""
    author: str = ""
    url: str = ""
    published: str | date | None = None
    retrieved: str | date | None = None
    language: str = ""
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """A claim to be; `report` is a known report or the draft of one to find or create."""

    id: UUID | None = None
    report: Report | ReportDraft | None = None
    attributed_to: str = ""
    reported_as: str = ""
    quote: str = ""
    quote_start: int | None = None
    quote_end: int | None = None
    reliability: str = ""
    credibility: str = ""
    rating_why: str = ""
    stance: str = "supports"
    origin: str = ""
    figures: Mapping[str, Figure | str] = field(default_factory=dict)
    headline: bool = False
    note: str = ""
    withdrawn: str = ""

    @classmethod
    def of(cls, claim: Claim) -> ClaimDraft:
        """The draft that `check` turns back into this very claim."""
        return cls(**{name: getattr(claim, name) for name in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDraft:
    """An incident to be; fields as in `Incident`, dates and figures as values or as people write them.

    `place_text` with its kind, country, region and coordinates is what was given when no place was picked:
    the operations layer looks it up, `check` reports what is left as unresolved.
    The same goes for the destination and for `link_refs`, pairs of a kind of link and the ref of an incident.
    """

    id: UUID | None = None
    ref: str = ""
    type: str = ""
    types_other: tuple[str, ...] = ()
    title: str = ""
    narrative: str = ""
    public_summary: str = ""
    date: str | When = ""
    place: Place | None = None
    place_text: str = ""
    place_kind: str = ""
    country_text: str = ""
    admin1_text: str = ""
    lat: float | None = None
    lon: float | None = None
    geo_precision: str = ""
    place_note: str = ""
    destination: Place | None = None
    destination_text: str = ""
    destination_kind: str = ""
    destination_country_text: str = ""
    destination_admin1_text: str = ""
    destination_lat: float | None = None
    destination_lon: float | None = None
    figures: Mapping[str, Figure | str] = field(default_factory=dict)
    measure: str = "flow"
    aggregate: bool = False
    groups: tuple[PeopleGroup, ...] = ()
    responsible: str = ""
    responsible_type: str = ""
    occurrence: str = "occurred"
    verification: str = "unassessed"
    verification_why: str = ""
    self_review: bool = False
    reliability: str = ""
    credibility: str = ""
    grade_why: str = ""
    sensitivity: str = "moderate"
    tags: tuple[str, ...] = ()
    claims: tuple[ClaimDraft, ...] = ()
    links: tuple[Link, ...] = ()
    link_refs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, incident: Incident) -> IncidentDraft:
        """The draft that `check` turns back into this very incident."""
        same = {n for n in cls.__dataclass_fields__ if n in Incident.__dataclass_fields__} - {"claims"}
        values = {name: getattr(incident, name) for name in same}
        claims = tuple(ClaimDraft.of(claim) for claim in incident.claims)
        return cls(**values, date=incident.when, claims=claims)
