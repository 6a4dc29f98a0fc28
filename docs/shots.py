"""Takes the pictures of the README and the guide anew: `make shots` writes them to docs/pictures.

Everything in them is the sample case. Platform, scale, fonts and colours are fixed, so that a picture changes only
when the window does.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LANG="C.UTF-8", TZ="UTC")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.application.application import Application
from desktop.application.main_window import CaseWindow
from desktop.application.start import make_application
from desktop.bridge import jobs
from incidents.search.filter import Filter, parse
from incidents.settings import Settings

PICTURES = Path(__file__).parent / "pictures"
SIZE = (1600, 960)
KHARKIV = "region:UA-63 period:2022-02-24..2022-09-30"


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(window: CaseWindow, done: Callable[[], bool] = lambda: True) -> None:
    """Wait until everything that was asked has been answered and painted."""
    for _ in range(400):
        wait(25)
        if window.open_case is not None and window.open_case.idle and jobs.idle() and done():
            break
    else:
        raise SystemExit("The window never came to rest.")
    wait(150)


def save(widget: QWidget, name: str) -> None:
    """Keep a picture of a widget."""
    PICTURES.mkdir(exist_ok=True)
    widget.grab().save(str(PICTURES / f"{name}.png"))


def show(window: CaseWindow, line: str, text: str = "") -> None:
    """Filter, and make the first incident with these words the current one."""
    from incidents.search import questions as ask

    wanted = parse(line)
    window.workspace.set_filter(wanted)
    settle(window)
    rows: list[object] = []
    window.open_case.ask(ask.Page(Filter(text=text) if text else wanted, limit=1), rows.extend, owner=window)
    settle(window)
    window.workspace.go_to(rows[0].id)
    settle(window)


def desk(window: CaseWindow, reports: Path) -> None:
    """The reading desk with some of the sample's reports taken in and one of them half read."""
    from desktop.desk.dropped import Dropped

    theme = window.application.theme
    window.menus.actions["view_reports"].trigger()
    settle(window)
    # The newest stands on top of the inbox: the report of the tour is taken in last.
    for path in sorted(reports.glob("*.md"), reverse=True)[-8:]:
        window.intake.take(Dropped((path,)))
        settle(window)
    cards = window.all_views.desk.cards
    cards.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_3):
        QTest.keyClick(cards, key)
        settle(window)
    window.messages.hide()
    settle(window)
    save(window, "desk-light")
    theme.choose("dark")
    settle(window)
    save(window, "desk-dark")
    theme.choose("light")
    window.menus.actions["view_incidents"].trigger()
    settle(window)


def take(window: CaseWindow) -> None:
    """All pictures, in the order in which a user meets them."""
    theme, space = window.application.theme, window.workspace
    show(window, KHARKIV)
    save(window, "incidents-light")
    theme.choose("dark")
    settle(window)
    save(window, "incidents-dark")
    theme.choose("light")
    show(window, "", "steel plant")
    window.menus.actions["edit"].trigger()
    settle(window)
    save(window, "entry")
    space.form.leave()
    show(window, KHARKIV)
    window.menus.actions["export"].trigger()
    from desktop.briefing.dialog import BriefingDialog

    dialog = window.findChild(BriefingDialog)
    settle(window, lambda: dialog.ready)
    save(dialog, "briefing")
    dialog.reject()
    desk(window, Path(__file__).parent.parent / "seeds" / "reports")


def main() -> int:
    """Build the sample case, open it, take the pictures."""
    from incidents.case import Actor
    from seeds.build import build

    app = make_application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.vigil"
        build(path, actor=Actor("Olena"))
        settings = Settings(Path(folder) / "settings.json")
        settings.update({"look.theme": "light", "person.name": "Olena"})
        window = Application(app, settings).new_window()
        window.resize(*SIZE)
        wait(200)
        save(window, "welcome")
        window.cases.open_path(str(path))
        settle(window)
        take(window)
        settle(window)
        window.close()
        wait(300)
        jobs.shut_down()
    return 0


if __name__ == "__main__":
    sys.exit(main())
