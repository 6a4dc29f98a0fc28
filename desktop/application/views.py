"""The views over one open case, beside each other behind a rail: Incidents and Reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.application.rail import Rail
from incidents.record.draft import IncidentDraft
from incidents.record.suggestion import Passage

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.application.workspace import Workspace
    from desktop.bridge.open_case import OpenCase
    from desktop.desk.desk import Desk

INCIDENTS, REPORTS = "incidents", "reports"
# Name, action and icon of each view, in the order of the rail; a further view is one more line and its widget.
VIEWS = ((INCIDENTS, "view_incidents", "columns"), (REPORTS, "view_reports", "report"))


class Views(QWidget):
    """Shows one view at a time; the entry form goes where it is needed.

    Signals: state_changed(), what can be done may have changed; desk_made(Desk), when the Reports view is first shown.
    """

    state_changed = Signal()
    desk_made = Signal(object)

    def __init__(
        self,
        open_case: OpenCase,
        workspace: Workspace,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._case = open_case
        self.workspace = workspace
        self._desk: Desk | None = None
        self._desk_state: Mapping[str, Any] = {}
        self._lent = False
        self.rail = Rail(self)
        for view, action, icon in VIEWS:
            self.rail.add(view, actions[action], icon)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(workspace)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(self._stack, 1)
        self.rail.show_current(INCIDENTS)
        open_case.changed.connect(lambda _changes: self._count())
        workspace.state_changed.connect(self.state_changed)
        workspace.inspector.report_wanted.connect(self.show_report)

    def start(self) -> None:
        """Ask how many reports are new."""
        self._count()

    def _count(self) -> None:
        from incidents.search import questions as ask

        self._case.ask(ask.InboxCounts(), self._counted, owner=self, topic="counts")

    def _counted(self, counts: Mapping[str, int]) -> None:
        self.rail.buttons[REPORTS].show_waiting(counts.get("new", 0))

    # ------------------------------------------------------------ which view
    @property
    def current(self) -> str:
        """The view that is shown."""
        return INCIDENTS if self._stack.currentWidget() is self.workspace else REPORTS

    @property
    def desk(self) -> Desk:
        """The Reports view, made when first used."""
        if self._desk is None:
            from desktop.desk.desk import Desk

            desk = self._desk = Desk(self._case)
            self._stack.addWidget(desk)
            desk.state_changed.connect(self.state_changed)
            desk.incident_wanted.connect(self.show_incident)
            desk.edit_wanted.connect(self._edit_suggestion)
            desk.new_wanted.connect(self._new_from_report)
            desk.load_state(self._desk_state)
            self.desk_made.emit(desk)
            desk.start()
        return self._desk

    @property
    def has_desk(self) -> bool:
        """Whether the Reports view was used."""
        return self._desk is not None

    def show_view(self, view: str) -> None:
        """Show a view, with the focus in it."""
        if view == REPORTS:
            self._stack.setCurrentWidget(self.desk)
        else:
            self._stack.setCurrentWidget(self.workspace)
        self.rail.show_current(self.current)
        self.focus_current()
        self.state_changed.emit()

    def focus_current(self) -> None:
        """The focus goes to what one works on in this view."""
        if self.current == INCIDENTS:
            if not self.workspace.editing:
                self.workspace.table.setFocus()
        elif self._desk is not None and not self._desk.editing:
            if self._desk.report is not None:
                self._desk.focus_cards()
            else:
                self._desk.focus_inbox()

    def show_incident(self, incident: UUID) -> None:
        """Show an incident in the Incidents view."""
        self.show_view(INCIDENTS)
        self.workspace.go_to(incident)

    def show_report(self, report: UUID, passage: Passage | None = None) -> None:
        """Show a report, and where a claim stands in it."""
        self.show_view(REPORTS)
        made = self.workspace.inspector.incident_id if passage is not None else None
        self.desk.show_report(report, passage, made)

    # ------------------------------------------------------------ the form
    @property
    def editing(self) -> bool:
        """Whether the entry form is open in the view that is shown."""
        if self.current == INCIDENTS:
            return self.workspace.editing
        return self._desk is not None and self._desk.editing

    @property
    def busy(self) -> bool:
        """Whether somebody is at something that they should not be led away from."""
        card = self._desk.cards.current if self.current == REPORTS and self._desk is not None else None
        return self.editing or (card is not None and card.open)

    def _form_at_desk(self) -> Any:
        """The one form of the window, brought to the desk; what was half-typed in it is put aside first."""
        form = self.workspace.lend_form()
        if not self._lent:
            self._lent = True
            form.closed.connect(self.desk.close_form)
            form.show_wanted.connect(self._leave_desk_for)
        self.desk.open_form(form)
        return form

    def new_beside_report(self) -> bool:
        """Begin an incident that stands on the report that is shown; false when none is."""
        if self.current == REPORTS and not self.desk.new_incident():
            self.show_view(INCIDENTS)
        return self.current == REPORTS

    def _edit_suggestion(self, suggestion: UUID, draft: IncidentDraft) -> None:
        self._form_at_desk().begin_with(draft, suggestion)

    def _new_from_report(self, draft: IncidentDraft) -> None:
        self._form_at_desk().begin_with(draft)

    def _leave_desk_for(self, incident: UUID) -> None:
        if self.current == REPORTS:
            self.show_incident(incident)

    # ------------------------------------------------------------ what is remembered
    def save_state(self) -> dict[str, Any]:
        """The view and the desk's layout."""
        desk = self._desk.save_state() if self._desk is not None else dict(self._desk_state)
        return {"view": self.current, "desk": desk}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Take back what `save_state` gave; what makes no sense is left out."""
        desk = state.get("desk")
        self._desk_state = desk if isinstance(desk, dict) else {}
        if state.get("view") == REPORTS:
            self.show_view(REPORTS)
