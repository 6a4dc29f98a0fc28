"""Cells: short, honest about what is not known, and harmless in a spreadsheet."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.dates import UNDATED, When
from incidents.record.dates_said import understand_date
from incidents.record.figures import Figure
from incidents.record.figures_said import understand_count
from incidents.search.cells import guarded, tab_separated
from incidents.search.columns import BY_KEY, COLUMNS, short_figure, short_when

TODAY = date(2022, 6, 1)


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("1 May 2022", "1 May 2022"),
        ("1–3 May 2022", "1–3 May 2022"),
        ("28 April to 2 May 2022", "28 Apr – 2 May 2022"),
        ("30 December 2021 to 2 January 2022", "30 Dec 2021 – 2 Jan 2022"),
        ("May 2022", "May 2022"),
        ("2022", "2022"),
        ("about 1 May 2022", "1 May 2022 ca."),
        ("since 1 March 2022", "since 1 Mar 2022"),
        ("until 3 May 2022", "until 3 May 2022"),
    ],
)
def test_a_date_is_said_in_the_fewest_words_that_keep_its_precision(said, cell):
    assert short_when(understand_date(said, today=TODAY)) == cell


def test_an_undated_incident_has_an_empty_cell():
    assert short_when(UNDATED) == ""
    assert short_when(When()) == ""


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("12", "12"),
        ("more than 100", "> 100"),
        ("fewer than 20", "< 20"),
        ("about 1200", "~ 1,200"),
        ("10 to 15", "10–15"),
        ("40 families", "40 hh"),
    ],
)
def test_a_count_is_said_in_the_fewest_signs(said, cell):
    assert short_figure(understand_count(said)) == cell


def test_no_figure_and_zero_are_different():
    assert short_figure(None) == short_figure(Figure()) == ""
    assert short_figure(Figure(best=0, qualifier="exact")) == "0"


def test_every_column_has_its_own_key_and_a_heading():
    assert len(BY_KEY) == len(COLUMNS)
    assert all(column.label and column.width > 0 and column.align in ("left", "right") for column in COLUMNS)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1", "\u200b=1", "\t=1", "|cmd", "%0A"]
)
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe(text):
    assert guarded(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["> 100", "< 20", "~ 40", "10–15", "1 May 2022", "UKR-2022-0001", "“quoted”", ""]
)
def test_what_the_table_says_stays_as_it_is(text):
    assert guarded(text) == text


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=5))
def test_any_text_pastes_back_into_the_same_cells(rows):
    pasted = list(csv.reader(io.StringIO(tab_separated(["a", "b", "c"], rows)), delimiter="\t"))
    assert pasted[1:] == [[guarded(cell) for cell in line] for line in rows]
