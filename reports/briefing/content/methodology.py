"""How to read a briefing: what the words and grades mean, how numbers were counted, what is missing."""

from __future__ import annotations

from incidents.record.codes import CREDIBILITY, RELIABILITY, VERIFICATION
from reports.briefing import words
from reports.briefing.content.context import Context
from reports.briefing.content.tree import (
    Block,
    Bullet,
    Bullets,
    Column,
    Section,
    Table,
    TableRow,
    Text,
    Unprinted,
)
from reports.briefing.profiles import SMALL_CELL
from reports.briefing.small_cells import SMALL

_RULES = """\
Headline totals take incidents with the status corroborated or verified. Incidents not yet assessed, reported or \
contested are under review and shown apart. Refuted and withdrawn ones are in no total.
Duplicates, and totals that contain other counted incidents, are left out and named.
Lowest, best and highest figures are added up apart. Where a best figure is missing its lowest counts, and the sum is \
“at least”. Not known is never counted as zero.
Households are counted as people only where the size of the households is recorded; that is an estimate.
People who moved or were harmed in a period (flow) and people in a state on a date (stock) are never added together.
Somebody who was affected by several incidents is in each of them: figures count people in incidents, not individuals.
""".splitlines()


def methodology(context: Context) -> Section:
    """Counting rules, gaps, profile, legends."""
    blocks: list[Block] = [
        Bullets(tuple(Bullet(rule) for rule in _RULES)),
        Text(_gaps(context)),
        Text(context.profile.says),
    ]
    notes = _notes(context)
    if notes:
        blocks.append(Text(notes))
    blocks += [Unprinted(), _statuses(), _ratings()]
    return Section("methodology", "How to read this briefing", tuple(blocks))


def _gaps(context: Context) -> str:
    tally, hide = context.selected.tally, context.profile.small_cells

    def said(number: int) -> str:
        return SMALL if hide and 0 < number < SMALL_CELL else words.number(number)

    text = (
        f"Incidents in the filter: {said(tally.count)}. Without any figure: {said(tally.no_figure)}. Without a date: "
        f"{said(tally.no_date)}. Without a place: {said(tally.no_place)}."
    )
    standing = (*context.headline, *context.under_review)
    single = sum(1 for i in standing if len({c.report.id for c in i.live_claims if c.report}) == 1)
    unrated = sum(1 for i in standing if all(c.grade == "F6" for c in i.live_claims))
    if standing:
        text += (
            f" Of the {said(len(standing))} counted or under review, resting on a single report: {said(single)}; "
            "with no claim "
            f"that anybody has rated: {said(unrated)}."
        )
    if context.request.filter.period is not None and not tally.no_date:
        text += " Incidents without a date cannot be in a filter by period."
    return text + " Actual numbers are likely to be higher than those recorded."


def _notes(context: Context) -> str:
    parts = []
    self_reviewed = [i for i in context.headline if i.self_review and i.verification == "verified"]
    if self_reviewed:
        verb = "was" if len(self_reviewed) == 1 else "were"
        parts.append(
            f"{words.sentence(words.count(len(self_reviewed), 'verified incident'))} {verb} reviewed by the person "
            "who entered "
            "it, not by a second one."
        )
    reasons = list(context.kept_back.values())
    said = {
        "severe": "because their sensitivity is severe",
        "protected": "because they concern sexual violence or children",
        "ongoing": "because they are going on or ended less than 14 days ago",
        "no_summary": "because no public summary was reviewed for them",
    }
    hidden = [text for code, text in said.items() if code in reasons]
    if hidden:
        parts.append("Counted incidents were not told one by one " + "; or ".join(hidden) + ".")
    suggested = any(not (i.reliability or i.credibility) and i.live_claims for i in context.single)
    if suggested:
        parts.append(
            "A grade in brackets is the one that Vigil suggests from the claims; the others were given by a person. "
            "A grade of "
            "an incident never says that its figures are right."
        )
    return " ".join(parts)


def _statuses() -> Table:
    rows = tuple(TableRow((term.label, term.meaning)) for term in VERIFICATION.values())
    return Table(
        (Column("Status", "text", 1.0), Column("Meaning", "text", 2.6)),
        rows,
        "What the status means",
        kind="legend",
    )


def _ratings() -> Table:
    """Both axes of the Admiralty code side by side."""
    pairs = zip(RELIABILITY.values(), CREDIBILITY.values(), strict=True)
    rows = tuple(
        TableRow(
            (source.code, f"{source.label}. {source.meaning}", claim.code, f"{claim.label}. {claim.meaning}")
        )
        for source, claim in pairs
    )
    columns = (
        Column("", "text", 0.18),
        Column("Reliability of the source", "text", 2.0),
        Column("", "text", 0.18),
        Column("Credibility of what it says", "text", 2.0),
    )
    note = (
        "The two are judged apart: B2 is a usually reliable source and a claim that is probably true. F and 6 mean "
        "that there is "
        "no basis to judge; they are not the worst grades. (Admiralty code, AJP-2.1)"
    )
    return Table(columns, rows, "How claims are rated", note, kind="legend")


def closing(context: Context) -> Section:
    """Disclaimer, notes on names and places, contact."""
    disclaimer = (
        "This briefing reports what sources have said and how far it could be checked by its date. Being listed is "
        "no finding "
        "about the responsibility of any person or party; responsibility is alleged unless stated otherwise. "
        "Figures change "
        "as reports come in and are corrected."
    )
    places = (
        "Names of places, and what they are said to belong to, are there to find them. They express no opinion on "
        "the status of "
        "any country, territory or area, or on its borders. Place names and areas: GeoNames (CC BY 4.0)."
    )
    blocks: list[Block] = [Text(disclaimer, "note"), Text(places, "note")]
    request = context.request
    contact = request.contact.strip() or request.organisation.strip()
    blocks.append(Text(f"Contact: {contact}" if contact else "Contact: not given."))
    if request.next_issue.strip():
        blocks.append(Text(f"Next issue: {request.next_issue.strip()}"))
    return Section("closing", "Disclaimer and contact", tuple(blocks))
