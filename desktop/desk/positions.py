"""Positions in a text, between Python's characters and Qt's: Qt counts letters beyond U+FFFF twice."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Positions:
    """Translates the positions of one text."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [at for at, letter in enumerate(text) if letter > "\uffff"]
        self._wide_in_qt = [at + before for before, at in enumerate(self._wide)]

    def to_qt(self, at: int) -> int:
        """Where Qt has the character `at`; positions outside of the text come to its ends."""
        at = min(max(at, 0), self._length)
        return at + bisect_left(self._wide, at)

    def from_qt(self, at: int) -> int:
        """Which character stands where Qt has `at`; between the two halves of one it is that character's end."""
        return min(max(at - bisect_right(self._wide_in_qt, at - 2), 0), self._length)
