"""The text of a report: its passages set off and numbered in the margin, words to be selected for a new incident.

Only what is in view is set off: a report may be a megabyte long and hold hundreds of suggestions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QTextEdit, QWidget

from desktop.desk import looks
from desktop.desk.margin import WIDTH, Margin
from desktop.desk.positions import Positions
from desktop.widgets.plain import right_to_left, showable
from desktop.widgets.theme import L, M, mark, tokens
from incidents.record.suggestion import Mark, Passage

WIDEST = 780  # pixels of a line that the eye still follows
_AROUND = 300  # characters before and after the view that are set off with it
LINE_HEIGHT = 140.0  # percent
MOST_TURNED = 20_000  # paragraphs whose direction is looked at


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion as the text shows it. state: "open", "accepted" or "rejected"."""

    id: UUID
    number: int
    type: str
    passages: tuple[Passage, ...]
    marks: tuple[Mark, ...] = ()
    state: str = "open"


class ReportText(QTextEdit):
    """Shows one report and never changes it.

    Signals: passage_clicked(UUID of the suggestion); new_wanted(), an incident from the selected words;
    place_changed(position), which character is at the top of the view.
    """

    passage_clicked = Signal(object)
    new_wanted = Signal()
    place_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "page")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of the report"))
        self.document().setDocumentMargin(M)
        self.document().setUndoRedoEnabled(False)
        self._words = ""
        self._positions = Positions("")
        self._shown: tuple[Shown, ...] = ()
        self._new: tuple[Passage, ...] = ()
        self._current: UUID | None = None
        self._pressed = QPoint()
        self._offering = True
        self.margin = Margin(self)
        self.offer = mark(QPushButton(self.tr("New incident from this (N)"), self.viewport()), "primary")
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.clicked.connect(self.new_wanted)
        self.offer.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._dress)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())
        self.selectionChanged.connect(self._place_offer)

    # ------------------------------------------------------------ what is shown
    @property
    def words(self) -> str:
        """The text as the case has it."""
        return self._words

    def say(self, text: str) -> None:
        """Show another text, from its beginning, with nothing set off."""
        self._words, self._positions = text, Positions(text)
        self._shown, self._new, self._current = (), (), None
        self.setExtraSelections([])
        self.offer.hide()
        self.setPlainText(showable(text))
        set_paragraphs(self.document())
        self.verticalScrollBar().setValue(0)
        self.margin.update()

    def show_suggestions(self, shown: Sequence[Shown]) -> None:
        """Set these off, in the order of the cards."""
        self._shown = tuple(shown)
        self._dress()

    def show_new(self, passages: Sequence[Passage]) -> None:
        """Set off what the earlier version of this report has not."""
        self._new = tuple(passages)
        self._dress()

    def show_current(self, suggestion: UUID | None, *, scroll: bool = True) -> None:
        """Set off the passage of the current card more than the others, and bring it into view."""
        self._current = suggestion
        if scroll and (each := self._by_id(suggestion)) is not None and each.passages:
            self.show_passage(each.passages[0])
        self._dress()

    def show_passage(self, passage: Passage) -> None:
        """Bring a passage into view, a third from the top, unless all of it is there."""
        top, bottom = self._rect(passage.start).top(), self._rect(passage.end).bottom()
        if top < L or bottom > self.viewport().height() - L:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def select_passage(self, passage: Passage) -> None:
        """Bring a passage into view and select it, as when a claim leads back to it."""
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(passage.end))
        cursor.setPosition(self._positions.to_qt(passage.start), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.show_passage(passage)

    @property
    def selected(self) -> Passage | None:
        """The words that are selected, without the blanks around them; None when there are none."""
        cursor = self.textCursor()
        start = self._positions.from_qt(cursor.selectionStart())
        end = self._positions.from_qt(cursor.selectionEnd())
        words = self._words[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return Passage(start, end) if start < end else None

    def _by_id(self, suggestion: UUID | None) -> Shown | None:
        return next((each for each in self._shown if each.id == suggestion), None)

    # ------------------------------------------------------------ where things are
    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(start))
        cursor.setPosition(self._positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _rect(self, at: int) -> QRect:
        return self.cursorRect(self._cursor(at, at))

    def in_view(self) -> Passage:
        """The stretch of text that can be seen."""
        view = self.viewport().rect()
        corners = (view.topLeft(), view.topRight(), view.bottomLeft(), view.bottomRight())
        found = [self._positions.from_qt(self.cursorForPosition(corner).position()) for corner in corners]
        return Passage(max(min(found) - _AROUND, 0), max(found) + _AROUND)

    def numbers(self) -> Iterator[tuple[Shown, int, bool]]:
        """The suggestions whose first passage begins in view, the top of its line, and whether it is current."""
        seen = self.in_view()
        for each in self._shown:
            if each.passages and seen.start <= each.passages[0].start <= seen.end:
                yield each, self._rect(each.passages[0].start).top(), each.id == self._current

    # ------------------------------------------------------------ dressing
    def _scrolled(self) -> None:
        self._soon.start()
        self._place_offer()
        self.margin.update()

    def _dress(self) -> None:
        seen, colours = self.in_view(), tokens(self.palette())
        made: list[QTextEdit.ExtraSelection] = []

        def add(passage: Passage, form: QTextCharFormat) -> None:
            start, end = max(passage.start, seen.start), min(passage.end, seen.end)
            if start < end:
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = self._cursor(start, end), form  # type: ignore[attr-defined]
                made.append(selection)

        for passage in self._new:
            add(passage, looks.change_format(colours))
        current = self._by_id(self._current)
        for each in self._shown:
            if each is current or each.state == "rejected":
                continue
            family = looks.family_of(each.type)
            handled = each.state != "open"
            form = looks.quiet_format(colours) if handled else looks.passage_format(family, colours)
            for passage in each.passages:
                add(passage, form)
        if current is not None:
            family = looks.family_of(current.type)
            for passage in current.passages:
                add(passage, looks.current_format(family, colours))
            for told in current.marks:
                add(told.passage, looks.told_format(told.kind, family, colours))
        self.setExtraSelections(made)
        self.margin.update()
        self.place_changed.emit(seen.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines as long as the eye follows, in the middle of the view."""
        spare = max(self.width() - WIDEST - WIDTH, 0) // 2
        self.setViewportMargins(WIDTH + spare, 0, spare, 0)
        super().resizeEvent(event)
        self.margin.setGeometry(spare, 0, WIDTH, self.height())
        self._soon.start()
        self._place_offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_soon"):
            self._soon.start()

    # ------------------------------------------------------------ the selection
    def offer_new(self, offering: bool) -> None:
        """Whether a new incident can be made of a selection now."""
        self._offering = offering
        self._place_offer()

    def _place_offer(self) -> None:
        """The button stands beneath the end of the selection."""
        if not self._offering or not self.textCursor().hasSelection() or self.selected is None:
            self.offer.hide()
            return
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        beneath(self.offer, self.cursorRect(cursor), self.viewport().rect())

    # ------------------------------------------------------------ keys and mouse
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N makes a new incident of the selection."""
        new = event.key() == Qt.Key.Key_N and not event.modifiers() and self._offering
        if new and self.selected is not None:
            self.new_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a passage, not the end of a selection, chooses its card."""
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.button() == Qt.MouseButton.LeftButton and moved < 4 and not self.textCursor().hasSelection():
            found = self._at(self._positions.from_qt(self.cursorForPosition(self._pressed).position()))
            if found is not None:
                self.passage_clicked.emit(found.id)

    def _at(self, position: int) -> Shown | None:
        """The suggestion behind a position; where there are several, clicking again goes on to the next."""
        here = [each for each in self._shown if any(p.start <= position <= p.end for p in each.passages)]
        here.sort(key=lambda each: each.state != "open")
        for number, each in enumerate(here):
            if each.id == self._current:
                return here[(number + 1) % len(here)]
        return here[0] if here else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        new = menu.addAction(self.tr("New incident from the selection"), self.new_wanted.emit)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        new.setEnabled(self.selected is not None and self._offering)
        copy.setEnabled(self.selected is not None)
        menu.addAction(self.tr("Select all"), self.selectAll)
        menu.popup(event.globalPos())


def beneath(button: QPushButton, at: QRect, room: QRect) -> None:
    """Put a button beneath a place in the text, or above it at the end of the view; hide it with the place."""
    button.adjustSize()
    x = min(max(at.left() - button.width() // 2, 4), max(room.width() - button.width() - 4, 4))
    y = at.bottom() + 6
    if y + button.height() > room.height():
        y = max(at.top() - button.height() - 6, 4)
    button.move(x, y)
    button.setVisible(room.contains(at.center()))


def set_paragraphs(document: QTextDocument) -> None:
    """Room between the lines, and each paragraph in its own direction."""
    spaced, backwards = QTextBlockFormat(), QTextBlockFormat()
    spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    backwards.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(spaced)
    block, number = document.firstBlock(), 0
    while block.isValid() and number < MOST_TURNED:
        if right_to_left(block.text()[:200]):
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(backwards)
        block, number = block.next(), number + 1
