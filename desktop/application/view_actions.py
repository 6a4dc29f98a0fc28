"""What the window does with its views: panes, columns, the filter, dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from desktop.application.views import INCIDENTS, REPORTS

if TYPE_CHECKING:
    from desktop.application.main_window import CaseWindow
    from desktop.application.views import Views
    from desktop.application.workspace import Workspace


class ViewActions(QObject):
    """Arranges the views of one window and opens its dialogs."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _space(self) -> Workspace:
        assert self._window.workspace is not None
        return self._window.workspace

    @property
    def _views(self) -> Views:
        assert self._window.all_views is not None
        return self._window.all_views

    def attach(self, workspace: Workspace) -> None:
        """Give the strip over the table its buttons."""
        from desktop.application.summary import named

        menus = self._window.menus.actions
        for button, action, icon in (
            (workspace.summary.add, menus["add"], "add"),
            (workspace.summary.brief, menus["export"], "briefing"),
        ):
            text = action.text().replace("&", "").rstrip("…")
            named(button, text, icon, f"{text} ({action.shortcut().toString()})")
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())

    def refresh_checks(self) -> None:
        """Tick what is shown."""
        menus, space = self._window.menus.actions, self._window.workspace
        menus["show_filter"].setChecked(space is not None and space.filter_shown)
        menus["show_inspector"].setChecked(space is not None and space.inspector_shown)
        views = self._window.all_views
        page = views is not None and views.has_desk and views.desk.reading.page_visible
        menus["report_page"].setChecked(page)
        menus["full_screen"].setChecked(self._window.isFullScreen())

    # Views

    def show_incidents(self) -> None:
        """Show the Incidents view."""
        self._views.show_view(INCIDENTS)

    def show_reports(self) -> None:
        """Show the Reports view."""
        self._views.show_view(REPORTS)

    def show_in_report(self) -> None:
        """From the current incident back to where its claim stands in the report."""
        inspector = self._space.inspector
        if inspector.incident_id is None:
            self._window.messages.complain(self.tr("Select an incident first: its claims lead to reports."))
        elif not inspector.show_in_report():
            self._window.messages.complain(self.tr("No claim of this incident names a report."))

    # Filter

    def find(self) -> None:
        """Go to the text field of the filter, or to the search of the inbox."""
        if self._views.current == REPORTS:
            self._views.desk.focus_search()
        else:
            self.go_left()

    def clear_filter(self) -> None:
        """Show all incidents."""
        from incidents.search.filter import Filter

        self._space.set_filter(Filter())

    # Panes

    def go_left(self) -> None:
        """Focus the filter pane, unfolding it; in the Reports view the inbox."""
        if self._views.current == REPORTS:
            self._views.desk.focus_inbox()
            return
        self._space.show_filter(True)
        self.refresh_checks()
        self._space.pane.focus_text()

    def go_middle(self) -> None:
        """Focus the table, or the text of the report."""
        if self._views.current == REPORTS:
            self._views.desk.focus_text()
        else:
            self._space.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_right(self) -> None:
        """Focus the inspector, unfolding it, or the suggestions."""
        if self._views.current == REPORTS:
            self._views.desk.focus_cards()
            return
        self._space.show_inspector(True)
        self.refresh_checks()
        self._space.inspector.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_filter(self, shown: bool) -> None:
        """Fold the filter pane in or out."""
        self._space.show_filter(shown)

    def show_inspector(self, shown: bool) -> None:
        """Fold the inspector in or out."""
        self._space.show_inspector(shown)

    def choose_columns(self) -> None:
        """Show the menu of columns at the table's head."""
        table = self._space.table
        menu = table.columns_menu(table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(table.mapToGlobal(QPoint(8, 24)))

    def full_screen(self, full: bool) -> None:
        """Use the whole screen, or not."""
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    # Dialogs

    def export_briefing(self) -> None:
        """Make a PDF of what the filter shows, in the order of the table."""
        from desktop.briefing.dialog import BriefingDialog

        assert self._window.open_case is not None
        dialog = BriefingDialog(
            self._window.open_case,
            self._space.filter,
            self._window,
            order=self._space.table.order,
            settings=self._window.settings,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_preferences(self) -> None:
        """Choose name, colours and what is remembered."""
        from desktop.preferences.dialog import PreferencesDialog

        dialog = PreferencesDialog(self._window.settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._window.application.show_recent)
        dialog.open()

    def show_shortcuts(self) -> None:
        """List all keys."""
        from desktop.application.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """Version, licence, and whose data this is made from."""
        from desktop.application.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def quit(self) -> None:
        """Close every window."""
        self._window.application.close_all()
