"""Places that a text names: found, told from other names, and told apart from their namesakes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.places import Gazetteer
from incidents.record.place import Place
from reports.extraction.mentions import PlaceMention
from reports.extraction.places.finding import find_places
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text


def found(text: str, **more: object) -> list[PlaceMention]:
    return find_places(Text(text, "en"), lexicon("en"), Gazetteer.shipped(), **more)  # type: ignore[arg-type]


def named(text: str, **more: object) -> dict[str, PlaceMention]:
    """Mentions of places and countries by their text; what only tells a country is left out."""
    return {p.text: p for p in found(text, **more) if p.sort != "people" and not p.described}


def known_as(place: PlaceMention) -> str:
    return place.choices[0].name if place.choices else ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Twelve people died in Dar es Salaam.", "Dar es Salaam"),
        ("Police fired tear gas in Port-au-Prince.", "Port-au-Prince"),
        ("The army entered Deir ez-Zor in Syria.", "Deir ez-Zor"),
        ("A court in St. Petersburg sent them to prison.", "St. Petersburg"),
        ("People fled Mocímboa da Praia by boat.", "Mocímboa da Praia"),
        ("Cattle were taken from kraals near Rumbek, South Sudan.", "Rumbek"),
        ("It struck the Kenyan port of Lamu.", "Lamu"),
        ("Two men drowned in the River Yala in Kenya.", "River Yala"),
        ("Troops burned shops in Trinidad and Tobago.", "Trinidad and Tobago"),
        ("The attack on Beni, in the Democratic Republic of Congo, lasted an hour.", "Beni"),
    ],
)
def test_names_of_several_words_are_taken_whole(text: str, written: str) -> None:
    assert written in named(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Shells fell in Zhytomyr province all night.", "Zhytomyr province"),
        ("Soldiers searched the town of Ituango in Colombia.", "Ituango"),
        ("Floods reached Nyala in South Darfur State.", "South Darfur State"),
        ("They had lived in the Dagahaley refugee camp in Kenya.", "Dagahaley refugee camp"),
        ("The dead lay near Kangemi Market in Nairobi.", "Kangemi Market"),
        ("Villages around Djibo, in Burkina Faso, were burned.", "Villages around Djibo"),
        ("Fighting spread through northern Ethiopia.", "northern Ethiopia"),
        ("There were clashes in Kisauni area of Mombasa, Kenya.", "Kisauni"),
        ("They met at the church of the Holy Spirit in Managua.", "church of the Holy Spirit"),
        ("Mines lie along the road between Goma and Sake in Congo.", "road between Goma and Sake"),
        ("Nobody was safe in the Afghan capital.", "Afghan capital"),
    ],
)
def test_a_place_is_written_with_its_kind_and_the_stretch_that_is_meant(text: str, written: str) -> None:
    assert written in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Watch spoke of torture.",
        "The Geneva Conventions forbid it.",
        "On Monday in March the Taliban spoke in English.",
        "President Victor Paris and Dr. Lima Santos resigned.",
        "Many were hurt. Most fled. Some died. Nice words were said.",
        "According to Mary Houston, nothing happened.",
        "UNICEF, WFP and the ICRC gave food in May.",
        "Ramadan began in Islamic countries of Africa and Asia.",
        "The Norwegian Refugee Council and the Red Cross left.",
        "Police said so; Article 9 and Resolution 2401 did not help.",
    ],
)
def test_persons_offices_months_and_sentence_beginnings_are_no_places(text: str) -> None:
    assert named(text) == {}


def test_a_surname_that_is_a_town_somewhere_stays_a_surname() -> None:
    text = "Sarah Lincoln, a nurse in Juba, was hurt. Lincoln was flown to Nairobi."
    assert "Lincoln" not in named(text)
    assert {"Juba", "Nairobi"} <= set(named(text))


@pytest.mark.parametrize(
    ("text", "written", "country"),
    [
        ("In Honduras, three men were shot in Trujillo.", "Trujillo", "HND"),
        ("In Peru, three men were shot in Trujillo.", "Trujillo", "PER"),
        ("Lebanese soldiers fired on a crowd in Tripoli.", "Tripoli", "LBN"),
        ("Libyan coast guards brought them to Tripoli.", "Tripoli", "LBY"),
        ("Kosovo's police closed the bridge in Mitrovica.", "Mitrovica", "XKX"),
        ("The strike hit Rafah in the Gaza Strip.", "Rafah", "PSE"),
        ("The Iraqi city of Hilla was quiet.", "Hilla", "IRQ"),
        ("Gunmen killed nine people in the Texas town of Allen.", "Allen", "USA"),
        ("Kagunga, a small Tanzanian village on the lake, was full.", "Kagunga", "TZA"),
        ("They were killed in Palma, Cabo Delgado.", "Palma", "MOZ"),
        ("The siege of Kyiv's Obolon district failed.", "Obolon district", "UKR"),
        ("A strike hit Odessa region on Sunday, Ukrainian officials said.", "Odessa region", "UKR"),
    ],
)
def test_namesakes_are_told_apart_by_what_else_the_text_names(text: str, written: str, country: str) -> None:
    assert named(text)[written].country == country


def test_a_country_given_by_the_reader_counts() -> None:
    assert named("Two were hurt in Santa Rosa.", country="HND")["Santa Rosa"].country == "HND"


def test_a_name_that_the_gazetteer_lacks_keeps_its_words_and_takes_the_country_around_it() -> None:
    place = named("In Ethiopia, soldiers beat people in Qorrahilla and burned their huts.")["Qorrahilla"]
    assert (place.choices, place.country, place.role) == ((), "ETH", "at")


def test_what_it_lies_in_tells_the_area_of_an_unknown_name() -> None:
    place = named("They were held in Zurmibanza, Zamfara State, Nigeria.")["Zurmibanza"]
    assert (place.country, place.admin1) == ("NGA", "Zamfara")


def test_another_spelling_is_understood_in_a_country_that_the_text_speaks_of() -> None:
    assert known_as(named("The Syrian army was in Khan Sheykhun.")["Khan Sheykhun"]) == "Khān Shaykhūn"


def test_a_place_of_the_case_comes_first() -> None:
    site = Place(name="Camp Meridian", kind="site", country="MLI", lat=16.2, lon=-0.1)
    place = named("Six men died in Camp Meridian.", own=(site,))["Camp Meridian"]
    assert place.choices[0] is site


@pytest.mark.parametrize(
    ("text", "written", "role"),
    [
        ("They fled Bambari.", "Bambari", "from"),
        ("They walked from Bambari.", "Bambari", "from"),
        ("They drove to Bambari.", "Bambari", "to"),
        ("They were seen arriving in Bambari.", "Bambari", "to"),
        ("They were killed in the besieged town of Bambari.", "Bambari", "at"),
        ("They were killed on the outskirts of Bambari.", "Bambari", "at"),
        ("They live in Bambari, Bouar and Bria.", "Bria", "at"),
        ("They drove to Bambari through Sibut.", "Sibut", "through"),
        ("GENEVA (3 May) – Men died in Bambari.", "GENEVA", "dateline"),
        ("(Nairobi) – Men died in Bambari.", "Nairobi", "dateline"),
    ],
)
def test_the_words_before_a_name_tell_its_part_in_the_sentence(text: str, written: str, role: str) -> None:
    assert named(text)[written].role == role


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The Kabul government met.", "Kabul"),
        ("Russia’s war goes on.", "Russia"),
        ("US forces left Iraq.", "US"),
        ("The government of Peru resigned.", "Peru"),
    ],
)
def test_a_name_that_only_describes_is_marked_so(text: str, written: str) -> None:
    (place,) = [p for p in found(text) if p.text == written]
    assert place.described


@pytest.mark.parametrize(
    ("text", "written", "precision", "vague"),
    [
        ("Men died in Gao, Mali.", "Gao", "settlement", False),
        ("Men died near Gao, Mali.", "Gao", "near", False),
        ("Men died in villages around Gao, Mali.", "villages around Gao", "near", True),
        ("Men died in northern Mali.", "northern Mali", "country", True),
        ("Men died in Kidal region, Mali.", "Kidal region", "admin1", False),
        ("Men died in Mali.", "Mali", "country", False),
        ("Men died in Bandiagara district, Mali.", "Bandiagara district", "admin2", True),
    ],
)
def test_how_exact_a_place_is(text: str, written: str, precision: str, vague: bool) -> None:
    place = named(text)[written]
    assert (place.precision, place.vague) == (precision, vague)


def test_a_direction_that_an_area_lies_in_anyway_is_left_out_and_one_that_parts_it_is_kept() -> None:
    assert "Borno State" in named("A market in Nigeria's north-eastern Borno State was hit.")
    assert "southern Borno State" in named("A market in southern Borno State, Nigeria, was hit.")


def test_larger_places_named_for_a_smaller_one_are_its_containers() -> None:
    places = named("Houses burned in Karubaga Village, Tolikara District, Papua, in Indonesia.")
    assert [text for text, place in places.items() if not place.container] == ["Karubaga Village"]


def test_members_of_a_list_share_a_number() -> None:
    places = named("Shops burned in Bamako, Kati and Sikasso, in Mali.")
    numbers = {places[name].listed for name in ("Bamako", "Kati", "Sikasso")}
    assert len(numbers) == 1
    assert 0 not in numbers


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["in", "the town of", "Goma", "’s", ",", "and", ".", "(", "–", "St", "northern", "US"]
            ),
            st.text(max_size=12),
        ),
        max_size=40,
    )
)
def test_no_text_fails_and_every_place_stands_in_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for place in found(text):
        assert 0 <= place.start < place.end <= len(text)
        assert place.text


@pytest.mark.parametrize("text", ["A" * 200_000, "Xyz " * 20_000, "the town of " * 10_000, "Al-Bab " * 5_000])
def test_a_huge_text_is_read_in_no_time(text: str) -> None:
    assert isinstance(found(text), list)
