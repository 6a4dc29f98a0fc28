-- A case as version 1 of the schema wrote it, as text. Never changed: a file of every released version opens for ever.
PRAGMA page_size = 4096;
PRAGMA application_id = 1449609548;
PRAGMA user_version = 1;
CREATE TABLE meta (
    "key" TEXT NOT NULL, 
    value TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_meta PRIMARY KEY ("key")
);
CREATE TABLE source (
    pk INTEGER NOT NULL, 
    uid BLOB NOT NULL, 
    name TEXT DEFAULT '' NOT NULL, 
    kind TEXT DEFAULT '' NOT NULL, 
    reliability TEXT DEFAULT '' NOT NULL, 
    reliability_why TEXT DEFAULT '' NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    withdrawn TEXT DEFAULT '' NOT NULL, 
    version INTEGER NOT NULL, 
    CONSTRAINT pk_source PRIMARY KEY (pk), 
    CONSTRAINT uq_source_uid UNIQUE (uid)
);
CREATE INDEX ix_source_name ON source (name);
CREATE TABLE evidence (
    sha256 TEXT NOT NULL, 
    content BLOB NOT NULL, 
    size INTEGER NOT NULL, 
    mime TEXT DEFAULT '' NOT NULL, 
    name TEXT DEFAULT '' NOT NULL, 
    taken_at TEXT NOT NULL, 
    taken_by TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_evidence PRIMARY KEY (sha256)
);
CREATE TABLE place (
    pk INTEGER NOT NULL, 
    uid BLOB NOT NULL, 
    name TEXT DEFAULT '' NOT NULL, 
    kind TEXT DEFAULT '' NOT NULL, 
    country TEXT DEFAULT '' NOT NULL, 
    country_name TEXT DEFAULT '' NOT NULL, 
    admin1 TEXT DEFAULT '' NOT NULL, 
    admin1_name TEXT DEFAULT '' NOT NULL, 
    lat FLOAT, 
    lon FLOAT, 
    geonames INTEGER, 
    iso TEXT DEFAULT '' NOT NULL, 
    pcode TEXT DEFAULT '' NOT NULL, 
    names TEXT NOT NULL, 
    regions TEXT NOT NULL, 
    precision TEXT DEFAULT '' NOT NULL, 
    population INTEGER, 
    withdrawn TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_place PRIMARY KEY (pk), 
    CONSTRAINT uq_place_uid UNIQUE (uid)
);
CREATE INDEX ix_place_geonames ON place (geonames);
CREATE TABLE saved_filter (
    name TEXT NOT NULL, 
    line TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_saved_filter PRIMARY KEY (name)
);
CREATE TABLE draft (
    "key" TEXT NOT NULL, 
    content TEXT DEFAULT '' NOT NULL, 
    at TEXT NOT NULL, 
    CONSTRAINT pk_draft PRIMARY KEY ("key")
);
CREATE TABLE briefing (
    number INTEGER NOT NULL, 
    at TEXT NOT NULL, 
    actor TEXT DEFAULT '' NOT NULL, 
    title TEXT DEFAULT '' NOT NULL, 
    filter TEXT DEFAULT '' NOT NULL, 
    profile TEXT DEFAULT '' NOT NULL, 
    tlp TEXT DEFAULT '' NOT NULL, 
    sha256 TEXT DEFAULT '' NOT NULL, 
    incidents INTEGER NOT NULL, 
    CONSTRAINT pk_briefing PRIMARY KEY (number)
);
CREATE TABLE journal (
    seq INTEGER NOT NULL, 
    step INTEGER NOT NULL, 
    mode TEXT DEFAULT '' NOT NULL, 
    at TEXT NOT NULL, 
    actor TEXT DEFAULT '' NOT NULL, 
    label TEXT DEFAULT '' NOT NULL, 
    kind TEXT DEFAULT '' NOT NULL, 
    uid BLOB NOT NULL, 
    action TEXT DEFAULT '' NOT NULL, 
    changes TEXT NOT NULL, 
    why TEXT DEFAULT '' NOT NULL, 
    undoes INTEGER, 
    previous TEXT DEFAULT '' NOT NULL, 
    hash TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_journal PRIMARY KEY (seq)
);
CREATE INDEX ix_journal_step ON journal (step);
CREATE INDEX ix_journal_uid ON journal (uid);
CREATE TABLE report (
    pk INTEGER NOT NULL, 
    uid BLOB NOT NULL, 
    source_pk INTEGER, 
    title TEXT DEFAULT '' NOT NULL, 
    author TEXT DEFAULT '' NOT NULL, 
    url TEXT DEFAULT '' NOT NULL, 
    published INTEGER, 
    retrieved INTEGER, 
    language TEXT DEFAULT '' NOT NULL, 
    sha256 TEXT DEFAULT '' NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    withdrawn TEXT DEFAULT '' NOT NULL, 
    version INTEGER NOT NULL, 
    CONSTRAINT pk_report PRIMARY KEY (pk), 
    CONSTRAINT uq_report_uid UNIQUE (uid), 
    CONSTRAINT fk_report_source_pk_source FOREIGN KEY(source_pk) REFERENCES source (pk)
);
CREATE INDEX ix_report_source ON report (source_pk);
CREATE TABLE place_region (
    region TEXT NOT NULL, 
    place_pk INTEGER NOT NULL, 
    CONSTRAINT pk_place_region PRIMARY KEY (region, place_pk), 
    CONSTRAINT fk_place_region_place_pk_place FOREIGN KEY(place_pk) REFERENCES place (pk)
)
 WITHOUT ROWID

;
CREATE TABLE incident (
    pk INTEGER NOT NULL, 
    uid BLOB NOT NULL, 
    ref TEXT DEFAULT '' NOT NULL, 
    type TEXT DEFAULT '' NOT NULL, 
    title TEXT DEFAULT '' NOT NULL, 
    from_on INTEGER, 
    until_on INTEGER, 
    date_start INTEGER, 
    date_end INTEGER, 
    date_edtf TEXT DEFAULT '' NOT NULL, 
    date_kind TEXT DEFAULT '' NOT NULL, 
    date_precision TEXT DEFAULT '' NOT NULL, 
    date_qualifier TEXT DEFAULT '' NOT NULL, 
    ongoing BOOLEAN NOT NULL, 
    place_pk INTEGER, 
    geo_precision TEXT DEFAULT '' NOT NULL, 
    country TEXT DEFAULT '' NOT NULL, 
    admin1 TEXT DEFAULT '' NOT NULL, 
    lat FLOAT, 
    lon FLOAT, 
    dest_pk INTEGER, 
    verification TEXT DEFAULT '' NOT NULL, 
    rel INTEGER NOT NULL, 
    cred INTEGER NOT NULL, 
    measure TEXT DEFAULT '' NOT NULL, 
    aggregate BOOLEAN NOT NULL, 
    duplicate BOOLEAN NOT NULL, 
    occurrence TEXT DEFAULT '' NOT NULL, 
    sensitivity TEXT DEFAULT '' NOT NULL, 
    claims INTEGER NOT NULL, 
    sources INTEGER NOT NULL, 
    reported_on INTEGER, 
    entered_on INTEGER NOT NULL, 
    entered_at TEXT NOT NULL, 
    changed_at TEXT NOT NULL, 
    withdrawn TEXT DEFAULT '' NOT NULL, 
    survivor BLOB, 
    version INTEGER NOT NULL, 
    CONSTRAINT pk_incident PRIMARY KEY (pk), 
    CONSTRAINT uq_incident_uid UNIQUE (uid), 
    CONSTRAINT fk_incident_place_pk_place FOREIGN KEY(place_pk) REFERENCES place (pk), 
    CONSTRAINT fk_incident_dest_pk_place FOREIGN KEY(dest_pk) REFERENCES place (pk)
);
CREATE INDEX ix_incident_dates ON incident (from_on, until_on, country, admin1, type, verification, rel, cred, place_pk, lat, lon);
CREATE UNIQUE INDEX ix_incident_ref ON incident (ref);
CREATE INDEX ix_incident_country ON incident (country, from_on, until_on, admin1, type, verification, rel, cred, place_pk, lat, lon);
CREATE INDEX ix_incident_place ON incident (place_pk);
CREATE INDEX ix_incident_admin1 ON incident (admin1, from_on, until_on, type, verification, rel, cred, place_pk, lat, lon, country);
CREATE TABLE report_text (
    report_pk INTEGER NOT NULL, 
    text TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_report_text PRIMARY KEY (report_pk), 
    CONSTRAINT fk_report_text_report_pk_report FOREIGN KEY(report_pk) REFERENCES report (pk)
);
CREATE TABLE incident_text (
    incident_pk INTEGER NOT NULL, 
    narrative TEXT DEFAULT '' NOT NULL, 
    public_summary TEXT DEFAULT '' NOT NULL, 
    place_note TEXT DEFAULT '' NOT NULL, 
    responsible TEXT DEFAULT '' NOT NULL, 
    responsible_type TEXT DEFAULT '' NOT NULL, 
    verification_why TEXT DEFAULT '' NOT NULL, 
    self_review BOOLEAN NOT NULL, 
    reliability TEXT DEFAULT '' NOT NULL, 
    credibility TEXT DEFAULT '' NOT NULL, 
    grade_why TEXT DEFAULT '' NOT NULL, 
    tags TEXT NOT NULL, 
    groups TEXT NOT NULL, 
    entered_by TEXT DEFAULT '' NOT NULL, 
    changed_by TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_incident_text PRIMARY KEY (incident_pk), 
    CONSTRAINT fk_incident_text_incident_pk_incident FOREIGN KEY(incident_pk) REFERENCES incident (pk)
);
CREATE TABLE incident_type (
    type TEXT NOT NULL, 
    incident_pk INTEGER NOT NULL, 
    CONSTRAINT pk_incident_type PRIMARY KEY (type, incident_pk), 
    CONSTRAINT fk_incident_type_incident_pk_incident FOREIGN KEY(incident_pk) REFERENCES incident (pk)
)
 WITHOUT ROWID

;
CREATE TABLE figure (
    incident_pk INTEGER NOT NULL, 
    kind TEXT NOT NULL, 
    min INTEGER, 
    best INTEGER, 
    max INTEGER, 
    qualifier TEXT DEFAULT '' NOT NULL, 
    unit TEXT DEFAULT '' NOT NULL, 
    household_size FLOAT, 
    text TEXT DEFAULT '' NOT NULL, 
    harm TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_figure PRIMARY KEY (incident_pk, kind), 
    CONSTRAINT fk_figure_incident_pk_incident FOREIGN KEY(incident_pk) REFERENCES incident (pk)
)
 WITHOUT ROWID

;
CREATE TABLE claim (
    pk INTEGER NOT NULL, 
    uid BLOB NOT NULL, 
    incident_pk INTEGER NOT NULL, 
    report_pk INTEGER, 
    position INTEGER NOT NULL, 
    attributed_to TEXT DEFAULT '' NOT NULL, 
    reported_as TEXT DEFAULT '' NOT NULL, 
    quote TEXT DEFAULT '' NOT NULL, 
    quote_start INTEGER, 
    quote_end INTEGER, 
    reliability TEXT DEFAULT '' NOT NULL, 
    credibility TEXT DEFAULT '' NOT NULL, 
    rating_why TEXT DEFAULT '' NOT NULL, 
    stance TEXT DEFAULT '' NOT NULL, 
    origin TEXT DEFAULT '' NOT NULL, 
    figures TEXT NOT NULL, 
    headline BOOLEAN NOT NULL, 
    note TEXT DEFAULT '' NOT NULL, 
    rated_by TEXT DEFAULT '' NOT NULL, 
    rated_at TEXT, 
    withdrawn TEXT DEFAULT '' NOT NULL, 
    CONSTRAINT pk_claim PRIMARY KEY (pk), 
    CONSTRAINT uq_claim_uid UNIQUE (uid), 
    CONSTRAINT fk_claim_incident_pk_incident FOREIGN KEY(incident_pk) REFERENCES incident (pk), 
    CONSTRAINT fk_claim_report_pk_report FOREIGN KEY(report_pk) REFERENCES report (pk)
);
CREATE INDEX ix_claim_report ON claim (report_pk);
CREATE INDEX ix_claim_incident ON claim (incident_pk, position);
CREATE TABLE link (
    incident_pk INTEGER NOT NULL, 
    kind TEXT NOT NULL, 
    other_pk INTEGER NOT NULL, 
    CONSTRAINT pk_link PRIMARY KEY (incident_pk, kind, other_pk), 
    CONSTRAINT fk_link_incident_pk_incident FOREIGN KEY(incident_pk) REFERENCES incident (pk), 
    CONSTRAINT fk_link_other_pk_incident FOREIGN KEY(other_pk) REFERENCES incident (pk)
)
 WITHOUT ROWID

;
CREATE INDEX ix_link_other ON link (other_pk);
CREATE VIRTUAL TABLE incident_fts USING fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
INSERT INTO "meta" (key, value) VALUES ('name', 'Empty');
INSERT INTO "meta" (key, value) VALUES ('country', 'UKR');
INSERT INTO "meta" (key, value) VALUES ('created_at', '2026-11-22T21:10:56.650Z');
INSERT INTO "meta" (key, value) VALUES ('journal_head', '0:');
DELETE FROM "incident_fts_data";
INSERT INTO "incident_fts_data" (id, block) VALUES (1, X'');
INSERT INTO "incident_fts_data" (id, block) VALUES (10, X'00000000ff000001000000');
DELETE FROM "incident_fts_idx";
DELETE FROM "incident_fts_docsize";
DELETE FROM "incident_fts_config";
INSERT INTO "incident_fts_config" (k, v) VALUES ('version', 4);
