"""Adding and changing incidents with their claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar
from uuid import UUID

from incidents.case.writer import Writer, new_id
from incidents.errors import NotFound, Refused
from incidents.operations.links import LinkIncidents
from incidents.operations.places import kept_place, with_places
from incidents.operations.reports import kept_report
from incidents.progress import NoProgress, Progress
from incidents.record.check import check, settled
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.record.incident import Incident
from incidents.record.saying import shown
from incidents.record.text import clean_line

# What `check` says of a place that was not looked up; whoever looked it up knows why.
_SAID_BETTER = ("place.unresolved", "destination.unresolved")


@dataclass(frozen=True, slots=True)
class AddIncident:
    """Add one incident with its claims, reports, sources and places; answers with its identity."""

    draft: IncidentDraft
    why: str = ""
    label: ClassVar[str] = "Add an incident"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> UUID:
        draft, links = _links_found(writer, replace(self.draft, id=None), {})
        incident = _valid(writer, draft)
        writer.put_incident(incident)
        for kind, other in links:
            LinkIncidents(incident.id, kind, other)(writer)
        writer.label = f"Add {writer.incident(incident.id).ref}"
        return incident.id


@dataclass(frozen=True, slots=True)
class AddIncidents:
    """Add many incidents, all or none; a refusal names the position of the draft."""

    drafts: Sequence[IncidentDraft]
    why: str = ""
    progress: Progress = field(default_factory=NoProgress, compare=False)
    undoable: ClassVar[bool] = True

    @property
    def label(self) -> str:
        """How many."""
        return "Add an incident" if len(self.drafts) == 1 else f"Add {len(self.drafts)} incidents"

    def __call__(self, writer: Writer) -> list[UUID]:
        added: list[UUID] = []
        for number, draft in enumerate(self.drafts, start=1):
            self.progress.step(number - 1, len(self.drafts))
            try:
                added.append(AddIncident(replace(draft, link_refs=()))(writer))
            except Refused as refused:
                if len(self.drafts) == 1:
                    raise
                told = [
                    replace(p, field=f"{number}.{p.field}", text=f"Incident {number}: {p.text}")
                    for p in refused.problems
                ]
                raise Refused(told or f"Incident {number}: {refused}") from refused
        self._link(writer, added)
        writer.label = self.label
        return added

    def _link(self, writer: Writer, added: Sequence[UUID]) -> None:
        """Ties the drafts declare: a reference means the draft that came with it, else an incident of the case."""
        together = {draft.ref: uid for draft, uid in zip(self.drafts, added, strict=True) if draft.ref}
        for number, (draft, uid) in enumerate(zip(self.drafts, added, strict=True), start=1):
            unknown, links = _links_found(writer, draft, together)
            if unknown.link_refs:
                which = f"Incident {number}: there" if len(added) > 1 else "There"
                ref = shown(unknown.link_refs[0][1], 40)
                raise Refused(f"{which} is no incident “{ref}” to link to. Correct the link.")
            for kind, other in links:
                LinkIncidents(uid, kind, other)(writer)


@dataclass(frozen=True, slots=True)
class ChangeIncident:
    """Change an incident. Claims that the draft no longer holds are withdrawn, not removed."""

    id: UUID
    draft: IncidentDraft
    why: str = ""
    version: int | None = None
    label: ClassVar[str] = "Change an incident"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        before = writer.incident(self.id, self.version)
        changed = _valid(writer, replace(self.draft, id=self.id, ref=before.ref), before)
        kept = {claim.id for claim in changed.claims}
        gone = tuple(
            replace(
                claim, withdrawn=claim.withdrawn or self.why or "Removed from the incident.", headline=False
            )
            for claim in before.claims
            if claim.id not in kept
        )
        changed = settled(replace(changed, claims=(*changed.claims, *gone)))
        writer.put_incident(replace(changed, withdrawn=before.withdrawn, survivor=before.survivor))
        writer.label = f"Change {before.ref}"


@dataclass(frozen=True, slots=True)
class SetHeadline:
    """Take the incident's headline figures from this claim."""

    incident: UUID
    claim: UUID
    why: str = ""
    label: ClassVar[str] = "Choose the headline claim"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        before = writer.incident(self.incident)
        if self.claim not in {claim.id for claim in before.live_claims}:
            raise NotFound("This claim is not in the incident, or it was withdrawn.")
        claims = tuple(replace(claim, headline=claim.id == self.claim) for claim in before.claims)
        writer.put_incident(settled(replace(before, claims=claims)))
        writer.label = f"Choose the headline claim of {before.ref}"


def _links_found(
    writer: Writer, draft: IncidentDraft, together: Mapping[str, UUID]
) -> tuple[IncidentDraft, list[tuple[str, UUID]]]:
    """The links whose references are known, and the draft with those that are not."""
    links, unknown = [], []
    for kind, ref in draft.link_refs:
        uid = together.get(ref) or writer.incident_of_ref(clean_line(ref))
        if uid is None:
            unknown.append((kind, ref))
        else:
            links.append((kind, uid))
    return replace(draft, link_refs=tuple(unknown)), links


def _valid(writer: Writer, draft: IncidentDraft, before: Incident | None = None) -> Incident:
    """The incident that a draft means, with its places and reports kept; raises Refused with every problem.

    Reports and places are found before the rules are checked, so that a date such as "last Sunday" has
    its report; what they added vanishes with the transaction when a rule is broken.
    """
    draft, refused = with_places(writer, draft)
    misplaced = bool(refused)
    claims = []
    for number, claim in enumerate(draft.claims):
        try:
            claims.append(_with_report(writer, claim))
        except Refused as refusal:
            refused += [replace(p, field=f"claims.{number}.report.{p.field}") for p in refusal.problems]
            claims.append(claim)
    author = before.entered_by if before else writer.actor
    checked = check(
        replace(draft, claims=tuple(claims)),
        today=writer.now.date(),
        author=author,
        actor=writer.actor,
        new_id=new_id,
        before=before,
    )
    known = {problem.field for problem in refused}
    errors = [p for p in checked.errors if p.field not in known and not (misplaced and p.key in _SAID_BETTER)]
    if refused or errors:
        raise Refused([*refused, *errors])
    assert checked.incident is not None
    spot = checked.incident.place
    if spot is not None and spot.id is None:
        # Coordinates away from the picked place are a spot of the case's own.
        return replace(checked.incident, place=kept_place(writer, spot))
    return checked.incident


def _with_report(writer: Writer, claim: ClaimDraft) -> ClaimDraft:
    if not isinstance(claim.report, ReportDraft):
        return claim
    if claim.report == ReportDraft():
        return replace(claim, report=None)
    return replace(claim, report=kept_report(writer, claim.report))
