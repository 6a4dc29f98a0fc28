"""Offers half-typed incidents again: a slim bar with Continue and Discard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.entry.frame import quiet_line
from desktop.entry.keeping import Keeper
from desktop.entry.state import text_of
from desktop.widgets import theme

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.search.results import KeptDraft


class OfferBar(QFrame):
    """ "You were entering an incident at 14:05." with Continue and Discard."""

    continue_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.mark(self, "bar")
        self._text = quiet_line()
        self.go_on = QPushButton(self.tr("&Continue"))
        self.discard = theme.mark(QPushButton(self.tr("Discard")), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        row.addWidget(self._text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.discard)
        self.go_on.clicked.connect(self.continue_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.hide()

    def offer(self, at: datetime, ref: str) -> None:
        """Ask about what was typed at this time; `ref` is the incident that was being changed, if any."""
        moment = at.astimezone()
        today = moment.date() == datetime.now().astimezone().date()
        said = f"{moment:%H:%M}" if today else f"{moment.day} {moment:%B}, {moment:%H:%M}"
        if ref:
            self._text.setText(self.tr("You were changing %s at %s.") % (ref, said))
        else:
            self._text.setText(self.tr("You were entering an incident at %s.") % said)
        self.show()


class Offering(QObject):
    """Looks in the case for drafts that nobody has answered, the newest first.

    Signals: accepted(KeptDraft, state), the user goes on with it; discarded.
    """

    accepted = Signal(object, object)
    discarded = Signal()

    def __init__(self, case: OpenCase, keeper: Keeper, bar: OfferBar) -> None:
        super().__init__(bar)
        self._case = case
        self._keeper = keeper
        self._bar = bar
        self._offered: KeptDraft | None = None
        self._wanted = self._accepting = False
        keeper.settled.connect(self._look_again)
        bar.continue_wanted.connect(self._accept)
        bar.discard_wanted.connect(self._discard)

    def look(self) -> None:
        """Ask the case, once what is being put aside now is in it, and offer what it has."""
        self._wanted = bool(self._keeper.writing)
        if self._wanted:
            return
        from incidents.search import questions as ask

        self._case.ask(ask.Drafts(), self._offer_newest, owner=self, topic="drafts")

    def accept_newest(self) -> None:
        """Go on with the newest at once: the user has said so elsewhere."""
        self._accepting = True
        self.look()

    def _look_again(self) -> None:
        if self._wanted:
            self.look()

    def _offer_newest(self, drafts: Sequence[KeptDraft]) -> None:
        ours = [(draft, state) for draft in drafts if (state := self._keeper.mine(draft)) is not None]
        self._keeper.know_taken(draft.key for draft, _ in ours)
        self._offered = None
        self._bar.hide()
        if ours:
            self._offered, state = ours[-1]
            self._bar.offer(self._offered.at, text_of(state, "ref"))
        accepting, self._accepting = self._accepting, False
        if accepting:
            self._accept()

    def _take(self) -> KeptDraft | None:
        kept, self._offered = self._offered, None
        self._bar.hide()
        return kept

    def _accept(self) -> None:
        kept = self._take()
        if kept is not None:
            self.accepted.emit(kept, self._keeper.mine(kept) or {})

    def _discard(self) -> None:
        kept = self._take()
        if kept is not None:
            self._keeper.drop(kept.key)
            self.discarded.emit()
