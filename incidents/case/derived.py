"""What the case works out from an incident so that filters and counts need not: grades, bounds, what was harmed."""

from __future__ import annotations

from incidents.record.grades import suggest_grade
from incidents.record.incident import Incident

# What the main figure of a type counts, where there is a figure kind of its own for it.
TYPE_HARM = {
    "killing": "killed",
    "injury": "injured",
    "detention": "detained",
    "abduction": "abducted",
    "displacement": "displaced",
}


def grade_of(incident: Incident) -> str:
    """The incident's grade: the analyst's where a person gave one, else the suggested one; "" without claims."""
    if incident.reliability or incident.credibility:
        return (incident.reliability or "F") + (incident.credibility or "6")
    if not incident.live_claims:
        return ""
    suggested = suggest_grade(incident.live_claims)
    return suggested.reliability + suggested.credibility


def grade_numbers(grade: str) -> tuple[int, int]:
    """A grade as two numbers that sort: A-F as 1-6, 1-6 as itself, not graded as 9."""
    return ("ABCDEF".index(grade[0]) + 1, int(grade[1])) if grade else (9, 9)


def grade_text(rel: int, cred: int) -> str:
    """The grade that `grade_numbers` made numbers of."""
    return "" if rel == 9 else "ABCDEF"[rel - 1] + str(cred)


def harm_of(incident: Incident, kind: str) -> str:
    """What a figure of this kind counts, so that killed people add up whether a killing or an attack told them."""
    if kind != "people":
        return kind
    harm = TYPE_HARM.get(incident.type, "")
    return harm if harm and harm not in incident.figures else "people"


def sources_of(incident: Incident) -> frozenset[str]:
    """Names of the sources whose reports the incident's live claims stand on."""
    return frozenset(claim.report.publisher for claim in incident.live_claims if claim.report) - {""}
