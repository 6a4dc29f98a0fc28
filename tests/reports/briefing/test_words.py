"""Numbers, dates and sums in the words of a briefing."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.record.figures import Figure
from incidents.search.tally import Sum
from reports.briefing import words
from tests.builders import a_figure, a_when


def plain(text: str) -> str:
    return text.replace(words.NBSP, " ")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("more than 100", "more than 100 people"),
        ("about 40 families", "about 40 households"),
        ("1", "1 person"),
        ("0", "no people"),
        ("3-8", "between 3 and 8 people"),
        ("at least 5", "at least 5 people"),
        ("up to 1200", "up to 1,200 people"),
    ],
)
def test_a_count_is_said_with_its_unit_and_how_sure_it_is(told: str, said: str) -> None:
    assert plain(words.figure(a_figure(told))) == said


def test_a_best_estimate_stands_beside_the_range() -> None:
    assert plain(words.figure(Figure(3, 5, 8))) == "between 3 and 8 people (best estimate 5)"


def test_small_numbers_are_spelled_out_in_sentences_only() -> None:
    assert plain(words.figure(Figure(5, 5, 5, "exact"), spell=True)) == "five people"
    assert plain(words.figure(Figure(5, 5, 5, "exact"))) == "5 people"
    assert plain(words.figure(Figure(12, 12, 12, "exact"), spell=True)) == "12 people"


def test_what_is_not_known_is_not_said() -> None:
    assert words.figure(None) == ""
    assert words.figure(Figure()) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1 May 2022", "on 1 May 2022"),
        ("May 2022", "in May 2022"),
        ("2022", "in 2022"),
        ("early May 2022", "between 1 and 10 May 2022"),
        ("1–3 May 2022", "from 1 to 3 May 2022"),
        ("March to May 2022", "from March 2022 to May 2022"),
    ],
)
def test_a_date_stands_in_a_sentence(text: str, said: str) -> None:
    assert plain(words.on_date(a_when(text))) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2022, 4, 25), date(2022, 5, 3), "from 25 April to 3 May 2022"),
        (date(2022, 5, 1), date(2022, 5, 3), "from 1 to 3 May 2022"),
        (date(2021, 12, 31), date(2022, 1, 1), "from 31 December 2021 to 1 January 2022"),
        (date(2022, 5, 1), date(2022, 5, 1), "on 1 May 2022"),
        (date(2022, 5, 1), None, "since 1 May 2022"),
        (None, date(2022, 5, 1), "until 1 May 2022"),
    ],
)
def test_a_period_says_what_its_ends_share_once(start: date | None, end: date | None, said: str) -> None:
    assert plain(words.days(start, end)) == said


def test_zero_and_no_data_are_told_apart() -> None:
    assert words.total(Sum(incidents=1)) == "0"
    assert words.total(Sum()) == words.total(None) == words.NO_DATA
    assert words.total_range(None) == "no figure recorded"


def test_a_sum_says_what_is_known_of_its_ends() -> None:
    assert words.total_range(Sum(100, 150, 200, False, 2)) == "between 100 and 200"
    assert words.total_range(Sum(100, 100, None, True, 2)) == "at least; no upper limit known"
    assert words.total_range(Sum(5, 5, 5, False, 1)) == ""
