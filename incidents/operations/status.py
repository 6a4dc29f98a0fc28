"""What a person decides about incidents: verification status, grade, withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from incidents.case.writer import Writer
from incidents.errors import Refused
from incidents.record.codes import CREDIBILITY, RELIABILITY, VERIFICATION
from incidents.record.incident import Incident
from incidents.record.problems import ERROR, Problem
from incidents.record.text import clean_line
from incidents.record.verification import entry_problems


def _named(incidents: Sequence[Incident]) -> str:
    return incidents[0].ref if len(incidents) == 1 else f"{len(incidents)} incidents"


@dataclass(frozen=True, slots=True)
class SetVerification:
    """Give incidents a verification status; each must meet the status's entry condition."""

    ids: Sequence[UUID]
    status: str
    why: str = ""
    self_review: bool = False
    label: ClassVar[str] = "Set the status"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        incidents = [writer.incident(uid) for uid in self.ids]
        problems: list[Problem] = []
        if self.status not in VERIFICATION or self.status == "withdrawn":
            raise Refused(
                [Problem("verification", "Choose a status; to withdraw an incident, use Withdraw.")]
            )
        for incident in incidents:
            found = entry_problems(
                incident,
                self.status,
                actor=writer.actor,
                author=incident.entered_by,
                why=self.why,
                self_review=self.self_review,
            )
            problems += [replace(p, text=f"{incident.ref}: {p.text}") for p in found if p.severity == ERROR]
        if problems:
            raise Refused(problems)
        for incident in incidents:
            writer.put_incident(
                replace(
                    incident,
                    verification=self.status,
                    verification_why=clean_line(self.why),
                    self_review=self.self_review and self.status == "verified",
                    withdrawn="",
                    survivor=None,
                )
            )
        writer.label = f"Set {_named(incidents)} to “{VERIFICATION[self.status].label}”"


@dataclass(frozen=True, slots=True)
class SetGrade:
    """Give an incident the analyst's own grade, beside the suggested one; empty takes it back."""

    id: UUID
    reliability: str
    credibility: str
    why: str = ""
    label: ClassVar[str] = "Grade an incident"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        if (self.reliability and self.reliability not in RELIABILITY) or (
            self.credibility and self.credibility not in CREDIBILITY
        ):
            raise Refused([Problem("grade", "A grade is a letter A–F and a digit 1–6.", key="grade.unknown")])
        incident = writer.incident(self.id)
        writer.put_incident(
            replace(
                incident,
                reliability=self.reliability,
                credibility=self.credibility,
                grade_why=clean_line(self.why),
            )
        )
        writer.label = f"Grade {incident.ref}"


@dataclass(frozen=True, slots=True)
class WithdrawIncidents:
    """Withdraw incidents, with a reason. They stay in the case and can be restored."""

    ids: Sequence[UUID]
    why: str
    label: ClassVar[str] = "Withdraw incidents"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        reason = clean_line(self.why)
        if not reason:
            raise Refused([Problem("why", "Say why, for example “entered twice”.", key="withdraw.why")])
        incidents = [writer.incident(uid) for uid in self.ids]
        for incident in incidents:
            writer.put_incident(replace(incident, verification="withdrawn", withdrawn=reason))
        writer.label = f"Withdraw {_named(incidents)}"


@dataclass(frozen=True, slots=True)
class RestoreIncidents:
    """Take withdrawals back: with claims an incident returns as reported, without as not yet assessed."""

    ids: Sequence[UUID]
    why: str = ""
    label: ClassVar[str] = "Restore incidents"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        incidents = [writer.incident(uid) for uid in self.ids]
        for incident in incidents:
            status = "reported" if incident.live_claims else "unassessed"
            writer.put_incident(replace(incident, verification=status, withdrawn="", survivor=None))
        writer.label = f"Restore {_named(incidents)}"
