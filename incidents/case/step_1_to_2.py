"""From version 1 of the schema to version 2: reports are read, and what the program found in them is kept.

Released, so never changed: the tables are written out here as version 2 had them. Only the full text and the
sketches, which are made from other tables, come from code.
"""

from __future__ import annotations

from sqlalchemy import Connection

from incidents.case import likeness, report_index

_TABLES = (
    "ALTER TABLE report ADD COLUMN text_sha256 TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE report ADD COLUMN state TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE report ADD COLUMN replaces_pk INTEGER CONSTRAINT fk_report_replaces_pk_report REFERENCES report (pk)",
    "ALTER TABLE report ADD COLUMN notes TEXT DEFAULT '[]' NOT NULL",
    "CREATE INDEX ix_report_sha256 ON report (sha256)",
    "CREATE INDEX ix_report_state ON report (withdrawn, state)",
    "CREATE INDEX ix_report_replaces ON report (replaces_pk)",
    "CREATE INDEX ix_evidence_about ON evidence (sha256, size, mime, name, taken_at, taken_by)",
    """CREATE TABLE report_layout (
        report_pk INTEGER NOT NULL,
        layout TEXT NOT NULL,
        CONSTRAINT pk_report_layout PRIMARY KEY (report_pk),
        CONSTRAINT fk_report_layout_report_pk_report FOREIGN KEY(report_pk) REFERENCES report (pk)
    )""",
    """CREATE TABLE report_sketch (
        hash BIGINT NOT NULL,
        report_pk INTEGER NOT NULL,
        CONSTRAINT pk_report_sketch PRIMARY KEY (hash, report_pk),
        CONSTRAINT fk_report_sketch_report_pk_report FOREIGN KEY(report_pk) REFERENCES report (pk)
    ) WITHOUT ROWID""",
    "CREATE INDEX ix_report_sketch_report ON report_sketch (report_pk)",
    """CREATE TABLE suggestion (
        pk INTEGER NOT NULL,
        uid BLOB NOT NULL,
        report_pk INTEGER NOT NULL,
        position INTEGER NOT NULL,
        state TEXT DEFAULT '' NOT NULL,
        incident_pk INTEGER,
        why TEXT DEFAULT '' NOT NULL,
        withdrawn TEXT DEFAULT '' NOT NULL,
        version INTEGER NOT NULL,
        sha256 TEXT DEFAULT '' NOT NULL,
        content TEXT DEFAULT '' NOT NULL,
        CONSTRAINT pk_suggestion PRIMARY KEY (pk),
        CONSTRAINT uq_suggestion_uid UNIQUE (uid),
        CONSTRAINT fk_suggestion_report_pk_report FOREIGN KEY(report_pk) REFERENCES report (pk),
        CONSTRAINT fk_suggestion_incident_pk_incident FOREIGN KEY(incident_pk) REFERENCES incident (pk)
    )""",
    "CREATE INDEX ix_suggestion_report ON suggestion (report_pk, withdrawn, state)",
    "CREATE INDEX ix_suggestion_incident ON suggestion (incident_pk)",
)


def step(connection: Connection) -> None:
    """Add what version 2 has, and make the texts that are there findable."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(report_index.CREATE)
    pks = [row[0] for row in connection.exec_driver_sql("SELECT pk FROM report ORDER BY pk").all()]
    for pk in pks:
        found = connection.exec_driver_sql("SELECT text FROM report_text WHERE report_pk = ?", (pk,)).first()
        if found is not None:
            likeness.store(connection, pk, found[0])
    report_index.store(connection, pks)
