"""A list of choices with boxes and counts: types, statuses, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from desktop.filters.choice_delegate import COUNT, KEY, ROW_HEIGHT, STATUS, ChoiceDelegate, spoken

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Choice:
    """One line. count None means not known yet; `status` draws the label as that badge."""

    key: str
    label: str
    count: int | None = None
    checked: bool = False
    status: str = ""
    tip: str = ""


class ChoiceModel(QAbstractListModel):
    """The lines; `toggled(key)` after the person checked or unchecked one."""

    toggled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.choices)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if choice.checked else Qt.CheckState.Unchecked
        known = {
            Qt.ItemDataRole.DisplayRole: choice.label,
            Qt.ItemDataRole.AccessibleTextRole: spoken(choice.label, choice.count),
            KEY: choice.key,
            COUNT: choice.count,
            STATUS: choice.status,
        }
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.tip or None
        return known.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        choice = self.choices[index.row()]
        choice.checked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.toggled.emit(choice.key)
        return True

    def replace(self, choices: Sequence[Choice]) -> None:
        """Show these lines; where only counts and boxes differ the view does not move."""
        if [choice.key for choice in choices] == [choice.key for choice in self.choices]:
            if list(choices) != self.choices:
                self.choices = list(choices)
                self.dataChanged.emit(self.index(0), self.index(len(self.choices) - 1))
            return
        self.beginResetModel()
        self.choices = list(choices)
        self.endResetModel()


class CheckList(QListView):
    """Boxes with counts, as tall as what it lists up to `most` lines; arrows move, Space checks."""

    toggled = Signal(str)

    def __init__(self, name: str, *, most: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ChoiceModel(self)
        self._most = most
        self.setModel(self.lines)
        self.setItemDelegate(ChoiceDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lines.toggled.connect(self.toggled)
        self.lines.modelReset.connect(self._resized)
        self.hide()

    def _resized(self) -> None:
        if self.lines.choices and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))
        self.setVisible(bool(self.lines.choices))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        line = max(ROW_HEIGHT, self.fontMetrics().height() + 6)
        return QSize(180, line * max(1, min(len(self.lines.choices), self._most)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def checked(self) -> tuple[str, ...]:
        """Keys of the checked lines, in order."""
        return tuple(choice.key for choice in self.lines.choices if choice.checked)


def counted(
    keys: Sequence[str], counts: Mapping[str, int] | None, chosen: Sequence[str]
) -> list[tuple[str, int | None, bool]]:
    """(key, count, checked) for every key; counts are None while they are not known."""
    return [(key, None if counts is None else counts.get(key, 0), key in chosen) for key in keys]
