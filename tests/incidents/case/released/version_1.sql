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
INSERT INTO "meta" (key, value) VALUES ('name', 'Kharkiv 2022');
INSERT INTO "meta" (key, value) VALUES ('country', 'UKR');
INSERT INTO "meta" (key, value) VALUES ('created_at', '2026-11-22T21:10:56.683Z');
INSERT INTO "meta" (key, value) VALUES ('journal_head', '20:31f36181d419986e4a24c23f0fafb9579acc8f974667b15df279369a987c5788');
INSERT INTO "meta" (key, value) VALUES ('ref:UKR-2022-', '3');
INSERT INTO "source" (pk, uid, name, kind, reliability, reliability_why, note, withdrawn, version) VALUES (1, X'01a2051909bd7765917e6864ea8607a2', 'Kharkiv Courier', 'media', 'B', '', '', '', 2);
INSERT INTO "source" (pk, uid, name, kind, reliability, reliability_why, note, withdrawn, version) VALUES (2, X'01a2051909d677ddbcd513cf5b9d526f', 'Radio Izyum', '', 'F', '', '', '', 1);
INSERT INTO "evidence" (sha256, content, size, mime, name, taken_at, taken_by) VALUES ('39377de8c12f7b2fb1b8e8c7f358bff7e7b61de8df437424cd2df1c266aa2ea6', X'546f776e206e6561722074686520626f72646572207368656c6c65640a0a4f6e2053756e646179206d6f7265207468616e2032302070656f706c6520776572652074616b656e20617761792066726f6d204b756e79652c20746865206d61796f7220736169642e0a0ad0a2d0bed0b3d0be20d0b620d0b4d0bdd18f20d0bed0b1d181d182d180d196d0bbd18fd0bbd0b820d180d0b8d0bdd0bed0ba20d0b220d086d0b7d18ed0bcd1962e', 170, 'text/plain; charset=utf-8', '', '2026-11-22T21:10:56.695Z', 'Olena');
INSERT INTO "place" (pk, uid, name, kind, country, country_name, admin1, admin1_name, lat, lon, geonames, iso, pcode, names, regions, precision, population, withdrawn) VALUES (1, X'01a2051909bb7a24a9f2e26991fa9a2d', 'Izyum', 'settlement', 'UKR', 'Ukraine', 'UA-63', 'Kharkiv', 49.20697, 37.27679, 707292, '', '', '["Isjum","Izioum","Izium","Izjum","Ιζιούμ","Ізюм","Изюм","Изјум","Իզյում","အီဇျူး","იზიუმი","イジューム","伊久姆"]', '["UKR","UA-63"]', 'settlement', 45884, '');
INSERT INTO "place" (pk, uid, name, kind, country, country_name, admin1, admin1_name, lat, lon, geonames, iso, pcode, names, regions, precision, population, withdrawn) VALUES (2, X'01a2051909dc796eaeb92fe5a6eb6963', 'Mariupol', 'settlement', 'UKR', 'Ukraine', 'UA-14', 'Donetsk', 47.09514, 37.54131, 701822, '', '', '["Hayeren","Marijupol","Marioepol","Marioupol","Marioupol''","Marioupoli","Mariupol''","Mariupolj","Maryupal''","Zhdanov","mryʼwpwl","mʼrywpʼl","Μαριούπολη","Жданов","Мариупол","Мариуполь","Маријупољ","Марыупаль","Маріуполь","Марїоуполь","Հայերեն","מאריופאל","מריאופול","ماريوبول","ماریوپول","مروپل","मरिउपोल","हिन्दी","మరిఉపొల్","ಮರಿಉಪೊಲ್","มารีอูปัล","မာရီယူပိုလ်","ქართული","ማሪኡፖል","日本語","马里乌波尔","마리우폴"]', '["UKR","UA-14"]', 'settlement', 230000, '');
INSERT INTO "place" (pk, uid, name, kind, country, country_name, admin1, admin1_name, lat, lon, geonames, iso, pcode, names, regions, precision, population, withdrawn) VALUES (3, X'01a2051909dd73d9968aa7c53b937f7d', 'Zaporizhzhya', 'settlement', 'UKR', 'Ukraine', 'UA-23', 'Zaporizhzhia', 47.85167, 35.11714, 687700, '', '', '["Aleksandrovsk","Alessandrovia","Alexandrovsk","Oleksandrivs''k","Saporischschja","Saporoschje","Saporoshje","Zaparozhzha","Zaporiggia","Zaporijja","Zaporijjia","Zaporijjâ","Zaporijya","Zaporiyia","Zaporizhja","Zaporizhzhia","Zaporizia","Zaporizja","Zaporizjzja","Zaporizza","Zaporizzia","Zaporizzja","Zaporizzsja","Zaporižia","Zaporižja","Zaporižžia","Zaporižžja","Zaporoye","Zaporoze","Zaporozh''e","Zaporozhje","Zaporozhye","Zaporozi","Zaporozje","Zaporoże","Zaporožje","Záporoží","Алекса́ндровск","Запарожжа","Запорожье","Запорожје","Запоріжжя","Запоріжя","Олекса́ндрівськ","زاباروجيا","ဇာပိုရျေ","扎波罗热","扎波里日扎"]', '["UKR","UA-23"]', 'settlement', 710052, '');
INSERT INTO "saved_filter" (name, line) VALUES ('Izyum', 'region:UA-63 type:detention');
INSERT INTO "draft" (key, content, at) VALUES ('entry', '{"title": "half"}', '2026-11-22T21:10:56.751Z');
INSERT INTO "briefing" (number, at, actor, title, filter, profile, tlp, sha256, incidents) VALUES (1, '2026-11-22T21:10:56.752Z', 'Olena', 'May', 'region:UA-63', 'internal', 'AMBER', 'abababababababababababababababababababababababababababababababab', 2);
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (1, 1, 'do', '2026-11-22T21:10:56.695Z', 'Olena', 'Add UKR-2022-0001', 'place', X'01a2051909bb7a24a9f2e26991fa9a2d', 'added', '{"admin1":[null,"UA-63"],"admin1_name":[null,"Kharkiv"],"country":[null,"UKR"],"country_name":[null,"Ukraine"],"geonames":[null,707292],"kind":[null,"settlement"],"lat":[null,49.20697],"lon":[null,37.27679],"name":[null,"Izyum"],"names":[null,["Isjum","Izioum","Izium","Izjum","Ιζιούμ","Ізюм","Изюм","Изјум","Իզյում","အီဇျူး","იზიუმი","イジューム","伊久姆"]],"population":[null,45884],"precision":[null,"settlement"],"regions":[null,["UKR","UA-63"]]}', '', NULL, '0000000000000000000000000000000000000000000000000000000000000000', '901e52b9b1fdd1c5ef26861a169321ba035612a53e1c96f233f8975300fdf584');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (2, 1, 'do', '2026-11-22T21:10:56.695Z', 'Olena', 'Add UKR-2022-0001', 'source', X'01a2051909bd7765917e6864ea8607a2', 'added', '{"kind":[null,"media"],"name":[null,"Kharkiv Courier"],"reliability":[null,"F"]}', '', NULL, '901e52b9b1fdd1c5ef26861a169321ba035612a53e1c96f233f8975300fdf584', '506de0707db7fc4afe1ac4b3b860637abf8f9f3118b3b018e8b65153f17eb26c');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (3, 1, 'do', '2026-11-22T21:10:56.695Z', 'Olena', 'Add UKR-2022-0001', 'report', X'01a2051909bf77189575d167997b2c71', 'added', '{"language":[null,"en"],"note":[null,"From the archive"],"published":[null,"2022-05-02"],"sha256":[null,"39377de8c12f7b2fb1b8e8c7f358bff7e7b61de8df437424cd2df1c266aa2ea6"],"source":[null,"01a20519-09bd-7765-917e-6864ea8607a2"],"title":[null,"Town near the border shelled"],"url":[null,"https://example.org/1"]}', '', NULL, '506de0707db7fc4afe1ac4b3b860637abf8f9f3118b3b018e8b65153f17eb26c', '0db4a890bcd4eefaa180a14116cb5ed3b98297c3c0edcc9590f2cdadf0490f94');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (4, 1, 'do', '2026-11-22T21:10:56.695Z', 'Olena', 'Add UKR-2022-0001', 'incident', X'01a2051909c87d998dc214d12222016f', 'added', '{"date":[null,{"edtf":"2022-05-01","end":"2022-05-01","kind":"point","ongoing":false,"precision":"day","qualifier":"","start":"2022-05-01"}],"figures":[null,{"people":{"best":null,"household_size":null,"max":null,"min":20,"qualifier":"more_than","text":"more than 20","unit":"people"}}],"geo_precision":[null,"settlement"],"measure":[null,"flow"],"occurrence":[null,"occurred"],"place":[null,"01a20519-09bb-7a24-a9f2-e26991fa9a2d"],"ref":[null,"UKR-2022-0001"],"sensitivity":[null,"moderate"],"title":[null,"Detention in Izyum, 1 May 2022"],"type":[null,"detention"],"verification":[null,"unassessed"]}', '', NULL, '0db4a890bcd4eefaa180a14116cb5ed3b98297c3c0edcc9590f2cdadf0490f94', '81d7e94ceca436336900378337deb176371c3b616771db1bc4c3f69b07f09772');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (5, 1, 'do', '2026-11-22T21:10:56.695Z', 'Olena', 'Add UKR-2022-0001', 'claim', X'01a2051909c179fd839077c4a4ead3c3', 'added', '{"attributed_to":[null,"the mayor"],"credibility":[null,"3"],"figures":[null,{"people":{"best":null,"household_size":null,"max":null,"min":20,"qualifier":"more_than","text":"more than 20","unit":"people"}}],"headline":[null,true],"incident":[null,"01a20519-09c8-7d99-8dc2-14d12222016f"],"quote":[null,"On Sunday more than 20 people were taken away from Kunye, the mayor said."],"quote_end":[null,103],"quote_start":[null,30],"rated_at":[null,"2026-11-22T21:10:56.695Z"],"rated_by":[null,"Olena"],"reliability":[null,"C"],"report":[null,"01a20519-09bf-7718-9575-d167997b2c71"],"stance":[null,"supports"]}', '', NULL, '81d7e94ceca436336900378337deb176371c3b616771db1bc4c3f69b07f09772', '8ef54939787ba0bc3b90e8542df6bbbdbc4111765abb2f7506d9dc41a37a3078');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (6, 2, 'do', '2026-11-22T21:10:56.725Z', 'Olena', 'Add UKR-2022-0002', 'source', X'01a2051909d677ddbcd513cf5b9d526f', 'added', '{"name":[null,"Radio Izyum"],"reliability":[null,"F"]}', '', NULL, '8ef54939787ba0bc3b90e8542df6bbbdbc4111765abb2f7506d9dc41a37a3078', '2eaf5249da2a8e6c8eb08c7f8dd1a166193164df0bfc4c919caf7861e2b5d857');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (7, 2, 'do', '2026-11-22T21:10:56.725Z', 'Olena', 'Add UKR-2022-0002', 'report', X'01a2051909d77ab193e140be4300ba7b', 'added', '{"published":[null,"2022-05-03"],"source":[null,"01a20519-09d6-77dd-bcd5-13cf5b9d526f"],"title":[null,"A radio report"]}', '', NULL, '2eaf5249da2a8e6c8eb08c7f8dd1a166193164df0bfc4c919caf7861e2b5d857', 'e257b2ea8cd89003b2590930f42e232ba7beae07ca92131364be3aedb3881b0d');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (8, 2, 'do', '2026-11-22T21:10:56.725Z', 'Olena', 'Add UKR-2022-0002', 'incident', X'01a2051909d9711483145b557a567573', 'added', '{"date":[null,{"edtf":"2022-05-01","end":"2022-05-01","kind":"point","ongoing":false,"precision":"day","qualifier":"","start":"2022-05-01"}],"geo_precision":[null,"settlement"],"measure":[null,"flow"],"occurrence":[null,"occurred"],"place":[null,"01a20519-09bb-7a24-a9f2-e26991fa9a2d"],"ref":[null,"UKR-2022-0002"],"sensitivity":[null,"moderate"],"tags":[null,["market"]],"title":[null,"Обстріл ринку"],"type":[null,"attack"],"verification":[null,"unassessed"]}', '', NULL, 'e257b2ea8cd89003b2590930f42e232ba7beae07ca92131364be3aedb3881b0d', '50aa5cb5eb9191f40ae4f3f53d7b5e4745855483ab104cd5b7e4735ee9dee447');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (9, 2, 'do', '2026-11-22T21:10:56.725Z', 'Olena', 'Add UKR-2022-0002', 'claim', X'01a2051909d87ce698365e3e01ac2c18', 'added', '{"attributed_to":[null,"a listener"],"credibility":[null,"6"],"headline":[null,true],"incident":[null,"01a20519-09d9-7114-8314-5b557a567573"],"reliability":[null,"F"],"report":[null,"01a20519-09d7-7ab1-93e1-40be4300ba7b"],"stance":[null,"supports"]}', '', NULL, '50aa5cb5eb9191f40ae4f3f53d7b5e4745855483ab104cd5b7e4735ee9dee447', '97635c94f23f4f0b94acf2da42d9b530a9575be134c25253fe8ee9837073efc0');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (10, 3, 'do', '2026-11-22T21:10:56.731Z', 'Olena', 'Add UKR-2022-0003', 'place', X'01a2051909dc796eaeb92fe5a6eb6963', 'added', '{"admin1":[null,"UA-14"],"admin1_name":[null,"Donetsk"],"country":[null,"UKR"],"country_name":[null,"Ukraine"],"geonames":[null,701822],"kind":[null,"settlement"],"lat":[null,47.09514],"lon":[null,37.54131],"name":[null,"Mariupol"],"names":[null,["Hayeren","Marijupol","Marioepol","Marioupol","Marioupol''","Marioupoli","Mariupol''","Mariupolj","Maryupal''","Zhdanov","mryʼwpwl","mʼrywpʼl","Μαριούπολη","Жданов","Мариупол","Мариуполь","Маријупољ","Марыупаль","Маріуполь","Марїоуполь","Հայերեն","מאריופאל","מריאופול","ماريوبول","ماریوپول","مروپل","मरिउपोल","हिन्दी","మరిఉపొల్","ಮರಿಉಪೊಲ್","มารีอูปัล","မာရီယူပိုလ်","ქართული","ማሪኡፖል","日本語","马里乌波尔","마리우폴"]],"population":[null,230000],"precision":[null,"settlement"],"regions":[null,["UKR","UA-14"]]}', '', NULL, '97635c94f23f4f0b94acf2da42d9b530a9575be134c25253fe8ee9837073efc0', 'b1635d6c9b99eff3d524d30b22a310fa5fe72b49ee0c1a761c95d3bb13124b5b');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (11, 3, 'do', '2026-11-22T21:10:56.731Z', 'Olena', 'Add UKR-2022-0003', 'place', X'01a2051909dd73d9968aa7c53b937f7d', 'added', '{"admin1":[null,"UA-23"],"admin1_name":[null,"Zaporizhzhia"],"country":[null,"UKR"],"country_name":[null,"Ukraine"],"geonames":[null,687700],"kind":[null,"settlement"],"lat":[null,47.85167],"lon":[null,35.11714],"name":[null,"Zaporizhzhya"],"names":[null,["Aleksandrovsk","Alessandrovia","Alexandrovsk","Oleksandrivs''k","Saporischschja","Saporoschje","Saporoshje","Zaparozhzha","Zaporiggia","Zaporijja","Zaporijjia","Zaporijjâ","Zaporijya","Zaporiyia","Zaporizhja","Zaporizhzhia","Zaporizia","Zaporizja","Zaporizjzja","Zaporizza","Zaporizzia","Zaporizzja","Zaporizzsja","Zaporižia","Zaporižja","Zaporižžia","Zaporižžja","Zaporoye","Zaporoze","Zaporozh''e","Zaporozhje","Zaporozhye","Zaporozi","Zaporozje","Zaporoże","Zaporožje","Záporoží","Алекса́ндровск","Запарожжа","Запорожье","Запорожје","Запоріжжя","Запоріжя","Олекса́ндрівськ","زاباروجيا","ဇာပိုရျေ","扎波罗热","扎波里日扎"]],"population":[null,710052],"precision":[null,"settlement"],"regions":[null,["UKR","UA-23"]]}', '', NULL, 'b1635d6c9b99eff3d524d30b22a310fa5fe72b49ee0c1a761c95d3bb13124b5b', 'f3ba35251fc5f9376840420ad372b35200e9d58688fa49e8bb50574a0d7fa2f8');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (12, 3, 'do', '2026-11-22T21:10:56.731Z', 'Olena', 'Add UKR-2022-0003', 'incident', X'01a2051909de71899b349f97c1e3b1a4', 'added', '{"date":[null,{"edtf":"2022-05-01/2022-05-10","end":"2022-05-10","kind":"point","ongoing":false,"precision":"month","qualifier":"","start":"2022-05-01"}],"destination":[null,"01a20519-09dd-73d9-968a-a7c53b937f7d"],"geo_precision":[null,"settlement"],"measure":[null,"flow"],"occurrence":[null,"occurred"],"place":[null,"01a20519-09dc-796e-aeb9-2fe5a6eb6963"],"ref":[null,"UKR-2022-0003"],"sensitivity":[null,"moderate"],"title":[null,"Evacuation from Mariupol to Zaporizhzhya, 1–10 May 2022"],"type":[null,"evacuation"],"verification":[null,"unassessed"]}', '', NULL, 'f3ba35251fc5f9376840420ad372b35200e9d58688fa49e8bb50574a0d7fa2f8', 'dcff4803be8ee6f11ee45a039ddedd8f5679a93a8fc61781b51656632023ee8e');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (13, 4, 'do', '2026-11-22T21:10:56.738Z', 'Olena', 'Link UKR-2022-0001 to UKR-2022-0003', 'incident', X'01a2051909c87d998dc214d12222016f', 'changed', '{"links":[[],[["led_to","01a20519-09de-7189-9b34-9f97c1e3b1a4"]]]}', '', NULL, 'dcff4803be8ee6f11ee45a039ddedd8f5679a93a8fc61781b51656632023ee8e', 'f53a00bd2035b8d76dd17cd91ebb03dd641a63307545d9a92b73699e0be35c1a');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (14, 5, 'do', '2026-11-22T21:10:56.745Z', 'Olena', 'Withdraw UKR-2022-0003', 'incident', X'01a2051909de71899b349f97c1e3b1a4', 'changed', '{"verification":["unassessed","withdrawn"],"withdrawn":["","entered twice"]}', 'entered twice', NULL, 'f53a00bd2035b8d76dd17cd91ebb03dd641a63307545d9a92b73699e0be35c1a', 'e5e8b6e4c8727db3c2938cae63adfc6f51cf1bc114487a84ac79b020ab84e355');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (15, 6, 'do', '2026-11-22T21:10:56.749Z', 'Olena', 'Save the filter “Izyum”', 'saved_filter', X'00000000000000000000000000000000', 'changed', '{"Izyum":[null,"region:UA-63 type:detention"]}', '', NULL, 'e5e8b6e4c8727db3c2938cae63adfc6f51cf1bc114487a84ac79b020ab84e355', '31b1ebcaa5778f1e257a2d7f747ae80ad83fe39d0e2c48708dc6be0dc98efe58');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (16, 7, 'note', '2026-11-22T21:10:56.752Z', 'Olena', 'Number a briefing', 'briefing', X'00000000000000000000000000000000', 'changed', '{"1":[null,{"filter":"region:UA-63","incidents":2,"profile":"internal","title":"May","tlp":"AMBER"}]}', '', NULL, '31b1ebcaa5778f1e257a2d7f747ae80ad83fe39d0e2c48708dc6be0dc98efe58', '47ed8226b29cb707b0dafd0ba6ebbf47677c93ac17d61ea9313896e8eed0e10b');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (17, 8, 'note', '2026-11-22T21:10:56.753Z', 'Olena', 'Export a briefing', 'briefing', X'00000000000000000000000000000000', 'changed', '{"1":[null,{"sha256":"abababababababababababababababababababababababababababababababab"}]}', '', NULL, '47ed8226b29cb707b0dafd0ba6ebbf47677c93ac17d61ea9313896e8eed0e10b', '57903ef09884176c1834eab199da98ff1a6c9b85aa22e3054a24d76ee44155cb');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (18, 9, 'do', '2026-11-22T21:10:56.755Z', 'Olena', 'Change the source Kharkiv Courier', 'source', X'01a2051909bd7765917e6864ea8607a2', 'changed', '{"reliability":["F","B"]}', '', NULL, '57903ef09884176c1834eab199da98ff1a6c9b85aa22e3054a24d76ee44155cb', '46a904d99ecba336c2e0a9ae1d7ef4e92f5c12755c85c9813312a00f6a020709');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (19, 10, 'undo', '2026-11-22T21:10:56.760Z', 'Olena', 'Change the source Kharkiv Courier', 'source', X'01a2051909bd7765917e6864ea8607a2', 'changed', '{"reliability":["B","F"]}', '', 9, '46a904d99ecba336c2e0a9ae1d7ef4e92f5c12755c85c9813312a00f6a020709', '82ee519a0fe1a978753f8cd4843d6aab62ce068eef934159140ed337854091f1');
INSERT INTO "journal" (seq, step, mode, at, actor, label, kind, uid, action, changes, why, undoes, previous, hash) VALUES (20, 11, 'redo', '2026-11-22T21:10:56.765Z', 'Olena', 'Change the source Kharkiv Courier', 'source', X'01a2051909bd7765917e6864ea8607a2', 'changed', '{"reliability":["F","B"]}', '', 10, '82ee519a0fe1a978753f8cd4843d6aab62ce068eef934159140ed337854091f1', '31f36181d419986e4a24c23f0fafb9579acc8f974667b15df279369a987c5788');
INSERT INTO "report" (pk, uid, source_pk, title, author, url, published, retrieved, language, sha256, note, withdrawn, version) VALUES (1, X'01a2051909bf77189575d167997b2c71', 1, 'Town near the border shelled', '', 'https://example.org/1', 20220502, NULL, 'en', '39377de8c12f7b2fb1b8e8c7f358bff7e7b61de8df437424cd2df1c266aa2ea6', 'From the archive', '', 1);
INSERT INTO "report" (pk, uid, source_pk, title, author, url, published, retrieved, language, sha256, note, withdrawn, version) VALUES (2, X'01a2051909d77ab193e140be4300ba7b', 2, 'A radio report', '', '', 20220503, NULL, '', '', '', '', 1);
INSERT INTO "place_region" (region, place_pk) VALUES ('UA-14', 2);
INSERT INTO "place_region" (region, place_pk) VALUES ('UA-23', 3);
INSERT INTO "place_region" (region, place_pk) VALUES ('UA-63', 1);
INSERT INTO "place_region" (region, place_pk) VALUES ('UKR', 1);
INSERT INTO "place_region" (region, place_pk) VALUES ('UKR', 2);
INSERT INTO "place_region" (region, place_pk) VALUES ('UKR', 3);
INSERT INTO "place_region" (region, place_pk) VALUES ('place:01a20519-09bb-7a24-a9f2-e26991fa9a2d', 1);
INSERT INTO "place_region" (region, place_pk) VALUES ('place:01a20519-09dc-796e-aeb9-2fe5a6eb6963', 2);
INSERT INTO "place_region" (region, place_pk) VALUES ('place:01a20519-09dd-73d9-968a-a7c53b937f7d', 3);
INSERT INTO "incident" (pk, uid, ref, type, title, from_on, until_on, date_start, date_end, date_edtf, date_kind, date_precision, date_qualifier, ongoing, place_pk, geo_precision, country, admin1, lat, lon, dest_pk, verification, rel, cred, measure, aggregate, duplicate, occurrence, sensitivity, claims, sources, reported_on, entered_on, entered_at, changed_at, withdrawn, survivor, version) VALUES (1, X'01a2051909c87d998dc214d12222016f', 'UKR-2022-0001', 'detention', 'Detention in Izyum, 1 May 2022', 20220501, 20220501, 20220501, 20220501, '2022-05-01', 'point', 'day', '', 0, 1, 'settlement', 'UKR', 'UA-63', 49.20697, 37.27679, NULL, 'unassessed', 3, 3, 'flow', 0, 0, 'occurred', 'moderate', 1, 1, 20220502, 20261122, '2026-11-22T21:10:56.695Z', '2026-11-22T21:10:56.738Z', '', NULL, 2);
INSERT INTO "incident" (pk, uid, ref, type, title, from_on, until_on, date_start, date_end, date_edtf, date_kind, date_precision, date_qualifier, ongoing, place_pk, geo_precision, country, admin1, lat, lon, dest_pk, verification, rel, cred, measure, aggregate, duplicate, occurrence, sensitivity, claims, sources, reported_on, entered_on, entered_at, changed_at, withdrawn, survivor, version) VALUES (2, X'01a2051909d9711483145b557a567573', 'UKR-2022-0002', 'attack', 'Обстріл ринку', 20220501, 20220501, 20220501, 20220501, '2022-05-01', 'point', 'day', '', 0, 1, 'settlement', 'UKR', 'UA-63', 49.20697, 37.27679, NULL, 'unassessed', 6, 6, 'flow', 0, 0, 'occurred', 'moderate', 1, 1, 20220503, 20261122, '2026-11-22T21:10:56.725Z', '2026-11-22T21:10:56.725Z', '', NULL, 1);
INSERT INTO "incident" (pk, uid, ref, type, title, from_on, until_on, date_start, date_end, date_edtf, date_kind, date_precision, date_qualifier, ongoing, place_pk, geo_precision, country, admin1, lat, lon, dest_pk, verification, rel, cred, measure, aggregate, duplicate, occurrence, sensitivity, claims, sources, reported_on, entered_on, entered_at, changed_at, withdrawn, survivor, version) VALUES (3, X'01a2051909de71899b349f97c1e3b1a4', 'UKR-2022-0003', 'evacuation', 'Evacuation from Mariupol to Zaporizhzhya, 1–10 May 2022', 20220501, 20220510, 20220501, 20220510, '2022-05-01/2022-05-10', 'point', 'month', '', 0, 2, 'settlement', 'UKR', 'UA-14', 47.09514, 37.54131, 3, 'withdrawn', 9, 9, 'flow', 0, 0, 'occurred', 'moderate', 0, 0, NULL, 20261122, '2026-11-22T21:10:56.731Z', '2026-11-22T21:10:56.745Z', 'entered twice', NULL, 2);
INSERT INTO "report_text" (report_pk, text) VALUES (1, 'Town near the border shelled

On Sunday more than 20 people were taken away from Kunye, the mayor said.

Того ж дня обстріляли ринок в Ізюмі.');
INSERT INTO "incident_text" (incident_pk, narrative, public_summary, place_note, responsible, responsible_type, verification_why, self_review, reliability, credibility, grade_why, tags, groups, entered_by, changed_by) VALUES (1, '', '', '', '', '', '', 0, '', '', '', '[]', '[]', 'Olena', 'Olena');
INSERT INTO "incident_text" (incident_pk, narrative, public_summary, place_note, responsible, responsible_type, verification_why, self_review, reliability, credibility, grade_why, tags, groups, entered_by, changed_by) VALUES (2, '', '', '', '', '', '', 0, '', '', '', '["market"]', '[]', 'Olena', 'Olena');
INSERT INTO "incident_text" (incident_pk, narrative, public_summary, place_note, responsible, responsible_type, verification_why, self_review, reliability, credibility, grade_why, tags, groups, entered_by, changed_by) VALUES (3, '', '', '', '', '', '', 0, '', '', '', '[]', '[]', 'Olena', 'Olena');
INSERT INTO "figure" (incident_pk, kind, min, best, max, qualifier, unit, household_size, text, harm) VALUES (1, 'people', 20, NULL, NULL, 'more_than', 'people', NULL, 'more than 20', 'detained');
INSERT INTO "claim" (pk, uid, incident_pk, report_pk, position, attributed_to, reported_as, quote, quote_start, quote_end, reliability, credibility, rating_why, stance, origin, figures, headline, note, rated_by, rated_at, withdrawn) VALUES (1, X'01a2051909c179fd839077c4a4ead3c3', 1, 1, 0, 'the mayor', '', 'On Sunday more than 20 people were taken away from Kunye, the mayor said.', 30, 103, 'C', '3', '', 'supports', '', '{"people":{"best":null,"household_size":null,"max":null,"min":20,"qualifier":"more_than","text":"more than 20","unit":"people"}}', 1, '', 'Olena', '2026-11-22T21:10:56.695Z', '');
INSERT INTO "claim" (pk, uid, incident_pk, report_pk, position, attributed_to, reported_as, quote, quote_start, quote_end, reliability, credibility, rating_why, stance, origin, figures, headline, note, rated_by, rated_at, withdrawn) VALUES (2, X'01a2051909d87ce698365e3e01ac2c18', 2, 2, 0, 'a listener', '', '', NULL, NULL, 'F', '6', '', 'supports', '', '{}', 1, '', '', NULL, '');
INSERT INTO "link" (incident_pk, kind, other_pk) VALUES (1, 'led_to', 3);
DELETE FROM "incident_fts_data";
INSERT INTO "incident_fts_data" (id, block) VALUES (1, X'08834b');
INSERT INTO "incident_fts_data" (id, block) VALUES (10, X'00000000ff00000101080d000801010101010101010201010202000001030101030301010104010104040101010501010505000001060101060601010107010107070101010801010808000001');
INSERT INTO "incident_fts_data" (id, block) VALUES (137438953473, X'000001c30530303030310102040101310102080102323001021f03023232010403090104617761790102230106626f7264657201022e0107636f75726965720102310109646574656e74696f6e010205010466726f6d0102240102696e0102060204736a756d01020e02057a696f756d01020f0402756d01021003036a756d010211030379756d0104070601076b6861726b697601040c260204756e796501022501036d617901020904026f720104270502036f726501021d01046e65617201022c01026f6e01021b010670656f706c65010220010473616964010228020668656c6c656401022f0205756e64617901021c010574616b656e010222020368616e01021e030165010626050602036f776e01022b0103756b72010202040461696e6501020d010477657265010221010cceb9ceb6ceb9cebfcf85cebc0102120108d0b8d0b7d18ed0bc010214060598d183d0bc0102150108d196d0b7d18ed0bc010213010cd5abd5a6d5b5d5b8d682d5b40102160112e180a1e180aee18087e180bbe180b0e180b801021702118398e18396e18398e183a3e1839be18398010218010fe382a4e382b8e383a5e383bce383a00102190109e4bc8ae4b985e5a78601021a0409060708090b0c0e0907090a0708090d0908080809070b090b0a0a080808080909110d0a0d11171614');
INSERT INTO "incident_fts_data" (id, block) VALUES (274877906945, X'0000014805303030303202020401043230323202020301016102041804010569736a756d02020b02057a696f756d02020c0402756d02020d03036a756d02020e030379756d0204081801076b6861726b697602020901086c697374656e657202021901066d61726b65740202070105726164696f02041b04020565706f727402021c0103756b72020202040461696e6502020a010cceb9ceb6ceb9cebfcf85cebc02020f0108d0b8d0b7d18ed0bc020211060598d183d0bc020212020dbed0b1d181d182d180d196d0bb020205010ad180d0b8d0bdd0bad183020206020796d0b7d18ed0bc020210010cd5abd5a6d5b5d5b8d682d5b40202130112e180a1e180aee18087e180bbe180b0e180b802021402118398e18396e18398e183a3e1839be18398020215010fe382a4e382b8e383a5e383bce383a00202160109e4bc8ae4b985e5a786020217040909070a0a0708090c0d0b0b0a0809110d0a120f0c11171614');
INSERT INTO "incident_fts_data" (id, block) VALUES (412316860417, X'0000043305303030303303020401013103020a02013003020b0104323032320304030c010d616c656b73616e64726f76736b030239040a7373616e64726f76696103023a040978616e64726f76736b03023b0107646f6e6574736b03020f010a65766163756174696f6e030205010466726f6d03020601076861796572656e03021101096d6172696a75706f6c03021205056f65706f6c030213060475706f6c030414030a0169030216050475706f6c030607090b09016a0302180405797570616c03021903017903020c0205727977706c03021c0602776c03021b010d6f6c656b73616e64726976736b03023c010e7361706f72697363687363686a6103023d06066f7363686a6503023e0803686a6503023f0102746f0302080103756b72030202040461696e650304102a010b7a617061726f7a687a686103024004076f72696767696103024107036a6a61030442040902696103024308027961030245070379696103024607047a686a6103024709047a686961030437130b0279610304092f080269610304490908026a6103044a0909037a6a6103024b08027a6103024c0902696103044d0709026a6103044e070903736a6103024f06036f796503025407027a65030455080802686503025609026a65030257090279650302580801690304590608026a6503045a0402066864616e6f7603021a0114cebcceb1cf81ceb9cebfcf85cf80cebfcebbceb703021d011ad0b0d0bbd0b5d0bad181d0b0d0bdd0b4d180d0bed0b2d181d0ba03025e020bb6d0b4d0b0d0bdd0bed0b203021e0211b7d0b0d0bfd0b0d180d0bed0b6d0b6d0b003025f080bbed180d0bed0b6d18cd0b5030260020fbcd0b0d180d0b8d183d0bfd0bed0bb03021f1102d18c0302200a0998d183d0bfd0bed199030221070cd18bd183d0bfd0b0d0bbd18c030222080d96d0bed183d0bfd0bed0bbd18c030224090ad183d0bfd0bed0bbd18c030223010ed5b0d5a1d5b5d5a5d680d5a5d5b60302250110d79ed790d7a8d799d795d7a4d790d79c030226040da8d799d790d795d7a4d795d79c0302270110d985d8a7d8b1d98ad988d8a8d988d9840302280b06d9bed988d9840302290407b1d988d9bed98403022a0115e0a4aee0a4b0e0a4bfe0a489e0a4aae0a58be0a4b203022b0310b9e0a4bfe0a4a8e0a58de0a4a6e0a58003022c0217b0aee0b0b0e0b0bfe0b089e0b0aae0b18ae0b0b2e0b18d03022d0217b2aee0b2b0e0b2bfe0b289e0b2aae0b38ae0b2b2e0b38d03022e021ab8a1e0b8b2e0b8a3e0b8b5e0b8ade0b8b9e0b89be0b8b1e0b8a503022f0121e18099e180ace1809be180aee1809ae180b0e18095e180ade180afe1809ce180ba030230021483a5e18390e183a0e18397e183a3e1839ae18398030231020e889be188aae18aa1e18d96e1888d0302320109e697a5e69cace8aa9e030233010fe9a9ace9878ce4b98ce6b3a2e5b094030234010ceba788eba6acec9ab0ed8fb4030235040906060a120f0e0c0f090c0e0a0a060b060a060a0712130b0807080a100c09070708090a0808080807080808080807070707080b191f10161014070e11120f131512150b0c1a151c1c1f2619130e14');
INSERT INTO "incident_fts_data" (id, block) VALUES (549755813889, X'000001c30530303030310102040101310102080102323001021f03023232010403090104617761790102230106626f7264657201022e0107636f75726965720102310109646574656e74696f6e010205010466726f6d0102240102696e0102060204736a756d01020e02057a696f756d01020f0402756d01021003036a756d010211030379756d0104070601076b6861726b697601040c260204756e796501022501036d617901020904026f720104270502036f726501021d01046e65617201022c01026f6e01021b010670656f706c65010220010473616964010228020668656c6c656401022f0205756e64617901021c010574616b656e010222020368616e01021e030165010626050602036f776e01022b0103756b72010202040461696e6501020d010477657265010221010cceb9ceb6ceb9cebfcf85cebc0102120108d0b8d0b7d18ed0bc010214060598d183d0bc0102150108d196d0b7d18ed0bc010213010cd5abd5a6d5b5d5b8d682d5b40102160112e180a1e180aee18087e180bbe180b0e180b801021702118398e18396e18398e183a3e1839be18398010218010fe382a4e382b8e383a5e383bce383a00102190109e4bc8ae4b985e5a78601021a0409060708090b0c0e0907090a0708090d0908080809070b090b0a0a080808080909110d0a0d11171614');
INSERT INTO "incident_fts_data" (id, block) VALUES (687194767361, X'0000043305303030303303020401013103020a02013003020b0104323032320304030c010d616c656b73616e64726f76736b030239040a7373616e64726f76696103023a040978616e64726f76736b03023b0107646f6e6574736b03020f010a65766163756174696f6e030205010466726f6d03020601076861796572656e03021101096d6172696a75706f6c03021205056f65706f6c030213060475706f6c030414030a0169030216050475706f6c030607090b09016a0302180405797570616c03021903017903020c0205727977706c03021c0602776c03021b010d6f6c656b73616e64726976736b03023c010e7361706f72697363687363686a6103023d06066f7363686a6503023e0803686a6503023f0102746f0302080103756b72030202040461696e650304102a010b7a617061726f7a687a686103024004076f72696767696103024107036a6a61030442040902696103024308027961030245070379696103024607047a686a6103024709047a686961030437130b0279610304092f080269610304490908026a6103044a0909037a6a6103024b08027a6103024c0902696103044d0709026a6103044e070903736a6103024f06036f796503025407027a65030455080802686503025609026a65030257090279650302580801690304590608026a6503045a0402066864616e6f7603021a0114cebcceb1cf81ceb9cebfcf85cf80cebfcebbceb703021d011ad0b0d0bbd0b5d0bad181d0b0d0bdd0b4d180d0bed0b2d181d0ba03025e020bb6d0b4d0b0d0bdd0bed0b203021e0211b7d0b0d0bfd0b0d180d0bed0b6d0b6d0b003025f080bbed180d0bed0b6d18cd0b5030260020fbcd0b0d180d0b8d183d0bfd0bed0bb03021f1102d18c0302200a0998d183d0bfd0bed199030221070cd18bd183d0bfd0b0d0bbd18c030222080d96d0bed183d0bfd0bed0bbd18c030224090ad183d0bfd0bed0bbd18c030223010ed5b0d5a1d5b5d5a5d680d5a5d5b60302250110d79ed790d7a8d799d795d7a4d790d79c030226040da8d799d790d795d7a4d795d79c0302270110d985d8a7d8b1d98ad988d8a8d988d9840302280b06d9bed988d9840302290407b1d988d9bed98403022a0115e0a4aee0a4b0e0a4bfe0a489e0a4aae0a58be0a4b203022b0310b9e0a4bfe0a4a8e0a58de0a4a6e0a58003022c0217b0aee0b0b0e0b0bfe0b089e0b0aae0b18ae0b0b2e0b18d03022d0217b2aee0b2b0e0b2bfe0b289e0b2aae0b38ae0b2b2e0b38d03022e021ab8a1e0b8b2e0b8a3e0b8b5e0b8ade0b8b9e0b89be0b8b1e0b8a503022f0121e18099e180ace1809be180aee1809ae180b0e18095e180ade180afe1809ce180ba030230021483a5e18390e183a0e18397e183a3e1839ae18398030231020e889be188aae18aa1e18d96e1888d0302320109e697a5e69cace8aa9e030233010fe9a9ace9878ce4b98ce6b3a2e5b094030234010ceba788eba6acec9ab0ed8fb4030235040906060a120f0e0c0f090c0e0a0a060b060a060a0712130b0807080a100c09070708090a0808080807080808080807070707080b191f10161014070e11120f131512150b0c1a151c1c1f2619130e14');
INSERT INTO "incident_fts_data" (id, block) VALUES (824633720833, X'000001c30530303030310102040101310102080102323001021f03023232010403090104617761790102230106626f7264657201022e0107636f75726965720102310109646574656e74696f6e010205010466726f6d0102240102696e0102060204736a756d01020e02057a696f756d01020f0402756d01021003036a756d010211030379756d0104070601076b6861726b697601040c260204756e796501022501036d617901020904026f720104270502036f726501021d01046e65617201022c01026f6e01021b010670656f706c65010220010473616964010228020668656c6c656401022f0205756e64617901021c010574616b656e010222020368616e01021e030165010626050602036f776e01022b0103756b72010202040461696e6501020d010477657265010221010cceb9ceb6ceb9cebfcf85cebc0102120108d0b8d0b7d18ed0bc010214060598d183d0bc0102150108d196d0b7d18ed0bc010213010cd5abd5a6d5b5d5b8d682d5b40102160112e180a1e180aee18087e180bbe180b0e180b801021702118398e18396e18398e183a3e1839be18398010218010fe382a4e382b8e383a5e383bce383a00102190109e4bc8ae4b985e5a78601021a0409060708090b0c0e0907090a0708090d0908080809070b090b0a0a080808080909110d0a0d11171614');
INSERT INTO "incident_fts_data" (id, block) VALUES (962072674305, X'000001c30530303030310102040101310102080102323001021f03023232010403090104617761790102230106626f7264657201022e0107636f75726965720102310109646574656e74696f6e010205010466726f6d0102240102696e0102060204736a756d01020e02057a696f756d01020f0402756d01021003036a756d010211030379756d0104070601076b6861726b697601040c260204756e796501022501036d617901020904026f720104270502036f726501021d01046e65617201022c01026f6e01021b010670656f706c65010220010473616964010228020668656c6c656401022f0205756e64617901021c010574616b656e010222020368616e01021e030165010626050602036f776e01022b0103756b72010202040461696e6501020d010477657265010221010cceb9ceb6ceb9cebfcf85cebc0102120108d0b8d0b7d18ed0bc010214060598d183d0bc0102150108d196d0b7d18ed0bc010213010cd5abd5a6d5b5d5b8d682d5b40102160112e180a1e180aee18087e180bbe180b0e180b801021702118398e18396e18398e183a3e1839be18398010218010fe382a4e382b8e383a5e383bce383a00102190109e4bc8ae4b985e5a78601021a0409060708090b0c0e0907090a0708090d0908080809070b090b0a0a080808080909110d0a0d11171614');
INSERT INTO "incident_fts_data" (id, block) VALUES (1099511627777, X'000001c30530303030310102040101310102080102323001021f03023232010403090104617761790102230106626f7264657201022e0107636f75726965720102310109646574656e74696f6e010205010466726f6d0102240102696e0102060204736a756d01020e02057a696f756d01020f0402756d01021003036a756d010211030379756d0104070601076b6861726b697601040c260204756e796501022501036d617901020904026f720104270502036f726501021d01046e65617201022c01026f6e01021b010670656f706c65010220010473616964010228020668656c6c656401022f0205756e64617901021c010574616b656e010222020368616e01021e030165010626050602036f776e01022b0103756b72010202040461696e6501020d010477657265010221010cceb9ceb6ceb9cebfcf85cebc0102120108d0b8d0b7d18ed0bc010214060598d183d0bc0102150108d196d0b7d18ed0bc010213010cd5abd5a6d5b5d5b8d682d5b40102160112e180a1e180aee18087e180bbe180b0e180b801021702118398e18396e18398e183a3e1839be18398010218010fe382a4e382b8e383a5e383bce383a00102190109e4bc8ae4b985e5a78601021a0409060708090b0c0e0907090a0708090d0908080809070b090b0a0a080808080909110d0a0d11171614');
INSERT INTO "incident_fts_data" (id, block) VALUES (9007336693694464, X'04000000000000010000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "incident_fts_data" (id, block) VALUES (9007611571601408, X'04000000000000010000000000000000000000000000000300000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "incident_fts_data" (id, block) VALUES (9007749010554880, X'04000000000000010000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "incident_fts_data" (id, block) VALUES (9008023888461824, X'04000000000000010000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "incident_fts_data" (id, block) VALUES (9008161327415296, X'04000000000000010000000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
DELETE FROM "incident_fts_idx";
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (1, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (2, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (3, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (4, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (5, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (6, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (7, X'', 2);
INSERT INTO "incident_fts_idx" (segid, term, pgno) VALUES (8, X'', 2);
DELETE FROM "incident_fts_docsize";
INSERT INTO "incident_fts_docsize" (id, sz, origin) VALUES (1, X'30', 8);
INSERT INTO "incident_fts_docsize" (id, sz, origin) VALUES (2, X'1d', 2);
INSERT INTO "incident_fts_docsize" (id, sz, origin) VALUES (3, X'5f', 5);
DELETE FROM "incident_fts_config";
INSERT INTO "incident_fts_config" (k, v) VALUES ('version', 4);
