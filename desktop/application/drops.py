"""What is dropped on the window: a case is opened, anything else is taken in as reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWindow

from desktop.application.veil import DropVeil
from desktop.desk.dropped import look_into
from desktop.widgets.dialogs import CASE_SUFFIX

if TYPE_CHECKING:
    from desktop.application.main_window import CaseWindow


class Drops(QObject):
    """Files are taken wherever they are dropped, also over a field that would write their names into itself."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window
        self.veil = DropVeil(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files come to us before Qt looks for a field under the pointer."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show and (handle := self._window.windowHandle()) is not None:
                handle.removeEventFilter(self)
                handle.installEventFilter(self)
            return False
        if not isinstance(watched, QWindow):
            return False
        if kind == QEvent.Type.DragLeave:
            self.left()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            if not isinstance(event, QDropEvent) or not look_into(event.mimeData()).paths:
                return False
            if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
                self.entered(event)
            elif kind == QEvent.Type.Drop:
                self.dropped(event)
            else:
                event.acceptProposedAction()
            return True
        return False

    def entered(self, event: QDragEnterEvent) -> None:
        """Something is over the window: say what will become of it."""
        words = self._what_for(event.mimeData())
        if words:
            event.acceptProposedAction()
            self.veil.say(words)

    def left(self) -> None:
        """It went away."""
        self.veil.hide()

    def dropped(self, event: QDropEvent) -> None:
        """It was let go."""
        self.veil.hide()
        data = event.mimeData()
        if not self._what_for(data):
            return
        event.acceptProposedAction()
        case = _case_in(data)
        if case is not None:
            self._window.cases.open_path(str(case))
        else:
            self._window.intake.take(look_into(data))

    def _what_for(self, data: QMimeData) -> str:
        """What dropping it would do, empty when nothing."""
        if _case_in(data) is not None:
            return self.tr("Drop to open this case")
        found = look_into(data)
        opened = self._window.open_case
        if not found:
            return ""
        if opened is None:
            return self.tr("Open a case first, then drop reports on it")
        if opened.info.read_only:
            return self.tr("This case is open for reading only")
        if not found.paths:
            return self.tr("Drop to take in this text")
        if len(found.paths) == 1:
            return self.tr("Drop to take in “{0}”").format(found.paths[0].name[:60])
        return self.tr("Drop to take in {0} files and folders").format(f"{len(found.paths):,}")


def _case_in(data: QMimeData) -> Path | None:
    cases = [path for path in look_into(data).paths if path.suffix.lower() == CASE_SUFFIX]
    return cases[0] if len(cases) == 1 else None
