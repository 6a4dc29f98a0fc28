"""Rules of dates: understood, ordered, not in the future, not after the reports that tell of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from incidents.record.dates import UNDATED, DateProblem, When, parse_edtf
from incidents.record.dates_said import describe_date, understand_date
from incidents.record.draft import ClaimDraft, ReportDraft
from incidents.record.findings import Findings
from incidents.record.saying import shown

_LONG_AGO = date(1900, 1, 1)


def when(
    found: Findings, said: str | When, *, published: date | None, today: date, planned: bool = False
) -> When:
    """The date of the incident. `planned` types (evacuations) may lie in the future, with a warning."""
    try:
        if isinstance(said, str):
            understood = understand_date(said, published=published, today=today)
        else:
            understood = _sound(said)
    except DateProblem as problem:
        found.error("date", str(problem), "date.impossible")
        return UNDATED
    if understood.start and understood.start > today:
        text = f"{describe_date(understood)[0].upper()}{describe_date(understood)[1:]} is in the future."
        if planned:
            found.warn("date", f"{text} Record it only as a planned evacuation.", "date.future")
        else:
            found.error("date", f"{text} Correct the date.", "date.future")
    elif understood.end and understood.end > today and understood.kind == "span":
        found.warn(
            "date", "The period ends in the future. If it goes on, write “since …”.", "date.future_end"
        )
    if understood.start and understood.start < _LONG_AGO:
        found.warn("date", f"The year {understood.start.year} looks mistyped. Check it.", "date.long_ago")
    return understood


def _sound(when: When) -> When:
    """A date value whose text and bounds agree. Raises DateProblem."""
    if when == UNDATED:
        return when
    parsed = parse_edtf(when.edtf)
    if (parsed.start, parsed.end, parsed.ongoing) != (when.start, when.end, when.ongoing):
        raise DateProblem(
            f"The date “{shown(when.edtf, 40)}” and its first and last day do not agree. Enter it again."
        )
    return when


def not_after_reports(found: Findings, understood: When, published: Iterable[date | None]) -> None:
    """Warns when every report is older than what it tells."""
    days = [day for day in published if day]
    if days and understood.start and max(days) < understood.start:
        text = "Every report was published before this date. Check the day, the month and the year."
        found.warn("date", text, "date.after_reports")


def published_of(claim: ClaimDraft, today: date) -> date | None:
    """Publication day of the claim's report, known or typed; None when it cannot be understood."""
    report = claim.report
    if report is None or report.published is None:
        return None
    if isinstance(report, ReportDraft):
        quiet = Findings()
        return day(quiet, "published", report.published, today, "publication date")
    return report.published


def reference_day(claims: Iterable[ClaimDraft], today: date) -> date | None:
    """The day that "last Sunday" is counted from: publication of the headline's report, else the earliest."""
    live = [claim for claim in claims if not claim.withdrawn]
    for claim in live:
        if claim.headline and (told := published_of(claim, today)):
            return told
    return min((told for claim in live if (told := published_of(claim, today))), default=None)


def day(found: Findings, name: str, said: str | date | None, today: date, what: str) -> date | None:
    """One day, not in the future; None when nothing was said or it was wrong."""
    if said is None:
        return None
    if isinstance(said, datetime):
        said = said.date()
    if isinstance(said, str):
        try:
            understood = understand_date(said, today=today)
        except DateProblem as problem:
            found.error(name, str(problem), f"{name}.impossible")
            return None
        if not understood.known:
            return None
        if understood.start is None or understood.start != understood.end:
            found.error(name, f"The {what} must be one day, such as 2 May 2022.", f"{name}.not_a_day")
            return None
        said = understood.start
    if said > today:
        found.error(name, f"The {what} lies in the future. Correct it.", f"{name}.future")
    return said
