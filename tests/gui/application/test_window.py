"""The window as a person uses it: by keys and clicks, from an empty start to a case and back."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton

from desktop.application.new_case import NewCaseDialog, file_name
from desktop.application.welcome import RecentCase
from desktop.bridge import jobs
from desktop.widgets import dialogs
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.search.filter import Filter


@pytest.fixture(autouse=True)
def _no_answer_left():
    yield
    assert not dialogs._answers


@pytest.fixture
def case_file(tmp_path):
    """A case with three incidents, closed."""
    from incidents import operations as do
    from incidents.case import Actor, Case

    path = tmp_path / "cases" / "kharkiv.vigil"
    path.parent.mkdir()
    with Case.create(path, actor=Actor("Olena"), name="Kharkiv 2022", country="UKR") as case:
        for number, kind in enumerate(("detention", "abduction", "evacuation"), start=1):
            claim = ClaimDraft(attributed_to="a witness")
            draft = IncidentDraft(
                type=kind, title=f"Number {number}", date=f"2022-05-0{number}", claims=(claim,)
            )
            case.perform(do.AddIncident(draft))
    return path


@pytest.fixture
def wait(qtbot, window):
    """Wait until the window has a case and everything asked of it was answered."""

    def settled():
        qtbot.waitUntil(
            lambda: window.open_case is not None and window.open_case.idle and jobs.idle(), timeout=15_000
        )

    return settled


@pytest.fixture
def opened(window, wait, case_file):
    """The window with the case."""
    window.cases.open_path(str(case_file))
    wait()
    return window


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


# ------------------------------------------------------------ the welcome page


def test_the_first_window_says_what_can_be_done(window):
    assert window.windowTitle() == "Vigil"
    texts = [button.accessibleName() for button in window.welcome.buttons]
    assert texts == ["New case…", "Open case…", "Open sample case…"]


def test_recent_cases_can_be_opened_and_forgotten(qtbot, application, window, wait, case_file, tmp_path):
    application.settings.remember_case(tmp_path / "gone.vigil", "Gone")
    application.settings.remember_case(case_file, "Kharkiv 2022")
    window.show_recent()
    first, second = window.welcome.findChildren(RecentCase)[-2:]
    assert "Kharkiv 2022" in first.accessibleName()
    qtbot.mouseClick(second.forget, Qt.MouseButton.LeftButton)
    assert [entry["name"] for entry in application.settings.recent()] == ["Kharkiv 2022"]
    qtbot.mouseClick(
        window.welcome.findChildren(RecentCase)[-1], Qt.MouseButton.LeftButton, pos=QPoint(20, 10)
    )
    wait()
    assert window.windowTitle() == "Kharkiv 2022 – Vigil"


def test_a_recent_case_that_is_gone_is_a_sentence_with_a_way_out(qtbot, application, window, tmp_path):
    gone = tmp_path / "gone.vigil"
    application.settings.remember_case(gone, "Gone")
    window.cases.open_path(str(gone))
    qtbot.waitUntil(lambda: window.messages.is_error, timeout=10_000)
    assert "gone.vigil" in window.messages.text
    assert window.welcome.isEnabled()
    qtbot.mouseClick(window.messages.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert application.settings.recent() == []


@pytest.mark.parametrize("content", [b"", b"not a case", b"SQLite format 3\x00" + b"\x00" * 4000])
def test_a_file_that_is_no_case_is_a_sentence(qtbot, window, tmp_path, content):
    path = tmp_path / "odd.vigil"
    path.write_bytes(content)
    window.cases.open_path(str(path))
    qtbot.waitUntil(lambda: window.messages.is_error, timeout=10_000)
    assert "odd.vigil" in window.messages.text
    assert window.open_case is None
    assert path.read_bytes() == content


# ------------------------------------------------------------ new, open, drop


def test_a_new_case_is_named_placed_and_opened(qtbot, window, wait, tmp_path, application):
    application.settings["folder.last"] = str(tmp_path)
    window.menus.actions["new_case"].trigger()
    dialog = window.findChild(NewCaseDialog)
    qtbot.keyClicks(dialog.name, "Kharkiv: region / 2022")
    assert dialog.path == tmp_path / "Kharkiv region 2022.vigil"
    dialog.country.setCurrentIndex(dialog.country.findData("UKR"))
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    wait()
    assert (window.open_case.info.name, window.open_case.info.country) == ("Kharkiv: region / 2022", "UKR")
    assert (tmp_path / "Kharkiv region 2022.vigil").exists()
    assert application.settings.recent()[0]["name"] == "Kharkiv: region / 2022"


def test_a_new_case_never_takes_the_place_of_a_file(qtbot, window, case_file):
    window.settings["folder.last"] = str(case_file.parent)
    window.menus.actions["new_case"].trigger()
    dialog = window.findChild(NewCaseDialog)
    qtbot.keyClicks(dialog.name, "kharkiv")
    assert dialog.problem
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Kharkiv 2022", "Kharkiv 2022.vigil"),
        ("../../etc/passwd", "etc passwd.vigil"),
        ("a\x00b\n", "a b.vigil"),
        ("   ...", "case.vigil"),
        ("Ізюм – травень", "Ізюм – травень.vigil"),
        ("x" * 300, "x" * 80 + ".vigil"),
    ],
)
def test_a_file_name_fits_every_system(name, file):
    assert file_name(name) == file


def test_open_asks_for_a_file_and_a_second_case_gets_a_window_of_its_own(
    qtbot, application, opened, case_file
):
    from incidents.case import Actor, Case

    other = case_file.with_name("other.vigil")
    Case.create(other, actor=Actor("Olena"), name="Other").close()
    dialogs.answer(other)
    opened.menus.actions["open_case"].trigger()
    qtbot.waitUntil(lambda: len(application.windows) == 2, timeout=5_000)
    second = application.windows[1]
    qtbot.waitUntil(lambda: second.open_case is not None and second.open_case.idle, timeout=10_000)
    assert second.windowTitle() == "Other – Vigil"
    assert opened.windowTitle() == "Kharkiv 2022 – Vigil"
    opened.cases.open_path(str(other))
    assert len(application.windows) == 2


def test_a_dialog_that_is_cancelled_changes_nothing(window):
    dialogs.answer(None)
    window.menus.actions["open_case"].trigger()
    assert window.open_case is None
    assert window.welcome.isEnabled()


def test_a_case_that_is_open_elsewhere_can_be_read(qtbot, window, wait, case_file):
    from incidents.case import Actor, Case

    with Case.open(case_file, actor=Actor("Petro")):
        window.cases.open_path(str(case_file))
        qtbot.waitUntil(lambda: window.messages.is_error, timeout=10_000)
        qtbot.mouseClick(window.messages.findChild(QPushButton), Qt.MouseButton.LeftButton)
        wait()
        assert window.windowTitle() == "Kharkiv 2022 (read only) – Vigil"
        window.workspace.table.select_all()
        usable = {name for name, action in window.menus.actions.items() if action.isEnabled()}
        assert not usable & {"add", "edit", "withdraw", "merge", "status", "undo", "duplicate"}
        assert {"copy", "export", "find"} <= usable
        window.close()


def test_a_case_dropped_on_the_window_is_opened(window, wait, case_file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(case_file))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    wait()
    assert window.open_case.info.name == "Kharkiv 2022"


def test_another_file_dropped_on_the_window_is_left_alone(window, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf")), QUrl("https://example.org/a.vigil")])
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.welcome.isEnabled()
    assert jobs.idle()


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
    keys(Qt.Key.Key_2, CTRL)
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
    keys(Qt.Key.Key_2, CTRL)
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
    qtbot.waitUntil(lambda: again.open_case.idle, timeout=5_000)
    assert again.workspace.editing


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
