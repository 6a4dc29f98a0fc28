"""Lines of the incident table by their local keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from incidents.case import records
from incidents.case import tables as t
from incidents.case.derived import grade_text
from incidents.case.writer import Reader
from incidents.record.figures import Figure
from incidents.search.results import Row

_inc = t.incident.c
# Keys asked for in one query: well under every database's limit of parameters.
CHUNK = 500
_SHOWN = (
    "pk uid ref type title date_edtf date_start date_end date_kind date_precision date_qualifier ongoing country "
    "verification rel cred sources claims occurrence sensitivity geo_precision entered_at changed_at"
).split()


def _row_query() -> Select[Any]:
    people = (t.figure.c.incident_pk == _inc.pk) & (t.figure.c.kind == "people")
    figure = [c.label(f"figure_{c.name}") for c in t.figure.c if c.name not in ("incident_pk", "harm")]
    return (
        select(
            *(_inc[name] for name in _SHOWN),
            t.place.c.name.label("place_name"),
            t.place.c.admin1_name,
            t.place.c.country_name,
            *figure,
        )
        .outerjoin(t.place, t.place.c.pk == _inc.place_pk)
        .outerjoin(t.figure, people)
    )


def _read_row(row: Any) -> Row:
    figure = None
    if row["figure_kind"]:
        names = ("min", "best", "max", "qualifier", "unit", "household_size", "text")
        figure = Figure(**{name: row[f"figure_{name}"] for name in names})
    return Row(
        pk=row["pk"], id=row["uid"], ref=row["ref"], type=row["type"], title=row["title"],
        when=records.read_when(row), place=row["place_name"] or "", region=row["admin1_name"] or "",
        country=row["country_name"] or row["country"], figure=figure, status=row["verification"],
        grade=grade_text(row["rel"], row["cred"]), sources=row["sources"], claims=row["claims"],
        occurrence=row["occurrence"], sensitivity=row["sensitivity"], geo_precision=row["geo_precision"],
        entered_at=row["entered_at"], changed_at=row["changed_at"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of these local keys, in the order given."""

    pks: Sequence[int]

    def __call__(self, reader: Reader) -> list[Row]:
        found: dict[int, Row] = {}
        for start in range(0, len(self.pks), CHUNK):
            part = list(self.pks[start : start + CHUNK])
            rows = reader.connection.execute(_row_query().where(_inc.pk.in_(part))).mappings()
            found |= {row["pk"]: _read_row(row) for row in rows}
        return [found[pk] for pk in self.pks if pk in found]
