"""The select stage: everything a briefing needs, read from the case in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from incidents.record.incident import Incident
from incidents.search.filter import Filter
from incidents.search.tally import Tally

if TYPE_CHECKING:
    from incidents.case.writer import Reader


@dataclass(frozen=True, slots=True)
class Selected:
    """The incidents of a filter in order, what the counting function says of the same filter, and which incidents
    it counted nowhere, each with the reason (a key of `tally.left_out.counts`).
    """

    incidents: tuple[Incident, ...]
    tally: Tally
    uncounted: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Selection:
    """The question that a briefing asks: rows and totals of one filter, from one moment of the case."""

    wanted: Filter
    order: tuple[tuple[str, bool], ...] = (("date", True),)

    def __call__(self, reader: Reader) -> Selected:
        from incidents.search import questions as ask
        from incidents.search.counting import Uncounted

        incidents = tuple(ask.Incidents(self.wanted, self.order)(reader))
        return Selected(incidents, ask.Tally(self.wanted)(reader), Uncounted(self.wanted)(reader))
