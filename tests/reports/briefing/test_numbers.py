"""Every number of a briefing is the counting function's, and leads back to incidents."""

from __future__ import annotations

import pytest

from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.incident import Link
from incidents.search import questions as ask
from incidents.search.filter import Filter, parse
from incidents.search.tally import SumKey
from reports.briefing.content.tree import Briefing, Number, Table, Tiles
from tests.builders import MARIUPOL, a_place, an_incident
from tests.reports.briefing.conftest import Making, composed, placed


def a_mixed_case(case_of: Making):
    mariupol = a_place(**MARIUPOL)
    first = an_incident(people="40", verification="verified")
    incidents = [
        first,
        an_incident(people="more than 100", verification="corroborated", type="evacuation", place=mariupol),
        an_incident(people="12 families", verification="corroborated", type="displacement"),
        an_incident(people="30", verification="reported", type="killing", when="3 May 2022"),
        an_incident(people="3-8", verification="contested", type="attack", place=None),
        an_incident(people="40", verification="reported", links=(Link("duplicate_of", first.id),)),
        an_incident(people="7", verification="refuted"),
        an_incident(verification="unassessed", when="2022-04"),
        an_incident(people="200", verification="verified", measure="stock", type="displacement"),
    ]
    return case_of(*(placed(incident, number) for number, incident in enumerate(incidents, 1)))


FILTERS = [
    "",
    "region:UA-63",
    "region:UA-14",
    "type:detention",
    "status:reported",
    "period:2022-05-02..2022-05-04",
    "grade:B2",
]


def tables(briefing: Briefing) -> dict[str, Table]:
    return {b.title: b for s in briefing.sections for b in s.blocks if isinstance(b, Table)}


@pytest.mark.parametrize("line", FILTERS)
def test_every_printed_number_is_the_tallys(case_of: Making, line: str) -> None:
    case = a_mixed_case(case_of)
    wanted = parse(line)
    tally = case.read(ask.Tally(wanted))
    briefing = composed(case, filter=wanted)
    [tiles] = [block for block in briefing.section("figures").blocks if isinstance(block, Tiles)]
    assert tiles.items[0].numbers[0].value == tally.headline.incidents
    assert tiles.items[0].note.startswith(f"{tally.under_review.incidents} ")
    for tile, kinds in zip(
        tiles.items[1:], (["people"], ["killed", "injured"], ["detained", "displaced"]), strict=True
    ):
        for number, kind in zip(tile.numbers, kinds, strict=True):
            found = tally.headline.sums.get(SumKey(kind, "people", "flow"))
            assert number.value == (found.best if found else None)
    found_tables = tables(briefing)
    if not tally.headline.incidents and not tally.under_review.incidents:
        assert "Totals by type" not in found_tables
        return
    for row in found_tables["Totals by type"].rows[:-1]:
        code = next(code for code, term in TYPES.items() if term.label == row.cells[0])
        headline, review = tally.by_type[code]
        assert numbers(row)[0] == headline.incidents
        assert numbers(row)[-2:] == [headline.without_figure, review.incidents]
    last = numbers(found_tables["Totals by type"].rows[-1])
    assert (last[0], last[-1]) == (tally.headline.incidents, tally.under_review.incidents)
    grid = found_tables["Incidents counted, by region and type"]
    assert numbers(grid.rows[-1])[-2:] == [tally.headline.incidents, tally.under_review.incidents]
    for code, value in tally.by_status.items():
        [row] = [
            r for r in found_tables["Incidents by status"].rows if r.cells[0] == VERIFICATION[code].label
        ]
        assert numbers(row) == [value]


def numbers(row) -> list[int | None]:  # type: ignore[no-untyped-def]
    return [cell.value for cell in row.cells if isinstance(cell, Number)]


def test_every_number_of_incidents_names_exactly_so_many(case_of: Making) -> None:
    briefing = composed(a_mixed_case(case_of))
    found = tables(briefing)
    for title, columns in (("Totals by type", (0, -1)), ("Incidents counted, by region and type", range(20))):
        for row in found[title].rows:
            cells = [cell for cell in row.cells if isinstance(cell, Number)]
            for cell in [cells[n] for n in columns if n < len(cells)]:
                assert cell.value is None or len(cell.ids) == cell.value
    for row in found["Incidents by status"].rows:
        [cell] = [cell for cell in row.cells if isinstance(cell, Number)]
        assert len(cell.ids) == cell.value


def test_rows_of_the_masthead_add_up(case_of: Making) -> None:
    facts = {fact.label: fact.text for fact in composed(a_mixed_case(case_of)).masthead.facts}
    assert facts["Rows"] == "9 incidents in the filter: 4 counted, 3 under review, 2 left out of totals."


def test_what_is_left_out_is_named_with_its_reason(case_of: Making) -> None:
    case = a_mixed_case(case_of)
    refs = case.read(ask.Tally(Filter())).left_out.refs
    [bullets] = composed(case).section("left_out").blocks
    told = {item.text.split()[1].strip(":"): item.refs for item in bullets.items}  # type: ignore[union-attr]
    assert told == {"duplicates": refs["duplicate"], "refuted": refs["refuted"]}


def test_people_on_a_date_and_households_are_said_apart(case_of: Making) -> None:
    note = tables(composed(a_mixed_case(case_of)))["Totals by type"].note
    assert "200 people in that state on a given date" in note
    assert "12 households" in note


def test_incidents_under_review_stand_apart(case_of: Making) -> None:
    briefing = composed(a_mixed_case(case_of))
    counted = [e.status for b in briefing.section("incidents").blocks for e in getattr(b, "items", ())]
    review = [e.status for b in briefing.section("under_review").blocks for e in getattr(b, "items", ())]
    assert set(counted) <= {"verified", "corroborated"} and len(counted) == 4
    assert set(review) <= {"reported", "contested", "unassessed"} and len(review) == 3


def test_no_section_is_dropped_when_there_is_nothing(case_of: Making) -> None:
    full, empty = composed(a_mixed_case(case_of)), composed(case_of())
    assert [s.key for s in empty.sections] == [s.key for s in full.sections]
    texts = [
        b.text
        for key in ("highlights", "tables", "incidents", "under_review")
        for b in empty.section(key).blocks
    ]  # type: ignore[union-attr]
    assert texts == ["No incidents recorded."] * 4


def test_sources_are_numbered_as_they_are_cited_and_every_citation_has_one(case_of: Making) -> None:
    briefing = composed(a_mixed_case(case_of))
    cited = [
        claim.source
        for key in ("incidents", "under_review")
        for block in briefing.section(key).blocks
        for entry in getattr(block, "items", ())
        for claim in entry.claims
    ]
    [listed] = briefing.section("sources").blocks
    assert list(dict.fromkeys(cited)) == [item.number for item in listed.items]  # type: ignore[union-attr]


def test_the_filter_is_printed_so_that_it_can_be_used_again(case_of: Making) -> None:
    wanted = Filter(regions=("UA-63",), types=("detention",), text='"two words"')
    facts = {fact.label: fact.text for fact in composed(case_of(), filter=wanted).masthead.facts}
    assert parse(facts["Filter"]) == wanted
    assert "Kharkiv Oblast" in facts["Selection"]
