"""The whole window for tests: settings of its own, and every window closed at the end."""

import pytest

from desktop.application.application import Application
from desktop.bridge import jobs
from desktop.widgets import dialogs
from incidents.record.draft import ClaimDraft, IncidentDraft
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
