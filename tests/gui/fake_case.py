"""A stand-in for the open case that answers from memory, late and in the order that the test wants.

For what a real case would make slow: a hundred thousand rows, answers that come too late, questions that fail.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from incidents.record.codes import TYPES, VERIFICATION
from incidents.record.dates import When
from incidents.record.figures import Figure
from incidents.search.results import Facets, Row

_CODES, _STATUSES = list(TYPES), [code for code in VERIFICATION if code != "withdrawn"]
_TOWNS = ("Izyum", "Vovchansk", "Mariupol", "Kharkiv", "Kup’yansk")


def row(pk: int, **changes: Any) -> Row:
    """A plausible row; every one is told from the others by its key."""
    day = date(2022, 3, 1) + timedelta(days=pk % 400)
    stamp = datetime(2022, 6, 1, 12, tzinfo=UTC)
    values: dict[str, Any] = {
        "pk": pk,
        "id": UUID(int=pk + 1),
        "ref": f"UKR-2022-{pk:04d}",
        "type": _CODES[pk % len(_CODES)],
        "title": f"Incident number {pk}",
        "when": When(day.isoformat(), day, day, "point", "day"),
        "place": _TOWNS[pk % len(_TOWNS)],
        "region": "Kharkiv",
        "country": "Ukraine",
        "figure": Figure(best=pk % 50, qualifier="exact"),
        "status": _STATUSES[pk % len(_STATUSES)],
        "grade": "B2" if pk % 3 else "",
        "sources": pk % 4,
        "claims": pk % 6,
        "occurrence": "occurred",
        "sensitivity": "moderate",
        "geo_precision": "settlement",
        "entered_at": stamp,
        "changed_at": stamp,
    }
    return Row(**(values | changes))


@dataclass
class Info:
    """What a table asks about a case."""

    path: Path = Path("fake.vigil")
    name: str = "Fake"
    country: str = "UKR"
    read_only: bool = False


class FakeOpenCase(QObject):
    """Answers the table's and the filter pane's questions from a list of rows.

    `hold()` keeps answers back until `let_go()`; `asked` lists the names of all questions.
    """

    changed = Signal(object)
    failed = Signal(str)
    done = Signal(str, bool)

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        super().__init__()
        self.info = Info()
        self.rows = {each.pk: each for each in rows}
        self.asked: list[str] = []
        self.takes: Callable[[Any, Row], bool] = lambda wanted, row: True
        self._newest: dict[tuple[int, str], int] = {}
        self._held: list[Callable[[], None]] | None = None
        self._number = 0

    def hold(self) -> None:
        """Keep answers back from now on."""
        self._held = []

    def let_go(self, *, backwards: bool = False) -> None:
        """Give the answers that were kept back, in the order asked or the other way round."""
        held, self._held = self._held or [], None
        for answer in reversed(held) if backwards else held:
            answer()

    def ask(
        self, question: Any, then: Callable[[Any], object], *, owner: QObject, topic: str = "", failed: Any = None
    ) -> None:
        """Answer on the next turn of the event loop, as the real one does, unless something newer was asked."""
        self._number += 1
        number, key = self._number, (id(owner), topic)
        if topic:
            self._newest[key] = number
        self.asked.append(type(question).__name__)

        def answer() -> None:
            if not topic or self._newest[key] == number:
                then(self._answer(question))

        if self._held is not None:
            self._held.append(answer)
        else:
            QTimer.singleShot(0, self, answer)

    def _taken(self, wanted: Any, order: Any = ()) -> list[Row]:
        found = [each for each in self.rows.values() if self.takes(wanted, each)]
        for key, descending in order:
            if key in ("ref", "title", "place"):
                found.sort(key=lambda each: getattr(each, key), reverse=descending)
            elif key == "date":
                found.sort(key=lambda each: each.when.edtf, reverse=descending)
        return found

    def _answer(self, question: Any) -> Any:
        match type(question).__name__:
            case "Page":
                found = self._taken(question.wanted, question.order)
                return found[question.offset : question.offset + question.limit]
            case "Ids":
                return array("q", (each.pk for each in self._taken(question.wanted, question.order)))
            case "Count":
                return len(self._taken(question.wanted))
            case "Rows":
                return [self.rows[pk] for pk in question.pks if pk in self.rows]
            case "Pks":
                known = {each.id: each.pk for each in self.rows.values()}
                return [known[uid] for uid in question.ids if uid in known]
            case "Facets":
                return Facets()
        return []
