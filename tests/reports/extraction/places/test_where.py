"""Where an event happened: what its clause says, else what the text is speaking of, else the country."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.places import Gazetteer
from reports.extraction.mentions import Event
from reports.extraction.places.finding import find_places
from reports.extraction.places.where import Whereabouts
from reports.extraction.suggesting import suggest
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text


def where(text: str, type: str, phrase: str, *, total: bool = False, pattern: bool = False) -> list[str]:
    """The places of the event that a phrase of the text tells; the events before it are asked for too."""
    seen, words = Text(text, "en"), lexicon("en")
    places = Whereabouts(seen, find_places(seen, words, Gazetteer.shipped()), words)
    start = text.index(phrase)
    sentence = seen.sentence_at(start)
    assert sentence is not None
    inside = [i for i, w in enumerate(sentence.words) if start <= w.start < start + len(phrase)]
    event = Event(sentence, inside[0], inside[-1] + 1, type=type, total=total, pattern=pattern)
    return [place.text for place in places.of(event)]


@pytest.mark.parametrize(
    ("text", "type", "phrase", "place"),
    [
        ("Gunmen killed six traders in Mopti, in central Mali.", "killing", "killed", "Mopti"),
        ("In Kunduz, a blast killed nine while three died in Taloqan.", "killing", "killed", "Kunduz"),
        ("In Kunduz, a blast killed nine while three died in Taloqan.", "killing", "died", "Taloqan"),
        ("The Kunduz bombing shocked Afghans in Kabul.", "attack", "bombing", "Kunduz"),
        ("The shelling of Taiz, Yemen, went on.", "attack", "shelling", "Taiz"),
        ("Militias stormed the Abu Dom camp near Nyala, Sudan.", "attack", "stormed", "Abu Dom camp"),
        ("Soldiers in Plateau State held him in Jos, Nigeria.", "detention", "held", "Jos"),
        ("They were abducted from Chibok, Nigeria.", "abduction", "abducted", "Chibok"),
        (
            "Women in Bria, in the Central African Republic, were raped there.",
            "sexual_violence",
            "raped",
            "Bria",
        ),
        ("A critic living in exile in London was killed in Istanbul.", "killing", "killed", "Istanbul"),
        (
            "A rights group in Dhaka, Bangladesh, said ten were killed in Sylhet.",
            "killing",
            "killed",
            "Sylhet",
        ),
    ],
)
def test_the_clause_says_where(text: str, type: str, phrase: str, place: str) -> None:
    assert where(text, type, phrase) == [place]


@pytest.mark.parametrize(
    ("text", "type", "phrase", "place"),
    [
        ("Thousands fled Goma for Bukavu in Congo.", "displacement", "fled", "Goma"),
        ("Thousands fled from Goma to Rwanda.", "displacement", "fled", "Goma"),
        ("Thousands of Congolese fled to Rwanda.", "displacement", "fled", "Rwanda"),
        ("Thousands arrived in Gisenyi, Rwanda, from Goma on foot.", "displacement", "arrived in", "Gisenyi"),
        ("They returned to Pibor, South Sudan, from Ethiopia.", "return", "returned", "Pibor"),
        ("The wounded were flown from Beledweyne, Somalia, to Nairobi.", "evacuation", "flown", "Beledweyne"),
        ("Patients were taken to Huambo, Angola.", "evacuation", "taken", "Huambo"),
    ],
)
def test_a_movement_is_where_it_began_or_for_arrivals_where_it_ended(
    text: str, type: str, phrase: str, place: str
) -> None:
    assert where(text, type, phrase) == [place]


def test_they_fled_to_a_country_from_the_place_that_was_spoken_of() -> None:
    text = "Soldiers burned houses in Wau, South Sudan, on Monday. Hundreds fled to Uganda."
    assert where(text, "displacement", "fled") == ["Wau"]


def test_every_place_of_a_list_is_told_but_a_total_over_two_is_one() -> None:
    text = "Shops were looted in Bamako, Kati and Gao, in Mali."
    assert where(text, "attack", "looted") == ["Bamako", "Kati", "Gao"]
    text = "Since May, 80 have been killed in Gao and Kidal, in Mali."
    assert where(text, "killing", "killed", total=True) == ["Gao and Kidal"]


def test_the_sentence_before_tells_where_when_this_one_does_not() -> None:
    text = "Police fired at a crowd in Nasiriyah, Iraq. Two boys were wounded."
    assert where(text, "injury", "wounded") == ["Nasiriyah"]


def test_a_heading_tells_where_for_all_that_stands_under_it() -> None:
    text = "Congo had a bad week.\n\nBENI\n\nOn Monday rebels burned huts.\n\nNine people were killed."
    assert where(text, "killing", "killed") == ["BENI"]


def test_a_story_keeps_to_its_place() -> None:
    text = (
        "DIFFA, Niger, 3 May - Gunmen rode into Diffa on Friday.\n\nPrices were rising.\n\n"
        "A nurse was wounded. The mayor of Diffa asked for help."
    )
    assert where(text, "injury", "wounded") == ["Diffa"]


def test_where_the_publisher_writes_is_not_where_things_happen() -> None:
    text = "GENEVA (1 July) - Ten activists were detained by Nicaraguan police."
    assert where(text, "detention", "detained") == ["Nicaragua"]


def test_a_paragraph_that_goes_on_takes_up_the_place_of_the_one_before() -> None:
    text = (
        "Chad and Cameroon share a border. On 5 May fighting broke out in Kousseri, Cameroon.\n\n"
        "The clashes went on for days. Ten people were killed."
    )
    assert where(text, "killing", "killed") == ["Kousseri"]


def test_the_camp_is_the_one_named_before() -> None:
    text = (
        "In Kenya, food is short in Kakuma camp.\n\nPrices rose. Kenya asked for help.\n\n"
        "On Monday hundreds fled the camp."
    )
    assert where(text, "displacement", "fled") == ["Kakuma camp"]


def test_without_any_place_it_is_the_country_by_its_name_or_by_its_people() -> None:
    assert where("In Peru things are tense. Eight were arrested.", "detention", "arrested") == ["Peru"]
    assert where("Venezuelan agents arrested a captain.", "detention", "arrested") == ["Venezuela"]
    assert where("Somebody was arrested.", "detention", "arrested") == []


def test_a_number_for_the_whole_country_is_not_put_at_the_last_town() -> None:
    text = "A judge in Oaxaca, Mexico, resigned. Since 2015, 900 people have been arrested."
    assert where(text, "detention", "arrested", total=True) == ["Mexico"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["in", "Goma", "fled", "to", "the camp", ",", "and", "there", ".", "BENI", "while"]),
            st.text(max_size=8),
        ),
        min_size=1, max_size=40,
    ),
    st.sampled_from(["killing", "displacement", "attack", "return"]),
)  # fmt: skip
def test_no_text_fails(pieces: list[str], type: str) -> None:
    text, words = Text(" ".join(pieces), "en"), lexicon("en")
    places = Whereabouts(text, find_places(text, words, Gazetteer.shipped()), words)
    for sentence in text.sentences:
        for at in range(len(sentence.words)):
            assert isinstance(places.of(Event(sentence, at, at + 1, type=type)), tuple)


def test_a_place_that_is_not_in_the_gazetteer_lies_in_the_area_named_beside_it() -> None:
    text = (
        "Fighters shelled Zamzam camp, 12 km south of El Fasher in North Darfur, on 11 April 2025. "
        "At least 50 civilians were killed."
    )
    told = [(one.place_text, one.country, one.admin1) for one in suggest(text) if not one.place]
    assert told and set(told) == {("Zamzam camp", "SDN", "North Darfur")}
