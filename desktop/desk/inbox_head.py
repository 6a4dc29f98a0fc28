"""What stands over the inbox: its name, taking in, sorting, searching, and the states to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.desk import words
from desktop.desk.inbox_model import COLUMNS
from desktop.widgets import icons
from desktop.widgets.clearing import clearable
from desktop.widgets.flow import FlowLayout
from desktop.widgets.theme import XS, M, S, mark

SEARCH_AFTER = 200  # milliseconds without a keystroke
FALLING = ("taken", "open")  # columns of which one wants to see the most or the newest first


class SearchLine(QLineEdit):
    """Signals: down(), the key leads from the search to what it found."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class InboxHead(QWidget):
    """Signals: filter_changed(); entered(), Enter or Down in the search; sort_wanted(key, down);
    files_wanted, folder_wanted, sheet_wanted(): take something in.
    """

    filter_changed = Signal()
    entered = Signal()
    sort_wanted = Signal(str, bool)
    files_wanted = Signal()
    folder_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = ("taken", True)
        self.search = SearchLine(self)
        self.search.setPlaceholderText(self.tr("Search reports"))
        self.search.setAccessibleName(self.tr("Search reports"))
        clearable(self.search)
        self.states = {state: self._state_button(state) for state in words.STATES}
        self.sort = self._button("down", self.tr("Sort"), self._sort_menu)
        self.sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the word
        self.sort.setAccessibleName(self.tr("Sort the inbox"))
        self.take_in = self._button("add", self.tr("Take in"), self._take_in_menu)
        self.take_in.setToolTip(
            self.tr("Files (Ctrl+I), a folder (Ctrl+Shift+I), pasted text (Ctrl+Shift+V)")
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SEARCH_AFTER)
        self._soon.timeout.connect(self.filter_changed)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self.search.returnPressed.connect(self.entered)
        self.search.down.connect(self.entered)
        self._lay_out()

    def _state_button(self, state: str) -> QToolButton:
        button = mark(QToolButton(self), "toggle")
        button.setCheckable(True)
        button.setText(words.state_chip(state))
        button.setToolTip(self.tr("Show only these; press several to see several"))
        button.toggled.connect(lambda _on: self.filter_changed.emit())
        return button

    def _button(self, icon: str, text: str, act: object) -> QToolButton:
        button = mark(QToolButton(self), "quiet")
        button.setIcon(icons.icon(icon))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(act)  # type: ignore[arg-type]
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(XS)
        top.addWidget(mark(QLabel(self.tr("Inbox"), self), "heading"), 1)
        top.addWidget(self.sort)
        top.addWidget(self.take_in)
        chips = QWidget(self)
        flow = FlowLayout(chips, spacing=XS)
        for button in self.states.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, XS, S, S)
        column.setSpacing(S - 2)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addWidget(chips)

    # ------------------------------------------------------------ the filter
    @property
    def chosen(self) -> tuple[str, ...]:
        """The states that are asked for; none means all."""
        return tuple(state for state, button in self.states.items() if button.isChecked())

    @property
    def sought(self) -> str:
        """The words that are asked for."""
        return self.search.text().strip()

    @property
    def filtered(self) -> bool:
        """Whether only some of the reports are asked for."""
        return bool(self.sought or self.chosen)

    def clear(self) -> None:
        """Ask for all reports."""
        self.search.clear()
        for button in self.states.values():
            button.setChecked(False)
        self._soon.stop()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many reports are in which state."""
        for state, button in self.states.items():
            number = counts.get(state, 0)
            word = words.state_chip(state)
            button.setText(f"{word} {number:,}" if number else word)
            button.setAccessibleName(f"{words.state_word(state)}: {number:,}")

    def show_order(self, key: str, *, down: bool) -> None:
        """Know how the rows are sorted."""
        self._order = (key, down)

    # ------------------------------------------------------------ menus
    def _sort_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now, down = self._order
        for column in COLUMNS:
            action = menu.addAction(QCoreApplication.translate("inbox", column.label))
            action.setCheckable(True)
            action.setChecked(column.key == now)
            wanted = not down if column.key == now else column.key in FALLING
            action.triggered.connect(partial(self._sort_chosen, column.key, wanted))
        menu.popup(self.sort.mapToGlobal(QPoint(0, self.sort.height())))

    def _sort_chosen(self, key: str, down: bool, _checked: bool = False) -> None:
        self.sort_wanted.emit(key, down)

    def _take_in_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Files…"), self.files_wanted.emit)
        menu.addAction(self.tr("Folder…"), self.folder_wanted.emit)
        menu.addAction(self.tr("Paste a report…"), self.sheet_wanted.emit)
        menu.popup(self.take_in.mapToGlobal(QPoint(0, self.take_in.height())))
