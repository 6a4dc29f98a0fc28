"""The inbox: all reports that were taken in, with what is still to be done in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import words
from desktop.desk.inbox_head import InboxHead
from desktop.desk.inbox_model import KEYS, InboxModel
from desktop.desk.inbox_rows import InboxGrid
from desktop.widgets.empty import EmptyState
from desktop.widgets.theme import mark

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.search.inbox import InboxRow

MOST = 10_000


class Inbox(QFrame):
    """Signals:

    chosen(UUID | None): the report that is to be shown; open_wanted(): the same, and the focus with it.
    states_wanted(reports, state): put these reports into a state.
    files_wanted, folder_wanted, sheet_wanted(): take something in; pasted(QMimeData).
    """

    chosen = Signal(object)
    open_wanted = Signal()
    states_wanted = Signal(object, str)
    files_wanted = Signal()
    folder_wanted = Signal()
    sheet_wanted = Signal()
    pasted = Signal(object)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self._case = case
        self._told: UUID | None = None
        self._wanted: UUID | None = None
        self._asked = False
        self.model = InboxModel(self)
        self.head = InboxHead(self)  # before the rows, as Tab goes
        self.grid = InboxGrid(self.model, self)
        self._stack = QStackedWidget(self)
        self._nothing = EmptyState(parent=self)
        self._first = self._first_page()
        for page in (self.grid, self._first, self._nothing):
            self._stack.addWidget(page)
        self._show_all = self._nothing.add_action(self.tr("Show all reports"), self.show_all)
        self._lay_out()
        self._connect()

    # ------------------------------------------------------------ making
    def _first_page(self) -> EmptyState:
        page = EmptyState(
            self.tr("No reports yet"),
            self.tr(
                "Drop files, folders or text anywhere on this window. Vigil reads them and proposes the "
                "incidents that it finds; nothing is recorded before you accept it."
            ),
            self,
        )
        self._take_in = page.add_action(self.tr("Take in files…"), self.files_wanted.emit, primary=True)
        page.add_action(self.tr("Paste a report…"), self.sheet_wanted.emit)
        return page

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        head = self.head
        head.filter_changed.connect(self.refresh)
        head.entered.connect(self.take_focus)
        head.sort_wanted.connect(self.order_by)
        head.files_wanted.connect(self.files_wanted)
        head.folder_wanted.connect(self.folder_wanted)
        head.sheet_wanted.connect(self.sheet_wanted)
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.grid.open_wanted.connect(self.open_wanted)
        self.grid.doubleClicked.connect(lambda _index: self.open_wanted.emit())
        self.grid.aside_wanted.connect(lambda: self.put_into("set_aside"))
        self.grid.sort_wanted.connect(self.order_by)
        self.grid.breadth_changed.connect(lambda wide: head.sort.setVisible(not wide))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._menu)
        self._show_order()

    # ------------------------------------------------------------ asking
    def refresh(self) -> None:
        """Ask the case for the reports that the filter takes, and for the numbers at the states."""
        from incidents.search import questions as ask

        question = ask.Inbox(self.head.chosen, self.head.sought, limit=MOST)
        self._case.ask(question, self._arrived, owner=self, topic="inbox")
        self._case.ask(ask.InboxCounts(), self.head.show_counts, owner=self, topic="counts")

    def _arrived(self, rows: Sequence[InboxRow]) -> None:
        self._asked = True
        keep, before = self._wanted or self._told, self.grid.currentIndex().row()
        self.model.show(rows)
        number = self.model.number_of(keep)
        if number >= 0 and number != self.grid.currentIndex().row():
            self._go_to_row(number)
        self._wanted = None
        if rows:
            self._turn_to(self.grid)
        else:
            self._say_why_empty()
        if number < 0 and not rows:
            self._tell()
        elif number < 0 and self._told is None:
            self._go_to_row(0)
        elif rows and not self.filtered and self.model.number_of(self._told) < 0:  # taken back: it is gone
            self._go_to_row(min(max(before, 0), len(rows) - 1))

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The focus goes to the rows, or to what can be done where there are none."""
        buttons: dict[QWidget, QWidget] = {self._first: self._take_in, self._nothing: self._show_all}
        page = self._stack.currentWidget() or self.grid
        buttons.get(page, self.grid).setFocus(reason)

    def _turn_to(self, page: QWidget) -> None:
        """The focus goes along, but only where it was here before."""
        there = QApplication.focusWidget()
        here = there is not None and self._stack.isAncestorOf(there)
        self._stack.setCurrentWidget(page)
        if here:
            self.take_focus()

    def _say_why_empty(self) -> None:
        if not self.filtered:
            self._turn_to(self._first)
            return
        title = (
            self.tr("No report has these words") if self.head.sought else self.tr("No report in this state")
        )
        self._nothing.set_text(title, self.tr("Take the filter away to see all of them."))
        self._turn_to(self._nothing)

    @property
    def filtered(self) -> bool:
        """Whether only some of the reports are asked for."""
        return self.head.filtered

    def show_all(self) -> None:
        """Take the filter away."""
        self.head.clear()
        self.refresh()
        self.take_focus()

    # ------------------------------------------------------------ the current report
    @property
    def current(self) -> InboxRow | None:
        """The row that the cursor is at."""
        return self.model.row_at(self.grid.currentIndex().row())

    def selected(self) -> list[UUID]:
        """All selected reports."""
        rows = sorted(index.row() for index in self.grid.selectionModel().selectedRows())
        return [row.id for number in rows if (row := self.model.row_at(number)) is not None]

    def go_to(self, report: UUID) -> None:
        """Make a report the current one; one that the filter hides is waited for without the filter."""
        number = self.model.number_of(report)
        if number >= 0:
            self._go_to_row(number)
            return
        self._wanted = report
        if self.filtered and self._asked:
            self.show_all()

    def next_to_do(self, after: UUID | None) -> UUID | None:
        """The next report that is new, else one in work; from the place of `after` on and round again."""
        at = self.model.number_of(after)
        rows = [*self.model.rows[at + 1 :], *self.model.rows[: max(at, 0)]]
        for state in ("new", "in_work"):
            for row in rows:
                if row.state == state and row.id != after:
                    return row.id
        return None

    def _go_to_row(self, number: int) -> None:
        index = self.model.index(number, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.grid.selectionModel().setCurrentIndex(index, flags)
        self.grid.scrollTo(index)
        self._tell()

    def _tell(self) -> None:
        row = self.current
        if row is None and self.model.rows:
            return  # the rows are being replaced
        identity = row.id if row else None
        if identity != self._told:
            self._told = identity
            self.chosen.emit(identity)

    def put_into(self, state: str) -> None:
        """Put the selected reports into a state."""
        reports = self.selected()
        if reports and not self._case.info.read_only:
            self.states_wanted.emit(tuple(reports), state)

    # ------------------------------------------------------------ menus
    def order_by(self, key: str, down: bool) -> None:
        """Sort by a column; the current report stays current."""
        keep = self._told
        self.model.order_by(key, down=down)
        self._show_order()
        number = self.model.number_of(keep)
        if number >= 0:
            self._go_to_row(number)

    def _show_order(self) -> None:
        self.grid.show_order()
        self.head.show_order(self.model.key, down=self.model.down)

    def _menu(self, place: QPoint) -> None:
        if not self.selected():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), self.open_wanted.emit)
        menu.addSeparator()
        for state in words.STATES:
            action = menu.addAction(words.state_word(state), partial(self.put_into, state))
            action.setEnabled(not self._case.info.read_only)
        menu.popup(self.grid.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes in what the clipboard has."""
        if event.matches(QKeySequence.StandardKey.Paste):
            data: QMimeData = QGuiApplication.clipboard().mimeData()
            self.pasted.emit(data)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ what is remembered
    def save_state(self) -> dict[str, object]:
        """The sort order and the last report."""
        return {"sort": [self.model.key, self.model.down], "report": str(self._told or "")}

    def load_state(self, state: Mapping[str, object]) -> None:
        """Take back what `save_state` gave; what makes no sense is left out."""
        sort = state.get("sort")
        if isinstance(sort, list) and len(sort) == 2 and sort[0] in KEYS:
            self.model.order_by(sort[0], down=bool(sort[1]))
            self._show_order()
        try:
            self._wanted = UUID(str(state.get("report")))
        except ValueError:
            self._wanted = None
