"""The result of counting: every number that Vigil shows or prints.

Sums are kept apart by what may never be added: people and households, flow and stock, figure kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of figures of one kind, unit and measure.

    min, best, max are summed separately; where a figure has no best its min is taken, and `at_least` says so.
    `incidents` had such a figure. max is None as soon as one summed figure has no known maximum.
    """

    min: int = 0
    best: int = 0
    max: int | None = 0
    at_least: bool = False
    incidents: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class SumKey:
    """What a sum is of: figure kind ("people", "killed", ...), unit, measure (flow or stock)."""

    kind: str
    unit: str
    measure: str


@dataclass(frozen=True, slots=True)
class Group:
    """Totals of one set of incidents."""

    incidents: int = 0
    sums: Mapping[SumKey, Sum] = field(default_factory=dict)
    without_figure: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was not added to any total, by reason; refs name the incidents (at most 200 of them a reason)."""

    counts: Mapping[str, int] = field(default_factory=dict)
    refs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """The counting function's whole answer for one filter.

    Attributes:
        count: incidents in the filter (the rows of the table).
        headline: corroborated and verified incidents, duplicates and containing totals left out.
        under_review: not assessed, reported and contested ones, likewise.
        left_out: reasons "duplicate", "aggregate", "earlier_stock", "refuted", "withdrawn".
        by_type, by_region, by_status: counted incidents as (headline, under review) groups;
            by_region is keyed by first-level region code, else country code, else "".
        by_type_region: (type, region) -> (headline incidents, under review incidents).
        no_figure, no_date, no_place: incidents of `count` lacking that.
    """

    count: int = 0
    headline: Group = field(default_factory=Group)
    under_review: Group = field(default_factory=Group)
    left_out: LeftOut = field(default_factory=LeftOut)
    by_type: Mapping[str, tuple[Group, Group]] = field(default_factory=dict)
    by_region: Mapping[str, tuple[Group, Group]] = field(default_factory=dict)
    by_status: Mapping[str, int] = field(default_factory=dict)
    by_type_region: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    no_figure: int = 0
    no_date: int = 0
    no_place: int = 0
