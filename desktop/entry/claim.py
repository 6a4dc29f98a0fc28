"""One claim: what one report says of the incident, in its own words, and how far it can be trusted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.entry.controls import CodeBox, LongText, TextEdit
from desktop.entry.figures import FigureField, figure_text
from desktop.entry.new_report import NewReport
from desktop.entry.origins import OriginEdit
from desktop.entry.rating import Rating
from desktop.entry.reports import ReportEdit, report_line
from desktop.entry.section import Columns
from desktop.entry.state import (
    State,
    flag_of,
    number_of,
    part_of,
    passage_state,
    report_from,
    report_state,
    text_of,
)
from desktop.widgets import theme
from desktop.widgets.field import Field
from incidents.record.codes import CREDIBILITY, RELIABILITY, STANCE
from incidents.record.draft import ClaimDraft, ReportDraft, SourceDraft
from incidents.record.figures import Figure
from incidents.record.incident import Claim, Report, Source

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

_TEXTS = ("quote", "attributed_to", "reported_as", "rating_why", "origin", "figure")
_WORDS = ("attributed_to", "reported_as", "rating_why")


class ClaimPanel(QFrame):
    """The fields of one claim.

    Signals: changed; report_changed, when another report stands behind it; removal_wanted; headline_wanted.
    """

    changed = Signal()
    report_changed = Signal()
    removal_wanted = Signal()
    headline_wanted = Signal()

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._original: Claim | None = None
        self._passage: State = {}  # where the quote stands in the report's text, as long as it stands unchanged
        self.fields: dict[str, Field] = {}
        self.columns = Columns(self)
        self.report = ReportEdit(case)
        self.new_report: NewReport | None = None
        self.quote = LongText(3)
        self.attributed_to, self.reported_as, self.rating_why = TextEdit(), TextEdit(), TextEdit()
        self.reliability, self.credibility = Rating(RELIABILITY), Rating(CREDIBILITY)
        self.stance = CodeBox(STANCE.values())
        self.origin = OriginEdit()
        self.figure = FigureField(self.tr("Its own figure"), parent=self.columns)
        self._build()
        self._connect()

    # ------------------------------------------------------------ making
    def _build(self) -> None:
        theme.mark(self, "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        column.setSpacing(theme.S)
        column.addLayout(self._head())
        column.addWidget(self.columns)
        self._add("report", self.tr("&Report"), self.report, wide=True)
        self._add("quote", self.tr("&Quote, word for word"), self.quote, wide=True)
        self._add("attributed_to", self.tr("&Who said it"), self.attributed_to)
        self._add("reported_as", self.tr("The source’s own word for it"), self.reported_as)
        self._add("reliability", self.tr("Reliability of the source"), self.reliability)
        self._add("credibility", self.tr("Credibility of this claim"), self.credibility)
        self._add("rating_why", self.tr("Reasons for the ratings"), self.rating_why, wide=True)
        self._add("stance", self.tr("Stance"), self.stance)
        self._add("origin", self.tr("Origin (who first said it)"), self.origin)
        self.fields["figures.people"] = self.figure
        self.columns.put(self.figure)
        self.attributed_to.setPlaceholderText(self.tr("mayor, witness, ministry …"))
        self.reported_as.setPlaceholderText(self.tr("“evacuation”, “deportation” …"))

    def _head(self) -> QHBoxLayout:
        self._title = theme.mark(QLabel(), "heading")
        self.headline = QRadioButton(self.tr("Head&line claim"))
        self.headline.setAutoExclusive(False)
        self.headline.setToolTip(self.tr("The incident’s figures come from this claim"))
        self.remove = theme.mark(QPushButton(self.tr("Remove")), "quiet")
        self.remove.setToolTip(self.tr("A recorded claim is withdrawn when you save, not deleted"))
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addWidget(self.headline)
        row.addStretch(1)
        row.addWidget(self.remove)
        return row

    def _add(self, path: str, label: str, control: QWidget, *, wide: bool = False) -> None:
        self.fields[path] = Field(label, control, parent=self.columns)
        self.columns.put(self.fields[path], wide=wide)

    def _connect(self) -> None:
        self.report.changed.connect(self._report_changed)
        self.report.create_wanted.connect(self.open_new_report)
        for edit in (self.quote, self.attributed_to, self.reported_as, self.rating_why, self.figure.edit):
            edit.textChanged.connect(lambda *_: self.changed.emit())
        for control in (self.reliability, self.credibility, self.stance, self.origin):
            control.changed.connect(self.changed)
        self.remove.clicked.connect(self.removal_wanted)
        self.headline.clicked.connect(self.headline_wanted)

    # ------------------------------------------------------------ place among the claims
    def number(self, number: int, count: int) -> None:
        """Say which claim it is; a single one needs no headline and no figure of its own."""
        self._title.setText(self.tr("Claim %d") % number if count > 1 else self.tr("Claim"))
        self.headline.setVisible(count > 1)
        self.remove.setVisible(count > 1)
        self.columns.set_shown(self.figure, count > 1 or bool(self.figure.edit.text()))

    # ------------------------------------------------------------ the report
    def open_new_report(self, title: str = "") -> NewReport:
        """Create a report in place; nothing is written before the incident is saved."""
        panel = self._new_report_panel()
        self.columns.set_shown(panel, True)
        self.columns.set_shown(self.fields["report"], False)
        panel.start(title)
        self._report_changed()
        return panel

    def _new_report_panel(self) -> NewReport:
        if self.new_report is None:
            self.new_report = NewReport(self._case, self.columns)
            self.new_report.changed.connect(self._report_changed)
            self.new_report.cancelled.connect(self.pick_instead)
            self.fields |= {f"report.{path}": field for path, field in self.new_report.fields.items()}
            self.columns.put(self.new_report, wide=True, shown=False, at=1)
        return self.new_report

    @property
    def making_report(self) -> bool:
        """Whether a new report is being written down."""
        return self.new_report is not None and not self.new_report.isHidden()

    def know_report(self, report: Report) -> None:
        """The report that was written down here is in the case now."""
        self.report.set_report(report)
        self._close_new_report()

    def pick_instead(self) -> None:
        """Go back to picking a known report; what was typed stays behind the scenes."""
        self._close_new_report()
        self.report.setFocus()

    def _close_new_report(self) -> None:
        if self.new_report is not None:
            self.columns.set_shown(self.new_report, False)
        self.columns.set_shown(self.fields["report"], True)
        self._report_changed()

    def _report_changed(self) -> None:
        report = self.report.report
        self.fields["report"].say(report_line(report) if report else "")
        source = self.source
        self.reliability.offer_usual(source.reliability if source else "")
        self.report_changed.emit()
        self.changed.emit()

    @property
    def _making(self) -> NewReport | None:
        return self.new_report if self.making_report else None

    @property
    def source(self) -> Source | None:
        """The known source behind the report."""
        if self._making:
            return self._making.source
        return self.report.report.source if self.report.report else None

    @property
    def new_source(self) -> SourceDraft | None:
        """The source to be made for this claim's new report."""
        return self._making.new_source if self._making else None

    @property
    def published(self) -> date | None:
        """When the report was published."""
        if self._making:
            return self._making.day
        return self.report.report.published if self.report.report else None

    def report_value(self) -> Report | ReportDraft | None:
        """The picked report, the one to be made, or None."""
        return self._making.draft() if self._making else self.report.report

    # ------------------------------------------------------------ recorded claims
    @property
    def empty(self) -> bool:
        """True when nothing was entered."""
        texts = any(text_of(self.state(), key).strip() for key in _TEXTS)
        rated = self.reliability.code or self.credibility.code
        return not (texts or rated or self.report.text() or self.making_report or self._original)

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """All as typed."""
        state: State = {name: getattr(self, name).text() for name in _WORDS}
        state |= {
            "id": str(self._original.id) if self._original else "",
            "report": report_state(self.report.report),
            "report_text": self.report.text(),
            "quote": self.quote.text,
            "reliability": self.reliability.code,
            "credibility": self.credibility.code,
            "stance": self.stance.code,
            "origin": self.origin.text(),
            "figure": self.figure.edit.text(),
            "headline": self.headline.isChecked(),
        }
        if self._making:
            state["new_report"] = self._making.state()
        return state | ({"passage": self._passage} if self._passage else {})

    def restore(self, state: State) -> None:
        """Show a state again."""
        report = report_from(part_of(state, "report"))
        if report is not None:
            self.report.set_report(report)
        else:
            self.report.set_typed(text_of(state, "report_text"))
        self._restore_new_report(part_of(state, "new_report"))
        for name in _WORDS:
            getattr(self, name).setText(text_of(state, name))
        self.quote.set_text(text_of(state, "quote"))
        self.reliability.choose(text_of(state, "reliability"))
        self.credibility.choose(text_of(state, "credibility"))
        self.stance.choose(text_of(state, "stance") or "supports")
        self.origin.set_typed(text_of(state, "origin"))
        self.figure.edit.setText(text_of(state, "figure"))
        self.headline.setChecked(flag_of(state, "headline"))
        self._passage = part_of(state, "passage")

    def _restore_new_report(self, state: State) -> None:
        if state:
            self._new_report_panel().restore(state)
        if state or self.new_report is not None:
            assert self.new_report is not None
            self.columns.set_shown(self.new_report, bool(state))
            self.columns.set_shown(self.fields["report"], not state)
            self._report_changed()

    def remember(self, claim: Claim) -> None:
        """This panel goes on with a recorded claim whose texts it shows already."""
        self._original = claim
        self._passage = passage_state(claim)
        known = claim.figures.get("people")
        if known is not None and self.figure.edit.text() == figure_text(known):
            self.figure.show_figure(known)

    def draft(self) -> ClaimDraft:
        """The claim to be; positions of the quote survive as long as the quote stands."""
        was = self._original
        stands = bool(self._passage) and text_of(self._passage, "quote") == self.quote.text
        start, end = (number_of(self._passage, name) if stands else None for name in ("start", "end"))
        return ClaimDraft(
            id=was.id if was else None,
            report=self.report_value(),
            attributed_to=self.attributed_to.text(),
            reported_as=self.reported_as.text(),
            quote=self.quote.text,
            quote_start=None if start is None else int(start),
            quote_end=None if end is None else int(end),
            reliability=self.reliability.code
            or "F",  # not rated yet; the source's usual letter is only offered
            credibility=self.credibility.code or "6",
            rating_why=self.rating_why.text(),
            stance=self.stance.code,
            origin=self.origin.text(),
            figures=_own_figures(was, self.figure.value),
            headline=self.headline.isChecked(),
            note=was.note if was else "",
        )


def _own_figures(was: Claim | None, own: Figure | str | None) -> dict[str, Figure | str]:
    """The figures of a claim: those that the form does not show stay, the main one is what stands in its field."""
    figures: dict[str, Figure | str] = dict(was.figures) if was else {}
    figures.pop("people", None)
    return figures | ({"people": own} if own is not None else {})
