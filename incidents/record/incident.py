"""Incidents, claims, reports and sources as the case keeps them: frozen, typed, valid values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from incidents.record.dates import UNDATED, When
from incidents.record.figures import Figure
from incidents.record.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who publishes or tells: an outlet, office, organisation or person.

    `reliability` is the default A-F that a claim starts from; it belongs to the source alone.
    """

    id: UUID
    name: str
    kind: str = ""
    reliability: str = "F"
    reliability_why: str = ""
    note: str = ""
    withdrawn: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document from a source. `text` is empty unless the report was read whole.

    Attributes:
        sha256: of the unchanged original; text_sha256: of the text that was read from it.
        state: "new", "in_work", "done" or "set_aside" in the inbox; empty for a report that only claims name.
        replaces: the earlier report that this one is a new version of.
        notes: sentences of the program that read it ("Page 3 is a picture without text.").
    """

    id: UUID
    title: str
    source: Source | None = None
    author: str = ""
    url: str = ""
    published: date | None = None
    retrieved: date | None = None
    language: str = ""
    text: str = ""
    sha256: str = ""
    text_sha256: str = ""
    state: str = ""
    replaces: UUID | None = None
    note: str = ""
    notes: tuple[str, ...] = ()
    withdrawn: str = ""
    version: int = 1

    @property
    def publisher(self) -> str:
        """Name of the source, or empty."""
        return self.source.name if self.source else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one report says of one incident, and how far it can be trusted.

    Attributes:
        attributed_to: who the report says is speaking; not the publisher.
        reported_as: the source's own word for what happened ("evacuation" against "deportation").
        quote, quote_start, quote_end: exact words and their character positions in the report's text.
        reliability: A-F of the source for this event; credibility: 1-6 of this claim. Never derived from each other.
        stance: "supports", "contradicts" or "mentions".
        origin: name of who or what first said it; claims with one origin count once. Empty: the claim itself.
        figures: the numbers of this claim by kind.
        headline: the incident's headline figures come from this claim.
    """

    id: UUID
    report: Report | None = None
    attributed_to: str = ""
    reported_as: str = ""
    quote: str = ""
    quote_start: int | None = None
    quote_end: int | None = None
    reliability: str = "F"
    credibility: str = "6"
    rating_why: str = ""
    stance: str = "supports"
    origin: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    headline: bool = False
    note: str = ""
    rated_by: str = ""
    rated_at: datetime | None = None
    withdrawn: str = ""

    @property
    def grade(self) -> str:
        """Both characters side by side, as the Admiralty code prints them: "B2"."""
        return self.reliability + self.credibility


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from one incident to another: kind is a code of LINKS, `other_ref` is for showing."""

    kind: str
    other: UUID
    other_ref: str = ""


@dataclass(frozen=True, slots=True)
class PeopleGroup:
    """A part of the people by sex (f, m, x, u) and age band (a code of AGES). count is people."""

    sex: str
    age: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One thing that happened to people.

    Attributes:
        ref: short human reference, "UKR-2022-0042"; never changes.
        place, geo_precision: where, and how precisely that is known (a code of GEO_PRECISION).
        destination: where a movement led to.
        figures: headline figures by kind ("people", "killed", "injured", ...), from the headline claim.
        measure: "flow" (moved or happened in the period) or "stock" (people in that state on a date).
        aggregate: a total over several incidents, left out of totals that count those.
        groups: people by sex and age where known.
        reliability, credibility: the analyst's grade of the whole incident, empty until a person gives one.
        verification_why, self_review: reasons of the status; self_review marks "verified" without a second person.
        links: ties that this incident declares (it is a duplicate of, part of, led to).
        withdrawn: reason, when verification is "withdrawn"; survivor: the incident it was merged into.
        version: counts changes, to notice that somebody else changed it meanwhile.
    """

    id: UUID
    type: str
    ref: str = ""
    types_other: tuple[str, ...] = ()
    title: str = ""
    narrative: str = ""
    public_summary: str = ""
    when: When = UNDATED
    place: Place | None = None
    geo_precision: str = ""
    place_note: str = ""
    destination: Place | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
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
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    withdrawn: str = ""
    survivor: UUID | None = None
    entered_at: datetime | None = None
    entered_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    version: int = 1

    @property
    def people(self) -> Figure | None:
        """The main figure: the people affected by this incident's type."""
        return self.figures.get("people")

    @property
    def live_claims(self) -> tuple[Claim, ...]:
        """Claims that were not withdrawn."""
        return tuple(claim for claim in self.claims if not claim.withdrawn)

    @property
    def headline(self) -> Claim | None:
        """The claim that the headline figures come from."""
        return next((claim for claim in self.live_claims if claim.headline), None)

    @property
    def date_reported(self) -> date | None:
        """Publication date of the earliest report that a claim stands on."""
        days = [c.report.published for c in self.live_claims if c.report and c.report.published]
        return min(days, default=None)
