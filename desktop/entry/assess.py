"""What the form can tell about half-typed claims: the grade they suggest. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import uuid4

from incidents.errors import VigilError
from incidents.record.draft import ClaimDraft, ReportDraft
from incidents.record.figures import Figure
from incidents.record.figures_said import understand_count
from incidents.record.grades import Suggestion, suggest_grade
from incidents.record.incident import Claim, Report, Source


def rough_claim(draft: ClaimDraft) -> Claim:
    """The claim as far as it can be understood yet; what is missing or wrong is left out."""
    return Claim(
        id=draft.id or uuid4(),
        report=_rough_report(draft.report),
        attributed_to=draft.attributed_to,
        quote=draft.quote,
        reliability=draft.reliability or "F",
        credibility=draft.credibility or "6",
        stance=draft.stance,
        origin=draft.origin,
        figures=_rough_figures(draft.figures),
    )


def _rough_report(report: Report | ReportDraft | None) -> Report | None:
    if not isinstance(report, ReportDraft):
        return report
    source = report.source or (
        Source(id=uuid4(), name=report.publisher) if report.publisher.strip() else None
    )
    published = report.published if isinstance(report.published, date) else None
    return Report(id=uuid4(), title=report.title, source=source, url=report.url, published=published)


def _rough_figures(figures: Mapping[str, Figure | str]) -> dict[str, Figure]:
    understood = {}
    for kind, value in figures.items():
        try:
            understood[kind] = understand_count(value) if isinstance(value, str) else value
        except VigilError:
            continue
    return understood


def suggestion(drafts: Sequence[ClaimDraft]) -> Suggestion | None:
    """The grade that the claims suggest, or None as long as none of them was rated."""
    claims = [rough_claim(draft) for draft in drafts]
    rated = any(claim.grade != "F6" for claim in claims)
    return suggest_grade(claims) if rated else None
