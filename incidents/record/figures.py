"""How many people or households: lowest, best and highest number with its qualifier and unit."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from incidents.errors import VigilError
from incidents.record.codes import QUALIFIERS, UNITS

# More people than this do not live on earth.
MOST = 8_000_000_000


class FigureProblem(VigilError):
    """A count that cannot be; the sentence says why and what to write."""


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
        # Halves are rounded up, as the counting function's SQL does: totals must agree to the last person.
        low, best, high = (
            None if n is None else int(n * size + 0.5) for n in (self.min, self.best, self.max)
        )
        return Figure(low, best, high, qualifier="approximately", unit="people", text=self.text)


def qualified(figure: Figure) -> Figure:
    """The figure with the best number and the qualifier that its numbers imply, where none was given."""
    if figure.min is not None and figure.min == figure.max and figure.best is None:
        figure = replace(figure, best=figure.min)
    if figure.qualifier:
        return figure
    if figure.min is not None and figure.min == figure.best == figure.max:
        return replace(figure, qualifier="exact")
    if figure.min is not None and figure.best is None and figure.max is None:
        return replace(figure, qualifier="more_than")
    if figure.max is not None and figure.min is None and figure.best is None:
        return replace(figure, qualifier="less_than")
    return figure


def figure_problem(figure: Figure) -> str:
    """The sentence for what is wrong with a figure, or empty."""
    given: list[object] = [figure.min, figure.best, figure.max]
    for number in given:
        if number is None:
            continue
        if not isinstance(number, int) or isinstance(number, bool):
            return "A number of people must be a whole number. Correct it."
        if number < 0:
            return "A number of people cannot be below zero. Correct it."
        if number > MOST:
            return "More people than live on earth (8 billion). Check the number."
    known = [number for number in (figure.min, figure.best, figure.max) if number is not None]
    if known != sorted(known):
        lowest, best, highest = (
            "not known" if n is None else f"{n:,}" for n in (figure.min, figure.best, figure.max)
        )
        return f"The numbers are out of order: lowest {lowest}, best {best}, highest {highest}. Put them in order."
    if figure.qualifier and figure.qualifier not in QUALIFIERS:
        return f"“{figure.qualifier[:40]}” is no qualifier of a number. Use {', '.join(QUALIFIERS)}."
    if figure.qualifier == "exact" and len(set(known)) > 1:
        return "An exact number has no range. Give one number, or choose another qualifier."
    if figure.unit not in UNITS:
        return f"“{figure.unit[:40]}” is no unit to count in. Use {' or '.join(UNITS)}."
    return _size_problem(figure)


def _size_problem(figure: Figure) -> str:
    size: object = figure.household_size
    if size is None:
        return ""
    number = isinstance(size, int | float) and not isinstance(size, bool) and math.isfinite(size)
    if not number or not 0 < size <= 100:  # type: ignore[operator]
        return "A household has more than 0 and at most 100 people. Correct the household size."
    if figure.unit != "households":
        return "A household size belongs to a number of households. Choose households, or remove the size."
    return ""
