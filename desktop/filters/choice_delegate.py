"""How a choice is drawn and toggled: box, label or badge, and at the right how many incidents it would give."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.widgets import badges

KEY = Qt.ItemDataRole.UserRole.value  # what the choice stands for
COUNT = KEY + 1  # number of incidents, or None for no number
STATUS = KEY + 2  # verification code when the choice is drawn as that badge
ROW_HEIGHT = 26
_GAP = 6
_CHECK = Qt.ItemDataRole.CheckStateRole

Index = QModelIndex | QPersistentModelIndex


class ChoiceDelegate(QStyledItemDelegate):
    """Space, or a click anywhere in the line, checks and unchecks.

    Checking is the only choice here: the view selects nothing, and a ground stands under the line with the focus.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            option.state |= QStyle.StateFlag.State_Selected
        label, option.text = option.text, ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, option.widget)
        area = QRect(option.rect)
        area.setLeft(box.right() + _GAP)
        area.setRight(option.rect.right() - _GAP)
        count = index.data(COUNT)
        if count is not None:
            area.setRight(self._number(painter, option, area, int(count)))
        status = index.data(STATUS)
        if status:
            badges.paint_status(painter, area, status, option.palette)
            return
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setFont(option.font)
        fitting = option.fontMetrics.elidedText(label[:200], Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), fitting)

    def _number(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, count: int) -> int:
        """Draw the number and say where the label must end."""
        text = f"{count:,}"
        group = QPalette.ColorGroup.Active if count else QPalette.ColorGroup.Disabled
        painter.setFont(option.font)
        painter.setPen(option.palette.color(group, QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return area.right() - option.fontMetrics.horizontalAdvance(text) - _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(ROW_HEIGHT, option.fontMetrics.height() + 6))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            wanted = event.button() == Qt.MouseButton.LeftButton and option.rect.contains(event.position().toPoint())
        else:
            keys = (Qt.Key.Key_Space, Qt.Key.Key_Select)
            wanted = (
                event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys
            )
        if not wanted:
            return event.type() == QEvent.Type.MouseButtonDblClick
        checked = index.data(_CHECK) == Qt.CheckState.Checked.value or index.data(_CHECK) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked, _CHECK)


def spoken(label: str, count: int | None) -> str:
    """What a screen reader says for a choice."""
    return label if count is None else f"{label}, {count:,}"
