"""The table's heading: the sign of the sort order stands on the side where the text does not."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.widgets import icons
from incidents.search.columns import COLUMNS

_SIGN = 10


class Heading(QHeaderView):
    """A heading that draws its own sort sign, so that it never lies over a right-aligned word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != self.sortIndicatorSection() or not 0 <= logicalIndex < len(COLUMNS):
            return
        name = "down" if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder else "up"
        right = COLUMNS[logicalIndex].align == "right"
        left = rect.left() + 5 if right else rect.right() - _SIGN - 5
        sign = QRect(left, rect.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        icons.paint(painter, sign, name, self.palette().color(QPalette.ColorRole.WindowText))
