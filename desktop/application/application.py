"""The process: settings, theme, crash reports, and its windows."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.application.main_window import CaseWindow
from desktop.widgets.theme import Theme
from incidents.settings import Settings


class Application(QObject):
    """Everything that windows share."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self.settings = settings
        self.theme = Theme(app, settings["look.theme"])
        self._windows: list[CaseWindow] = []
        settings.on_change(self._setting_changed)

    @property
    def windows(self) -> tuple[CaseWindow, ...]:
        """The windows that are open, the oldest first."""
        return tuple(self._windows)

    def new_window(self) -> CaseWindow:
        """Open another window with the welcome page."""
        window = CaseWindow(self)
        self._windows.append(window)
        window.show()
        if self.settings.problem:
            window.messages.complain(self.settings.problem)
        return window

    def window_of(self, path: Path) -> CaseWindow | None:
        """The window in which this case is open."""
        wanted = path.absolute().resolve()
        for window in self._windows:
            if window.open_case is not None and window.open_case.info.path.resolve() == wanted:
                return window
        return None

    def forget_window(self, window: CaseWindow) -> None:
        """A window closed."""
        if window in self._windows:
            self._windows.remove(window)

    def close_all(self) -> None:
        """Close every window; the program ends with the last."""
        for window in self.windows:
            window.close()

    def show_recent(self) -> None:
        """Bring the lists of recent cases in all windows up to date."""
        for window in self._windows:
            window.show_recent()

    def tell(self, sentence: str) -> None:
        """Show a problem in the window that the user works in."""
        active = self._app.activeWindow()
        if not self._windows:
            sys.stderr.write(sentence + "\n")
            return
        window = active if isinstance(active, CaseWindow) else self._windows[-1]
        window.messages.complain(sentence)

    def _setting_changed(self, name: str) -> None:
        if name == "look.theme":
            self.theme.choose(self.settings["look.theme"])
