"""One window: the menus, the welcome page or the open case, the line of questions and the message bar.

`CaseWindow` holds at most one open case. What its actions do lies in `case_actions`, `incident_actions` and
`view_actions`; the process around it is `Application`.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.application import actions
from desktop.application.case_actions import CaseActions
from desktop.application.drops import Drops
from desktop.application.incident_actions import IncidentActions
from desktop.application.intake_actions import IntakeActions
from desktop.application.menus import Menus
from desktop.application.report_actions import ReportActions
from desktop.application.view_actions import ViewActions
from desktop.application.views import INCIDENTS, REPORTS
from desktop.application.welcome import Welcome
from desktop.widgets.message_bar import MessageBar
from incidents.settings import Settings

if TYPE_CHECKING:
    from desktop.application.application import Application
    from desktop.application.prompt import Prompt
    from desktop.application.views import Views
    from desktop.application.workspace import Workspace
    from desktop.bridge.open_case import OpenCase

SMALLEST = QSize(900, 560)
USUAL = QSize(1280, 800)
_OF_THE_TABLE = frozenset(
    {
        *(actions.TABLE, actions.ONE, actions.SOME),
        *(actions.SELECTED, actions.SEVERAL, actions.FILTERED),
    }
)
FRAME = QSize(16, 48)  # what title bar and borders need; the desktop tells it only after the window is shown


class CaseWindow(QMainWindow):
    """A window with at most one open case.

    Attributes: open_case, all_views and workspace (the Incidents view), None on the welcome page; cases, incidents,
    reports, intake, views: what the actions do.
    """

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application
        self.open_case: OpenCase | None = None
        self.workspace: Workspace | None = None
        self.all_views: Views | None = None
        self._prompt: Prompt | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(SMALLEST)
        self.cases = CaseActions(self)
        self.incidents = IncidentActions(self)
        self.reports = ReportActions(self)
        self.intake = IntakeActions(self)
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
        column.addWidget(self.intake.strip)
        column.addWidget(self.messages)
        self.setCentralWidget(whole)
        self.menus = Menus(self)
        self.drops = Drops(self)
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
        from desktop.application.views import Views
        from desktop.application.workspace import Workspace

        open_case.setParent(self)
        self.open_case = open_case
        workspace = self.workspace = Workspace(open_case)
        views = self.all_views = Views(open_case, workspace, self.menus.actions)
        self._pages.addWidget(views)
        self._pages.setCurrentWidget(views)
        open_case.done.connect(lambda told, undoable: self.messages.say(told, undo=undoable))
        open_case.failed.connect(self.messages.complain)
        open_case.history_changed.connect(self.refresh)
        views.state_changed.connect(self.refresh)
        views.desk_made.connect(self.intake.listen_to)
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
        views.start()
        views.load_state(self.settings["window.views"])

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
            if self.all_views is not None:
                self.all_views.focus_current()

    @property
    def prompt(self) -> Prompt | None:
        """The question that is shown, or None."""
        return self._prompt

    # What can be done

    def can(self, when: str) -> bool:
        """Whether actions with this condition can be used now."""
        if when == actions.ALWAYS:
            return True
        opened, views = self.open_case, self.all_views
        if opened is None or views is None:
            return False
        if when == actions.CASE:
            return True
        if views.editing:
            return False
        writable = not opened.info.read_only
        if when in _OF_THE_TABLE:
            return views.current == INCIDENTS and self._can_in_table(when, writable=writable)
        desk = views.desk if views.current == REPORTS else None
        return {
            actions.NO_FORM: True,
            actions.WRITABLE: writable,
            actions.UNDO: writable and opened.undo_label is not None,
            actions.REDO: writable and opened.redo_label is not None,
            actions.REPORT: desk is not None and desk.can_finish,
            actions.READ_REPORT: desk is not None and desk.report is not None,
        }[when]

    def _can_in_table(self, when: str, *, writable: bool) -> bool:
        space = self.workspace
        assert space is not None
        selected = space.table.selected_count()
        return {
            actions.TABLE: True,
            actions.ONE: writable and selected == 1,
            actions.SOME: writable and selected >= 1,
            actions.SELECTED: selected >= 1,
            actions.SEVERAL: writable and selected >= 2,
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
            if self.all_views is not None:
                remembered["window.views"] = self.all_views.save_state()
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
        self.drops.entered(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drops.left()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drops.dropped(event)
