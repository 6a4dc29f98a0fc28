"""The suggestions of one report, one card beneath the other, and the keys that decide on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.card import Card
from desktop.desk.details import Judged
from desktop.widgets.theme import S, mark
from incidents.record.suggestion import Passage
from incidents.search.results import Row

if TYPE_CHECKING:
    from desktop.desk.look import Item

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_K: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}
_LETTERS = {Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C, Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_F}
_DIGITS = {Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6}
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Cards(QScrollArea):
    """Walks through suggestions and says what is to become of them.

    Signals, each with the UUID of the suggestion: current_changed (None when there is none), accept_wanted,
    edit_wanted, reject_wanted, reopen_wanted, passage_wanted; join_wanted(suggestion, incident);
    incident_wanted(incident); all_handled(bool), whether every one is decided; left(), Escape;
    told(sentence), what a key could not do.
    """

    current_changed = Signal(object)
    accept_wanted = Signal(object)
    edit_wanted = Signal(object)
    reject_wanted = Signal(object)
    reopen_wanted = Signal(object)
    passage_wanted = Signal(object)
    join_wanted = Signal(object, object)
    incident_wanted = Signal(object)
    left = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Suggestions"))
        inside = mark(QWidget(), "pane")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(S, S, S, S)
        self._column.setSpacing(6)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().setSingleStep(24)
        self.cards: list[Card] = []
        self.writable = True
        self.usual = ""
        self._judged: dict[UUID, Judged] = {}
        self._current: Card | None = None

    # ------------------------------------------------------------ what is shown
    def show_suggestions(self, kept: Sequence[Item], text: str, *, anew: bool) -> None:
        """Show these; the same ones again are only brought up to date."""
        if not anew and [card.id for card in self.cards] == [each.id for each in kept]:
            self._follow(kept)
            return
        before = self.current_id
        self._current = None
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for number, each in enumerate(kept):
            card = Card(each, text, self.widget())
            card.chosen.connect(self._clicked)
            card.ref_wanted.connect(self.incident_wanted)
            self._column.insertWidget(number, card)
            card.show()
            self.cards.append(card)
        again = next((card for card in self.cards if card.id == before), None)
        self._go_to(again or self._next_open(-1) or (self.cards[0] if self.cards else None))

    def _follow(self, kept: Sequence[Item]) -> None:
        was_open = self._current is not None and self._current.open
        decided = {card for card in self.cards if not card.open}
        for card, each in zip(self.cards, kept, strict=True):
            card.follow(each)
        again = [card for card in decided if card.open]  # taken back: one goes on where that leads to
        current = self._current
        if len(again) == 1:
            self._go_to(again[0])
        elif current is not None and was_open and not current.open:
            self._go_to(self._next_open(self.cards.index(current)) or current)
        elif current is not None and current.open and current.details is None:
            self._go_to(current)

    def show_usual(self, letter: str) -> None:
        """The reliability that the report's source usually has."""
        if letter != self.usual:
            self.usual = letter
            if self._current is not None and self._current.details is not None:
                self._go_to(self._current)

    def show_twins(self, twins: Mapping[UUID, Row]) -> None:
        """Likely twins of open suggestions."""
        for card in self.cards:
            card.show_twin(twins.get(card.id) if card.open else None)

    @property
    def current(self) -> Card | None:
        """The card that keys act on."""
        return self._current

    @property
    def current_id(self) -> UUID | None:
        """Its suggestion."""
        return self._current.id if self._current is not None else None

    @property
    def open_count(self) -> int:
        """How many nobody has decided yet."""
        return sum(card.open for card in self.cards)

    def judged(self, suggestion: UUID) -> Judged:
        """What was chosen on a card: another place, a grade. The source's letter stands where none was chosen."""
        chosen = self._judged.get(suggestion, Judged())
        return chosen._replace(reliability=chosen.reliability or self.usual)

    def go_to(self, suggestion: UUID) -> None:
        """Make a card the current one."""
        card = next((card for card in self.cards if card.id == suggestion), None)
        if card is not None:
            self._go_to(card)

    def go_to_incident(self, incident: UUID | None, passage: Passage) -> None:
        """The card that an incident was made of; where several tell of it, the one that was read from this passage."""
        if (card := _made_into(self.cards, incident, passage)) is not None:
            self._go_to(card)

    def _go_to(self, card: Card | None) -> None:
        before, self._current = self._current, card
        if before is not None and before is not card:
            before.fold()
            before.show_current(False, focused=False)
        if card is not None:
            if card.open:
                self._unfold(card)
            inside = self.isAncestorOf(self.focusWidget() or self)
            card.show_current(True, focused=self.hasFocus() or inside)
            QTimer.singleShot(0, card, lambda: self._bring_into_view(card))
        if before is not card:
            self.current_changed.emit(card.id if card is not None else None)

    def _unfold(self, card: Card) -> None:
        details = card.unfold(self._judged.get(card.id, Judged()), self.usual, writable=self.writable)
        identity = card.id
        details.judged.connect(lambda judged: self._judged.__setitem__(identity, judged))
        details.accept_wanted.connect(lambda: self.accept_wanted.emit(identity))
        details.edit_wanted.connect(lambda: self.edit_wanted.emit(identity))
        details.reject_wanted.connect(lambda: self.reject_wanted.emit(identity))
        details.join_wanted.connect(self._join)
        details.twin_wanted.connect(self.incident_wanted)

    def _bring_into_view(self, card: Card) -> None:
        """All of the card, and what comes next where there is room."""
        if card is self._current:
            self.ensureWidgetVisible(card, 0, 40)

    def _next_open(self, after: int) -> Card | None:
        order = [*self.cards[after + 1 :], *self.cards[: max(after, 0)]]
        return next((card for card in order if card.open), None)

    def _clicked(self, suggestion: UUID) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        again = suggestion == self.current_id
        self.go_to(suggestion)
        if again:
            self.passage_wanted.emit(suggestion)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, J and K walk; Enter, E, Del and C decide; digits and Shift+letters grade; Space shows."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if key == Qt.Key.Key_Escape and held == _NO_KEYS:
            self.left.emit()
        elif held == _NO_KEYS and key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        elif self._current is None or not self._decide(Qt.Key(key), held):
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self.cards:
            at = self.cards.index(self._current) if self._current in self.cards else -1
            self._go_to(self.cards[min(max(at + by, 0), len(self.cards) - 1)])

    def _decide(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        card = self._current
        assert card is not None
        if held == Qt.KeyboardModifier.ShiftModifier and key in _LETTERS:
            return self._grade(chr(key))
        if held != _NO_KEYS:
            return False
        if key in _DIGITS:
            return self._grade(chr(key))
        if key == Qt.Key.Key_Space:
            self.passage_wanted.emit(card.id)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(card)
            return True
        wanted = {Qt.Key.Key_E: self.edit_wanted, Qt.Key.Key_Delete: self.reject_wanted}.get(key)
        if wanted is not None and self.writable and card.open:
            wanted.emit(card.id)
        elif key == Qt.Key.Key_C and self.writable:
            self._join()
        elif key == Qt.Key.Key_P and card.details is not None:
            self._choose_place(card)
        elif key == Qt.Key.Key_W and card.details is not None:
            card.details.why.toggle()
        else:
            return wanted is not None
        return True

    def _enter(self, card: Card) -> None:
        if card.kept.state == "accepted":
            self.incident_wanted.emit(card.kept.incident)
        elif not self.writable:
            self.passage_wanted.emit(card.id)
        elif card.open:
            self.accept_wanted.emit(card.id)
        else:
            self.reopen_wanted.emit(card.id)

    def _choose_place(self, card: Card) -> None:
        if card.details is not None and card.details.readings:
            card.details.choose_place()
        else:
            self.told.emit(
                self.tr("Vigil knows no other place of this name. E opens the form to choose one.")
            )

    def _join(self) -> None:
        card = self._current
        if card is None or not card.open:
            return
        if card.twin is not None:
            self.join_wanted.emit(card.id, card.twin.id)
        else:
            self.told.emit(self.tr("No incident of the case is likely to be the same one."))

    def _grade(self, code: str) -> bool:
        if self._current is None or self._current.details is None or not self.writable:
            return False
        self._current.details.grade.toggle(code)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is not None:
            self._current.show_current(True, focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._current is not None:
            self._current.show_current(True, focused=False)


def _made_into(cards: Sequence[Card], incident: UUID | None, passage: Passage) -> Card | None:
    made = [card for card in cards if incident is not None and card.kept.incident == incident]
    made.sort(key=lambda card: not any(_meet(one, passage) for one in card.kept.suggestion.evidence))
    return made[0] if made else None


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end
