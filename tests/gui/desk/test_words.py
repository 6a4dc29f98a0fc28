"""What cards say of a place that the gazetteer lacks."""

import pytest

from desktop.desk import words
from incidents.record.suggestion import Passage, Suggestion


@pytest.mark.parametrize(
    ("name", "admin1", "country", "said"),
    [
        (
            "Zamzam camp",
            "North Darfur",
            "SDN",
            "“Zamzam camp” (not in the gazetteer; recorded in North Darfur)",
        ),
        ("Zamzam camp", "", "SDN", "“Zamzam camp” (not in the gazetteer; recorded in Sudan)"),
        ("Narnia", "", "", "“Narnia” (not in the gazetteer)"),
        ("", "", "SDN", "place not known (recorded in Sudan)"),
        ("", "", "", "place not known"),
    ],
)
def test_the_card_says_where_an_unknown_place_is_recorded(name, admin1, country, said):
    one = Suggestion(
        type="killing", evidence=(Passage(0, 1),), place_text=name, admin1=admin1, country=country
    )
    assert words.place_words(one) == said
