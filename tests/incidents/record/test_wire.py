"""Incidents as JSON: what is written is read back as the same incident, what is hostile is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.check import check
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Incident, PeopleGroup
from incidents.record.wire import WireProblem, draft_from_json, figure_from_json, to_json
from tests import strategies
from tests.builders import TODAY, a_claim, a_place, an_incident
from tests.strategies import hostile_text

# The example of the product's documentation.
EXAMPLE: dict[str, Any] = json.loads("""
{"ref": "UKR-2022-0042", "type": "evacuation", "types_other": [], "title": "...", "narrative": "...",
 "public_summary": "...",
 "date": "2022-05-01", "date_start": "2022-05-01", "date_end": "2022-05-01", "date_precision": "day",
 "place": "Mariupol", "country": "UKR", "admin1": "Donetsk", "lat": 47.10, "lon": 37.54,
 "geo_precision": "settlement", "destination": null,
 "people": {"min": 100, "best": null, "max": null, "qualifier": "more_than", "unit": "people", "text": "more than 100"},
 "occurrence": "occurred", "verification": "reported", "sensitivity": "moderate", "tags": [],
 "claims": [{"report": {"title": "...", "publisher": "...", "published": "2022-05-02", "url": null},
   "attributed_to": "...", "reliability": "C", "credibility": "3", "stance": "supports", "quote": "..."}]}
""")


def same(incident: Incident) -> Incident:
    """The incident without what a second case gives anew: identities, references, evidence."""
    claims = tuple(replace(claim, id=ANY, report=_same_report(claim)) for claim in incident.claims)
    return replace(incident, id=ANY, ref="", claims=claims, links=())


ANY = an_incident().id


def _same_report(claim: Claim) -> Any:
    report = claim.report
    if report is None:
        return None
    source = report.source and (report.source.name, report.source.kind)
    return (
        report.title,
        source,
        report.author,
        report.url,
        report.published,
        report.retrieved,
        report.language,
    )


@given(strategies.incidents())
def test_what_is_written_is_read_back_as_the_same_incident(incident: Incident) -> None:
    text = json.dumps(to_json(incident), allow_nan=False)
    draft = draft_from_json(json.loads(text))
    assert draft.place_text == (incident.place.name if incident.place else "")
    looked_up = replace(draft, place=incident.place, destination=incident.destination, link_refs=())
    checked = check(looked_up, today=strategies.TODAY)
    assert checked.incident is not None, checked.errors
    assert same(checked.incident) == same(incident)


def test_the_documented_example_is_read_and_written_with_the_same_keys() -> None:
    draft = draft_from_json(EXAMPLE)
    assert draft.type == "evacuation"
    assert (draft.place_text, draft.country_text, draft.admin1_text) == ("Mariupol", "UKR", "Donetsk")
    assert draft.figures == {"people": Figure(100, None, None, "more_than", text="more than 100")}
    assert draft.claims[0].report == ReportDraft(title="...", publisher="...", published="2022-05-02")
    checked = check(replace(draft, place=a_place()), today=TODAY)
    assert checked.incident is not None
    written = to_json(checked.incident)
    assert EXAMPLE.keys() <= written.keys()
    assert EXAMPLE["people"].items() <= written["people"].items()
    assert EXAMPLE["claims"][0].keys() <= written["claims"][0].keys()
    assert EXAMPLE["claims"][0]["report"].keys() <= written["claims"][0]["report"].keys()


def test_everything_but_the_type_and_a_place_or_date_may_be_missing_or_null() -> None:
    assert draft_from_json({"type": "killing", "place": "Bucha"}) == IncidentDraft(
        type="killing", place_text="Bucha"
    )
    empty = dict.fromkeys(to_json(an_incident())) | {"type": "killing", "date": "2022"}
    assert draft_from_json(empty) == IncidentDraft(type="killing", date="2022")


def test_people_dates_and_reports_may_be_written_as_people_write_them() -> None:
    draft = draft_from_json(
        {
            "type": "killing",
            "date": "last Sunday",
            "people": "more than 100",
            "figures": {"killed": 3},
            "destination": "Zaporizhzhia",
            "claims": [{"report": "A title", "people": 120, "credibility": 3}],
        }
    )
    assert draft.date == "last Sunday"
    assert draft.figures == {"people": "more than 100", "killed": "3"}
    assert draft.destination_text == "Zaporizhzhia"
    claim = ClaimDraft(report=ReportDraft(title="A title"), figures={"people": "120"}, credibility="3")
    assert draft.claims == (claim,)


def test_a_destination_may_be_an_object_with_its_country() -> None:
    draft = draft_from_json(
        {"type": "return", "destination": {"place": "Taganrog", "country": "RUS", "lat": 47.2}}
    )
    assert (draft.destination_text, draft.destination_country_text) == ("Taganrog", "RUS")
    assert draft.destination_lat == 47.2


def test_groups_and_links_are_read() -> None:
    draft = draft_from_json(
        {
            "type": "return",
            "groups": [{"sex": "f", "age": "0_4", "count": 2}, {"count": 1}],
            "links": [{"kind": "part_of", "ref": "UKR-2022-0001"}],
        }
    )
    assert draft.groups == (PeopleGroup("f", "0_4", 2), PeopleGroup("u", "unknown", 1))
    assert draft.link_refs == (("part_of", "UKR-2022-0001"),)


def test_the_point_inside_an_area_is_not_written_as_where_it_happened() -> None:
    region = a_place("Kharkiv Oblast", kind="admin1", precision="admin1")
    written = to_json(an_incident(place=region, destination=a_place()))
    assert (written["lat"], written["lon"], written["place_kind"]) == (None, None, "admin1")
    assert written["destination"]["place"] == "Izyum"


@pytest.mark.parametrize(
    ("given_", "key"),
    [
        ([], "incident"),
        ("text", "incident"),
        (None, "incident"),
        ({"type": 5}, "type"),
        ({"typ": "killing"}, "typ"),
        ({"types_other": "killing"}, "types_other"),
        ({"types_other": ["killing", 3]}, "types_other.1"),
        ({"lat": "47.1"}, "lat"),
        ({"lat": True}, "lat"),
        ({"lat": float("nan")}, "lat"),
        ({"lat": float("inf")}, "lat"),
        ({"lon": 10**400}, "lon"),
        ({"aggregate": "yes"}, "aggregate"),
        ({"people": 1.5}, "people"),
        ({"people": True}, "people"),
        ({"people": 10**30}, "people"),
        ({"people": {"min": "3"}}, "people.min"),
        ({"people": {"least": 3}}, "people.least"),
        ({"figures": {"cats": 3}}, "figures.cats"),
        ({"figures": []}, "figures"),
        ({"groups": [{"sex": "f"}]}, "groups.0.count"),
        ({"groups": [{"count": 1, "height": 2}]}, "groups.0.height"),
        ({"tags": {"a": 1}}, "tags"),
        ({"claims": [3]}, "claims.0"),
        ({"claims": [{}, {"quote": []}]}, "claims.1.quote"),
        ({"claims": [{"report": {"titel": "T"}}]}, "claims.0.report.titel"),
        ({"claims": [{"report": {"published": 2022}}]}, "claims.0.report.published"),
        ({"claims": [{"quote_start": 1.5}]}, "claims.0.quote_start"),
        ({"destination": 5}, "destination"),
        ({"destination": {"town": "X"}}, "destination.town"),
        ({"links": [{"kind": "part_of", "id": "x"}]}, "links.0.id"),
        ({"date": "2022-05", "date_precision": "day"}, "date"),
        ({"date": "2022-05-01", "date_end": "2022-05-03"}, "date"),
        ({"date": "last Sunday", "date_end": "2022-05-03"}, "date_start"),
        ({"date_start": "yesterday"}, "date"),
    ],
)
def test_what_is_wrong_is_refused_by_the_name_of_its_key(given_: Any, key: str) -> None:
    with pytest.raises(WireProblem, match=f"“{key}”") as refused:
        draft_from_json(given_)
    assert str(refused.value).endswith(".")


def test_deep_nesting_is_refused() -> None:
    deep: Any = {}
    for _ in range(5000):
        deep = {"report": deep}
    with pytest.raises(WireProblem):
        draft_from_json({"claims": [deep]})


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | hostile_text(20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile_text(10), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(to_json(an_incident()))), _ANYTHING, max_size=4))
def test_any_json_is_a_draft_or_a_sentence(given_: dict[str, Any]) -> None:
    try:
        draft = draft_from_json(given_)
    except WireProblem as problem:
        assert str(problem).isprintable()
        return
    check(draft, today=TODAY)


@given(_ANYTHING)
def test_any_figure_is_one_or_is_refused(value: Any) -> None:
    try:
        figure_from_json("people", value)
    except WireProblem as problem:
        assert "people" in str(problem)


def test_a_withdrawn_claim_stays_withdrawn() -> None:
    written = to_json(an_incident(claims=(a_claim(withdrawn="Wrong report"),)))
    assert draft_from_json(written).claims[0].withdrawn == "Wrong report"
