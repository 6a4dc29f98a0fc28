"""The rows that a table of a million incidents holds in memory: those near the eye, and no more."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Sequence

from incidents.search.results import Row

WINDOW = 128
MOST_WINDOWS = 64


class RowStore:
    """Rows by key, in windows of 128, at most 64 windows; the oldest window leaves first.

    Rows that became stale stay readable until their successors arrive, so a changed table does not flicker.
    Texts of a row are made when it is first shown, since most rows of a window never are.
    """

    def __init__(self, texts: Callable[[Row], tuple[str, ...]]) -> None:
        self._make_texts = texts
        self._rows: dict[int, Row] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self._fresh: set[int] = set()
        self._windows: deque[tuple[int, ...]] = deque()

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, pk: int) -> Row | None:
        """The row of a key, perhaps stale, or None."""
        return self._rows.get(pk)

    def texts(self, pk: int) -> tuple[str, ...] | None:
        """The cells of a row in the order of the columns, or None while the row is not here."""
        found = self._texts.get(pk)
        if found is None and (row := self._rows.get(pk)) is not None:
            found = self._texts[pk] = self._make_texts(row)
        return found

    def is_fresh(self, pk: int) -> bool:
        """True when the row is here as the case has it now."""
        return pk in self._fresh

    def add(self, rows: Sequence[Row]) -> None:
        """Take in one window of rows and let the oldest go when there are too many."""
        keys = tuple(row.pk for row in rows)
        for row in rows:
            self._rows[row.pk] = row
            self._texts.pop(row.pk, None)
        self._fresh.update(keys)
        self._windows.append(keys)
        while len(self._windows) > MOST_WINDOWS:
            self._forget(self._windows.popleft())

    def _forget(self, keys: tuple[int, ...]) -> None:
        leaving = set(keys)
        for window in self._windows:
            leaving.difference_update(window)
        for key in leaving:
            self._rows.pop(key, None)
            self._texts.pop(key, None)
        self._fresh -= leaving

    def mark_stale(self) -> None:
        """From now on every row has to be asked for again, and is shown as it was until then."""
        self._fresh.clear()

    def clear(self) -> None:
        """Forget everything."""
        for held in (self._rows, self._texts, self._fresh, self._windows):
            held.clear()


def window_of(number: int, ids: array[int]) -> list[int]:
    """The keys of a window."""
    return list(ids[number * WINDOW : (number + 1) * WINDOW])
