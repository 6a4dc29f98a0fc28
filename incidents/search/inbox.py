"""Questions about reports as documents: the inbox, what was found in one, its original, others like it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, false, func, select

from incidents.case import documents, likeness, report_index
from incidents.case import tables as t
from incidents.case.documents import Original
from incidents.case.writer import Reader
from incidents.record.codes import REPORT_STATES
from incidents.record.incident import Report
from incidents.record.layout import Layout
from incidents.record.suggested import ACCEPTED, OPEN, REJECTED, KeptSuggestion

__all__ = [
    "EarlierVersion", "Inbox", "InboxCounts", "InboxRow", "LaterVersions", "LayoutOf", "Original", "OriginalOf",
    "SimilarReport", "SimilarReports", "SuggestionsOf",
]  # fmt: skip

_rep, _sug, _ev = t.report.c, t.suggestion.c, t.evidence.c
# Keys asked for in one query: well under every database's limit of parameters.
_CHUNK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One line of the inbox.

    Attributes:
        open, accepted, rejected: how many of its suggestions are in which state.
        taken_at, taken_by, size, mime, name: of the original; None and empty for a report without one.
        versions: how many versions of this document the case holds, this one among them; latest: none is newer.
        notes: what the program that read it has to say.
    """

    id: UUID
    title: str
    publisher: str
    published: date | None
    language: str
    state: str
    open: int
    accepted: int
    rejected: int
    taken_at: datetime | None
    taken_by: str
    size: int | None
    mime: str
    name: str
    versions: int
    latest: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarReport:
    """A report of the case that is a given document, or nearly: `share` of the text is the same, in per cent."""

    id: UUID
    title: str
    publisher: str
    published: date | None
    state: str
    exact: bool
    share: int


@dataclass(frozen=True, slots=True)
class Inbox:
    """Reports that were taken in, the newest first; without states those of every state.

    text: all words, in title, author, publisher or the text, each at least as the beginning of one. Reports that
    only claims name are in no state; ("",) asks for them.
    """

    states: Sequence[str] = ()
    text: str = ""
    limit: int = 200
    offset: int = 0

    def __call__(self, reader: Reader) -> list[InboxRow]:
        connection = reader.connection
        wanted = [_rep.withdrawn == "", _rep.state.in_(self.states or tuple(REPORT_STATES))]
        if self.text.strip():
            wanted.append(_holds(self.text))
        query = select(_rep.pk).where(*wanted).order_by(_rep.pk.desc()).offset(self.offset).limit(self.limit)
        pks = list(connection.execute(query).scalars())
        versions = _Versions(connection)
        rows: dict[int, InboxRow] = {}
        for start in range(0, len(pks), _CHUNK):
            part = pks[start : start + _CHUNK]
            counts = _counts(connection, part)
            for row in connection.execute(_about().where(_rep.pk.in_(part))).mappings():
                rows[row["pk"]] = _inbox_row(row, counts[row["pk"]], versions)
        return [rows[pk] for pk in pks]


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """How many reports are in which state of the inbox."""

    def __call__(self, reader: Reader) -> dict[str, int]:
        query = select(_rep.state, func.count()).where(_rep.withdrawn == "").group_by(_rep.state)
        found = {state: number for state, number in reader.connection.execute(query)}
        return {state: found.get(state, 0) for state in REPORT_STATES}


@dataclass(frozen=True, slots=True)
class SuggestionsOf:
    """The suggestions of a report in the order of its text, whatever was decided on them."""

    report: UUID

    def __call__(self, reader: Reader) -> list[KeptSuggestion]:
        return documents.suggestions_of(reader.connection, self.report)


@dataclass(frozen=True, slots=True)
class LayoutOf:
    """Where the report's text stands on the pages of its original; empty for one without pages."""

    report: UUID

    def __call__(self, reader: Reader) -> Layout:
        return documents.layout_of(reader.connection, self.report)


@dataclass(frozen=True, slots=True)
class OriginalOf:
    """The file as it was taken in, or None for a report that has none."""

    report: UUID

    def __call__(self, reader: Reader) -> Original | None:
        return documents.original_of(reader.connection, self.report)


@dataclass(frozen=True, slots=True)
class SimilarReports:
    """Reports that are this very file (by its SHA-256), and those whose text is nearly this one, best first."""

    text: str = ""
    sha256: str = ""

    def __call__(self, reader: Reader) -> list[SimilarReport]:
        connection = reader.connection
        exact = documents.reports_of_original(connection, self.sha256)
        same = {report.id for report in exact}
        alike = likeness.similar(connection, self.text) if self.text else []
        known = documents.reports_at(connection, [like.report_pk for like in alike])
        found = [_similar(report, exact=True, share=100) for report in exact]
        found += [
            _similar(known[like.report_pk], exact=False, share=int(like.share * 100))
            for like in alike
            if known[like.report_pk].id not in same
        ]
        return found


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """The report that this one is a new version of, read whole; None for the first version."""

    report: UUID

    def __call__(self, reader: Reader) -> Report | None:
        report = documents.report_with_text(reader.connection, self.report)
        if report.replaces is None:
            return None
        earlier = documents.report_with_text(reader.connection, report.replaces)
        return None if earlier.withdrawn else earlier


@dataclass(frozen=True, slots=True)
class LaterVersions:
    """Live reports that are new versions of this one, the oldest first, without their texts."""

    report: UUID

    def __call__(self, reader: Reader) -> list[Report]:
        pk = documents.pk_of_report(reader.connection, self.report)
        query = select(_rep.pk).where(_rep.replaces_pk == pk, _rep.withdrawn == "").order_by(_rep.pk)
        pks = list(reader.connection.execute(query).scalars())
        found = documents.reports_at(reader.connection, pks)
        return [found[key] for key in pks]


def _holds(text: str) -> ColumnElement[bool]:
    condition = report_index.holds(text)
    return false() if condition is None else condition


def _about() -> Any:
    """What a line shows; the originals' contents and the texts are not touched."""
    shown = (_rep.pk, _rep.uid, _rep.title, _rep.published, _rep.language, _rep.state, _rep.notes)
    original = (_ev.taken_at, _ev.taken_by, _ev.size, _ev.mime, _ev.name)
    return (
        select(*shown, t.source.c.name.label("publisher"), *original)
        .outerjoin(t.source, t.source.c.pk == _rep.source_pk)
        .outerjoin(t.evidence, _ev.sha256 == _rep.sha256)
    )


def _counts(connection: Connection, pks: Sequence[int]) -> dict[int, dict[str, int]]:
    query = (
        select(_sug.report_pk, _sug.state, func.count())
        .where(_sug.report_pk.in_(pks), _sug.withdrawn == "")
        .group_by(_sug.report_pk, _sug.state)
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for pk, state, number in connection.execute(query):
        found[pk][state] = number
    return found


def _inbox_row(row: Any, counts: dict[str, int], versions: _Versions) -> InboxRow:
    pk = row["pk"]
    return InboxRow(
        id=row["uid"], title=row["title"], publisher=row["publisher"] or "", published=row["published"],
        language=row["language"], state=row["state"],
        open=counts.get(OPEN, 0), accepted=counts.get(ACCEPTED, 0), rejected=counts.get(REJECTED, 0),
        taken_at=row["taken_at"], taken_by=row["taken_by"] or "", size=row["size"], mime=row["mime"] or "",
        name=row["name"] or "", versions=versions.of(pk), latest=pk not in versions.replaced,
        notes=tuple(row["notes"]),
    )  # fmt: skip


class _Versions:
    """Which live reports are versions of one document: most documents have one, so only the others are looked at."""

    def __init__(self, connection: Connection) -> None:
        query = select(_rep.pk, _rep.replaces_pk).where(_rep.replaces_pk.is_not(None), _rep.withdrawn == "")
        pairs = [(row.pk, row.replaces_pk) for row in connection.execute(query.order_by(_rep.pk))]
        withdrawn = self._withdrawn(connection, {earlier for _, earlier in pairs})
        pairs = [pair for pair in pairs if pair[1] not in withdrawn]
        self.replaced = {earlier for _, earlier in pairs}
        self._family: dict[int, list[int]] = {}
        for pk, earlier in pairs:
            family = self._family.setdefault(earlier, [earlier])
            joined = self._family.get(pk, [pk])
            family += [member for member in joined if member not in family]
            self._family.update(dict.fromkeys(family, family))

    @staticmethod
    def _withdrawn(connection: Connection, pks: Iterable[int]) -> set[int]:
        query = select(_rep.pk).where(_rep.pk.in_(list(pks)), _rep.withdrawn != "")
        return set(connection.execute(query).scalars())

    def of(self, pk: int) -> int:
        """How many versions there are of the document that this report is one of."""
        return len(self._family.get(pk, (pk,)))


def _similar(report: Report, *, exact: bool, share: int) -> SimilarReport:
    return SimilarReport(
        report.id, report.title, report.publisher, report.published, report.state, exact, share
    )
