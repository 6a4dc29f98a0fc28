"""Whole cases in the window: the welcome page, making, opening and dropping cases."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from desktop.application.new_case import NewCaseDialog, file_name
from desktop.application.welcome import RecentCase
from desktop.bridge import jobs
from desktop.widgets import dialogs

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
