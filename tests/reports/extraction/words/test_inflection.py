"""Ukrainian and Russian names of places are found in every case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.places import Gazetteer
from reports.extraction.places.finding import find_places
from reports.extraction.words.inflection import adjectival, nominatives
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("Харкові", "Харків"),
        ("Харкова", "Харків"),
        ("Києва", "Київ"),
        ("Маріуполем", "Маріуполь"),
        ("Бучі", "Буча"),
        ("Одесою", "Одеса"),
        ("Сумах", "Суми"),
        ("Сум", "Суми"),
        ("Балаклії", "Балаклія"),
        ("Чернігівщині", "Чернігівщина"),
        ("Ягідному", "Ягідне"),
        ("Новій Каховці", "Нова Каховка"),
        ("Кривому Розі", "Кривий Ріг"),
        ("Шрі-Ланки", "Шрі-Ланка"),
        ("Мариуполе", "Мариуполь"),
        ("Запорожья", "Запорожье"),
        ("Москвой", "Москва"),
        ("Сирии", "Сирия"),
        ("Бишкеке", "Бишкек"),
        ("Донбассом", "Донбасс"),
    ],
)
def test_the_nominative_is_among_the_forms_that_are_looked_up(case: str, name: str) -> None:
    assert name in nominatives(case)


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("Харківській", "Харківська область"),
        ("Донецької", "Донецька область"),
        ("Баткенской", "Баткенская область"),
    ],
)
def test_an_adjective_may_name_an_area(case: str, name: str) -> None:
    assert name in nominatives(case)


@pytest.mark.parametrize("name", ["", "Goma", "غزة", "Одне Два Три Чотири"])
def test_what_is_no_inflected_name_has_no_forms(name: str) -> None:
    assert nominatives(name) == ()


def test_a_town_in_some_case_is_no_adjective() -> None:
    assert adjectival("Бучанська")
    assert adjectival("Харківської", placed=True)
    assert not adjectival("Лисичанська", placed=True)
    assert not adjectival("Маріуполь")


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Обстріляно село в Харківській області.", "uk", "Kharkiv Oblast"),
        ("Людей вивезли з Луганська.", "uk", "Luhansk"),
        ("Вони живуть на околицях Ізюма.", "uk", "Izyum"),
        ("Двое погибли под Херсоном.", "ru", "Kherson"),
        ("Люди бежали в Сирию.", "ru", "Syria"),
        ("Жители города Изюм рассказали об этом.", "ru", "Izyum"),
    ],
)
def test_an_inflected_name_is_a_place_of_the_text(text: str, language: str, place: str) -> None:
    words = lexicon(language)
    found = find_places(Text(text, language), words, Gazetteer.shipped())
    assert place in {choice.name for mention in found for choice in mention.choices[:1]}


def test_a_council_named_after_a_town_is_no_place() -> None:
    found = find_places(
        Text("Бучанська міська рада повідомила про це.", "uk"), lexicon("uk"), Gazetteer.shipped()
    )
    assert all(mention.described for mention in found)


@given(st.text(alphabet="Хаврківїьєґ -ськиоаЗзжц'", max_size=70))
def test_it_never_fails_and_gives_few_forms(name: str) -> None:
    assert len(nominatives(name)) <= 240
    adjectival(name)
