"""The sample case from the welcome page."""

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.application import progress
from desktop.application.progress import ProgressDialog
from desktop.bridge import jobs
from desktop.bridge.jobs import Watch
from desktop.widgets import dialogs


def test_the_sample_is_made_where_the_user_says_and_opened(qtbot, application, window, tmp_path):
    path = tmp_path / "sample.vigil"
    dialogs.answer(path)
    window.menus.actions["open_sample"].trigger()
    assert not window.welcome.isEnabled()
    qtbot.waitUntil(
        lambda: window.open_case is not None and window.open_case.idle and jobs.idle(), timeout=60_000
    )
    assert window.workspace.table.count > 60
    assert path.exists()
    assert application.settings.recent()[0]["path"] == str(path)
    assert window.findChild(ProgressDialog) is None or not window.findChild(ProgressDialog).isVisible()


def test_it_can_be_cancelled_and_leaves_no_file(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 0)
    dialogs.answer(tmp_path / "sample.vigil")
    window.menus.actions["open_sample"].trigger()
    dialog = window.findChild(ProgressDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=10_000)
    dialog.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: jobs.idle() and window.welcome.isEnabled(), timeout=30_000)
    assert window.open_case is None
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith("sample")] == []


def test_it_never_takes_the_place_of_a_file(qtbot, window, tmp_path):
    path = tmp_path / "sample.vigil"
    path.write_text("mine")
    dialogs.answer(path)
    window.menus.actions["open_sample"].trigger()
    qtbot.waitUntil(lambda: window.messages.is_error, timeout=10_000)
    assert path.read_text() == "mine"


def test_progress_shows_what_is_done_and_how_far(qtbot):
    watch = Watch()
    dialog = ProgressDialog("Making the sample case", watch)
    qtbot.addWidget(dialog)
    watch.step(30, 120, "Adding incidents")
    dialog._look()
    assert (dialog._bar.value(), dialog._bar.maximum(), dialog._what.text()) == (30, 120, "Adding incidents")
    dialog.reject()
    assert watch.cancelled
    assert dialog._what.text() == "Stopping…"


@pytest.mark.parametrize("done", [True, False])
def test_progress_does_not_flash_for_quick_work(qtbot, done, monkeypatch):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 0)
    dialog = ProgressDialog("Quick", Watch())
    qtbot.addWidget(dialog)
    dialog.open_soon()
    if done:
        dialog._ended = True
        qtbot.wait(20)
        assert not dialog.isVisible()
    else:
        qtbot.waitUntil(dialog.isVisible, timeout=2_000)
        dialog.finish()
