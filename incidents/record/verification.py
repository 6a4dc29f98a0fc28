"""When an incident may have which verification status. Going down is always allowed; going up has conditions."""

from __future__ import annotations

from incidents.record.codes import VERIFICATION
from incidents.record.grades import counting_origins
from incidents.record.incident import Incident
from incidents.record.problems import Problem
from incidents.record.saying import shown


def entry_problems(
    incident: Incident, status: str, *, actor: str, author: str, why: str, self_review: bool = False
) -> list[Problem]:
    """What stands against giving `incident` this status; empty when nothing does.

    actor: who sets the status; author: who entered the incident; why: the reasons given now.
    """
    if status not in VERIFICATION:
        return [
            _problem(
                f"“{shown(status, 40)}” is no status; known are {', '.join(VERIFICATION)}.",
                "verification.unknown",
            )
        ]
    if status == "verified":
        return _verified(actor, author, why, self_review)
    tests = {"reported": _reported, "corroborated": _corroborated, "contested": _contested}
    if status == "reported" and incident.verification in ("corroborated", "verified"):
        return []  # going down
    if status in tests:
        return tests[status](incident)
    if status == "refuted" and not why.strip():
        return [_problem("Say what shows that it did not happen as described.", "verification.refuted_why")]
    if status == "withdrawn" and not why.strip():
        text = "Say why it is withdrawn, for example “entered twice”."
        return [_problem(text, "verification.withdrawn_why")]
    return []


def _problem(text: str, key: str) -> Problem:
    return Problem("verification", text, key=key)


def _reported(incident: Incident) -> list[Problem]:
    if any(claim.report or claim.attributed_to for claim in incident.live_claims):
        return []
    text = "“Reported” needs a claim that says who reported it. Add a report or a speaker, or leave it unassessed."
    return [_problem(text, "verification.no_claim")]


def _corroborated(incident: Incident) -> list[Problem]:
    found = []
    origins = counting_origins(incident.live_claims)
    if len(origins) < 2:
        text = (
            f"“Corroborated” needs two independent origins rated A–C and 1–3; there {_are(len(origins))}. "
            "Rate the claims, add another, or keep it as reported."
        )
        found.append(_problem(text, "verification.too_few_origins"))
    if counting_origins(incident.live_claims, "contradicts"):
        text = "A credible claim contradicts it, so it cannot be corroborated. Set it to contested instead."
        found.append(_problem(text, "verification.contradicted"))
    return found


def _are(number: int) -> str:
    return {0: "is none", 1: "is one"}.get(number, f"are {number}")


def _contested(incident: Incident) -> list[Problem]:
    if any(claim.stance == "contradicts" for claim in incident.live_claims):
        return []
    return [
        _problem(
            "“Contested” needs a claim that contradicts. Add it with its source.", "verification.uncontested"
        )
    ]


def _verified(actor: str, author: str, why: str, self_review: bool) -> list[Problem]:
    found = []
    if not why.strip():
        found.append(
            _problem("Write down the reasonable grounds to believe it happened.", "verification.verified_why")
        )
    if _person(actor) == _person(author) and not self_review:
        text = (
            "Who entered an incident cannot verify it alone. Ask a second person, or mark it as self-reviewed; "
            "that is printed."
        )
        found.append(_problem(text, "verification.second_person"))
    return found


def _person(name: str) -> str:
    return " ".join(name.casefold().split())
