"""The inspector at the right: everything about the current incident, in three pages under one heading."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.inspector.claims import ClaimsPage
from desktop.inspector.facts import FactsPage
from desktop.inspector.journal import JournalPage
from desktop.inspector.reading import Seen, look_at
from desktop.inspector.status_panel import StatusPanel
from desktop.inspector.withdrawn import WithdrawnBanner
from desktop.widgets.badges import GradeBadge, StatusBadge
from desktop.widgets.empty import EmptyState
from desktop.widgets.plain import PlainLabel
from desktop.widgets.theme import XS, M, S, mark
from incidents.errors import VigilError

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

FACTS, CLAIMS, JOURNAL = range(3)


class Inspector(QFrame):
    """Shows one incident and lets its status, its headline claim and its withdrawal be decided.

    Signals:
        edit_requested(UUID): open this incident in the form.
        link_activated(UUID): another incident was asked for.
        report_wanted(UUID, Passage or None): a claim's report, and where in it the quote stands.
    """

    edit_requested = Signal(UUID)
    link_activated = Signal(UUID)
    report_wanted = Signal(object, object)

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self.setAccessibleName(self.tr("Incident"))
        self._open_case = open_case
        self._id: UUID | None = None
        self._seen: Seen | None = None
        self._claims: ClaimsPage | None = None
        self.ref = PlainLabel("", "soft")
        self.status = StatusBadge("", self)
        self.grade = GradeBadge("", self)
        self.title = PlainLabel("", "heading")
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.set_status = QPushButton(self.tr("Set status…"), self)
        self.banner = WithdrawnBanner(self)
        self.panel = StatusPanel(self)
        self.panel.hide()
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self._scrolls = [self._scroll() for _ in range(3)]
        for scroll, name in zip(
            self._scrolls, (self.tr("Facts"), self.tr("Claims"), self.tr("Journal")), strict=True
        ):
            self.tabs.addTab(scroll, name)
        self._stack = QStackedWidget(self)
        self._empty = EmptyState(
            self.tr("No incident selected"),
            self.tr("Select one in the table to see its facts, its claims and its journal."),
            self,
        )
        self._lay_out()
        self._connect()

    def _scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return mark(scroll, "pane")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self.status)
        top.addWidget(self.grade)
        top.addWidget(self.ref, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.set_status)
        buttons.addStretch(1)
        heading = QVBoxLayout()
        heading.setContentsMargins(M, M, M, S)
        heading.setSpacing(XS + 2)
        heading.addLayout(top)
        heading.addWidget(self.title)
        heading.addLayout(buttons)
        heading.addWidget(self.banner)
        heading.addWidget(self.panel)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self.tabs, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.tabs)

    def _connect(self) -> None:
        self.edit.clicked.connect(self._edit)
        self.set_status.clicked.connect(self.ask_status)
        self.panel.left.connect(self._leave_panel)
        self.panel.answered.connect(self._set_status)
        self.banner.restore_wanted.connect(self._restore)
        self.banner.survivor_wanted.connect(self.link_activated)
        self._open_case.changed.connect(self._case_changed)

    def sizeHint(self) -> QSize:
        return QSize(380, 600)

    # -- what is shown

    @property
    def incident_id(self) -> UUID | None:
        """The incident that is shown or on its way."""
        return self._id

    def show_incident(self, incident: UUID | None) -> None:
        """Show another incident, or that none is selected."""
        if incident != self._id:
            self.panel.hide()
        self._id = incident
        if incident is None:
            self._seen = None
            self._stack.setCurrentIndex(0)
        self._ask()

    def _ask(self) -> None:
        """Read the incident; the answer to an older wish is dropped by the topic, also when none is wanted now."""
        wanted = self._id
        question = look_at(wanted) if wanted is not None else _nothing
        self._open_case.ask(question, self._arrived, owner=self, topic="incident", failed=self._gone)

    def _case_changed(self, _changes: object) -> None:
        if self._id is not None:
            self._ask()

    def _gone(self, error: VigilError) -> None:
        self._seen = None
        self._empty.set_text(self.tr("This incident cannot be shown"), str(error))
        self._stack.setCurrentIndex(0)

    def _arrived(self, seen: Seen | None) -> None:
        if seen is None:
            self._empty.set_text(
                self.tr("No incident selected"),
                self.tr("Select one in the table to see its facts, its claims and its journal."),
            )
            return
        another = self._seen is None or self._seen.incident.id != seen.incident.id
        self._seen = seen
        self._show_heading(seen)
        self._show_pages(seen, keep_place=not another)
        self._stack.setCurrentIndex(1)

    def _show_heading(self, seen: Seen) -> None:
        incident = seen.incident
        self.ref.say(incident.ref)
        self.title.say(incident.title or self.tr("(without a title)"))
        self.status.set_code(incident.verification)
        self.grade.set_grade(incident.reliability + incident.credibility)
        withdrawn = incident.verification == "withdrawn"
        writable = not self._open_case.info.read_only
        for button in (self.edit, self.set_status):
            button.setVisible(writable and not withdrawn)
        self.banner.show_incident(incident, seen.survivor_ref, writable=writable)

    def _show_pages(self, seen: Seen, *, keep_place: bool) -> None:
        writable = not self._open_case.info.read_only and seen.incident.verification != "withdrawn"
        facts = FactsPage(seen.incident, seen.linked_from)
        facts.link_activated.connect(self.link_activated)
        claims = ClaimsPage(seen.incident, writable=writable)
        claims.headline_wanted.connect(self._set_headline)
        claims.edit_wanted.connect(self._edit)
        claims.report_wanted.connect(self.report_wanted)
        self._claims = claims
        live = len(seen.incident.live_claims)
        self.tabs.setTabText(CLAIMS, self.tr("Claims ({0})").format(live) if live else self.tr("Claims"))
        for scroll, page in zip(self._scrolls, (facts, claims, JournalPage(seen.steps)), strict=True):
            place = scroll.verticalScrollBar().value() if keep_place else 0
            mark(page, "pane")
            scroll.setWidget(page)
            scroll.verticalScrollBar().setValue(place)

    # -- what is done

    def _edit(self) -> None:
        if self._id is not None:
            self.edit_requested.emit(self._id)

    def ask_status(self) -> None:
        """Open the panel that sets the status."""
        if self._seen is not None and self.set_status.isVisibleTo(self):
            self.panel.show()
            self.panel.ask(self._seen.incident)

    def show_in_report(self) -> bool:
        """Lead back to where a claim stands in its report; false when no claim has one."""
        return self._seen is not None and self._claims is not None and self._claims.show_in_report()

    def _leave_panel(self) -> None:
        self.panel.hide()
        self.set_status.setFocus()

    def _set_status(self, status: str, why: str, alone: bool) -> None:
        from incidents import operations as do

        if self._id is not None:
            self._open_case.perform(
                do.SetVerification((self._id,), status, why, alone),
                lambda _outcome: self._leave_panel(),
                owner=self.panel,
                failed=lambda error: self.panel.refuse(str(error)),
            )

    def _set_headline(self, claim: UUID) -> None:
        from incidents import operations as do

        if self._id is not None:
            self._open_case.perform(do.SetHeadline(self._id, claim), owner=self)

    def _restore(self) -> None:
        from incidents import operations as do

        if self._id is not None:
            self._open_case.perform(do.RestoreIncidents((self._id,)), owner=self)


def _nothing(_reader: object) -> None:
    """The question that is asked when no incident is selected."""
