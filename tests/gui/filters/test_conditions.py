"""A filter taken apart: every condition has words and a way to take it away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.filters.conditions import conditions, days_words, period_sentence
from desktop.filters.presets import PRESETS, bounds, preset_of
from incidents.record.place import Box
from incidents.search.filter import Filter, Period

FULL = Filter(
    regions=("UA-63", "UKR"),
    boxes=(Box(35, 48, 39, 50),),
    period=Period(date(2022, 5, 1), date(2022, 5, 3)),
    types=("detention", "attack"),
    statuses=("reported",),
    min_grade="B2",
    sources=("A", "B"),
    text="camp",
)


def test_taking_all_conditions_away_one_by_one_leaves_the_empty_filter():
    wanted, steps = FULL, 0
    while left := conditions(wanted, str):
        assert all(condition.text and condition.without != wanted for condition in left)
        wanted, steps = left[0].without, steps + 1
    assert wanted == Filter()
    assert steps == 11


@pytest.mark.parametrize(
    ("period", "undated", "sentence"),
    [
        (
            Period(date(2022, 4, 25), date(2022, 5, 3)),
            4,
            "Shows incidents whose dates overlap 25 April – 3 May 2022; 4 undated ones are not shown.",
        ),
        (
            Period(date(2022, 5, 1), None, rule="inside"),
            0,
            "Shows incidents whose dates lie entirely in the time since 1 May 2022.",
        ),
        (
            Period(None, date(2022, 5, 1), basis="reported"),
            1,
            "Shows incidents first reported until 1 May 2022; 1 without a dated report is not shown.",
        ),
        (
            Period(date(2022, 5, 1), date(2022, 5, 1), basis="entered"),
            9,
            "Shows incidents entered in the case 1 May 2022.",
        ),
    ],
)
def test_the_rule_of_a_period_is_one_sentence(period, undated, sentence):
    assert period_sentence(period, undated) == sentence


@given(st.dates(), st.dates())
def test_any_days_have_words(first, second):
    start, end = sorted((first, second))
    for pair in ((start, end), (start, None), (None, end), (None, None)):
        assert days_words(*pair)


@given(st.dates(min_value=date(2, 1, 1)))
def test_a_preset_is_recognised_by_its_days(today):
    for key, _, _ in PRESETS:
        found = bounds(key, today)
        period = Period(*found) if any(found) else None
        assert bounds(preset_of(period, today), today) == found
