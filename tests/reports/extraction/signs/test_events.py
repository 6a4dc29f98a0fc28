"""Signs of incidents: what is told counts, what is planned, denied, feared or law does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.signs.judging import judge
from reports.extraction.suggesting import LEAST, signs, suggest
from reports.extraction.words.lexicon import lexicon


def types(text: str) -> set[str]:
    return {sign.trigger.type for sign in signs(text)}


def told(text: str) -> set[str]:
    return {one.type for one in suggest(text)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police detained 14 students in Harare on Monday.", "detention"),
        ("Gunmen kidnapped two nurses near Kaduna on 4 June 2020.", "abduction"),
        ("Guards tortured three prisoners in Kandahar prison.", "torture"),
        ("At least 30 civilians were killed in Taiz on Friday.", "killing"),
        ("Twelve people were injured in Odesa on 3 May 2023.", "injury"),
        ("Soldiers raped five women in Bunia in August 2019.", "sexual_violence"),
        ("The army deported 200 villagers from Kachin in March 2014.", "forced_transfer"),
        ("More than 4,000 people fled Sake on Tuesday.", "displacement"),
        ("The Red Cross evacuated 60 patients from Aleppo on Thursday.", "evacuation"),
        ("Some 900 refugees returned to Mosul in May 2018.", "return"),
        ("The rebels released 14 hostages in Arauca on Sunday.", "release"),
        ("Militias conscripted children in Maiduguri in 2016.", "forced_recruitment"),
        ("A drone strike hit a hospital in Kherson on 9 July 2023.", "attack"),
        ("Troops blocked an aid convoy at Tigray's border for three weeks.", "aid_obstruction"),
    ],
)
def test_a_plainly_told_incident_of_each_type_is_suggested(text, type_):
    assert type_ in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry plans to evacuate residents of the valley next month.",
        "The office urged both sides not to attack civilians.",
        "If talks fail, thousands may be displaced.",
        "The spokesman denied that anybody had been detained.",
        "The Committee against Torture will meet in July.",
        "The law prohibits arbitrary detention.",
        "Amnesty International published its yearly report.",
        "The International Rescue Committee opened an office in Nairobi.",
        "She fears that her brother could be arrested.",
    ],
)
def test_plans_appeals_denials_fears_law_and_names_are_no_incidents(text):
    assert not told(text)


def test_a_longer_phrase_hides_the_shorter_ones_inside_it():
    assert types("The pogrom victims were shot dead in the market.") >= {"killing"}
    found = [s for s in signs("They were taken into custody at dawn.") if s.trigger.type == "detention"]
    assert len(found) == 1


def test_an_evacuation_that_was_tried_in_vain_is_failed():
    (one,) = [
        s
        for s in suggest("The evacuation of 300 civilians from Volnovakha failed on Saturday.")
        if s.type == "evacuation"
    ]
    assert one.occurrence == "failed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Around 40 journalists are being held in Minsk.", "ongoing"),
        ("Police have been arresting students in Dhaka since July 2018.", "ongoing"),
        ("Police arrested 40 students in Dhaka on 3 July 2018.", "occurred"),
        ("In 2015 some 40 students were in detention in Dhaka.", "occurred"),
    ],
)
def test_what_goes_on_is_told_from_what_is_past(text, expected):
    (one,) = [s for s in suggest(text) if s.type == "detention"]
    assert one.occurrence == expected


def test_every_suggestion_says_why_and_how_sure_it_is():
    for one in suggest(
        "Police detained 14 students in Harare on Monday, and two of them were beaten in custody."
    ):
        assert one.why[0].startswith("“")
        assert LEAST <= one.confidence <= 1


def test_a_sign_is_judged_by_reasons_for_and_against():
    (sign,) = [s for s in signs("Villagers fled Sake on Tuesday.") if s.trigger.type == "displacement"]
    (plan,) = [s for s in signs("The villagers may want to flee Sake.") if s.trigger.type == "displacement"]
    assert judge(sign)[0] > judge(plan)[0]


@pytest.mark.parametrize("language", ["en", "uk", "ru", "fr", "es", "ar", "xx"])
def test_every_lexicon_can_be_read(language):
    assert lexicon(language).triggers is not None


@given(st.text(max_size=300), st.sampled_from(["", "en", "uk", "ar"]))
def test_any_text_gives_suggestions_that_stand_in_it(text, language):
    for one in suggest(text, language=language):
        for passage in (*one.evidence, *(mark.passage for mark in one.marks)):
            assert 0 <= passage.start < passage.end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "killed",
                "12 men",
                "in Kharkiv",
                "were",
                "not",
                "said",
                "on Sunday",
                ",",
                ".",
                "“",
                "the attack",
                "fled",
            ]
        ),
        max_size=30,
    )
)
def test_any_order_of_words_is_taken(parts):
    suggest(" ".join(parts))
