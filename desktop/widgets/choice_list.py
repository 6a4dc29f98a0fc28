"""The list of proposals below a type-ahead: two lines an item, the matched part set off.

It is a child of the window, not a window of its own: so it never takes the focus, works without a window
manager, and goes where the window goes.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.widgets import theme

if TYPE_CHECKING:
    from desktop.widgets.typeahead import Choice

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 7
ENOUGH_BELOW = 180  # pixels; with less room below, the list opens above the field
_PAD_X, _PAD_Y = 8, 4


def matched_part(text: str, typed: str) -> tuple[int, int]:
    """Start and end of the part of `text` that was typed, case and accents aside; (0, 0) when it is not in there."""
    flat, origin = _flat(text)
    wanted, _ = _flat(typed.strip())
    at = flat.find(wanted) if wanted else -1
    if at < 0:
        return 0, 0
    return origin[at], origin[at + len(wanted) - 1] + 1


def _flat(text: str) -> tuple[str, list[int]]:
    """Text without case and accents, and for each of its characters the position it came from."""
    flat, origin = [], []
    for position, letter in enumerate(text[:500]):
        for part in unicodedata.normalize("NFKD", letter).casefold():
            if not unicodedata.combining(part):
                flat.append(part)
                origin.append(position)
    return "".join(flat), origin


class _Choices(QAbstractListModel):
    def __init__(self, parent: ChoiceList) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.main
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.main}, {choice.detail}" if choice.detail else choice.main
        return None

    def replace(self, choices: list[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()


class _TwoLines(QStyledItemDelegate):
    typed = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.model().choices[index.row()]  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette  # type: ignore[attr-defined]
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.Highlight))  # type: ignore[attr-defined]
        area: QRect = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)  # type: ignore[attr-defined]
        painter.setPen(palette.color(role))
        self._main_line(painter, option, area, choice)
        if choice.detail:
            if not chosen:
                painter.setPen(QColor(theme.tokens(palette).soft))
            metrics = option.fontMetrics  # type: ignore[attr-defined]
            below = area.adjusted(0, metrics.height(), 0, 0)
            line = metrics.elidedText(_one_line(choice.detail), Qt.TextElideMode.ElideRight, below.width())
            painter.setFont(option.font)  # type: ignore[attr-defined]
            painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading), line)
        painter.restore()

    def _main_line(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, choice: Choice
    ) -> None:
        """Plain, bold, plain; a line that does not fit or runs right to left is drawn in one piece."""
        font = option.font  # type: ignore[attr-defined]
        bold = type(font)(font)
        bold.setBold(True)
        text = _one_line(choice.main)
        start, end = (0, 0) if choice.create else matched_part(text, self.typed)
        pieces = [(text[:start], font), (text[start:end], bold), (text[end:], font)]
        widths = [QFontMetrics(face).horizontalAdvance(piece) for piece, face in pieces]
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        if start == end or sum(widths) > area.width() or _right_to_left(text):
            painter.setFont(font)
            whole = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, flags, whole)
            return
        left = area.left()
        for (piece, face), width in zip(pieces, widths, strict=True):
            painter.setFont(face)
            painter.drawText(QRect(left, area.top(), width + 2, area.height()), flags, piece)
            left += width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        choice = index.model().choices[index.row()]  # type: ignore[attr-defined]
        lines = 2 if choice.detail else 1
        return QSize(120, option.fontMetrics.height() * lines + 2 * _PAD_Y)  # type: ignore[attr-defined]


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in {"R", "AL", "RLO", "RLE", "RLI"} for letter in text)


def _one_line(text: str) -> str:
    return " ".join(text[:300].split())


class ChoiceList(QListView):
    """The open list; it never has the focus, the line edit steers it."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self._field = field
        self._model = _Choices(self)
        self._lines = _TwoLines(self)
        self.setModel(self._model)
        self.setItemDelegate(self._lines)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        theme.mark(self, "popup")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.hide()

    @property
    def choices(self) -> list[Choice]:
        """What is listed."""
        return self._model.choices

    def show_choices(self, typed: str, choices: list[Choice], start: int) -> None:
        """Open below the field (above it where there is more room) with row `start` highlighted, -1 for none."""
        if self.parentWidget() is not self._field.window():
            self.setParent(self._field.window())
        self._lines.typed = typed
        self._model.replace(choices)
        self._place()
        self.setAccessibleName(self._field.accessibleName())
        self.setCurrentIndex(self._model.index(start) if start >= 0 else QModelIndex())
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move the highlight; from the last to the first and back."""
        count, row = len(self.choices), self.currentIndex().row()
        if abs(by) > 1:
            row = max(0, min(count - 1, row + by))
        else:
            row = (row + by) % count if row >= 0 else (0 if by > 0 else count - 1)
        self.setCurrentIndex(self._model.index(row))

    def _place(self) -> None:
        window, field = self._field.window(), self._field
        rows = range(min(len(self.choices), MOST_ROWS))
        height = sum(self.sizeHintForRow(row) for row in rows) + 2 * self.frameWidth()
        top_left = field.mapTo(window, QPoint(0, 0))
        below = window.height() - (top_left.y() + field.height())
        width = min(max(field.width(), 300), window.width() - 8)
        left = max(4, min(top_left.x(), window.width() - width - 4))
        if below >= min(height, ENOUGH_BELOW) or below >= top_left.y():
            self.setGeometry(left, top_left.y() + field.height(), width, min(height, max(below - 4, 40)))
        else:
            height = min(height, top_left.y() - 4)
            self.setGeometry(left, top_left.y() - height, width, height)
