"""How reports look in the inbox: two lines each while it is narrow, columns once it is wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.desk import words
from desktop.desk.inbox_model import COLUMNS, KEYS, InboxModel
from desktop.widgets.theme import ROW_HEIGHT, M, S, font, tokens

if TYPE_CHECKING:
    from incidents.search.inbox import InboxRow

WIDE_FROM = 680  # pixels from which columns have room
_SIGN = 8


class InboxDelegate(QStyledItemDelegate):
    """Draws one cell, or one whole report in two lines."""

    def __init__(self, model: InboxModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.narrow = True

    def tall(self) -> int:
        """Height of a row."""
        line = QFontMetrics(font()).height()
        small = QFontMetrics(font("caption")).height()
        return line + small + 14 if self.narrow else max(ROW_HEIGHT, line + 8)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self.tall())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row_at(index.row())
        if row is None:
            return
        state, palette, rect = option.state, option.palette, option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            active = bool(state & QStyle.StateFlag.State_Active)
            group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
            painter.fillRect(rect, palette.brush(group, QPalette.ColorRole.Highlight))
        if self.narrow:
            self._two_lines(painter, rect, row, palette, chosen=chosen)
        else:
            self._cell(painter, rect, row, index.column(), palette, chosen=chosen)
        painter.restore()

    def _two_lines(
        self, painter: QPainter, rect: QRect, row: InboxRow, palette: QPalette, *, chosen: bool
    ) -> None:
        colours = tokens(palette)
        over = row.state in ("done", "set_aside")
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        area = rect.adjusted(M, 5, -M, -5)
        paint_state(painter, QRectF(area.left(), area.top() + 6, _SIGN, _SIGN), row.state, palette)
        area.setLeft(area.left() + _SIGN + S)
        face = font(bold=row.state == "new")
        soft = QColor(colours.text if chosen else colours.soft)
        number = f"{row.open:,}" if row.open else ""
        wide = self._count(painter, area, number, palette, over=over) if number else 0
        painter.setFont(face)
        painter.setPen(soft if over else QColor(colours.text))
        line = QFontMetrics(face).height()
        _elided(painter, QRect(area.left(), area.top(), area.width() - wide, line), row.title or "–")
        painter.setFont(font("caption"))
        painter.setPen(soft)
        below = QRect(area.left(), area.top() + line + 2, area.width(), area.height() - line)
        said = (
            row.publisher,
            words.day_word(row.published),
            words.language_word(row.language),
            words.state_word(row.state) if row.state != "new" else "",
        )
        _elided(painter, below, " · ".join(part for part in said if part))

    @staticmethod
    def _count(painter: QPainter, area: QRect, number: str, palette: QPalette, *, over: bool) -> int:
        colours, face = tokens(palette), font("caption", bold=True)
        painter.setFont(face)
        width = max(QFontMetrics(face).horizontalAdvance(number) + 10, 18)
        body = QRectF(area.right() - width + 0.5, area.top() + 1.5, width, 16)
        painter.setPen(QPen(QColor(colours.edge), 1) if over else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(Qt.BrushStyle.NoBrush if over else QColor(colours.selection_quiet))
        painter.drawRoundedRect(body, 8, 8)
        painter.setPen(QColor(colours.soft if over else colours.text))
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, number)
        return width + S

    @staticmethod
    def _cell(
        painter: QPainter, rect: QRect, row: InboxRow, number: int, palette: QPalette, *, chosen: bool
    ) -> None:
        colours, column = tokens(palette), COLUMNS[number]
        area = rect.adjusted(8, 0, -8, 0)
        over = row.state in ("done", "set_aside")
        painter.setFont(font(bold=row.state == "new" and number == 0))
        painter.setPen(QColor(colours.soft if over and not chosen else colours.text))
        if column.key == "state":
            sign = QRectF(area.left(), area.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
            paint_state(painter, sign, row.state, palette)
            area.setLeft(area.left() + _SIGN + 6)
            painter.setPen(QColor(colours.soft if over and not chosen else colours.text))
        _elided(painter, area, column.text(row), right=column.right)


def paint_state(painter: QPainter, area: QRectF, state: str, palette: QPalette) -> None:
    """The state of a report as a shape: full disc, half disc, tick, bar."""
    colours = tokens(palette)
    colour = QColor(colours.focus if state in ("new", "in_work") else colours.edge)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == "new":
        painter.setBrush(colour)
        painter.drawEllipse(area)
    elif state == "in_work":
        painter.drawEllipse(area)
        painter.setBrush(colour)
        painter.drawPie(area, 90 * 16, 180 * 16)
    elif state == "done":
        x, y, size = area.left(), area.top(), area.width()
        corners = ((0, 0.55), (0.38, 0.9), (1, 0.1))
        painter.drawPolyline([QPointF(x + across * size, y + down * size) for across, down in corners])
    else:
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))


def _elided(painter: QPainter, area: QRect, text: str, *, right: bool = False) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    fitting = painter.fontMetrics().elidedText(text[:400], Qt.TextElideMode.ElideRight, area.width())
    flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(area, flags, fitting)


class InboxGrid(QTableView):
    """The list. Signals: open_wanted, Enter; aside_wanted, Del; sort_wanted(key, down)."""

    open_wanted = Signal()
    aside_wanted = Signal()
    sort_wanted = Signal(str, bool)
    breadth_changed = Signal(bool)

    def __init__(self, model: InboxModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = InboxDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Inbox"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsClickable(True)
        heading.setSortIndicatorShown(True)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.sectionClicked.connect(self._heading_clicked)
        wide = self.fontMetrics().horizontalAdvance("0")
        for number, column in enumerate(COLUMNS):
            heading.resizeSection(number, column.wide * wide + 16)
        heading.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._arrange(narrow=True)

    @property
    def narrow(self) -> bool:
        """Whether reports stand in two lines."""
        return self._delegate.narrow

    def _heading_clicked(self, number: int) -> None:
        key = KEYS[number]
        self.sort_wanted.emit(
            key, not self._model.down if key == self._model.key else key in ("taken", "open")
        )

    def show_order(self) -> None:
        """Show how the rows are sorted."""
        order = Qt.SortOrder.DescendingOrder if self._model.down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(KEYS.index(self._model.key), order)

    def _arrange(self, *, narrow: bool) -> None:
        self._delegate.narrow = narrow
        heading = self.horizontalHeader()
        heading.setVisible(not narrow)
        for number in range(1, len(COLUMNS)):
            heading.setSectionHidden(number, narrow)
        self.setAlternatingRowColors(not narrow)
        self.verticalHeader().setDefaultSectionSize(self._delegate.tall())
        self.breadth_changed.emit(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns come and go with the width."""
        super().resizeEvent(event)
        narrow = self.width() < WIDE_FROM
        if narrow != self.narrow:
            self._arrange(narrow=narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.aside_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing letters searches nothing: the line above does."""
