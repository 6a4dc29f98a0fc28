"""The cards: walking, deciding and grading by keys, and what the case has of it afterwards."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from incidents.record.draft import IncidentDraft
from incidents.search import questions as ask
from incidents.search.filter import Filter
from tests.gui.desk.conftest import IZIUM, TEXT, told

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def incidents(hands):
    return hands.ask(ask.Incidents(Filter(), (("ref", False),)))


def test_the_first_open_card_is_current_and_shows_everything(hands):
    card = hands.desk.cards.current
    assert card.kept.number == 1
    assert card.details.place.text().startswith("Izyum, Kharkiv")
    assert "abduction" in card.accessibleName().lower()
    assert "his deputy" in card.accessibleName()


def test_arrows_and_j_and_k_walk_and_stop_at_the_ends(hands):
    at = lambda: hands.desk.cards.current.kept.number  # noqa: E731
    hands.press(K.Key_Down)
    assert at() == 2
    hands.press(K.Key_J)
    hands.press(K.Key_J)
    assert at() == 3
    hands.press(K.Key_K)
    hands.press(K.Key_Up)
    hands.press(K.Key_Up)
    assert at() == 1
    hands.press(K.Key_End)
    assert at() == 3
    assert [card.details is not None for card in hands.desk.cards.cards] == [False, False, True]


def test_enter_accepts_with_quote_position_and_the_sources_letter(hands):
    hands.press(K.Key_2)
    hands.press(K.Key_Return)
    assert hands.states == ["accepted", "open", "open"]
    assert hands.desk.cards.current.kept.number == 2
    (incident,) = incidents(hands)
    (claim,) = incident.claims
    assert (incident.type, incident.place.name, incident.when.edtf) == ("abduction", "Izyum", "2022-05-03")
    assert (claim.grade, claim.attributed_to, claim.report.publisher) == (
        "C2",
        "his deputy",
        "Border Journal",
    )
    assert TEXT[claim.quote_start : claim.quote_end] == claim.quote
    assert hands.said[-1] == ("Accepted UKR-2022-0001.", True)


def test_a_claim_that_nobody_judged_is_not_judged(hands):
    hands.press(K.Key_Return)
    assert incidents(hands)[0].claims[0].grade == "C6"


def test_letters_with_shift_grade_the_source_and_the_same_key_takes_it_back(hands):
    grade = hands.desk.cards.current.details.grade
    hands.press(K.Key_B, SHIFT)
    hands.press(K.Key_3)
    assert (grade.reliability, grade.credibility) == ("B", "3")
    hands.press(K.Key_3)
    assert grade.credibility == ""
    hands.press(K.Key_B, SHIFT)
    assert grade.reliability == "C", "the letter that the source usually has"
    hands.press(K.Key_E, SHIFT)
    hands.press(K.Key_Down)
    hands.press(K.Key_Up)
    assert hands.desk.cards.current.details.grade.reliability == "E", "kept while one looks elsewhere"


def test_delete_rejects_without_a_question_and_undo_brings_it_back(hands):
    hands.press(K.Key_Delete)
    assert hands.states == ["rejected", "open", "open"]
    assert hands.said[-1][1], "the message bar offers undo"
    hands.case.undo()
    hands.wait()
    assert hands.states == ["open", "open", "open"]


def test_enter_on_a_rejected_card_opens_it_again(hands):
    hands.press(K.Key_Delete)
    hands.press(K.Key_Up)
    hands.press(K.Key_Return)
    assert hands.states == ["open", "open", "open"]
    assert hands.desk.cards.current.details is not None


def test_enter_on_an_accepted_card_goes_to_its_incident(hands, qtbot):
    hands.press(K.Key_Return)
    hands.press(K.Key_Up)
    with qtbot.waitSignal(hands.desk.incident_wanted) as gone:
        hands.press(K.Key_Return)
    assert gone.args == [incidents(hands)[0].id]


def test_a_click_on_the_reference_of_an_accepted_card_goes_there_too(hands, qtbot):
    hands.press(K.Key_Return)
    card = hands.desk.cards.cards[0]
    with qtbot.waitSignal(hands.desk.incident_wanted):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 30, card.height() // 2))


def test_pressing_enter_twice_accepts_one_card_once(hands):
    cards = hands.desk.cards
    QTest.keyClick(cards, K.Key_Return)
    QTest.keyClick(cards, K.Key_Return)
    hands.wait()
    assert len(incidents(hands)) == 1
    assert not hands.failed


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_another_place_of_the_name_is_chosen_from_a_list(hands):
    hands.press(K.Key_P)
    menu = hands.desk.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Izyum, Kharkiv, Ukraine", "Izyum, Russia"]
    menu.actions()[1].trigger()
    menu.close()
    hands.press(K.Key_4)
    hands.press(K.Key_Return)
    (incident,) = incidents(hands)
    assert (incident.place.country, incident.claims[0].grade) == ("RUS", "C4")


def test_a_likely_twin_is_shown_and_takes_the_claim_with_one_key(take, show, open_case):
    from incidents import operations as do

    draft = IncidentDraft(type="abduction", place=IZIUM, date="3 May 2022")
    open_case.perform(do.AddIncident(draft))
    take()
    hands = show()
    card = hands.desk.cards.current
    assert card.twin.ref == "UKR-2022-0001"
    assert "UKR-2022-0001" in card.details.join.text()
    hands.press(K.Key_C)
    (incident,) = incidents(hands)
    assert [claim.attributed_to for claim in incident.claims] == ["his deputy"]
    assert hands.states[0] == "accepted"


def test_without_a_twin_the_key_does_nothing(hands):
    hands.press(K.Key_C)
    assert hands.states == ["open", "open", "open"]
    assert not hands.failed


def test_why_unfolds(hands):
    details = hands.desk.cards.current.details
    hands.press(K.Key_W)
    assert details.why.isChecked()
    assert "a rule of the test" in details.why.accessibleDescription()


def test_e_hands_the_draft_over_with_what_was_chosen(hands, qtbot):
    hands.press(K.Key_B, SHIFT)
    with qtbot.waitSignal(hands.desk.edit_wanted) as asked:
        hands.press(K.Key_E)
    suggestion, draft = asked.args
    assert suggestion == hands.desk.cards.current_id
    assert (draft.type, draft.place, draft.claims[0].reliability, draft.claims[0].credibility) == (
        "abduction", IZIUM, "B", "",
    )  # fmt: skip


def test_when_all_are_decided_the_next_step_is_offered(hands):
    assert hands.desk.right.end.isHidden()
    hands.press(K.Key_Return)
    hands.press(K.Key_Delete)
    hands.press(K.Key_Return)
    assert hands.states == ["accepted", "rejected", "accepted"]
    assert hands.desk.right.end.isVisible()
    assert hands.desk.right.count.text() == "All 3 decided"


def test_two_hundred_suggestions_are_quick(take, show, qtbot):
    lines = [f"Shelling number {number} hit a house in Izium." for number in range(200)]
    text = "\n\n".join(lines)
    take("Many", text, [told(text, "attack", line, IZIUM, "3 May 2022") for line in lines])
    hands = show()
    assert len(hands.desk.cards.cards) == 200
    hands.press(K.Key_End)
    assert hands.desk.cards.current.kept.number == 200
    hands.press(K.Key_Return)
    assert hands.states.count("accepted") == 1


def test_hostile_words_are_shown_as_they_are(take, show):
    text = "<b>Bold</b> &amp; “evil” soldiers took a man in Izium."
    take("<h1>T</h1>" * 40, text, [told(text, "abduction", text, IZIUM, claimed_by="<i>x</i>" * 60)])
    hands = show()
    assert hands.desk.reading.text.toPlainText() == text
    assert "<i>x" in hands.desk.cards.current.accessibleName()


def test_a_case_open_for_reading_shows_and_changes_nothing(take, qtbot, open_case, settled, dressed):
    from desktop.bridge.open_case import OpenCase
    from desktop.desk.desk import Desk
    from incidents.case import Actor, Case
    from tests.gui.desk.conftest import Hands

    take()
    looking = OpenCase(Case.open(open_case.info.path, actor=Actor("Petro"), read_only=True))
    desk = Desk(looking)
    qtbot.addWidget(desk)
    desk.start()
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    hands = Hands(desk, looking, settled)
    hands.wait()
    desk.focus_cards()
    for key in (K.Key_Return, K.Key_Delete, K.Key_E, K.Key_C, K.Key_2):
        hands.press(key)
    assert hands.states == ["open", "open", "open"]
    assert not hands.failed
    looking.close()
