"""Names in a text: looked up exactly, many at once; by their sound where the spelling differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.places import Gazetteer


def test_a_name_brings_all_its_bearers_the_best_known_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.named(["Goma", "Nowhere at all", "Punjab"])
    assert set(found) == {"Goma", "Punjab"}
    assert found["Goma"][0].country == "COD"
    assert {n.country for n in found["Punjab"]} >= {"IND", "PAK"}


@pytest.mark.parametrize(
    ("text", "kind", "country"),
    [
        ("Peru", "country", "PER"),
        ("Ivory Coast", "country", "CIV"),
        ("KHARKIV OBLAST", "admin1", "UKR"),
        ("Kharkiv", "settlement", "UKR"),
        ("N'Djaména", "settlement", "TCD"),
        ("Харків", "settlement", "UKR"),
        ("Liptako-Gourma", "area", ""),
        ("Casamance", "area", "SEN"),
    ],
)
def test_countries_areas_and_settlements_are_named_alike(
    gazetteer: Gazetteer, text: str, kind: str, country: str
) -> None:
    first = gazetteer.named([text])[text][0]
    assert (first.kind, first.country) == (kind, country)


def test_its_own_name_is_told_from_another_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.named(["Kobane"])["Kobane"][0].own is False
    assert gazetteer.named(["Aleppo"])["Aleppo"][0].own is True


def test_the_bearer_of_a_name_is_a_place_in_full(gazetteer: Gazetteer) -> None:
    place = gazetteer.place_of(gazetteer.named(["Bukavu"])["Bukavu"][0])
    assert (place.name, place.country, place.admin1_name) == ("Bukavu", "COD", "South Kivu")


@pytest.mark.parametrize(
    ("written", "country", "name"),
    [
        ("Sheikhoun Khan", "SYR", None),
        ("Khan Sheykhun", "SYR", "Khān Shaykhūn"),
        ("Damazine", "SDN", "Ad-Damazin"),
        ("Maidugury", "NGA", "Maiduguri"),
        ("Maidugury", "KEN", None),
        ("Goma", "COD", None),  # too short to be guessed at
    ],
)
def test_another_spelling_is_known_by_its_sound_in_the_right_country(
    gazetteer: Gazetteer, written: str, country: str, name: str | None
) -> None:
    found = gazetteer.respelt(written, [country])
    assert (found[0].name if found else None) == name


def test_every_country_with_a_seat_of_government_has_a_capital(gazetteer: Gazetteer) -> None:
    assert [gazetteer.capital(code).name for code in ("KEN", "UKR", "COL")] == ["Nairobi", "Kyiv", "Bogotá"]  # type: ignore[union-attr]
    assert gazetteer.capital("ATA") is None
    assert sum(gazetteer.capital(area.code) is not None for area in gazetteer.countries()) > 235


@given(st.lists(st.text(max_size=60), max_size=4))
def test_no_text_fails(gazetteer: Gazetteer, texts: list[str]) -> None:
    assert set(gazetteer.named(texts)) <= set(texts)
    for text in texts:
        assert isinstance(gazetteer.respelt(text, ["MLI"]), tuple)
