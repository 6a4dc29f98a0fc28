"""A whole incident is entered without the mouse."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from tests.gui.entry.conftest import CTRL


def enter_evacuation(hands):
    """Type, date, place, people of the evacuation of the steel plant; ends in the report field."""
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


def test_an_incident_with_a_new_report_and_a_new_source_is_entered_by_keyboard_alone(hands, incidents):
    enter_evacuation(hands)
    write_report(hands)
    hands.type("more than 100 were gotten out").tab()
    hands.type("a defence official").tab(2)
    hands.type("b").tab()
    hands.type("2")
    hands.press(Qt.Key.Key_S, CTRL)

    (incident,) = incidents()
    assert (incident.type, incident.place.name, incident.occurrence) == ("evacuation", "Mariupol", "occurred")
    assert incident.when.start == incident.when.end == date(2022, 5, 8)
    assert (incident.people.min, incident.people.qualifier) == (100, "more_than")
    (claim,) = incident.claims
    assert claim.headline
    assert (claim.report.title, claim.report.published) == ("Pushed back", date(2022, 5, 9))
    assert (claim.report.source.name, claim.report.source.kind) == ("Border Journal", "media")
    assert claim.report.source.reliability == "C"
    assert (claim.quote, claim.attributed_to) == ("more than 100 were gotten out", "a defence official")
    assert claim.grade == "B2"
    assert incident.verification == "reported"
