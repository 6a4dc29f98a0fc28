"""Rules of claims: who says it, where it is quoted, how far it can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from incidents.record import check_people
from incidents.record.check_reports import read_report
from incidents.record.codes import CREDIBILITY, RELIABILITY, STANCE
from incidents.record.draft import ClaimDraft, ReportDraft
from incidents.record.findings import Findings
from incidents.record.grades import same_origin_hint, supporting_origins
from incidents.record.incident import Claim, Report
from incidents.record.text import clean_text


def claims(
    found: Findings, drafts: Sequence[ClaimDraft], today: date, new_id: Callable[[], UUID]
) -> tuple[Claim, ...]:
    """The claims in their order, exactly one of the live ones as headline if any supports."""
    made = tuple(
        _claim(found.inside(f"claims.{at}"), draft, today, new_id) for at, draft in enumerate(drafts)
    )
    if supporting_origins(made) < 2:
        for at, claim in enumerate(made):
            if claim.credibility == "1" and not claim.withdrawn:
                confirmed(found.inside(f"claims.{at}"))
    for at, claim in enumerate(made):
        hints = (same_origin_hint([earlier, claim]) for earlier in made[:at])
        hint = next(filter(None, hints), "")
        if hint:
            found.warn(f"claims.{at}.origin", hint, "claim.same_origin")
    return _with_headline(found, made)


def confirmed(found: Findings) -> None:
    """Notes that credibility 1 ("confirmed by other sources") has no second origin behind it."""
    text = (
        "Credibility 1 means confirmed by other sources, but fewer than two independent origins support "
        "this incident. Choose 2, or add the claim that confirms it."
    )
    found.error("credibility", text, "credibility.unconfirmed")


def _claim(found: Findings, draft: ClaimDraft, today: date, new_id: Callable[[], UUID]) -> Claim:
    report = draft.report
    if isinstance(report, ReportDraft):
        report = read_report(found.inside("report"), report, today, new_id)
    speaker = found.line("attributed_to", draft.attributed_to, "the speaker")
    if report is None and not speaker:
        text = "A claim needs the report that it stands in, or the person or office who says it."
        found.error("report", text, "claim.nobody")
    quote, start, end = _quote(found, draft, report)
    default = report.source.reliability if report and report.source else "F"
    return Claim(
        id=draft.id or new_id(),
        report=report,
        attributed_to=speaker,
        reported_as=found.line("reported_as", draft.reported_as, "the source's own word"),
        quote=quote,
        quote_start=start,
        quote_end=end,
        reliability=found.code("reliability", draft.reliability or default, RELIABILITY, "reliability"),
        credibility=found.code("credibility", draft.credibility or "6", CREDIBILITY, "credibility"),
        rating_why=found.text("rating_why", draft.rating_why, "the reason"),
        stance=found.code("stance", draft.stance or "supports", STANCE, "stance"),
        origin=found.line("origin", draft.origin, "the origin"),
        figures=check_people.figures(found, draft.figures),
        headline=draft.headline,
        note=found.text("note", draft.note, "the note"),
        withdrawn=found.line("withdrawn", draft.withdrawn, "the reason"),
    )


def _quote(found: Findings, draft: ClaimDraft, report: Report | None) -> tuple[str, int | None, int | None]:
    """The quote with the position where the report's text really has it."""
    quote = found.text("quote", draft.quote, "the quote")
    start, end = draft.quote_start, draft.quote_end
    text = report.text if report else ""
    if (start is None) != (end is None) or (start is not None and end is not None and not 0 <= start < end):
        found.error(
            "quote_start",
            "The position of the quote is wrong. Select it in the report again.",
            "quote.position",
        )
        return quote, None, None
    if not text:
        return quote, start, end
    if start is not None and end is not None:
        if end > len(text):
            found.error(
                "quote_end", "The quote ends behind the end of the report. Select it again.", "quote.position"
            )
            return quote, None, None
        if not quote:
            return text[start:end].strip(), *_stripped(text, start, end)
        if text[start:end] == quote or clean_text(text[start:end]) == quote:
            return quote, start, end
    if not quote:
        return "", None, None
    at = _nearest(text, quote, start or 0)
    if at < 0:
        found.warn(
            "quote",
            "The report's text does not contain this quote. Copy it word for word.",
            "quote.not_found",
        )
        return quote, None, None
    return quote, at, at + len(quote)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    kept = text[start:end]
    return start + len(kept) - len(kept.lstrip()), end - len(kept) + len(kept.rstrip())


def _nearest(text: str, quote: str, start: int) -> int:
    before, after = text.rfind(quote, 0, start + len(quote)), text.find(quote, start)
    if before < 0 or after < 0:
        return max(before, after)
    return before if start - before < after - start else after


def _with_headline(found: Findings, made: tuple[Claim, ...]) -> tuple[Claim, ...]:
    live = [at for at, claim in enumerate(made) if not claim.withdrawn]
    marked = [at for at in live if made[at].headline]
    for at in marked[1:]:
        text = "Only one claim can be the headline. Unmark the others."
        found.error(f"claims.{at}.headline", text, "headline.twice")
    for at in marked[:1]:
        if made[at].stance != "supports":
            text = "The headline figures must come from a claim that supports the incident. Mark another one."
            found.error(f"claims.{at}.headline", text, "headline.stance")
    chosen = marked[:1] or [at for at in live if made[at].stance == "supports"][:1]
    return tuple(replace(claim, headline=at in chosen) for at, claim in enumerate(made))
