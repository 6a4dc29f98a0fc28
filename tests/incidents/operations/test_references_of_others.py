"""What JSON only names (links, destinations, areas) is found when the incident is added, or refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from incidents import operations as do
from incidents.case import Actor, Case
from incidents.errors import Refused
from incidents.record.incident import Incident
from incidents.record.wire import draft_from_json, to_json
from incidents.search import questions as ask
from incidents.search.filter import Filter


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    opened = Case.create(tmp_path / "links.vigil", actor=Actor("Olena"), name="Links")
    yield opened
    opened.close()


def added(case: Case, *objects: dict[str, Any]) -> list[Incident]:
    outcome = case.perform(do.AddIncidents([draft_from_json(given) for given in objects]))
    return [case.read(ask.IncidentById(uid)) for uid in outcome.value]


TAKEN = {"ref": "A", "type": "detention", "place": "Izyum", "country": "UKR", "date": "1 May 2022"}
FREED = {"ref": "B", "type": "release", "place": "Izyum", "country": "UKR", "date": "3 May 2022"}


def test_a_link_may_point_to_an_incident_that_comes_later_in_the_same_file(case: Case) -> None:
    taken, freed = added(case, TAKEN | {"links": [{"kind": "led_to", "ref": "B"}]}, FREED)
    assert [(link.kind, link.other) for link in taken.links] == [("led_to", freed.id)]


def test_a_link_may_point_to_an_incident_of_the_case(case: Case) -> None:
    (freed,) = added(case, FREED)
    (taken,) = added(case, TAKEN | {"links": [{"kind": "led_to", "ref": freed.ref}]})
    assert taken.links[0].other == freed.id


def test_a_link_to_nowhere_is_refused_and_nothing_is_kept(case: Case) -> None:
    with pytest.raises(Refused, match="no incident “ZZZ” to link to"):
        added(case, FREED, TAKEN | {"links": [{"kind": "led_to", "ref": "ZZZ"}]})
    with pytest.raises(Refused, match="no incident “ZZZ” to link to"):
        case.perform(do.AddIncident(draft_from_json(TAKEN | {"links": [{"kind": "led_to", "ref": "ZZZ"}]})))
    assert case.read(ask.Incidents(Filter())) == []


def test_a_region_of_the_same_name_as_its_city_is_the_region(case: Case) -> None:
    (region,) = added(case, {"type": "attack", "place": "Donetsk", "country": "UKR", "place_kind": "admin1"})
    assert region.place is not None
    assert (region.place.kind, region.geo_precision) == ("admin1", "admin1")


def test_an_incident_that_was_written_is_added_again_as_the_same(case: Case) -> None:
    there = {"place": "Taganrog", "country": "RUS"}
    (first,) = added(case, TAKEN | {"type": "forced_transfer", "destination": there, "people": "dozens"})
    (second,) = added(case, to_json(first))
    assert to_json(second) | {"ref": ""} == to_json(first) | {"ref": ""}
