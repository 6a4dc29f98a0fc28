"""What a person decides about suggestions: they become incidents, claims of known incidents, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from incidents.case import documents
from incidents.case.readings import digest_of
from incidents.case.writer import Writer, new_id
from incidents.errors import Refused
from incidents.operations.incidents import AddIncident, ChangeIncident
from incidents.places import with_known_place
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.incident import Report
from incidents.record.suggested import ACCEPTED, OPEN, REJECTED, KeptSuggestion, claim_of, draft_of, fits
from incidents.record.suggestion import Suggestion
from incidents.record.suggestion_wire import suggestion_text
from incidents.record.text import clean_line


@dataclass(frozen=True, slots=True)
class AcceptSuggestion:
    """Make an incident of a suggestion; answers with its identity.

    draft: the incident as somebody mended it; None takes it as it was suggested. A draft without a claim on the
    report gets the suggestion's. reliability, credibility: of that claim; empty leaves the draft's, which begins with
    the source's usual letter and 6.
    """

    suggestion: UUID
    draft: IncidentDraft | None = None
    reliability: str = ""
    credibility: str = ""
    why: str = ""
    label: ClassVar[str] = "Accept a suggestion"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> UUID:
        kept, suggestion, report = _open_one(writer, self.suggestion)
        draft = self.draft or with_known_place(draft_of(suggestion, report))
        draft = _with_claim(draft, claim_of(suggestion, report), report)
        graded = tuple(_graded(claim, report, self.reliability, self.credibility) for claim in draft.claims)
        added = AddIncident(replace(draft, claims=graded))(writer)
        _settle(writer, kept, report, added)
        writer.label = f"Accept {writer.incident(added).ref}"
        return added


@dataclass(frozen=True, slots=True)
class AcceptAsClaim:
    """Add what a suggestion tells to an incident that is there already, as one more claim."""

    suggestion: UUID
    incident: UUID
    reliability: str = ""
    credibility: str = ""
    why: str = ""
    label: ClassVar[str] = "Add a claim from a suggestion"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        kept, suggestion, report = _open_one(writer, self.suggestion)
        incident = writer.incident(self.incident)
        if incident.verification == "withdrawn":
            raise Refused(f"{incident.ref} is withdrawn. Restore it first, or accept a new incident.")
        claim = claim_of(suggestion, report, reliability=self.reliability, credibility=self.credibility)
        draft = IncidentDraft.of(incident)
        ChangeIncident(self.incident, replace(draft, claims=(*draft.claims, claim)))(writer)
        _settle(writer, kept, report, self.incident)
        writer.label = f"Add a claim to {incident.ref}"


@dataclass(frozen=True, slots=True)
class RejectSuggestion:
    """Say that a suggestion is no incident, or none for this case."""

    suggestion: UUID
    why: str = ""
    label: ClassVar[str] = "Reject a suggestion"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        kept = _still_open(writer, self.suggestion)
        writer.put(replace(kept, state=REJECTED, why=clean_line(self.why)))
        _begun(writer, writer.find("report", kept.report))


@dataclass(frozen=True, slots=True)
class ReopenSuggestion:
    """Think again about a suggestion that was rejected, or whose incident was withdrawn."""

    suggestion: UUID
    why: str = ""
    label: ClassVar[str] = "Reopen a suggestion"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        kept = _live(writer, self.suggestion)
        if kept.state == ACCEPTED and kept.incident is not None:
            incident = writer.incident(kept.incident)
            if incident.verification != "withdrawn":
                raise Refused(
                    f"This suggestion became {incident.ref}. Withdraw that incident first, or undo accepting it."
                )
        writer.put(replace(kept, state=OPEN, incident=None, incident_ref="", why=""))


@dataclass(frozen=True, slots=True)
class SuggestAgain:
    """Put new suggestions in the place of those that nobody has decided on; answers with how many are new.

    What was accepted or rejected stays, and is not suggested a second time.
    """

    report: UUID
    suggestions: Sequence[Suggestion]
    why: str = ""
    label: ClassVar[str] = "Suggest again"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> int:
        report = documents.report_with_text(writer.connection, self.report)
        known = documents.suggestions_of(writer.connection, self.report)
        decided = {_what(one.suggestion) for one in known if one.state != OPEN and one.suggestion}
        same = {one.sha256: one for one in known if one.state == OPEN}
        fresh = [s for s in self.suggestions if _what(s) not in decided]
        wanted = {digest_of(suggestion_text(suggestion)) for suggestion in fresh}
        for digest, kept in same.items():
            if digest not in wanted:
                writer.put(replace(kept, withdrawn="Suggested again."))
        return len(
            keep_suggestions(writer, report, [s for s in fresh if digest_of(suggestion_text(s)) not in same])
        )


def keep_suggestions(writer: Writer, report: Report, found: Sequence[Suggestion]) -> list[KeptSuggestion]:
    """Keep what was found in a report; `report` is read whole."""
    if not all(fits(suggestion, report.text) for suggestion in found):
        raise Refused("A suggestion points outside of the report's text. Have the report read again.")
    kept = [
        KeptSuggestion(
            id=new_id(),
            report=report.id,
            position=suggestion.evidence[0].start,
            suggestion=suggestion,
            sha256=digest_of(suggestion_text(suggestion)),
        )
        for suggestion in found
    ]
    documents.add_suggestions(writer, report.id, kept)
    return kept


def _what(suggestion: Suggestion | None) -> tuple[object, ...]:
    """What makes two suggestions the same to a reader: what happened, and the sentence that says so."""
    return (suggestion.type, suggestion.evidence[0]) if suggestion else ()


def _live(writer: Writer, uid: UUID) -> KeptSuggestion:
    kept: KeptSuggestion = writer.find("suggestion", uid)
    if kept.withdrawn:
        raise Refused("This suggestion is no longer there. Look at the report again.")
    return kept


def _still_open(writer: Writer, uid: UUID) -> KeptSuggestion:
    kept = _live(writer, uid)
    if kept.state == ACCEPTED:
        raise Refused(f"This suggestion was accepted already: it is {kept.incident_ref}.")
    if kept.state == REJECTED:
        raise Refused("This suggestion was rejected. Reopen it first.")
    return kept


def _open_one(writer: Writer, uid: UUID) -> tuple[KeptSuggestion, Suggestion, Report]:
    """An open suggestion, what it suggests, and its report read whole."""
    kept = _still_open(writer, uid)
    report = documents.report_with_text(writer.connection, kept.report)
    if report.withdrawn:
        raise Refused(f"The report “{report.title}” is withdrawn, so nothing can be taken from it.")
    if kept.suggestion is None or not fits(kept.suggestion, report.text):
        raise Refused(
            "This suggestion cannot be read any more. Have the report suggested again, or reject it."
        )
    return kept, kept.suggestion, report


def _with_claim(draft: IncidentDraft, claim: ClaimDraft, report: Report) -> IncidentDraft:
    """The draft with a claim on the report, whose text the quote is looked up in."""
    claims = tuple(
        replace(c, report=report) if isinstance(c.report, Report) and c.report.id == report.id else c
        for c in draft.claims
    )
    if not any(c.report is report for c in claims):
        claims = (claim, *claims)
    return replace(draft, claims=claims)


def _graded(claim: ClaimDraft, report: Report, reliability: str, credibility: str) -> ClaimDraft:
    if claim.report is not report:
        return claim
    return replace(
        claim,
        reliability=reliability or claim.reliability,
        credibility=credibility or claim.credibility,
    )


def _settle(writer: Writer, kept: KeptSuggestion, report: Report, incident: UUID) -> None:
    writer.put(replace(kept, state=ACCEPTED, incident=incident))
    _begun(writer, report)


def _begun(writer: Writer, report: Report) -> None:
    """Whoever decides on a suggestion of a new report has begun to work on it."""
    if report.state == "new":
        writer.put(replace(report, state="in_work", text=""))
