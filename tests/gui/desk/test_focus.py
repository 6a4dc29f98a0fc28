"""Where the focus goes: never to something that is hidden, and never away from where the user went on to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.gui.desk.conftest import IZIUM, told

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def simple(text):
    return [told(text, "attack", text, IZIUM, "3 May 2022")]


@pytest.fixture
def mixed(take, show):
    """From the top: two reports without suggestions, one with."""
    take("With", "A shell hit Izium on 3 May 2022.", simple("A shell hit Izium on 3 May 2022."))
    take("Without", "Nothing much.", [])
    take("Without too", "Nothing at all.", [])
    return show()


def test_the_first_report_of_an_empty_inbox_is_at_once_at_its_cards(take, show):
    hands = show()
    hands.desk.focus_inbox()
    assert hands.focus.isVisible()
    hands.desk.show_report(take())
    hands.wait()
    assert hands.desk.cards.hasFocus()
    hands.press(K.Key_2).press(K.Key_Return)
    assert hands.states[0] == "accepted"


def test_a_report_that_comes_of_itself_leaves_the_focus_in_the_inbox(take, show):
    hands = show()
    hands.desk.focus_inbox()
    take()
    hands.wait()
    assert hands.desk.inbox.grid.hasFocus()


def test_no_wish_for_the_cards_outlives_going_on(mixed):
    mixed.desk.focus_inbox()
    mixed.desk.focus_cards()
    assert mixed.focus.isVisible()
    mixed.press(K.Key_Escape)
    assert mixed.desk.inbox.grid.hasFocus()
    mixed.press(K.Key_Down).press(K.Key_Down)
    assert mixed.desk.report.title == "With"
    assert mixed.desk.inbox.grid.hasFocus()
    mixed.press(K.Key_Return)
    assert mixed.states == ["open"], "Enter in the inbox goes to the cards and accepts nothing"


def test_done_leads_on_to_the_cards_over_reports_without_any(mixed):
    for _ in range(2):
        mixed.desk.finish()
        mixed.wait()
    assert mixed.desk.report.title == "With"
    assert mixed.desk.cards.hasFocus()


def test_down_in_the_search_and_tab_lead_to_the_rows(mixed):
    mixed.desk.focus_search()
    mixed.press(K.Key_Down)
    assert mixed.desk.inbox.grid.hasFocus()
    mixed.desk.focus_search()
    for _ in range(8):
        mixed.press(K.Key_Tab)
        if mixed.desk.inbox.grid.hasFocus():
            break
    assert mixed.desk.inbox.grid.hasFocus()


def test_pasting_in_the_rows_takes_a_report_in(mixed, qtbot):
    # As text: the clipboard would outlive Python's hold on data of our own, and crash the process as it ends.
    QGuiApplication.clipboard().setText("Soldiers came.")
    mixed.desk.focus_inbox()
    with qtbot.waitSignal(mixed.desk.inbox.pasted, timeout=1000):
        mixed.press(K.Key_V, CTRL)
