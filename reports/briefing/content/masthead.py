"""The head of a briefing: who speaks, about what, as of when, by which filter and over how many rows."""

from __future__ import annotations

from dataclasses import replace

from incidents.record.codes import PROFILES, TLP
from incidents.search.describe import days as period_days
from incidents.search.describe import describe
from incidents.search.filter import Filter, write
from reports.briefing import words
from reports.briefing.content.context import Context
from reports.briefing.content.tree import Fact, Masthead

_BASIS = {
    "occurred": "",
    "reported": " (date of the first report)",
    "entered": " (date of entry in the case)",
}


class _Codes:
    """Stands in for a gazetteer where there is none: a code is its own name."""

    def label(self, code: str) -> str:
        """The code."""
        return code


def printed_filter(context: Context) -> tuple[Filter, str]:
    """The filter as the profile lets it be printed, and a sentence on what was left unsaid."""
    wanted = context.request.filter
    if context.profile.free_conditions:
        return wanted, ""
    own = tuple(code for code in wanted.regions if code.startswith("place:"))
    shown = replace(
        wanted,
        regions=tuple(code for code in wanted.regions if code not in own),
        boxes=wanted.boxes if context.profile.place == "exact" else (),
        sources=(),
        text="",
    )
    if shown == wanted:
        return shown, ""
    return shown, "Further conditions, on words, sources or places, are not printed in this profile."


def title(context: Context) -> str:
    """The title that was given, else one made from the regions of the filter."""
    given = context.request.title.strip()
    if given:
        return given
    shown, _ = printed_filter(context)
    names = [context.names.label(code).split(",")[0] if context.names else code for code in shown.regions[:3]]
    return "Incidents in " + " and ".join(names) if names else "Incidents"


def period(context: Context) -> str:
    """The period in words, with the date it goes by."""
    if context.request.period_label.strip():
        return context.request.period_label.strip()
    wanted = context.request.filter.period
    if wanted is None:
        return "All dates"
    return (
        words.sentence(period_days(wanted.start, wanted.end).removeprefix("on ").removeprefix("from "))
        + _BASIS[wanted.basis]
    )


def number(context: Context) -> str:
    """ "Briefing 3", or that it has no number."""
    given = context.request.number
    return f"Briefing {given}" if given is not None else "Draft, not numbered"


def masthead(context: Context) -> Masthead:
    """The whole head."""
    request, tally = context.request, context.selected.tally
    shown, unsaid = printed_filter(context)
    said = describe(shown, context.names or _Codes())
    rows = (
        f"{words.number(tally.count)} {'incident' if tally.count == 1 else 'incidents'} in the filter: "
        f"{words.number(tally.headline.incidents)} counted, {words.number(tally.under_review.incidents)} under review, "
        f"{words.number(len(context.left_out))} left out of totals"
    )
    changed = max((i.changed_at for i in context.selected.incidents if i.changed_at), default=None)
    cut_off = words.moment(context.as_of)
    if changed is not None and request.profile == "internal":
        cut_off += (
            f"; latest change to these incidents {words.moment(changed.astimezone(context.as_of.tzinfo))}"
        )
    facts = (
        Fact("Selection", f"{said}. {unsaid}".strip() if unsaid else f"{said}."),
        Fact("Filter", write(shown) or "(no condition)"),
        Fact("Rows", rows + "."),
        Fact("Data cut-off", cut_off + "."),
        Fact("Handling", f"{TLP[request.tlp].label}: {TLP[request.tlp].meaning} Profile: "
             f"{PROFILES[request.profile].label.lower()}."),
    )  # fmt: skip
    return Masthead(
        organisation=request.organisation.strip(),
        title=title(context),
        number=number(context),
        as_of=f"As of {words.day(context.today)}",
        period=period(context),
        facts=facts,
    )
