"""The sources: those that tell of most incidents, the chosen ones on top, and a search over all of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.filters.checklist import CheckList, Choice, counted
from desktop.filters.section import Part
from desktop.widgets.clearing import clearable
from desktop.widgets.theme import XS
from desktop.widgets.typeahead import Choice as Proposal
from desktop.widgets.typeahead import TypeAhead, immediate
from incidents.record.folding import fold
from incidents.search.filter import Filter
from incidents.search.results import Facets

_LISTED = 12
_PROPOSED = 20


class SourcesPart(Part):
    """Sources by how many incidents they tell of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[str, int] | None = None
        self._chosen: tuple[str, ...] = ()
        self.search = TypeAhead(immediate(self._proposals))
        self.search.setPlaceholderText(self.tr("Find a source"))
        self.search.setAccessibleName(self.tr("Find a source"))
        clearable(self.search)
        self.list = CheckList(self.tr("Sources"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.picked.connect(self._found)
        self.list.toggled.connect(self._toggle)

    def take(self, wanted: Filter) -> None:
        self._chosen = wanted.sources
        self._show()

    def give(self, wanted: Filter) -> Filter:
        return replace(wanted, sources=self._chosen)

    def show_facets(self, facets: Facets) -> None:
        self._counts = dict(facets.sources)
        self._show()

    def _show(self) -> None:
        ranked = sorted(self._counts or {}, key=lambda name: (-(self._counts or {})[name], name.casefold()))
        listed = ranked[:_LISTED]
        keys = [*(name for name in self._chosen if name not in listed), *listed]
        self.list.lines.replace(
            [Choice(name, name, count, checked) for name, count, checked in counted(keys, self._counts, self._chosen)]
        )

    def _proposals(self, text: str) -> list[Proposal]:
        wanted = fold(text)
        if not wanted.strip():
            return []
        counts = self._counts or {}
        names = [name for name in counts if wanted in fold(name) and name not in self._chosen]
        names.sort(key=lambda name: (not fold(name).startswith(wanted), -counts[name], name.casefold()))
        return [
            Proposal(name, self.tr("Incidents: {0}").format(f"{counts[name]:,}"), value=name)
            for name in names[:_PROPOSED]
        ]

    def _found(self, proposal: Proposal) -> None:
        self.search.set_typed("")
        self._toggle(str(proposal.value))

    def _toggle(self, name: str) -> None:
        if name in self._chosen:
            self._chosen = tuple(other for other in self._chosen if other != name)
        else:
            self._chosen = (*self._chosen, name)
        self.changed.emit()
