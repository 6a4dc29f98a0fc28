"""Where the characters of a report's text stand on the pages of its original."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from incidents.record.wire_values import WireProblem, wrong


@dataclass(frozen=True, slots=True)
class PageBox:
    """A page: its characters in the text, and its size in points."""

    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LineBox:
    """A run of characters and its box on its page, in points from the left and from the top; page counts from 0."""

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages and lines of a report; empty for a document without pages."""

    pages: tuple[PageBox, ...] = ()
    lines: tuple[LineBox, ...] = ()

    @classmethod
    def of(cls, pages: Iterable[Any], lines: Iterable[Any]) -> Layout:
        """The layout that a reader of documents found; it may have classes of its own for the same things."""
        return cls(
            tuple(PageBox(*(getattr(page, name) for name in PageBox.__slots__)) for page in pages),
            tuple(LineBox(*(getattr(line, name) for name in LineBox.__slots__)) for line in lines),
        )

    def fits(self, text: str) -> bool:
        """True when every position lies in the text, every line on a page, and every number is one."""
        stretches = [(p.start, p.end) for p in self.pages] + [(n.start, n.end) for n in self.lines]
        numbers = [(p.width, p.height) for p in self.pages] + [
            (n.left, n.top, n.right, n.bottom) for n in self.lines
        ]
        return (
            all(0 <= start <= end <= len(text) for start, end in stretches)
            and all(0 <= line.page < len(self.pages) for line in self.lines)
            and all(math.isfinite(number) for row in numbers for number in row)
        )

    def to_json(self) -> dict[str, list[list[float]]]:
        """Rows of numbers, coordinates to a hundredth of a point."""
        pages = [[p.start, p.end, _short(p.width), _short(p.height)] for p in self.pages]
        lines = [
            [n.start, n.end, n.page, *(_short(x) for x in (n.left, n.top, n.right, n.bottom))]
            for n in self.lines
        ]
        return {"pages": pages, "lines": lines}

    @classmethod
    def from_json(cls, value: object) -> Layout:
        """The layout that `to_json` wrote; raises WireProblem for anything else."""
        if not isinstance(value, dict):
            raise wrong("layout", "an object", value)
        pages = [PageBox(*_row(row, 4, 2)) for row in _rows(value, "pages")]  # type: ignore[arg-type]
        lines = [LineBox(*_row(row, 7, 3)) for row in _rows(value, "lines")]  # type: ignore[arg-type]
        return cls(tuple(pages), tuple(lines))


def _short(number: float) -> float:
    return round(float(number), 2)


def _rows(value: dict[str, object], name: str) -> list[object]:
    rows = value.get(name)
    if not isinstance(rows, list):
        raise wrong(f"layout.{name}", "a list", rows)
    return rows


def _row(row: object, length: int, whole: int) -> list[float]:
    """Numbers, of which the first ones are whole."""
    if not isinstance(row, list) or len(row) != length:
        raise WireProblem("A line of the layout is not what it must be.")
    kinds = [int] * whole + [float] * (length - whole)
    if any(type(number) not in (kind, int) for number, kind in zip(row, kinds, strict=True)):
        raise WireProblem("A number of the layout is not what it must be.")
    return row
