"""The tables of a case.

`incident` is narrow: what filters, sorts and counts touch, so that its covering indexes answer most questions
alone. Text lives in `incident_text`. `pk` is local to the file; `uid` (UUIDv7) is the lasting identity.
`from_on` and `until_on` are the effective bounds for filtering: an unknown end ends at its start, an ongoing
one never ends, both are NULL only for undated incidents.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.sql.type_api import TypeEngine

from incidents.case.types import Day, Json, Moment, Uid

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="", server_default="")


def _maybe(name: str, kind: TypeEngine[Any] | type[TypeEngine[Any]]) -> Column[Any]:
    return Column(name, kind, nullable=True)


def _key() -> Column[int]:
    return Column("pk", Integer, primary_key=True)


def _uid() -> Column[object]:
    return Column("uid", Uid, nullable=False, unique=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.pk"), nullable=nullable)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value"))

source = Table(
    "source", metadata, _key(), _uid(), _text("name"), _text("kind"), _text("reliability"),
    _text("reliability_why"), _text("note"), _text("withdrawn"), Column("version", Integer, nullable=False),
    Index("ix_source_name", "name"),
)  # fmt: skip

report = Table(
    "report", metadata, _key(), _uid(), _ref("source_pk", "source", nullable=True), _text("title"), _text("author"),
    _text("url"), _maybe("published", Day), _maybe("retrieved", Day), _text("language"), _text("sha256"),
    _text("note"), _text("withdrawn"), Column("version", Integer, nullable=False),
    # Since version 2 of the schema
    _text("text_sha256"), _text("state"), _ref("replaces_pk", "report", nullable=True),
    Column("notes", Json, nullable=False, server_default="[]"),
    Index("ix_report_source", "source_pk"),
    Index("ix_report_sha256", "sha256"),
    Index("ix_report_state", "withdrawn", "state"),
    Index("ix_report_replaces", "replaces_pk"),
)  # fmt: skip

report_text = Table(
    "report_text",
    metadata,
    Column("report_pk", Integer, ForeignKey("report.pk"), primary_key=True),
    _text("text"),
)

evidence = Table(
    "evidence", metadata, Column("sha256", Text, primary_key=True), Column("content", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False), _text("mime"), _text("name"), Column("taken_at", Moment, nullable=False),
    _text("taken_by"),
    # All but the content, so that lists of reports do not read through originals of megabytes.
    Index("ix_evidence_about", "sha256", "size", "mime", "name", "taken_at", "taken_by"),
)  # fmt: skip

# Where the characters of the text stand on the pages of the original.
report_layout = Table(
    "report_layout", metadata, Column("report_pk", Integer, ForeignKey("report.pk"), primary_key=True),
    Column("layout", Json, nullable=False),
)  # fmt: skip

# The smallest hashes of the text's runs of words: texts that share many of them are nearly the same.
report_sketch = Table(
    "report_sketch", metadata, Column("hash", BigInteger, primary_key=True),
    Column("report_pk", Integer, ForeignKey("report.pk"), primary_key=True),
    Index("ix_report_sketch_report", "report_pk"), sqlite_with_rowid=False,
)  # fmt: skip

place = Table(
    "place", metadata, _key(), _uid(), _text("name"), _text("kind"), _text("country"), _text("country_name"),
    _text("admin1"), _text("admin1_name"), _maybe("lat", Float), _maybe("lon", Float),
    _maybe("geonames", Integer), _text("iso"), _text("pcode"), Column("names", Json, nullable=False),
    Column("regions", Json, nullable=False), _text("precision"), _maybe("population", Integer), _text("withdrawn"),
    Index("ix_place_geonames", "geonames"),
)  # fmt: skip

# Every area that contains a place, so that a region at any level is one look-up.
place_region = Table(
    "place_region", metadata, Column("region", Text, primary_key=True),
    Column("place_pk", Integer, ForeignKey("place.pk"), primary_key=True), sqlite_with_rowid=False,
)  # fmt: skip

incident = Table(
    "incident", metadata, _key(), _uid(), _text("ref"), _text("type"), _text("title"),
    _maybe("from_on", Day), _maybe("until_on", Day), _maybe("date_start", Day), _maybe("date_end", Day),
    _text("date_edtf"), _text("date_kind"), _text("date_precision"), _text("date_qualifier"),
    Column("ongoing", Boolean, nullable=False),
    _ref("place_pk", "place", nullable=True), _text("geo_precision"), _text("country"), _text("admin1"),
    _maybe("lat", Float), _maybe("lon", Float), _ref("dest_pk", "place", nullable=True),
    _text("verification"), Column("rel", Integer, nullable=False), Column("cred", Integer, nullable=False),
    _text("measure"), Column("aggregate", Boolean, nullable=False), Column("duplicate", Boolean, nullable=False),
    _text("occurrence"), _text("sensitivity"), Column("claims", Integer, nullable=False),
    Column("sources", Integer, nullable=False), _maybe("reported_on", Day), Column("entered_on", Day, nullable=False),
    Column("entered_at", Moment, nullable=False), Column("changed_at", Moment, nullable=False),
    _text("withdrawn"), _maybe("survivor", Uid), Column("version", Integer, nullable=False),
    Index("ix_incident_ref", "ref", unique=True),
    Index("ix_incident_place", "place_pk"),
    Index("ix_incident_dates", "from_on", "until_on", "country", "admin1", "type", "verification", "rel", "cred",
          "place_pk", "lat", "lon"),
    Index("ix_incident_country", "country", "from_on", "until_on", "admin1", "type", "verification", "rel", "cred",
          "place_pk", "lat", "lon"),
    Index("ix_incident_admin1", "admin1", "from_on", "until_on", "type", "verification", "rel", "cred", "place_pk",
          "lat", "lon", "country"),
)  # fmt: skip

incident_text = Table(
    "incident_text", metadata,
    Column("incident_pk", Integer, ForeignKey("incident.pk"), primary_key=True),
    _text("narrative"), _text("public_summary"), _text("place_note"), _text("responsible"),
    _text("responsible_type"), _text("verification_why"), Column("self_review", Boolean, nullable=False),
    _text("reliability"), _text("credibility"), _text("grade_why"), Column("tags", Json, nullable=False),
    Column("groups", Json, nullable=False), _text("entered_by"), _text("changed_by"),
)  # fmt: skip

# Secondary types only; the primary one stands on the incident.
incident_type = Table(
    "incident_type", metadata, Column("type", Text, primary_key=True),
    Column("incident_pk", Integer, ForeignKey("incident.pk"), primary_key=True), sqlite_with_rowid=False,
)  # fmt: skip

# `harm` is what the figure counts: the kind itself, or for "people" what the incident's type did to them.
figure = Table(
    "figure", metadata, Column("incident_pk", Integer, ForeignKey("incident.pk"), primary_key=True),
    Column("kind", Text, primary_key=True), _maybe("min", Integer), _maybe("best", Integer), _maybe("max", Integer),
    _text("qualifier"), _text("unit"), _maybe("household_size", Float), _text("text"), _text("harm"),
    sqlite_with_rowid=False,
)  # fmt: skip

claim = Table(
    "claim", metadata, _key(), _uid(), _ref("incident_pk", "incident"), _ref("report_pk", "report", nullable=True),
    Column("position", Integer, nullable=False), _text("attributed_to"), _text("reported_as"), _text("quote"),
    _maybe("quote_start", Integer), _maybe("quote_end", Integer), _text("reliability"), _text("credibility"),
    _text("rating_why"), _text("stance"), _text("origin"), Column("figures", Json, nullable=False),
    Column("headline", Boolean, nullable=False), _text("note"), _text("rated_by"), _maybe("rated_at", Moment),
    _text("withdrawn"),
    Index("ix_claim_incident", "incident_pk", "position"),
    Index("ix_claim_report", "report_pk"),
)  # fmt: skip

# What the program found in a report. `content` never changes; `position` is where in the text it begins.
suggestion = Table(
    "suggestion", metadata, _key(), _uid(), _ref("report_pk", "report"), Column("position", Integer, nullable=False),
    _text("state"), _ref("incident_pk", "incident", nullable=True), _text("why"), _text("withdrawn"),
    Column("version", Integer, nullable=False), _text("sha256"), _text("content"),
    Index("ix_suggestion_report", "report_pk", "withdrawn", "state"),
    Index("ix_suggestion_incident", "incident_pk"),
)  # fmt: skip

link = Table(
    "link", metadata, Column("incident_pk", Integer, ForeignKey("incident.pk"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("other_pk", Integer, ForeignKey("incident.pk"), primary_key=True),
    Index("ix_link_other", "other_pk"), sqlite_with_rowid=False,
)  # fmt: skip

saved_filter = Table("saved_filter", metadata, Column("name", Text, primary_key=True), _text("line"))

draft = Table(
    "draft",
    metadata,
    Column("key", Text, primary_key=True),
    _text("content"),
    Column("at", Moment, nullable=False),
)

briefing = Table(
    "briefing", metadata, Column("number", Integer, primary_key=True), Column("at", Moment, nullable=False),
    _text("actor"), _text("title"), _text("filter"), _text("profile"), _text("tlp"), _text("sha256"),
    Column("incidents", Integer, nullable=False),
)  # fmt: skip

# Append-only and hash-chained. mode: "do" (can be undone), "note" (cannot), "undo", "redo".
# action: "added" or "changed". changes: {field: [before, after]}. undoes: the step taken back.
journal = Table(
    "journal", metadata, Column("seq", Integer, primary_key=True), Column("step", Integer, nullable=False),
    _text("mode"), Column("at", Moment, nullable=False), _text("actor"), _text("label"), _text("kind"),
    Column("uid", Uid, nullable=False), _text("action"), Column("changes", Json, nullable=False), _text("why"),
    _maybe("undoes", Integer), _text("previous"), _text("hash"),
    Index("ix_journal_uid", "uid"), Index("ix_journal_step", "step"),
)  # fmt: skip
