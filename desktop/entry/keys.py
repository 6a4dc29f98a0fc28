"""The keys of the form: they come before the window's, and while an incident is being written they wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyedForm(QWidget):
    """Ctrl+S and Ctrl+Enter save, with Shift they save and go on; Ctrl+D copies; Escape leaves; Enter goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holding = False
        self._held: list[QKeyEvent] = []

    def save(self) -> None:
        """Ctrl+S, Ctrl+Enter."""

    def save_and_next(self) -> None:
        """The same with Shift."""

    def duplicate_this(self) -> None:
        """Ctrl+D."""

    def leave(self) -> None:
        """Escape."""

    def hold_keys(self) -> None:
        """From now on keys are kept back, so that none gets lost or lands in the wrong field."""
        self._holding = True
        self._held = []
        self.setFocus()

    def release_keys(self) -> None:
        """Keys act again; those kept back are dropped unless `type_held` follows."""
        self._holding = False

    def type_held(self) -> None:
        """Type what was kept back into what has the focus now."""
        held, self._held = self._held, []
        for event in held:
            target = self.focusWidget()
            if target is not None:
                QApplication.sendEvent(target, event)

    def event(self, event: QEvent) -> bool:
        """Our keys come before the window's shortcuts while the focus is in the form."""
        if isinstance(event, QKeyEvent):
            command = self._command(event)
            if event.type() == QEvent.Type.ShortcutOverride and command is not None:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._holding:
                if command is None:
                    self._held.append(event.clone())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no control has taken."""
        command = self._command(event)
        if command is not None:
            command()
        elif event.key() in _ENTER:
            self._enter()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Enter presses a button; from any other control it goes on to the next one."""
        at = self.focusWidget()
        if isinstance(at, QPushButton) or (isinstance(at, QToolButton) and not at.isCheckable()):
            at.click()
        else:
            self.focusNextChild()

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        saves = event.key() == Qt.Key.Key_S or event.key() in _ENTER
        if saves and held == _CONTROL:
            return self.save
        if saves and held == _CONTROL | _SHIFT:
            return self.save_and_next
        if event.key() == Qt.Key.Key_D and held == _CONTROL:
            return self.duplicate_this
        if event.key() == Qt.Key.Key_Escape and held == Qt.KeyboardModifier.NoModifier:
            return self.leave
        return None
