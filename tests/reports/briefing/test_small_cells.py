"""No small count can be read or worked out from a table for the public."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.briefing.small_cells import SMALL, WITHHELD, suppress


def with_totals(rows: list[list[int]]) -> list[list[int]]:
    grid = [[*row, sum(row)] for row in rows]
    return [*grid, [sum(column) for column in zip(*grid, strict=True)]]


def test_counts_from_one_to_four_are_hidden() -> None:
    marks = suppress(with_totals([[0, 1, 4, 5], [9, 9, 9, 9]]))
    assert marks[0][:4] == ["", SMALL, SMALL, ""]


def test_a_single_hidden_count_takes_the_next_smallest_with_it() -> None:
    marks = suppress(with_totals([[3, 10, 50], [20, 30, 40]]))
    assert marks[0][0] == SMALL
    assert marks[0][1] == WITHHELD
    assert marks[1][0] == WITHHELD
    assert marks[1][1] == WITHHELD


@given(
    st.integers(1, 6).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=6
        )
    )
)
def test_no_row_and_no_column_gives_a_hidden_count_away(rows: list[list[int]]) -> None:
    grid = with_totals(rows)
    marks = suppress(grid)
    for row, marked in zip(grid, marks, strict=True):
        assert all(mark for value, mark in zip(row, marked, strict=True) if 0 < value < 5)
        assert sum(1 for mark in marked if mark) != 1
    for column in zip(*marks, strict=True):
        assert sum(1 for mark in column if mark) != 1
