"""What is typed is echoed as it was understood."""

from __future__ import annotations

import pytest


def test_a_type_shows_its_decision_rule_and_what_it_is_not(hands):
    hands.type("evac").tab()
    said = hands.form.sheet.what.fields["type"].echo.text()
    assert "Organised or ordered movement to safety" in said
    assert "forcible transfer" in said


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("shelling", "attack"),
        ("rape", "sexual_violence"),
        ("hostage", "abduction"),
        ("deport", "forced_transfer"),
    ],
)
def test_types_are_found_by_the_words_of_reports(hands, typed, code):
    hands.type(typed).tab()
    assert hands.form.sheet.what.chosen.code == code


def test_a_date_is_echoed_and_counted_from_the_report(hands, open_case):
    date = hands.form.sheet.when
    hands.tab().type("1 May 2022")
    assert date.fields["date"].echo.text() == "Sunday 1 May 2022"
    date.date.setText("last Sunday")
    assert "counted from today" in date.fields["date"].echo.text()
    panel = hands.form.sheet.claims.panels[0].open_new_report("A title")
    panel.published.setText("9 May 2022")
    assert date.fields["date"].echo.text() == "Sunday 8 May 2022, counted from the report of 9 May 2022"
    hands.wait()


def test_a_count_is_echoed(hands):
    people = hands.form.sheet.people
    hands.alt("m").type("40 families")
    assert people.fields["figures.people"].echo.text() == "40 households"


def test_a_title_is_suggested_and_stays_the_users_when_one_is_written(hands):
    hands.type("evac").tab().type("1 May 2022").tab(2).pick("Mariupol")
    hands.looked()
    details = hands.form.sheet.details
    assert details.title.placeholderText() == "Evacuation from Mariupol, 1 May 2022"
    assert details.title.text() == ""
    details.title.setText("The plant")
    assert hands.form.sheet.draft().title == "The plant"
