"""The whole program: its window, its files, and a person who has only a keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.application.application import Application
from desktop.application.main_window import CaseWindow
from desktop.bridge import jobs
from incidents.settings import Settings

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Presses keys in whatever has the focus, and waits for what a person would wait to see."""

    def __init__(self, qtbot: QtBot, window: CaseWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    @property
    def focus(self) -> QWidget:
        """The control that has the focus, wherever it is."""
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def type(self, text: str) -> Keyboard:
        """Type into the control that has the focus."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.focus, letter)
            else:  # QTest knows no such keys and aborts
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> Keyboard:
        """Press one key."""
        QTest.keyClick(self.focus, key, modifiers)
        return self

    def alt(self, letter: str) -> Keyboard:
        """Go to the field with this underlined letter."""
        QTest.keyClick(self.focus, letter, ALT)
        return self

    def tab(self, times: int = 1) -> Keyboard:
        """Go on."""
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)
        return self

    def enter(self) -> Keyboard:
        """Press Enter."""
        return self.press(Qt.Key.Key_Return)

    def back(self) -> Keyboard:
        """Back in the window after a dialog, as a window manager does; the offscreen platform has none."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        return self

    def wait(self) -> Keyboard:
        """Until the window has answered everything."""
        case = self.window.open_case
        self._qtbot.waitUntil(lambda: jobs.idle() and (case is None or case.idle), timeout=20_000)
        return self

    def see(self, seen: Callable[[], object], timeout: int = 20_000) -> Keyboard:
        """Until something shows."""
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=timeout)
        return self.wait()


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Keyboard]]:
    """Start the program with the settings of one person; all of it is closed at the end."""
    look = qapp.palette(), qapp.styleSheet(), qapp.font()
    started: list[Application] = []

    def run() -> Keyboard:
        settings = Settings(tmp_path / "settings.json")
        settings["folder.last"] = str(tmp_path)
        application = Application(qapp, settings)
        started.append(application)
        window = application.new_window()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Keyboard(qtbot, window)

    yield run
    for application in started:
        for window in application.windows:
            close(qtbot, window)
        application.theme.deleteLater()
        application.deleteLater()
    jobs.shut_down()
    qapp.setStyleSheet(look[1])
    qapp.setPalette(look[0])
    qapp.setFont(look[2])


def close(qtbot: QtBot, window: CaseWindow) -> None:
    """Close a window as its user would, and wait until everything is written."""
    with qtbot.waitSignal(window.destroyed, timeout=20_000):
        window.close()
