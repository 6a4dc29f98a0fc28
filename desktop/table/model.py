"""The table's model: identifiers of all rows of a filter, and the rows near the eye.

A new filter shows its first 200 rows and its exact count at once, while the identifiers of all rows are fetched
in the background and swapped in. Rows come in windows of 128 by key, which costs the same anywhere in the list
(by position it would cost more the further down). Answers to questions of an older filter are dropped.
"""

from __future__ import annotations

import html
from array import array
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.table.rows import WINDOW, RowStore, window_of
from incidents.search.columns import COLUMNS, DEFAULT_ORDER
from incidents.search.filter import Filter
from incidents.search.results import Row

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

Index = QModelIndex | QPersistentModelIndex
Order = tuple[tuple[str, bool], ...]

FIRST_ROWS = 200
PLACEHOLDER = "…"
_MOST_ASKED_AT_ONCE = 2
_MOST_WAITING = 4
# Roles as plain numbers: data() is called thousands of times per repaint and enum members compare slowly.
_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_ALIGN = Qt.ItemDataRole.TextAlignmentRole.value
_TIP = Qt.ItemDataRole.ToolTipRole.value
ROW_ROLE = Qt.ItemDataRole.UserRole.value
_LESS_OFTEN = frozenset((_TIP, ROW_ROLE))
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_LONGEST_TIP = 800


class IncidentModel(QAbstractTableModel):
    """Incidents of one filter in one order.

    Signals: counted(count) when the exact number of rows is known; settled when all identifiers are there.
    """

    counted = Signal(int)
    settled = Signal()
    rows_arrived = Signal()

    def __init__(self, open_case: OpenCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_case = open_case
        self._filter: Filter | None = None
        self._order: Order = DEFAULT_ORDER
        self._generation = 0
        self._ids: array[int] = array("q")
        self._count = 0
        self.store = RowStore(cells)
        self._asked: set[int] = set()
        self._waiting: list[int] = []
        self._failed: set[int] = set()
        self.is_settled = True
        self._align = [_alignment(column.align) for column in COLUMNS]

    # -- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            texts = self.texts_at(index.row())
            return texts[index.column()] if texts is not None else PLACEHOLDER
        if role == _ALIGN:
            return self._align[index.column()]
        if role in _LESS_OFTEN:
            return self._rarely_asked(index, role)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            return self.tr(COLUMNS[section].label)
        return self._align[section] if role == _ALIGN else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(COLUMNS):
            wanted: Order = ((COLUMNS[column].key, order == Qt.SortOrder.DescendingOrder),)
            if wanted != self._order:
                self._order = wanted
                if self._filter is not None:
                    self.show(self._filter)

    def _rarely_asked(self, index: Index, role: int) -> Any:
        row = self.row_at(index.row())
        if row is None or role == ROW_ROLE:
            return row
        text = (self.store.texts(row.pk) or ())[index.column()]
        # A tooltip is rich text as soon as it looks like it: escape what the record says.
        return f"<qt>{html.escape(text[:_LONGEST_TIP])}</qt>" if text else None

    # -- what the table asks

    @property
    def order(self) -> Order:
        """The order as questions take it: ((column key, descending), ...)."""
        return self._order

    @property
    def filter(self) -> Filter | None:
        """The filter that is shown, or None before the first."""
        return self._filter

    @property
    def ids(self) -> array[int]:
        """Keys of the rows in order; shorter than the count until all are fetched."""
        return self._ids

    def row_at(self, position: int) -> Row | None:
        """The row at a position, or None while it is not here."""
        return self.store.row(self._ids[position]) if 0 <= position < len(self._ids) else None

    def show(self, wanted: Filter) -> None:
        """Show another filter (or the same in another order) from its beginning."""
        from incidents.search import questions as ask  # loads SQLAlchemy: only once a case is open

        self._filter = wanted
        generation = self._next_generation()
        first: dict[str, Any] = {}

        def arrived(part: str) -> Callable[[Any], None]:
            def keep(value: Any) -> None:
                first[part] = value
                if generation == self._generation and len(first) == 2:
                    self._first_look(first["rows"], first["count"])

            return keep

        page = ask.Page(wanted, self._order, 0, FIRST_ROWS)
        self._open_case.ask(page, arrived("rows"), owner=self, topic="page")
        self._open_case.ask(ask.Count(wanted), arrived("count"), owner=self, topic="count")

    def refresh(self) -> None:
        """Something in the case changed: fetch again, and show what was there until the answers come."""
        if self._filter is not None:
            self._next_generation()
            self.store.mark_stale()
            self._fetch_ids()

    def _next_generation(self) -> int:
        self._generation += 1
        self.is_settled = False
        self._asked.clear()
        self._waiting.clear()
        self._failed.clear()
        return self._generation

    # -- answers

    def _first_look(self, rows: list[Row], count: int) -> None:
        self.beginResetModel()
        self.store.clear()
        self._take_in(rows)
        self._ids = array("q", (row.pk for row in rows))
        self._count = max(count, len(rows)) if len(rows) == FIRST_ROWS else len(rows)
        self.endResetModel()
        self.counted.emit(self._count)
        if self._count > len(rows):
            self._fetch_ids()
        else:
            self._settle()

    def _fetch_ids(self) -> None:
        from incidents.search import questions as ask

        assert self._filter is not None
        generation = self._generation
        question = ask.Ids(self._filter, self._order)
        self._open_case.ask(question, lambda ids: self._swap(generation, ids), owner=self, topic="ids")

    def _swap(self, generation: int, ids: array[int]) -> None:
        if generation != self._generation:
            return
        if len(ids) == self._count and ids[: len(self._ids)] == self._ids:
            self._ids = ids
            self._repaint()
        else:
            self.beginResetModel()
            self._ids, self._count = ids, len(ids)
            self.endResetModel()
        self.counted.emit(self._count)
        self._settle()

    def _settle(self) -> None:
        self.is_settled = True
        self.settled.emit()

    def _repaint(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(COLUMNS) - 1))

    # -- windows of rows

    def texts_at(self, position: int) -> tuple[str, ...] | None:
        """The cells of the row at a position, or None while it is on its way; asks for it if need be."""
        if position >= len(self._ids):
            return None
        pk = self._ids[position]
        if not self.store.is_fresh(pk):
            self._want(position // WINDOW)
        return self.store.texts(pk)

    def _want(self, number: int) -> None:
        """Ask for a window soon; the latest wish first, since that is where the eye is now."""
        if number in self._asked or number in self._failed or number in self._waiting:
            return
        if not self._waiting:
            QTimer.singleShot(0, self, self._ask_windows)
        self._waiting.append(number)
        del self._waiting[:-_MOST_WAITING]

    def _ask_windows(self) -> None:
        from incidents.search import questions as ask

        while self._waiting and len(self._asked) < _MOST_ASKED_AT_ONCE:
            number, generation = self._waiting.pop(), self._generation
            self._asked.add(number)
            self._open_case.ask(
                ask.Rows(window_of(number, self._ids)),
                partial(self._window_arrived, generation, number),
                owner=self,
                topic=f"rows {number}",
                failed=partial(self._window_failed, generation, number),
            )

    def _window_arrived(self, generation: int, number: int, rows: list[Row]) -> None:
        if generation != self._generation:
            return
        self._asked.discard(number)
        self._take_in(rows)
        if not all(map(self.store.is_fresh, window_of(number, self._ids))):
            self._failed.add(number)  # some are gone from the case: asking again would go on for ever
        first, last = number * WINDOW, min((number + 1) * WINDOW, self._count) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
        self.rows_arrived.emit()
        self._ask_windows()

    def _window_failed(self, generation: int, number: int, _error: object) -> None:
        if generation == self._generation:
            self._asked.discard(number)
            self._failed.add(number)
            self._ask_windows()

    def _take_in(self, rows: list[Row]) -> None:
        for start in range(0, len(rows), WINDOW):
            self.store.add(rows[start : start + WINDOW])


def cells(row: Row) -> tuple[str, ...]:
    """All cells of a row, as shown."""
    return tuple(column.text(row) for column in COLUMNS)


def _alignment(align: str) -> int:
    side = Qt.AlignmentFlag.AlignRight if align == "right" else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
