"""The views of one open case over one filter: filter pane, table, and on the right the inspector or the entry form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.application.summary import SummaryStrip
from desktop.bridge.open_case import OpenCase
from desktop.filters.pane import FilterPane
from desktop.inspector.inspector import Inspector
from desktop.table.table import IncidentTable
from desktop.widgets.theme import mark
from incidents.errors import VigilError
from incidents.search.filter import Filter
from incidents.search.tally import Tally

if TYPE_CHECKING:
    from desktop.entry.form import EntryForm
    from incidents.search.results import KeptDraft

FORM_BESIDE_TABLE = 1320  # pixels of width from which the form leaves room for the table


class Workspace(QWidget):
    """Composes the views; they know the open case and the filter, not each other.

    Signals:
        state_changed(): what can be done may have changed.
        draft_found(): the case keeps a half-typed incident from before.
    """

    state_changed = Signal()
    draft_found = Signal()

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open_case = open_case
        self.filter = Filter()
        self.pane = FilterPane(open_case)
        self.table = IncidentTable(open_case)
        self.inspector = Inspector(open_case)
        self.summary = SummaryStrip(self)
        self._filter_shown = self._inspector_shown = True
        self._form: EntryForm | None = None
        self._widths: list[int] = []  # of the panes, while the form has their room
        self._right = QStackedWidget(self)
        self._right.addWidget(self.inspector)
        self._middle = QWidget(self)
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.summary)
        middle.addWidget(self.table, 1)
        self._splitter = self._split()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._connect()
        self._arrange()

    def _split(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(5)
        splitter.setChildrenCollapsible(False)
        for number, (view, stretch, least) in enumerate(
            ((self.pane, 0, 220), (self._middle, 1, 340), (self._right, 0, 280))
        ):
            mark(view, "pane")
            view.setMinimumWidth(least)
            splitter.addWidget(view)
            splitter.setStretchFactor(number, stretch)
        splitter.setSizes([264, 900, 380])
        return splitter

    def _connect(self) -> None:
        self.pane.filter_changed.connect(self._filter_changed)
        self.table.current_changed.connect(self.inspector.show_incident)
        self.table.selection_changed.connect(self.state_changed)
        self.table.count_changed.connect(lambda _count: self.state_changed.emit())
        self.inspector.link_activated.connect(self.go_to)
        self._open_case.changed.connect(lambda _changes: self._count())

    def start(self) -> None:
        """Ask for the first rows and totals."""
        self._filter_changed(self.filter)
        if not self._open_case.info.read_only:
            from incidents.search import questions as ask

            self._open_case.ask(ask.Drafts(), self._look_at_drafts, owner=self, topic="drafts")

    def _look_at_drafts(self, drafts: Sequence[KeptDraft]) -> None:
        if drafts and not self.editing:
            self.draft_found.emit()

    # The filter

    def set_filter(self, wanted: Filter) -> None:
        """Show another filter everywhere."""
        self.pane.set_filter(wanted)

    def _filter_changed(self, wanted: Filter) -> None:
        self.filter = wanted
        self.table.set_filter(wanted)
        self.summary.title.setText(self._title(wanted))
        self._count()
        self.state_changed.emit()

    def _title(self, wanted: Filter) -> str:
        if wanted.empty:
            return self.tr("All incidents")
        return self.tr("Filtered incidents")

    def describe_filter(self) -> str:
        """The filter in words."""
        from incidents.search.describe import describe

        try:
            return describe(self.filter, self._open_case.gazetteer)
        except VigilError:
            return self.tr("Incidents of this filter")

    def _count(self) -> None:
        from incidents.search import questions as ask

        self._open_case.ask(ask.Tally(self.filter), self._counted, owner=self, topic="tally")

    def _counted(self, tally: Tally) -> None:
        self.summary.show_tally(tally)
        self.summary.title.setToolTip(self.describe_filter())

    # The form

    @property
    def form(self) -> EntryForm:
        """The entry form, made when first used."""
        if self._form is None:
            from desktop.entry.form import EntryForm

            self._form = EntryForm(self._open_case)
            mark(self._form, "pane")
            self._form.saved.connect(self._saved)
            self._form.closed.connect(self.close_form)
            self._form.show_wanted.connect(self._show_instead)
            self._right.addWidget(self._form)
        return self._form

    @property
    def editing(self) -> bool:
        """Whether the entry form is open."""
        return self._form is not None and self._right.currentWidget() is self._form

    def put_form_aside(self) -> None:
        """Keep what is half-typed; the window is closing."""
        if self._form is not None:
            self._form.keep_now()

    def lend_form(self) -> EntryForm:
        """The form for another view, which it goes to; what is half-typed here is kept."""
        if self.editing:
            self.form.leave()
        return self.form

    def open_form(self) -> None:
        """Show the entry form in the place of the inspector, and of the table too where there is no room."""
        if not self.editing:
            if self._right.indexOf(self.form) < 0:  # it was lent
                self.form.leave()
                self._right.addWidget(self.form)
            self._widths = self._splitter.sizes()
            self._right.setCurrentWidget(self.form)
            self._arrange()
            self.state_changed.emit()

    def close_form(self) -> None:
        """Back to the inspector."""
        if self.editing:
            self._middle.show()
            self.table.setFocus()  # before the form hides: Qt would try its luck in the filter pane
            self._right.setCurrentWidget(self.inspector)
            self._arrange()
            self._splitter.setSizes(self._widths_again())
            self.state_changed.emit()

    def _saved(self, incident: UUID) -> None:
        self.table.select(incident)

    def _show_instead(self, incident: UUID) -> None:
        self.form.leave()
        self.go_to(incident)

    def go_to(self, incident: UUID) -> None:
        """Make an incident current; one outside the filter is shown in the inspector alone."""

        def shown(found: bool) -> None:
            if not found:
                self.inspector.show_incident(incident)

        self.table.select(incident, shown)

    # Panes

    @property
    def filter_shown(self) -> bool:
        """Whether the filter pane is wanted."""
        return self._filter_shown

    @property
    def inspector_shown(self) -> bool:
        """Whether the inspector is wanted."""
        return self._inspector_shown

    def show_filter(self, shown: bool) -> None:
        """Fold the filter pane in or out."""
        self._filter_shown = shown
        self._arrange()

    def show_inspector(self, shown: bool) -> None:
        """Fold the inspector in or out."""
        self._inspector_shown = shown
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < FORM_BESIDE_TABLE
        self.pane.setVisible(self._filter_shown and not self.editing)
        self._middle.setVisible(not (self.editing and narrow))
        self._right.setVisible(self.editing or self._inspector_shown)
        self._splitter.setStretchFactor(2, 1 if self.editing else 0)
        if self.editing:
            self._splitter.setSizes([0, max(self.width() - 860, 0), 860])

    def _widths_again(self) -> list[int]:
        """What the panes had before the form; the table bears it when the window was resized meanwhile."""
        side, _, right = self._widths
        handles = self._splitter.handleWidth() * ((side > 0) + (right > 0))
        return [side, max(self._splitter.width() - handles - side - right, 0), right]

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self.editing:
            self._arrange()

    def _usual_sizes(self) -> list[int]:
        """Panes of a window that was never arranged: the table gets what a small screen can spare."""
        width = self.window().width()
        side = 228 if width < 1200 else 264
        right = 290 if width < 1200 else 340 if width < 1500 else 400
        return [side, max(width - side - right, 340), right]

    # What is remembered

    def save_layout(self) -> dict[str, Any]:
        """Widths and folded panes, as plain values."""
        return {
            "sizes": self._widths_again() if self.editing else self._splitter.sizes(),
            "filter": self._filter_shown,
            "inspector": self._inspector_shown,
            "pane": self.pane.save_state(),
        }

    def load_layout(self, layout: dict[str, Any]) -> None:
        """Take back what `save_layout` gave; what makes no sense is left out."""
        self._filter_shown = layout.get("filter") is not False
        self._inspector_shown = layout.get("inspector") is not False
        self.pane.load_state(layout.get("pane"))
        sizes = layout.get("sizes", self._usual_sizes())
        if (
            isinstance(sizes, list)
            and len(sizes) == 3
            and all(isinstance(n, int) and 0 <= n < 10_000 for n in sizes)
        ):
            self._splitter.setSizes(sizes)
        self._arrange()
