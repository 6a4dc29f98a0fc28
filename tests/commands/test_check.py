"""vigil check: 0 and one line for a whole case, 1 and a list for one that somebody or something changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.record.wire import draft_from_json
from incidents.search.filter import Filter
from reports.briefing import BriefingRequest, make
from tests.commands.conftest import Vigil, tamper


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with three incidents, a report with its original, a saved filter and a briefing."""
    path = tmp_path_factory.mktemp("coded") / "coded.vigil"
    report = {
        "title": "Shelling",
        "publisher": "Kharkiv Courier",
        "published": "2022-05-02",
        "text": "12 were hurt",
    }
    hurt = {"type": "attack", "date": "1 May 2022", "place": "Izyum", "people": 12, "tags": ["school"]}
    claim = {"report": report, "quote": "12 were hurt", "people": 12}
    content = [hurt | {"claims": [claim]}, {"type": "killing", "place": "Bucha"}, hurt | {"claims": [claim]}]
    with Case.create(path, actor=Actor("Olena")) as case:
        case.perform(do.AddIncidents([draft_from_json(given) for given in content]))
        case.perform(do.SaveFilter("Izyum", Filter(text="izyum")))
        make(case, BriefingRequest(), path.with_suffix(".pdf"))
    return path


@pytest.fixture
def coded(_made: Path, tmp_path: Path) -> Path:
    """A copy of it to tamper with."""
    return Path(shutil.copy(_made, tmp_path))


def faults(vigil: Vigil, case: Path) -> list[str]:
    ran = vigil("check", case)
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.lines) > 0
    assert all(line.endswith(".") for line in ran.lines)
    return ran.lines


def test_a_whole_case_is_one_line(vigil: Vigil, coded: Path) -> None:
    told = vigil.done("check", coded).out
    assert told.startswith(f"{coded} is whole: 3 incidents, 1 original, ")
    assert told.count("\n") == 1


def test_the_sample_is_whole_and_checking_changes_nothing(vigil: Vigil, sample: Path) -> None:
    before = sample.read_bytes()
    vigil.done("check", sample)
    assert sample.read_bytes() == before


JOURNAL = [
    ("UPDATE journal SET actor = 'Petro' WHERE seq = 2", "Journal entry 2 was changed"),
    ("UPDATE journal SET why = 'x' WHERE seq = 1", "Journal entry 1 was changed"),
    ("UPDATE journal SET changes = replace(changes, 'Izyum', 'Kharkiv')", "was changed after it was written"),
    ("UPDATE journal SET changes = '[1]' WHERE seq = 2", "Journal entry 2 was changed"),
    ("DELETE FROM journal WHERE seq = 2", "The journal lacks entry 2"),
    ("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)", "The journal's end is missing"),
    ("DELETE FROM journal", "The journal's end is missing"),
    ("UPDATE meta SET value = '0:' WHERE key = 'journal_head'", "The journal's end is missing"),
]
EVIDENCE = [
    ("UPDATE evidence SET content = X'00'", "is not what was stored"),
    ("UPDATE evidence SET content = 'text'", "is not what was stored"),
    ("DELETE FROM evidence", "is missing"),
]
RECORDS = [
    (
        "UPDATE incident SET title = 'Nothing happened' WHERE pk = 1",
        "UKR-2022-0001 was changed without the journal: title",
    ),
    ("UPDATE incident SET verification = 'verified'", "changed without the journal: verification"),
    (
        "UPDATE incident SET withdrawn = 'x', verification = 'withdrawn' WHERE pk = 1",
        "verification, withdrawn",
    ),
    ("UPDATE incident_text SET narrative = 'x'", "changed without the journal: narrative"),
    ("UPDATE incident_text SET tags = '[]'", "changed without the journal: tags"),
    (
        "UPDATE incident_text SET entered_by = 'Petro' WHERE incident_pk = 1",
        "Who entered or changed UKR-2022-0001",
    ),
    ("UPDATE incident SET changed_at = '2021-01-01T00:00:00.000Z'", "Who entered or changed"),
    ("UPDATE figure SET best = 0", "changed without the journal: figures"),
    ("DELETE FROM figure", "changed without the journal: figures"),
    ("UPDATE claim SET reliability = 'A'", "changed without the journal: reliability"),
    ("UPDATE claim SET quote = 'none'", "Claim 1 of UKR-2022-000"),
    ("UPDATE claim SET incident_pk = 2", "changed without the journal: incident"),
    ("DELETE FROM claim", "The journal tells of 2 claims that the case no longer holds"),
    (
        "UPDATE report SET published = 20200101",
        "Report “Shelling” was changed without the journal: published",
    ),
    ("UPDATE source SET name = 'Other'", "Source “Other” was changed without the journal: name"),
    ("UPDATE place SET lat = 0", "was changed without the journal: lat"),
    (
        "INSERT INTO source(uid, name, version) VALUES (randomblob(16), 'X', 1)",
        "Source “X” was added without the journal",
    ),
    (
        "INSERT INTO link(incident_pk, kind, other_pk) VALUES (1, 'duplicate_of', 2)",
        "changed without the journal: links",
    ),
    ("UPDATE saved_filter SET line = 'type:killing'", "saved filters are not what the journal tells"),
    ("DELETE FROM saved_filter", "saved filters are not what the journal tells"),
    ("UPDATE briefing SET sha256 = ''", "briefing 1 is not what the journal tells"),
    ("DELETE FROM briefing", "briefing 1 is not what the journal tells"),
]
DERIVED = [
    (
        "UPDATE incident SET country = 'RUS' WHERE pk = 1",
        "UKR-2022-0001 is filtered or counted by a wrong country",
    ),
    ("UPDATE incident SET from_on = 20200101", "counted by a wrong from_on"),
    ("UPDATE incident SET rel = 1, cred = 1", "counted by a wrong rel, cred"),
    ("UPDATE incident SET duplicate = 1", "counted by a wrong duplicate"),
    ("UPDATE figure SET harm = 'killed'", "counted by a wrong figures"),
    ("DELETE FROM place_region", "is not found in its regions"),
    ("DELETE FROM incident_fts WHERE rowid = 1", "The full text knows 2 of 3 incidents"),
]
REFERENCES = [
    ("UPDATE incident SET place_pk = 999", "refers to a place that is not there"),
    ("UPDATE claim SET report_pk = 999", "refers to a report that is not there"),
    ("DELETE FROM source", "refers to a source that is not there"),
]
UNREADABLE = [
    ("UPDATE incident SET title = CAST(X'ff' AS TEXT) WHERE pk = 1", "The incident in row 1 cannot be read"),
    ("UPDATE incident SET date_start = 20221399 WHERE pk = 1", "The incident in row 1 cannot be read"),
    ("UPDATE incident SET from_on = 'x' WHERE pk = 1", "The incident in row 1 cannot be read"),
    ("UPDATE incident SET entered_at = 'x' WHERE pk = 1", "The incident in row 1 cannot be read"),
    ("UPDATE incident SET uid = X'00' WHERE pk = 1", "The incident in row 1 cannot be read"),
    ("UPDATE incident SET survivor = X'01' WHERE pk = 1", "The incident in row 1 cannot be read"),
    ("UPDATE incident_text SET tags = '{' WHERE incident_pk = 1", "The incident in row 1 cannot be read"),
    (
        "UPDATE incident_text SET groups = '[{}]' WHERE incident_pk = 1",
        "The incident in row 1 cannot be read",
    ),
    ("DELETE FROM incident_text WHERE incident_pk = 1", "The incident in row 1 cannot be read"),
    ('UPDATE claim SET figures = \'{"people": {"x": 1}}\'', "cannot be read"),
    ("UPDATE journal SET changes = 'x' WHERE seq = 2", "This case holds “x” where a list must stand"),
    (
        "UPDATE journal SET at = 'yesterday' WHERE seq = 2",
        "This case holds “yesterday” where a moment must stand",
    ),
    ("UPDATE journal SET uid = X'00' WHERE seq = 2", "where an identity must stand"),
    ("UPDATE journal SET label = CAST(X'ff' AS TEXT) WHERE seq = 2", "Part of the file cannot be read"),
    ("UPDATE evidence SET taken_at = 'x'", "where a moment must stand"),
]


@pytest.mark.parametrize(
    ("sql", "says"),
    [*JOURNAL, *EVIDENCE, *RECORDS, *DERIVED, *REFERENCES, *UNREADABLE],
    ids=lambda text: text[:60],
)
def test_tampering_is_listed(vigil: Vigil, coded: Path, sql: str, says: str) -> None:
    tamper(coded, sql)
    assert any(says in line for line in faults(vigil, coded)), vigil("check", coded).out
    for words in (["list", coded], ["list", coded, "--json"]):
        vigil.raw(*words)  # whatever it answers, it answers


def test_a_list_ends_after_a_hundred(vigil: Vigil, sample: Path) -> None:
    tamper(sample, "UPDATE incident SET title = 'x'")
    assert len(faults(vigil, sample)) == 100


def test_bytes_changed_on_the_disk_are_found(vigil: Vigil, coded: Path) -> None:
    """The head of each page overwritten in turn: refused or listed, never passed over and never a traceback."""
    whole = coded.read_bytes()
    for at in range(4096, len(whole), 4096):
        content = bytearray(whole)
        content[at : at + 8] = bytes(byte ^ 0xFF for byte in whole[at : at + 8])
        coded.write_bytes(content)
        assert vigil("check", coded).code == 1, at


def test_what_was_written_into_the_file_is_listed_safely(vigil: Vigil, coded: Path) -> None:
    tamper(coded, "UPDATE report SET title = ?, sha256 = 'ab'", "\x1b[2J\u202e")
    assert any(r"\x1b[2J\u202e" in line for line in faults(vigil, coded))


class TestInstructionsOfOthers:
    """A case may not bring instructions along: triggers and views would run when it is read or changed."""

    @pytest.fixture(params=["trigger", "view"])
    def prepared(self, request: pytest.FixtureRequest, coded: Path) -> Path:
        sql = {
            "trigger": "CREATE TRIGGER x AFTER INSERT ON incident BEGIN DELETE FROM journal; END",
            "view": "CREATE VIEW x AS SELECT * FROM incident",
        }
        tamper(coded, sql[request.param])
        return coded

    def test_no_verb_opens_it(self, vigil: Vigil, prepared: Path) -> None:
        before = prepared.read_bytes()
        for words in (
            ["check"],
            ["list"],
            ["add", "--type", "killing", "--place", "Bucha"],
            ["brief", "-o", "x.pdf"],
        ):
            assert "instructions of another program" in vigil.failed(words[0], prepared, *words[1:])
        assert prepared.read_bytes() == before


def test_a_copy_of_a_whole_case_is_whole(vigil: Vigil, coded: Path) -> None:
    vigil.done("check", shutil.copy(coded, coded.with_name("copy.vigil")))
