"""Every number comes from one function; here it is held against the rules, said once more the long way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings

from incidents.case import Actor, Case
from incidents.case.derived import harm_of
from incidents.case.writer import Writer, new_id
from incidents.places import Gazetteer
from incidents.record.codes import HEADLINE_STATUSES, UNDER_REVIEW_STATUSES
from incidents.record.dates import parse_edtf
from incidents.record.figures import Figure
from incidents.record.incident import Incident, Link
from incidents.record.place import Place
from incidents.search import questions as ask
from incidents.search.filter import Filter, Period
from incidents.search.tally import Sum, SumKey
from tests.incidents.search.test_filter_meaning import EVERYTHING, filters


class Everything(dict[UUID, Incident]):
    """Every incident of the case, with a name short enough for hypothesis to print."""

    def __repr__(self) -> str:
        return "everything"


@pytest.fixture(scope="module")
def everything(case: Case) -> Everything:
    return Everything({incident.id: incident for incident in case.read(ask.Incidents(EVERYTHING))})


def naive(found: list[Incident], everything: Everything) -> dict[bool, list[Incident]]:
    """Incidents that count, headline (True) and under review (False), by the words of docs/counting.md."""

    def duplicate(incident: Incident) -> bool:
        others = [everything[link.other] for link in incident.links if link.kind == "duplicate_of"]
        return any(other.verification not in ("withdrawn", "refuted") for other in others)

    statuses = (*HEADLINE_STATUSES, *UNDER_REVIEW_STATUSES)
    pool = [i for i in found if i.verification in statuses and not duplicate(i)]

    def contains(total: Incident, part: Incident) -> bool:
        if total.verification in HEADLINE_STATUSES and part.verification not in HEADLINE_STATUSES:
            return False
        if any(link.kind == "part_of" and link.other == total.id for link in part.links):
            return True
        return total.aggregate and not part.aggregate and _inside(total, part)

    def superseded(stock: Incident, later: Incident) -> bool:
        if stock.verification in HEADLINE_STATUSES and later.verification not in HEADLINE_STATUSES:
            return False
        if not (stock.measure == later.measure == "stock" and stock.type == later.type):
            return False
        if stock.place is None or later.place is None or not stock.when.known or not later.when.known:
            return False
        assert stock.when.last_day and later.when.last_day
        return stock.place.id == later.place.id and later.when.last_day > stock.when.last_day

    counted = [i for i in pool if not any(contains(i, p) or superseded(i, p) for p in pool if p.id != i.id)]
    return {
        True: [i for i in counted if i.verification in HEADLINE_STATUSES],
        False: [i for i in counted if i.verification in UNDER_REVIEW_STATUSES],
    }


def _inside(total: Incident, part: Incident) -> bool:
    if not total.when.known or not part.when.known or total.place is None or part.place is None:
        return False
    assert total.when.first_day and total.when.last_day and part.when.first_day and part.when.last_day
    same = (total.type, total.measure) == (part.type, part.measure)
    in_time = total.when.first_day <= part.when.first_day and part.when.last_day <= total.when.last_day
    if total.place.kind in ("settlement", "site"):
        return same and in_time and part.place.id == total.place.id
    codes = set(Gazetteer.shipped().expand(total.place.regions[-1]))
    return same and in_time and bool(codes & set(part.place.regions))


def added_up(incidents: list[Incident]) -> dict[SumKey, Sum]:
    sums: dict[SumKey, Sum] = defaultdict(Sum)
    for incident in incidents:
        for kind, told in incident.figures.items():
            figure = told.in_people() or told
            for of in {kind, harm_of(incident, kind)}:
                key = SumKey(of, figure.unit, incident.measure)
                before, best = sums[key], figure.best if figure.best is not None else figure.min or 0
                sums[key] = Sum(
                    min=before.min + (figure.min or 0),
                    best=before.best + best,
                    max=None if before.max is None or figure.max is None else before.max + figure.max,
                    at_least=before.at_least or told.best is None,
                    incidents=before.incidents + 1,
                    estimated=before.estimated or (told.unit == "households" and figure.unit == "people"),
                )
    return dict(sums)


@given(wanted=filters())
@settings(max_examples=150)
def test_totals_are_what_the_rules_say(case: Case, everything: Everything, wanted: Filter) -> None:
    tally = case.read(ask.Tally(wanted))
    found = case.read(ask.Incidents(wanted))
    counted = naive(found, everything)
    assert tally.count == len(found) == sum(tally.by_status.values())
    assert tally.headline.incidents == len(counted[True])
    assert tally.under_review.incidents == len(counted[False])
    assert tally.headline.sums == added_up(counted[True])
    assert tally.under_review.sums == added_up(counted[False])
    assert tally.no_figure == sum(not i.figures for i in found)
    assert tally.no_date == sum(not i.when.known for i in found)
    assert tally.no_place == sum(i.place is None for i in found)


@given(wanted=filters())
@settings(max_examples=60)
def test_nothing_is_lost_between_counted_and_left_out(case: Case, wanted: Filter) -> None:
    tally = case.read(ask.Tally(wanted))
    left_out = sum(tally.left_out.counts.values())
    assert tally.headline.incidents + tally.under_review.incidents + left_out == tally.count
    for groups in (tally.by_type, tally.by_region):
        assert sum(group.incidents for group, _ in groups.values()) == tally.headline.incidents
        assert sum(group.incidents for _, group in groups.values()) == tally.under_review.incidents
    assert sum(n for n, _ in tally.by_type_region.values()) == tally.headline.incidents


MARIUPOL = Place(name="Mariupol", country="UKR", admin1="UA-14", geonames=1, regions=("UKR", "UA-14"))
UKRAINE = Place(name="Ukraine", kind="country", country="UKR", regions=("UKR",), precision="country")


class Put:
    label, why, undoable = "Put", "", True

    def __init__(self, *incidents: Incident) -> None:
        self.incidents = incidents

    def __call__(self, writer: Writer) -> None:
        places: dict[str, Place] = {}
        for incident in self.incidents:
            if incident.place is not None and incident.place.name not in places:
                places[incident.place.name] = replace(incident.place, id=new_id())
                writer.put(places[incident.place.name])
            place = places[incident.place.name] if incident.place else None
            writer.put_incident(replace(incident, place=place))


def incident(people: Figure | None = None, **changes: object) -> Incident:
    made = Incident(
        id=new_id(), type="evacuation", when=parse_edtf("2022-05-01"), place=MARIUPOL, verification="corroborated",
        figures={"people": people} if people else {},
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


Counted = Callable[..., object]


@pytest.fixture
def count(tmp_path: Path) -> Counted:
    def counted(*incidents: Incident, wanted: Filter = EVERYTHING) -> object:
        with Case.create(tmp_path / "c.vigil", actor=Actor("o")) as case:
            case.perform(Put(*incidents))
            return case.read(ask.Tally(wanted))

    return counted


PEOPLE = SumKey("people", "people", "flow")
HUNDRED = Figure(100, 100, 100, "exact")


def test_unknown_is_not_zero(count: Counted) -> None:
    tally = count(incident(), incident(Figure(0, 0, 0, "exact")))
    assert tally.headline.sums[PEOPLE] == Sum(0, 0, 0, incidents=1)  # type: ignore[attr-defined]
    assert tally.headline.without_figure == tally.no_figure == 1  # type: ignore[attr-defined]


def test_more_than_a_hundred_is_at_least_a_hundred(count: Counted) -> None:
    tally = count(incident(Figure(100, None, None, "more_than")), incident(HUNDRED))
    assert tally.headline.sums[PEOPLE] == Sum(200, 200, None, at_least=True, incidents=2)  # type: ignore[attr-defined]


def test_households_need_a_recorded_size_to_be_people(count: Counted) -> None:
    bare, sized = Figure(40, 40, 40, "exact", "households"), Figure(40, 40, 40, "exact", "households", 5)
    sums = count(incident(bare), incident(sized), incident(HUNDRED)).headline.sums  # type: ignore[attr-defined]
    assert sums[PEOPLE] == Sum(300, 300, 300, incidents=2, estimated=True)
    assert sums[SumKey("people", "households", "flow")].best == 40


def test_flow_and_stock_are_never_added(count: Counted) -> None:
    sums = count(incident(HUNDRED), incident(HUNDRED, measure="stock")).headline.sums  # type: ignore[attr-defined]
    assert sums[PEOPLE].best == sums[SumKey("people", "people", "stock")].best == 100


def test_killed_people_add_up_whether_a_killing_or_an_attack_told_them(count: Counted) -> None:
    attack = incident(type="attack", figures={"killed": Figure(3, 3, 3, "exact")})
    sums = count(incident(Figure(5, 5, 5, "exact"), type="killing"), attack).headline.sums  # type: ignore[attr-defined]
    assert sums[SumKey("killed", "people", "flow")].best == 8
    assert sums[PEOPLE].best == 5


def test_a_duplicate_is_left_out_and_named_until_its_twin_is_withdrawn(
    count: Counted, tmp_path: Path
) -> None:
    first = incident(HUNDRED)
    second = incident(HUNDRED, links=(Link("duplicate_of", first.id),))
    tally = count(first, second)
    assert tally.headline.sums[PEOPLE].best == 100  # type: ignore[attr-defined]
    assert tally.left_out.refs == {"duplicate": ("UKR-2022-0002",)}  # type: ignore[attr-defined]
    (tmp_path / "c.vigil").unlink()
    tally = count(replace(first, verification="withdrawn"), second)
    assert tally.headline.sums[PEOPLE].best == 100  # type: ignore[attr-defined]


def test_a_total_gives_way_to_the_incidents_inside_it(count: Counted) -> None:
    total = incident(
        Figure(900, None, None, "more_than"),
        aggregate=True,
        place=UKRAINE,
        when=parse_edtf("2022-04/2022-05"),
    )
    tally = count(total, incident(HUNDRED))
    assert tally.headline.sums[PEOPLE].best == 100  # type: ignore[attr-defined]
    assert tally.left_out.counts == {"aggregate": 1}  # type: ignore[attr-defined]


def test_a_total_counts_where_nothing_inside_it_does(count: Counted) -> None:
    total = incident(HUNDRED, aggregate=True, place=UKRAINE, when=parse_edtf("2022-04/2022-05"))
    wanted = Filter(period=Period(date(2022, 4, 1), date(2022, 4, 20)))
    assert count(total, incident(HUNDRED), wanted=wanted).headline.incidents == 1  # type: ignore[attr-defined]


def test_a_verified_total_does_not_give_way_to_a_mere_report(count: Counted) -> None:
    total = incident(HUNDRED, aggregate=True, place=UKRAINE, when=parse_edtf("2022"), verification="verified")
    tally = count(total, incident(HUNDRED, verification="reported"))
    assert (tally.headline.incidents, tally.under_review.incidents) == (1, 1)  # type: ignore[attr-defined]


def test_of_several_stocks_at_one_place_only_the_latest_counts(count: Counted) -> None:
    may = incident(Figure(800, 800, 800, "exact"), type="displacement", measure="stock")
    june = replace(may, id=new_id(), figures={"people": HUNDRED}, when=parse_edtf("2022-06-01"))
    tally = count(may, june, replace(june, id=new_id(), measure="flow", when=parse_edtf("2022-07")))
    assert tally.headline.sums[SumKey("people", "people", "stock")].best == 100  # type: ignore[attr-defined]
    assert tally.headline.sums[PEOPLE].best == 100  # type: ignore[attr-defined]
    assert tally.left_out.refs == {"earlier_stock": ("UKR-2022-0001",)}  # type: ignore[attr-defined]


def test_refuted_and_withdrawn_incidents_are_named_not_added(count: Counted) -> None:
    tally = count(incident(HUNDRED, verification="refuted"), incident(HUNDRED, verification="withdrawn"))
    assert tally.headline.incidents == tally.under_review.incidents == 0  # type: ignore[attr-defined]
    assert tally.left_out.counts == {"refuted": 1, "withdrawn": 1}  # type: ignore[attr-defined]


def test_an_empty_case_counts_nothing(count: Counted) -> None:
    tally = count()
    assert tally.count == tally.headline.incidents == 0 and tally.left_out.counts == {}  # type: ignore[attr-defined]
