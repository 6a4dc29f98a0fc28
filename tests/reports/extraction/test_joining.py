"""Sentences about one event become one suggestion; different events stay apart."""

from __future__ import annotations

from datetime import date

from reports.extraction import suggest


def found(text: str, type_: str):
    return [one for one in suggest(text, published=date(2021, 6, 4)) if one.type == type_]


def test_two_sentences_on_one_event_are_one_suggestion_with_both_as_evidence():
    text = "Soldiers killed 12 villagers in Mopti on Sunday. The killings were condemned at once, the mayor said."
    (one,) = found(text, "killing")
    assert one.evidence[0].of(text).startswith("Soldiers killed")
    assert one.people.best == 12


def test_different_numbers_at_different_places_are_different_events():
    text = "Soldiers killed 12 villagers in Mopti on Sunday. On Monday gunmen killed 30 traders in Gao."
    assert [one.people.best for one in found(text, "killing")] == [12, 30]


def test_what_one_sentence_leaves_open_the_next_one_fills_in():
    text = "A bomb exploded at the market in Mogadishu on Monday. The explosion was heard across the city."
    (one,) = found(text, "attack")
    assert one.place_text == "Mogadishu"
    assert one.when.start == date(2021, 5, 31)


def test_detained_and_tortured_are_two():
    kinds = {
        one.type
        for one in suggest("Three activists were detained in Caracas on 2 May 2019 and tortured there.")
    }
    assert kinds >= {"detention", "torture"}
