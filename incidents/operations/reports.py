"""Sources and reports: adding, changing, and finding the one that a claim means."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any, ClassVar
from uuid import UUID

from incidents.case.readings import digest_of
from incidents.case.writer import Writer, new_id
from incidents.errors import ChangedSince, Refused
from incidents.record.check import check_report, check_source
from incidents.record.draft import ReportDraft, SourceDraft
from incidents.record.incident import Report, Source
from incidents.record.problems import Problem

# What changing a report leaves alone.
_KEPT = ("sha256", "text_sha256", "state", "replaces", "notes", "version", "withdrawn")


@dataclass(frozen=True, slots=True)
class AddSource:
    """Add a source; one of the same name is answered with instead of a second one."""

    draft: SourceDraft
    why: str = ""
    label: ClassVar[str] = "Add a source"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> UUID:
        checked = check_source(self.draft)
        if checked.source is None:
            raise Refused(checked.errors)
        known = writer.source_named(checked.source.name)
        if known is not None:
            return known.id
        source = replace(checked.source, id=new_id())
        writer.put(source)
        writer.label = f"Add the source {source.name}"
        return source.id


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """Change a source's name, kind, usual reliability or note."""

    id: UUID
    draft: SourceDraft
    why: str = ""
    version: int | None = None
    label: ClassVar[str] = "Change a source"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        before: Source = writer.find("source", self.id)
        _unchanged(self.version, before.version, before.name)
        checked = check_source(self.draft)
        if checked.source is None:
            raise Refused(checked.errors)
        namesake = writer.source_named(checked.source.name)
        if namesake is not None and namesake.id != self.id:
            raise Refused(
                [Problem("name", f"There is a source “{namesake.name}” already.", key="source.twice")]
            )
        writer.put(replace(checked.source, id=self.id, version=before.version, withdrawn=before.withdrawn))
        writer.label = f"Change the source {before.name}"


@dataclass(frozen=True, slots=True)
class AddReport:
    """Add a report, with its source found or created and its text kept unchanged as evidence."""

    draft: ReportDraft
    why: str = ""
    label: ClassVar[str] = "Add a report"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> UUID:
        report = kept_report(writer, self.draft)
        writer.label = f"Add the report “{report.title}”"
        return report.id


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """Change what is known about a report; its text and original stay."""

    id: UUID
    draft: ReportDraft
    why: str = ""
    version: int | None = None
    label: ClassVar[str] = "Change a report"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        before: Report = writer.find("report", self.id)
        _unchanged(self.version, before.version, before.title)
        report = checked_report(writer, self.draft)
        kept: dict[str, Any] = {name: getattr(before, name) for name in _KEPT}
        writer.put(replace(report, id=self.id, text="", **kept))
        writer.label = f"Change the report “{before.title}”"


def kept_report(writer: Writer, draft: ReportDraft) -> Report:
    """The report that a draft means: the known one of that title, publisher and date, or a new one."""
    report = checked_report(writer, draft)
    original = draft.text.encode("utf-8", "replace")
    digest = hashlib.sha256(original).hexdigest() if original else ""
    for known in writer.reports_titled(report.title):
        same_day = report.published is None or known.published in (None, report.published)
        if known.publisher == report.publisher and same_day and digest in ("", known.sha256):
            return known
    if original:
        writer.take_in(original, mime="text/plain; charset=utf-8", name="")
        report = replace(report, sha256=digest, text_sha256=digest_of(report.text))
    report = replace(report, id=new_id())
    writer.put(report)
    return report


def checked_report(writer: Writer, draft: ReportDraft) -> Report:
    """The report that a draft means, not kept yet, with its source kept; raises Refused."""
    checked = check_report(draft, today=writer.now.astimezone().date())
    if checked.report is None:
        raise Refused(checked.errors)
    source = draft.source
    if source is None and draft.publisher.strip():
        source_id = AddSource(SourceDraft(name=draft.publisher, kind=draft.publisher_kind))(writer)
        source = writer.find("source", source_id)
    return replace(checked.report, source=source)


def _unchanged(version: int | None, now: int, name: str) -> None:
    if version is not None and version != now:
        raise ChangedSince(
            f"“{name}” was changed while you were editing. Open it again and repeat your change."
        )
