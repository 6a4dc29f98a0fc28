"""Incidents one by one, and the sources that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import UUID

from incidents.case.derived import grade_of
from incidents.record.codes import AGES, FIGURE_KINDS, LINKS, OCCURRENCE, SEXES, SOURCE_KINDS, TYPES
from incidents.record.incident import Claim, Incident, Report
from reports.briefing import words
from reports.briefing.content.context import Context
from reports.briefing.content.tree import (
    Bullet,
    Bullets,
    Citations,
    ClaimLine,
    Entries,
    Entry,
    Fact,
    Section,
    SourceLine,
    Sources,
    Text,
)
from reports.briefing.redaction import (
    shown_date,
    shown_place,
    shown_point,
    shown_responsible,
    shown_source,
    shown_speaker,
    shown_text,
    shown_title,
)

NONE = "No incidents recorded."
_STANCES = {"supports": "", "contradicts": " (contradicts)", "mentions": " (mentions only)"}
_WHY = {"verified": "Why verified", "contested": "Why contested", "corroborated": "Why corroborated"}
# Characters that cannot stand in a web address; one with them is printed, but is no link.
_NO_LINK = re.compile(r"[^\x21-\x7e]")


def counted(context: Context, cite: Citations) -> Section:
    """Corroborated and verified incidents."""
    return _section(context, cite, "incidents", "Incidents counted", context.headline)


def under_review(context: Context, cite: Citations) -> Section:
    """Incidents in no total: not assessed, reported, contested (with both versions among the claims)."""
    section = _section(context, cite, "under_review", "Under review: in no total", context.under_review)
    if not context.under_review:
        return section
    note = (
        "These incidents are not corroborated yet, or credible sources contradict each other. They are in no "
        "total above."
    )
    return Section(section.key, section.title, (Text(note, "note"), *section.blocks))


def _section(context: Context, cite: Citations, key: str, title: str, incidents: list[Incident]) -> Section:
    told = [i for i in incidents if i.id not in context.kept_back]
    if not incidents:
        return Section(key, title, (Text(NONE),))
    silent = len(incidents) - len(told)
    note: tuple[Text, ...] = ()
    if silent:
        verb = "is" if silent == 1 else "are"
        note = (
            Text(
                f"{words.sentence(words.count(silent, 'incident'))} {verb} counted, but not told one by one in this "
                "profile.",
                "note",
            ),
        )
    return Section(
        key, title, (*((Entries(tuple(entry(context, i, cite) for i in told)),) if told else ()), *note)
    )


def entry(context: Context, incident: Incident, cite: Citations) -> Entry:
    """One incident with everything the profile allows."""
    profile = context.profile
    return Entry(
        id=incident.id,
        ref=incident.ref,
        status=incident.verification,
        grade=grade_of(incident),
        grade_suggested=not (incident.reliability or incident.credibility),
        type=TYPES[incident.type].label,
        title=shown_title(incident, profile),
        date=shown_date(incident, profile, context.today),
        place=shown_place(incident.place, incident.geo_precision, profile),
        people=_people(context, incident),
        facts=tuple(_facts(context, incident)),
        told=shown_text(incident, profile),
        claims=_claims(context, incident, cite) if profile.source != "on_file" else (),
    )


def _people(context: Context, incident: Incident) -> str:
    figure = incident.people
    if figure is None or not figure.known:
        others = any(other.known for other in incident.figures.values()) and not context.profile.small_cells
        return "" if others else "number of people not known"
    if context.profile.small_cells and 0 < (figure.max or figure.best or figure.min or 0) < 5:
        return "fewer than 5 people"
    said = words.figure(figure)
    if figure.unit == "households" and figure.household_size:
        estimate = figure.in_people()
        said += f", counted as {words.figure(estimate)}"
    if incident.measure == "stock":
        said += " on that date"
    told = figure.text.strip()
    if told and context.profile.text == "full" and not any(character.isdigit() for character in told):
        said += f" (told as “{told}”)"
    return said


def _facts(context: Context, incident: Incident) -> list[Fact]:
    """The coded facts that have a line of their own only where there is something to say."""
    pairs = (*_harm(context, incident), *_course(context, incident), *_checking(context, incident))
    return [Fact(label, text) for label, text in pairs if text]


def _harm(context: Context, incident: Incident) -> Iterator[tuple[str, str]]:
    """Further figures, and who the people are."""
    if context.profile.small_cells:
        return
    for kind, figure in incident.figures.items():
        if kind != "people":
            yield FIGURE_KINDS[kind].label if kind in FIGURE_KINDS else kind, words.figure(figure)
    groups = [
        f"{words.number(g.count)} {SEXES[g.sex].label.lower()}, {AGES[g.age].label.lower()}"
        for g in incident.groups
    ]
    yield "Sex and age", "; ".join(groups)


def _course(context: Context, incident: Incident) -> Iterator[tuple[str, str]]:
    """What else it was, where it led, who is said to have done it."""
    yield "Also", ", ".join(TYPES[code].label for code in incident.types_other)
    if incident.destination is not None:
        yield "Destination", shown_place(incident.destination, "", context.profile)
    if incident.occurrence != "occurred":
        yield "Course", OCCURRENCE[incident.occurrence].label.lower()
    yield "Alleged responsible", shown_responsible(incident, context.profile)


def _checking(context: Context, incident: Incident) -> Iterator[tuple[str, str]]:
    """How it was checked, and what the analyst noted."""
    if context.profile.source == "on_file":
        yield (
            "Claims on file",
            ", ".join(claim.grade + _STANCES[claim.stance] for claim in incident.live_claims),
        )
    if context.profile.text == "full":
        yield "On the place", incident.place_note
        yield "Coordinates", shown_point(incident, context.profile)
        if incident.verification in _WHY:
            yield _WHY[incident.verification], incident.verification_why
        for link in incident.links:
            yield LINKS[link.kind].label, link.other_ref
    if incident.self_review and incident.verification == "verified":
        yield "Review", "verified by its own author (self-review)"


def _claims(context: Context, incident: Incident, cite: Citations) -> tuple[ClaimLine, ...]:
    return tuple(_claim(context, incident, claim, cite) for claim in incident.live_claims)


def _claim(context: Context, incident: Incident, claim: Claim, cite: Citations) -> ClaimLine:
    number = cite.cite(claim.report.id, incident.id) if claim.report else None
    said = shown_speaker(claim, context.profile)
    if claim.report and claim.report.published and context.profile.source == "full":
        said += f", {words.day(claim.report.published)}"
    if claim.reported_as.strip() and context.profile.people_named:
        said += f"; reported as “{claim.reported_as.strip()}”"
    figures = [
        words.figure(f) if kind == "people" else f"{FIGURE_KINDS[kind].label.lower()}: {words.figure(f)}"
        for kind, f in claim.figures.items()
        if f.known
    ]
    if figures and not context.profile.small_cells:
        said += f"; {', '.join(figures)}"
    quote = claim.quote.strip() if context.profile.people_named else ""
    note = claim.rating_why.strip() if context.profile.people_named else ""
    return ClaimLine(number, claim.grade, claim.stance, said, quote, note)


def link_target(url: str) -> str:
    """The address if it is one that a reader may be sent to (http, https, mailto), else empty."""
    address = url.strip()
    if not address or len(address) > 2000 or _NO_LINK.search(address):
        return ""
    try:
        parts = urlsplit(address)
        valid = (parts.scheme in ("http", "https") and bool(parts.hostname)) or (
            parts.scheme == "mailto" and "@" in parts.path
        )
    except ValueError:
        return ""
    return address if valid else ""


def sources(context: Context, cite: Citations) -> Section:
    """The reports in the order in which they were cited first."""
    reports: dict[UUID, Report] = {}
    for incident in context.selected.incidents:
        for claim in incident.live_claims:
            if claim.report and claim.report.id in cite.numbers:
                reports[claim.report.id] = claim.report
    if context.profile.source == "on_file":
        return Section("sources", "Sources", (Text(_on_file(context)),))
    if not cite.numbers:
        text = "No sources recorded." if not context.single else "The incidents above cite no report."
        return Section("sources", "Sources", (Text(text),))
    lines = []
    for identity, number in cite.numbers.items():
        publisher, text, url = shown_source(reports[identity], context.profile)
        lines.append(
            SourceLine(number, publisher, text, url.strip(), link_target(url), tuple(cite.cited[identity]))
        )
    return Section("sources", "Sources", (Sources(tuple(lines)),))


def _on_file(context: Context) -> str:
    """How many reports there are, by kind of source, and nothing else."""
    reports = {c.report.id: c.report for i in context.single for c in i.live_claims if c.report}
    if not reports:
        return "No sources recorded."
    kinds: dict[str, int] = {}
    for report in reports.values():
        kind = report.source.kind if report.source else ""
        label = SOURCE_KINDS[kind].label if kind in SOURCE_KINDS else "kind not recorded"
        kinds[label] = kinds.get(label, 0) + 1
    said = "; ".join(
        f"{label}: {number:,}"
        for label, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    )
    return (
        f"Reports on file for the incidents told above: {len(reports):,} ({said}). They are not named in this "
        "profile."
    )


def left_out(context: Context) -> Section:
    """What is in the filter but in no total, why, and which incidents those are."""
    said = {
        "duplicate": "duplicates of another incident in the case, which stands for them",
        "aggregate": "totals that contain other counted incidents",
        "earlier_stock": "earlier stock figures of a place, for which a later one stands",
        "refuted": "refuted: shown not to have happened as described",
        "withdrawn": "withdrawn: entered in error or merged",
    }
    tally, items = context.selected.tally, []
    for reason, text in said.items():
        number = tally.left_out.counts.get(reason, 0)
        if not number:
            continue
        members = [i for i, why in context.left_out if why == reason]
        refs = tuple(i.ref for i in members) if context.profile.text == "full" or reason != "refuted" else ()
        items.append(Bullet(f"{words.number(number)} {text}.", refs, ids=context.ids(members)))
    title = "Left out of all totals"
    return Section("left_out", title, (Bullets(tuple(items)) if items else Text("Nothing was left out."),))
