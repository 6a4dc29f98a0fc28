"""What the window does with the report that the desk shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.application.main_window import CaseWindow
    from desktop.desk.desk import Desk


class ReportActions(QObject):
    """Acts on the current report of one window."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _desk(self) -> Desk:
        assert self._window.all_views is not None
        return self._window.all_views.desk

    def finish(self) -> None:
        """The report is done; on to the next one."""
        self._desk.finish()

    def set_aside(self) -> None:
        """The report is not for now; on to the next one."""
        self._desk.set_aside()

    def details(self) -> None:
        """Mend title, source, date and language."""
        self._desk.telling.open_form()

    def show_page(self, shown: bool) -> None:
        """Show the page of the original beside the text."""
        self._desk.reading.show_page(shown)
