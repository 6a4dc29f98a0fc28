"""The sample case, built once through the program's own operations, shows exactly the expected counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from incidents.case import Actor, Case
from incidents.errors import CaseError
from incidents.places import Gazetteer
from incidents.progress import Cancelled
from incidents.record.incident import Incident
from incidents.search import questions as ask
from incidents.search.counting import Tally
from incidents.search.filter import Filter, Period
from incidents.search.tally import Group
from seeds import reading
from seeds.build import build

EVERYTHING = Filter()
EXPECTED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "seeds" / "expected.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.vigil"
    build(path, actor=Actor("Olena"))
    return path


@pytest.fixture
def case(case_file: Path) -> Iterator[Case]:
    opened = Case.open(case_file, actor=Actor("Olena"), read_only=True)
    yield opened
    opened.close()
    Gazetteer.shipped().close()


def titled(case: Case, title: str) -> Incident:
    found = [i for i in case.read(ask.Incidents(EVERYTHING)) if i.title == title]
    assert len(found) == 1, title
    return found[0]


def sums(group: Group) -> dict[str, dict[str, Any]]:
    """Sums by "kind unit measure", as expected.json writes them."""
    return {f"{key.kind} {key.unit} {key.measure}": asdict(value) for key, value in group.sums.items()}


def counted(case: Case, wanted: Filter) -> dict[str, Any]:
    """What expected.json holds of one filter."""
    told = case.read(Tally(wanted))
    return {
        "count": told.count,
        "by_status": dict(sorted(told.by_status.items())),
        "headline": {"incidents": told.headline.incidents, "sums": sums(told.headline)},
        "under_review": {"incidents": told.under_review.incidents, "sums": sums(told.under_review)},
        "left_out": dict(told.left_out.counts),
        "no_figure": told.no_figure,
        "no_date": told.no_date,
        "no_place": told.no_place,
    }


def test_the_whole_case_counts_as_expected(case: Case) -> None:
    assert counted(case, EVERYTHING) == EXPECTED["everything"]


def test_types_countries_sources_and_undated_are_as_expected(case: Case) -> None:
    facets = case.read(ask.Facets(EVERYTHING))
    assert dict(facets.types) == EXPECTED["types"]
    assert dict(facets.countries) == EXPECTED["countries"]
    assert len(facets.sources) == EXPECTED["sources"]
    assert facets.undated == EXPECTED["undated"]


@pytest.mark.parametrize("name", sorted(EXPECTED["filters"]))
def test_each_saved_filter_counts_as_expected(case: Case, name: str) -> None:
    saved = dict(case.read(ask.SavedFilters()))
    assert set(saved) == set(EXPECTED["filters"])
    assert counted(case, saved[name]) == EXPECTED["filters"][name]


def test_the_expected_statuses_are_those_of_the_seed_files(case: Case) -> None:
    """expected.json against the coded files themselves, so that neither can drift alone."""
    told = reading.incidents()
    standing = [incident for incident in told if "merged_into" not in incident]
    by_status: dict[str, int] = {}
    for incident in standing:
        by_status[incident["verification"]] = by_status.get(incident["verification"], 0) + 1
    assert case.read(ask.Count(EVERYTHING)) == len(standing)
    assert EXPECTED["everything"]["by_status"] == by_status
    withdrawn = case.read(ask.Count(Filter(statuses=("withdrawn",))))
    assert withdrawn == len(told) - len(standing) > 0


def test_kharkiv_region_at_the_turn_of_april_to_may_2022(case: Case) -> None:
    """The filter of the main job finds what the user's report tells of Kharkiv region."""
    wanted = Filter(regions=("UA-63",), period=Period(date(2022, 4, 25), date(2022, 5, 3)))
    titles = {incident.title for incident in case.read(ask.Incidents(wanted))}
    assert {
        "Civilians held at a plant in Vovchansk",
        "Torture of people held at the Vovchansk plant",
        "Forced recruitment of prisoners in Vovchansk",
        "Forced recruitment of residents in Izium",
    } <= titles
    assert len(titles) == EXPECTED["kharkiv_spring"]


def test_claims_keep_quote_speaker_position_and_report(case: Case) -> None:
    plant = titled(case, "Evacuation of civilians from the Azovstal plant")
    text = {report.title: report.text for report in map(case.read, _reports(case, plant))}
    assert {claim.attributed_to for claim in plant.claims} >= {"Osnat Lubrani", "Volodymyr Zelensky"}
    for claim in plant.claims:
        assert claim.report is not None
        assert claim.quote in text[claim.report.title]
    headline = plant.headline
    assert headline is not None
    assert headline.attributed_to == "Osnat Lubrani"
    assert plant.figures["people"].best == 101
    assert plant.place is not None
    assert plant.destination is not None
    assert (plant.place.name, plant.destination.admin1) == ("Azovstal plant", "UA-23")


def _reports(case: Case, incident: Incident) -> list[ask.ReportById]:
    return [ask.ReportById(claim.report.id) for claim in incident.claims if claim.report]


def test_a_release_is_tied_to_the_detention_that_came_before(case: Case) -> None:
    held = titled(case, "Seven Sri Lankan students held in Vovchansk")
    freed = titled(case, "Seven Sri Lankan students found and freed")
    assert ("led_to", freed.id) in {(link.kind, link.other) for link in held.links}


def test_a_merged_incident_gave_its_claims_to_the_survivor(case: Case) -> None:
    survivor = titled(case, "Killings in Kishishe and Bambo")
    assert any("cinquante civils" in claim.quote for claim in survivor.claims)


def test_a_verified_incident_is_marked_as_self_reviewed_with_reasons(case: Case) -> None:
    moura = titled(case, "Killings in Moura")
    assert moura.self_review
    assert moura.verification_why


def test_every_quote_was_found_in_its_report(case: Case) -> None:
    for incident in case.read(ask.Incidents(EVERYTHING)):
        for claim in incident.claims:
            assert claim.report is not None, incident.title


def test_a_file_that_exists_is_left_alone(case_file: Path) -> None:
    before = case_file.stat().st_size
    with pytest.raises(CaseError):
        build(case_file, actor=Actor("Olena"))
    assert case_file.stat().st_size == before


def test_stopping_leaves_no_file_behind(tmp_path: Path) -> None:
    class Impatient:
        def step(self, done: int, total: int | None = None, what: str = "") -> None:
            if done >= 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        build(tmp_path / "half.vigil", actor=Actor("Olena"), progress=Impatient())
    assert list(tmp_path.iterdir()) == []
