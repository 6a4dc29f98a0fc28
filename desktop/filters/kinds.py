"""The parts of the pane that are plain lists of choices: types and statuses."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.filters.checklist import CheckList, Choice, counted
from desktop.filters.section import Part
from incidents.record.codes import TYPES, VERIFICATION
from incidents.search.filter import Filter
from incidents.search.results import Facets


class TypesPart(Part):
    """The incident types that occur in the case. A type that was seen once stays, so that lines don't jump."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = CheckList(self.tr("Incident types"), parent=self)
        self._counts: dict[str, int] | None = None
        self._seen: set[str] = set()
        self._chosen: tuple[str, ...] = ()
        _fill(self, self.list)
        self.list.toggled.connect(self._toggled)

    def take(self, wanted: Filter) -> None:
        self._chosen = wanted.types
        self._show()

    def give(self, wanted: Filter) -> Filter:
        return replace(wanted, types=self._chosen)

    def show_facets(self, facets: Facets) -> None:
        self._counts = dict(facets.types)
        self._seen |= {code for code, number in facets.types.items() if number}
        self._show()

    def _show(self) -> None:
        keys = [code for code in TYPES if code in self._seen or code in self._chosen]
        self.list.lines.replace(
            [
                Choice(key, TYPES[key].label, count, checked, tip=TYPES[key].meaning)
                for key, count, checked in counted(keys, self._counts, self._chosen)
            ]
        )

    def _toggled(self, code: str) -> None:
        self._chosen = _with_or_without(self._chosen, code)
        self.changed.emit()


class StatusesPart(Part):
    """All verification statuses; withdrawn incidents show only when their status is checked here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = CheckList(self.tr("Verification status"), parent=self)
        self._counts: dict[str, int] | None = None
        self._chosen: tuple[str, ...] = ()
        _fill(self, self.list)
        self.list.toggled.connect(self._toggled)
        self._show()

    def take(self, wanted: Filter) -> None:
        self._chosen = wanted.statuses
        self._show()

    def give(self, wanted: Filter) -> Filter:
        return replace(wanted, statuses=self._chosen)

    def show_facets(self, facets: Facets) -> None:
        self._counts = dict(facets.statuses)
        self._show()

    def _show(self) -> None:
        self.list.lines.replace(
            [
                Choice(key, VERIFICATION[key].label, count, checked, key, VERIFICATION[key].label)
                for key, count, checked in counted(list(VERIFICATION), self._counts, self._chosen)
            ]
        )

    def _toggled(self, code: str) -> None:
        self._chosen = _with_or_without(self._chosen, code)
        self.changed.emit()


def _with_or_without(chosen: tuple[str, ...], code: str) -> tuple[str, ...]:
    return tuple(other for other in chosen if other != code) if code in chosen else (*chosen, code)


def _fill(part: QWidget, inside: QWidget) -> None:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inside)
