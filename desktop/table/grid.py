"""The view of the table: whole rows, fixed height, nothing that asks every row for anything."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from desktop.table.delegates import CellDelegate
from desktop.table.heading import Heading
from desktop.table.model import IncidentModel
from desktop.widgets.theme import ROW_HEIGHT
from incidents.search.columns import BY_KEY, COLUMNS

_NUMBER = {column.key: number for number, column in enumerate(COLUMNS)}
_LEAST_WIDTH, _MOST_WIDTH = 40, 1_200


_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Grid(QTableView):
    """A table view that stays quick with a million rows.

    Signals: copy_wanted, open_wanted (Enter or double click), menu_wanted(position on the screen).
    """

    copy_wanted = Signal()
    open_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: IncidentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(Heading(self))
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, self))
        self.setAccessibleName(self.tr("Incidents"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 8))
        self._set_up_heading()
        self.doubleClicked.connect(lambda _: self.open_wanted.emit())

    def _set_up_heading(self) -> None:
        heading = self.horizontalHeader()
        # With the table's own selection model the heading asks every cell of a selection whether it is in it.
        heading.setSelectionModel(QItemSelectionModel(self.model(), heading))
        heading.setSectionsMovable(True)
        heading.setSectionsClickable(True)
        heading.setHighlightSections(False)
        heading.setMinimumSectionSize(_LEAST_WIDTH)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heading.customContextMenuRequested.connect(self._heading_menu)
        self.restore({})
        self.setSortingEnabled(True)
        heading.setSortIndicatorShown(False)  # Heading draws it

    # -- columns

    def restore(self, state: dict[str, object]) -> None:
        """Lay the columns out as `state` says, and by default where it says nothing or nonsense."""
        heading, wide = self.horizontalHeader(), self.fontMetrics().horizontalAdvance("0")
        for number, column in enumerate(COLUMNS):
            heading.moveSection(heading.visualIndex(number), number)
            heading.resizeSection(number, column.width * wide + 16)
            heading.setSectionHidden(number, not column.visible)
        listed = state.get("columns")
        seen = [entry for entry in listed if _sound(entry)] if isinstance(listed, list) else []
        for place, entry in enumerate(seen):
            number = _NUMBER[entry["key"]]
            heading.moveSection(heading.visualIndex(number), place)
            heading.resizeSection(number, min(max(int(entry["width"]), _LEAST_WIDTH), _MOST_WIDTH))
            heading.setSectionHidden(number, not entry["visible"])
        if all(heading.isSectionHidden(number) for number in range(len(COLUMNS))):
            heading.setSectionHidden(0, False)
        key, descending = _sort_of(state)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        heading.setSortIndicator(_NUMBER[key], order)

    def columns_state(self) -> dict[str, object]:
        """Order, widths and choice of columns, and the sort order, as plain values to be kept in the settings."""
        heading = self.horizontalHeader()
        columns = []
        for place in range(len(COLUMNS)):
            number = heading.logicalIndex(place)
            hidden = heading.isSectionHidden(number)
            if hidden:  # a hidden section has no width of its own to tell
                heading.setSectionHidden(number, False)
            width = heading.sectionSize(number)
            heading.setSectionHidden(number, hidden)
            columns.append({"key": COLUMNS[number].key, "width": width, "visible": not hidden})
        down = heading.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return {"columns": columns, "sort": [COLUMNS[heading.sortIndicatorSection()].key, down]}

    def shown_columns(self) -> list[int]:
        """Numbers of the visible columns as they stand from left to right."""
        heading = self.horizontalHeader()
        numbers = (heading.logicalIndex(place) for place in range(len(COLUMNS)))
        return [number for number in numbers if not heading.isSectionHidden(number)]

    def columns_menu(self, parent: QWidget) -> QMenu:
        """A menu to choose columns and go back to the usual ones; made anew each time, the caller deletes it."""
        menu = QMenu(self.tr("Columns"), parent)
        shown = set(self.shown_columns())
        for number, column in enumerate(COLUMNS):
            action = QAction(self.tr(column.label), menu, checkable=True, checked=number in shown)
            action.setEnabled(number not in shown or len(shown) > 1)
            action.toggled.connect(lambda on, n=number: self._show_column(n, on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Usual columns"), lambda: self.restore({"sort": self.columns_state()["sort"]}))
        return menu

    def _show_column(self, number: int, on: bool) -> None:
        self.horizontalHeader().setSectionHidden(number, not on)

    def _heading_menu(self, place: QPoint) -> None:
        menu = self.columns_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard finds the current incident selected, so that every action has something to act on."""
        super().focusInEvent(event)
        selection = self.selectionModel()
        if event.reason() in _BY_KEY and self.currentIndex().isValid() and not selection.hasSelection():
            selection.select(
                self.currentIndex(),
                QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
            )

    def keyboardSearch(self, search: str) -> None:
        """Typing letters does not look through a million rows; the filter pane searches."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = event.globalPos()
        if by_key and self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(place)


def _sound(entry: object) -> bool:
    return (
        isinstance(entry, dict)
        and entry.get("key") in _NUMBER
        and isinstance(entry.get("width"), int)
        and isinstance(entry.get("visible"), bool)
    )


def _sort_of(state: dict[str, object]) -> tuple[str, bool]:
    sort = state.get("sort")
    if isinstance(sort, list) and len(sort) == 2 and sort[0] in BY_KEY:
        return sort[0], bool(sort[1])
    return "date", True
