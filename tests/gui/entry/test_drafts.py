"""What is half-typed survives a crash and is offered again."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt

from incidents import operations as do
from incidents.search import questions as ask
from tests.gui.entry.conftest import CTRL, Hands


@pytest.fixture
def kept(open_case, settled):
    """The drafts that the case holds."""

    def read():
        settled(open_case)
        return open_case._case.read(ask.Drafts())

    return read


@pytest.fixture
def crash(qtbot, open_case, settled, new_form):
    """The form is gone without having been closed; a new one is opened."""

    def happen(form):
        form.keeper._timer.timeout.emit()  # two seconds have passed since the last key
        settled(open_case)
        form.deleteLater()
        qtbot.wait(0)
        return Hands(qtbot, new_form(), lambda: settled(open_case))

    return happen


def test_the_half_typed_form_is_offered_and_comes_back_as_it_was(hands, crash, incidents, kept):
    hands.type("evac").tab().type("32 May 2022").tab(2).pick("Mariupol").tab(3)
    hands.type("lots maybe").alt("r").type("A new report")
    hands.wait()
    hands.press(Qt.Key.Key_Return).type("Border Journal").alt("q").type("<b>word</b> for word")
    before = hands.form.sheet.state()

    after = crash(hands.form)
    assert after.form.offer.isVisible()
    assert "You were entering an incident at" in after.form.offer._text.text()
    after.form.offer.go_on.setFocus()
    after.press(Qt.Key.Key_Return)
    after.wait()
    assert after.form.sheet.state() == before
    assert after.form.offer.isHidden()
    assert len(kept()) == 1  # still kept, until it is saved

    after.form.sheet.when.date.setText("31 May 2022")
    after.form.sheet.people.set_text("")
    after.press(Qt.Key.Key_S, CTRL)
    assert len(incidents()) == 1
    assert kept() == []


def test_discarding_forgets_it(hands, crash, kept):
    hands.type("evac")
    after = crash(hands.form)
    after.form.offer.discard.click()
    assert kept() == []
    assert after.form.offer.isHidden()
    assert after.form.sheet.what.type.text() == ""


def test_escape_closes_and_keeps_and_says_so(hands, open_case, kept):
    said, closed = [], []
    open_case.done.connect(lambda text, undoable: said.append((text, undoable)))
    hands.form.closed.connect(lambda: closed.append(True))
    hands.type("evac").tab().press(Qt.Key.Key_Escape)
    assert len(kept()) == 1
    assert closed == [True]
    assert said == [("The half-typed incident is kept and will be offered again.", False)]


def test_an_untouched_form_is_not_kept(hands, kept):
    hands.press(Qt.Key.Key_Escape)
    assert kept() == []


def test_taking_everything_back_forgets_the_draft(hands, kept):
    hands.type("evac")
    hands.form.keep_now()
    assert len(kept()) == 1
    hands.press(Qt.Key.Key_A, CTRL).press(Qt.Key.Key_Delete)
    hands.form.keep_now()
    assert kept() == []


def test_newer_work_never_overwrites_an_older_draft_that_was_not_answered(hands, crash, kept):
    hands.type("evac")
    second = crash(hands.form)
    second.type("kill")
    third = crash(second.form)
    assert len(kept()) == 2
    third.form.offer.go_on.click()
    third.wait()
    assert third.form.sheet.what.type.text() in ("kill", "Killing")
    assert third.form.offer.isVisible()  # the older one is offered next
    third.form.offer.go_on.click()
    third.wait()
    assert third.form.sheet.what.type.text() == "evac"
    assert len(kept()) == 2


def test_a_new_incident_keeps_the_one_that_was_begun(hands, kept):
    hands.type("evac")
    hands.form.new()
    hands.wait()
    assert hands.form.sheet.what.type.text() == ""
    assert hands.form.offer.isVisible()
    assert len(kept()) == 1


def test_a_half_typed_change_goes_on_as_a_change(hands, crash, open_case, incidents):
    hands.type("evac").tab().type("1 May 2022").press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    hands.form.edit(incident.id)
    hands.wait()
    hands.form.sheet.details.narrative.set_text("Longer")
    after = crash(hands.form)
    assert incident.ref in after.form.offer._text.text()
    after.form.offer.go_on.click()
    after.wait()
    assert after.form.header.title == f"Change {incident.ref}"
    after.press(Qt.Key.Key_S, CTRL)
    (changed,) = incidents()
    assert (changed.id, changed.narrative, changed.when) == (incident.id, "Longer", incident.when)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        "[]",
        '{"form": 99}',
        '{"form": 1, "what": 7, "claims": "many", "people": {"figures": [], "groups": [1, {}]}}',
        json.dumps(
            {
                "form": 1,
                "claims": [{"report": {"id": "x"}, "headline": "yes"}],
                "where": {"place": {"name": 3}},
            }
        ),
        json.dumps({"form": 1, "editing": "no uuid", "version": "x", "when": {"date": None}}),
        json.dumps({"form": 1, "editing": "018f0000-0000-7000-8000-000000000000"}),
        "[" * 100_000,
    ],
)
def test_a_draft_of_unknown_making_does_no_harm(open_case, settled, new_form, content):
    open_case._case.perform(do.KeepDraft("entry", content))
    form = new_form()
    if form.offer.isVisible():
        form.offer.go_on.click()
    settled(open_case)
    form.look()
    settled(open_case)
    assert form.sheet.draft().type == ""
