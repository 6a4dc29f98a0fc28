"""Hides small counts in a table, and as many more as keep anyone from working them out.

A count from 1 to 4 becomes "<5" (primary suppression). Where only one cell of a row or column is hidden, it
could be worked out from the total, so the next smallest is withheld too (complementary suppression).
"""

from __future__ import annotations

from collections.abc import Sequence

from reports.briefing.profiles import SMALL_CELL

SMALL = f"<{SMALL_CELL}"
WITHHELD = "x"


def suppress(grid: Sequence[Sequence[int]]) -> list[list[str]]:
    """What to print for each cell of `grid`, whose last row and last column are totals: "", SMALL or WITHHELD.

    "" leaves the cell as it is. Every row and every column ends with no hidden cell, or with at least two.
    """
    marks = [[SMALL if 0 < value < SMALL_CELL else "" for value in row] for row in grid]
    height, width = len(grid), len(grid[0]) if grid else 0
    lines = [[(r, c) for c in range(width)] for r in range(height)]
    lines += [[(r, c) for r in range(height)] for c in range(width)]
    changed = True
    while changed:
        changed = False
        for line in lines:
            if sum(1 for r, c in line if marks[r][c]) != 1:
                continue
            # The smallest count that is left; empty cells before totals, totals before nothing.
            free = [(r, c) for r, c in line if not marks[r][c]]
            if not free:
                continue
            r, c = min(
                free,
                key=lambda cell: (
                    grid[cell[0]][cell[1]] == 0,
                    cell[0] == height - 1,
                    cell[1] == width - 1,
                    grid[cell[0]][cell[1]],
                    cell,
                ),
            )
            marks[r][c] = WITHHELD
            changed = True
    return marks
