"""Opens the window: `main(case_path)` is what `vigil [CASE]` calls.

The welcome page is painted before anything heavy is imported; storage is loaded when a case is opened.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.application.crash import CrashReporter
    from desktop.application.main_window import CaseWindow

NO_SCREEN = (
    "Vigil needs a screen to open its window on and found none. Without one, use the commands: vigil --help."
)


def main(case_path: str | None = None) -> int:
    """Open the window, with a case if one is named; returns the exit code of the process."""
    if not _has_screen():
        return _give_up(NO_SCREEN)
    qInstallMessageHandler(_qt_says)
    app, _window = prepare(case_path)
    _close_on_signals(app)
    return int(app.exec())


def prepare(case_path: str | None = None) -> tuple[QApplication, CaseWindow]:
    """Everything up to the event loop. Garbage is not looked for until the window is painted: there is none yet."""
    gc.disable()
    app = make_application()
    from desktop.application.application import Application
    from incidents.settings import Settings

    vigil = Application(app, Settings())
    _catch_crashes(vigil.tell)
    window = vigil.new_window()
    QTimer.singleShot(0, app, gc.enable)
    if case_path:
        QTimer.singleShot(0, window, lambda: window.cases.open_path(case_path))
    return app, window


def _close_on_signals(app: QApplication) -> None:
    """Ctrl+C in the terminal and the end of the session close the windows as a user would: what is typed is kept."""
    if not hasattr(signal, "SIGHUP"):
        return  # Windows tells its windows in another way
    readable, writable = os.pipe()
    os.set_blocking(writable, False)
    # Python runs handlers only between its own steps; the pipe wakes the event loop so that there is one.
    notifier = QSocketNotifier(readable, QSocketNotifier.Type.Read, app)

    def woken() -> None:
        os.read(readable, 64)
        app.closeAllWindows()

    notifier.activated.connect(woken)
    signal.set_wakeup_fd(writable, warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: None)


def _catch_crashes(tell: Callable[[str], None]) -> None:
    """Have crash reports from now on; what they need is imported when the first one is written."""
    reporters: list[CrashReporter] = []

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not reporters:
            from desktop.application.crash import CrashReporter

            reporters.append(CrashReporter(tell))
        reporters[0].caught(kind, error, trace)

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


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
    serious = kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg)
    if serious and "could not connect to display" not in message and "platform plugin" not in message:
        import logging  # what Qt says after a lost display is said better by the fatal message that follows

        logging.getLogger("vigil.qt").warning("%s", message)


def _give_up(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()
    return 1
