"""The reading desk: the inbox on the left, one report in the middle, what it seems to tell on the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.deciding import Deciding, draft_for
from desktop.desk.ending import Ending
from desktop.desk.inbox import Inbox
from desktop.desk.look import PDF, Item, Seen, look_at, twins_of
from desktop.desk.reading import ReadingPane
from desktop.desk.right import RightPane
from desktop.desk.rooms import Rooms
from desktop.desk.selecting import Selecting
from desktop.desk.telling import Telling
from incidents.errors import VigilError
from incidents.record.incident import Report
from incidents.record.suggestion import Passage

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class Desk(QWidget):
    """Signals:

    incident_wanted(UUID): show an incident of the case.
    edit_wanted(UUID, IncidentDraft): open a suggestion in the entry form, to be accepted when that is saved.
    new_wanted(IncidentDraft): open a new incident in the entry form.
    state_changed(): what can be done may have changed.
    """

    incident_wanted = Signal(object)
    edit_wanted = Signal(object, object)
    new_wanted = Signal(object)
    state_changed = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._report: UUID | None = None
        self._passage: Passage | None = None
        self._incident: UUID | None = None
        self.inbox = Inbox(case, self)
        self.reading = ReadingPane(case, self)
        self.right = RightPane(self)
        self.cards = self.right.cards
        self.cards.writable = not case.info.read_only
        self.deciding = Deciding(case, self)
        self.ending = Ending(case, self.inbox, self.reading, self.deciding, self)
        self.telling = Telling(case, self.reading, self.deciding, self)
        self.selecting = Selecting(case, self.reading.text, self)
        self.rooms = Rooms(self.inbox, self.reading, self.right, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.rooms)
        self.reading.show_nothing()
        self.reading.text.offer_new(not case.info.read_only)
        self._connect()

    def _connect(self) -> None:
        self.inbox.chosen.connect(self._chosen)
        self.inbox.open_wanted.connect(self.focus_cards)
        self.inbox.states_wanted.connect(self.deciding.put_into)
        cards, text = self.cards, self.reading.text
        cards.current_changed.connect(self.reading.show_current)
        cards.passage_wanted.connect(self.reading.show_current)
        cards.accept_wanted.connect(self._accept)
        cards.edit_wanted.connect(self._edit)
        cards.reject_wanted.connect(self.ending.guarded(self.deciding.reject))
        cards.reopen_wanted.connect(self.ending.guarded(self.deciding.reopen))
        cards.told.connect(lambda sentence: self._case.done.emit(sentence, False))
        cards.current_changed.connect(lambda _card: self.ending.forget())
        self.ending.cards_wanted.connect(self.focus_cards)
        self.ending.inbox_wanted.connect(self.focus_inbox)
        cards.join_wanted.connect(self._join)
        cards.incident_wanted.connect(self.incident_wanted)
        cards.left.connect(self.focus_inbox)
        text.passage_clicked.connect(self._passage_clicked)
        text.new_wanted.connect(self.new_incident)
        self.selecting.drafted.connect(self.new_wanted)
        self.telling.finished.connect(self.focus_cards)
        self.right.done_wanted.connect(self.finish)
        self.reading.header.done_wanted.connect(self.finish)
        self.reading.header.details_wanted.connect(self.telling.open_form)
        self.reading.page_shown.connect(lambda _shown: self._want_original())
        self._case.changed.connect(self._case_changed)

    def start(self) -> None:
        """Ask for the inbox."""
        self.inbox.refresh()

    # ------------------------------------------------------------ which report
    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        return self.reading.seen.report if self.reading.seen is not None else None

    def show_report(self, report: UUID, passage: Passage | None = None, incident: UUID | None = None) -> None:
        """Show a report, and where a claim of an incident comes from, with the card that it was made of."""
        if passage is None:
            self.focus_cards()
        self.inbox.go_to(report)
        self._passage, self._incident = passage, incident  # choosing another report forgets it
        if report == self._report and self.reading.seen is not None:
            self._show_passage()
        else:
            self._chosen(report)
            self._passage, self._incident = passage, incident

    def _chosen(self, report: UUID | None) -> None:
        if report == self._report:
            return
        self._report, self._passage = report, None
        self.ending.forget()
        if report is None:
            self.reading.show_nothing()
            self.right.show_nothing()
            self.state_changed.emit()
            return
        self._ask()

    def _ask(self) -> None:
        if self._report is not None:
            question = look_at(self._report)
            self._case.ask(question, self._arrived, owner=self, topic="report", failed=self._gone)

    def _arrived(self, seen: Seen) -> None:
        if seen.report.id != self._report:
            return
        anew = self.reading.show_report(seen, writable=not self._case.info.read_only)
        self.telling.show(seen)
        source = seen.report.source
        usual = source.reliability if source is not None and source.reliability != "F" else ""
        self.cards.show_usual(usual)
        self.reading.show_suggestions(seen.items)
        self.right.show_suggestions(seen, anew=anew)
        if not anew:
            self.reading.show_current(self.cards.current_id, scroll=False)
        self._case.ask(twins_of(seen.items), self.cards.show_twins, owner=self, topic="twins")
        if anew:
            self._want_original()
        self._show_passage()
        self.state_changed.emit()

    def _gone(self, error: VigilError) -> None:
        self.reading.show_nothing(self.tr("This report cannot be shown"), str(error))
        self.right.show_nothing()
        self.state_changed.emit()

    def _case_changed(self, _changes: object) -> None:
        self.inbox.refresh()
        self._ask()

    def _show_passage(self) -> None:
        passage, self._passage = self._passage, None
        if passage is not None:
            self.cards.go_to_incident(self._incident, passage)
            self.reading.show_passage(passage)
            self.reading.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_original(self) -> None:
        """The bytes of a PDF are fetched when its page is wanted first."""
        seen = self.reading.seen
        if seen is None or not seen.layout.pages or not self.reading.page_visible:
            return
        from incidents.search import questions as ask

        def arrived(original: Any) -> None:
            if self.reading.seen is not None and self.reading.seen.report.id == seen.report.id:
                self.reading.show_original(original.content if original.mime == PDF else b"")

        self._case.ask(ask.OriginalOf(seen.report.id), arrived, owner=self, topic="original")

    # ------------------------------------------------------------ suggestions
    def _kept(self, suggestion: UUID) -> Item | None:
        seen = self.reading.seen
        return next((each for each in seen.items if each.id == suggestion), None) if seen else None

    def _accept(self, suggestion: UUID) -> None:
        kept, report = self._kept(suggestion), self.report
        if kept is not None and report is not None and self.ending.may_decide():
            self.deciding.accept(kept, self.cards.judged(suggestion), report)

    def _edit(self, suggestion: UUID) -> None:
        kept, report = self._kept(suggestion), self.report
        if kept is not None and report is not None and self.ending.may_decide():
            self.edit_wanted.emit(suggestion, draft_for(kept, self.cards.judged(suggestion), report))

    def _join(self, suggestion: UUID, incident: UUID) -> None:
        kept = self._kept(suggestion)
        if kept is not None and self.ending.may_decide():
            self.deciding.join(kept, incident, self.cards.judged(suggestion))

    def _passage_clicked(self, suggestion: UUID) -> None:
        self.cards.go_to(suggestion)
        self.cards.setFocus(Qt.FocusReason.MouseFocusReason)

    def new_incident(self) -> bool:
        """A new incident from the selected words, or of which only the report is known; false without a report."""
        report = self.report
        if report is not None and not self._case.info.read_only and not self.editing:
            self.selecting.draft(report)
        return report is not None

    @property
    def can_finish(self) -> bool:
        """Whether there is a report that can be called done."""
        return self.report is not None and not self._case.info.read_only and not self.editing

    def finish(self) -> None:
        """The report is done; go on with the next one."""
        if self.can_finish:
            self.ending.leave("done")

    def set_aside(self) -> None:
        """The report is not for now; go on with the next one."""
        if self.can_finish:
            self.ending.leave("set_aside")

    @property
    def editing(self) -> bool:
        """Whether the entry form has the place of the suggestions."""
        return self.rooms.editing

    def open_form(self, form: QWidget) -> None:
        """Show the entry form beside the text."""
        self.rooms.open_form(form)
        self.reading.text.offer_new(False)
        self.state_changed.emit()

    def close_form(self) -> None:
        """Back to the suggestions."""
        if self.editing:
            self.rooms.close_form()
            self.reading.text.offer_new(True)
            self.focus_cards()
            self.state_changed.emit()

    def focus_inbox(self) -> None:
        """Go to the inbox."""
        self.inbox.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def focus_text(self) -> None:
        """Go to the text."""
        self.reading.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_cards(self) -> None:
        """Go to the suggestions."""
        self.right.take_focus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Go to the search line of the inbox."""
        self.inbox.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.inbox.head.search.selectAll()

    def save_state(self) -> dict[str, Any]:
        """Widths, sort order, last report."""
        page = self.reading.page_visible
        return {"sizes": self.rooms.widths(), "page": page, "inbox": self.inbox.save_state()}

    def load_state(self, state: Mapping[str, Any]) -> None:
        """Take back what `save_state` gave; what makes no sense is left out."""
        self.rooms.arrange(state.get("sizes"))
        self.reading.show_page(state.get("page") is True)
        inbox = state.get("inbox")
        if isinstance(inbox, dict):
            self.inbox.load_state(inbox)
