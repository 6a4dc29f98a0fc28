"""Puts a whole briefing together, and refuses one whose label is too open for what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from incidents.errors import Refused
from incidents.record.codes import PROFILES, TLP
from incidents.record.problems import Problem
from reports.briefing import words
from reports.briefing.content import entries, figures
from reports.briefing.content.context import Context, Names, named
from reports.briefing.content.highlights import highlights
from reports.briefing.content.masthead import masthead
from reports.briefing.content.methodology import closing, methodology
from reports.briefing.content.tree import Briefing, Citations
from reports.briefing.redaction import too_open
from reports.briefing.request import BriefingRequest
from reports.briefing.selection import Selected, Selection

Read = Callable[[Any], Any]


def compose(case_read: Read, request: BriefingRequest, gazetteer: Names | None = None) -> Briefing:
    """Read the request's filter from a case (`case.read`) and say it. Raises Refused when the TLP is too open."""
    return say(case_read(Selection(request.filter, request.order)), request, gazetteer)


def say(
    selected: Selected, request: BriefingRequest, gazetteer: Names | None = None, *, gate: bool = True
) -> Briefing:
    """The content of what was selected. gate=False is for previews: it shows what an export would refuse."""
    context = Context(selected, request, gazetteer)
    if gate:
        problems = blocked(context)
        if problems:
            raise Refused(problems)
    cite = Citations()
    head = masthead(context)
    counted, review = entries.counted(context, cite), entries.under_review(context, cite)
    sections = (
        highlights(context),
        figures.key_figures(context),
        figures.tables(context),
        counted,
        review,
        entries.left_out(context),
        entries.sources(context, cite),
        methodology(context),
        closing(context),
    )
    moment = context.as_of
    return Briefing(
        masthead=head,
        sections=sections,
        tlp=request.tlp,
        profile=request.profile,
        stamp=f"{head.number} · generated {words.moment(moment)} · profile {PROFILES[request.profile].label.lower()}",
        subject=f"{head.period}; {words.number(selected.tally.count)} incidents",
        as_of_utc=(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second),
        language=request.language,
        incidents=context.ids(selected.incidents),
        single=context.ids(context.single),
    )


def blocked(context: Context) -> list[Problem]:
    """Everything that stops this briefing from leaving."""
    return [problem for problem in (tlp_problem(context), area_problem(context)) if problem is not None]


def area_problem(context: Context) -> Problem | None:
    """Sexual violence is counted by country in public; a filter for less than a country would undo that."""
    wanted = context.request.filter
    whole = all(len(code) == 3 and code.isalpha() for code in wanted.regions) and not wanted.boxes
    if whole or not context.profile.protected_counts_only:
        return None
    counted = (*context.headline, *context.under_review)
    if not any("sexual_violence" in (i.type, *i.types_other) for i in counted):
        return None
    text = (
        "A public briefing counts sexual violence by country only, and this filter asks for less than a country. "
        "Filter by whole "
        "countries, leave the type out, or choose another profile."
    )
    return Problem("profile", text, key="briefing.area")


def tlp_problem(context: Context) -> Problem | None:
    """Why this label may not be printed over this content, or None."""
    request = context.request
    needed, refs = too_open(request.tlp, context.single, context.profile)
    if not needed:
        return None
    many = "incidents are" if len(refs) > 1 else "incident is"
    text = (
        f"{TLP[request.tlp].label} is too open for this content: {words.number(len(refs))} {many} more sensitive "
        f"({named(list(refs), 10)}). Use {TLP[needed].label} or stricter, or a profile that shows less, or leave "
        "them out."
    )
    return Problem("tlp", text, key="briefing.tlp")
