"""The facts of an incident: what, when, where, who, how far it is established, and how it is told."""

from __future__ import annotations

import html
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.inspector import words
from desktop.widgets.badges import GradeBadge, StatusBadge
from desktop.widgets.plain import PlainText, isolated, plain, showable
from desktop.widgets.theme import XS, L, M, S, mark
from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.grades import grade_in_words, suggest_grade
from incidents.record.incident import Incident, Link

_LABEL_WIDTH = 92


class FactsPage(QWidget):
    """Signals: link_activated(UUID), another incident was asked for."""

    link_activated = Signal(UUID)

    def __init__(
        self, incident: Incident, linked_from: Sequence[Link] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._incident = incident
        self._linked_from = linked_from
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(M, M, M, L)
        self._column.setSpacing(S)
        self._grid = self._new_grid()
        self._what()
        self._when_and_where()
        self._people()
        self._told()
        self._standing()
        self._links()
        self._stamps()
        self._column.addStretch(1)

    # -- pieces

    def _new_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS + 2)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        self._column.addLayout(grid)
        return grid

    def _heading(self, text: str) -> None:
        heading = mark(QLabel(text, self), "section")
        heading.setContentsMargins(0, S, 0, 0)
        self._column.addWidget(heading)
        self._grid = self._new_grid()

    def _fact(self, name: str, value: str | QWidget, small: str = "", tip: str = "") -> None:
        """One line: name, value, and beneath the value what explains it."""
        if not value:
            return
        line = self._grid.rowCount()
        label = mark(QLabel(name, self), "soft")
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        label.setWordWrap(True)
        widget = plain(value, parent=self) if isinstance(value, str) else value
        widget.setAccessibleName(name)
        if tip:
            widget.setToolTip(f"<qt>{html.escape(tip)}</qt>")
        self._grid.addWidget(label, line, 0)
        self._grid.addWidget(widget, line, 1)
        if small:
            self._grid.addWidget(plain(small, "caption", self), line + 1, 1)

    def _text(self, text: str) -> None:
        long = PlainText(text, self)
        self._column.addWidget(long)

    # -- sections

    def _what(self) -> None:
        incident = self._incident
        kind = TYPES.get(incident.type)
        rule = f"{kind.meaning} {kind.not_this}" if kind else ""
        self._fact(self.tr("Type"), kind.label if kind else incident.type, rule, rule)
        others = ", ".join(words.label(TYPES, code) for code in incident.types_other)
        self._fact(self.tr("Also"), others)
        if incident.occurrence != "occurred":
            self._fact(self.tr("Occurrence"), words.occurrence_words(incident))

    def _when_and_where(self) -> None:
        incident = self._incident
        self._fact(self.tr("Date"), *words.date_words(incident))
        self._fact(self.tr("Place"), *words.place_words(incident.place, incident.geo_precision))
        self._fact(self.tr("Coordinates"), words.coordinates(incident.place, incident.geo_precision))
        self._fact(self.tr("About the place"), incident.place_note)
        if incident.destination:
            self._fact(self.tr("Led to"), incident.destination.label)

    def _people(self) -> None:
        incident = self._incident
        for kind, figure in incident.figures.items():
            self._fact(
                words.kind_word(incident.type, kind),
                words.figure_words(figure),
                words.figure_origin(incident, kind),
            )
        if not incident.figures:
            self._fact(self.tr("People"), self.tr("Number not known"))
        self._fact(self.tr("Counting"), words.counting_words(incident))
        self._fact(self.tr("Of whom"), words.groups_words(incident))
        self._fact(self.tr("Responsible"), words.responsible_words(incident))

    def _told(self) -> None:
        incident = self._incident
        if incident.narrative:
            self._heading(self.tr("Narrative"))
            self._text(incident.narrative)
        if incident.public_summary:
            self._heading(self.tr("Public summary"))
            self._text(incident.public_summary)

    def _standing(self) -> None:
        incident = self._incident
        self._heading(self.tr("How far it is established"))
        term = VERIFICATION.get(incident.verification)
        why = incident.verification_why or (term.meaning if term else "")
        if incident.self_review:
            why = self.tr("Self-reviewed: no second person looked at it.") + (f" {why}" if why else "")
        self._fact(self.tr("Status"), _beside(StatusBadge(incident.verification, self)), why)
        grade = incident.reliability + incident.credibility
        if grade:
            self._fact(self.tr("Grade"), _beside(GradeBadge(grade, self)), _grade(grade, incident.grade_why))
        else:
            self._fact(self.tr("Grade"), self.tr("Not graded by a person yet"))
        suggestion = suggest_grade(incident.live_claims)
        reasons = "\n".join([grade_in_words(suggestion.grade), *suggestion.reasons])
        badge = _beside(GradeBadge(suggestion.grade, self, suggested=True))
        self._fact(self.tr("Suggested"), badge, reasons)
        self._fact(self.tr("Sensitivity"), *words.sensitivity_words(incident))
        self._fact(self.tr("Tags"), words.tag_words(incident.tags))

    def _links(self) -> None:
        if not self._incident.links and not self._linked_from:
            return
        self._heading(self.tr("Linked incidents"))
        for link in self._incident.links:
            self._fact(words.link_words(link.kind), self.link_button(link.other, link.other_ref))
        for link in self._linked_from:
            self._fact(words.link_words_back(link.kind), self.link_button(link.other, link.other_ref))

    def link_button(self, other: UUID, ref: str) -> QPushButton:
        """A button that leads to another incident."""
        button = mark(QPushButton(showable(ref or str(other)).replace("&", "&&"), self), "link")
        button.clicked.connect(lambda: self.link_activated.emit(other))
        return button

    def _stamps(self) -> None:
        incident = self._incident
        entered = self.tr("Entered {0} by {1}").format(
            words.moment(incident.entered_at), isolated(incident.entered_by)
        )
        changed = self.tr("Changed {0} by {1}").format(
            words.moment(incident.changed_at), isolated(incident.changed_by)
        )
        lines = [entered] if incident.version <= 1 else [entered, changed]
        stamps = plain("\n".join(lines), "caption", self)
        stamps.setContentsMargins(0, S, 0, 0)
        self._column.addWidget(stamps)


def _grade(grade: str, why: str) -> str:
    said = grade_in_words(grade)
    return f"{said}\n{why}" if why else said


def _beside(badge: QWidget) -> QWidget:
    """A badge at the beginning of a line."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(badge)
    row.addStretch(1)
    return holder
