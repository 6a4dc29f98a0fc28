"""Part of the check-up: is what was read from reports still what was kept, and does it point into the text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, func, select

from incidents.case import tables as t
from incidents.case.likeness import tokens
from incidents.record.layout import Layout
from incidents.record.suggested import fits
from incidents.record.suggestion_wire import suggestion_of
from incidents.record.wire_values import WireProblem


def readings(connection: Connection) -> Iterator[str]:
    """Sentences on texts, layouts, suggestions and quotes that are not as they must be."""
    query = select(t.report.c.pk, t.report.c.title, t.report.c.text_sha256, t.report_text.c.text).outerjoin(
        t.report_text, t.report_text.c.report_pk == t.report.c.pk
    )
    for row in connection.execute(query.execution_options(yield_per=20)):
        said = row.text or ""
        named = f"the report “{row.title}”"
        if row.text_sha256 and digest_of(said) != row.text_sha256:
            yield f"The text of {named} is not what was read from it."
        yield from _suggestions(connection, row.pk, said, named)
        yield from _layout(connection, row.pk, said, named)
        yield from _quotes(connection, row.pk, len(said), named)
        kept = select(t.report_sketch.c.hash).where(t.report_sketch.c.report_pk == row.pk).limit(1)
        if connection.execute(kept).first() is None and tokens(said):
            yield f"The text of {named} is not compared with that of others."


def digest_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _suggestions(connection: Connection, pk: int, text: str, named: str) -> Iterator[str]:
    columns = (t.suggestion.c.position, t.suggestion.c.sha256, t.suggestion.c.content)
    for row in connection.execute(select(*columns).where(t.suggestion.c.report_pk == pk)):
        yield from _suggestion(row, text, f"The suggestion at {row.position} of {named}")


def _suggestion(row: Any, text: str, named: str) -> Iterator[str]:
    if digest_of(row.content) != row.sha256:
        yield f"{named} is not what was stored."
        return
    suggestion = suggestion_of(row.content)
    if suggestion is None:
        yield f"{named} cannot be read."
    elif not fits(suggestion, text):
        yield f"{named} points outside of the text."


def _layout(connection: Connection, pk: int, text: str, named: str) -> Iterator[str]:
    kept = connection.execute(
        select(t.report_layout.c.layout).where(t.report_layout.c.report_pk == pk)
    ).scalar()
    try:
        right = kept is None or Layout.from_json(kept).fits(text)
    except WireProblem:
        right = False
    if not right:
        yield f"The places of the text of {named} on its pages are not what they must be."


def _quotes(connection: Connection, pk: int, length: int, named: str) -> Iterator[str]:
    query = select(func.count()).where(t.claim.c.report_pk == pk, t.claim.c.quote_end > length)
    number = connection.execute(query).scalar_one() if length else 0
    if number:
        yield f"{number} quotes from {named} point behind the end of its text."
