"""A whole incident is entered without the mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.gui.entry.conftest import CTRL, SHIFT


def enter_facts(hands):
    """Type, date, place and people of the evacuation of the steel plant; ends in the report field."""
    hands.type("evac").tab()
    hands.type("last Sunday").tab(2)
    hands.pick("Mariupol").tab(3)
    hands.type("more than 100").alt("r")


def write_report(hands):
    """A new report of a new source, made in place; ends in the quote."""
    hands.type("Pushed back")
    hands.wait()
    hands.press(Qt.Key.Key_Return)  # "New report"
    hands.type("Border Journal").tab()
    hands.type("9 May 2022").tab()
    hands.press(Qt.Key.Key_N).tab()  # News outlet
    hands.press(Qt.Key.Key_C)  # fairly reliable as a rule
    hands.alt("q")


def write_claim(hands):
    """Quote, speaker and both ratings."""
    hands.type("more than 100 were gotten out").tab()
    hands.type("a defence official").tab(2)
    hands.type("b").tab()
    hands.type("2")


def test_an_incident_with_a_new_report_and_a_new_source_is_entered_by_keyboard_alone(hands, incidents):
    enter_facts(hands)
    write_report(hands)
    write_claim(hands)
    hands.press(Qt.Key.Key_S, CTRL)

    (incident,) = incidents()
    assert (incident.type, incident.place.name, incident.occurrence) == ("evacuation", "Mariupol", "occurred")
    assert incident.when.start == incident.when.end == date(2022, 5, 8)
    assert (incident.people.min, incident.people.qualifier) == (100, "more_than")
    assert incident.title == "Evacuation from Mariupol, 8 May 2022"
    (claim,) = incident.claims
    assert claim.headline
    assert (claim.report.title, claim.report.published) == ("Pushed back", date(2022, 5, 9))
    assert (claim.report.source.name, claim.report.source.kind) == ("Border Journal", "media")
    assert claim.report.source.reliability == "C"
    assert (claim.quote, claim.attributed_to) == ("more than 100 were gotten out", "a defence official")
    assert claim.grade == "B2"
    assert claim.figures["people"] == incident.people
    assert incident.verification == "reported"


def test_saving_closes_the_form_and_says_which_incident_it_was(hands, incidents):
    enter_facts(hands)
    told = []
    hands.form.saved.connect(told.append)
    hands.form.closed.connect(lambda: told.append("closed"))
    hands.press(Qt.Key.Key_Return, CTRL)
    (incident,) = incidents()
    assert told == [incident.id, "closed"]


def test_save_and_next_keeps_report_source_and_date_and_nothing_else(hands, incidents):
    enter_facts(hands)
    write_report(hands)
    write_claim(hands)
    hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    hands.wait()

    sheet = hands.form.sheet
    assert sheet.when.date.text() == "last Sunday"
    (panel,) = sheet.claims.panels
    assert panel.report.report.title == "Pushed back"
    assert panel.source.name == "Border Journal"
    kept = sheet.draft()
    assert (kept.type, kept.place, kept.place_text, dict(kept.figures)) == ("", None, "", {})
    assert (panel.quote.text, panel.attributed_to.text()) == ("", "")
    assert (panel.reliability.code, panel.credibility.code) == ("", "")
    assert not hands.form.dirty

    hands.type("deten").tab(3)
    hands.pick("Vovchansk")
    hands.press(Qt.Key.Key_Return, CTRL | SHIFT)
    first, second = incidents()
    assert (second.type, second.when, second.place.name) == ("detention", first.when, "Vovchansk")
    assert second.claims[0].report == first.claims[0].report


def test_keys_that_come_while_an_incident_is_being_written_go_into_the_next_form(hands, incidents):
    enter_facts(hands)
    hands.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert hands.form.saving.under_way
    hands.type("kill").tab().type("1 May 2022")
    hands.wait()
    assert hands.form.sheet.what.chosen.code == "killing"
    assert hands.form.sheet.when.date.text() == "1 May 2022"
    assert len(incidents()) == 1


def test_enter_goes_on_to_the_next_field_and_never_saves(hands, incidents):
    hands.type("evac").press(Qt.Key.Key_Return)  # picks
    hands.press(Qt.Key.Key_Return)  # goes on
    assert hands.focus is hands.form.sheet.when.date
    assert incidents() == []


@pytest.mark.parametrize(
    "control",
    [
        lambda sheet: sheet.what.type,
        lambda sheet: sheet.when.occurrence,
        lambda sheet: sheet.people.expander.button,
        lambda sheet: sheet.claims.panels[0].quote,
        lambda sheet: sheet.claims.panels[0].reliability,
        lambda sheet: sheet.details.tags,
    ],
)
@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return])
def test_it_can_be_saved_from_any_control(hands, incidents, control, key):
    hands.type("evac").tab().type("1 May 2022")
    control(hands.form.sheet).setFocus()
    hands.press(key, CTRL)
    assert len(incidents()) == 1


def test_a_place_may_be_typed_faster_than_it_is_found(hands):
    hands.type("evac").tab(3)
    hands.type("Mariupol").tab()
    hands.wait()
    assert hands.form.sheet.where.place.place.name == "Mariupol"


def test_the_precision_follows_the_place_and_can_be_made_coarser(hands, incidents):
    hands.type("evac").tab(3)
    hands.pick("Mariupol").tab()
    assert hands.form.sheet.where.precision.code == "settlement"
    hands.press(Qt.Key.Key_N)  # near a settlement
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert incident.geo_precision == "near"


def test_only_movements_have_a_destination(hands, incidents):
    hands.type("killing").tab()
    destination = hands.form.sheet.where.fields["destination"]
    assert destination.isHidden()
    hands.alt("t").press(Qt.Key.Key_A, CTRL).type("displ").tab(3)
    assert destination.isVisible()
    hands.pick("Mariupol").tab(2)
    hands.pick("Zaporizhzhia")
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert incident.destination.name.startswith("Zaporizh")


def test_every_control_has_a_name_for_a_screen_reader(hands):
    hands.form.sheet.people.open_more()
    hands.form.sheet.people.groups.add()
    for control in hands.form.findChildren(QWidget):
        reachable = control.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(
            control.parent(), QLineEdit
        )
        if reachable and control.isVisible():
            said = control.accessibleName() or (
                control.text() if isinstance(control, QAbstractButton) else ""
            )
            assert said, f"{control} has no name"


@pytest.mark.parametrize("letter", ["q", "r", "w"])
def test_a_field_reached_by_its_letter_is_in_sight(hands, letter):
    hands.form.resize(460, 420)
    hands.type("evac").tab()
    hands.alt("m").type("more than 100").alt(letter)
    hands.wait()
    seen = hands.form.area.viewport().rect()
    at = hands.focus.mapTo(hands.form.area.viewport(), hands.focus.rect().topLeft())
    assert seen.contains(at)
    assert seen.contains(at + hands.focus.rect().bottomRight())
