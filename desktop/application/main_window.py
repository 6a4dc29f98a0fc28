"""One window: the menus, the welcome page or the open case, the line of questions and the message bar.

`CaseWindow` holds at most one open case. What its actions do lies in `case_actions`, `incident_actions` and
`view_actions`; the process around it is `Application`.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.application import actions
from desktop.application.case_actions import CaseActions
from desktop.application.incident_actions import IncidentActions
from desktop.application.menus import Menus
from desktop.application.view_actions import ViewActions
from desktop.application.welcome import Welcome
from desktop.widgets.dialogs import CASE_SUFFIX
from desktop.widgets.message_bar import MessageBar
from incidents.settings import Settings

if TYPE_CHECKING:
    from desktop.application.application import Application
    from desktop.application.prompt import Prompt
    from desktop.application.workspace import Workspace
    from desktop.bridge.open_case import OpenCase

SMALLEST = QSize(900, 560)
USUAL = QSize(1280, 800)
FRAME = QSize(16, 48)  # what title bar and borders need; the desktop tells it only after the window is shown


class CaseWindow(QMainWindow):
    """A window with at most one open case.

    Attributes: open_case and workspace, None on the welcome page; cases, incidents, views, what the actions do.
    """

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application
        self.open_case: OpenCase | None = None
        self.workspace: Workspace | None = None
        self._prompt: Prompt | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.cases = CaseActions(self)
        self.incidents = IncidentActions(self)
        self.views = ViewActions(self)
        self.welcome = Welcome()
        self.messages = MessageBar()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._prompts = QVBoxLayout()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addLayout(self._prompts)
        column.addWidget(self.messages)
        self.setCentralWidget(whole)
        self.menus = Menus(self)
        self._connect()
        self._restore_geometry()
        self.show_recent()
        self.refresh()

    def _connect(self) -> None:
        self.welcome.new_wanted.connect(self.cases.new_case)
        self.welcome.open_wanted.connect(self.cases.choose_case)
        self.welcome.sample_wanted.connect(self.cases.open_sample)
        self.welcome.recent_chosen.connect(self.cases.open_path)
        self.welcome.forget_wanted.connect(self.cases.forget)
        self.messages.undo_wanted.connect(self.incidents.undo)

    @property
    def settings(self) -> Settings:
        """The settings of the process."""
        return self.application.settings

    # The open case

    def attach(self, open_case: OpenCase) -> None:
        """Show a case in this window."""
        from desktop.application.workspace import Workspace

        open_case.setParent(self)
        self.open_case = open_case
        workspace = self.workspace = Workspace(open_case)
        self._pages.addWidget(workspace)
        self._pages.setCurrentWidget(workspace)
        open_case.done.connect(lambda told, undoable: self.messages.say(told, undo=undoable))
        open_case.failed.connect(self.messages.complain)
        open_case.history_changed.connect(self.refresh)
        workspace.state_changed.connect(self.refresh)
        self.incidents.attach(workspace)
        self.views.attach(workspace)
        self.menus.give_to_table(workspace.table)
        workspace.load_layout(self.settings["window.panes"])
        workspace.table.load_state(self.settings["table.layout"])
        self.messages.hide()
        self._name_window()
        self.refresh()
        workspace.start()
        workspace.table.setFocus()

    def _name_window(self) -> None:
        info = self.open_case.info if self.open_case else None
        if info is None:
            self.setWindowTitle("Vigil")
            return
        mark = self.tr(" (read only)") if info.read_only else ""
        self.setWindowTitle(f"{info.name}{mark} – Vigil")
        self.setWindowFilePath(str(info.path))

    # Questions in a line

    def ask(self, prompt: Prompt) -> None:
        """Show a question at the bottom; a new one takes the place of the old one."""
        self.leave_prompt()
        self._prompt = prompt
        prompt.left.connect(self.leave_prompt)
        self._prompts.addWidget(prompt)
        prompt.first_control().setFocus()

    def leave_prompt(self) -> None:
        """Take the question away and go back to the table."""
        prompt, self._prompt = self._prompt, None
        if prompt is not None:
            prompt.hide()
            prompt.deleteLater()
            if self.workspace is not None:
                self.workspace.table.setFocus()

    @property
    def prompt(self) -> Prompt | None:
        """The question that is shown, or None."""
        return self._prompt

    # What can be done

    def can(self, when: str) -> bool:
        """Whether actions with this condition can be used now."""
        opened, space = self.open_case, self.workspace
        if when == actions.ALWAYS:
            return True
        if opened is None or space is None:
            return False
        if when == actions.CASE:
            return True
        if space.editing:
            return False
        selected = space.table.selected_count()
        writable = not opened.info.read_only
        return {
            actions.NO_FORM: True,
            actions.WRITABLE: writable,
            actions.ONE: writable and selected == 1,
            actions.SOME: writable and selected >= 1,
            actions.SELECTED: selected >= 1,
            actions.SEVERAL: writable and selected >= 2,
            actions.UNDO: writable and opened.undo_label is not None,
            actions.REDO: writable and opened.redo_label is not None,
            actions.FILTERED: not space.filter.empty,
        }[when]

    def refresh(self) -> None:
        """Bring menus and title up to date."""
        self.menus.refresh()
        self.views.refresh_checks()

    def show_recent(self) -> None:
        """Bring the lists of recent cases up to date."""
        self.menus.list_recent()
        self.welcome.list_recent(self.settings.recent(), remembering=self.settings["recent.remember"])

    # Coming and going

    def sizeHint(self) -> QSize:
        return USUAL

    def _restore_geometry(self) -> None:
        self._name_window()
        kept = self.settings["window.geometry"]
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore"))):
            room = self.screen().availableSize() - FRAME
            self.resize(USUAL.boundedTo(room).expandedTo(SMALLEST))

    def _remember_layout(self) -> None:
        geometry = base64.b64encode(bytes(self.saveGeometry().data())).decode("ascii")
        remembered: dict[str, object] = {"window.geometry": geometry}
        if self.workspace is not None:
            remembered["window.panes"] = self.workspace.save_layout()
            remembered["table.layout"] = self.workspace.table.save_state()
        self.settings.update(remembered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as in every dialog; Qt knows only Space outside of dialogs."""
        at = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(at, QPushButton | QToolButton):
            at.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put the form aside, let running writes end, then go; the window stays until they are on disk."""
        opened = self.open_case
        if opened is not None and not opened.closed:
            if self.workspace is not None:
                self.workspace.put_form_aside()
            if opened.writing:
                event.ignore()
                self.setEnabled(False)
                QTimer.singleShot(30, self, self.close)
                return
            opened.close()
        self._remember_layout()
        self.application.forget_window(self)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped_case(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped_case(event)
        if path is not None:
            event.acceptProposedAction()
            self.cases.open_path(str(path))

    @staticmethod
    def _dropped_case(event: QDropEvent) -> Path | None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        cases = [path for path in files if path.suffix.lower() == CASE_SUFFIX]
        return cases[0] if len(cases) == 1 else None
