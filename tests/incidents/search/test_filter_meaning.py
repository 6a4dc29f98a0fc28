"""A filter means the same in SQL and in memory, and what the pane counts is what a click gives."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.case import Case
from incidents.places import Gazetteer
from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.incident import Incident
from incidents.record.place import Box
from incidents.search import questions as ask
from incidents.search.filter import Filter, Period
from incidents.search.match import matches

EVERYTHING = Filter(statuses=tuple(VERIFICATION))
REGIONS = ["UKR", "COD", "UA-63", "UA-14", "area:donbas", "FRA", "place:none"]
TEXTS = [
    "evac",
    '"evac"',
    "азов",
    '"camp the"',
    "DETENUS",
    "deplaces",
    "ізюм",
    "قافله",
    "the mayor",
    "40 families",
    "!!",
    "x",
]
BOXES = [Box(30, 44, 38, 50), Box(170, -20, -170, 0), Box(0, 0, 0, 0)]


@pytest.fixture(scope="module")
def incidents(case: Case) -> list[Incident]:
    return case.read(ask.Incidents(EVERYTHING))


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    days = sorted(draw(st.tuples(*[st.dates(date(2021, 12, 1), date(2023, 8, 1))] * 2)))
    period = Period(days[0], days[1], draw(st.sampled_from(["occurred", "reported", "entered"])),
                    draw(st.sampled_from(["overlap", "inside"])))  # fmt: skip
    half = Period(draw(st.sampled_from([days[0], None])), None)
    return Filter(
        regions=tuple(draw(st.lists(st.sampled_from(REGIONS), max_size=2))),
        boxes=tuple(draw(st.lists(st.sampled_from(BOXES), max_size=1))),
        period=draw(st.sampled_from([None, period, half])),
        types=tuple(draw(st.lists(st.sampled_from(list(TYPES)), max_size=4))),
        statuses=tuple(draw(st.lists(st.sampled_from(list(VERIFICATION)), max_size=4))),
        min_grade=draw(st.sampled_from(["", "", "A1", "B2", "C3", "E5"])),
        sources=tuple(
            draw(st.lists(st.sampled_from(["Kharkiv Desk", "Agence, « Est »", "none"]), max_size=2))
        ),
        text=draw(st.sampled_from(["", "", *TEXTS])),
    )


@given(wanted=filters())
@settings(max_examples=300)
def test_sql_and_memory_take_the_same_incidents(
    case: Case, incidents: list[Incident], wanted: Filter
) -> None:
    expand = Gazetteer.shipped().expand
    from_sql = {incident.id for incident in case.read(ask.Incidents(wanted))}
    in_memory = {incident.id for incident in incidents if matches(wanted, incident, expand)}
    assert from_sql == in_memory
    assert case.read(ask.Count(wanted)) == len(in_memory)


@given(wanted=filters())
@settings(max_examples=40)
def test_every_count_in_the_pane_is_what_a_click_gives(case: Case, wanted: Filter) -> None:
    from dataclasses import replace

    facets = case.read(ask.Facets(wanted))
    clicks = [(number, replace(wanted, types=(code,))) for code, number in facets.types.items()]
    clicks += [(number, replace(wanted, statuses=(code,))) for code, number in facets.statuses.items()]
    clicks += [(number, replace(wanted, sources=(name,))) for name, number in facets.sources.items()]
    everywhere = {**facets.countries, **facets.admin1, **facets.areas}
    clicks += [(n, replace(wanted, regions=(code,), boxes=())) for code, n in everywhere.items() if code]
    for number, clicked in clicks:
        assert case.read(ask.Count(clicked)) == number


@given(wanted=filters(), order=st.sampled_from(["date", "ref", "type", "title", "place", "region", "people", "status",
                                               "grade", "sources", "sensitivity", "occurrence", "entered", "changed"]),
       down=st.booleans())  # fmt: skip
@settings(max_examples=60)
def test_pages_and_ids_agree_in_every_order(case: Case, wanted: Filter, order: str, down: bool) -> None:
    by = ((order, down),)
    keys = list(case.read(ask.Ids(wanted, by)))
    assert [row.pk for row in case.read(ask.Page(wanted, by, limit=1000))] == keys
    assert [row.pk for row in case.read(ask.Rows(keys))] == keys
    assert len(set(keys)) == len(keys)


def test_regions_take_in_everything_below(case: Case) -> None:
    donbas = {row.place for row in case.read(ask.Page(Filter(regions=("area:donbas",))))}
    assert donbas == {"Mariupol", "Donetsk Oblast", "Donbas"}
    ukraine = {row.place for row in case.read(ask.Page(Filter(regions=("UKR",)), limit=500))}
    assert ukraine == {"Kharkiv", "Izyum", "Mariupol", "Donetsk Oblast", "Ukraine", "Donbas"}


def test_a_word_is_found_by_its_beginning_and_quoted_words_whole(case: Case) -> None:
    found = {
        text: case.read(ask.Count(Filter(text=text)))
        for text in ("evac", "evacuation", '"evacuation"', '"evac"')
    }
    assert found["evac"] == found["evacuation"] == found['"evacuation"'] > 0
    assert found['"evac"'] == 0


def test_withdrawn_incidents_are_shown_only_when_asked_for(case: Case) -> None:
    assert all(row.status != "withdrawn" for row in case.read(ask.Page(Filter(), limit=1000)))
    assert case.read(ask.Count(Filter(statuses=("withdrawn",)))) > 0


def test_a_first_page_is_found_through_a_covering_index(case: Case) -> None:
    """The plan matters: a scan of the table costs a hundred times the index."""
    from sqlalchemy import func, select, text

    from incidents.case import tables as t
    from incidents.search.compile import where

    wanted = Filter(
        regions=("UA-63",), period=Period(date(2022, 4, 25), date(2022, 5, 3)), types=("detention",)
    )
    query = select(func.count()).select_from(t.incident).where(where(wanted))

    def plan(reader: object) -> str:
        connection = reader.connection  # type: ignore[attr-defined]
        sql = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        return "\n".join(row[3] for row in connection.execute(text("EXPLAIN QUERY PLAN " + sql)))

    assert "COVERING INDEX ix_incident" in case.read(plan)
