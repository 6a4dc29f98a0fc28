"""What every part of a briefing is composed from: the selection sorted by standing, the profile, the clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Protocol
from uuid import UUID

from incidents.case.derived import harm_of
from incidents.record.codes import HEADLINE_STATUSES, UNDER_REVIEW_STATUSES
from incidents.record.incident import Incident
from reports.briefing.profiles import RULES, Profile
from reports.briefing.redaction import held_back
from reports.briefing.request import BriefingRequest
from reports.briefing.selection import Selected

REF_LIMIT = 40  # references named in one list before "and N more"


class Names(Protocol):
    """Who knows what a region code is called; `incidents.places.Gazetteer` does."""

    def label(self, code: str) -> str:
        """ "Kharkiv Oblast, Ukraine"."""


@dataclass(slots=True)
class Context:
    """One briefing in the making.

    headline, under_review, left_out: the incidents by what the counting function did with them.
    told, kept_back: counted incidents that may be printed one by one, and why the others may not.
    """

    selected: Selected
    request: BriefingRequest
    names: Names | None = None
    headline: list[Incident] = field(default_factory=list)
    under_review: list[Incident] = field(default_factory=list)
    left_out: list[tuple[Incident, str]] = field(default_factory=list)
    kept_back: dict[UUID, str] = field(default_factory=dict)
    _regions: dict[str, str] = field(default_factory=dict)
    _named: dict[str, str] = field(default_factory=dict)
    _countries: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for incident in self.selected.incidents:
            reason = self.selected.uncounted.get(incident.id, "")
            if reason:
                self.left_out.append((incident, reason))
            elif incident.verification in HEADLINE_STATUSES:
                self.headline.append(incident)
            elif incident.verification in UNDER_REVIEW_STATUSES:
                self.under_review.append(incident)
            else:
                self.left_out.append((incident, incident.verification))
            why = held_back(incident, self.profile, self.today)
            if why:
                self.kept_back[incident.id] = why
            self._remember_region(incident)

    def _remember_region(self, incident: Incident) -> None:
        place = incident.place
        if place is not None and place.admin1 and place.admin1_name:
            self._regions.setdefault(place.admin1, place.admin1_name)
            self._countries.setdefault(place.admin1, place.country_name or place.country)
        if place is not None and place.country and place.country_name:
            self._regions.setdefault(place.country, place.country_name)

    @property
    def profile(self) -> Profile:
        """The redaction profile."""
        return RULES[self.request.profile]

    @property
    def as_of(self) -> datetime:
        """The moment the briefing speaks of, in UTC."""
        return self.request.as_of.astimezone(UTC)

    @property
    def today(self) -> date:
        """The day the briefing speaks of."""
        return self.as_of.date()

    @property
    def single(self) -> list[Incident]:
        """Counted incidents that are printed one by one."""
        return [i for i in (*self.headline, *self.under_review) if i.id not in self.kept_back]

    def region_name(self, code: str) -> str:
        """A first-level region as a table names it: with its country only where there are several."""
        if not code:
            return "Place not known"
        if code not in self._named:
            self._named[code] = self._look_up(code)
        name = self._named[code]
        if len(code) == 3 and code.isalpha():
            return f"{name}, region not known"
        country = self._countries.get(code, "")
        return f"{name}, {country}" if country and len(set(self._countries.values())) > 1 else name

    def _look_up(self, code: str) -> str:
        """What the gazetteer calls a region, else what the places in it say, else the code."""
        told = self.names.label(code).split(",")[0] if self.names else ""
        return told if told and told != code else self._regions.get(code, code)

    def region_of(self, incident: Incident) -> str:
        """The code that the counting function files an incident under."""
        place = incident.place
        return (place.admin1 or place.country) if place else ""

    def ids(
        self, incidents: Iterable[Incident], wanted: Callable[[Incident], bool] | None = None
    ) -> tuple[UUID, ...]:
        """Identities of the incidents that a number was counted from."""
        return tuple(i.id for i in incidents if wanted is None or wanted(i))


def counts_as(kind: str) -> Callable[[Incident], bool]:
    """Whether an incident has a figure that the counting function adds under this kind."""

    def has(incident: Incident) -> bool:
        for name, figure in incident.figures.items():
            if figure.known and kind in {name, harm_of(incident, name)}:
                return True
        return False

    return has


def named(refs: list[str], limit: int = REF_LIMIT) -> str:
    """References in a row: "UKR-2022-0001, UKR-2022-0002 and 3 more"."""
    if len(refs) <= limit:
        return ", ".join(refs)
    return f"{', '.join(refs[:limit])} and {len(refs) - limit:,} more"
