"""The bar that says what happened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.widgets.empty import EmptyState
from desktop.widgets.message_bar import MessageBar


@pytest.fixture
def bar(qtbot):
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_there_is_something_to_say(bar):
    assert bar.isHidden()
    assert bar.text == ""


def test_good_news_can_be_undone_with_one_key(qtbot, bar):
    bar.say("Withdrew UKR-2022-0003.", undo=True)
    button = bar.findChild(QPushButton)
    assert bar.accessibleName() == "Withdrew UKR-2022-0003."
    with qtbot.waitSignal(bar.undo_wanted):
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert bar.isHidden()


def test_good_news_goes_by_itself_and_problems_stay(bar):
    bar.say("Copied 3 rows.")
    bar._timer.timeout.emit()
    assert bar.isHidden()
    bar.complain("The disk is full.")
    assert not bar._timer.isActive()
    assert bar.is_error


def test_a_problem_never_offers_undo_but_may_offer_a_way_out(qtbot, bar):
    done = []
    bar.say("Added UKR-2022-0001.", undo=True)
    bar.complain("The case is open elsewhere.", action="Open for reading", act=lambda: done.append(1))
    button = bar.findChild(QPushButton)
    assert button.text() == "Open for reading"
    bar.undo_wanted.connect(lambda: done.append("undo"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    bar.complain("The disk is full.")
    assert button.isHidden()


def test_it_can_be_closed(qtbot, bar):
    bar.complain("The disk is full.")
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_text_of_the_record_is_never_markup(bar):
    bar.complain("<b>bold</b> & <img src=x>")
    assert bar.text == "<b>bold</b> & <img src=x>"
    assert bar._words.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_state_offers_what_can_be_done(qtbot):
    page, done = EmptyState("No incidents yet", "Ctrl+N enters the first."), []
    qtbot.addWidget(page)
    button = page.add_action("New incident", lambda: done.append(1), primary=True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
