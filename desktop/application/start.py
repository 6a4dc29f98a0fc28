"""Opens the window: `main(case_path)` is what `vigil [CASE]` calls.

The welcome page is painted before anything heavy is imported; storage is loaded when a case is opened.
"""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

log = logging.getLogger("vigil.qt")
NO_SCREEN = (
    "Vigil needs a screen to open its window on and found none. Without one, use the commands: vigil --help."
)


def main(case_path: str | None = None) -> int:
    """Open the window, with a case if one is named; returns the exit code of the process."""
    if not _has_screen():
        return _give_up(NO_SCREEN)
    qInstallMessageHandler(_qt_says)
    app = make_application()
    from desktop.application.application import Application
    from desktop.application.crash import CrashReporter
    from incidents.settings import Settings

    vigil = Application(app, Settings())
    CrashReporter(vigil.tell).install()
    window = vigil.new_window()
    if case_path:
        QTimer.singleShot(0, window, lambda: window.cases.open_path(case_path))
    return int(app.exec())


def make_application() -> QApplication:
    """The QApplication with our names, without a window yet."""
    QApplication.setApplicationName("Vigil")
    QApplication.setApplicationDisplayName("Vigil")
    QApplication.setDesktopFileName("vigil")
    app = QApplication.instance() or QApplication(["vigil"])
    assert isinstance(app, QApplication)
    from desktop.widgets.icons import app_icon

    app.setWindowIcon(app_icon())
    return app


def _has_screen() -> bool:
    """On Linux and the like a window needs X11 or Wayland, unless Qt is told to use something else."""
    if not sys.platform.startswith(("linux", "freebsd", "openbsd")):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _qt_says(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own messages go to the log; when it cannot go on, one clear line replaces its abort."""
    if kind == QtMsgType.QtFatalMsg:
        os._exit(_give_up(NO_SCREEN if "platform plugin" in message else f"Vigil cannot go on: {message}"))
    level = {
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
    }.get(kind, logging.DEBUG)
    if level >= logging.WARNING and (
        "could not connect to display" in message or "platform plugin" in message
    ):
        level = logging.DEBUG  # the fatal message that follows says it better
    log.log(level, "%s", message)


def _give_up(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
    return 1
