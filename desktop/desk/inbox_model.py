"""The reports of the inbox as rows: sorted here, because an inbox is thousands of reports at most, not millions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.desk import words

if TYPE_CHECKING:
    from incidents.search.inbox import InboxRow

Index = QModelIndex | QPersistentModelIndex
_EARLIEST = datetime(1, 1, 2, tzinfo=UTC)
_LAST = ("done", "set_aside")


class Column(NamedTuple):
    """One column. wide: in digits."""

    key: str
    label: str
    text: Callable[[InboxRow], str]
    order: Callable[[InboxRow], Any]
    wide: int
    right: bool = False


COLUMNS = (
    Column("title", "Title", lambda row: row.title, lambda row: row.title.casefold(), 36),
    Column("publisher", "Publisher", lambda row: row.publisher, lambda row: row.publisher.casefold(), 15),
    Column(
        "published",
        "Published",
        lambda row: words.day_word(row.published),
        lambda row: row.published or date.min,
        10,
    ),
    Column(
        "language",
        "Language",
        lambda row: words.language_word(row.language),
        lambda row: words.language_word(row.language),
        8,
    ),
    Column(
        "state",
        "State",
        lambda row: words.state_word(row.state),
        lambda row: words.STATES.index(row.state) if row.state in words.STATES else 9,
        10,
    ),
    Column("open", "Open", lambda row: f"{row.open:,}" if row.open else "", lambda row: row.open, 6, True),
    Column(
        "taken",
        "Taken in",
        lambda row: words.moment_word(row.taken_at),
        lambda row: row.taken_at or _EARLIEST,
        9,
    ),
)
KEYS = tuple(column.key for column in COLUMNS)


class InboxModel(QAbstractTableModel):
    """Rows in the order chosen; what is done or set aside always stands at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[InboxRow] = []
        self.key, self.down = "taken", True

    # ------------------------------------------------------------ rows
    @property
    def rows(self) -> Sequence[InboxRow]:
        """All rows in order."""
        return self._rows

    def row_at(self, number: int) -> InboxRow | None:
        """One row, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, report: UUID | None) -> int:
        """Where a report stands, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.id == report), -1)

    def show(self, rows: Sequence[InboxRow]) -> None:
        """Show these rows."""
        ordered = self._ordered(rows)
        if [row.id for row in ordered] == [row.id for row in self._rows]:
            self._rows = ordered
            if ordered:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = ordered
        self.endResetModel()

    def order_by(self, key: str, *, down: bool) -> None:
        """Sort by a column."""
        if key in KEYS and (key, down) != (self.key, self.down):
            self.key, self.down = key, down
            self.beginResetModel()
            self._rows = self._ordered(self._rows)
            self.endResetModel()

    def _ordered(self, rows: Sequence[InboxRow]) -> list[InboxRow]:
        column = COLUMNS[KEYS.index(self.key)]
        found = sorted(rows, key=lambda row: (row.taken_at or _EARLIEST, str(row.id)), reverse=True)
        found.sort(key=column.order, reverse=self.down)
        if self.key != "state":
            found.sort(key=lambda row: row.state in _LAST)
        return found

    # ------------------------------------------------------------ what Qt asks
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[index.column()].text(self._rows[index.row()])[:400]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._rows[index.row()]
            return COLUMNS[index.column()].text(row) if index.column() else _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._rows[index.row()]
            return row.title if index.column() == 0 else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return QCoreApplication.translate("inbox", COLUMNS[section].label)
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole and across and COLUMNS[section].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _spoken(row: InboxRow) -> str:
    said = [row.title, row.publisher, words.day_word(row.published), words.state_word(row.state)]
    return ", ".join(part for part in (*said, words.open_words(row.open) if row.open else "") if part)
