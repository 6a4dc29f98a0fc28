"""A type-ahead for the origin of a claim: those that the incident's other claims name, or any other words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.widgets.typeahead import Choice, TypeAhead, immediate
from incidents.record.folding import fold


class OriginEdit(TypeAhead):
    """Who or what first said it; claims of one origin count once."""

    def __init__(self) -> None:
        super().__init__(immediate(self._known), eager=False)
        self._origins: tuple[str, ...] = ()
        self.setPlaceholderText(self.tr("this report itself"))

    def know(self, origins: Sequence[str]) -> None:
        """Origins of the other claims."""
        self._origins = tuple(origins)

    def _known(self, typed: str) -> list[Choice]:
        wanted = fold(typed)
        return [Choice(origin) for origin in self._origins if wanted in fold(origin)]
