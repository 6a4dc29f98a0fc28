"""All sections of the form on one sheet: its raw text, the draft that it means, and whose problem is whose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.entry.assess import suggestion
from desktop.entry.claim import ClaimPanel
from desktop.entry.claims import Claims
from desktop.entry.details import Details
from desktop.entry.judgement import Judgement
from desktop.entry.people import People
from desktop.entry.recorded import when_text
from desktop.entry.section import Section, heading_line
from desktop.entry.state import State, part_of, parts_of
from desktop.entry.what import What
from desktop.entry.when import Happened
from desktop.entry.where import Where
from desktop.widgets import theme
from desktop.widgets.field import Field
from incidents.errors import VigilError
from incidents.record.dates import UNDATED, When
from incidents.record.dates_said import understand_date
from incidents.record.draft import ClaimDraft, IncidentDraft
from incidents.record.figures import Figure
from incidents.record.incident import Incident
from incidents.record.problems import Problem
from incidents.record.titles import default_title

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase


class Sheet(QWidget):
    """The sections in the order in which one reads a report: what, when, where, how many, who says so, the rest.

    Signals: changed, after every change of what would be recorded.
    """

    changed = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._incident: Incident | None = None
        self.what, self.when, self.where = What(self), Happened(self), Where(case, self)
        self.people, self.claims = People(self), Claims(case, self)
        self.details, self.judgement = Details(self), Judgement(self)
        self._parts: dict[str, Section] = {
            "what": self.what,
            "when": self.when,
            "where": self.where,
            "people": self.people,
            "details": self.details,
            "judgement": self.judgement,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.S, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(heading_line(self.tr("What happened"), self))
        for part in (
            self.what,
            self.when,
            self.where,
            self.people,
            self.claims,
            self.details,
            self.judgement,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """As low as it likes: its height follows from its width, and wrapped lines would ask for too much."""
        return QSize(super().minimumSizeHint().width(), 0)

    def _connect(self) -> None:
        for part in self._parts.values():
            part.changed.connect(self.changed)
        self.claims.changed.connect(self.changed)
        self.what.changed.connect(self._type_changed)
        self.claims.published_changed.connect(lambda: self.when.set_against(self.claims.published))
        self.claims.headline_moved.connect(self._headline_moved)

    # ------------------------------------------------------------ what follows from what
    def _type_changed(self) -> None:
        term = self.what.chosen
        self.where.set_movement(bool(term and term.movement))
        self.people.set_type(term)

    def _headline_moved(self, before: ClaimPanel, now: ClaimPanel) -> None:
        """The incident's figure is the headline's: the old one keeps what stood there, the new one lends its own."""
        shown, own = self.people.text(), now.figure.edit.text()
        if not before.figure.edit.text().strip():
            before.figure.edit.setText(shown)
        if own.strip():
            self.people.set_text(own)

    def follow(self) -> None:
        """Bring up to date what is derived from the rest: suggested title, status and grade, hints at copies."""
        drafts = self.claims.drafts()
        self.judgement.follow_claims(self.claims.attributed)
        found = suggestion(drafts)
        self.judgement.suggest(found.grade if found else "", found.reasons if found else ())
        kind, place = self.what.chosen, self.where.place.place
        title = default_title(kind.code, place, self.happened, self.where.destination.place) if kind else ""
        self.details.suggest_title(title)

    # ------------------------------------------------------------ what is understood so far
    @property
    def happened(self) -> When:
        """The date as it is understood, UNDATED when it is not."""
        value = self.when.date.value
        if isinstance(value, When):
            return value
        try:
            return (
                understand_date(str(value), published=self.claims.published)
                if str(value).strip()
                else UNDATED
            )
        except VigilError:
            return UNDATED

    def draft(self) -> IncidentDraft:
        """The incident to be."""
        parts: dict[str, object] = {}
        for section in self._parts.values():
            parts |= section.parts()
        was = self._incident
        claims = []
        for panel, claim in zip(self.claims.numbered, self.claims.drafts(), strict=True):
            inherits = panel.headline.isChecked() and not panel.figure.edit.text().strip()
            claims.append(_with_figures(claim, self.people.figures) if inherits else claim)
        return IncidentDraft(
            **parts,  # type: ignore[arg-type]
            claims=tuple(claims),
            id=was.id if was else None,
            ref=was.ref if was else "",
            links=was.links if was else (),
        )

    # ------------------------------------------------------------ problems
    def check(self) -> list[Problem]:
        """What the rules say to the draft as it stands."""
        from incidents.record.check import check

        author = self._incident.entered_by if self._incident else ""
        checked = check(
            self.draft(), today=datetime.now().astimezone().date(), author=author, before=self._incident
        )
        return list(checked.problems)

    def fields(self) -> dict[str, Field]:
        """Every field by the path that problems name it with, in reading order."""
        found: dict[str, Field] = {}
        for part in (self.what, self.when, self.where, self.people):
            found |= part.fields
        for number, panel in enumerate(self.claims.numbered):
            found |= {f"claims.{number}.{path}": field for path, field in panel.fields.items()}
        for last in (self.details, self.judgement):
            found |= last.fields
        return found

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """All as typed."""
        return {name: part.state() for name, part in self._parts.items()} | {"claims": self.claims.state()}

    def restore(
        self, state: State, incident: Incident | None = None, draft: IncidentDraft | None = None
    ) -> None:
        """Show a state; with the incident that it changes, or the draft that it began with, values whose text stands
        unchanged stay what they are.
        """
        self._incident = incident
        known = incident or draft
        when = incident.when if incident else draft.date if draft else ""
        self.when.date.set_known(when_text(when) if isinstance(when, When) else "", when)
        figures = known.figures.items() if known else ()
        self.people.show_figures({kind: figure for kind, figure in figures if isinstance(figure, Figure)})
        for name, part in self._parts.items():
            part.restore(part_of(state, name))
        self.claims.restore(parts_of(state, "claims"), incident.claims if incident else ())
        self._type_changed()
        self.follow()


def _with_figures(claim: ClaimDraft, figures: Mapping[str, Figure | str]) -> ClaimDraft:
    """The headline claim says what the incident's figures say, unless it has figures of its own."""
    return replace(claim, figures=figures)
