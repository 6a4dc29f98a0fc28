"""Done, set aside, read again, taken back: what is said and where it leads."""

from uuid import uuid4

from PySide6.QtCore import Qt

from incidents.record.suggestion import Passage
from incidents.search import questions as ask
from incidents.search.filter import Filter
from tests.gui.desk.conftest import TEXT

K = Qt.Key


def incidents(hands):
    return hands.ask(ask.Incidents(Filter(), (("ref", False),)))


def test_done_with_open_suggestions_says_how_many_and_can_be_taken_back(hands):
    hands.desk.finish()
    hands.wait()
    assert hands.said[-1] == ("Done; 3 suggestions were left open.", True)
    (row,) = hands.desk.inbox.model.rows
    assert (row.state, row.open) == ("done", 3)
    hands.desk.grab()
    hands.case.undo()
    hands.wait()
    assert hands.desk.inbox.model.rows[0].state == "new"


def test_one_left_open_is_said_in_the_singular(hands):
    hands.press(K.Key_Delete).press(K.Key_Delete)
    hands.desk.finish()
    hands.wait()
    assert hands.said[-1][0] == "Done; 1 suggestion was left open."


def test_enter_on_a_done_report_asks_before_it_is_read_again(hands):
    hands.desk.finish()
    hands.wait()
    hands.desk.focus_cards()
    for key in (K.Key_Return, K.Key_Delete):
        hands.desk.ending.forget()
        hands.press(key)
        assert hands.states == ["open"] * 3
        assert "Read it again?" in hands.desk.reading.banner.text
    hands.press(K.Key_Return)
    assert hands.desk.report.state == "in_work"
    assert hands.states == ["open"] * 3, "the key read it again and decided nothing"
    hands.press(K.Key_Return)
    assert hands.states == ["accepted", "open", "open"]


def test_going_to_another_card_is_no_answer(hands):
    hands.desk.finish()
    hands.wait()
    hands.desk.focus_cards()
    hands.press(K.Key_Return).press(K.Key_Down).press(K.Key_Return)
    assert hands.desk.report.state == "done"
    assert not incidents(hands)


def test_undo_returns_to_the_card_that_it_concerns(hands):
    hands.press(K.Key_Delete)
    assert hands.desk.cards.current.kept.number == 2
    hands.press(K.Key_Down)
    hands.case.undo()
    hands.wait()
    assert hands.desk.cards.current.kept.number == 1
    assert hands.desk.cards.current.details is not None


def test_after_a_taking_in_is_taken_back_the_desk_leaves_the_report(hands, take):
    second = take("Second", TEXT + " More.")
    hands.desk.show_report(second)
    hands.wait()
    assert hands.desk.report.title == "Second"
    hands.case.undo()
    hands.wait()
    assert hands.desk.report.title == "Izium and Mariupol"


def test_the_way_back_from_a_claim_leads_to_its_card(hands):
    hands.press(K.Key_Down).press(K.Key_Return)
    (incident,) = incidents(hands)
    (claim,) = incident.claims
    hands.desk.cards.go_to(hands.desk.cards.cards[0].id)
    passage = Passage(claim.quote_start, claim.quote_end)
    hands.desk.show_report(hands.desk.report.id, passage, incident.id)
    hands.wait()
    assert hands.desk.cards.current.kept.number == 2
    assert hands.desk.reading.text.hasFocus()
    assert hands.desk.reading.text.selected == passage
    hands.desk.show_report(hands.desk.report.id, passage, uuid4())
    assert hands.desk.cards.current.kept.number == 2


def test_keys_with_nothing_to_choose_say_so(hands):
    hands.press(K.Key_C)
    assert "No incident of the case" in hands.said[-1][0]
    hands.press(K.Key_Down).press(K.Key_P)
    assert "no other place of this name" in hands.said[-1][0]
