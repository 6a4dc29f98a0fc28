"""The entry form: composes the parts, checks while one types, saves, and keeps what is half-typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.entry.frame import Footer, Header, scrolling
from desktop.entry.keeping import Keeper
from desktop.entry.keys import KeyedForm
from desktop.entry.offering import OfferBar, Offering
from desktop.entry.problems import Problems
from desktop.entry.recorded import copy_state, draft_state, incident_state, next_state
from desktop.entry.saving import Saving
from desktop.entry.sheet import Sheet
from desktop.entry.state import State, uuid_of
from desktop.entry.task import Task
from desktop.entry.twins import TwinBar
from desktop.widgets.field import Tone
from incidents.errors import VigilError
from incidents.record.draft import IncidentDraft
from incidents.record.incident import Incident

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.search.results import KeptDraft

CHECK_AFTER = 200  # milliseconds without a keystroke until the rules are looked at


class EntryForm(KeyedForm):
    """Writes down one incident after the other.

    Signals:
        saved(UUID): the incident is in the case.
        closed(): the form has nothing more to do; the window may hide it.
        show_wanted(UUID): the user wants to look at another incident.
    """

    saved = Signal(object)
    closed = Signal()
    show_wanted = Signal(object)

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = open_case
        self._task = Task()
        self._go_on = False
        self.header, self.footer = Header(self), Footer(self)
        self.offer, self.twins = OfferBar(self), TwinBar(open_case, self)
        self.area = scrolling(self)
        self.sheet = Sheet(open_case, self.area.viewport())
        self.area.setWidget(self.sheet)
        self.problems = Problems(self.sheet, self.area)
        self.keeper = Keeper(open_case, self._state_to_keep, self)
        self.offering = Offering(open_case, self.keeper, self.offer)
        self.saving = Saving(open_case, self.sheet, self.problems, self.footer)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CHECK_AFTER)
        self._lay_out()
        self._connect()
        self._blank = self.sheet.state()
        self._baseline = self._blank
        self._show({}, None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.offer):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        column.addWidget(self.twins)
        column.addWidget(self.footer)
        self.setMinimumWidth(420)

    def _connect(self) -> None:
        self.sheet.changed.connect(self._touched)
        self._soon.timeout.connect(self.look)
        self.problems.field_left.connect(self._soon.start)
        self.footer.save.connect(self.save)
        self.footer.save_and_next.connect(self.save_and_next)
        self.footer.leave.connect(self.leave)
        self.keeper.kept.connect(self.header.kept)
        self.keeper.failed.connect(self._not_kept)
        self.saving.done.connect(self._saved)
        self.saving.busy.connect(self._busy)
        self.saving.refused.connect(self.keeper.now)
        self.offering.accepted.connect(self._go_on_with)
        self.offering.discarded.connect(self._focus_first)
        self.twins.add_wanted.connect(self._add_to_twin)
        self.twins.show_wanted.connect(self.show_wanted)

    # ------------------------------------------------------------ beginning
    def new(self) -> None:
        """Begin a new incident; what was half-typed stays kept and is offered."""
        self._begin({}, None)
        self.offering.look()

    def go_on(self) -> None:
        """Go on with the newest half-typed incident."""
        self._begin({}, None)
        self.offering.accept_newest()

    def edit(self, identity: UUID) -> None:
        """Change an incident of the case."""
        self._fetch(identity, lambda incident: self._begin(incident_state(incident), incident))

    def duplicate(self, identity: UUID) -> None:
        """Begin a new incident with the facts of another."""
        self._fetch(
            identity, lambda incident: self._begin(copy_state(incident_state(incident)), None, dirty=True)
        )

    def begin_with(self, draft: IncidentDraft, suggestion: UUID | None = None) -> None:
        """Begin a new incident with what a report was found to tell; saving it accepts the suggestion."""
        self._begin(draft_state(draft) | Task(suggestion=suggestion).state(), None, draft)

    def _fetch(
        self,
        identity: UUID,
        then: Callable[[Incident], None],
        failed: Callable[[VigilError], None] | None = None,
    ) -> None:
        from incidents.search import questions as ask

        failed = failed or (lambda error: self.footer.tell(str(error)))
        self._case.ask(ask.IncidentById(identity), then, owner=self, topic="incident", failed=failed)

    def _begin(
        self,
        state: State,
        incident: Incident | None,
        draft: IncidentDraft | None = None,
        *,
        dirty: bool = False,
    ) -> None:
        self._put_aside()
        self._show(state, incident, draft)
        if dirty:
            self._baseline = self._blank
            self._touched()
        self._focus_first()

    def _show(self, state: State, incident: Incident | None, draft: IncidentDraft | None = None) -> None:
        self._task = Task.of(state, incident)
        self.sheet.restore(state, incident, draft)
        self._baseline = self.sheet.state()
        self.footer.tell("")
        self.header.name(self._task.title)
        self.twins.forget()
        self.problems.begin()
        self._learn()

    def _learn(self) -> None:
        """The case's own places and tags, for the type-aheads."""
        from incidents.search import questions as ask

        self._case.ask(ask.OwnPlaces(), self.sheet.where.know_own, owner=self, topic="places")
        self._case.ask(ask.TagsUsed(), self.sheet.details.know_tags, owner=self, topic="tags")

    def _focus_first(self) -> None:
        self.area.verticalScrollBar().setValue(0)
        self.sheet.what.type.setFocus()

    # ------------------------------------------------------------ while one types
    @property
    def dirty(self) -> bool:
        """Whether anything stands in the form that is not in the case."""
        return self.sheet.state() != self._baseline

    def _touched(self) -> None:
        self._soon.start()
        self.keeper.touched()

    def look(self) -> None:
        """Check the draft, bring the hints up to date, look for twins."""
        self._soon.stop()
        self.sheet.follow()
        self.problems.show(self.sheet.check())
        kind, place = self.sheet.what.chosen, self.sheet.where.place.place
        self.twins.look(kind, self.sheet.happened, place, self._task.editing)

    # ------------------------------------------------------------ saving
    def save(self) -> None:
        """Save, and close when it is in the case."""
        self._try_to_save(go_on=False)

    def save_and_next(self) -> None:
        """Save, and begin the next incident with the same report, source and date."""
        self._try_to_save(go_on=True)

    def _try_to_save(self, *, go_on: bool) -> None:
        if self.saving.under_way:
            return
        if self._task.editing and not self.dirty:
            self.closed.emit()
            return
        self._go_on = go_on
        self.saving.save(self._task)

    def _busy(self, busy: bool) -> None:
        """While the incident is being written it can't be changed; keys wait for the next form."""
        self.footer.busy(busy)
        self.sheet.setEnabled(not busy)
        if busy:
            self.hold_keys()
        else:
            self.release_keys()

    def _saved(self, identity: UUID) -> None:
        self.keeper.drop()
        if self._go_on:
            following = next_state(self.sheet.state())
            self.keeper.start_anew()
            self._show(following, None)
            self._focus_first()
            self.sheet.claims.recognise_report(identity, self._report_recognised)
            self.type_held()
        else:
            self._baseline = self.sheet.state()
        self.saved.emit(identity)
        if not self._go_on:
            self.closed.emit()

    def _report_recognised(self, know: Callable[[], None]) -> None:
        """What the next form begins with is a known report now; that is no change of the user's."""
        clean = not self.dirty
        know()
        if clean:
            self._baseline = self.sheet.state()

    def _add_to_twin(self, twin: UUID) -> None:
        self._go_on = False
        self.saving.add_to(twin)

    # ------------------------------------------------------------ half-typed work
    def _state_to_keep(self) -> State | None:
        if not self.dirty:
            return None
        return self.sheet.state() | self._task.state()

    def keep_now(self) -> bool:
        """Put what is half-typed aside at once (the window is closing); true when there was something."""
        return self.keeper.now()

    def _not_kept(self, sentence: str) -> None:
        self.footer.tell(self.tr("What you type can't be kept aside: %s") % sentence, Tone.WARNING)

    def _go_on_with(self, kept: KeptDraft, state: State) -> None:
        editing = uuid_of(state, "editing")

        def go_on(incident: Incident | None) -> None:
            self._put_aside()
            self._show(state, incident)
            self._baseline = self._blank
            self.keeper.go_on_with(kept.key, kept.content)
            self.look()
            self._focus_first()
            self.offering.look()

        if editing is None:
            go_on(None)
        else:
            self._fetch(editing, go_on, lambda _error: go_on(None))

    def _put_aside(self) -> None:
        self.keeper.now()
        self.keeper.start_anew()

    def leave(self) -> None:
        """Close; what is half-typed stays kept."""
        if self.keeper.now():
            self._case.done.emit(self.tr("The half-typed incident is kept and will be offered again."), False)
        self.closed.emit()

    def duplicate_this(self) -> None:
        """Go on with a copy of what stands here, as a new incident."""
        self._begin(copy_state(self.sheet.state()), None, dirty=True)
