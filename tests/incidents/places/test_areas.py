"""Countries and areas: their codes, what they contain, what they are as a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from incidents.errors import UnknownRegion, VigilError
from incidents.places import ATTRIBUTION, Gazetteer

# ISO 3166-2 and OCHA P-code of all 27 units of Ukraine. Five differ in more than the hyphen.
UKRAINE = {
    "UA-05": "UA05", "UA-07": "UA07", "UA-09": "UA44", "UA-12": "UA12", "UA-14": "UA14", "UA-18": "UA18",
    "UA-21": "UA21", "UA-23": "UA23", "UA-26": "UA26", "UA-30": "UA80", "UA-32": "UA32", "UA-35": "UA35",
    "UA-40": "UA85", "UA-43": "UA01", "UA-46": "UA46", "UA-48": "UA48", "UA-51": "UA51", "UA-53": "UA53",
    "UA-56": "UA56", "UA-59": "UA59", "UA-61": "UA61", "UA-63": "UA63", "UA-65": "UA65", "UA-68": "UA68",
    "UA-71": "UA71", "UA-74": "UA74", "UA-77": "UA73",
}  # fmt: skip


def test_ukraine_has_its_27_units_with_both_codes(gazetteer: Gazetteer) -> None:
    assert {area.code: area.pcode for area in gazetteer.children("UKR")} == UKRAINE
    for iso, pcode in UKRAINE.items():
        assert gazetteer.resolve_region(iso) == gazetteer.resolve_region(pcode) == iso


@pytest.mark.parametrize(
    ("city", "code"),
    [
        (707292, "UA-63"), (701822, "UA-14"), (702658, "UA-09"), (703448, "UA-30"),
        (693805, "UA-43"), (694423, "UA-40"),
        (170063, "SY-HL"), (216281, "CD-NK"),
        (379555, "SD-DN"), (99532, "IQ-BA"), (281133, "PS.GZ"),
    ],
)  # fmt: skip
def test_a_settlement_knows_the_areas_that_contain_it(gazetteer: Gazetteer, city: int, code: str) -> None:
    place = gazetteer.place(city)
    if place is None:
        pytest.fail(f"GeoNames {city} is not in the gazetteer")
    area = gazetteer.area(code)
    assert area is not None
    assert place.admin1 == code
    assert place.regions == (area.parent, code)
    assert place.country == area.parent
    assert place.admin1_name == area.short
    assert place.precision == "settlement"


def test_every_country_has_a_code_and_a_name(gazetteer: Gazetteer) -> None:
    countries = gazetteer.countries()
    assert len(countries) == 250
    assert all(len(area.code) == 3 and area.code.isupper() and len(area.iso) == 2 for area in countries)
    assert [area.name for area in countries] == sorted(area.name for area in countries)
    assert {"UKR", "SYR", "SDN", "COD", "MMR", "PSE", "XKX", "SSD"} <= {area.code for area in countries}


def test_every_area_has_a_country_and_answers_to_its_codes(gazetteer: Gazetteer) -> None:
    for country in gazetteer.countries():
        for area in gazetteer.children(country.code):
            assert area.parent == country.code
            assert area.code == (area.iso or area.code)
            assert area.name
            assert area.short
            if area.pcode:
                assert gazetteer.resolve_region(area.pcode) == area.code


@pytest.mark.parametrize(
    ("country", "units"),
    [
        ("SYR", 14),
        ("SDN", 18),
        ("COD", 26),
        ("MMR", 15),
        ("YEM", 22),
        ("AFG", 34),
        ("SOM", 18),
        ("SSD", 10),
        ("NGA", 37),
    ],
)
def test_countries_in_conflict_have_all_their_areas_with_iso_codes(
    gazetteer: Gazetteer, country: str, units: int
) -> None:
    children = gazetteer.children(country)
    assert len(children) == units
    assert all(area.iso for area in children)


def test_an_area_is_a_place_of_honest_precision(gazetteer: Gazetteer) -> None:
    ukraine, oblast, donbas, sahel = map(
        gazetteer.as_place, ("UKR", "UA-63", "area:donbas", "area:central-sahel")
    )
    assert (ukraine.kind, ukraine.precision, ukraine.regions) == ("country", "country", ("UKR",))
    assert (oblast.kind, oblast.precision, oblast.regions) == ("admin1", "admin1", ("UKR", "UA-63"))
    assert oblast.label == "Kharkiv Oblast, Ukraine"
    assert (donbas.kind, donbas.precision, donbas.regions) == ("area", "admin1", ("UKR", "area:donbas"))
    assert (sahel.precision, sahel.country, sahel.regions) == ("country", "", ("area:central-sahel",))
    with pytest.raises(UnknownRegion):
        gazetteer.as_place("area:atlantis")


def test_a_filter_by_a_named_area_takes_in_its_parts_and_itself(gazetteer: Gazetteer) -> None:
    assert set(gazetteer.expand("area:donbas")) == {"UA-14", "UA-09", "area:donbas"}
    assert {"area:donbas", "UA-63"} <= set(gazetteer.expand("area:eastern-ukraine"))
    assert gazetteer.expand("UA-63") == ("UA-63",)
    assert gazetteer.expand("UKR") == ("UKR",)
    assert gazetteer.expand("place:none") == ("place:none",)


def test_every_named_area_is_made_of_areas_that_exist(gazetteer: Gazetteer) -> None:
    areas = gazetteer.named_areas()
    assert 25 <= len(areas) <= 60
    for area in areas:
        assert area.covers
        assert all(gazetteer.area(code) for code in area.covers)
        assert [part.code for part in gazetteer.children(area.code)]
        assert area.lat is not None


def test_the_point_of_an_area_is_a_settlement_inside(gazetteer: Gazetteer) -> None:
    for code, west, south, east, north in (
        ("UKR", 22, 44, 41, 53),
        ("UA-63", 34, 48, 39, 51),
        ("FJI", 176, -21, 180, -15),
    ):
        area = gazetteer.area(code)
        assert area is not None
        assert area.lat is not None
        assert area.lon is not None
        assert south < area.lat < north
        assert west < area.lon < east


def test_labels_are_what_people_read(gazetteer: Gazetteer) -> None:
    assert gazetteer.label("UA-63") == "Kharkiv Oblast, Ukraine"
    assert gazetteer.label("UKR") == "Ukraine"
    assert gazetteer.label("area:donbas") == "Donbas, Ukraine"
    assert gazetteer.label("area:sahel") == "Sahel"
    assert gazetteer.label("XX-99") == "XX-99"


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(VigilError, match=r"python -m resources\.gazetteer\.build"):
        Gazetteer(tmp_path / "places.sqlite")


def test_geonames_is_named_where_the_program_names_its_sources() -> None:
    for part in ("GeoNames", "geonames.org", "CC BY 4.0"):
        assert part in ATTRIBUTION


def test_a_number_that_no_place_has_is_no_place(gazetteer: Gazetteer) -> None:
    assert [gazetteer.place(number) for number in (0, -1, 10**30)] == [None] * 3
