"""Arabic names of places, which no capital letter shows, are told by what stands before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.places import Gazetteer
from reports.extraction.mentions import PlaceMention
from reports.extraction.places.finding import find_places
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text


def places(text: str) -> list[PlaceMention]:
    return find_places(Text(text, "ar"), lexicon("ar"), Gazetteer.shipped())


def names(text: str) -> list[str]:
    return [
        place.choices[0].name if place.choices else place.text
        for place in places(text)
        if place.sort != "people"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع القصف في حلب.", ["Aleppo"]),
        ("نقلوا من أم درمان إلى بورتسودان.", ["Omdurman", "Port Sudan"]),
        ("وصلوا إلى مدينة الفاشر.", ["El Fasher"]),
        ("قتل اثنان بحمص.", ["Homs"]),
        ("امتد القتال إلى دارفور وكردفان.", ["Darfur", "Kordofan"]),
        ("عبروا من السودان إلى تشاد.", ["Sudan", "Chad"]),
        ("في الولايات المتحدة", ["United States"]),
        ("وصلت قافلة إلى بلدة كفرزيتون.", ["كفرزيتون"]),
    ],
)
def test_a_name_after_a_preposition_or_a_kind_is_a_place(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", ["قال رجل ذلك.", "في الحرب مات كثيرون.", "عاد السلام.", ""])
def test_other_words_are_none(text: str) -> None:
    assert names(text) == []


def test_a_people_tells_of_its_country() -> None:
    assert [(place.sort, place.country) for place in places("قال الجيش السوداني ذلك.")] == [("people", "SDN")]


@given(st.text(alphabet="في حلب من وبلال،مدينة", max_size=80))
def test_it_never_fails_and_stays_inside_the_text(text: str) -> None:
    for place in places(text):
        assert 0 <= place.start < place.end <= len(text)
