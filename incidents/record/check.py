"""The one place of rules: form, command line, import and interface files all come through `check`.

A draft comes in with text as people typed it; out come its problems, each beside its field, and the valid
incident when no problem is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

from incidents.record import check_claims, check_dates, check_people, check_places
from incidents.record.check_people import settled
from incidents.record.check_places import check_place
from incidents.record.check_reports import CheckedReport, CheckedSource, check_report, check_source
from incidents.record.codes import (
    CREDIBILITY,
    LINKS,
    MEASURES,
    OCCURRENCE,
    RELIABILITY,
    RESPONSIBLE_TYPES,
    SENSITIVITY,
    TYPES,
    Term,
)
from incidents.record.dates import When
from incidents.record.draft import IncidentDraft
from incidents.record.figures import Figure
from incidents.record.findings import Findings
from incidents.record.grades import supporting_origins
from incidents.record.incident import Claim, Incident, Link, PeopleGroup
from incidents.record.place import Box, Place
from incidents.record.problems import ERROR, WARNING, Problem
from incidents.record.saying import shown
from incidents.record.titles import default_title
from incidents.record.verification import entry_problems

__all__ = [
    "Checked",
    "CheckedReport",
    "CheckedSource",
    "check",
    "check_place",
    "check_report",
    "check_source",
    "default_title",
    "settled",
]

# Fields of text and of codes, each with the words that name it in sentences.
_LINES = {"ref": "the reference", "title": "the title", "responsible": "the responsible party"}
_TEXTS = {
    "narrative": "the narrative",
    "public_summary": "the public summary",
    "place_note": "the note on the place",
    "verification_why": "the reasons",
    "grade_why": "the reasons of the grade",
}
_CODES: dict[str, tuple[Mapping[str, Term], str]] = {
    "type": (TYPES, "type of incident"),
    "measure": (MEASURES, "measure"),
    "occurrence": (OCCURRENCE, "occurrence"),
    "sensitivity": (SENSITIVITY, "sensitivity"),
    "reliability": (RELIABILITY, "reliability"),
    "credibility": (CREDIBILITY, "credibility"),
    "responsible_type": (RESPONSIBLE_TYPES, "type of party"),
}
_MAY_BE_EMPTY = ("reliability", "credibility", "responsible_type")
_NOT_IN_DRAFTS = ("survivor", "entered_at", "entered_by", "changed_at", "changed_by", "version")
# Conditions of a status that are met once, when it is given.
_NOT_ASKED_AGAIN = ("verification.second_person", "verification.no_claim", "verification.withdrawn_why")
_NOWHERE_AND_NEVER = "An incident needs a place or a date, even a vague one such as “Ukraine” or “2022”."
_MOST_TAGS = 50
_TAG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found; `incident` is None when there is an error among the problems."""

    problems: tuple[Problem, ...]
    incident: Incident | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop saving."""
        return tuple(problem for problem in self.problems if problem.severity == ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The doubts that do not stop saving."""
        return tuple(problem for problem in self.problems if problem.severity == WARNING)


def check(
    draft: IncidentDraft,
    *,
    today: date,
    published: date | None = None,
    author: str = "",
    actor: str = "",
    before: Incident | None = None,
    country_box: Box | None = None,
    new_id: Callable[[], UUID] = uuid4,
) -> Checked:
    """Looks at a draft by every rule of the record.

    Args:
        today: the local day; nothing but a planned evacuation may lie after it.
        published: the day that "last Sunday" is counted from; by default the day of the headline's report.
        author, actor: who entered the incident and who saves it now, for "verified"; empty means not known.
        before: the incident before this change; a status that it already had is not questioned again.
        country_box: where coordinates are expected to lie.
        new_id: makes the ids of what is new.
    """
    found = Findings()
    claims = check_claims.claims(found, draft.claims, today, new_id)
    when = _when(found, draft, claims, today, published)
    place, geo_precision = check_places.where(found, draft, country_box)
    destination = _destination(found, draft, place)
    if not when.known and place is None and not _told(found):
        found.error("place", _NOWHERE_AND_NEVER, "incident.nowhere_and_never")
    figures, groups = _people(found, draft, claims)
    incident = Incident(
        **_words(found, draft),  # type: ignore[arg-type]
        id=draft.id or new_id(),
        types_other=_types_other(found, draft),
        when=when,
        place=place,
        geo_precision=geo_precision,
        destination=destination,
        figures=figures,
        aggregate=draft.aggregate,
        groups=groups,
        verification=draft.verification,
        self_review=draft.self_review,
        tags=_tags(found, draft.tags),
        claims=claims,
        links=_links(found, draft),
    )
    if not incident.title and incident.type in TYPES:
        incident = replace(incident, title=default_title(incident.type, place, when, destination))
    _judgements(found, incident, author, actor, before)
    return Checked(tuple(found.problems), None if found.failed else _carried(incident, before))


def _words(found: Findings, draft: IncidentDraft) -> dict[str, str]:
    """The fields that are text or a code, cleaned."""
    lines = {name: found.line(name, getattr(draft, name), what) for name, what in _LINES.items()}
    texts = {name: found.text(name, getattr(draft, name), what) for name, what in _TEXTS.items()}
    codes = {
        name: found.code(name, getattr(draft, name), table, what, empty=name in _MAY_BE_EMPTY)
        for name, (table, what) in _CODES.items()
    }
    return lines | texts | codes


def _carried(incident: Incident, before: Incident | None) -> Incident:
    """What no draft holds (who entered it, who rated, the reason of a withdrawal) stays as it was."""
    withdrawn = incident.verification == "withdrawn"
    if before is None:
        return replace(incident, withdrawn=incident.verification_why if withdrawn else "")
    known = {claim.id: claim for claim in before.claims}
    claims = tuple(
        replace(claim, rated_by=was.rated_by, rated_at=was.rated_at)
        if (was := known.get(claim.id)) and was.grade == claim.grade
        else claim
        for claim in incident.claims
    )
    reason = (before.withdrawn or incident.verification_why) if withdrawn else ""
    kept = {name: getattr(before, name) for name in _NOT_IN_DRAFTS}
    return replace(incident, claims=claims, withdrawn=reason, **kept)


def _when(
    found: Findings, draft: IncidentDraft, claims: Sequence[Claim], today: date, published: date | None
) -> When:
    reference = published or check_dates.reference_day(draft.claims, today)
    planned = "evacuation" in (draft.type, *draft.types_other)
    when = check_dates.when(found, draft.date, published=reference, today=today, planned=planned)
    live = [claim.report.published for claim in claims if claim.report and not claim.withdrawn]
    check_dates.not_after_reports(found, when, live)
    return when


def _told(found: Findings) -> bool:
    """True when a place or date was given but is wrong; its own problem says enough."""
    return any(problem.field in ("date", "place", "lat", "lon") for problem in found.problems)


def _people(
    found: Findings, draft: IncidentDraft, claims: Sequence[Claim]
) -> tuple[dict[str, Figure], tuple[PeopleGroup, ...]]:
    headline = next((claim for claim in claims if claim.headline and not claim.withdrawn), None)
    typed = check_people.figures(found, draft.figures)
    check_people.headline_differs(found, typed, headline)
    figures = {**typed, **(headline.figures if headline else {})}
    return figures, check_people.groups(found, draft.groups, figures.get("people"))


def _destination(found: Findings, draft: IncidentDraft, place: Place | None) -> Place | None:
    kind, destination = draft.type, check_places.whereto(found, draft)
    if destination is not None and kind in TYPES and not TYPES[kind].movement:
        text = f"“{TYPES[kind].label}” is no movement, so it has no destination. Clear it or change the type."
        found.warn("destination", text, "destination.no_movement")
    if destination is not None and destination == place:
        found.warn("destination", "Place and destination are the same. Check both.", "destination.same")
    return destination


def _types_other(found: Findings, draft: IncidentDraft) -> tuple[str, ...]:
    for at, code in enumerate(draft.types_other):
        found.code(f"types_other.{at}", code, TYPES, "type of incident")
    return tuple(code for code in dict.fromkeys(draft.types_other) if code != draft.type)


def _tags(found: Findings, given: Sequence[str]) -> tuple[str, ...]:
    """Tags in one form: "Health worker" is health_worker."""
    tags = (found.line("tags", tag, "the tag").lower().replace(" ", "_") for tag in given)
    kept = tuple(dict.fromkeys(filter(None, tags)))
    if len(kept) > _MOST_TAGS or any(len(tag) > _TAG_LENGTH for tag in kept):
        text = f"At most {_MOST_TAGS} tags of {_TAG_LENGTH} characters fit. Move the rest to the narrative."
        found.error("tags", text, "tags.too_many")
    return kept


def _links(found: Findings, draft: IncidentDraft) -> tuple[Link, ...]:
    for at, link in enumerate(draft.links):
        found.code(f"links.{at}.kind", link.kind, LINKS, "kind of link")
        if draft.id is not None and link.other == draft.id:
            found.error(
                f"links.{at}", "An incident cannot be linked to itself. Remove the link.", "links.self"
            )
    for at, (kind, ref) in enumerate(draft.link_refs):
        text = (
            f"There is no incident “{shown(ref, 40)}” to link to ({shown(kind, 40)}). Correct the reference."
        )
        found.error(f"links.{at}", text, "links.unresolved")
    return tuple({(link.kind, link.other): link for link in draft.links}.values())


def _judgements(
    found: Findings, incident: Incident, author: str, actor: str, before: Incident | None
) -> None:
    """Rules that need the whole incident: sensitivity, grade, status."""
    kinds = (incident.type, *incident.types_other)
    if "sexual_violence" in kinds and incident.sensitivity not in ("high", "severe"):
        text = "Sexual violence is always of high or severe sensitivity. Choose one of the two."
        found.error("sensitivity", text, "sensitivity.sexual_violence")
    if bool(incident.reliability) != bool(incident.credibility):
        missing = "credibility" if incident.reliability else "reliability"
        found.error(missing, "A grade has both a letter and a number. Give both or neither.", "grade.half")
    if incident.credibility == "1" and supporting_origins(incident.claims) < 2:
        check_claims.confirmed(found)
    problems = entry_problems(
        incident,
        incident.verification,
        actor=actor,
        author=author,
        why=incident.verification_why,
        self_review=incident.self_review,
    )
    kept = before is not None and before.verification == incident.verification
    found.problems.extend(problem for problem in problems if not (kept and problem.key in _NOT_ASKED_AGAIN))
