"""The filter pane at the left: every condition of the one filter that table, counts and briefing share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.filters.chips import Chips
from desktop.filters.conditions import conditions
from desktop.filters.grade import GradePart
from desktop.filters.kinds import StatusesPart, TypesPart
from desktop.filters.period import PeriodPart
from desktop.filters.region_tree import Regions, build
from desktop.filters.regions import RegionsPart
from desktop.filters.saved import SavedPart
from desktop.filters.section import Part, Section
from desktop.filters.sources import SourcesPart
from desktop.widgets import icons
from desktop.widgets.clearing import clearable
from desktop.widgets.theme import M, S, mark
from incidents.errors import VigilError
from incidents.search.filter import Filter
from incidents.search.results import Facets

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

TYPING_PAUSE = 150  # milliseconds after the last key until a text search starts
_OPEN_AT_FIRST = {"period", "regions", "types", "statuses"}


def _today() -> date:
    return datetime.now().astimezone().date()


class FilterPane(QFrame):
    """Signals: filter_changed(Filter), by the person or by `set_filter`."""

    filter_changed = Signal(Filter)

    def __init__(
        self, open_case: OpenCase, parent: QWidget | None = None, *, today: Callable[[], date] = _today
    ) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self.setAccessibleName(self.tr("Filter"))
        self._open_case = open_case
        self._filter = Filter()
        self.text = self._search_field()
        self._typing = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._typing.timeout.connect(self._text_done)
        self.chips = Chips(self)
        self.period = PeriodPart(today)
        self.regions = RegionsPart(open_case)
        self.types = TypesPart()
        self.statuses = StatusesPart()
        self.grade = GradePart()
        self.sources = SourcesPart()
        self.saved = SavedPart(open_case)
        self.sections = self._make_sections()
        self._lay_out()
        self._connect()
        self._refresh()

    def _search_field(self) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setPlaceholderText(self.tr("Search all text"))
        edit.setAccessibleName(self.tr("Search all text"))
        edit.setToolTip(
            self.tr("All words must occur, at least as a beginning. “Quoted words” whole and in sequence.")
        )
        clearable(edit)
        edit.setMaxLength(500)
        edit.addAction(icons.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        return edit

    def _make_sections(self) -> dict[str, Section]:
        parts: dict[str, tuple[str, QWidget]] = {
            "period": (self.tr("Period"), self.period),
            "regions": (self.tr("Region"), self.regions),
            "types": (self.tr("Type"), self.types),
            "statuses": (self.tr("Status"), self.statuses),
            "grade": (self.tr("Least grade"), self.grade),
            "sources": (self.tr("Source"), self.sources),
            "saved": (self.tr("Saved filters"), self.saved),
        }
        return {
            key: Section(title, body, opened=key in _OPEN_AT_FIRST) for key, (title, body) in parts.items()
        }

    def _lay_out(self) -> None:
        inside = mark(QWidget(), "pane")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, M)
        column.setSpacing(2)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QVBoxLayout()
        top.setContentsMargins(M, M, M, 0)
        top.setSpacing(S)
        top.addWidget(self.text)
        top.addWidget(self.chips)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)
        self.setMinimumWidth(220)

    def sizeHint(self) -> QSize:
        return QSize(264, 600)

    def _connect(self) -> None:
        self.text.textChanged.connect(lambda _: self._typing.start())
        self.text.returnPressed.connect(self._text_done)
        self.chips.wanted.connect(self.set_filter)
        self.saved.applied.connect(self.set_filter)
        for part in self._parts():
            part.changed.connect(partial(self._part_changed, part))
        self._open_case.changed.connect(self._case_changed)

    def _parts(self) -> tuple[Part, ...]:
        return (self.period, self.regions, self.types, self.statuses, self.grade, self.sources)

    # -- the filter

    @property
    def filter(self) -> Filter:
        """The filter as it is now."""
        return self._filter

    def set_filter(self, wanted: Filter) -> None:
        """Show another filter; everybody who listens hears of it."""
        self._typing.stop()
        if wanted.text.split() != self.text.text().split():
            self.text.setText(wanted.text)
            self._typing.stop()
        if wanted != self._filter:
            self._filter = wanted
            self._refresh()
            self.filter_changed.emit(wanted)

    def focus_text(self) -> None:
        """Put the cursor into the text search."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def _text_done(self) -> None:
        self.set_filter(replace(self._filter, text=" ".join(self.text.text().split())))

    def _part_changed(self, part: Part) -> None:
        self.set_filter(part.give(self._filter))

    # -- what is shown

    def _refresh(self) -> None:
        for part in self._parts():
            part.take(self._filter)
        self.saved.take(self._filter)
        self._show_chips()
        self._count()

    def _show_chips(self) -> None:
        found = conditions(self._filter, self.regions.name)
        self.chips.show_conditions(found)
        kinds = {
            "period": "period",
            "region": "regions",
            "type": "types",
            "status": "statuses",
            "grade": "grade",
        }
        for kind, key in (*kinds.items(), ("source", "sources")):
            self.sections[key].say_active(sum(condition.kind == kind for condition in found))

    def _case_changed(self, _changes: object) -> None:
        self._count()
        self.saved.reload()

    def _count(self) -> None:
        """Ask for the counts of every choice; the tree of regions is put together on the reading thread too."""
        from incidents.search import questions as ask

        wanted, open_case = self._filter, self._open_case

        def question(reader: Any) -> tuple[Facets, Regions, list[Any]]:
            facets, own = ask.Facets(wanted)(reader), ask.OwnPlaces()(reader)
            try:
                gazetteer = open_case.gazetteer
            except VigilError:
                gazetteer = None  # the codes stand for themselves until the gazetteer is built
            return facets, build(facets, gazetteer, wanted.regions, own), own

        open_case.ask(question, self._counted, owner=self, topic="facets")

    def _counted(self, answer: tuple[Facets, Regions, list[Any]]) -> None:
        facets, regions, own = answer
        self.regions.set_own_places(own)
        self.regions.show_regions(regions)
        for part in self._parts():
            part.show_facets(facets)
        self._show_chips()

    # -- what is remembered

    def save_state(self) -> dict[str, object]:
        """Which sections are open, as plain values for the settings."""
        return {"open": [key for key, section in self.sections.items() if section.is_open]}

    def load_state(self, state: object) -> None:
        """Take back what `save_state` gave; anything else is quietly left out."""
        opened = state.get("open") if isinstance(state, dict) else None
        if isinstance(opened, list):
            for key, section in self.sections.items():
                section.set_open(key in opened)
