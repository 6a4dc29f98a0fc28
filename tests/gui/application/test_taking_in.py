"""After taking in: where one is led, what is said, and what one is not led away from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.widgets import dialogs

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key
REPORT = "Soldiers detained 12 men in Izium on 3 May 2022, the mayor said."
OTHER = "Three people were killed in Sumy on 1 May 2022."


@pytest.fixture
def press(opened, wait):
    def pressed(key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or opened, key, held)
        wait()

    opened.activateWindow()
    return pressed


@pytest.fixture
def give(press, tmp_path):
    """Choose a file by its menu key."""

    def given(name="izium.txt", content=REPORT):
        path = tmp_path / name
        path.write_text(content)
        dialogs.answer([path])
        press(K.Key_I, CTRL)

    return given


def test_keys_reach_the_first_card_of_an_empty_inbox_at_once(opened, press, give):
    press(K.Key_2, CTRL)
    give()
    cards = opened.all_views.desk.cards
    assert cards.hasFocus()
    press(K.Key_2)
    press(K.Key_Return)
    assert cards.cards[0].kept.state == "accepted"


def test_who_is_at_a_card_stays_and_is_offered_the_new_report(opened, press, give):
    press(K.Key_2, CTRL)
    give()
    desk = opened.all_views.desk
    before, card = desk.report.id, desk.cards.current_id
    give("other.txt", OTHER)
    assert (desk.report.id, desk.cards.current_id) == (before, card)
    assert desk.cards.hasFocus()
    assert opened.messages._button.text() == "Show"
    opened.messages._button.click()
    QApplication.processEvents()
    press(K.Key_Home)
    assert desk.report.id != before
    assert desk.cards.hasFocus()


def test_the_key_of_the_left_goes_to_the_rows_and_the_one_for_finding_to_the_search(opened, press, give):
    press(K.Key_2, CTRL)
    give()
    press(K.Key_1, Qt.KeyboardModifier.AltModifier)
    assert opened.all_views.desk.inbox.grid.hasFocus()
    press(K.Key_F, CTRL)
    assert opened.all_views.desk.inbox.head.search.hasFocus()
