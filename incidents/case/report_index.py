"""The full text of reports: title, author, publisher and the whole text, in the same form as that of incidents."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select, text

from incidents.case import tables as t
from incidents.case.fulltext import match_expression
from incidents.record.folding import words

CREATE = (
    "CREATE VIRTUAL TABLE report_fts USING fts5(words, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
)


def store(connection: Connection, report_pks: Iterable[int]) -> None:
    """Index these reports anew, as they are stored."""
    query = (
        select(t.report.c.title, t.report.c.author, t.source.c.name, t.report_text.c.text)
        .outerjoin(t.source, t.source.c.pk == t.report.c.source_pk)
        .outerjoin(t.report_text, t.report_text.c.report_pk == t.report.c.pk)
    )
    for pk in report_pks:
        row = connection.execute(query.where(t.report.c.pk == pk)).one()
        found = {"pk": pk, "words": " ".join(" ".join(words(part)) for part in row if part)}
        connection.execute(text("DELETE FROM report_fts WHERE rowid = :pk"), found)
        connection.execute(text("INSERT INTO report_fts(rowid, words) VALUES (:pk, :words)"), found)


def holds(wanted: str) -> ColumnElement[bool] | None:
    """The condition that a report holds all these words; None when there is no word."""
    expression = match_expression(wanted)
    if not expression:
        return None
    return t.report.c.pk.in_(
        text("SELECT rowid FROM report_fts WHERE report_fts MATCH :expression")
        .bindparams(expression=expression)
        .columns(t.report.c.pk)
    )
