"""The files of the sample case: reports in several languages, quotes that occur in them, codes that exist."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from uuid6 import uuid7

from incidents.record import codes
from incidents.record.draft import IncidentDraft
from incidents.record.edtf import parse_edtf
from incidents.record.grades import counting_origins
from incidents.record.incident import Claim
from incidents.search.filter import parse, write
from seeds import reading

USER_REPORT = Path(__file__).parents[3] / "shared" / "seed-report.txt"


@cache
def texts() -> dict[str, reading.SeedReport]:
    return {report.id: report for report in reading.reports()}


@cache
def incidents() -> list[dict[str, Any]]:
    return reading.incidents()


def claims() -> list[tuple[str, dict[str, Any]]]:
    return [(incident["key"], claim) for incident in incidents() for claim in incident["claims"]]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def test_there_are_reports_in_five_languages() -> None:
    languages = Counter(report.language for report in reading.reports())
    assert sum(languages.values()) >= 14
    assert languages["uk"] >= 2
    assert languages["fr"] >= 1
    assert languages["es"] >= 1
    assert languages["ar"] >= 1
    assert languages["en"] > sum(languages.values()) / 2


def test_every_report_says_what_it_is() -> None:
    for report in reading.reports():
        assert report.title, report.id
        assert report.author, report.id
        assert report.publisher.endswith("(sample)"), report.id
        assert report.source_kind in codes.SOURCE_KINDS, report.id
        assert report.reliability in codes.RELIABILITY, report.id
        assert report.url == "", f"{report.id}: no page carries this text"
        assert "2022-01-01" <= report.published <= report.retrieved <= "2025-01-01", report.id
        assert 180 <= len(report.text.split()) <= 500, report.id


def test_ids_and_keys_are_unique_and_known() -> None:
    keys = [incident["key"] for incident in incidents()]
    assert len(keys) == len(set(keys))
    assert len(texts()) == len(reading.reports())
    for incident in incidents():
        to = [link["to"] for link in incident.get("links", ())]
        to += [incident["merged_into"]] if "merged_into" in incident else []
        assert set(to) <= set(keys), incident["key"]
        assert incident["key"] not in to, incident["key"]


def test_every_report_is_coded_and_every_claim_quotes_its_report_word_for_word() -> None:
    assert {claim["report"] for _, claim in claims()} == set(texts())
    for key, claim in claims():
        assert len(claim["quote"]) > 20, key
        assert claim["quote"] in texts()[claim["report"]].text, key


def test_codes_are_those_of_the_record() -> None:
    for incident in incidents():
        key = incident["key"]
        assert incident["type"] in codes.TYPES, key
        assert set(incident.get("types_other", ())) <= set(codes.TYPES) - {incident["type"]}, key
        assert incident["verification"] in set(codes.VERIFICATION) - {"withdrawn"}, key
        assert incident.get("sensitivity", "moderate") in codes.SENSITIVITY, key
        assert incident.get("occurrence", "occurred") in codes.OCCURRENCE, key
        assert incident.get("measure", "flow") in codes.MEASURES, key
        assert incident.get("geo_precision", "near") in codes.GEO_PRECISION, key
        assert set(incident.get("tags", ())) <= set(codes.TAGS), key
        assert incident.get("responsible_type", "state_forces") in codes.RESPONSIBLE_TYPES, key
        for link in incident.get("links", ()):
            assert link["kind"] in codes.LINKS, key
    for key, claim in claims():
        assert claim["reliability"] in codes.RELIABILITY, key
        assert claim["credibility"] in codes.CREDIBILITY, key
        assert claim["stance"] in codes.STANCE, key


def test_dates_are_canonical_and_within_the_years_of_the_sample() -> None:
    for incident in incidents():
        when = parse_edtf(incident["date"])
        assert when.edtf == incident["date"], incident["key"]
        for day in (when.start, when.end):
            assert day is None or 2022 <= day.year <= 2024, incident["key"]


def test_statuses_meet_their_entry_conditions() -> None:
    for incident in incidents():
        made = [
            Claim(
                id=uuid7(),
                stance=claim["stance"],
                origin=claim.get("origin", ""),
                reliability=claim["reliability"],
                credibility=claim["credibility"],
            )
            for claim in incident["claims"]
        ]
        key, status = incident["key"], incident["verification"]
        if status == "corroborated":
            assert len(counting_origins(made)) >= 2, key
            assert not counting_origins(made, "contradicts"), key
        if status == "contested":
            assert counting_origins(made, "contradicts"), key
        if status in ("verified", "corroborated", "contested", "refuted"):
            assert incident["verification_why"], key


def test_sexual_violence_is_never_less_than_highly_sensitive() -> None:
    found = [i for i in incidents() if "sexual_violence" in (i["type"], *i.get("types_other", ()))]
    assert found
    assert {incident["sensitivity"] for incident in found} <= {"high", "severe"}


@pytest.mark.parametrize("kind", sorted(codes.TYPES))
def test_every_type_occurs(kind: str) -> None:
    assert any(incident["type"] == kind for incident in incidents())


def test_the_sample_has_what_a_real_case_has() -> None:
    """Everything that makes the work hard occurs, so that whoever tries Vigil meets it."""
    stances = Counter(key for key, claim in claims() if claim["stance"] == "contradicts")
    kinds = Counter(link["kind"] for i in incidents() for link in i.get("links", ()))
    merged = sum("merged_into" in i for i in incidents())
    shared = [i for i in incidents() if _copies(i)]
    people = [i["people"] for i in incidents() if "people" in i]
    assert len(incidents()) >= 64
    assert len(stances) >= 3
    assert kinds["duplicate_of"] >= 2
    assert merged >= 1
    assert kinds["led_to"] >= 5
    assert kinds["part_of"] >= 5
    assert len(shared) >= 3
    assert {claim["reliability"] for _, claim in claims()} >= set("ABCDEF")
    assert {claim["credibility"] for _, claim in claims()} >= set("23456")
    assert {i["verification"] for i in incidents()} == set(codes.VERIFICATION) - {"withdrawn"}
    assert {i.get("occurrence") for i in incidents()} >= {"ongoing", "failed"}
    assert any(i["date"] == "" for i in incidents())
    assert any(i["date"].endswith("/..") for i in incidents())
    assert any(i["date"].startswith("/") for i in incidents())
    assert any(i["date"].endswith("~") for i in incidents())
    assert {"Ukraine", "Donbas"} <= {i["place"] for i in incidents()}
    assert any(i.get("geo_precision") == "near" for i in incidents())
    assert any(p.get("unit") == "households" and "household_size" in p for p in people)
    assert any(p.get("unit") == "households" and "household_size" not in p for p in people)
    assert any(i.get("measure") == "stock" for i in incidents())
    assert any(i.get("aggregate") for i in incidents())
    assert any({"killed", "injured"} <= set(i.get("figures", ())) for i in incidents())


def _copies(incident: dict[str, Any]) -> bool:
    origins = Counter(claim["origin"] for claim in incident["claims"] if claim.get("origin"))
    return any(number > 1 for number in origins.values())


def test_the_headline_figures_are_those_of_the_headline_claim() -> None:
    for incident in incidents():
        chosen = [claim for claim in incident["claims"] if claim.get("headline")]
        assert len(chosen) == 1, incident["key"]
        assert chosen[0].get("people") == incident.get("people"), incident["key"]
        assert chosen[0].get("figures") == incident.get("figures"), incident["key"]


def test_titles_are_short_and_texts_are_neutral() -> None:
    loaded = re.compile(
        r"\b(terrorists?|barbaric|regime|brutal|savage|neutrali[sz]ed|slaughter\w*)\b", re.IGNORECASE
    )
    for incident in incidents():
        assert 10 <= len(incident["title"]) <= 80, incident["key"]
        assert not incident["title"].endswith("."), incident["key"]
        assert 40 <= len(incident["narrative"]) <= 500, incident["key"]
        assert not loaded.search(f"{incident['title']} {incident['narrative']}"), incident["key"]


def test_places_of_our_own_are_on_the_globe_and_not_too_exact() -> None:
    for place in reading.places():
        for number, limit in ((place["lat"], 90), (place["lon"], 180)):
            assert abs(number) <= limit, place["name"]
            assert number == round(number, 2), place["name"]


def test_saved_filters_are_written_as_the_program_writes_them() -> None:
    told = reading.filters()
    assert len(told) >= 4
    for saved in told:
        assert write(parse(saved["filter"])) == saved["filter"]


def test_every_key_is_known_to_the_record() -> None:
    """The JSON form's keys and those that README.md names; a misspelt key would be lost in silence."""
    form = "country admin1 people place date date_kind narrative claims verification verification_why".split()
    ours = "key links merged_into destination destination_country".split()
    known = {*IncidentDraft.__dataclass_fields__, *form, *ours}
    for incident in incidents():
        assert set(incident) <= known, incident["key"]


if USER_REPORT.exists():  # only where the report that started all this lies beside the program

    def test_no_sentence_of_the_users_report_is_reused() -> None:
        theirs = words(USER_REPORT.read_text(encoding="utf-8"))
        runs = {tuple(theirs[i : i + 7]) for i in range(len(theirs) - 6)}
        for report in reading.reports():
            ours = words(report.text)
            shared = [
                " ".join(ours[i : i + 7]) for i in range(len(ours) - 6) if tuple(ours[i : i + 7]) in runs
            ]
            assert not shared, report.id


@pytest.mark.parametrize(
    ("kind", "place", "date"),
    [
        ("detention", "Mariupol", "2022-04~/.."),
        ("detention", "Vovchansk", "2022-04~/2022-09~"),
        ("forced_recruitment", "Izyum", "2022-04~/.."),
        ("abduction", "Ukraine", "2022-02-24/2022-05-02"),
        ("forced_transfer", "Mariupol", "/2022-05-02"),
        ("torture", "Mariupol", "/2022-05-02"),
        ("torture", "Vovchansk", "2022-04~/2022-09~"),
        ("forced_recruitment", "Vovchansk", "2022-04~/.."),
        ("evacuation", "Azovstal plant", "2022-05-01"),
    ],
)
def test_the_facts_of_the_users_report_are_coded_from_the_first_report(
    kind: str, place: str, date: str
) -> None:
    first = reading.reports()[0]
    assert first.published == "2022-05-02"
    found = [
        incident
        for incident in incidents()
        if (incident["type"], incident["place"], incident["date"]) == (kind, place, date)
        and any(claim["report"] == first.id for claim in incident["claims"])
    ]
    assert len(found) == 1


def test_each_speaker_of_the_users_report_speaks_in_the_first_report() -> None:
    first = reading.reports()[0]
    for name in ("Synehubov", "Denisova", "Carpenter", "Boichenko", "senior U.S. defence official"):
        assert name in first.text
    speakers = {claim["attributed_to"] for _, claim in claims() if claim["report"] == first.id}
    assert {"Oleh Synehubov", "Lyudmyla Denisova", "Michael Carpenter", "Vadym Boichenko"} <= speakers
