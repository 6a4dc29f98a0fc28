"""What an operation works with: records in, records out, every change journalled.

A writer lives inside one transaction. Operations read records, make new ones and `put` them; the writer finds
what changed, saves it and notes it for the journal. An operation that raises leaves nothing behind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update
from uuid6 import uuid7

from incidents.case import fields as f
from incidents.case import records, store
from incidents.case import tables as t
from incidents.case.journal import Entry
from incidents.errors import ChangedSince, NotFound
from incidents.record.incident import Claim, Incident, Report, Source
from incidents.record.place import Place
from incidents.record.suggested import KeptSuggestion

_TABLES = {
    "incident": t.incident,
    "report": t.report,
    "source": t.source,
    "place": t.place,
    "claim": t.claim,
    "suggestion": t.suggestion,
}
_KINDS: dict[type, str] = {Report: "report", Source: "source", Place: "place", KeptSuggestion: "suggestion"}
# Fields of a report that no incident stands on.
_READERS_OWN = frozenset(("state", "notes", "replaces"))
_LOADERS: dict[str, Callable[..., dict[int, Any]]] = {
    "report": records.reports,
    "source": records.sources,
    "place": records.places,
    "suggestion": records.suggestions,
}
_OUT: dict[str, Callable[..., f.Fields]] = {
    "source": f.source_out,
    "report": f.report_out,
    "place": f.place_out,
    "suggestion": f.suggestion_out,
}


@dataclass(frozen=True)
class Reader:
    """What a question works with: a connection inside one short read transaction."""

    connection: Connection


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562): ordered by time, unique without asking anybody."""
    return UUID(int=uuid7().int)


class Writer:
    """What an operation works with, inside one transaction on the writing thread.

    Attributes: actor, who acts; now, when (UTC); entries, what the journal will keep; touched, identities of
    all records that views may have to draw anew; label, what the step is called in "Undo: ...".
    """

    def __init__(self, connection: Connection, actor: str, now: datetime) -> None:
        self.connection = connection
        self.actor = actor
        self.now = now
        self.entries: list[Entry] = []
        self.touched: set[UUID] = set()
        self.label = ""

    # Reading inside the transaction

    def find(self, kind: str, uid: UUID) -> Any:
        """The record of this kind and identity; raises NotFound."""
        pk = records.pk_of(self.connection, _TABLES[kind], uid)
        if pk is None:
            raise NotFound(f"This {kind} is not in the case.")
        if kind == "incident":
            return records.incidents(self.connection, [pk])[0]
        return _LOADERS[kind](self.connection, [pk])[pk]

    def incident(self, uid: UUID, version: int | None = None) -> Incident:
        """An incident, as long as nobody changed it since `version` was read."""
        incident: Incident = self.find("incident", uid)
        if version is not None and incident.version != version:
            raise ChangedSince(
                f"{incident.ref} was changed by {incident.changed_by or 'somebody'} while you were editing. "
                "Nothing was overwritten: open it again and repeat your change."
            )
        return incident

    def source_named(self, name: str) -> Source | None:
        """The live source of that name, letter case aside."""
        query = select(t.source).where(t.source.c.withdrawn == "").order_by(t.source.c.pk)
        wanted = name.casefold().strip()
        for row in self.connection.execute(query).mappings():
            if row["name"].casefold() == wanted:
                return records.read_source(row)
        return None

    def reports_titled(self, title: str) -> list[Report]:
        """Live reports of exactly that title."""
        query = select(t.report.c.pk).where(t.report.c.title == title, t.report.c.withdrawn == "")
        return list(records.reports(self.connection, self.connection.execute(query).scalars()).values())

    def own_places(self) -> list[Place]:
        """Places that were added in this case because the gazetteer lacks them."""
        query = select(t.place).where(t.place.c.geonames.is_(None)).order_by(t.place.c.pk)
        return [records.read_place(row) for row in self.connection.execute(query).mappings()]

    def place_like(self, place: Place) -> Place | None:
        """The case's copy of a gazetteer place or area, if it has one."""
        query = select(t.place)
        if place.geonames is not None:
            query = query.where(t.place.c.geonames == place.geonames)
        elif place.kind in ("country", "admin1", "area") and place.regions:
            query = query.where(t.place.c.kind == place.kind, t.place.c.regions == list(place.regions))
        else:
            return None
        row = self.connection.execute(query).mappings().first()
        return records.read_place(row) if row else None

    def incident_of_ref(self, ref: str) -> UUID | None:
        """Identity of the incident with this reference."""
        found: UUID | None = self.connection.execute(
            select(t.incident.c.uid).where(t.incident.c.ref == ref.strip())
        ).scalar()
        return found

    def incidents_linking_to(self, uid: UUID) -> list[Incident]:
        """Incidents that declare a link to this one."""
        other = records.pk_of(self.connection, t.incident, uid)
        query = select(t.link.c.incident_pk).where(t.link.c.other_pk == other).distinct()
        return records.incidents(self.connection, list(self.connection.execute(query).scalars()))

    def next_ref(self, country: str, year: int | None) -> str:
        """The next free reference: "UKR-2022-0042"; XXX and 0000 stand for not known."""
        stem = f"{country or 'XXX'}-{year or 0:04d}-"
        key = f"ref:{stem}"
        last = int(self.meta(key) or 0) + 1
        self.set_meta(key, str(last))
        return f"{stem}{last:04d}"

    def meta(self, key: str) -> str | None:
        """A value of the case's own settings."""
        return self.connection.execute(select(t.meta.c.value).where(t.meta.c.key == key)).scalar()

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value of the case's own settings; not journalled."""
        self.connection.execute(delete(t.meta).where(t.meta.c.key == key))
        self.connection.execute(insert(t.meta).values(key=key, value=value))

    # Writing

    def put(self, record: Source | Report | Place | KeptSuggestion) -> None:
        """Save a source, report, place or suggestion, and refresh the incidents that stand on it."""
        kind = _KINDS[type(record)]
        uid = record.id
        assert uid is not None
        out = _OUT[kind]
        before = self._before(kind, uid, out)
        if not self._note(kind, uid, before, out(record)):
            return
        if not isinstance(record, Place) and before is not None:
            record = replace(record, version=record.version + 1)
        store.save(self.connection, record)
        self.touched.add(uid)
        if before is not None and not _READERS_OWN.issuperset(self.entries[-1].changes):
            standing = store.incident_pks_standing_on(self.connection, record)
            for incident in records.incidents(self.connection, standing):
                store.save(self.connection, incident)
                self.touched.add(incident.id)

    def _before(self, kind: str, uid: UUID, out: Any) -> f.Fields | None:
        try:
            return out(self.find(kind, uid))
        except NotFound:
            return None

    def put_incident(self, incident: Incident) -> None:
        """Save an incident and its claims; a new one gets its reference, stamps and author here."""
        before = self._old_incident(incident.id)
        if before is None:
            year = incident.when.start or incident.when.end or incident.date_reported
            country = incident.place.country if incident.place else ""
            incident = replace(
                incident,
                ref=self.next_ref(country, year.year if year else None),
                entered_at=self.now,
                entered_by=self.actor,
                changed_at=self.now,
                changed_by=self.actor,
                version=1,
            )
        else:
            incident = replace(
                incident, ref=before.ref, entered_at=before.entered_at, entered_by=before.entered_by
            )
        incident = replace(incident, claims=self._rated(incident, before))
        if self._note_incident(before, incident):
            if before is not None:
                incident = replace(
                    incident, changed_at=self.now, changed_by=self.actor, version=before.version + 1
                )
            store.save(self.connection, incident)
            self.touched.add(incident.id)

    def _old_incident(self, uid: UUID) -> Incident | None:
        try:
            return self.incident(uid)
        except NotFound:
            return None

    def _rated(self, incident: Incident, before: Incident | None) -> tuple[Any, ...]:
        """Claims with who rated them and when, for those whose rating is new."""
        old = {claim.id: claim for claim in before.claims} if before else {}
        rated = []
        for claim in incident.claims:
            was = old.get(claim.id)
            if was is not None and was.grade == claim.grade:
                rated.append(replace(claim, rated_by=was.rated_by, rated_at=was.rated_at))
            elif was is not None or claim.grade != _usual_grade(claim):
                rated.append(replace(claim, rated_by=self.actor, rated_at=self.now))
            else:
                rated.append(claim)
        return tuple(rated)

    def _note_incident(self, before: Incident | None, after: Incident) -> bool:
        old = f.incident_out(before) if before else None
        changed = self._note("incident", after.id, old, f.incident_out(after))
        known = {c.id: f.claim_out(c, after.id, i) for i, c in enumerate(before.claims)} if before else {}
        for position, claim in enumerate(after.claims):
            now = f.claim_out(claim, after.id, position)
            changed |= self._note("claim", claim.id, known.pop(claim.id, None), now)
        if known:
            raise ValueError("claims are withdrawn, never removed")
        return changed

    def _note(self, kind: str, uid: UUID, before: f.Fields | None, after: f.Fields) -> bool:
        changes = f.difference(before, after)
        if changes:
            self.entries.append(Entry(kind, uid, "added" if before is None else "changed", changes))
        return bool(changes)

    def take_in(self, content: bytes, *, mime: str, name: str) -> str:
        """Keep an original file unchanged; returns its SHA-256. The same content is kept once."""
        digest = hashlib.sha256(content).hexdigest()
        known = self.connection.execute(
            select(t.evidence.c.sha256).where(t.evidence.c.sha256 == digest)
        ).scalar()
        if known is None:
            self.connection.execute(
                insert(t.evidence).values(
                    sha256=digest, content=content, size=len(content), mime=mime, name=name,
                    taken_at=self.now, taken_by=self.actor,
                )
            )  # fmt: skip
        return digest

    def note_case(self, changes: dict[str, list[Any]], kind: str = "case") -> None:
        """Journal a change of the case itself (its name, a saved filter, a numbered briefing)."""
        self.entries.append(Entry(kind, UUID(int=0), "changed", changes))

    # Things that are not records

    def saved_filter(self, name: str) -> str | None:
        """The text of a saved filter."""
        return self.connection.execute(
            select(t.saved_filter.c.line).where(t.saved_filter.c.name == name)
        ).scalar()

    def save_filter(self, name: str, line: str | None) -> None:
        """Keep a filter under a name, or remove it with None."""
        before = self.saved_filter(name)
        self.connection.execute(delete(t.saved_filter).where(t.saved_filter.c.name == name))
        if line is not None:
            self.connection.execute(insert(t.saved_filter).values(name=name, line=line))
        if before != line:
            self.note_case({name: [before, line]}, kind="saved_filter")

    def keep_draft(self, key: str, content: str | None) -> None:
        """Put a half-typed form aside, or drop it with None. Not journalled."""
        self.connection.execute(delete(t.draft).where(t.draft.c.key == key))
        if content is not None:
            self.connection.execute(insert(t.draft).values(key=key, content=content, at=self.now))

    def number_briefing(self, **values: Any) -> int:
        """Give the next briefing its number and keep what it was made from."""
        result = self.connection.execute(insert(t.briefing).values(at=self.now, actor=self.actor, **values))
        number: int = result.inserted_primary_key[0]  # type: ignore[index]  # one row was inserted
        self.note_case({str(number): [None, values]}, kind="briefing")
        return number

    def seal_briefing(self, number: int, sha256: str) -> None:
        """Keep the hash of the finished file of a numbered briefing."""
        self.connection.execute(update(t.briefing).where(t.briefing.c.number == number).values(sha256=sha256))
        self.note_case({str(number): [None, {"sha256": sha256}]}, kind="briefing")


def _usual_grade(claim: Claim) -> str:
    """The grade of a claim that nobody has rated: the letter that its source has as a rule, and 6."""
    source = claim.report.source if claim.report else None
    return f"{source.reliability if source else 'F'}6"
