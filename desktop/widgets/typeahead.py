"""A line edit that proposes while one types.

`TypeAhead` knows nothing of a case. It is given a function `suggest(text, answer)` that calls `answer(choices)`
now or later, from the main thread. Only one request is under way at a time and an answer to a text that has
changed meanwhile is dropped, so a slow answer never holds up a keystroke and never overwrites a newer one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.choice_list import ChoiceList


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to pick.

    Attributes:
        main, detail: first and second line of the item.
        text: what stands in the field once it is picked; `main` when empty.
        value: what the choice stands for.
        sure: false for a mere guess (a fuzzy match), which is never taken without being pointed at.
        create: the "create new" entry at the end; Enter takes it, Tab never does.
    """

    main: str
    detail: str = ""
    text: str = ""
    value: object = None
    sure: bool = True
    create: bool = False

    @property
    def shown(self) -> str:
        """The text of the field after picking."""
        return self.text or self.main


_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
Answer = Callable[[Sequence[Choice]], None]
Suggest = Callable[[str, Answer], None]


class TypeAhead(QLineEdit):
    """Type, arrow through the proposals, Enter or Tab to pick, Esc to close; what was typed stays if nothing is picked.

    eager: the first sure proposal is highlighted at once, so that Enter or Tab takes it. Where free text is as
    good as a proposal (a speaker, a publisher) leave it off: then only the arrow keys highlight.
    """

    picked = Signal(object)  # the Choice that was taken
    changed = Signal()  # the text or what was picked changed, by whomever

    def __init__(self, suggest: Suggest, *, eager: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._eager = eager
        self._choice: Choice | None = None
        self._under_way: str | None = None
        self._wanted: str | None = None
        self._take_on_answer = False
        self._list: ChoiceList | None = None
        self.textEdited.connect(self._typed)

    # ------------------------------------------------------------ what was chosen
    @property
    def choice(self) -> Choice | None:
        """What was picked, as long as the text was not changed since."""
        return self._choice

    @property
    def value(self) -> object:
        """The value of what was picked, or None."""
        return self._choice.value if self._choice else None

    def set_choice(self, choice: Choice | None) -> None:
        """Show something as picked, without `picked` being emitted."""
        self._choice = choice
        self._wanted = None
        self._close()
        self._show_from_start(choice.shown if choice else "")
        self.changed.emit()

    def set_typed(self, text: str) -> None:
        """Show text that nobody picked."""
        self._choice = None
        self._wanted = None
        self._close()
        self._show_from_start(text)
        self.changed.emit()

    def _show_from_start(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
        self.setCursorPosition(len(text) if self.hasFocus() else 0)

    # ------------------------------------------------------------ asking
    def asked_text(self) -> str:
        """The part of the text that proposals are for."""
        return self.text()

    def propose(self) -> None:
        """Ask for proposals to the text as it is now."""
        self._wanted = self.asked_text()
        if self._under_way is None:
            self._ask()

    def _typed(self, _text: str) -> None:
        self._choice = None
        self._take_on_answer = False
        self.changed.emit()
        self.propose()

    def _ask(self) -> None:
        assert self._wanted is not None
        text, self._wanted = self._wanted, None
        self._under_way = text
        self._suggest(text, partial(self._answered, text))

    def _answered(self, text: str, choices: Sequence[Choice]) -> None:
        if self._under_way != text:
            return
        self._under_way = None
        if self._wanted is not None and self._wanted != text:
            self._ask()
            return
        self._wanted = None
        if text != self.asked_text() or self._choice is not None:
            return
        if self._take_on_answer:
            self._take_on_answer = False
            self._take_first(choices)
        elif self.hasFocus() and choices:
            self._open(text, choices)
        else:
            self._close()

    def _take_first(self, choices: Sequence[Choice]) -> None:
        first = next(iter(choices), None)
        if self._eager and first is not None and first.sure and not first.create:
            self._pick(first)

    # ------------------------------------------------------------ the list
    @property
    def proposals(self) -> list[Choice]:
        """What the open list shows, empty while it is closed."""
        return self._list.choices if self._list is not None and self._list.isVisible() else []

    def _open(self, text: str, choices: Sequence[Choice]) -> None:
        if self._list is None:
            self._list = ChoiceList(self)
            self._list.clicked.connect(lambda index: self._pick_row(index.row()))
        start = 0 if choices[0].create or (self._eager and choices[0].sure) else -1
        self._list.show_choices(text, list(choices), start)
        self._announce()

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _pick_row(self, row: int) -> None:
        if 0 <= row < len(self.proposals):
            self._pick(self.proposals[row])

    def _pick(self, choice: Choice) -> None:
        self._close()
        if choice.create:
            self.picked.emit(choice)
            return
        self.take(choice)
        self.picked.emit(choice)

    def take(self, choice: Choice) -> None:
        """Put what was picked into the field."""
        self.set_choice(choice)

    def _announce(self) -> None:
        """Tell a screen reader how many proposals there are and which one is highlighted."""
        if self._list is None or not QAccessible.isActive():
            return
        row, count = self._list.currentIndex().row(), len(self._list.choices)
        if row >= 0:
            choice = self._list.choices[row]
            said = f"{choice.main}, {choice.detail}, {row + 1} / {count}" if choice.detail else choice.main
        else:
            said = QCoreApplication.translate("TypeAhead", "%n proposals", None, count)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # ------------------------------------------------------------ keys
    def event(self, event: QEvent) -> bool:
        """Tab is a key of ours before it moves the focus, Escape before it closes a form."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.proposals:
                event.accept()
                return True
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
        ):
            self._tabbed()
        return super().event(event)

    def _tabbed(self) -> None:
        row = self._list.currentIndex().row() if self._list is not None else -1
        if self.proposals and row >= 0:
            choice = self.proposals[row]
            if not choice.create:
                self._pick(choice)
        elif self._waiting:
            self._take_on_answer = True

    @property
    def _waiting(self) -> bool:
        return self._under_way is not None and self._choice is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through the list; Enter picks; Escape closes it; Down on a closed list opens it."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif self.proposals and self._list is not None and key in _STEPS:
            self._list.step(_STEPS[key])
            self._announce()
        elif self.proposals and key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._entered():
            event.accept()
        elif key == Qt.Key.Key_Down:
            self.propose()
        else:
            super().keyPressEvent(event)

    def _entered(self) -> bool:
        row = self._list.currentIndex().row() if self._list is not None else -1
        if self.proposals and row >= 0:
            self._pick_row(row)
            return True
        if self._waiting and not self.proposals:
            self._take_on_answer = True
            return True
        self._close()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving closes the list and keeps what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._close()
            if self._choice is not None:
                self.setCursorPosition(0)

    def hideEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """The list belongs to the window, so it goes when the field goes."""
        self._close()
        super().hideEvent(event)  # type: ignore[arg-type]


def immediate(choices: Callable[[str], Sequence[Choice]]) -> Suggest:
    """A `suggest` for what can be answered at once."""
    return lambda text, answer: answer(choices(text))
