"""vigil list: the incidents of a filter, and the count and totals of the whole filter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from incidents.case import Actor, Case
from incidents.record.place import Box
from incidents.record.wire import INCIDENT_KEYS
from incidents.search import questions as ask
from incidents.search.filter import Filter, Period
from incidents.search.telling import tell_tally
from tests.commands.conftest import EVERY_STATUS, Vigil, tamper

# The example of the command line's documentation, and what each claim and report of it holds.
INCIDENT = (
    "ref type types_other title narrative public_summary date date_start date_end date_precision place country admin1 "
    "lat lon geo_precision destination people occurrence verification sensitivity tags claims"
).split()
CLAIM = "report attributed_to reliability credibility stance quote".split()
REPORT = "title publisher published url".split()
PEOPLE = "min best max qualifier unit text".split()


def days(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    return tuple(date.fromisoformat(day) if day else None for day in (start, end))  # type: ignore[return-value]


def count(vigil: Vigil, case: Path, *words: str) -> int:
    """How many a filter takes, the same in both forms of output."""
    whole = vigil.done("list", case, "--json", *words).json
    assert whole["count"] == len(whole["incidents"])
    plain = vigil.done("list", case, *words)
    assert f"Count: {whole['count']} incident" in plain.out
    assert len(table(plain.lines)) == whole["count"]
    return int(whole["count"])


def table(lines: list[str]) -> list[str]:
    """The lines of the table without its head."""
    return lines[1 : lines.index("")]


# ---------------------------------------------------------------- what is printed
def test_the_json_has_the_documented_shape(vigil: Vigil, sample: Path) -> None:
    told = vigil.done("list", sample, "--json").json
    assert set(told) == {"count", "totals", "left_out", "incidents"}
    assert set(told["totals"]) == {
        "headline",
        "under_review",
        "by_status",
        "no_figure",
        "no_date",
        "no_place",
    }
    for incident in told["incidents"]:
        assert set(incident) == set(INCIDENT_KEYS) > set(INCIDENT)
        assert set(incident["people"] or PEOPLE) >= set(PEOPLE)
        for claim in incident["claims"]:
            assert set(claim) >= set(CLAIM)
            assert set(claim["report"] or REPORT) >= set(REPORT)
    for reason, left in told["left_out"].items():
        assert reason in {"duplicate", "aggregate", "earlier_stock", "refuted", "withdrawn"}
        assert len(left["refs"]) == left["count"] > 0


def test_the_numbers_are_the_counting_functions(vigil: Vigil, sample: Path) -> None:
    with Case.open(sample, actor=Actor("Petro"), read_only=True) as case:
        counted = case.read(ask.Tally(Filter()))
    told = vigil.done("list", sample, "--json").json
    assert told["count"] == counted.count
    assert told["totals"]["by_status"] == counted.by_status
    assert sum(told["totals"]["by_status"].values()) == told["count"]
    for name in ("headline", "under_review"):
        group: Any = getattr(counted, name)
        assert told["totals"][name]["incidents"] == group.incidents
        sums = {
            (s["of"], s["unit"], s["measure"]): (s["min"], s["best"], s["max"])
            for s in told["totals"][name]["sums"]
        }
        assert sums == {(k.kind, k.unit, k.measure): (v.min, v.best, v.max) for k, v in group.sums.items()}
    assert vigil.done("list", sample).lines[-len(tell_tally(counted)) :] == tell_tally(counted)


def test_the_table_has_a_line_for_each_incident_under_its_head(vigil: Vigil, sample: Path) -> None:
    lines = vigil.done("list", sample).lines
    head = lines[0]
    assert head.split() == "Reference Date Type Place People Status Grade Title".split()
    assert {line[: head.index("Date")].strip() for line in table(lines)} == {
        i["ref"] for i in vigil.listed(sample)
    }
    assert "All incidents of the case." in lines


def test_the_table_and_the_json_have_one_order(vigil: Vigil, sample: Path) -> None:
    told = [line.split()[0] for line in table(vigil.done("list", sample).lines)]
    assert told == [incident["ref"] for incident in vigil.listed(sample)]


def test_an_empty_case_is_no_error(vigil: Vigil, case: Path) -> None:
    assert vigil.done("list", case, "--json").json["incidents"] == []
    assert "Count: 0 incidents" in vigil.done("list", case).out


def test_columns_stay_in_line_beside_any_script(vigil: Vigil, case: Path) -> None:
    for title in (
        "避難所への攻撃",
        "e\u0301" * 30,
        "هجوم على المدرسة",
        "\u2067" * 30 + "x" * 60,
        "Plain",
        "a\tb\nc",
    ):
        vigil.done("add", case, "--type", "attack", "--date", "2022", "--title", title, "--tag", title[:20])
    lines = vigil.done("list", case).lines
    assert len(table(lines)) == 6
    assert len({line.index("Attack") for line in table(lines)}) == 1


# ---------------------------------------------------------------- filters
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--region", "Ukraine"], Filter(regions=("UKR",))),
        (["--region", "Kharkiv region"], Filter(regions=("UA-63",))),
        (["--region", "Харківська область"], Filter(regions=("UA-63",))),
        (["--region", "UA-63"], Filter(regions=("UA-63",))),
        (["--region", "Донбас"], Filter(regions=("area:donbas",))),
        (["--region", "UA-63", "--region", "Haiti"], Filter(regions=("UA-63", "HTI"))),
        (["--within", "35,48.5,39,50.5"], Filter(boxes=(Box(35, 48.5, 39, 50.5),))),
        (["--within", "-74,18,-71,20"], Filter(boxes=(Box(-74, 18, -71, 20),))),
        (["--from", "2022-04-25", "--to", "2022-05-03"], Filter(period=Period(*days("2022-04-25", "2022-05-03")))),
        (["--from", "25 April 2022", "--to", "2022-05"], Filter(period=Period(*days("2022-04-25", "2022-05-31")))),
        (["--from", "2023"], Filter(period=Period(*days("2023-01-01", None)))),
        (["--to", "2022"], Filter(period=Period(*days(None, "2022-12-31")))),
        (["--to", "2022", "--rule", "inside"], Filter(period=Period(*days(None, "2022-12-31"), rule="inside"))),
        (["--to", "2022", "--basis", "reported"], Filter(period=Period(*days(None, "2022-12-31"), basis="reported"))),
        (["--type", "attack", "--type", "killing"], Filter(types=("attack", "killing"))),
        (["--status", "verified"], Filter(statuses=("verified",))),
        (["--status", "withdrawn"], Filter(statuses=("withdrawn",))),
        (["--min-grade", "B2"], Filter(min_grade="B2")),
        (["--min-grade", "b2"], Filter(min_grade="B2")),
        (["--text", "camp*"], Filter(text="camp*")),
        (["--text", '"filtration camp"'], Filter(text='"filtration camp"')),
        (["--text", "***"], Filter(text="***")),
        (["--region", "Ukraine", "--type", "attack", "--to", "2022"],
         Filter(regions=("UKR",), types=("attack",), period=Period(*days(None, "2022-12-31")))),
    ],
)  # fmt: skip
def test_each_condition_is_the_filters(vigil: Vigil, sample: Path, words: list[str], wanted: Filter) -> None:
    with Case.open(sample, actor=Actor("Petro"), read_only=True) as case:
        expected = case.read(ask.Count(wanted))
    assert count(vigil, sample, *words) == expected


def test_a_source_by_its_whole_name(vigil: Vigil, sample: Path) -> None:
    publisher = vigil.listed(sample)[0]["claims"][0]["report"]["publisher"]
    assert count(vigil, sample, "--source", publisher) > 0
    assert count(vigil, sample, "--source", publisher[:-1]) == 0


def test_repeating_is_or_and_different_conditions_are_and(vigil: Vigil, sample: Path) -> None:
    kharkiv, donetsk = (count(vigil, sample, "--region", code) for code in ("UA-63", "UA-14"))
    assert min(kharkiv, donetsk) > 0
    assert count(vigil, sample, "--region", "UA-63", "--region", "UA-14") == kharkiv + donetsk
    both = count(vigil, sample, "--region", "UA-63", "--type", "attack")
    assert 0 < both < min(kharkiv, count(vigil, sample, "--type", "attack"))


def test_withdrawn_incidents_are_listed_only_when_asked_for(vigil: Vigil, sample: Path) -> None:
    every = [word for status in EVERY_STATUS for word in ("--status", status)]
    withdrawn = count(vigil, sample, "--status", "withdrawn")
    assert withdrawn > 0
    assert count(vigil, sample, *every) == count(vigil, sample) + withdrawn


def test_the_filter_is_printed_with_the_count(vigil: Vigil, sample: Path) -> None:
    told = vigil.done(
        "list", sample, "--region", "Харків", "--from", "2022-04-25", "--to", "2022-05-03"
    ).lines
    said = "Incidents in Kharkiv Oblast, Ukraine, occurring at least in part from 25 April to 3 May 2022."
    assert said in told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--region", "Punjab"], "may mean several regions: Punjab, Pakistan (PK-PB); Punjab, India (IN-PB)"),
        (["--region", "Nowhereland"], "No region is called “Nowhereland”"),
        (["--region", "Kharkvi"], "Did you mean Kharkiv"),
        (
            ["--region", "Izyum"],
            "“Izyum” is a settlement, not a region. It lies in Kharkiv Oblast, Ukraine (UA-63)",
        ),
        (["--region", ""], "Say which region"),
        (["--region", "\x1b[2J\udcff"], "No region is called “[2J”"),
        (["--type", "theft"], "“theft” is no incident type; known are detention,"),
        (["--status", "true"], "“true” is no status; known are unassessed,"),
        (["--min-grade", "F6"], "“F6” is no grade to ask for"),
        (["--min-grade", "ß2"], "is no grade to ask for"),
        (["--from", "the other day"], "was not understood"),
        (["--from", ""], "names no day"),
        (["--from", "unknown"], "names no day"),
        (["--from", "2022-05-03", "--to", "2022-05-01"], "The period ends (2022-05-01) before it starts"),
        (["--from", "2022-02-30"], "There is no day 30 in February 2022"),
        (["--within", "1,2,3"], "“1,2,3” is no rectangle"),
        (["--within", "a,b,c,d"], "is no rectangle"),
        (["--within", "nan,2,3,4"], "lies off the globe"),
        (["--within", "1e999,2,3,4"], "lies off the globe"),
        (["--within", "35,50,39,48"], "its south is north of its north"),
        (["--within", "-1,-200,5,5"], "lies off the globe"),
    ],
)
def test_a_condition_that_cannot_be_understood_is_a_wrong_call(
    vigil: Vigil, case: Path, words: list[str], says: str
) -> None:
    sentence = vigil.wrong("list", case, *words)
    assert sentence.startswith("vigil list: ")
    assert says in sentence


def test_a_name_that_two_places_of_the_case_share_lists_them(vigil: Vigil, case: Path) -> None:
    for country, lat, lon in (("Ukraine", "47", "37"), ("Haiti", "18.5", "-72")):
        there = ("--place", "Camp Zorya", "--country", country, "--lat", lat, "--lon", lon)
        vigil.done("add", case, "--type", "attack", *there)
    sentence = vigil.wrong("list", case, "--region", "Camp Zorya")
    assert sentence.count("Camp Zorya, ") == sentence.count("(place:") == 2
    code = sentence.split("(")[1].split(")")[0]
    assert count(vigil, case, "--region", code) == 1


HOSTILE = ["\x1b]0;x\x07", "\udcff\ud800", "\u202e\u2066", "'; DROP TABLE incident; --", '"', "'", "\\", "*", '""""',
           "NEAR(a b)", "a AND", "{}", "%s", "x" * 100_000, "\x00", "é" * 10_000]  # fmt: skip


@pytest.mark.parametrize("option", ["--text", "--source", "--region", "--type", "--status", "--min-grade", "--from",
                                    "--to", "--within"])  # fmt: skip
def test_hostile_conditions_find_nothing_or_are_refused(vigil: Vigil, case: Path, option: str) -> None:
    for text in HOSTILE:
        vigil("list", case, f"{option}={text}")
        vigil("list", case, f"{option}={text}", "--json")


# ---------------------------------------------------------------- beside others
def test_listing_works_while_a_window_has_the_case_open(vigil: Vigil, case: Path) -> None:
    with Case.open(case, actor=Actor("Olena")):
        vigil.done("list", case)
        vigil.done("check", case)
        assert "is already open by" in vigil.failed("add", case, "--type", "attack", "--date", "2022")
        assert "is already open by" in vigil.failed("brief", case, "-o", case.parent / "b.pdf")
    vigil.done("add", case, "--type", "attack", "--date", "2022")


def test_listing_leaves_the_file_as_it_was(vigil: Vigil, sample: Path) -> None:
    before = sample.read_bytes()
    vigil.done("list", sample)
    vigil.done("list", sample, "--json")
    vigil.done("check", sample)
    assert sample.read_bytes() == before
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


def test_what_somebody_wrote_into_the_file_does_not_reach_the_terminal_raw(
    vigil: Vigil, sample: Path
) -> None:
    evil = "\x1b]0;x\x07\x9b31m\u202egpj\u2066"
    tamper(sample, "UPDATE incident SET title = ?, ref = ref || ?", evil, evil)
    tamper(sample, "UPDATE place SET name = ?, admin1_name = ?", evil, evil)
    tamper(sample, "UPDATE source SET name = ?", evil)
    assert r"\x1b]0;x\x07\x9b31m\u202egpj" in vigil.done("list", sample).out
    assert evil in [incident["title"] for incident in vigil.listed(sample)]
