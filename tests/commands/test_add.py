"""vigil add: one incident from options, each of which stands for a field of the form."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.parser import build_parser
from tests.commands.conftest import Vigil

LEAST = ("--type", "detention", "--place", "Izyum", "--date", "1 May 2022")

# Each option with a value, and what the incident then holds under which keys.
EVERY_FIELD: dict[str, tuple[str, str, Any]] = {
    "--type": ("evacuation", "type", "evacuation"),
    "--title": ("Convoy out of Mariupol", "title", "Convoy out of Mariupol"),
    "--narrative": ("Buses left\nat noon.", "narrative", "Buses left\nat noon."),
    "--public-summary": ("People left.", "public_summary", "People left."),
    "--date": ("last Sunday", "date", "2022-05-01"),
    "--place": ("Маріуполь", "place", "Mariupol"),
    "--country": ("Україна", "country", "UKR"),
    "--admin1": ("Donetsk Oblast", "admin1", "Donetsk"),
    "--lat": ("47.1", "lat", pytest.approx(47.1, abs=0.05)),  # the place's own, which is near
    "--lon": ("37.5", "lon", pytest.approx(37.5, abs=0.05)),
    "--geo-precision": ("near", "geo_precision", "near"),
    "--place-kind": ("settlement", "place_kind", "settlement"),
    "--place-note": ("west of the plant", "place_note", "west of the plant"),
    "--destination": ("Запоріжжя", "destination.place", "Zaporizhzhya"),
    "--people": ("more than 100", "people.min", 100),
    "--killed": ("2", "figures.killed.best", 2),
    "--injured": ("dozens", "figures.injured.min", 24),
    "--detained": ("0", "figures.detained.best", 0),
    "--abducted": ("1-3", "figures.abducted.max", 3),
    "--displaced": ("40 families", "figures.displaced.unit", "households"),
    "--group": ("f:18_59:12", "groups.0", {"sex": "f", "age": "18_59", "count": 12}),
    "--type-other": ("injury", "types_other", ["injury"]),
    "--tag": ("Health worker", "tags", ["health_worker"]),
    "--measure": ("stock", "measure", "stock"),
    "--occurrence": ("ongoing", "occurrence", "ongoing"),
    "--responsible": ("a militia", "responsible", "a militia"),
    "--responsible-type": ("rebel_group", "responsible_type", "rebel_group"),
    "--verification": ("verified", "verification", "verified"),
    "--verification-why": ("Seen by our monitor.", "verification_why", "Seen by our monitor."),
    "--sensitivity": ("high", "sensitivity", "high"),
    "--grade-reliability": ("B", "reliability", "B"),
    "--grade-credibility": ("2", "credibility", "2"),
    "--grade-why": ("Two of us agree.", "grade_why", "Two of us agree."),
    "--report": ("Convoy leaves", "claims.0.report.title", "Convoy leaves"),
    "--publisher": ("Kharkiv Courier", "claims.0.report.publisher", "Kharkiv Courier"),
    "--publisher-kind": ("media", "claims.0.report.publisher_kind", "media"),
    "--published": ("2 May 2022", "claims.0.report.published", "2022-05-02"),
    "--url": ("https://example.org/1", "claims.0.report.url", "https://example.org/1"),
    "--language": ("UK", "claims.0.report.language", "uk"),
    "--attributed-to": ("the mayor", "claims.0.attributed_to", "the mayor"),
    "--reported-as": ("rescue", "claims.0.reported_as", "rescue"),
    "--quote": ("They left.", "claims.0.quote", "They left."),
    "--reliability": ("C", "claims.0.reliability", "C"),
    "--credibility": ("3", "claims.0.credibility", "3"),
    "--rating-why": ("Known outlet.", "claims.0.rating_why", "Known outlet."),
    "--stance": ("supports", "claims.0.stance", "supports"),
    "--origin": ("the convoy's driver", "claims.0.origin", "the convoy's driver"),
}
SWITCHES = {"--aggregate": "aggregate", "--self-review": "self_review"}


def at(value: Any, path: str) -> Any:
    """What stands at "claims.0.quote"."""
    for part in path.split("."):
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def options_of(verb: str) -> set[str]:
    groups = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return {option for a in groups[0].choices[verb]._actions for option in a.option_strings} - {
        "-h",
        "--help",
    }


def test_every_option_reaches_its_field(vigil: Vigil, case: Path) -> None:
    words = [word for option, (value, _, _) in EVERY_FIELD.items() for word in (option, value)]
    assert vigil.done("add", case, *words, *SWITCHES).out == "UKR-2022-0001\n"
    incident = vigil.listed(case)[0]
    for option, (_, path, value) in EVERY_FIELD.items():
        assert at(incident, path) == value, option
    assert all(incident[key] is True for key in SWITCHES.values())


def test_no_option_is_left_out_of_this_specification() -> None:
    assert options_of("add") == {*EVERY_FIELD, *SWITCHES, "--json"}


def test_only_a_type_and_a_place_or_a_date_are_needed(vigil: Vigil, case: Path) -> None:
    assert vigil.done("add", case, "--type", "killing", "--place", "Bucha").out == "UKR-0000-0001\n"
    assert vigil.done("add", case, "--type", "killing", "--date", "2022").out == "XXX-2022-0001\n"
    for incident in vigil.listed(case):
        assert incident["people"] is None
        assert incident["verification"] == "unassessed"
        assert incident["claims"] == []


def test_what_may_repeat(vigil: Vigil, case: Path) -> None:
    vigil.done(
        "add", case, *LEAST, "--tag", "children", "--tag", "hospital", "--type-other", "torture",
        "--type-other", "injury", "--people", "20", "--group", "f:18_59:12", "--group", "m:0_4:3",
    )  # fmt: skip
    incident = vigil.listed(case)[0]
    assert incident["tags"] == ["children", "hospital"]
    assert set(incident["types_other"]) == {"torture", "injury"}
    assert len(incident["groups"]) == 2


def test_the_numbers_are_those_of_the_claim(vigil: Vigil, case: Path) -> None:
    """Every number leads back to a claim: the one that the options describe says it."""
    vigil.done("add", case, *LEAST, "--people", "12", "--killed", "3", "--attributed-to", "the mayor")
    claim = vigil.listed(case)[0]["claims"][0]
    assert (claim["people"]["best"], claim["figures"]["killed"]["best"], claim["headline"]) == (12, 3, True)


def test_a_claim_that_contradicts_says_no_numbers(vigil: Vigil, case: Path) -> None:
    vigil.done(
        "add", case, *LEAST, "--people", "12", "--attributed-to", "the army", "--stance", "contradicts"
    )
    incident = vigil.listed(case)[0]
    assert (incident["people"]["best"], incident["claims"][0]["people"]) == (12, None)


def test_a_known_report_and_source_are_used_again(vigil: Vigil, case: Path) -> None:
    claim = ("--report", "Convoy leaves", "--publisher", "Kharkiv Courier", "--published", "2022-05-02")
    vigil.done("add", case, *LEAST, *claim)
    vigil.done("add", case, *LEAST, *claim, "--url", "https://example.org/other")
    assert len({str(i["claims"][0]["report"]) for i in vigil.listed(case)}) == 1


def test_a_place_that_the_gazetteer_lacks_and_numbers_below_zero(vigil: Vigil, case: Path) -> None:
    vigil.done(
        "add", case, "--type", "displacement", "--place", "Camp Nadezhda", "--country", "Haiti",
        "--lat", "18.5", "--lon", "-72.3",
    )  # fmt: skip
    incident = vigil.listed(case, "--within", "-74,18,-71,20")[0]
    assert (incident["place"], incident["country"], incident["lon"]) == ("Camp Nadezhda", "HTI", -72.3)
    vigil.done("add", case, "--type", "displacement", "--place", "camp nadezhda")
    assert vigil.done("list", case, "--region", "Camp Nadezhda", "--json").json["count"] == 2
    assert "Incidents in Camp Nadezhda, Haiti." in vigil.done("list", case, "--region", "Camp Nadezhda").out


@pytest.mark.parametrize("number", ["-5", "-.5", "-1e-3", "-0.25"])
def test_any_number_below_zero_is_a_value(vigil: Vigil, case: Path, number: str) -> None:
    vigil.done("add", case, "--type", "attack", "--place", "A reef", "--lat", number, "--lon", number)
    assert vigil.listed(case)[0]["lat"] == float(number)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "give --type and --place or --date, or --json FILE"),
        (["--place", "Izyum"], "give --type"),
        (["--type", ""], "give --type"),
        (["--json", "-", "--title", "x"], "--json and --title cannot be used together"),
        (["--json", "-", "--self-review"], "--json and --self-review cannot be used together"),
        ([*LEAST, "--group", "f:18_59"], "“f:18_59” is no group; write SEX:AGE:COUNT"),
        ([*LEAST, "--group", "f:18_59:many"], "is no group"),
        ([*LEAST, "--group", "f:18_59:" + "9" * 5000], "is no group"),
        ([*LEAST, "--group", "f:18_59:-1"], "is no group"),
        ([*LEAST, "--group", "\x1b[2J"], r"“\x1b[2J” is no group"),
    ],
)
def test_a_call_that_makes_no_sense(vigil: Vigil, case: Path, words: list[str], says: str) -> None:
    assert says in vigil.wrong("add", case, *words)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--type", "theft"], "“theft” is no type of incident. Use one of: detention,"),
        (["--date", "30 February 2022"], "There is no day 30 in February 2022"),
        (["--date", "5 May 2022 to 1 May 2022"], "before the start"),
        (["--date", "the other day"], "was not understood"),
        (["--date", "1 May 2999"], "future"),
        (["--place", "Narnia"], "No place is called “Narnia”"),
        (["--place", "Springfield"], "may mean several places"),
        (["--country", "Nowhereland"], "No region is called “Nowhereland”"),
        (["--place-kind", "planet"], "“planet” is no kind of place; known are"),
        (["--lat", "200", "--lon", "37"], "A latitude lies between -90 and 90"),
        (["--lat", "49"], "Latitude and longitude belong together"),
        (["--lat", "nan", "--lon", "inf"], "“lat” is no number of a possible size"),
        (["--people", "minus three"], "Write a number like"),
        (["--people", "9" * 5000], "too long for a number"),
        (["--people", "20 to 10"], "10"),
        (["--verification", "corroborated"], "needs two independent origins"),
        (["--verification", "verified"], "Write down the reasonable grounds"),
        (["--verification", "withdrawn"], "Say why it is withdrawn"),
        (["--grade-reliability", "A"], "Give both or neither"),
        (["--reliability", "B"], "A claim needs the report"),
        (["--url", "javascript:alert(1)"], "A web address begins with https://"),
        (["--published", "1 January 2999"], "lies in the future"),
        (["--title", "x" * 501], "The title has 501 characters, 1 more than fit"),
        (["--destination", "Narnia"], "No place is called “Narnia”"),
    ],
)  # fmt: skip
def test_what_the_form_refuses_is_refused_in_the_same_words(
    vigil: Vigil, case: Path, words: list[str], says: str
) -> None:
    sentence = vigil.failed("add", case, *LEAST, *words)
    assert says in sentence
    assert "Izyum” was not found" not in sentence, "a place that was found is not blamed for another field"
    assert vigil.done("list", case, "--json").json["count"] == 0


def test_several_mistakes_are_told_at_once(vigil: Vigil, case: Path) -> None:
    sentence = vigil.failed(
        "add", case, "--type", "theft", "--place", "Narnia", "--destination", "Mordor", "--date", "2022-02-30"
    )
    for word in ("theft", "Narnia", "Mordor", "February"):
        assert word in sentence


HOSTILE = {
    "controls": "a\x00b\x07c\x1b[31md\x9b2Je\x7f",
    "surrogates": "a\ud800b\udcffc",
    "overrides": "gpj.\u202eexe \u2066open",
    "markup": "<b>&amp;</b><script>alert(1)</script>{\\rtf} %s {0} ${x}",
    "formula": "=cmd|' /C calc'!A0",
    "sql": "'; DROP TABLE incident; --",
    "marks": "e" + "\u0301" * 500,
    "empty looking": "\u200b\u2060 \u00a0\t",
}
FREE = [
    "--title", "--narrative", "--public-summary", "--place-note", "--responsible", "--grade-why", "--report",
    "--publisher", "--attributed-to", "--reported-as", "--quote", "--rating-why", "--origin", "--verification-why",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_kept_as_text(vigil: Vigil, case: Path, tmp_path: Path, text: str) -> None:
    words = [f"{option}={text}" for option in FREE]
    vigil.done("add", case, "--type", "attack", f"--place={text} X", "--lat", "49", "--lon", "37", *words)
    vigil.done("list", case)
    written = vigil.listed(case)[0]
    assert written["narrative"].count("<script>") == text.count("<script>")
    vigil.done("list", case, f"--text={text}")
    vigil.done("brief", case, "-o", tmp_path / "b.pdf", f"--title={text}", f"--organisation={text}")
    assert vigil("check", case).code == 0


@pytest.mark.parametrize("option", sorted(options_of("add") - {"--json", "--lat", "--lon", *SWITCHES}))
def test_hostile_text_in_any_option_is_kept_or_refused(vigil: Vigil, case: Path, option: str) -> None:
    vigil("add", case, *LEAST, f"{option}={''.join(HOSTILE.values())}")
    vigil("add", case, *LEAST, f"{option}=\ud800")


def test_a_narrative_of_a_book_is_kept_whole(vigil: Vigil, case: Path) -> None:
    story = "Вони вийшли з міста. " * 5000
    vigil.done("add", case, *LEAST, "--narrative", story)
    assert vigil.listed(case)[0]["narrative"] == story.strip()
    assert len(max(vigil.done("list", case).lines, key=len)) < 300
    assert "1 more than fit" in vigil.failed("add", case, *LEAST, "--narrative", "x" * 1_000_001)
