"""The middle of the desk: one report with its heading, what to know before reading, its text, and its pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk.header import Banner, ReportHeader
from desktop.desk.legend import Legend
from desktop.desk.look import Seen, picture_of
from desktop.desk.page import PageView
from desktop.desk.report_form import ReportForm
from desktop.desk.text import ReportText, Shown
from desktop.widgets.empty import EmptyState
from desktop.widgets.theme import mark
from incidents.record.suggestion import Passage

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from desktop.desk.look import Item

PAGE_BESIDE = 760  # pixels of width from which page and text stand side by side


class ReadingPane(QFrame):
    """Shows one report. Its parts are public: header, banner, form, legend, text, page."""

    page_shown = Signal(bool)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self._case = case
        self._seen: Seen | None = None
        self._kept: Sequence[Item] = ()
        self._page_wanted = False
        self.header, self.banner, self.change = ReportHeader(self), Banner(self), Banner(self)
        self.form, self.legend = ReportForm(case, self), Legend(self)
        self.text, self.page = ReportText(self), PageView(self)
        self.empty = EmptyState(
            self.tr("No report chosen"),
            self.tr("Choose one in the inbox, or drop a new one on the window."),
            self,
        )
        self.both = QSplitter(Qt.Orientation.Horizontal, self)
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(self.text)
        self.both.addWidget(self.page)
        self.both.setSizes([500, 400])
        self.page.hide()
        self.form.hide()
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.form, self.banner, self.change, self.legend):
            column.addWidget(part)
        column.addWidget(self.both, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.text)
        self.header.page_wanted.connect(self.show_page)
        self.text.place_changed.connect(self._follow)

    # ------------------------------------------------------------ which report
    @property
    def seen(self) -> Seen | None:
        """The report that is shown."""
        return self._seen

    def show_nothing(self, title: str = "", sentence: str = "") -> None:
        """Show that no report is chosen, or why one can't be shown."""
        self._seen = None
        self.empty.set_text(
            title or self.tr("No report chosen"),
            sentence or self.tr("Choose one in the inbox, or drop a new one on the window."),
        )
        self.text.say("")
        self.page.show_document((), (), None)
        self._stack.setCurrentIndex(0)

    def show_report(self, seen: Seen, *, writable: bool) -> bool:
        """Show a report; true when its text is another one than before."""
        before, self._seen = self._seen, seen
        anew = before is None or (before.report.id, before.report.text) != (seen.report.id, seen.report.text)
        self.header.show_report(seen.report, pages=bool(seen.layout.pages), writable=writable)
        if anew:
            self.form.hide()
            self.text.say(seen.report.text)
            self.page.show_document(seen.layout.pages, seen.layout.lines, None)
            self._arrange()
        self.text.show_new(seen.new_passages)
        self._stack.setCurrentIndex(1)
        return anew

    def show_original(self, pdf: bytes) -> None:
        """The original has arrived: its pages can be drawn."""
        self.page.draw_with(partial(picture_of, pdf) if pdf else None)

    def show_suggestions(self, kept: Sequence[Item]) -> None:
        """Set the passages of these off."""
        self._kept = kept
        self.text.show_suggestions(
            [
                Shown(
                    each.id,
                    each.number,
                    each.suggestion.type,
                    each.suggestion.evidence,
                    each.suggestion.marks,
                    each.state,
                )
                for each in kept
            ]
        )
        self._explain(None)

    def show_current(self, suggestion: UUID | None, *, scroll: bool = True) -> None:
        """Set one off more than the others, in the text and on the page."""
        self.text.show_current(suggestion, scroll=scroll)
        each = next((each for each in self._kept if each.id == suggestion), None)
        if each is not None and each.suggestion.evidence:
            self.page.show_passage(each.suggestion.evidence[0])
        else:
            self.page.forget_passage()
        self._explain(each)

    def show_passage(self, passage: Passage) -> None:
        """Show where a claim comes from."""
        self.text.select_passage(passage)
        self.page.show_passage(passage)

    def _explain(self, each: Item | None) -> None:
        kinds = [told.kind for told in each.suggestion.marks] if each is not None else []
        present = [kept.suggestion.type for kept in self._kept if kept.state == "open"]
        self.legend.show_for(present, each.suggestion.type if each else "", kinds)

    # ------------------------------------------------------------ the page
    @property
    def page_visible(self) -> bool:
        """Whether the page of the original is wanted."""
        return self._page_wanted

    def show_page(self, shown: bool) -> None:
        """Show the page of the original: beside the text where there is room, else in its place."""
        if shown != self._page_wanted:
            self._page_wanted = shown
            self._arrange()
            self.page_shown.emit(shown)

    def _arrange(self) -> None:
        there = self._seen is not None and bool(self._seen.layout.pages) and self._page_wanted
        beside = self.width() >= PAGE_BESIDE
        self.page.setVisible(there)
        self.text.setVisible(beside or not there)
        self.header.page.blockSignals(True)
        self.header.page.setChecked(self._page_wanted)
        self.header.page.blockSignals(False)

    def _follow(self, position: int) -> None:
        if self.page.isVisible():
            self.page.show_place(position)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()
