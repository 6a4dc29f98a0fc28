"""In which order incidents are listed. Every order ends in the key, so that it is always the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, case, func, select

from incidents.case import tables as t
from incidents.errors import VigilError
from incidents.record.codes import TYPES, VERIFICATION

Order = Sequence[tuple[str, bool]]
BY_DATE: Order = (("date", True),)
_inc = t.incident.c


def _ranked(column: ColumnElement[str], codes: Sequence[str]) -> ColumnElement[int]:
    return case({code: rank for rank, code in enumerate(codes)}, value=column, else_=len(codes))


def _people() -> ColumnElement[int]:
    number = func.coalesce(t.figure.c.best, t.figure.c.min, t.figure.c.max)
    return (
        select(number).where(t.figure.c.incident_pk == _inc.pk, t.figure.c.kind == "people").scalar_subquery()
    )


def _place() -> ColumnElement[str]:
    return select(t.place.c.name).where(t.place.c.pk == _inc.place_pk).scalar_subquery()


def _keys(name: str) -> list[ColumnElement[Any]]:
    keys: dict[str, list[ColumnElement[Any]]] = {
        "date": [_inc.from_on],
        "ref": [_inc.ref],
        "type": [_ranked(_inc.type, sorted(TYPES, key=lambda code: TYPES[code].label))],
        "title": [_inc.title],
        "place": [_place()],
        "region": [_inc.country, _inc.admin1],
        "people": [_people()],
        "status": [_ranked(_inc.verification, list(VERIFICATION))],
        "grade": [_inc.rel, _inc.cred],
        "sources": [_inc.sources, _inc.claims],
        "claims": [_inc.claims, _inc.sources],
        "sensitivity": [_ranked(_inc.sensitivity, ["low", "moderate", "high", "severe"])],
        "occurrence": [_inc.occurrence],
        "entered": [_inc.entered_at],
        "changed": [_inc.changed_at],
    }
    if name not in keys:
        raise VigilError(f"“{name}” is no column to sort by; known are {', '.join(keys)}.")
    return keys[name]


def order_by(order: Order) -> list[UnaryExpression[object]]:
    """The ORDER BY of (column, descending) pairs; what is not known comes last either way."""
    made = []
    descending = True
    for name, descending in order:
        for key in _keys(name):
            made.append((key.desc() if descending else key.asc()).nulls_last())
    made.append(_inc.pk.desc() if descending else _inc.pk.asc())
    return made
