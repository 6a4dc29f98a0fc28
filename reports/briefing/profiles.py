"""What each redaction profile shows, as data. The rules are Vigil's own, after the do-no-harm practice of the
humanitarian field (ICRC Handbook on Data Protection, IASC Operational Guidance on Data Responsibility).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

RECENT = timedelta(days=14)
SMALL_CELL = 5  # counts of people or incidents from 1 to 4 are small


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One way of showing a record to an audience.

    Attributes:
        text: "full" prints title and narrative as recorded; "summary" prints the reviewed public summary alone.
        people_named: who is speaking, quotes, notes of the analyst.
        points: coordinates may be printed.
        sites: named sites such as camps and shelters, else only "a site in" the area.
        place: how fine a place may be: "exact" or "admin1".
        dates: "exact", "recent_week" (week where recent and sensitive) or "month".
        source: "full", "kind" (type of organisation) or "on_file".
        responsible: "full", "type" or "type_if_verified".
        needs_summary: single incidents are printed only if they have a public summary.
        protected_counts_only: sexual violence and children never as single cases, and only by country.
        holds_back_ongoing: ongoing evacuations and detentions appear as single cases only after RECENT.
        small_cells: hide counts below SMALL_CELL.
        free_conditions: conditions of the filter in free words (text, sources, own places) may be printed.
        sensitivity_after: how sensitive a single incident still is when all this was removed.
        never_single: sensitivities that are counted but never printed as single cases.
    """

    code: str
    text: str
    people_named: bool
    points: bool
    sites: bool
    place: str
    dates: str
    source: str
    responsible: str
    needs_summary: bool
    protected_counts_only: bool
    holds_back_ongoing: bool
    small_cells: bool
    free_conditions: bool
    sensitivity_after: Mapping[str, str]
    never_single: tuple[str, ...]
    says: str


RULES: dict[str, Profile] = {
    "internal": Profile(
        code="internal",
        text="full",
        people_named=True,
        points=True,
        sites=True,
        place="exact",
        dates="exact",
        source="full",
        responsible="full",
        needs_summary=False,
        protected_counts_only=False,
        holds_back_ongoing=False,
        small_cells=False,
        free_conditions=True,
        sensitivity_after={"low": "low", "moderate": "moderate", "high": "high", "severe": "severe"},
        never_single=(),
        says="Internal profile: the record is printed as it is, with names, quotes and exact places.",
    ),
    "partner": Profile(
        code="partner",
        text="summary",
        people_named=False,
        points=False,
        sites=False,
        place="exact",
        dates="recent_week",
        source="kind",
        responsible="type",
        needs_summary=False,
        protected_counts_only=False,
        holds_back_ongoing=False,
        small_cells=False,
        free_conditions=False,
        sensitivity_after={"low": "low", "moderate": "moderate", "high": "high", "severe": "high"},
        never_single=(),
        says="Partner profile: titles, narratives, quotes, speakers, notes, coordinates and names of sites and of "
        "publishers were removed; incidents are told by their reviewed public summary where they have one. Dates of "
        "recent sensitive incidents are given as a week.",
    ),
    "public": Profile(
        code="public",
        text="summary",
        people_named=False,
        points=False,
        sites=False,
        place="admin1",
        dates="month",
        source="on_file",
        responsible="type_if_verified",
        needs_summary=True,
        protected_counts_only=True,
        holds_back_ongoing=True,
        small_cells=True,
        free_conditions=False,
        sensitivity_after={"low": "low", "moderate": "low", "high": "low"},
        never_single=("severe",),
        says="Public profile: only incidents with a reviewed public summary are told one by one, with region and "
        "month. Names, quotes, settlements, coordinates and sources were removed. Sexual violence and incidents "
        "involving children are counted by country only. Counts from 1 to 4 are shown as <5, and further counts are "
        "withheld where a small one could be worked out from a total.",
    ),
}
