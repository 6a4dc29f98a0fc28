"""Who says so: the claims of the incident, one of them marked headline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.entry.claim import ClaimPanel
from desktop.entry.section import heading_line
from desktop.entry.state import State, flag_of, text_of
from desktop.widgets import theme
from incidents.record.draft import ClaimDraft, SourceDraft
from incidents.record.incident import Claim, Incident

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class Claims(QWidget):
    """One panel for each claim, at least one.

    Signals: changed; published_changed, when the day that dates are understood against may be another;
    headline_moved(before, after), with the two panels.
    """

    changed = Signal()
    published_changed = Signal()
    headline_moved = Signal(object, object)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.panels: list[ClaimPanel] = []
        self._removed: list[ClaimPanel] = []
        self._lettered: ClaimPanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S)
        self._column.addWidget(heading_line(self.tr("Who says so"), self))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.S)
        self._column.addLayout(self._list)
        self.add_button = QPushButton(self.tr("&Add another claim"))
        self.bring_back = theme.mark(QPushButton(self.tr("Bring back the removed claim")), "link")
        self.bring_back.hide()
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.bring_back)
        row.addStretch(1)
        self._column.addLayout(row)
        self.add_button.clicked.connect(self._add_by_hand)
        self.bring_back.clicked.connect(self._bring_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.add()

    # ------------------------------------------------------------ adding and removing
    def add(self) -> ClaimPanel:
        """Add an empty claim; the first one is the headline."""
        panel = ClaimPanel(self._case, self)
        panel.changed.connect(self._panel_changed)
        panel.report_changed.connect(self.published_changed)
        panel.removal_wanted.connect(lambda: self.remove(panel))
        panel.headline_wanted.connect(lambda: self.make_headline(panel))
        self.panels.append(panel)
        self._list.addWidget(panel)
        self._settle()
        return panel

    def _add_by_hand(self) -> None:
        panel = self.add()
        panel.report.setFocus()
        self.changed.emit()

    def remove(self, panel: ClaimPanel) -> None:
        """Take a claim out; it can be brought back until the form is saved."""
        if len(self.panels) == 1:
            return
        self.panels.remove(panel)
        self._list.removeWidget(panel)
        panel.hide()
        self._removed.append(panel)
        self.bring_back.show()
        self._settle()
        self.add_button.setFocus()
        self.changed.emit()
        self.published_changed.emit()

    def _bring_back(self) -> None:
        panel = self._removed.pop()
        panel.headline.setChecked(False)
        self.panels.append(panel)
        self._list.addWidget(panel)
        panel.show()
        self.bring_back.setVisible(bool(self._removed))
        self._settle()
        panel.report.setFocus()
        self.changed.emit()

    def _forget(self) -> None:
        for panel in (*self.panels, *self._removed):
            self._list.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.panels, self._removed = [], []
        self.bring_back.hide()

    def _settle(self) -> None:
        if self.panels and not any(panel.headline.isChecked() for panel in self.panels):
            self.panels[0].headline.setChecked(True)
        for number, panel in enumerate(self.panels, start=1):
            panel.number(number, len(self.panels))

        self._give_letters(self._lettered if self._lettered in self.panels else self.panels[0])

    def _focus_moved(self, _left: QWidget | None, now: QWidget | None) -> None:
        """The claim that was worked on last has the underlined letters."""
        if now is not None and self.isAncestorOf(now):
            for panel in self.panels:
                if panel is not self._lettered and panel.isAncestorOf(now):
                    self._give_letters(panel)

    def _give_letters(self, chosen: ClaimPanel) -> None:
        self._lettered = chosen
        for panel in self.panels:
            for field in panel.fields.values():
                field.carry_letter(panel is chosen)

    def _panel_changed(self) -> None:
        origins = {id(panel): panel.origin.text().strip() for panel in self.panels}
        for panel in self.panels:
            others = (origin for number, origin in origins.items() if number != id(panel) and origin)
            panel.origin.know(tuple(dict.fromkeys(others)))
        self.changed.emit()

    # ------------------------------------------------------------ the headline
    @property
    def headline(self) -> ClaimPanel:
        """The claim that the incident's figures come from."""
        return next((panel for panel in self.panels if panel.headline.isChecked()), self.panels[0])

    def make_headline(self, panel: ClaimPanel) -> None:
        """Mark this claim and no other."""
        before = next(
            (other for other in self.panels if other is not panel and other.headline.isChecked()), None
        )
        for other in self.panels:
            other.headline.setChecked(other is panel)
        if before is not None:
            self.headline_moved.emit(before, panel)
        self.changed.emit()
        self.published_changed.emit()

    @property
    def published(self) -> date | None:
        """The day that "last Sunday" is understood from: of the headline's report, else of the first that has one."""
        days = [panel.published for panel in (self.headline, *self.panels)]
        return next((day for day in days if day is not None), None)

    # ------------------------------------------------------------ content
    @property
    def attributed(self) -> bool:
        """Whether a report or a speaker stands behind any claim."""
        return any(
            panel.report_value() is not None or panel.attributed_to.text().strip() for panel in self.panels
        )

    @property
    def numbered(self) -> list[ClaimPanel]:
        """The panels in the order of the draft's claims: those in which something was entered."""
        return [panel for panel in self.panels if not panel.empty]

    def drafts(self) -> tuple[ClaimDraft, ...]:
        """The claims to be."""
        return tuple(panel.draft() for panel in self.numbered)

    def new_sources(self) -> list[SourceDraft]:
        """Sources to be made, each once."""
        made = {draft.name.casefold(): draft for panel in self.panels if (draft := panel.new_source)}
        return list(made.values())

    def recognise_report(self, identity: UUID, then: Callable[[Callable[[], None]], None]) -> None:
        """Pick the report that was written down in place and saved with this incident, as long as it stands unchanged.

        `then` is handed the function that does it.
        """
        from incidents.search import questions as ask

        panel = self.panels[0]
        if panel.new_report is None or not panel.making_report:
            return
        typed = panel.new_report.state()

        def found(incident: Incident) -> None:
            report = incident.headline.report if incident.headline else None
            if report is None or panel not in self.panels or not panel.making_report:
                return
            if panel.new_report is not None and panel.new_report.state() == typed:
                then(lambda: panel.know_report(report))

        self._case.ask(ask.IncidentById(identity), found, owner=self, topic="report")

    def state(self) -> list[State]:
        """All claims as typed."""
        return [panel.state() for panel in self.panels]

    def restore(self, states: Sequence[State], recorded: Sequence[Claim] = ()) -> None:
        """Show a state again; a claim that was recorded goes on under its identity."""
        known = {str(claim.id): claim for claim in recorded}
        self._forget()
        for state in states or [{}]:
            panel = self.add()
            panel.restore(state)
            claim = known.get(text_of(state, "id"))
            if claim is not None:
                panel.remember(claim)
        marked = [number for number, state in enumerate(states) if flag_of(state, "headline")]
        for number, panel in enumerate(self.panels):
            panel.headline.setChecked(number == (marked[0] if marked else 0))
        self._settle()
        self._panel_changed()
        self.published_changed.emit()
