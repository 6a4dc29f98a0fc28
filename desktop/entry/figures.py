"""A field for a count as people say it ("more than 100", "40 families"), echoed as it was understood."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.entry.controls import ValueEdit
from desktop.widgets.field import Field
from incidents.errors import VigilError
from incidents.record.figures import Figure
from incidents.record.figures_said import describe_figure, understand_count


def figure_echo(typed: str) -> str:
    """How a count is understood, or empty when it cannot be: `check` says then what is wrong."""
    if not typed.strip():
        return ""
    try:
        return describe_figure(understand_count(typed))
    except VigilError:
        return ""


def figure_text(figure: Figure | None) -> str:
    """A recorded figure as it stands in a field: in the words it was told in, where there are any."""
    if figure is None or not figure.known:
        return ""
    return figure.text or describe_figure(figure)


class FigureField(Field):
    """Label, line and echo of one count. `value` is a Figure while a recorded one stands unchanged, else the words."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        self.edit = ValueEdit()
        super().__init__(label, self.edit, hint=hint, parent=parent)
        self.edit.textChanged.connect(self._echo)

    def _echo(self) -> None:
        value = self.edit.value
        self.say(describe_figure(value) if isinstance(value, Figure) else figure_echo(self.edit.text()))

    def show_figure(self, figure: Figure | None) -> None:
        """Show a recorded figure."""
        self.edit.set_known(figure_text(figure), figure)
        self._echo()

    @property
    def value(self) -> Figure | str | None:
        """The recorded figure, the words, or None when nothing stands there."""
        value = self.edit.value
        if isinstance(value, Figure):
            return value
        return str(value).strip() or None
