"""Reliability and credibility are two judgements; neither is ever filled in by the other or by the source."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.entry.rating import Rating
from incidents import operations as do
from incidents.record.codes import CREDIBILITY, RELIABILITY
from incidents.record.draft import ReportDraft, SourceDraft
from tests.gui.entry.conftest import CTRL


@pytest.fixture
def known_report(open_case):
    """A report of a source that is usually B."""
    open_case._case.perform(do.AddSource(SourceDraft(name="Border Journal", kind="media", reliability="B")))
    report = ReportDraft(title="Pushed back", publisher="Border Journal", published=date(2022, 5, 9))
    open_case._case.perform(do.AddReport(report))


def test_choosing_one_axis_leaves_the_other_unrated(hands):
    panel = hands.form.sheet.claims.panels[0]
    panel.reliability.setFocus()
    hands.type("a")
    assert (panel.reliability.code, panel.credibility.code) == ("A", "")
    panel.reliability.choose("")
    panel.credibility.setFocus()
    hands.type("1")
    assert (panel.reliability.code, panel.credibility.code) == ("", "1")


def test_the_sources_usual_letter_is_offered_and_taken_only_by_a_key(hands, known_report, incidents):
    hands.type("evac").tab().type("1 May 2022").alt("r")
    hands.pick("Pushed")
    panel = hands.form.sheet.claims.panels[0]
    assert panel.reliability.usual == "B"
    assert panel.reliability.code == ""
    panel.reliability.setFocus()
    hands.press(Qt.Key.Key_U)
    assert (panel.reliability.code, panel.credibility.code) == ("B", "")


def test_what_nobody_rated_is_recorded_as_not_rated(hands, known_report, incidents):
    hands.type("evac").tab().type("1 May 2022").alt("r")
    hands.pick("Pushed")
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert incident.claims[0].grade == "F6"
    assert (incident.reliability, incident.credibility) == ("", "")


def test_the_suggested_grade_stands_beside_with_its_reasons_and_is_not_taken(hands, known_report):
    hands.type("evac").tab().type("1 May 2022").alt("r")
    hands.pick("Pushed")
    panel, judgement = hands.form.sheet.claims.panels[0], hands.form.sheet.judgement
    panel.reliability.choose("B")
    panel.credibility.choose("1")
    hands.looked()
    assert judgement.suggestion.text().startswith("From the claims: B2\n– ")
    assert (judgement.reliability.code, judgement.credibility.code) == ("", "")


@pytest.mark.parametrize(("table", "typed"), [(RELIABILITY, "D"), (CREDIBILITY, "4")])
def test_a_rating_is_typed_walked_through_and_clicked(qtbot, table, typed):
    rating = Rating(table)
    qtbot.addWidget(rating)
    rating.show()
    rating.activateWindow()
    qtbot.waitUntil(rating.isActiveWindow)
    codes = list(table)
    assert rating.code == ""
    buttons = rating._buttons
    qtbot.keyClicks(buttons[codes[-1]], typed.lower())
    assert rating.code == typed
    qtbot.keyClick(buttons[typed], Qt.Key.Key_Left)
    assert rating.code == codes[codes.index(typed) - 1]
    qtbot.mouseClick(buttons[codes[0]], Qt.MouseButton.LeftButton)
    assert rating.code == codes[0]
    qtbot.keyClicks(buttons[codes[0]], "zu!")
    assert rating.code == codes[0]


def test_the_rating_that_cannot_be_judged_can_be_chosen_on_purpose(qtbot):
    rating = Rating(RELIABILITY)
    qtbot.addWidget(rating)
    assert rating._words.text() == "Not rated yet"
    qtbot.keyClicks(rating._buttons["F"], "f")
    assert rating.code == "F"
    assert rating._words.text() == "F – Reliability cannot be judged"
