"""Rules of sources and reports."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from incidents.record.check_dates import day
from incidents.record.codes import RELIABILITY, SOURCE_KINDS
from incidents.record.draft import ReportDraft, SourceDraft
from incidents.record.findings import Findings
from incidents.record.incident import Report, Source
from incidents.record.problems import ERROR, Problem

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_TITLE_FROM_TEXT = 80


@dataclass(frozen=True, slots=True)
class CheckedSource:
    """What the rules found in a draft; `source` is None when there is an error among the problems."""

    problems: tuple[Problem, ...]
    source: Source | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop saving."""
        return tuple(problem for problem in self.problems if problem.severity == ERROR)


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """What the rules found in a draft; `report` is None when there is an error among the problems."""

    problems: tuple[Problem, ...]
    report: Report | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop saving."""
        return tuple(problem for problem in self.problems if problem.severity == ERROR)


def check_source(draft: SourceDraft, *, new_id: Callable[[], UUID] = uuid4) -> CheckedSource:
    """The source that the draft describes, or what stands against it."""
    found = Findings()
    name = found.line("name", draft.name, "the name of the source")
    if not name:
        found.error(
            "name", "A source needs a name: the outlet, office, organisation or person.", "name.missing"
        )
    source = Source(
        id=new_id(),
        name=name,
        kind=found.code("kind", draft.kind, SOURCE_KINDS, "kind of source", empty=True),
        reliability=found.code("reliability", draft.reliability or "F", RELIABILITY, "reliability"),
        reliability_why=found.text("reliability_why", draft.reliability_why, "the reason"),
        note=found.text("note", draft.note, "the note"),
    )
    return CheckedSource(tuple(found.problems), None if found.failed else source)


def check_report(draft: ReportDraft, *, today: date, new_id: Callable[[], UUID] = uuid4) -> CheckedReport:
    """The report that the draft describes, or what stands against it."""
    found = Findings()
    report = read_report(found, draft, today, new_id)
    return CheckedReport(tuple(found.problems), None if found.failed else report)


def read_report(found: Findings, draft: ReportDraft, today: date, new_id: Callable[[], UUID]) -> Report:
    """The report of a draft, its problems noted. A publisher by name becomes a source still to be found."""
    text = found.text("text", draft.text, "the text of the report")
    url = _web_address(found, draft.url)
    publisher = found.line("publisher", draft.publisher, "the publisher")
    published = day(found, "published", draft.published, today, "publication date")
    retrieved = day(found, "retrieved", draft.retrieved, today, "date of retrieval")
    if published and retrieved and retrieved < published:
        found.warn(
            "retrieved",
            "The report was retrieved before it was published. Check both dates.",
            "retrieved.early",
        )
    source = draft.source
    if source is None and publisher:
        kind = found.code("publisher_kind", draft.publisher_kind, SOURCE_KINDS, "kind of source", empty=True)
        source = Source(id=new_id(), name=publisher, kind=kind)
    title = found.line("title", draft.title, "the title of the report") or _title(
        text, url, source, published
    )
    if not title:
        found.error(
            "title", "A report needs a title, a publisher, a web address or its text.", "title.missing"
        )
    return Report(
        id=new_id(),
        title=title,
        source=source,
        author=found.line("author", draft.author, "the author"),
        url=url,
        published=published,
        retrieved=retrieved,
        language=_language(found, draft.language),
        text=text,
        note=found.text("note", draft.note, "the note"),
    )


def _title(text: str, url: str, source: Source | None, published: date | None) -> str:
    """A title for a report without one: its first line, else its address, else its publisher and day."""
    first = text.partition("\n")[0].strip()
    if first:
        return first if len(first) <= _TITLE_FROM_TEXT else first[:_TITLE_FROM_TEXT].rsplit(" ", 1)[0] + "…"
    if url:
        return url
    if source:
        return f"{source.name}, {published.day} {published:%B %Y}" if published else source.name
    return ""


def _web_address(found: Findings, said: str) -> str:
    url = found.line("url", said, "the web address")
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in ("http", "https"):
        text = "A web address begins with https:// or http://. Correct it, or move it to the note."
        found.error("url", text, "url.scheme")
    elif " " in url:
        found.error("url", "A web address has no spaces. Correct it, or move it to the note.", "url.spaces")
    return url


def _language(found: Findings, said: str) -> str:
    code = said.strip().lower().replace("_", "-")
    if code and not _LANGUAGE.fullmatch(code):
        found.error("language", "A language is written as a code such as en, uk or ar.", "language.unknown")
    return code
