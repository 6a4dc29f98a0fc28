"""Selected incidents as text for the clipboard, made off the main thread in pieces of two thousand rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from incidents.search.cells import tab_separated
from incidents.search.columns import Column
from incidents.search.results import Row

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

_PIECE = 2_000


class Gathering(QObject):
    """Fetches the rows of many keys piece by piece, in the given order, and hands them over when all are here."""

    def __init__(self, open_case: OpenCase, keys: Sequence[int], then: Callable[[list[Row]], None]) -> None:
        super().__init__(open_case)
        self._open_case = open_case
        self._keys = keys
        self._then = then
        self._rows: list[Row] = []
        self._at = 0
        self._next()

    def _next(self) -> None:
        from incidents.search import questions as ask

        piece = list(self._keys[self._at : self._at + _PIECE])
        if not piece:
            self._then(self._rows)
            self.deleteLater()
            return
        self._at += len(piece)
        self._open_case.ask(ask.Rows(piece), self._arrived, owner=self, topic="piece")

    def _arrived(self, rows: list[Row]) -> None:
        self._rows.extend(rows)
        self._next()


def as_text(rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """A heading and a line for each row, as spreadsheets paste them."""
    header = [column.label for column in columns]
    return tab_separated(header, ([column.text(row) for column in columns] for row in rows))
