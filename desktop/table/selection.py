"""Which incidents are selected, kept by identity while rows come and go.

Selections are read and written as ranges of rows: "all of a million" is one range, never a list of cells.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QTableView

from desktop.table.model import IncidentModel
from incidents.search.columns import COLUMNS

_FEW = 16
_NOTHING = QItemSelectionModel.SelectionFlag.NoUpdate
_INSTEAD = QItemSelectionModel.SelectionFlag.ClearAndSelect


@dataclass(slots=True)
class Kept:
    """What was selected and current before the rows changed. `row` is where the current one stood."""

    pks: set[int] = field(default_factory=set)
    everything: bool = False
    current: int | None = None
    row: int = -1


def ranges_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """First and last row of each selected range, in order, without overlaps."""
    parts = (selection.at(number) for number in range(selection.count()))
    found = sorted((part.top(), part.bottom()) for part in parts)
    merged: list[tuple[int, int]] = []
    for top, bottom in found:
        if merged and top <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], bottom))
        else:
            merged.append((top, bottom))
    return merged


def keys_of(ranges: Iterable[tuple[int, int]], ids: array[int]) -> array[int]:
    """Keys of the selected rows, in the order of the table."""
    keys: array[int] = array("q")
    for top, bottom in ranges:
        keys.extend(ids[top : bottom + 1])
    return keys


def keep(model: QItemSelectionModel, ids: array[int], count: int) -> Kept:
    """Remember the selection by identity."""
    ranges = ranges_of(model.selection())
    row = model.currentIndex().row()
    current = ids[row] if 0 <= row < len(ids) else None
    if ranges == [(0, count - 1)] and count > 1:
        return Kept(everything=True, current=current, row=row)
    return Kept(set(keys_of(ranges, ids)), False, current, row)


def rows_of(pks: set[int], ids: array[int]) -> list[int]:
    """Where these keys stand now, in order; those that are gone are left out."""
    if len(pks) <= _FEW:
        found = []
        for pk in pks:
            try:
                found.append(ids.index(pk))
            except ValueError:
                continue
        return sorted(found)
    return [row for row, pk in enumerate(ids) if pk in pks]


def as_selection(rows: Iterable[int], model: QAbstractItemModel) -> QItemSelection:
    """Rows in ascending order as a selection of whole lines, one range for each run of neighbours."""
    selection, last = QItemSelection(), model.columnCount() - 1
    first = before = None
    for row in rows:
        if before is not None and row == before + 1:
            before = row
            continue
        if first is not None and before is not None:
            selection.select(model.index(first, 0), model.index(before, last))
        first = before = row
    if first is not None and before is not None:
        selection.select(model.index(first, 0), model.index(before, last))
    return selection


class SelectionKeeper(QObject):
    """Carries selection, current row and scroll position over every exchange of the model's rows.

    After a change of the case (`refreshing`) the view does not move, and where the current incident left the
    filter another selected one takes its place, else its neighbour: what nobody chose never joins a selection.
    After a change of the filter the current incident is scrolled to if it is still there. What the first 200
    rows do not hold is looked for again when all identifiers have come.
    """

    def __init__(self, view: QTableView, model: IncidentModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._kept = Kept()
        self._scroll = 0
        self.refreshing = False
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def settled(self) -> None:
        """All identifiers are there: nothing more can be found again."""
        if not self._view.currentIndex().isValid() or self._kept.everything:
            self._restore()
        self._kept, self.refreshing = Kept(), False

    def forget(self) -> None:
        """The person chose something else meanwhile."""
        self._kept = Kept()

    def _remember(self) -> None:
        kept = keep(self._view.selectionModel(), self._model.ids, self._model.rowCount())
        if kept.pks or kept.everything or kept.current is not None:
            self._kept = kept
        self._scroll = self._view.verticalScrollBar().value()

    def _restore(self) -> None:
        kept, ids, selection = self._kept, self._model.ids, self._view.selectionModel()
        if kept == Kept():
            return
        rows = rows_of({kept.current}, ids) if kept.current is not None else []
        left = not rows and self.refreshing and kept.row >= 0 and len(ids) > 0
        if left:
            rows = [self._heir(kept, ids)]
            kept.pks.add(ids[rows[0]])
        if rows:
            selection.setCurrentIndex(self._index(rows[0]), _NOTHING)
        chosen = self._all() if kept.everything else as_selection(rows_of(kept.pks, ids), self._model)
        selection.select(chosen, _INSTEAD)
        if self.refreshing:
            self._view.verticalScrollBar().setValue(self._scroll)
        if rows and (left or not self.refreshing):
            self._view.scrollTo(self._index(rows[0]))

    @staticmethod
    def _heir(kept: Kept, ids: array[int]) -> int:
        """Who is current once the current incident has gone: one that is selected too, else the neighbour."""
        place = min(kept.row, len(ids) - 1)
        return min(rows_of(kept.pks, ids) or [place], key=lambda row: abs(row - place))

    def _index(self, row: int) -> QModelIndex:
        heading = self._view.horizontalHeader()
        shown = (heading.logicalIndex(place) for place in range(heading.count()))
        return self._model.index(row, next(n for n in shown if not heading.isSectionHidden(n)))

    def _all(self) -> QItemSelection:
        last = self._model.index(self._model.rowCount() - 1, len(COLUMNS) - 1)
        return QItemSelection(self._model.index(0, 0), last) if last.isValid() else QItemSelection()

    def go_to(self, key: int) -> bool:
        """Make the incident of a key current, select it alone and scroll to it; False when it is not among the rows."""
        rows = rows_of({key}, self._model.ids)
        if rows:
            index = self._index(rows[0])
            self._view.selectionModel().setCurrentIndex(index, _INSTEAD | QItemSelectionModel.SelectionFlag.Rows)
            self._view.scrollTo(index)
        return bool(rows)
