"""When a report is done or set aside: what is said, what comes next, and that nobody reads it again by accident."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.desk.deciding import Deciding
from desktop.desk.inbox import Inbox
from desktop.desk.reading import ReadingPane

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase

OVER = ("done", "set_aside")


class Ending(QObject):
    """Puts the report that is shown into a state and leads to the next one.

    Signals: cards_wanted, inbox_wanted: where the focus is to go.
    """

    cards_wanted = Signal()
    inbox_wanted = Signal()

    def __init__(
        self, case: OpenCase, inbox: Inbox, reading: ReadingPane, deciding: Deciding, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._case = case
        self._inbox = inbox
        self._reading = reading
        self._deciding = deciding
        self._asked: UUID | None = None

    def leave(self, state: str) -> None:
        """The report is done, or not for now; go on with the next one."""
        seen = self._reading.seen
        if seen is None:
            return
        following = self._inbox.next_to_do(seen.report.id)
        self._put(seen.report.id, state, seen.open_count if state == "done" else 0)
        if following is not None:
            self._inbox.go_to(following)
            self.cards_wanted.emit()
        else:
            self.inbox_wanted.emit()

    def _put(self, report: UUID, state: str, left: int) -> None:
        if not left:
            self._deciding.put_into((report,), state)
            return
        from incidents import operations as do

        one = self.tr("Done; 1 suggestion was left open.")
        told = one if left == 1 else self.tr("Done; {0} suggestions were left open.").format(f"{left:,}")
        self._case.perform(
            do.SetReportState((report,), state),
            lambda outcome: self._case.done.emit(told, True) if outcome.step else None,
            owner=self,
            quiet=True,
        )

    # ------------------------------------------------------------ reading again
    def may_decide(self) -> bool:
        """Whether suggestions can be decided; for a report that is over it is asked first, and again means yes."""
        seen = self._reading.seen
        if seen is None or self._case.info.read_only:
            return False
        report = seen.report.id
        if seen.report.state not in OVER:
            return True
        if self._asked == report:
            self._read_again(report)
            return False
        self._asked = report
        said = {
            "done": self.tr("This report is done. Read it again? Press the same key once more, or:"),
            "set_aside": self.tr("This report was set aside. Read it now? Press the same key once more, or:"),
        }[seen.report.state]
        self._reading.banner.say(said, self.tr("Read again"), lambda: self._read_again(report))
        return False

    def guarded(self, decide: Callable[[UUID], None]) -> Callable[[UUID], None]:
        """The same, where suggestions can be decided."""

        def guard(suggestion: UUID) -> None:
            if self.may_decide():
                decide(suggestion)

        return guard

    def _read_again(self, report: UUID) -> None:
        self._asked = None
        self._deciding.put_into((report,), "in_work")

    def forget(self) -> None:
        """The user went on; what was asked is not answered by a later key."""
        self._asked = None
