"""How many people or households: lowest, best and highest number with its qualifier and unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as it was told. None means not known; 0 means known to be none.

    Attributes:
        min, best, max: whole numbers or None, min <= best <= max where known.
        qualifier: "exact", "approximately", "more_than", "less_than", or "" when only a range is known.
        unit: "people" or "households".
        household_size: people per household where a source gives it; needed to count households as people.
        text: the words it was told in ("more than 100"), empty when typed as numbers.
    """

    min: int | None = None
    best: int | None = None
    max: int | None = None
    qualifier: str = ""
    unit: str = "people"
    household_size: float | None = None
    text: str = ""

    @property
    def known(self) -> bool:
        """True when any of the three numbers is known."""
        return self.min is not None or self.best is not None or self.max is not None

    def in_people(self) -> Figure | None:
        """The figure in people: itself, households times their recorded size, or None without a size."""
        if self.unit == "people":
            return self
        if not self.household_size:
            return None
        size = self.household_size
        scaled = [None if n is None else int(n * size + 0.5) for n in (self.min, self.best, self.max)]
        return Figure(*scaled, qualifier="approximately", unit="people", text=self.text)
