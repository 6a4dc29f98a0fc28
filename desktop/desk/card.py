"""One suggestion as a card: a few painted lines, and everything else only while it is the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk import looks, words
from desktop.desk.details import CardDetails, Judged
from desktop.widgets.theme import M, S, font, tokens
from incidents.search.results import Row

if TYPE_CHECKING:
    from desktop.desk.look import Item

_BADGE = 20
_HEAD = 26


class Card(QFrame):
    """Open: number, type and a summary; current: with all details; dealt with: one line.

    Signals: chosen(UUID), the card was clicked; ref_wanted(UUID), the incident that came of it was.
    """

    chosen = Signal(object)
    ref_wanted = Signal(object)

    def __init__(self, kept: Item, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self.details: CardDetails | None = None
        self._quote = self._quoted(text)
        self._current = self._focused = self._hovered = False
        self._twin: Row | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()
        self._fit()

    def _quoted(self, text: str) -> str:
        passages = self.kept.suggestion.evidence
        return " ".join(passages[0].of(text)[:300].split()) if passages else ""

    @property
    def id(self) -> UUID:
        """The suggestion."""
        return self.kept.id

    @property
    def open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.kept.state == "open"

    def _name(self) -> None:
        kept = self.kept
        self.setAccessibleName(words.spoken(self.kept.number, kept.suggestion, kept.state, kept.incident_ref))

    # ------------------------------------------------------------ what it shows
    def follow(self, kept: Item) -> None:
        """The case has news of it."""
        if kept != self.kept:
            self.kept = kept
            self._name()
            if not self.open:
                self.fold()
            self._fit()
            self.update()

    def unfold(self, chosen: Judged, usual: str, *, writable: bool) -> CardDetails:
        """Show all details."""
        self.fold()
        self.details = CardDetails(self.kept.suggestion, chosen, usual, writable=writable, parent=self)
        self.details.show_likely_twin(self._twin)
        self._column.addWidget(self.details)
        self._fit()
        return self.details

    def fold(self) -> None:
        """Show the summary only."""
        if self.details is not None:
            self._column.removeWidget(self.details)
            self.details.hide()
            self.details.deleteLater()
            self.details = None
            self._fit()

    def show_current(self, current: bool, *, focused: bool) -> None:
        """Whether it is the one that keys act on."""
        if (current, focused) != (self._current, self._focused):
            self._current, self._focused = current, focused
            self.update()

    @property
    def twin(self) -> Row | None:
        """An incident of the case that may be this very one."""
        return self._twin

    def show_twin(self, row: Row | None) -> None:
        """Show the likely twin, or that there is none."""
        self._twin = row
        if self.details is not None:
            self.details.show_likely_twin(row)
        self.update()

    def _fit(self) -> None:
        line = QFontMetrics(font()).height() + 2
        head = _HEAD if self.details is not None or not self.open else _HEAD + 2 * line
        self._column.setContentsMargins(M, S + head, M, S)
        self.setMinimumHeight(0)
        self.setMaximumHeight(16_777_215)
        if self.details is None:
            self.setFixedHeight(head + 2 * S if self.open else head + S)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, super().sizeHint().height())

    # ------------------------------------------------------------ mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.id)
            if self.kept.state == "accepted" and self._ref_area().contains(event.position().toPoint()):
                self.ref_wanted.emit(self.kept.incident)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _ref_area(self) -> QRect:
        return self.rect().adjusted(self.width() - 150, 0, 0, 0)

    # ------------------------------------------------------------ paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, number, badge, summary."""
        colours = tokens(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            left = self._paint_number(painter, M, S)
            if self.open:
                self._paint_open(painter, left)
                return
            painter.setFont(font(bold=False))
            strike = self.kept.state == "rejected"
            made = font()
            made.setStrikeOut(strike)
            painter.setFont(made)
            painter.setPen(QColor(colours.soft))
            area = QRect(left + S, S // 2, self.width() - left - M - S, _HEAD)
            right = self._end_word()
            wide = QFontMetrics(font(bold=True)).horizontalAdvance(right) + S
            said = f"{words.type_word(self.kept.suggestion.type)} · {words.summary(self.kept.suggestion)}"
            self._line(painter, area.adjusted(0, 0, -wide, 0), said)
            painter.setFont(font(bold=self.kept.state == "accepted"))
            painter.setPen(QColor(colours.focus if self.kept.state == "accepted" else colours.soft))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)

    def _end_word(self) -> str:
        if self.kept.state == "accepted":
            return self.kept.incident_ref or self.tr("accepted")
        return self.tr("rejected")

    def _paint_ground(self, painter: QPainter) -> None:
        colours = tokens(self.palette())
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = colours.surface if self.open else colours.canvas
        edge, width = colours.line, 1.0
        if self._current:
            edge, width = (colours.focus, 2.0) if self._focused else (colours.edge, 1.0)
        elif self._hovered:
            ground = colours.hover if self.open else ground
        if width > 1:
            body.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(body, 5, 5)

    def _paint_number(self, painter: QPainter, left: int, top: int) -> int:
        """The number as it stands in the margin of the text; returns where it ends."""
        colours, ink = (
            tokens(self.palette()),
            looks.family_of(self.kept.suggestion.type).ink(tokens(self.palette())),
        )
        said, face = str(self.kept.number), font("caption", bold=True)
        painter.setFont(face)
        width = max(painter.fontMetrics().horizontalAdvance(said) + 8, _BADGE - 2)
        y = top + (2 if self.open else -2)
        body = QRectF(left + 0.5, y + 0.5, width, _BADGE - 3)
        filled = self._current and self.open
        painter.setPen(QPen(QColor(ink.line if self.open else colours.edge), 1))
        painter.setBrush(QColor(ink.line if filled else ink.ground if self.open else colours.canvas))
        painter.drawRoundedRect(body, 4, 4)
        painter.setPen(QColor(colours.surface if filled else colours.text if self.open else colours.soft))
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, said)
        return left + int(width)

    def _paint_open(self, painter: QPainter, left: int) -> None:
        colours, suggestion = tokens(self.palette()), self.kept.suggestion
        head = QRect(left + S, S, self.width() - left - S - M, _BADGE + 1)
        sure = self._paint_confidence(painter, head)
        painter.setFont(font(bold=True))
        painter.setPen(QColor(looks.family_of(suggestion.type).ink(colours).line))
        kind = words.type_word(suggestion.type)
        room = head.adjusted(0, 0, -sure - S, 0)
        self._line(painter, room, kind)
        used = min(QFontMetrics(font(bold=True)).horizontalAdvance(kind), room.width()) + S
        said = words.remarks(suggestion)
        if self._twin is not None and self.details is None:
            said.append(self.tr("twin of {0}?").format(self._twin.ref))
        painter.setFont(font("caption"))
        painter.setPen(QColor(colours.warning if self._twin is not None else colours.soft))
        self._line(painter, room.adjusted(used, 1, 0, 0), ", ".join(said))
        if self.details is not None:
            return
        line = QFontMetrics(font()).height() + 2
        area = QRect(M, S + _HEAD - 2, self.width() - 2 * M, line)
        painter.setFont(font())
        painter.setPen(QColor(colours.text))
        self._line(painter, area, words.summary(suggestion))
        painter.setFont(font("caption"))
        painter.setPen(QColor(colours.soft))
        self._line(painter, area.translated(0, line), f"“{self._quote}”")

    def _line(self, painter: QPainter, area: QRect, text: str) -> None:
        fitting = painter.fontMetrics().elidedText(text[:400], Qt.TextElideMode.ElideRight, area.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(flags) | int(Qt.TextFlag.TextSingleLine), fitting)

    def _paint_confidence(self, painter: QPainter, head: QRect) -> int:
        """Three bars as high as the confidence; returns the width they take."""
        colours, confidence = tokens(self.palette()), self.kept.suggestion.confidence
        filled = 1 + (confidence >= 0.4) + (confidence >= 0.7)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(3):
            tall = 4 + 4 * number
            painter.setBrush(QColor(colours.soft if number < filled else colours.line))
            bar = QRectF(head.right() - 16 + number * 6, head.center().y() + 6 - tall, 4, tall)
            painter.drawRoundedRect(bar, 1, 1)
        return 22
