"""When something happened: EDTF text with explicit inclusive bounds and precision.

The text is ISO 8601-2 (EDTF) level 0 and 1. Bounds are strict and never padded: an unknown or open end is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class When:
    """A date, period or window of time, as precisely as it is known.

    Attributes:
        edtf: canonical EDTF text; empty when nothing is known.
        start, end: first and last possible day, both inclusive; None when open or unknown.
        kind: "point" (one moment somewhere in the window) or "span" (activity over the whole window).
        precision: a code of DATE_PRECISION: day, week, month, quarter, year, unknown.
        qualifier: "", "?" (uncertain), "~" (approximate) or "%" (both).
        ongoing: true only for an open end ("2022-03/..").
    """

    edtf: str = ""
    start: date | None = None
    end: date | None = None
    kind: str = "point"
    precision: str = "unknown"
    qualifier: str = ""
    ongoing: bool = False

    @property
    def known(self) -> bool:
        """True when at least one bound is known; otherwise the incident is undated."""
        return self.start is not None or self.end is not None

    @property
    def first_day(self) -> date | None:
        """First day for filtering: date.min when only the end is known, None when undated."""
        return self.start if self.start or not self.known else date.min

    @property
    def last_day(self) -> date | None:
        """Last day for filtering: an unknown end ends at its start, an ongoing one never (date.max)."""
        if self.end is not None or not self.known:
            return self.end
        return date.max if self.ongoing else self.start


UNDATED = When()
