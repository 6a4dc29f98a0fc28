"""Selected words tell of one incident, also where no rule would have suggested any."""

from datetime import date

import pytest

from incidents.places import Gazetteer
from reports.extraction.selecting import suggest_from

PUBLISHED = date(2022, 5, 4)


def read(words, language="en"):
    return suggest_from(
        words, published=PUBLISHED, language=language, country="UKR", gazetteer=Gazetteer.shipped()
    )


def test_what_a_rule_finds_is_taken():
    found = read("Soldiers detained 12 men in Izium on Monday.")
    assert (found.type, found.place.name, found.when.edtf, found.people.best) == (
        "detention",
        "Izyum",
        "2022-05-02",
        12,
    )


def test_place_date_and_number_are_found_where_no_rule_knows_what_happened():
    found = read("In Manhush another 58 people were reunited with their dogs on Tuesday")
    assert (found.place.name, found.when.edtf, found.people.best) == ("Manhush", "2022-05-03", 58)


@pytest.mark.parametrize("words", ["", " ", "?", "word", "🕊" * 300, "a" * 5_000])
def test_anything_can_be_selected(words):
    found = read(words)
    assert found.place is None
    assert not found.people.known
