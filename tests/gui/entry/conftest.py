"""The entry form over a real case, and a person at its keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.entry.form import EntryForm
from incidents.record.incident import Incident
from incidents.search import questions as ask
from incidents.search.filter import Filter

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Types into whatever has the focus, as a person does, and waits only for what a person would see."""

    def __init__(self, qtbot: Any, form: EntryForm, wait: Callable[[], None]) -> None:
        self._qtbot = qtbot
        self.form = form
        self.wait = wait

    def type(self, text: str) -> Hands:
        """Type into the control that has the focus."""
        QTest.keyClicks(self.focus, text)
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> Hands:
        """Press one key."""
        QTest.keyClick(self.focus, key, modifiers)
        return self

    def tab(self, times: int = 1) -> Hands:
        """Go on to the next control."""
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)
        return self

    def pick(self, text: str) -> Hands:
        """Type, wait for the proposals, take the highlighted one with Enter."""
        self.type(text)
        self.wait()
        return self.press(Qt.Key.Key_Return)

    def alt(self, letter: str) -> Hands:
        """Jump to the field with this underlined letter."""
        QTest.keyClick(self.focus, letter, Qt.KeyboardModifier.AltModifier)
        return self

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait for what a person would wait for."""
        self._qtbot.waitUntil(seen)

    @property
    def focus(self) -> Any:
        """The control that has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is nowhere"
        return focused

    def looked(self) -> None:
        """Let the form look at what was typed, as it does by itself a moment after the last key."""
        self.form.look()
        self.wait()


@pytest.fixture
def incidents(open_case: Any, settled: Any) -> Callable[[], list[Incident]]:
    """What the case holds, oldest first."""

    def read() -> list[Incident]:
        settled(open_case)
        found = open_case._case.read(ask.Incidents(Filter()))
        return sorted(found, key=lambda incident: incident.ref)

    return read


@pytest.fixture
def new_form(qtbot: Any, open_case: Any, settled: Any) -> Iterator[Callable[[], EntryForm]]:
    """Open one form after the other over the same case."""

    made: list[EntryForm] = []

    def make() -> EntryForm:
        form = EntryForm(open_case)
        made.append(form)
        form.resize(460, 700)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        form.new()
        settled(open_case)
        return form

    yield make
    for form in made:
        if shiboken6.isValid(form):
            form.close()
            form.deleteLater()
    qtbot.wait(0)


@pytest.fixture
def hands(qtbot: Any, new_form: Any, open_case: Any, settled: Any) -> Hands:
    """A person in front of an empty form."""
    return Hands(qtbot, new_form(), lambda: settled(open_case))
