"""Incidents in the window, by keys and clicks: withdraw, merge, restore, enter, copy, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from desktop.bridge import jobs
from incidents.search.filter import Filter


def answer_prompt(qtbot, window, reason):
    prompt = window.prompt
    qtbot.keyClicks(prompt.reason, reason)
    qtbot.keyClick(prompt.reason, Qt.Key.Key_Return)


def statuses(window, wait, wanted):
    from incidents.search import questions as ask

    found = []
    window.open_case.ask(ask.Page(wanted), found.extend, owner=window)
    wait()
    return [row.status for row in found]


# ------------------------------------------------------------ working with incidents


def test_count_and_totals_follow_the_filter(opened, wait):
    assert opened.workspace.summary.text.startswith("3 incidents")
    opened.workspace.set_filter(Filter(types=("detention",)))
    wait()
    assert opened.workspace.summary.text.startswith("1 incident")
    assert opened.menus.actions["clear_filter"].isEnabled()
    opened.menus.actions["clear_filter"].trigger()
    wait()
    assert opened.workspace.filter == Filter()
    assert opened.workspace.summary.text.startswith("3 incidents")


def test_withdrawing_needs_a_reason_and_can_be_undone_from_the_bar(qtbot, opened, wait):
    opened.workspace.table.select_all()
    opened.menus.actions["withdraw"].trigger()
    wait()
    answer_prompt(qtbot, opened, "")
    wait()
    assert "why" in opened.prompt.problem
    answer_prompt(qtbot, opened, "entered twice")
    wait()
    assert opened.prompt is None
    assert opened.messages.text == "Withdrew 3 incidents."
    assert opened.workspace.table.count == 0
    assert opened.menus.actions["undo"].text() == "&Undo: Withdraw 3 incidents"
    button = opened.messages.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    wait()
    assert opened.workspace.table.count == 3
    assert opened.menus.actions["redo"].isEnabled()
    opened.menus.actions["redo"].trigger()
    wait()
    assert opened.workspace.table.count == 0


def test_escape_leaves_a_question_and_nothing_happens(qtbot, opened, wait):
    opened.workspace.table.select_all()
    opened.menus.actions["withdraw"].trigger()
    wait()
    qtbot.keyClicks(opened.prompt.reason, "no")
    qtbot.keyClick(opened.prompt.reason, Qt.Key.Key_Escape)
    assert opened.prompt is None
    assert opened.workspace.table.count == 3


def test_merging_keeps_one_and_undo_brings_all_back(qtbot, opened, wait):
    opened.workspace.table.select_all()
    opened.menus.actions["merge"].trigger()
    wait()
    choice = opened.prompt.findChild(QComboBox)
    assert choice.count() == 3
    choice.setCurrentIndex(1)
    kept = opened.prompt.keep
    answer_prompt(qtbot, opened, "the same event")
    wait()
    assert opened.messages.text.startswith("Merged ")
    assert opened.workspace.table.count == 1
    assert opened.workspace.table.current_id in (kept, None)
    opened.menus.actions["undo"].trigger()
    wait()
    assert opened.workspace.table.count == 3


def test_a_status_that_may_not_be_is_refused_beside_the_question(qtbot, opened, wait):
    opened.workspace.table.select_all()
    opened.menus.actions["status"].trigger()
    wait()
    choice = opened.prompt.choice
    choice.setCurrentIndex(choice.findData("corroborated"))
    answer_prompt(qtbot, opened, "two sources")
    wait()
    assert "independent" in opened.prompt.problem
    assert opened.prompt.reason.text() == "two sources"
    choice.setCurrentIndex(choice.findData("refuted"))
    qtbot.keyClick(opened.prompt.reason, Qt.Key.Key_Return)
    wait()
    assert opened.prompt is None
    assert statuses(opened, wait, Filter(statuses=("refuted",))) == ["refuted"] * 3


def test_restoring_takes_only_withdrawn_incidents_back(qtbot, opened, wait):
    opened.workspace.table.select_all()
    opened.menus.actions["restore"].trigger()
    wait()
    assert opened.messages.is_error
    opened.menus.actions["withdraw"].trigger()
    wait()
    answer_prompt(qtbot, opened, "wrong case")
    wait()
    opened.workspace.set_filter(Filter(statuses=("withdrawn",)))
    wait()
    opened.workspace.table.select_all()
    opened.menus.actions["restore"].trigger()
    wait()
    opened.workspace.set_filter(Filter())
    wait()
    assert opened.workspace.table.count == 3


@pytest.fixture
def keys(qtbot, opened):
    """Press keys wherever the focus is, as the window system would deliver them."""
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow, timeout=5_000)
    opened.workspace.table.setFocus()

    def press(key, held=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, held)

    return press


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_the_whole_job_goes_by_keys(keys, opened, wait, qtbot):
    space = opened.workspace
    keys(Qt.Key.Key_F, CTRL)
    assert space.pane.text.hasFocus()
    qtbot.keyClicks(space.pane.text, "Number 2")
    keys(Qt.Key.Key_Return)
    wait()
    assert space.table.count == 1
    keys(Qt.Key.Key_Delete)
    assert opened.prompt is None, "in a text field Delete deletes text"
    keys(Qt.Key.Key_2, ALT)
    keys(Qt.Key.Key_Down)
    keys(Qt.Key.Key_Home)
    wait()
    keys(Qt.Key.Key_Delete)
    wait()
    assert opened.prompt is not None
    assert opened.prompt.reason.hasFocus()
    qtbot.keyClicks(opened.prompt.reason, "entered twice")
    keys(Qt.Key.Key_Return)
    wait()
    assert space.table.count == 0
    keys(Qt.Key.Key_F, CTRL | SHIFT)
    wait()
    assert space.table.count == 2
    keys(Qt.Key.Key_2, ALT)
    keys(Qt.Key.Key_Z, CTRL)
    wait()
    assert space.table.count == 3
    keys(Qt.Key.Key_F7)
    assert not space.pane.isVisible()
    keys(Qt.Key.Key_N, CTRL)
    wait()
    assert space.editing
    keys(Qt.Key.Key_Escape)
    wait()
    assert not space.editing
    keys(Qt.Key.Key_Home)
    keys(Qt.Key.Key_Return)
    wait()
    assert space.editing, "Enter in the table opens the incident"


def test_rows_are_copied_from_the_table(opened, wait, qtbot):
    opened.workspace.table.select_all()
    opened.menus.actions["copy"].trigger()
    qtbot.waitUntil(lambda: opened.messages.text == "Copied 3 rows.", timeout=5_000)
    assert "Number 2" in QApplication.clipboard().text()


def test_a_new_incident_is_entered_in_the_form_and_the_table_waits(qtbot, opened, wait):
    opened.menus.actions["add"].trigger()
    wait()
    assert opened.workspace.editing
    assert not opened.menus.actions["withdraw"].isEnabled()
    qtbot.keyClick(opened.workspace.form, Qt.Key.Key_Escape)
    wait()
    assert not opened.workspace.editing
    assert opened.menus.actions["add"].isEnabled()


def test_a_half_typed_incident_is_offered_when_the_case_is_opened_again(
    qtbot, application, opened, wait, case_file
):
    opened.menus.actions["add"].trigger()
    wait()
    field = opened.workspace.form.findChildren(QLineEdit)[0]
    qtbot.keyClicks(field, "abd")
    with qtbot.waitSignal(opened.destroyed, timeout=10_000):
        opened.close()
    again = application.new_window()
    again.cases.open_path(str(case_file))
    qtbot.waitUntil(lambda: "not finished" in again.messages.text, timeout=10_000)
    qtbot.mouseClick(again.messages.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: again.open_case.idle and jobs.idle(), timeout=5_000)
    assert again.workspace.editing
    assert again.workspace.form.findChildren(QLineEdit)[0].text() == "abd"  # without being asked once more
    assert again.workspace.form.offer.isHidden()


def test_the_offer_of_a_half_typed_incident_goes_once_the_form_is_open(opened, wait):
    opened.workspace.draft_found.emit()
    assert "not finished" in opened.messages.text
    opened.menus.actions["add"].trigger()
    wait()
    assert opened.messages.text == ""
