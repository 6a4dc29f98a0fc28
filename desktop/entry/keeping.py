"""Keeps the half-typed form aside every two seconds, so that a crash costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.entry.state import State, dump, load
from incidents.errors import VigilError

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.search.results import KeptDraft

KEY = "entry"
EVERY = 2_000  # milliseconds between a change and its keeping


class Keeper(QObject):
    """Puts the form's state aside under a key of its own and drops it when the form is saved.

    A draft that was offered and not yet answered keeps its key; newer work goes under the next free one, so
    that it never overwrites the older.

    Signals: kept(datetime), when the state is in the case; failed(sentence); settled, when nothing is under way.
    """

    kept = Signal(object)
    failed = Signal(str)
    settled = Signal()

    def __init__(self, case: OpenCase, read: Callable[[], State | None], parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._read = read
        self._taken: set[str] = set()
        self._key = KEY
        self._stored = ""
        self.writing = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.now)

    def touched(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> bool:
        """Put the state aside at once; true when there is something that is kept."""
        self._timer.stop()
        state = self._read()
        if state is None:
            if self._stored:
                self.drop()
            return False
        content = dump(state)
        if content != self._stored:
            self._stored = content
            self._perform("KeepDraft", self._key, content)
        return True

    def drop(self, key: str = "") -> None:
        """Forget the kept state, or another draft that was offered."""
        self._timer.stop()
        if not key:
            stored, self._stored = self._stored, ""
            if not stored:
                return
        self._taken.discard(key)
        self._perform("DropDraft", key or self._key)

    def _perform(self, name: str, *arguments: str) -> None:
        from incidents import operations as do

        self.writing += 1

        def then(_outcome: object) -> None:
            self._written()
            if name == "KeepDraft":
                self.kept.emit(datetime.now().astimezone())

        def failed(error: VigilError) -> None:
            self._written()
            self.failed.emit(str(error))

        self._case.perform(getattr(do, name)(*arguments), then, owner=self, failed=failed, quiet=True)

    def _written(self) -> None:
        self.writing -= 1
        if not self.writing:
            self.settled.emit()

    # ------------------------------------------------------------ which key
    def start_anew(self) -> None:
        """The form begins with other work; what is kept so far stays in the case, to be offered again."""
        self._timer.stop()
        if self._stored:
            self._taken.add(self._key)
        self._stored = ""
        self._key = self._free_key()

    def go_on_with(self, key: str, content: str) -> None:
        """The form goes on with a kept draft."""
        self._taken.discard(key)
        self._key, self._stored = key, content

    def know_taken(self, keys: Iterable[str]) -> None:
        """These keys hold drafts that nobody has answered yet."""
        self._taken |= {key for key in keys if not (self._stored and key == self._key)}
        if self._key in self._taken and not self._stored:
            self._key = self._free_key()

    def mine(self, draft: KeptDraft) -> State | None:
        """The state of a kept draft of this form, when it may be offered."""
        current = bool(self._stored) and draft.key == self._key
        ours = draft.key == KEY or draft.key.startswith(f"{KEY}-")
        return load(draft.content) if ours and not current else None

    def _free_key(self) -> str:
        number = 1
        while (key := KEY if number == 1 else f"{KEY}-{number}") in self._taken:
            number += 1
        return key
