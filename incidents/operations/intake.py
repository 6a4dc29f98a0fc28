"""Reports on their way into the case, and what becomes of them in the inbox."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from incidents.case import documents, likeness
from incidents.case.readings import digest_of
from incidents.case.writer import Writer, new_id
from incidents.errors import Refused
from incidents.operations.reports import checked_report
from incidents.operations.suggestions import keep_suggestions
from incidents.record.codes import REPORT_STATES
from incidents.record.draft import ReportDraft
from incidents.record.incident import Report
from incidents.record.layout import Layout
from incidents.record.problems import Problem
from incidents.record.saying import shown
from incidents.record.suggestion import Suggestion
from incidents.record.text import clean_line

_NO_PAGES = Layout()
_NOT_NORMAL = "The text of this report is not in normal form, so nothing can point into it."


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a document.

    Attributes:
        report: the report that it is now, or was already.
        known: true when this very file was there; nothing was stored then.
        replaces: the report that it is a new version of; share: how much of the text is the same, in per cent.
        suggestions: how many were kept; title: what the report is called.
    """

    report: UUID
    title: str = ""
    known: bool = False
    replaces: UUID | None = None
    share: int = 0
    suggestions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInReport:
    """Keep a document with its text and what was found in it; it comes into the inbox as new.

    The same file again is answered with the report that it is. A text that is nearly that of another report is kept
    as a new version of it. `text` is what was read from `original`, empty when it could not be read; `notes` say why.
    """

    original: bytes
    draft: ReportDraft
    name: str = ""
    mime: str = ""
    text: str = ""
    layout: Layout = _NO_PAGES
    suggestions: Sequence[Suggestion] = ()
    notes: Sequence[str] = ()
    why: str = ""
    label: ClassVar[str] = "Take in a report"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> TakenIn:
        digest = hashlib.sha256(self.original).hexdigest()
        known = documents.reports_of_original(writer.connection, digest)
        in_inbox = [report for report in known if report.state]
        if in_inbox:
            return TakenIn(in_inbox[0].id, in_inbox[0].title, known=True, share=100)
        for cited in known:
            whole = documents.report_with_text(writer.connection, cited.id)
            if whole.text == self.text:
                return self._into_the_inbox(writer, whole)
        report = self._checked(writer, digest)
        alike = likeness.similar(writer.connection, report.text)[:1]
        earlier = documents.reports_at(writer.connection, [like.report_pk for like in alike])
        for found in earlier.values():
            report = replace(report, replaces=found.id)
        writer.take_in(self.original, mime=clean_line(self.mime), name=clean_line(self.name))
        writer.put(report)
        documents.keep_layout(writer.connection, report.id, self.layout)
        kept = keep_suggestions(writer, report, self.suggestions)
        writer.label = f"Take in “{shown(report.title, 60)}”"
        share = int(alike[0].share * 100) if alike else 0
        return TakenIn(report.id, report.title, replaces=report.replaces, share=share, suggestions=len(kept))

    def _into_the_inbox(self, writer: Writer, report: Report) -> TakenIn:
        """This very document was typed in with a claim before: it is looked through now."""
        if not self.layout.fits(self.text):
            raise Refused(_NOT_NORMAL)
        writer.put(replace(report, state="new", notes=self._clean_notes(), text=""))
        documents.keep_layout(writer.connection, report.id, self.layout)
        kept = keep_suggestions(writer, report, self.suggestions)
        writer.label = f"Take in “{shown(report.title, 60)}”"
        return TakenIn(report.id, report.title, suggestions=len(kept))

    def _clean_notes(self) -> tuple[str, ...]:
        return tuple(filter(None, map(clean_line, self.notes)))

    def _checked(self, writer: Writer, digest: str) -> Report:
        """The report that is to be, its title being the file's name where nothing else is known."""
        draft = replace(self.draft, text=self.text)
        if not (draft.title or self.text):
            draft = replace(draft, title=clean_line(self.name) or "Untitled")
        report = checked_report(writer, draft)
        if report.text != self.text or not self.layout.fits(self.text):
            raise Refused(_NOT_NORMAL)
        return replace(
            report,
            id=new_id(),
            sha256=digest,
            text_sha256=digest_of(self.text) if self.text else "",
            state="new",
            notes=self._clean_notes(),
        )


@dataclass(frozen=True, slots=True)
class SetReportState:
    """Move reports to a state of the inbox."""

    reports: Sequence[UUID]
    state: str
    why: str = ""
    label: ClassVar[str] = "Set the state of reports"
    undoable: ClassVar[bool] = True

    def __call__(self, writer: Writer) -> None:
        if self.state not in REPORT_STATES:
            known = ", ".join(REPORT_STATES)
            text = f"“{shown(self.state, 40)}” is no state of a report; known are {known}."
            raise Refused([Problem("state", text, key="report.state")])
        reports: list[Report] = [writer.find("report", uid) for uid in self.reports]
        for report in reports:
            writer.put(replace(report, state=self.state))
        named = f"“{shown(reports[0].title, 60)}”" if len(reports) == 1 else f"{len(reports)} reports"
        writer.label = f"Set {named} to {REPORT_STATES[self.state].label.lower()}"
