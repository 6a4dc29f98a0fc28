"""How cells are drawn: text with room at its sides, badges for status and grade, what was refuted struck through.

One delegate draws everything and asks the model for the row only, not for seven roles of every cell.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.table.model import PLACEHOLDER, IncidentModel
from desktop.widgets import badges
from incidents.search.columns import COLUMNS

PADDING = 8
_STRUCK = frozenset({"withdrawn", "refuted"})
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGN = [_RIGHT if column.align == "right" else _LEFT for column in COLUMNS]
_BADGE = [column.badge for column in COLUMNS]


class CellDelegate(QStyledItemDelegate):
    """Draws one cell of the incident table."""

    def __init__(self, model: IncidentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state, palette, column = option.state, option.palette, index.column()
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
            painter.fillRect(option.rect, palette.brush(group, QPalette.ColorRole.Highlight))
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        texts, row = self._model.texts_at(index.row()), self._model.row_at(index.row())
        if row is None or texts is None:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(area, _ALIGN[column], PLACEHOLDER)
        elif _BADGE[column] == "status":
            badges.paint_status(painter, area, row.status, palette)
        elif _BADGE[column]:
            badges.paint_grade(painter, area, row.grade, palette)
        elif texts[column]:
            self._text(painter, option, texts[column], column, struck=row.status in _STRUCK)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _text(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, column: int, *, struck: bool
    ) -> None:
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        font = option.font
        group = QPalette.ColorGroup.Active
        if struck:
            font = QFont(font)
            font.setStrikeOut(True)
            group = QPalette.ColorGroup.Disabled
        painter.setFont(font)
        painter.setPen(option.palette.color(group, QPalette.ColorRole.Text))
        # A field of the record may be 100,000 characters long; no cell shows more than a few hundred.
        fitting = option.fontMetrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _ALIGN[column] | int(Qt.TextFlag.TextSingleLine), fitting)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        texts = self._model.texts_at(index.row())
        wide = option.fontMetrics.horizontalAdvance(texts[index.column()][:400]) if texts else 0
        return QSize(wide + 2 * PADDING + 4, badges.HEIGHT + 8)
