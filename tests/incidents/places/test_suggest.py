"""Suggestions while one types: any spelling finds the place, the likelier place comes first."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incidents.places import Gazetteer, Hit
from incidents.record.place import Place
from tests.strategies import hostile_text

IZYUM, KHARKIV, VOVCHANSK, MARIUPOL = 707292, 706483, 689304, 701822

CAMP = Place(
    id=UUID(int=7),
    name="Bezimenne filtration camp",
    kind="site",
    country="UKR",
    country_name="Ukraine",
    admin1="UA-14",
    admin1_name="Donetsk",
    lat=47.1,
    lon=37.94,
    names=("Безіменне", "Bezymennoye"),
    regions=("UKR", "UA-14"),
)


def first(hits: list[Hit]) -> Place:
    assert hits
    return hits[0].place


@pytest.mark.parametrize("typed", ["Izyum", "Izium", "Изюм", "Ізюм", "izjum", "Isjum", "IZYUM ", " ізюм"])
def test_izyum_is_one_place_in_every_spelling(gazetteer: Gazetteer, typed: str) -> None:
    assert first(gazetteer.suggest(typed)).geonames == IZYUM


@pytest.mark.parametrize(
    "typed", ["Kharkiv", "Kharkov", "Khar'kov", "Харків", "Харьков", "Charkiw", "Jarkov", "خاركوف"]
)
def test_kharkiv_is_one_place_in_every_spelling(gazetteer: Gazetteer, typed: str) -> None:
    assert first(gazetteer.suggest(typed)).geonames == KHARKIV


@pytest.mark.parametrize(
    "typed", ["Vovchansk", "Volchansk", "Вовчанськ", "Волчанск", "Vovčansk", "Vovchans’k"]
)
def test_vovchansk_under_its_names(gazetteer: Gazetteer, typed: str) -> None:
    assert first(gazetteer.suggest(typed)).geonames == VOVCHANSK


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vovchask", VOVCHANSK),
        ("Vovchnask", VOVCHANSK),
        ("Wovchansk", VOVCHANSK),
        ("Вовчанкс", VOVCHANSK),
        ("Mairupol", MARIUPOL),
        ("Marupol", MARIUPOL),
        ("Mariuppol", MARIUPOL),
        ("Mriuopl", MARIUPOL),
        ("Маріуполл", MARIUPOL),
        ("Kahrkiv", KHARKIV),
        ("Khrkiv", KHARKIV),
        ("Izymu", IZYUM),
    ],
)
def test_a_typing_error_or_two_are_forgiven(gazetteer: Gazetteer, typed: str, meant: int) -> None:
    hits = gazetteer.suggest(typed)
    assert meant in [hit.place.geonames for hit in hits[:3]]
    assert next(hit for hit in hits if hit.place.geonames == meant).how == "fuzzy"


def test_a_half_typed_name_finds_its_place(gazetteer: Gazetteer) -> None:
    for end in range(5, len("Mariupol")):
        assert MARIUPOL in [hit.place.geonames for hit in gazetteer.suggest("Mariupol"[:end])]


def test_exact_comes_before_beginnings_and_those_before_slips(gazetteer: Gazetteer) -> None:
    order = {"exact": 0, "prefix": 1, "fuzzy": 2}
    for typed in ("Izyum", "Goma", "Vovchans", "San Jo", "Bucha", "Хар", "Marupo"):
        ways = [order[hit.how] for hit in gazetteer.suggest(typed)]
        assert ways == sorted(ways), typed


def test_the_larger_place_comes_first(gazetteer: Gazetteer) -> None:
    paris = gazetteer.suggest("Paris")
    assert paris[0].place.country == "FRA"
    assert "USA" in {hit.place.country for hit in paris}


def test_among_places_of_one_size_the_usual_country_comes_first(gazetteer: Gazetteer) -> None:
    def countries(usual: str) -> list[str]:
        return [
            hit.place.country for hit in gazetteer.suggest("Tripoli", country=usual) if hit.how == "exact"
        ]

    assert countries("")[0] == "LBY"
    lebanese = gazetteer.suggest("Novi", limit=12, country="UKR")
    assert lebanese
    for hits in (gazetteer.suggest("Bucha", country="DEU"), gazetteer.suggest("Bucha", country="UKR")):
        sizes = [len(str(hit.place.population or 0)) for hit in hits if hit.how == "exact"]
        assert sizes == sorted(sizes, reverse=True)
    assert {hit.place.country for hit in gazetteer.suggest("Oleksandrivka", limit=3, country="RUS")} != {
        "RUS"
    }
    same_size = [
        hit.place for hit in gazetteer.suggest("Victoria", limit=12, country="SYC") if hit.how == "exact"
    ]
    of_size = [place for place in same_size if place.kind == "settlement" and len(str(place.population)) == 5]
    assert of_size
    assert of_size[0].country == "SYC"


def test_namesakes_are_told_apart(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest("Izyum")[0].label == "Izyum, Kharkiv, Ukraine"
    for typed in ("Ivanivka", "San Jose", "Springfield", "Kyiv", "Bucharest", "Bucha"):
        labels = [hit.label for hit in gazetteer.suggest(typed)]
        assert len(set(labels)) == len(labels), labels


def test_what_follows_a_comma_narrows(gazetteer: Gazetteer) -> None:
    assert first(gazetteer.suggest("Izyum, Kharkiv, Ukraine")).geonames == IZYUM
    assert first(gazetteer.suggest("Tripoli, Leb")).country == "LBN"
    assert first(gazetteer.suggest("Springfield, Illinois")).admin1_name == "Illinois"
    assert {hit.place.country for hit in gazetteer.suggest("Bucha, Ukr")} == {"UKR"}
    assert gazetteer.suggest("Izyum, Nowhereland") == []


def test_countries_and_areas_stand_in_the_same_list(gazetteer: Gazetteer) -> None:
    assert first(gazetteer.suggest("Ukraine")).kind == "country"
    assert first(gazetteer.suggest("Україна")).precision == "country"
    assert first(gazetteer.suggest("Donbas")).kind == "area"
    assert first(gazetteer.suggest("North Kivu")).admin1 == "CD-NK"
    kinds = [hit.place.kind for hit in gazetteer.suggest("Kharkiv")]
    assert kinds[:2] == ["settlement", "admin1"], "the city comes before the oblast that is named for it"


def test_the_spelling_that_matched_is_shown(gazetteer: Gazetteer) -> None:
    assert gazetteer.suggest("Изюм")[0].matched == "Изюм"
    assert gazetteer.suggest("izium")[0].matched == "Izium"


def test_one_and_two_letters_give_large_places(gazetteer: Gazetteer) -> None:
    for typed in ("k", "ma", "х", "ма", "ا", "ح"):
        hits = gazetteer.suggest(typed)
        assert len(hits) == 12
        begun = [hit.place for hit in hits if hit.how == "prefix"]
        assert all((place.population or 0) > 100_000 for place in begun[:6]), typed


def test_the_case_s_own_places_are_ranked_among_the_rest(gazetteer: Gazetteer) -> None:
    own = (CAMP,)
    assert first(gazetteer.suggest("Bezimenne filtration camp", own=own)).id == CAMP.id
    assert CAMP.id in [hit.place.id for hit in gazetteer.suggest("Bezim", own=own)]
    assert CAMP.id in [hit.place.id for hit in gazetteer.suggest("filtr", own=own)], (
        "a later word finds it too"
    )
    assert CAMP.id in [hit.place.id for hit in gazetteer.suggest("Безімене", own=own)], (
        "with a slip, in Cyrillic"
    )
    assert CAMP.id not in [hit.place.id for hit in gazetteer.suggest("Mariupol", own=own)]


def test_nothing_typed_suggests_nothing(gazetteer: Gazetteer) -> None:
    for typed in ("", "   ", ",", "---", "\x00", "'"):
        assert gazetteer.suggest(typed) == []


def test_suggestions_can_be_asked_for_from_several_threads(gazetteer: Gazetteer) -> None:
    found: list[int | None] = []

    def ask() -> None:
        found.extend(first(gazetteer.suggest(typed)).geonames for typed in ("Izyum", "Vovchask", "Маріуполь"))
        gazetteer.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(filter(None, found)) == sorted([IZYUM, VOVCHANSK, MARIUPOL] * 4)


@given(hostile_text() | st.text(st.characters(), max_size=600), st.integers(-1, 20))
@example("x" * 500, 12)
@example("ab, " * 200, 12)
@example("\ud800\udfff", 12)
@example("%_'\"; DROP TABLE name; --", 12)
def test_any_text_is_answered(gazetteer: Gazetteer, text: str, limit: int) -> None:
    hits = gazetteer.suggest(text, limit=limit, country="UKR", own=(CAMP,))
    assert len(hits) <= max(limit, 0)
    assert all(hit.label and hit.matched for hit in hits)
