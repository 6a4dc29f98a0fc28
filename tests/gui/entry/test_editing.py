"""An incident is changed, or taken as the pattern of another."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from incidents import operations as do
from incidents.record.draft import ClaimDraft, IncidentDraft, ReportDraft
from incidents.record.incident import PeopleGroup
from tests.gui.entry.conftest import CTRL


@pytest.fixture
def known(open_case):
    """An incident that uses every field of the form."""
    report = ReportDraft(
        title="Pushed back", publisher="Border Journal", published="9 May 2022", url="https://a.example"
    )
    claims = (
        ClaimDraft(report=report, quote="dozens of them", attributed_to="the mayor", reported_as="rescue",
                   reliability="B", credibility="2", rating_why="saw it", origin="mayor", headline=True,
                   figures={"people": "dozens", "killed": "3"}),
        ClaimDraft(attributed_to="an official", stance="contradicts", figures={"people": "40 families"}),
    )  # fmt: skip
    draft = IncidentDraft(
        type="evacuation", types_other=("attack",), title="The plant", narrative="First line\n\nno\u00a0break",
        public_summary="People were evacuated.", date="early May 2022", place_text="Mariupol", geo_precision="near",
        place_note="by the sea", destination_text="Kyiv", figures={"people": "dozens", "killed": "3"},
        measure="stock", aggregate=True, groups=(PeopleGroup("f", "0_4", 3),), responsible="the besieging force",
        responsible_type="state_forces", occurrence="ongoing", verification="reported", verification_why="read it",
        reliability="B", credibility="2", grade_why="because", sensitivity="high",
        tags=("children", "voluntariness_unknown"),
        claims=claims,
    )  # fmt: skip
    return open_case._case.perform(do.AddIncident(draft)).value


def open_for_change(hands, known):
    """The form shows the incident."""
    hands.form.edit(known)
    hands.wait()
    hands.looked()


def test_opening_an_incident_changes_nothing(known, hands, incidents):
    (before,) = incidents()
    open_for_change(hands, known)
    assert hands.form.header.title == f"Change {before.ref}"
    assert not hands.form.dirty
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    assert after == before


def test_changing_one_field_changes_that_field_alone(known, hands, incidents):
    (before,) = incidents()
    open_for_change(hands, known)
    hands.form.sheet.details.responsible.setText("others")
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    different = {
        name for name in before.__dataclass_fields__ if getattr(before, name) != getattr(after, name)
    }
    assert different <= {"responsible", "version", "changed_at", "changed_by"}
    assert after.responsible == "others"


def test_a_new_figure_of_the_incident_is_the_new_figure_of_its_headline_claim(known, hands, incidents):
    open_for_change(hands, known)
    hands.form.sheet.people.set_text("60")
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    assert after.people.best == 60
    assert after.headline.figures["people"].best == 60
    assert after.headline.figures["killed"].best == 3


def test_a_removed_claim_is_withdrawn(known, hands, incidents):
    open_for_change(hands, known)
    hands.form.sheet.claims.panels[1].remove.click()
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    assert [claim.attributed_to for claim in after.live_claims] == ["the mayor"]
    assert len(after.claims) == 2


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(known, hands, incidents, open_case):
    open_for_change(hands, known)
    (before,) = incidents()
    changed = IncidentDraft.of(before)
    open_case._case.perform(do.ChangeIncident(known, changed, why="meanwhile"))
    open_case._case.perform(do.SetVerification((known,), "unassessed", "meanwhile"))
    hands.form.sheet.details.title.setText("Mine")
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    assert after.title == "The plant"
    assert hands.form.footer.news
    assert hands.form.sheet.details.title.text() == "Mine"


def test_a_duplicate_is_a_new_incident_with_the_same_facts_and_no_judgement(known, hands, incidents):
    hands.form.duplicate(known)
    hands.wait()
    assert hands.form.header.title == "New incident"
    hands.form.sheet.when.date.setText("8 May 2022")
    hands.press(Qt.Key.Key_S, CTRL)
    first, second = incidents()
    assert first.id == known
    assert (second.type, second.place, second.tags) == (first.type, first.place, first.tags)
    assert (second.reliability, second.credibility) == ("", "")
    assert {claim.grade for claim in second.claims} == {"F6"}
    assert second.claims[0].report == first.claims[0].report
    assert not {claim.id for claim in first.claims} & {claim.id for claim in second.claims}


def test_ctrl_d_goes_on_with_a_copy(hands, incidents):
    hands.type("evac").tab().type("1 May 2022")
    hands.press(Qt.Key.Key_D, CTRL)
    hands.wait()
    assert hands.form.sheet.what.chosen.code == "evacuation"
    hands.press(Qt.Key.Key_S, CTRL)
    assert len(incidents()) == 1


def test_an_incident_that_is_not_there_is_told(hands):
    hands.form.edit(uuid4())
    hands.wait()
    assert "not in the case" in hands.form.footer.news


def test_a_title_that_nobody_wrote_follows_the_place(hands, open_case, incidents):
    hands.type("evac").tab().type("1 May 2022").tab(2).pick("Mariupol").alt("w").type("the mayor")
    hands.press(Qt.Key.Key_S, CTRL)
    (before,) = incidents()
    assert before.title == "Evacuation from Mariupol, 1 May 2022"
    hands.form.edit(before.id)
    hands.wait()
    hands.alt("p").press(Qt.Key.Key_A, CTRL).pick("Kharkiv")
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    assert after.title == "Evacuation from Kharkiv, 1 May 2022"


def test_a_title_that_somebody_wrote_stays(hands, open_case, incidents, known):
    hands.form.edit(known)
    hands.wait()
    hands.alt("p").press(Qt.Key.Key_A, CTRL).pick("Kharkiv")
    hands.press(Qt.Key.Key_S, CTRL)
    (after,) = incidents()
    assert (after.place.name, after.title) == ("Kharkiv", "The plant")
