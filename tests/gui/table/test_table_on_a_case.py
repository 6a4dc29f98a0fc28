"""The table over a real case: what was entered is found, an edit keeps the selection, undo brings rows back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.table.table import IncidentTable
from incidents import operations as do
from incidents.search.columns import COLUMNS
from incidents.search.filter import parse
from tests.builders import a_draft

NUMBER = {column.key: number for number, column in enumerate(COLUMNS)}
DAYS = ("1 May 2022", "2 May 2022", "early June 2022", "2022", "")


@pytest.fixture
def ids(open_case, settled):
    added = []
    for number, day in enumerate(DAYS):
        draft = a_draft(title=f"Incident {number}", date=day, people="more than 100" if number == 2 else "")
        open_case.perform(do.AddIncident(draft), lambda outcome: added.append(outcome.value))
    settled(open_case)
    return added


@pytest.fixture
def table(open_case, ids, qtbot, settled):
    shown = IncidentTable(open_case)
    qtbot.addWidget(shown)
    shown.resize(1200, 400)
    shown.show()
    shown.set_filter(parse(""))
    settled(open_case)
    return shown


def column(table, key):
    return [table._model.index(line, NUMBER[key]).data() for line in range(table.count)]


def test_every_column_says_what_is_known_in_few_words(table):
    assert column(table, "date") == ["1–10 Jun 2022", "2 May 2022", "1 May 2022", "2022", ""]
    assert column(table, "people") == ["> 100", "", "", "", ""]
    assert column(table, "place") == ["Izyum"] * 5
    assert column(table, "region") == ["Kharkiv"] * 5
    assert column(table, "type") == ["Detention"] * 5


def test_every_column_can_be_sorted_by_both_ways(table, open_case, settled):
    problems = []
    open_case.failed.connect(problems.append)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        for number in range(len(COLUMNS)):
            table._grid.sortByColumn(number, order)
            settled(open_case)
            assert table.count == 5
    assert problems == []


def test_an_edit_keeps_the_selection_and_shows_in_the_row(table, ids, open_case, settled, qtbot):
    table.select(ids[1])
    settled(open_case)
    told = []
    table.current_changed.connect(told.append)
    open_case.perform(do.ChangeIncident(ids[1], a_draft(title="Mended", date="30 December 2022")))
    settled(open_case)
    assert table.current_id == ids[1]
    assert told == []
    # It moves to where its new date belongs; rows are fetched when the view asks for them, a moment later.
    qtbot.waitUntil(lambda: column(table, "title")[0] == "Mended")
    assert table._grid.currentIndex().row() == 0


def test_a_new_incident_is_selected_as_soon_as_it_is_listed(table, open_case, settled, qtbot):
    open_case.perform(
        do.AddIncident(a_draft(title="Newest", date="1 July 2022")), lambda outcome: table.select(outcome.value)
    )
    settled(open_case)
    # Rows are fetched when the view asks for them, so the words may come a moment after the selection.
    qtbot.waitUntil(
        lambda: column(table, "title")[table._grid.currentIndex().row()] == "Newest", timeout=5_000
    )


def test_what_is_withdrawn_leaves_and_comes_back_with_undo(table, ids, open_case, settled):
    table.select_all()
    chosen = []
    table.selected_ids(chosen.append)
    settled(open_case)
    assert sorted(chosen[0]) == sorted(ids)
    open_case.perform(do.WithdrawIncidents(tuple(ids[:2]), "entered twice"))
    settled(open_case)
    assert table.count == 3
    open_case.undo()
    settled(open_case)
    assert table.count == 5


def test_a_filter_of_days_and_region_lists_what_overlaps(table, open_case, settled):
    table.set_filter(parse("region:UA-63 period:2022-05-01..2022-05-03"))
    settled(open_case)
    assert column(table, "date") == ["2 May 2022", "1 May 2022", "2022"]
    table.set_filter(replace(table.filter, text="Incident 1"))
    settled(open_case)
    assert column(table, "title") == ["Incident 1"]
