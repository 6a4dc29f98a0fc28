"""The questions that a case answers. Each is a frozen value; `Case.read(question)` gives plain values back."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from incidents.case import journal as journal_module
from incidents.case import records
from incidents.case import tables as t
from incidents.case.writer import Reader
from incidents.errors import NotFound
from incidents.record.incident import Incident, Link, Report, Source
from incidents.record.place import Place
from incidents.search.compile import where
from incidents.search.counting import Tally
from incidents.search.facets import Facets
from incidents.search.filter import Filter, FilterProblem, parse
from incidents.search.inbox import (
    EarlierVersion,
    Inbox,
    InboxCounts,
    LaterVersions,
    LayoutOf,
    OriginalOf,
    SimilarReports,
    SuggestionsOf,
)
from incidents.search.order import BY_DATE, Order, order_by
from incidents.search.results import JournalEntry, KeptDraft, Row
from incidents.search.rows import CHUNK, Rows
from incidents.search.twins import Twins

__all__ = [
    "Briefings", "Count", "Drafts", "EarlierVersion", "Facets", "History", "Ids", "Inbox", "InboxCounts",
    "IncidentById", "IncidentByPk", "IncidentByRef", "Incidents", "JournalHead", "LaterVersions", "LayoutOf",
    "LinkedFrom", "OriginalOf", "OwnPlaces", "Page", "Pks", "ReportById", "Reports", "Rows", "SavedFilters",
    "SimilarReports", "Sources", "SuggestionsOf", "TagsUsed", "Tally", "Twins",
]  # fmt: skip

_inc = t.incident.c


@dataclass(frozen=True, slots=True)
class Page:
    """Rows `offset` to `offset + limit` of a filter. For first pages; far pages go through Ids and Rows."""

    wanted: Filter
    order: Order = BY_DATE
    offset: int = 0
    limit: int = 200

    def __call__(self, reader: Reader) -> list[Row]:
        # Keys first: the covering indexes find them without touching the rows that are then read.
        keys = select(_inc.pk).where(where(self.wanted)).order_by(*order_by(self.order))
        found = reader.connection.execute(keys.offset(self.offset).limit(self.limit)).scalars()
        return Rows(list(found))(reader)


@dataclass(frozen=True, slots=True)
class Ids:
    """Local keys of all incidents of a filter, in order: eight bytes each."""

    wanted: Filter
    order: Order = BY_DATE

    def __call__(self, reader: Reader) -> array[int]:
        query = select(_inc.pk).where(where(self.wanted)).order_by(*order_by(self.order))
        return array("q", reader.connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class Count:
    """How many incidents a filter takes."""

    wanted: Filter

    def __call__(self, reader: Reader) -> int:
        query = select(func.count()).select_from(t.incident).where(where(self.wanted))
        return reader.connection.execute(query).scalar_one()


@dataclass(frozen=True, slots=True)
class Incidents:
    """Whole incidents of a filter, with claims and links, in order."""

    wanted: Filter
    order: Order = BY_DATE

    def __call__(self, reader: Reader) -> list[Incident]:
        keys = Ids(self.wanted, self.order)(reader)
        found: list[Incident] = []
        for start in range(0, len(keys), CHUNK):
            found += records.incidents(reader.connection, list(keys[start : start + CHUNK]))
        return found


@dataclass(frozen=True, slots=True)
class IncidentByPk:
    """One incident by its local key; NotFound when the case does not have it."""

    pk: int

    def __call__(self, reader: Reader) -> Incident:
        found = records.incidents(reader.connection, [self.pk])
        if not found:
            raise NotFound("This incident is not in the case.")
        return found[0]


@dataclass(frozen=True, slots=True)
class IncidentById:
    """One incident by its identity; NotFound when the case does not have it."""

    id: UUID

    def __call__(self, reader: Reader) -> Incident:
        pk = records.pk_of(reader.connection, t.incident, self.id)
        return IncidentByPk(-1 if pk is None else pk)(reader)


@dataclass(frozen=True, slots=True)
class IncidentByRef:
    """One incident by its reference; NotFound when the case does not have it."""

    ref: str

    def __call__(self, reader: Reader) -> Incident:
        pk = reader.connection.execute(select(_inc.pk).where(_inc.ref == self.ref.strip())).scalar()
        if pk is None:
            raise NotFound(f"There is no incident {self.ref} in this case.")
        return IncidentByPk(pk)(reader)


@dataclass(frozen=True, slots=True)
class Pks:
    """Local keys of these identities, in order; unknown ones are passed over."""

    ids: Sequence[UUID]

    def __call__(self, reader: Reader) -> list[int]:
        rows = reader.connection.execute(select(_inc.uid, _inc.pk).where(_inc.uid.in_(list(self.ids))))
        found = {row.uid: row.pk for row in rows}
        return [found[uid] for uid in self.ids if uid in found]


@dataclass(frozen=True, slots=True)
class History:
    """The journal of one record, oldest first; an incident's holds its claims' entries too."""

    id: UUID

    def __call__(self, reader: Reader) -> list[JournalEntry]:
        claims = (
            select(t.claim.c.uid)
            .join(t.incident, _inc.pk == t.claim.c.incident_pk)
            .where(_inc.uid == self.id)
        )
        uids = [self.id, *reader.connection.execute(claims).scalars()]
        query = select(t.journal).where(t.journal.c.uid.in_(uids)).order_by(t.journal.c.seq)
        return [_entry(row) for row in reader.connection.execute(query).mappings()]


def _entry(row: Any) -> JournalEntry:
    changes = tuple((name, before, after) for name, (before, after) in row["changes"].items())
    label = {"undo": f"Undo: {row['label']}", "redo": f"Redo: {row['label']}"}.get(row["mode"], row["label"])
    return JournalEntry(
        seq=row["seq"], step=row["step"], at=row["at"], actor=row["actor"], label=label, kind=row["kind"],
        id=row["uid"], changes=changes, why=row["why"], hash=row["hash"],
        mode=row["mode"], undoes=row["undoes"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LinkedFrom:
    """Links that other live incidents declare to this one; `other` is the incident that declares it."""

    id: UUID

    def __call__(self, reader: Reader) -> tuple[Link, ...]:
        pk = records.pk_of(reader.connection, t.incident, self.id)
        query = (
            select(t.link.c.kind, _inc.uid, _inc.ref)
            .join(t.incident, _inc.pk == t.link.c.incident_pk)
            .where(t.link.c.other_pk == pk, _inc.verification != "withdrawn")
            .order_by(t.link.c.kind, _inc.ref)
        )
        return tuple(Link(row.kind, row.uid, row.ref) for row in reader.connection.execute(query))


@dataclass(frozen=True, slots=True)
class JournalHead:
    """(number of entries, hash of the last): what to note down elsewhere to prove a journal whole."""

    def __call__(self, reader: Reader) -> tuple[int, str]:
        return journal_module.head(reader.connection)[:2]


@dataclass(frozen=True, slots=True)
class Sources:
    """Live sources whose name contains the text, by name."""

    text: str = ""

    def __call__(self, reader: Reader) -> list[Source]:
        query = select(t.source).where(t.source.c.withdrawn == "").order_by(t.source.c.name)
        wanted = self.text.casefold()
        rows = reader.connection.execute(query).mappings()
        return [records.read_source(row) for row in rows if wanted in row["name"].casefold()]


@dataclass(frozen=True, slots=True)
class Reports:
    """Live reports with the words in title or publisher, the newest first."""

    text: str = ""
    limit: int = 50

    def __call__(self, reader: Reader) -> list[Report]:
        query = (
            select(t.report.c.pk, t.report.c.title, t.source.c.name)
            .outerjoin(t.source, t.source.c.pk == t.report.c.source_pk)
            .where(t.report.c.withdrawn == "")
            .order_by(t.report.c.published.desc().nulls_last(), t.report.c.pk.desc())
        )
        wanted = self.text.casefold().split()
        pks: list[int] = []
        for row in reader.connection.execute(query):
            said = f"{row.title} {row.name or ''}".casefold()
            if all(word in said for word in wanted):
                pks.append(row.pk)
                if len(pks) == self.limit:
                    break
        known = records.reports(reader.connection, pks)
        return [known[pk] for pk in pks]


@dataclass(frozen=True, slots=True)
class ReportById:
    """One report with its whole text; NotFound when the case does not have it."""

    id: UUID

    def __call__(self, reader: Reader) -> Report:
        pk = records.pk_of(reader.connection, t.report, self.id)
        if pk is None:
            raise NotFound("This report is not in the case.")
        return records.reports(reader.connection, [pk], with_text=True)[pk]


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """Places that this case added because the gazetteer lacks them."""

    def __call__(self, reader: Reader) -> list[Place]:
        kinds = ("country", "admin1", "area")
        query = select(t.place).where(t.place.c.geonames.is_(None), t.place.c.kind.not_in(kinds))
        return [
            records.read_place(row)
            for row in reader.connection.execute(query.order_by(t.place.c.name)).mappings()
        ]


@dataclass(frozen=True, slots=True)
class SavedFilters:
    """Saved filters by name; one that cannot be read any more is passed over."""

    def __call__(self, reader: Reader) -> list[tuple[str, Filter]]:
        found = []
        for row in reader.connection.execute(select(t.saved_filter).order_by(t.saved_filter.c.name)):
            try:
                found.append((row.name, parse(row.line)))
            except FilterProblem:
                continue
        return found


@dataclass(frozen=True, slots=True)
class Drafts:
    """Half-typed forms that were put aside."""

    def __call__(self, reader: Reader) -> list[KeptDraft]:
        rows = reader.connection.execute(select(t.draft).order_by(t.draft.c.at)).all()
        return [KeptDraft(row.key, row.content, row.at) for row in rows]


@dataclass(frozen=True, slots=True)
class TagsUsed:
    """Every tag of the case, by name."""

    def __call__(self, reader: Reader) -> list[str]:
        rows = reader.connection.execute(select(t.incident_text.c.tags).distinct()).scalars()
        return sorted({tag for tags in rows for tag in tags})


@dataclass(frozen=True, slots=True)
class Briefings:
    """Numbered briefings, the newest first, as plain mappings."""

    def __call__(self, reader: Reader) -> list[dict[str, Any]]:
        rows = reader.connection.execute(select(t.briefing).order_by(t.briefing.c.number.desc())).mappings()
        return [dict(row) for row in rows]
