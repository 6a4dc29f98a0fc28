"""vigil add --json: one incident or many, all or none, whatever the JSON is made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incidents.record.wire import to_json
from tests.builders import an_incident
from tests.commands.conftest import EVERY_STATUS, Vigil
from tests.strategies import hostile_text

OK: dict[str, Any] = {"type": "detention", "place": "Izyum", "date": "1 May 2022"}


def count(vigil: Vigil, case: Path) -> int:
    return int(vigil.done("list", case, "--json").json["count"])


# ---------------------------------------------------------------- what is taken
def test_one_incident(vigil: Vigil, case: Path) -> None:
    assert vigil.add_json(case, OK).out == "UKR-2022-0001\n"


def test_a_list_gives_a_reference_each_in_its_order(vigil: Vigil, case: Path) -> None:
    ran = vigil.add_json(case, [OK, {"type": "killing", "date": "2023"}, OK])
    assert ran.lines == ["UKR-2022-0001", "XXX-2023-0001", "UKR-2022-0002"]
    assert [i["type"] for i in vigil.listed(case, "--from", "2023")] == ["killing"]


def test_a_file(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    file = tmp_path / "Інциденти \x1b[31m.json"
    file.write_text(json.dumps([OK]), encoding="utf-8")
    assert vigil.done("add", case, "--json", file).out == "UKR-2022-0001\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_the_encodings_that_systems_write(vigil: Vigil, case: Path, encoding: str) -> None:
    data = json.dumps(OK | {"title": "Ізюм"}, ensure_ascii=False).encode(encoding)
    assert vigil.add_json(case, data).code == 0
    assert vigil.listed(case)[0]["title"] == "Ізюм"


def test_every_incident_of_the_sample_is_the_same_after_list_and_add(
    vigil: Vigil, sample: Path, case: Path
) -> None:
    """`vigil list old --json | vigil add new --json -` loses nothing but references, texts of reports and survivors."""
    every = [word for status in EVERY_STATUS for word in ("--status", status)]
    first = vigil.done("list", sample, "--json", *every).out
    added = vigil.done("add", case, "--json", "-", stdin=first.encode())
    again = vigil.done("list", case, "--json", *every)
    assert len(added.lines) == json.loads(first)["count"] > 100
    assert _same(again.json) == _same(json.loads(first))
    assert vigil("check", case).code == 0


def _same(told: dict[str, Any]) -> tuple[Any, ...]:
    """What must not change; references are given anew, so links are compared by the titles at their ends."""
    titles = {incident["ref"]: incident["title"] for incident in told["incidents"]}
    compared = []
    for incident in told["incidents"]:
        links = sorted((link["kind"], titles[link["ref"]]) for link in incident["links"])
        claims = [
            claim | {"report": claim["report"] and claim["report"] | {"sha256": "", "note": ""}}
            for claim in incident["claims"]
        ]
        compared.append(json.dumps(incident | {"ref": "", "links": links, "claims": claims}, sort_keys=True))
    reasons = {reason: entry["count"] for reason, entry in told["left_out"].items()}
    return sorted(compared), told["totals"], reasons, told["count"]


# ---------------------------------------------------------------- what is refused
def test_all_or_none(vigil: Vigil, case: Path) -> None:
    for wrong, says in (
        (OK | {"type": "theft"}, "Incident 2: “theft” is no type"),
        (OK | {"titel": "x"}, "Incident 2: “titel” is no known key. Known here are"),
        (
            OK | {"links": [{"kind": "part_of", "ref": "ZZZ"}]},
            "Incident 2: there is no incident “ZZZ” to link to",
        ),
        (3, "Incident 2: “incident” must be an object"),
    ):
        ran = vigil.add_json(case, [OK, wrong, OK])
        assert (ran.code, ran.out) == (1, "")
        assert says in ran.err
    assert count(vigil, case) == 0


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is no valid JSON"),
        (b"{", "at line 1, column 2"),
        (b"// none\n{}", "is no valid JSON"),
        (b"{} {}", "is no valid JSON"),
        (b"[]", "holds no incident"),
        (b'{"incidents": []}', "holds no incident"),
        (b'{"incidents": 3}', "“incidents” is no known key"),
        (b"null", "must be an object, not nothing"),
        (b"[[]]", "must be an object, not a list"),
        (b'"text"', "must be an object, not text"),
        (b"{}", "The type of incident is missing"),
        (b'{"type": "killing"}', "needs a place or a date"),
        (b'{"type": "killing", "type": "attack", "place": "Izyum"}', "The key “type” stands twice"),
        (b'{"type": "killing", "\\u001b[2J": 1}', "is no known key"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
        (b"\xff{}", "is no text in UTF-8 (byte 1 is not)"),
        (b'{"type": "\xc3\x28"}', "is no text in UTF-8"),
        (b"\x00\x00\x00", "is no"),
        (b"%PDF-1.7", "is no valid JSON"),
        (b'{"type": "killing", "lat": NaN}', "NaN is no number in JSON"),
        (b'{"type": "killing", "lat": -Infinity}', "-Infinity is no number in JSON"),
        (b'{"type": "killing", "lat": 1e400, "lon": 1}', "“lat” is no number of a possible size"),
        (b'{"type": "killing", "people": ' + b"9" * 100_000 + b"}", "has 100,000 digits"),
        (b'{"type": "killing", "people": -' + b"9" * 31 + b"}", "has 32 digits"),
    ],
)  # fmt: skip
def test_what_is_no_list_of_incidents(vigil: Vigil, case: Path, data: bytes, says: str) -> None:
    assert says in vigil.failed("add", case, "--json", "-", stdin=data)


@pytest.mark.parametrize(
    "given_",
    [
        {"people": 10**12}, {"people": -5}, {"people": 1.5}, {"people": [1]}, {"people": {"min": True}},
        {"people": {"min": 5, "max": 1}}, {"people": {"min": 5, "unit": "cats"}}, {"people": {"best": 10**13}},
        {"people": {"min": 5, "unit": "households", "household_size": 1e300}}, {"figures": {"dead": 1}},
        {"place": ["Izyum"]}, {"place": {"name": "Izyum"}}, {"lat": "49"}, {"lat": 95, "lon": 200},
        {"lat": 0, "lon": 0}, {"place": "Foo", "lat": 95, "lon": 37.5}, {"date": 5}, {"date": "x" * 100_000},
        {"date": "2022-02-30"}, {"date": "2022-05-05/2022-05-01"}, {"date": "2022-05-01", "date_start": "2023-01-01"},
        {"type": ""}, {"type": 3}, {"types_other": ["theft"]}, {"tags": "x"}, {"tags": ["t"] * 10_001},
        {"tags": ["x" * 61]}, {"occurrence": "maybe"}, {"sensitivity": "sexy"}, {"verification": "true"},
        {"verification": "corroborated"}, {"verification": "withdrawn"}, {"aggregate": 1}, {"reliability": "A"},
        {"reliability": "Z", "credibility": "9"}, {"credibility": 10**11}, {"groups": [{"count": 10**11}]},
        {"groups": [{"sex": "q", "count": 1}]}, {"destination": {"plaice": "x"}}, {"claims": {}}, {"claims": [[]]},
        {"claims": [{}]}, {"claims": [{"attributed_to": "x", "reliability": "a"}]},
        {"claims": [{"attributed_to": "x", "quote_start": -1, "quote_end": 5}]},
        {"claims": [{"report": {"title": "t", "url": "file:///etc/passwd"}}]},
        {"claims": [{"report": {"title": "t", "published": "2999-01-01"}}]},
        {"claims": [{"report": {"title": "t", "language": "\ud800"}}]},
        {"claims": [{"attributed_to": "x"}] * 10_001}, {"narrative": "x" * 1_000_001}, {"title": "x" * 501},
        {"country": "\ud800"}, {"destination": "\ud800"}, {"place_kind": "\x1b[31m"}, {"foo\u202e": 1},
        {"links": [{"kind": "led_to", "ref": "\ud800"}]}, {"links": [{"kind": "\x1b", "ref": "UKR-2022-0001"}]},
        {"links": "UKR-2022-0001"}, {"links": [{"kind": "cousin_of", "ref": "A"}], "ref": "A"},
    ],
    ids=lambda value: str(value)[:50].encode("ascii", "backslashreplace").decode(),
)  # fmt: skip
def test_what_cannot_be_is_refused_and_leaves_nothing_behind(
    vigil: Vigil, case: Path, given_: dict[str, Any]
) -> None:
    before = case.read_bytes()
    ran = vigil.add_json(case, [OK, OK | given_])
    assert (ran.code, ran.out) == (1, ""), ran
    assert count(vigil, case) == 0
    assert vigil("check", case).out.startswith(str(case))
    assert "0 journal entries" in vigil("check", case).out
    assert len(case.read_bytes()) == len(before)


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | hostile_text(20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile_text(10), inner, max_size=3),
    max_leaves=6,
)
_CLAIM_KEYS = sorted(to_json(an_incident())["claims"][0])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.dictionaries(st.sampled_from(sorted(to_json(an_incident()))), _ANYTHING, max_size=3),
    st.dictionaries(st.sampled_from(_CLAIM_KEYS), _ANYTHING, max_size=2),
)
def test_any_json_is_added_or_refused_in_one_line(
    vigil: Vigil, case: Path, values: dict[str, Any], claim: dict[str, Any]
) -> None:
    content = {**OK, "claims": [{"attributed_to": "the mayor", **claim}], **values}
    ran = vigil.add_json(case, content)
    if ran.code == 0:
        vigil.done("list", case)
        vigil.done("list", case, "--json")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hostile_text(), st.sampled_from(sorted(to_json(an_incident()))))
def test_hostile_text_under_any_key_is_kept_clean_or_refused(
    vigil: Vigil, case: Path, text: str, key: str
) -> None:
    vigil.add_json(case, OK | {key: text})


def test_hostile_text_is_clean_once_it_is_kept(vigil: Vigil, case: Path) -> None:
    text = "a\ud800b\x00c\x1b[31md\u202ee"
    report = {"title": text, "publisher": text, "author": text, "note": text, "text": text, "url": text}
    claim = {"report": report, "quote": text, "attributed_to": text, "origin": text, "note": text}
    names = ("title", "narrative", "public_summary", "place_note", "responsible")
    given_ = (
        OK
        | dict.fromkeys(names, text)
        | {"claims": [claim], "tags": [text], "place": text, "lat": 49, "lon": 37}
    )
    assert vigil.add_json(case, given_).code == 0
    kept = vigil.listed(case)[0]
    for value in (
        *(kept[name] for name in names),
        kept["place"],
        *kept["tags"],
        kept["claims"][0]["report"]["title"],
    ):
        assert value == "a\ufffdbc[31mde"
    assert vigil.done("list", case, "--source", text, "--json").json["count"] == 1


# ---------------------------------------------------------------- files that cannot be read
def test_a_file_that_is_not_there_or_none(vigil: Vigil, case: Path, tmp_path: Path) -> None:
    assert "No such file" in vigil.failed("add", case, "--json", tmp_path / "gone\x1b[2J.json")
    assert "Is a directory" in vigil.failed("add", case, "--json", tmp_path)
    assert "File name too long" in vigil.failed("add", case, "--json", "x" * 300)
    assert "is no" in vigil.failed("add", case, "--json", case)


def test_a_file_beyond_the_limit(vigil: Vigil, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.commands.reading._LARGEST", 1000)
    assert "Split it into several files" in vigil.failed("add", case, "--json", "-", stdin=b" " * 1001)
    assert vigil.add_json(case, json.dumps(OK).encode().ljust(1000)).code == 0
