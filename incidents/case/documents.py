"""Reports as documents: their originals, where their text stands on pages, what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from incidents.case import fields as f
from incidents.case import records
from incidents.case import tables as t
from incidents.case.journal import Entry
from incidents.case.writer import Writer
from incidents.errors import NotFound
from incidents.record.incident import Report
from incidents.record.layout import Layout
from incidents.record.suggested import KeptSuggestion
from incidents.record.suggestion_wire import suggestion_text
from incidents.record.wire_values import WireProblem


@dataclass(frozen=True, slots=True)
class Original:
    """The unchanged file that a report was read from; `mime` is what its content is, `name` what it was called."""

    content: bytes
    mime: str
    name: str
    sha256: str
    taken_at: datetime
    taken_by: str


def pk_of_report(connection: Connection, report: UUID) -> int:
    """The local key of a report; raises NotFound."""
    pk = records.pk_of(connection, t.report, report)
    if pk is None:
        raise NotFound("This report is not in the case.")
    return pk


def report_with_text(connection: Connection, report: UUID) -> Report:
    """A report read whole; raises NotFound."""
    pk = pk_of_report(connection, report)
    return records.reports(connection, [pk], with_text=True)[pk]


def reports_of_original(connection: Connection, sha256: str) -> list[Report]:
    """Live reports of this very file, the oldest first."""
    query = select(t.report.c.pk).where(t.report.c.sha256 == sha256, t.report.c.withdrawn == "")
    pks = sorted(connection.execute(query).scalars()) if sha256 else []
    found = records.reports(connection, pks)
    return [found[pk] for pk in pks]


def reports_at(connection: Connection, pks: Iterable[int]) -> dict[int, Report]:
    """Reports by local key, without their texts."""
    return records.reports(connection, pks)


def original_of(connection: Connection, report: UUID) -> Original | None:
    """The file as it was taken in; None for a report that has none."""
    pk = pk_of_report(connection, report)
    query = (
        select(t.evidence)
        .join(t.report, t.report.c.sha256 == t.evidence.c.sha256)
        .where(t.report.c.pk == pk, t.report.c.sha256 != "")
    )
    row = connection.execute(query).mappings().first()
    return Original(**{name: row[name] for name in Original.__slots__}) if row else None


def keep_layout(connection: Connection, report: UUID, layout: Layout) -> None:
    """Keep where the text stands on its pages; not journalled, because the original tells it again."""
    pk = pk_of_report(connection, report)
    connection.execute(delete(t.report_layout).where(t.report_layout.c.report_pk == pk))
    if layout.pages:
        connection.execute(insert(t.report_layout).values(report_pk=pk, layout=layout.to_json()))


def layout_of(connection: Connection, report: UUID) -> Layout:
    """Where the text stands on its pages; empty without pages, or when it cannot be read any more."""
    pk = pk_of_report(connection, report)
    kept = connection.execute(
        select(t.report_layout.c.layout).where(t.report_layout.c.report_pk == pk)
    ).scalar()
    try:
        return Layout() if kept is None else Layout.from_json(kept)
    except WireProblem:
        return Layout()


def add_suggestions(writer: Writer, report: UUID, kept: Sequence[KeptSuggestion]) -> None:
    """Save new suggestions of one report, all at once: a long report has dozens."""
    if not kept:
        return
    pk = pk_of_report(writer.connection, report)
    rows = []
    for one in kept:
        assert one.suggestion is not None
        row = {name: getattr(one, name) for name in (*f.SUGGESTION_PLAIN, "version")}
        rows.append({**row, "uid": one.id, "report_pk": pk, "content": suggestion_text(one.suggestion)})
        writer.entries.append(Entry("suggestion", one.id, "added", f.difference(None, f.suggestion_out(one))))
        writer.touched.add(one.id)
    writer.connection.execute(insert(t.suggestion), rows)


def suggestions_of(connection: Connection, report: UUID) -> list[KeptSuggestion]:
    """The live suggestions of a report, in the order of its text."""
    pk = pk_of_report(connection, report)
    query = select(t.suggestion.c.pk).where(t.suggestion.c.report_pk == pk, t.suggestion.c.withdrawn == "")
    found = records.suggestions(connection, connection.execute(query).scalars())
    return list(found.values())
