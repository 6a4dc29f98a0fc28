"""The window itself: what it remembers, how it closes, its dialogs."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.application.welcome import RecentCase
from incidents.record.draft import IncidentDraft
from incidents.search.filter import Filter

# ------------------------------------------------------------ layout


def test_panes_fold_and_the_layout_is_remembered(qtbot, application, opened, wait, case_file):
    opened.resize(1000, 655)
    opened.menus.actions["show_filter"].trigger()
    assert not opened.workspace.pane.isVisible()
    opened.menus.actions["find"].trigger()
    assert opened.workspace.pane.isVisible()
    opened.menus.actions["show_inspector"].trigger()
    assert not opened.workspace.inspector.isVisible()
    with qtbot.waitSignal(opened.destroyed, timeout=10_000):
        opened.close()
    again = application.new_window()
    assert again.height() == 655  # the width of the screen that tests have is smaller than the window's least
    again.cases.open_path(str(case_file))
    qtbot.waitUntil(lambda: again.open_case is not None and again.open_case.idle, timeout=10_000)
    assert again.workspace.filter_shown
    assert not again.workspace.inspector_shown


@pytest.mark.parametrize(
    "kept", [{"sizes": "no"}, {"sizes": [1, 2]}, {"sizes": [-1, 10**9, 2]}, {"filter": 3}]
)
def test_a_remembered_layout_that_makes_no_sense_is_left_out(application, window, wait, case_file, kept):
    application.settings.update({"window.panes": kept, "window.geometry": "@@ not base64 @@"})
    window.cases.open_path(str(case_file))
    wait()
    assert window.workspace.pane.isVisible()


def test_everything_has_room_at_1024_by_640(opened, wait):
    opened.resize(1024, 640)
    assert (opened.width(), opened.height()) == (1024, 640)
    assert opened.workspace.table.width() >= 340


@pytest.mark.parametrize("width", [1024, 1500])
def test_panes_have_their_widths_again_after_an_incident_was_entered(opened, wait, width):
    opened.resize(width, 640)
    before = opened.workspace._splitter.sizes()
    opened.menus.actions["add"].trigger()
    assert opened.workspace.editing
    assert opened.workspace.save_layout()["sizes"] == before
    opened.workspace.close_form()
    wait()
    assert opened.workspace._splitter.sizes() == before


def test_enter_opens_the_recent_case_that_has_the_focus(qtbot, application, window, wait, case_file):
    application.settings.remember_case(case_file, "Kharkiv 2022")
    window.show_recent()
    window.activateWindow()
    entry = window.welcome.findChild(RecentCase)
    entry.setFocus()
    qtbot.waitUntil(entry.hasFocus)
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    wait()
    assert window.open_case.info.name == "Kharkiv 2022"


def test_the_first_window_fits_the_screen(window):
    room = window.screen().availableSize()
    assert window.height() < room.height()


def test_a_closed_window_leaves_a_case_that_anybody_can_open(qtbot, opened, case_file):
    from incidents import operations as do
    from incidents.case import Actor, Case

    for number in range(5):
        draft = IncidentDraft(type="attack", title=f"Late {number}", date="2022-06-01")
        opened.open_case.perform(do.AddIncident(draft))
    with qtbot.waitSignal(opened.destroyed, timeout=10_000):
        opened.close()
    from incidents.search import questions as ask

    with Case.open(case_file, actor=Actor("Petro")) as case:
        assert case.read(ask.Count(Filter())) == 8


# ------------------------------------------------------------ the rest


def test_dialogs_of_the_help_menu_open_and_close(qtbot, window):
    for name in ("shortcuts", "about", "preferences"):
        window.menus.actions[name].trigger()
        dialog = window.findChild(QDialog)
        assert dialog.isVisible()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.findChild(QDialog) is None, timeout=5_000)


def test_the_journal_gets_the_name_from_the_preferences(opened, wait, application):
    from incidents import operations as do
    from incidents.search import questions as ask

    added, told = [], []
    opened.open_case.perform(
        do.AddIncident(IncidentDraft(type="attack", date="2022-06-01")), lambda done: added.append(done.value)
    )
    wait()
    opened.open_case.ask(ask.History(added[0]), told.extend, owner=opened)
    wait()
    assert {entry.actor for entry in told} == {"Olena"}


def test_settings_hold_no_more_than_they_declare(qtbot, opened, application):
    with qtbot.waitSignal(opened.destroyed, timeout=10_000):
        opened.close()
    from incidents.settings import DECLARED

    assert set(json.loads(application.settings.path.read_text())) <= set(DECLARED)
