"""What the window does with incidents: the form, withdrawing, merging, status, undo, copying."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from uuid import UUID

    from desktop.application.main_window import CaseWindow
    from desktop.application.prompt import Prompt
    from desktop.application.workspace import Workspace
    from desktop.bridge.open_case import OpenCase
    from incidents.search.results import Row


class IncidentActions(QObject):
    """Acts on the selected incidents of one window."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _space(self) -> Workspace:
        assert self._window.workspace is not None
        return self._window.workspace

    @property
    def _case(self) -> OpenCase:
        assert self._window.open_case is not None
        return self._window.open_case

    def attach(self, workspace: Workspace) -> None:
        """Listen to what the views ask for."""
        workspace.table.activated.connect(self.edit_one)
        workspace.table.action_requested.connect(self._requested)
        workspace.table.copied.connect(self._copied)
        workspace.inspector.edit_requested.connect(self.edit_one)
        workspace.draft_found.connect(self._offer_draft)
        workspace.state_changed.connect(self._withdraw_offer)

    def _offer_draft(self) -> None:
        told = self.tr("This case keeps an incident that was not finished.")
        self._window.messages.offer(told, self.tr("Go on with it"), self.go_on)

    def _withdraw_offer(self) -> None:
        if self._space.editing:
            self._window.messages.withdraw_offer()

    def _requested(self, name: str) -> None:
        action = self._window.menus.actions.get(name)
        if action is not None and action.isEnabled():
            action.trigger()

    # The form

    def add(self) -> None:
        """Enter a new incident; beside a report, one that stands on it."""
        views = self._window.all_views
        if views is not None and views.new_beside_report():
            return
        self._space.open_form()
        self._space.form.new()

    def go_on(self) -> None:
        """Go on with the incident that was not finished."""
        self._space.open_form()
        self._space.form.go_on()

    def edit(self) -> None:
        """Change the selected incident."""
        current = self._space.table.current_id
        if current is not None:
            self.edit_one(current)

    def edit_one(self, incident: UUID) -> None:
        """Change one incident; a case that is open for reading says so."""
        if self._case.info.read_only:
            self._window.messages.complain(self.tr("This case is open for reading only."))
        elif not self._space.editing:
            self._space.open_form()
            self._space.form.edit(incident)

    def duplicate(self) -> None:
        """Enter a new incident that starts from the selected one."""
        current = self._space.table.current_id
        if current is not None:
            self._space.open_form()
            self._space.form.duplicate(current)

    # Journal

    def undo(self) -> None:
        """Take back the last step."""
        if self._window.open_case is not None:
            self._case.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._case.redo()

    # Selection

    def copy(self) -> None:
        """Copy the selected rows as text that pastes into a spreadsheet."""
        self._space.table.copy()

    def _copied(self, count: int) -> None:
        told = self.tr("Copied 1 row.") if count == 1 else self.tr("Copied {0} rows.").format(f"{count:,}")
        self._window.messages.say(told)

    def select_all(self) -> None:
        """Select every incident of the filter."""
        self._space.table.select_all()

    def _with_selected(self, then: Callable[[list[Row]], object]) -> None:
        from incidents.search import questions as ask

        keys = self._space.table.selected_keys()
        if len(keys):
            self._case.ask(ask.Rows(list(keys)), then, owner=self, topic="selected")

    # Questions

    def ask_withdraw(self) -> None:
        """Ask why, then withdraw."""
        from desktop.application.prompt import WithdrawPrompt
        from incidents import operations as do

        def ask(rows: list[Row]) -> None:
            prompt = WithdrawPrompt(rows)
            self._put(prompt, lambda: do.WithdrawIncidents(tuple(prompt.ids), prompt.reason.text()))

        self._with_selected(ask)

    def ask_status(self) -> None:
        """Ask for status and reasons, then set it."""
        from desktop.application.prompt import StatusPrompt
        from incidents import operations as do

        def ask(rows: list[Row]) -> None:
            prompt = StatusPrompt(rows)

            def operation() -> object:
                alone = prompt.alone.isChecked() and prompt.status == "verified"
                return do.SetVerification(tuple(prompt.ids), prompt.status, prompt.reason.text(), alone)

            self._put(prompt, operation)

        self._with_selected(ask)

    def ask_merge(self) -> None:
        """Ask which incident stays, then merge."""
        from desktop.application.prompt import MOST_MERGED, MergePrompt
        from incidents import operations as do

        if self._space.table.selected_count() > MOST_MERGED:
            told = self.tr("Select at most {0} incidents to merge: more than that is rarely one incident.")
            self._window.messages.complain(told.format(MOST_MERGED))
            return

        def ask(rows: list[Row]) -> None:
            prompt = MergePrompt(rows)
            self._put(
                prompt, lambda: do.MergeIncidents(prompt.keep, tuple(prompt.others), prompt.reason.text())
            )

        self._with_selected(ask)

    def restore(self) -> None:
        """Take withdrawals back; incidents that are not withdrawn stay as they are."""
        from incidents import operations as do

        def act(rows: list[Row]) -> None:
            withdrawn = tuple(row.id for row in rows if row.status == "withdrawn")
            if withdrawn:
                self._case.perform(do.RestoreIncidents(withdrawn))
            else:
                told = self.tr(
                    "None of the selected incidents is withdrawn. The filter shows them by that status."
                )
                self._window.messages.complain(told)

        self._with_selected(act)

    def _put(self, prompt: Prompt, operation: Callable[[], object]) -> None:
        prompt.answered.connect(partial(self._carry_out, prompt, operation))
        self._window.ask(prompt)

    def _carry_out(self, prompt: Prompt, operation: Callable[[], object]) -> None:
        self._case.perform(
            operation(),
            lambda _outcome: self._window.leave_prompt() if self._window.prompt is prompt else None,
            owner=prompt,
            failed=lambda error: prompt.refuse(str(error)),
        )
