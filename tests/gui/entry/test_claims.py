"""One incident with several claims, one of them the headline."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.gui.entry.conftest import CTRL


def facts(hands):
    """The least that can be saved."""
    hands.type("evac").tab().type("1 May 2022").tab(2).pick("Mariupol").alt("m").type("more than 100")


def two_claims(hands):
    """A mayor and an official, with differing figures; the first is the headline."""
    facts(hands)
    first = hands.form.sheet.claims.panels[0]
    first.attributed_to.setText("the mayor")
    hands.alt("a")  # Add another claim
    hands.until(lambda: len(hands.form.sheet.claims.panels) == 2)
    second = hands.form.sheet.claims.panels[1]
    assert hands.focus is second.report
    second.attributed_to.setText("an official")
    second.figure.edit.setText("about 150")
    return first, second


def test_the_second_claim_brings_its_own_figure_and_the_first_is_the_headline(hands, incidents):
    two_claims(hands)
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    by_speaker = {claim.attributed_to: claim for claim in incident.claims}
    assert [claim.headline for claim in incident.claims] == [True, False]
    assert by_speaker["the mayor"].figures["people"].min == 100
    assert by_speaker["an official"].figures["people"].best == 150
    assert incident.people == by_speaker["the mayor"].figures["people"]


def test_moving_the_headline_moves_the_figure(hands, incidents):
    first, second = two_claims(hands)
    second.headline.setFocus()
    hands.press(Qt.Key.Key_Space)
    sheet = hands.form.sheet
    assert (first.headline.isChecked(), second.headline.isChecked()) == (False, True)
    assert sheet.people.text() == "about 150"
    assert first.figure.edit.text() == "more than 100"
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert incident.headline.attributed_to == "an official"
    assert incident.people.best == 150


def test_clicking_the_headline_again_does_not_take_it_away(hands, qtbot):
    first, _ = two_claims(hands)
    qtbot.mouseClick(first.headline, Qt.MouseButton.LeftButton, pos=first.headline.rect().center())
    first.headline.click()
    assert first.headline.isChecked()


def test_a_claim_can_be_taken_out_and_brought_back(hands, incidents):
    _, second = two_claims(hands)
    second.remove.click()
    claims = hands.form.sheet.claims
    assert len(claims.panels) == 1
    claims.bring_back.click()
    assert claims.panels[1].attributed_to.text() == "an official"
    second.remove.click()
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert [claim.attributed_to for claim in incident.claims] == ["the mayor"]


def test_taking_the_headline_out_makes_the_first_that_is_left_the_headline(hands):
    first, second = two_claims(hands)
    first.remove.click()
    assert second.headline.isChecked()


def test_a_likely_copy_is_pointed_out_until_both_have_one_origin(hands):
    first, second = two_claims(hands)
    for panel in (first, second):
        panel.quote.set_text("more than 100 of those who had been trapped were gotten out")
    hands.looked()
    (hint,) = hands.form.sheet.fields()["claims.1.origin"].problems
    assert "the same origin" in hint
    for panel in (first, second):
        panel.origin.set_typed("the mayor's statement")
    hands.looked()
    assert hands.form.sheet.fields()["claims.1.origin"].problems == ()


def test_origins_of_the_other_claims_are_proposed_and_free_text_stands(hands):
    first, second = two_claims(hands)
    first.origin.set_typed("the mayor's statement")
    second.origin.setFocus()
    hands.type("may")
    assert [choice.main for choice in second.origin.proposals] == ["the mayor's statement"]
    hands.tab()
    assert second.origin.text() == "may"
    second.origin.setFocus()
    hands.press(Qt.Key.Key_Down).press(Qt.Key.Key_Down).press(Qt.Key.Key_Return)
    assert second.origin.text() == "the mayor's statement"


def test_corroboration_by_two_origins_is_shown_and_recorded(hands, incidents):
    for panel in two_claims(hands):
        panel.reliability.choose("B")
        panel.credibility.choose("2")
    hands.form.sheet.claims.panels[1].figure.edit.setText("more than 120")
    hands.looked()
    judgement = hands.form.sheet.judgement
    assert "B1" in judgement.suggestion.text()
    judgement.verification.setFocus()
    hands.press(Qt.Key.Key_C)
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert incident.verification == "corroborated"


def test_one_report_for_two_claims_is_made_once(hands, incidents):
    facts(hands)
    claims = hands.form.sheet.claims
    for panel in (claims.panels[0], claims.add()):
        made = panel.open_new_report("Pushed back")
        made.publisher.set_typed("Border Journal")
        made.published.setText("2 May 2022")
        made.usual.choose("B")
    hands.wait()
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert len({claim.report.id for claim in incident.claims}) == 1
    assert incident.claims[0].report.source.reliability == "B"


def test_a_letter_leads_into_the_claim_that_was_worked_on_last(hands):
    first, second = two_claims(hands)
    hands.alt("q")
    assert second.quote.hasFocus()
    hands.alt("d").alt("w")
    assert second.attributed_to.hasFocus()
    first.origin.setFocus()
    hands.alt("q")
    assert first.quote.hasFocus()
    hands.alt("q")
    assert first.quote.hasFocus()
