"""Suggestions in the flat words of the coding guide."""

from __future__ import annotations

import json

from incidents.record.dates import parse_edtf
from incidents.record.figures import Figure
from incidents.record.place import Place
from incidents.record.suggestion import Passage, Suggestion
from reports.extraction.wire import suggestion_out

TEXT = "Police held 12 people in Lviv."


def flat(**fields):
    return suggestion_out(Suggestion(type="detention", evidence=(Passage(0, len(TEXT)),), **fields), TEXT)


def test_what_is_not_known_is_null():
    told = flat()
    empty = [
        "place",
        "country",
        "admin1",
        "lat",
        "lon",
        "date_start",
        "date_end",
        "people_min",
        "people_max",
        "claimed_by",
    ]
    assert [told[name] for name in empty] == [None] * len(empty)
    assert (told["date_precision"], told["status"], told["people_unit"]) == ("unknown", "occurred", "people")
    assert told["evidence"] == [TEXT]
    json.dumps(told)


def test_a_settlement_has_coordinates_and_a_country_has_none():
    lviv = Place(name="Lviv", country="UKR", admin1_name="Lviv Oblast", lat=49.83826, lon=24.02324)
    assert [flat(place=lviv)[name] for name in ("lat", "lon")] == [49.84, 24.02]
    ukraine = Place(name="Ukraine", kind="country", country="UKR", lat=50.45, lon=30.52, precision="country")
    assert [flat(place=ukraine)[name] for name in ("lat", "lon")] == [None, None]


def test_dates_say_how_precise_they_are():
    cases = {
        "2022-05-01": "day",
        "2022-05": "month",
        "2022": "year",
        "2022-05-01/2022-05-09": "span",
        "2022-05-01/..": "span",
    }
    assert {edtf: flat(when=parse_edtf(edtf))["date_precision"] for edtf in cases} == cases


def test_numbers_are_bounds():
    told = flat(people=Figure(100, None, None, "more_than"))
    assert (told["people_min"], told["people_max"]) == (100, None)
    told = flat(people=Figure(3, 3, 3, "approximately", unit="households"))
    assert (told["people_min"], told["people_max"], told["people_approx"], told["people_unit"]) == (
        3,
        3,
        True,
        "households",
    )
