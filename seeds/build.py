"""Make the sample case, through the operations that the window uses and nothing else.

The files are data of the person who asks for them, so the case is made like any other: sources and reports
first, then places that the gazetteer lacks, incidents with their claims, links, decisions, saved filters.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.places import Gazetteer
from incidents.progress import NoProgress, Progress
from incidents.record.draft import IncidentDraft, ReportDraft, SourceDraft
from incidents.record.place import Place
from incidents.record.wire import draft_from_json
from incidents.search.filter import parse
from seeds import reading

NAME = "Sample case"
# Keys of the seeds that the JSON form does not have; they are carried out by operations of their own.
_OURS = ("key", "links", "merged_into", "verification", "verification_why", "destination_country")


def build(path: Path | str, *, actor: Actor, progress: Progress | None = None) -> None:
    """Make the sample case at `path`, which must not exist yet; leaves no file behind when it is stopped."""
    path = Path(path)
    case = Case.create(path, actor=actor, name=NAME)
    try:
        _Building(case, progress or NoProgress()).all()
    except BaseException:
        case.close()
        for left in (path, *path.parent.glob(path.name + "-*")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
        raise
    case.close()


@dataclass(slots=True)
class _Building:
    case: Case
    progress: Progress
    incidents: list[dict[str, Any]] = field(default_factory=reading.incidents)
    reports: dict[str, reading.SeedReport] = field(
        default_factory=lambda: {r.id: r for r in reading.reports()}
    )
    own: list[Place] = field(default_factory=list)
    known: dict[str, UUID] = field(default_factory=dict)  # seed key -> identity in the case

    def all(self) -> None:
        """Everything, in the order in which a person would do it."""
        self._sources_and_reports()
        for told in reading.places():
            self.own.append(self.case.perform(do.AddPlace(place_of(told))).value)
        for number, told in enumerate(self.incidents):
            self.progress.step(number, len(self.incidents), told["title"])
            self.known[told["key"]] = self.case.perform(do.AddIncident(self._draft(told))).value
        self._links_and_decisions()
        for told in reading.filters():
            self.case.perform(do.SaveFilter(told["name"], parse(told["filter"])))
        self.progress.step(len(self.incidents), len(self.incidents))

    def _sources_and_reports(self) -> None:
        for report in self.reports.values():
            source = SourceDraft(
                name=report.publisher,
                kind=report.source_kind,
                reliability=report.reliability,
                reliability_why="Set for the sample case.",
                note="Invented publisher of the sample case.",
            )
            self.case.perform(do.AddSource(source))
            draft = ReportDraft(
                title=report.title,
                publisher=report.publisher,
                author=report.author,
                url=report.url,
                published=report.published,
                retrieved=report.retrieved,
                language=report.language,
                text=report.text,
                note="Written for Vigil after real events; not to be cited.",
            )
            self.case.perform(do.AddReport(draft))

    def _draft(self, told: dict[str, Any]) -> IncidentDraft:
        form = {name: value for name, value in told.items() if name not in _OURS}
        form["claims"] = [{**claim, "report": self._reference(claim["report"])} for claim in told["claims"]]
        form["verification"] = "unassessed" if told["verification"] == "unassessed" else "reported"
        draft = draft_from_json(form)
        if draft.destination_text:
            country = told.get("destination_country", "")
            there = Gazetteer.shipped().resolve_place(draft.destination_text, country=country, own=self.own)
            draft = replace(draft, destination=there, destination_text="")
        return draft

    def _reference(self, report: str) -> dict[str, str]:
        known = self.reports[report]
        return {"title": known.title, "publisher": known.publisher, "published": known.published}

    def _links_and_decisions(self) -> None:
        for told in self.incidents:
            for link in told.get("links", ()):
                self.case.perform(
                    do.LinkIncidents(self.known[told["key"]], link["kind"], self.known[link["to"]])
                )
        for told in self.incidents:
            uid, status = self.known[told["key"]], told["verification"]
            if status not in ("unassessed", "reported"):
                reason = told.get("verification_why", "")
                alone = status == "verified"  # one person builds the case, so the review is marked as its own
                self.case.perform(do.SetVerification([uid], status, reason, self_review=alone))
            if "merged_into" in told:
                keep = self.known[told["merged_into"]]
                self.case.perform(do.MergeIncidents(keep, [uid], "The same event, entered twice."))


def place_of(told: dict[str, Any]) -> Place:
    """A place of places.json with the codes of the areas that contain it."""
    gazetteer = Gazetteer.shipped()
    country = gazetteer.area(told["country"])
    admin1 = next(
        (a for a in gazetteer.children(told["country"]) if told["admin1"] in (a.name, *a.names)), None
    )
    if country is None or (told["admin1"] and admin1 is None):
        raise LookupError(f"{told['name']}: the gazetteer has no {told['admin1']}, {told['country']}")
    return Place(
        name=told["name"],
        kind=told["kind"],
        country=told["country"],
        country_name=country.name,
        admin1=admin1.code if admin1 else "",
        admin1_name=admin1.short if admin1 else "",
        lat=told["lat"],
        lon=told["lon"],
        names=tuple(told["names"]),
        regions=(told["country"], admin1.code) if admin1 else (told["country"],),
        precision=told["precision"],
    )
