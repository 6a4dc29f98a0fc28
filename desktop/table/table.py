"""The table of incidents: what the filter takes, in the order that the person chose."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.table.copying import Gathering, as_text
from desktop.table.grid import Grid
from desktop.table.model import IncidentModel, Order
from desktop.table.selection import SelectionKeeper, keys_of, ranges_of
from desktop.widgets.empty import EmptyState
from incidents.search.columns import COLUMNS
from incidents.search.filter import Filter
from incidents.search.results import Row

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

# What the context menu can ask for; the window carries it out.
ACTIONS = ("edit", "status", "duplicate", "copy", "merge", "withdraw")
_SEVERAL = frozenset({"status", "copy", "merge", "withdraw"})


class IncidentTable(QWidget):
    """Incidents as rows, with selection kept by identity.

    Signals:
        current_changed(UUID | None): the incident that the inspector shows.
        selection_changed(): ask `selected_count`.
        activated(UUID): Enter or double click.
        count_changed(int): exact number of incidents in the filter.
        order_changed(tuple): the sort order as questions take it.
        action_requested(str): one of ACTIONS, "add" or "clear_filter".
        copied(int): that many incidents are on the clipboard.
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    activated = Signal(UUID)
    count_changed = Signal(int)
    order_changed = Signal(object)
    action_requested = Signal(str)
    copied = Signal(int)

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_case = open_case
        self._model = IncidentModel(open_case, self)
        self._grid = Grid(self._model, self)
        self._empty, self._add, self._clear = self._empty_state()
        self._keeper = SelectionKeeper(self._grid, self._model)
        self._told: UUID | None = None
        self._wanted: tuple[int, Callable[[bool], None]] | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._grid)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self._grid)
        self._connect()

    def _empty_state(self) -> tuple[EmptyState, QWidget, QWidget]:
        page = EmptyState("", "", self)
        add = page.add_action(
            self.tr("Add an incident"), partial(self.action_requested.emit, "add"), primary=True
        )
        clear = page.add_action(
            self.tr("Clear the filter"), partial(self.action_requested.emit, "clear_filter")
        )
        return page, add, clear

    def _connect(self) -> None:
        model, grid, selection = self._model, self._grid, self._grid.selectionModel()
        model.modelReset.connect(self._rows_replaced)
        model.counted.connect(self._counted)
        model.settled.connect(self._settled)
        model.rows_arrived.connect(self._tell_current)
        selection.currentRowChanged.connect(lambda *_: self._tell_current())
        selection.selectionChanged.connect(lambda *_: self.selection_changed.emit())
        grid.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.order_changed.emit(self.order))
        grid.copy_wanted.connect(self.copy)
        grid.open_wanted.connect(self._activate)
        grid.menu_wanted.connect(self._context_menu)
        self._open_case.changed.connect(self._case_changed)

    # -- what is shown

    @property
    def filter(self) -> Filter | None:
        """The filter of the rows, or None before the first."""
        return self._model.filter

    @property
    def order(self) -> Order:
        """The sort order, to be given to a briefing or an export so that they list the same."""
        return self._model.order

    @property
    def count(self) -> int:
        """Number of incidents in the filter, as far as known."""
        return self._model.rowCount()

    def set_filter(self, wanted: Filter) -> None:
        """Show what another filter takes."""
        self._keeper.refreshing = False
        self._model.show(wanted)

    def _case_changed(self, changes: object) -> None:
        self._keeper.refreshing = True
        self._model.refresh()

    def _counted(self, count: int) -> None:
        none_at_all = self._model.filter is None or self._model.filter.empty
        if count == 0:
            title = self.tr("No incidents yet") if none_at_all else self.tr("No incident matches the filter")
            hint = (
                self.tr("Enter the first one, with the report that tells of it.")
                if none_at_all
                else self.tr("Take a condition away, or clear the filter to see all incidents.")
            )
            self._empty.set_text(title, hint)
            self._add.setVisible(none_at_all and not self._open_case.info.read_only)
            self._clear.setVisible(not none_at_all)
        self._stack.setCurrentWidget(self._grid if count else self._empty)
        self.count_changed.emit(count)

    # -- selection

    @property
    def current_id(self) -> UUID | None:
        """The current incident, or None (also while its row is still on its way)."""
        row = self._current_row()
        return row.id if row else None

    def _current_row(self) -> Row | None:
        return self._model.row_at(self._grid.currentIndex().row())

    def selected_count(self) -> int:
        """How many incidents are selected."""
        ranges = ranges_of(self._grid.selectionModel().selection())
        return sum(bottom - top + 1 for top, bottom in ranges)

    def selected_keys(self) -> array[int]:
        """The case's keys of the selected incidents in the order of the table."""
        return keys_of(ranges_of(self._grid.selectionModel().selection()), self._model.ids)

    def selected_ids(self, then: Callable[[list[UUID]], None]) -> None:
        """Hand over the identities of the selected incidents, once they are fetched."""
        Gathering(self._open_case, self.selected_keys(), lambda rows: then([row.id for row in rows]))

    def select_all(self) -> None:
        """Select every incident of the filter."""
        self._grid.selectAll()

    def select(self, incident: UUID, then: Callable[[bool], None] = lambda _: None) -> None:
        """Make an incident current and scroll to it; `then(False)` when the filter does not take it."""
        from incidents.search import questions as ask

        def found(keys: list[int]) -> None:
            if not keys:
                then(False)
                return
            self._wanted = (keys[0], then)
            if self._model.is_settled or keys[0] in self._model.ids:
                self._go_to_wanted()

        self._open_case.ask(ask.Pks([incident]), found, owner=self, topic="key")

    def _go_to_wanted(self) -> None:
        if self._wanted is not None:
            (key, then), self._wanted = self._wanted, None
            then(self._keeper.go_to(key))

    def _settled(self) -> None:
        self._keeper.settled()
        self._go_to_wanted()
        self._tell_current()

    def _tell_current(self) -> None:
        """Say which incident is current, once its row is known; None only when there is none."""
        index: QModelIndex = self._grid.currentIndex()
        row = self._current_row()
        if row is None and (index.isValid() or not self._model.is_settled):
            return
        identity = row.id if row else None
        if identity != self._told:
            self._told = identity
            self.current_changed.emit(identity)

    def _rows_replaced(self) -> None:
        self._tell_current()
        self.selection_changed.emit()

    # -- doing

    def _activate(self) -> None:
        if (identity := self.current_id) is not None:
            self.activated.emit(identity)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as spreadsheets paste them."""
        keys = self.selected_keys()
        if len(keys):
            Gathering(self._open_case, keys, self._write_text)

    def _write_text(self, rows: Sequence[Row]) -> None:
        from desktop.bridge.jobs import run

        columns = [COLUMNS[number] for number in self._grid.shown_columns()]

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(len(rows))

        run(lambda: as_text(rows, columns), done, owner=self)

    def _context_menu(self, place: QPoint) -> None:
        count = self.selected_count()
        if not count:
            return
        labels = {
            "edit": self.tr("Edit…"),
            "status": self.tr("Set status…"),
            "duplicate": self.tr("Duplicate as new…"),
            "copy": self.tr("Copy"),
            "merge": self.tr("Merge…"),
            "withdraw": self.tr("Withdraw…"),
        }
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ACTIONS:
            action = menu.addAction(labels[name], partial(self.action_requested.emit, name))
            alone = name not in _SEVERAL
            action.setEnabled((count == 1 or not alone) and (name != "merge" or count > 1))
            if self._open_case.info.read_only and name != "copy":
                action.setEnabled(False)
        menu.popup(place)

    def columns_menu(self, parent: QWidget) -> QMenu:
        """A menu to choose columns; made anew each time."""
        return self._grid.columns_menu(parent)

    # -- what is remembered

    def save_state(self) -> dict[str, object]:
        """Columns and sort order as plain values for the settings."""
        return self._grid.columns_state()

    def load_state(self, state: object) -> None:
        """Take back what `save_state` gave; anything else is quietly left out."""
        self._grid.restore(state if isinstance(state, dict) else {})
