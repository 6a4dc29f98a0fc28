"""How many people: one figure for most incidents, and an expander with the further figures, sex and age."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.entry.controls import CodeBox
from desktop.entry.figures import FigureField
from desktop.entry.groups import Groups
from desktop.entry.section import Columns, Section
from desktop.entry.state import State, flag_of, part_of, parts_of, text_of
from desktop.widgets.expander import Expander
from desktop.widgets.field import Field
from incidents.record.codes import FIGURE_KINDS, MEASURES, IncidentType, Term
from incidents.record.figures import Figure

MORE = tuple(kind for kind in FIGURE_KINDS if kind != "people")


class People(Section):
    """The people figure, its measure, and what is behind "More figures"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._figures = {"people": FigureField(self.tr("How &many people?"), parent=self.columns)}
        people = self._figures["people"]
        people.edit.setPlaceholderText(self.tr("more than 100, dozens, 40 families"))
        self.measure = CodeBox(
            (
                Term("flow", self.tr("In this time (flow)"), MEASURES["flow"].label),
                Term("stock", self.tr("On this date (stock)"), MEASURES["stock"].label),
            )
        )
        self.add("figures.people", people)
        self.add("measure", self.field(self.tr("Counted how?"), self.measure))
        self._more: Columns | None = None
        self.aggregate: QCheckBox | None = None
        self.groups: Groups | None = None
        self.expander = Expander(
            self.tr("More figures: killed, injured, detained …, sex and age"), self._build_more
        )
        self.columns.put(self.expander, wide=True)
        people.edit.textChanged.connect(self.changed)
        self.measure.changed.connect(self.changed)

    def _build_more(self) -> Columns:
        """Made when first opened: most incidents need none of it."""
        more = Columns(self.expander)
        for kind in MORE:
            field = FigureField(FIGURE_KINDS[kind].label, parent=more)
            field.edit.textChanged.connect(self.changed)
            self._figures[kind] = self.fields[f"figures.{kind}"] = field
            more.put(field)
        self.aggregate = QCheckBox(self.tr("A total over several incidents (left out of sums with them)"))
        self.aggregate.toggled.connect(self.changed)
        more.put(self.aggregate, wide=True)
        self.groups = Groups()
        self.groups.changed.connect(self.changed)
        self.fields["groups"] = Field(self.tr("Sex and age, where known"), self.groups, parent=more)
        more.put(self.fields["groups"], wide=True)
        return more

    def open_more(self) -> None:
        """Show the further figures."""
        self.expander.open()

    # ------------------------------------------------------------ what follows from elsewhere
    def set_type(self, term: IncidentType | None) -> None:
        """Name the figure after the type: people detained, people evacuated."""
        word = term.people_word if term else ""
        label = self.tr("How &many people?") if not word else self.tr("How &many people (%s)?") % word
        self._figures["people"].label.setText(label)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Show recorded figures."""
        if any(kind in figures for kind in MORE):
            self.open_more()
        for kind, field in self._figures.items():
            field.show_figure(figures.get(kind))

    def text(self, kind: str = "people") -> str:
        """A figure as typed."""
        return self._figures[kind].edit.text() if kind in self._figures else ""

    def set_text(self, text: str, kind: str = "people") -> None:
        """Type a figure."""
        self._figures[kind].edit.setText(text)

    @property
    def figures(self) -> dict[str, Figure | str]:
        """All figures that were given, recorded or as words."""
        values = {kind: field.value for kind, field in self._figures.items()}
        return {kind: value for kind, value in values.items() if value is not None}

    # ------------------------------------------------------------ state
    def state(self) -> State:
        """Figures as typed."""
        state: State = {
            "figures": {kind: field.edit.text() for kind, field in self._figures.items()},
            "measure": self.measure.code,
        }
        if self.aggregate is not None and self.groups is not None:
            state |= {"aggregate": self.aggregate.isChecked(), "groups": self.groups.state()}
        return state

    def restore(self, state: State) -> None:
        """Show a state again."""
        texts = part_of(state, "figures")
        groups, aggregate = parts_of(state, "groups"), flag_of(state, "aggregate")
        if aggregate or groups or any(text_of(texts, kind) for kind in MORE):
            self.open_more()
        for kind, field in self._figures.items():
            field.edit.setText(text_of(texts, kind))
        self.measure.choose(text_of(state, "measure") or "flow")
        if self.aggregate is not None and self.groups is not None:
            self.aggregate.setChecked(aggregate)
            self.groups.restore(groups)

    def parts(self) -> dict[str, object]:
        """Figures, measure, aggregate, groups."""
        return {
            "figures": self.figures,
            "measure": self.measure.code,
            "aggregate": bool(self.aggregate and self.aggregate.isChecked()),
            "groups": self.groups.groups() if self.groups else (),
        }
