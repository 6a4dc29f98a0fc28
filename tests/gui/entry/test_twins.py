"""Likely twins are shown while one types, and a claim can go to the twin instead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from incidents import operations as do
from incidents.record.draft import ClaimDraft, IncidentDraft
from tests.gui.entry.conftest import CTRL


@pytest.fixture
def known(open_case):
    """The evacuation is in the case already."""
    claim = ClaimDraft(attributed_to="the mayor", reliability="B", credibility="2")
    draft = IncidentDraft(
        type="evacuation", date="1 May 2022", place_text="Mariupol", verification="reported", claims=(claim,)
    )
    return open_case._case.perform(do.AddIncident(draft)).value


def type_the_same(hands):
    """The same evacuation, as another report tells it."""
    hands.type("evac").tab().type("2 May 2022").tab(2).pick("Mariupol")
    hands.looked()


def test_a_twin_is_shown_as_soon_as_type_place_and_time_are_near(known, hands):
    hands.type("evac").tab().type("2 May 2022")
    hands.looked()
    assert hands.form.twins.isHidden()
    hands.tab(2).pick("Mariupol")
    hands.looked()
    assert hands.form.twins.isVisible()
    (row,) = hands.form.twins.rows
    assert row.id == known
    hands.form.sheet.when.date.setText("2 June 2022")
    hands.looked()
    assert hands.form.twins.isHidden()


def test_the_claim_goes_to_the_twin_and_no_second_incident_is_made(known, hands, incidents):
    type_the_same(hands)
    hands.form.sheet.claims.panels[0].attributed_to.setText("a defence official")
    saved = []
    hands.form.saved.connect(saved.append)
    hands.form.twins.add_wanted.emit(known)
    (incident,) = incidents()
    assert [claim.attributed_to for claim in incident.claims] == ["the mayor", "a defence official"]
    assert [claim.headline for claim in incident.claims] == [True, False]
    assert saved == [known]


def test_without_a_claim_there_is_nothing_to_add(known, hands, incidents):
    type_the_same(hands)
    hands.form.twins.add_wanted.emit(known)
    assert "that becomes the claim" in hands.form.footer.news
    (incident,) = incidents()
    assert len(incident.claims) == 1


def test_the_twin_can_be_looked_at(known, hands):
    type_the_same(hands)
    shown = []
    hands.form.show_wanted.connect(shown.append)
    hands.form.twins.show_wanted.emit(known)
    assert shown == [known]


def test_it_may_be_saved_all_the_same(known, hands, incidents):
    type_the_same(hands)
    hands.press(Qt.Key.Key_S, CTRL)
    assert len(incidents()) == 2


def test_an_incident_is_not_its_own_twin(known, hands):
    hands.form.edit(known)
    hands.wait()
    hands.looked()
    assert hands.form.twins.isHidden()
