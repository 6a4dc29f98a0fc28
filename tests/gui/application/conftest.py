"""The whole window for tests: settings of its own, and every window closed at the end."""

import pytest

from desktop.application.application import Application
from incidents.settings import Settings


@pytest.fixture
def application(qapp, qtbot, tmp_path):
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    settings = Settings(tmp_path / "settings" / "settings.json")
    settings["person.name"] = "Olena"
    made = Application(qapp, settings)
    yield made
    for window in made.windows:
        closed_soon(qtbot, window)
    made.theme.deleteLater()
    made.deleteLater()
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setFont(before[2])


@pytest.fixture
def window(application):
    return application.new_window()


def closed_soon(qtbot, window):
    """Close a window as a user would and wait until it is gone, with everything written."""
    with qtbot.waitSignal(window.destroyed, timeout=10_000):
        window.close()
