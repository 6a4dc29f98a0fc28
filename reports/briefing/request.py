"""What somebody asks for when they ask for a briefing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from incidents.errors import VigilError
from incidents.record.codes import PROFILES, TLP
from incidents.record.text import clean_line
from incidents.search.filter import Filter, Period

MAX_LINE = 300  # characters of a title, an organisation or a contact line
LANGUAGES = ("en",)


class BriefingProblem(VigilError):
    """A briefing that cannot be made as it was asked for; `field` names the part of the request."""

    def __init__(self, field_name: str, text: str) -> None:
        self.field = field_name
        super().__init__(text)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingRequest:
    """One filter and how it is to be presented.

    Attributes:
        filter, order: the same filter and the same order of rows as on the screen.
        title, organisation, contact, next_issue: lines of the masthead and the end; empty ones are left out,
            and an empty title becomes "Incidents: " and the regions.
        number: printed number; None prints "Draft, not numbered".
        tlp: a code of TLP; profile: a code of PROFILES.
        as_of: the moment that the briefing speaks of, with a time zone; given by tests, else now.
        period_label: own words for the period; empty takes the filter's.
        language: language of the briefing's own words.
    """

    filter: Filter = field(default_factory=Filter)
    order: tuple[tuple[str, bool], ...] = (("date", True),)
    title: str = ""
    organisation: str = ""
    contact: str = ""
    next_issue: str = ""
    number: int | None = None
    tlp: str = "AMBER"
    profile: str = "internal"
    as_of: datetime = field(default_factory=_now)
    period_label: str = ""
    language: str = "en"

    def __post_init__(self) -> None:
        if self.tlp not in TLP:
            raise BriefingProblem("tlp", f"“{self.tlp}” is no TLP label; use {', '.join(TLP)}.")
        if self.profile not in PROFILES:
            raise BriefingProblem("profile", f"“{self.profile}” is no profile; use {', '.join(PROFILES)}.")
        if self.language not in LANGUAGES:
            text = f"Briefings in “{self.language}” are not possible yet; use {', '.join(LANGUAGES)}."
            raise BriefingProblem("language", text)
        if self.as_of.tzinfo is None:
            raise ValueError("as_of must say its time zone")
        for name in ("title", "organisation", "contact", "next_issue", "period_label"):
            object.__setattr__(self, name, clean_line(getattr(self, name)))
            if len(getattr(self, name)) > MAX_LINE:
                said = name.replace("_", " ")
                raise BriefingProblem(name, f"The {said} is longer than {MAX_LINE} characters. Shorten it.")

    @property
    def period(self) -> Period | None:
        """The filter's period."""
        return self.filter.period
