"""Puts every problem beside its field: after the field was left, or all of them when somebody wants to save."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.entry.sheet import Sheet
from desktop.widgets.field import Field
from incidents.record.problems import ERROR, Problem


class Problems(QObject):
    """Knows which problem belongs to which field of the sheet.

    Signals: field_left, when its problems may be shown from now on.
    """

    field_left = Signal()

    def __init__(self, sheet: Sheet, area: QScrollArea) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._area = area
        self._show_all = False

    def begin(self) -> None:
        """A new form: nothing was left yet."""
        self._show_all = False
        for field in self._sheet.fields().values():
            field.visited = False
        self.show(())

    def show(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show the problems beside their fields; answers with those that no field stands for."""
        fields = self._sheet.fields()
        told: dict[Field, tuple[list[str], list[str]]] = {field: ([], []) for field in fields.values()}
        homeless = []
        for problem in problems:
            field = owner(fields, problem.field)
            if field is None:
                homeless.append(problem)
            elif problem.severity != ERROR and not field.at_work:
                told[field][1].append(problem.text)
            elif problem.severity == ERROR and (self._show_all or field.visited):
                told[field][0].append(problem.text)
        for field, (errors, warnings) in told.items():
            self._watch(field)
            field.show_problems(_once(errors), _once(warnings))
        return homeless

    def show_all(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show every problem and put the focus on the first field that must be mended."""
        self._show_all = True
        homeless = self.show(problems)
        wrong = {problem.field for problem in problems if problem.severity == ERROR}
        fields = self._sheet.fields()
        owners = {owner(fields, path) for path in wrong}
        first = next((field for field in fields.values() if field in owners), None)
        if first is not None:
            self._area.ensureWidgetVisible(first, 0, 40)
            _focus(first.control)
        return homeless

    def _watch(self, field: Field) -> None:
        if not field.watched:
            field.watched = True
            field.left.connect(self.field_left)


def owner(fields: dict[str, Field], path: str) -> Field | None:
    """The field that a problem's path names: itself, or the nearest one above it that is shown."""
    parts = path.split(".")
    while parts:
        field = fields.get(".".join(parts))
        if field is not None and not field.isHidden():
            return field
        parts.pop()
    return None


def _focus(control: QWidget) -> None:
    control.setFocus(Qt.FocusReason.TabFocusReason)  # selects what is to be mended


def _once(texts: list[str]) -> list[str]:
    return list(dict.fromkeys(texts))
