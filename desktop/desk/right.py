"""The right of the desk: how many suggestions are left, the cards, and what to do once all are decided."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.cards import Cards
from desktop.desk.look import Seen
from desktop.widgets.empty import EmptyState
from desktop.widgets.theme import M, S, mark


class NoCards(EmptyState):
    """What stands where no card is. It takes the focus in their place, so that no wish for it is left open, which
    would draw the focus away once cards appear and the user is at something else. Signals: left(), Escape.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RightPane(QFrame):
    """Signals: done_wanted(), the report is done."""

    done_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self.cards = Cards(self)
        self.count = mark(QLabel(self), "heading")
        self.keys = mark(QLabel(self.tr("Enter accepts · E edits · Del rejects"), self), "caption")
        self.keys.setToolTip(
            self.tr(
                "Up and Down, J and K: from card to card\n1 to 6: credibility; Shift and A to F: reliability\n"
                "C: add as a claim to the likely twin\nP: other places of this name; W: why\n"
                "Space: show the passage"
            )
        )
        head = QFrame(self)
        mark(head, "bar")
        line = QHBoxLayout(head)
        line.setContentsMargins(M, S, M, S)
        line.setSpacing(S)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.keys)
        self.end = self._end_bar()
        self._empty = NoCards(self)
        self._empty.left.connect(self.cards.left)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.cards)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.end)
        self.show_nothing()

    def _end_bar(self) -> QFrame:
        bar = mark(QFrame(self), "sunken")
        self._end_words = QLabel(self.tr("All suggestions are decided."), bar)
        self.done = mark(QPushButton(self.tr("Done, next report"), bar), "primary")
        self.done.setToolTip(self.tr("Ctrl+Enter"))
        self.done.clicked.connect(self.done_wanted)
        line = QHBoxLayout(bar)
        line.setContentsMargins(M, S, M, S)
        line.addWidget(self._end_words, 1)
        line.addWidget(self.done)
        return bar

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The focus goes to the cards, or to what stands in their place until there are some."""
        (self._stack.currentWidget() or self.cards).setFocus(reason)

    def _turn_to(self, page: QWidget) -> None:
        """The focus goes along, but only where it was here before."""
        there = QApplication.focusWidget()
        here = there is not None and self._stack.isAncestorOf(there)
        self._stack.setCurrentWidget(page)
        if here:
            self.take_focus()

    def show_nothing(self) -> None:
        """No report is shown."""
        self.cards.show_suggestions((), "", anew=True)
        self.count.setText(self.tr("Suggestions"))
        self.keys.hide()
        self.end.hide()
        self._empty.set_text(
            "", self.tr("What a report seems to tell is shown here, to be accepted or rejected.")
        )
        self._turn_to(self._empty)

    def show_suggestions(self, seen: Seen, *, anew: bool) -> None:
        """Show the suggestions of a report."""
        self.cards.show_suggestions(seen.items, seen.report.text, anew=anew)
        left, every = seen.open_count, len(seen.items)
        self.count.setText(_counted(left, every))
        self.keys.setVisible(bool(left) and self.cards.writable)
        self._empty.set_text(
            self.tr("Nothing suggested"),
            self.tr(
                "Vigil found no incident in this text. Select the words that tell of one and press N; "
                "Ctrl+Enter when there is none."
            ),
        )
        self._turn_to(self.cards if every else self._empty)
        over = seen.report.state in ("done", "set_aside")
        self._end_words.setText(
            self.tr("All suggestions are decided.") if every else self.tr("Nothing to decide.")
        )
        self.end.setVisible(not left and not over and self.cards.writable)


def _counted(left: int, every: int) -> str:
    tr = QCoreApplication.translate
    if not every:
        return tr("RightPane", "Suggestions")
    if not left:
        return tr("RightPane", "All {0} decided").format(every) if every > 1 else tr("RightPane", "Decided")
    return tr("RightPane", "{0} of {1} open").format(f"{left:,}", f"{every:,}")
