"""A written name becomes one region or one place, or an error that lists the choices."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from incidents.errors import AmbiguousPlace, AmbiguousRegion, UnknownPlace, UnknownRegion, VigilError
from incidents.places import Gazetteer
from incidents.record.place import Place
from tests.strategies import hostile_text

CAMP = Place(
    id=UUID(int=9), name="Rukban camp", kind="site", country="JOR", regions=("JOR",), lat=33.3, lon=38.7
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UA", "UKR"), ("UKR", "UKR"), ("ukr", "UKR"), ("Ukraine", "UKR"), ("Україна", "UKR"), ("Украина", "UKR"),
        ("أوكرانيا", "UKR"), ("Ucrania", "UKR"), ("Kosovo", "XKX"), ("XKX", "XKX"), ("Сирия", "SYR"),
        ("UA-63", "UA-63"), ("ua-63", "UA-63"), ("UA63", "UA-63"), ("UA 63", "UA-63"), ("Kharkiv", "UA-63"),
        ("Kharkiv region", "UA-63"), ("Kharkiv Oblast", "UA-63"), ("Kharkivska", "UA-63"),
        ("Kharkivska oblast", "UA-63"), ("Харківська область", "UA-63"),
        ("Харьковская область", "UA-63"), ("Харків", "UA-63"), ("Kharkov", "UA-63"),
        ("Kharkiv Oblast, Ukraine", "UA-63"), ("kharkiv region, ukraine", "UA-63"),
        ("Kyiv", "UA-30"), ("Kyiv region", "UA-32"), ("Kyivska", "UA-32"), ("Crimea", "UA-43"), ("Крим", "UA-43"),
        ("Sevastopol", "UA-40"), ("Odessa", "UA-51"), ("Луганск", "UA-09"),
        ("Province of North Kivu", "CD-NK"), ("Nord-Kivu", "CD-NK"), ("north kivu", "CD-NK"), ("حلب", "SY-HL"),
        ("محافظة حلب", "SY-HL"), ("Aleppo governorate", "SY-HL"), ("Rural Damascus", "SY-RD"), ("Tigray", "ET-TI"),
        ("Rakhine State", "MM-16"), ("North Darfur", "SD-DN"), ("Gaza Strip", "PS.GZ"), ("قطاع غزة", "PS.GZ"),
        ("West Bank", "PS.WE"), ("Donbas", "area:donbas"), ("Донбасс", "area:donbas"), ("AREA:DONBAS", "area:donbas"),
        ("Darfur", "area:darfur"), ("دارفور", "area:darfur"), ("The Kivus", "area:kivus"),
    ],
)  # fmt: skip
def test_a_region_by_name_in_any_language_or_by_code(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert gazetteer.resolve_region(text) == code


@pytest.mark.parametrize(
    ("text", "code"), [("Georgia", "GEO"), ("Niger", "NER"), ("Luxembourg", "LUX"), ("Sudan", "SDN")]
)
def test_an_exact_country_name_beats_areas_of_that_name(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert gazetteer.resolve_region(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Punjab", {"PK-PB", "IN-PB"}),
        ("Amazonas", {"BR-AM", "CO-AMA", "PE-AMA", "VE-Z"}),
        ("Congo", {"COD", "COG"}),
        ("Gaza", {"PS.GZ", "MZ-G"}),
    ],
)
def test_an_ambiguous_region_is_an_error_that_lists_the_choices(
    gazetteer: Gazetteer, text: str, codes: set[str]
) -> None:
    with pytest.raises(AmbiguousRegion) as caught:
        gazetteer.resolve_region(text)
    for code in codes:
        assert code in str(caught.value)
        assert gazetteer.resolve_region(code) == code
    for choice in caught.value.choices:
        assert gazetteer.resolve_region(choice.rsplit(" (", 1)[0]) in codes, "a choice can be pasted back"


def test_the_country_after_a_comma_decides(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve_region("Punjab, Pakistan") == "PK-PB"
    assert gazetteer.resolve_region("Punjab, IND") == "IN-PB"
    with pytest.raises(UnknownRegion):
        gazetteer.resolve_region("Punjab, Ukraine")


def test_a_settlement_is_not_a_region_but_its_region_is_named(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownRegion, match=r"settlement.*Donetsk Oblast, Ukraine \(UA-14\)"):
        gazetteer.resolve_region("Mariupol")


def test_a_typing_error_is_never_resolved_in_silence(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownRegion, match="Did you mean Kharkiv Oblast"):
        gazetteer.resolve_region("Khrkiv")
    with pytest.raises(UnknownPlace, match="Did you mean Vovchansk, Kharkiv, Ukraine"):
        gazetteer.resolve_place("Vovchask")


def test_a_place_of_the_case_can_be_a_region(gazetteer: Gazetteer) -> None:
    code = f"place:{CAMP.id}"
    assert gazetteer.resolve_region("Rukban camp", own=[CAMP]) == code
    assert gazetteer.resolve_region(code, own=[CAMP]) == code
    with pytest.raises(UnknownRegion):
        gazetteer.resolve_region(code)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mariupol", "Mariupol, Donetsk, Ukraine"), ("Маріуполь", "Mariupol, Donetsk, Ukraine"),
        ("Kharkiv", "Kharkiv, Ukraine"), ("Paris", "Paris, Île-de-France, France"),
        ("Tripoli", "Tripoli, Libya"), ("Gaza", "Gaza, Palestine"),
        ("Ukraine", "Ukraine"), ("Donbas", "Donbas, Ukraine"), ("Kharkiv region", "Kharkiv Oblast, Ukraine"),
        ("Izyum, Kharkiv, Ukraine", "Izyum, Kharkiv, Ukraine"), ("UA-63", "Kharkiv Oblast, Ukraine"),
        ("North Kivu", "North Kivu Province, DR Congo"), ("Vovchansk", "Vovchansk, Kharkiv, Ukraine"),
    ],
)  # fmt: skip
def test_a_place_by_name(gazetteer: Gazetteer, text: str, label: str) -> None:
    assert gazetteer.resolve_place(text).label == label


def test_country_and_region_pick_the_namesake(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve_place("Tripoli", country="LBN").country == "LBN"
    assert gazetteer.resolve_place("Springfield", country="USA", admin1="Illinois").admin1_name == "Illinois"
    assert gazetteer.resolve_place("Mariupol", country="UKR", admin1="Donetsk").geonames == 701822
    assert gazetteer.resolve_place("Izyum", country="Ukraine", admin1="UA63").geonames == 707292
    with pytest.raises(UnknownPlace, match=r"Izyum.*in SYR"):
        gazetteer.resolve_place("Izyum", country="SYR")


def test_equal_namesakes_are_an_error_that_lists_them(gazetteer: Gazetteer) -> None:
    with pytest.raises(AmbiguousPlace) as caught:
        gazetteer.resolve_place("Springfield", country="USA")
    assert len(caught.value.choices) > 2
    assert any("Illinois" in choice for choice in caught.value.choices)


def test_the_case_s_own_place_comes_first(gazetteer: Gazetteer) -> None:
    own = Place(id=UUID(int=3), name="Izyum", kind="site", country="UKR", regions=("UKR", "UA-63"))
    assert gazetteer.resolve_place("Izyum", own=[own]) is own
    assert gazetteer.resolve_place("Izyum", country="UKR", own=[own]) is own
    twin = Place(id=UUID(int=4), name="Izyum", kind="site", country="UKR", regions=("UKR", "UA-14"))
    with pytest.raises(AmbiguousPlace):
        gazetteer.resolve_place("Izyum", own=[own, twin])


@given(hostile_text() | st.text(st.characters(), max_size=400), hostile_text(max_size=10))
@example("", "")
@example("Kharkiv, " * 60, "UKR")
def test_any_text_gives_an_answer_or_a_sentence(gazetteer: Gazetteer, text: str, other: str) -> None:
    for ask in (
        lambda: gazetteer.resolve_region(text, own=[CAMP]),
        lambda: gazetteer.resolve_place(text, country=other, admin1=other, own=[CAMP]),
    ):
        try:
            ask()
        except VigilError as error:
            said = str(error)
            assert said.isprintable(), repr(said)
            assert said.endswith((".", "?"))
            assert len(said) < 1_000
