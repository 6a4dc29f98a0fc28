"""Counts as people type them: never rounder, never more certain than they were told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.figures import Figure, FigureProblem, figure_problem
from incidents.record.figures_said import describe_figure, understand_count
from tests.strategies import figures, hostile_text


def numbers(text: str) -> tuple[int | None, int | None, int | None, str]:
    figure = understand_count(text)
    return figure.min, figure.best, figure.max, figure.qualifier


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("100", 100),
        ("1,200", 1200),
        ("1 200", 1200),
        ("1\u00a0200", 1200),
        ("1.200", 1200),
        ("1'200'000", 1_200_000),
        ("٤٠", 40),
        ("1.2 million", 1_200_000),
        ("1,2 million", 1_200_000),
        ("6.625 million people", 6_625_000),
        ("5k", 5000),
        ("2 тисячі", 2000),
        ("seven", 7),
        ("twenty-five", 25),
        ("one hundred and fifty people", 150),
        ("two thousand three hundred", 2300),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a woman", 1),
        ("12 детей", 12),
        ("douze personnes", 12),
        ("0", 0),
        ("none", 0),
    ],
)
def test_one_number_is_exact(text: str, number: int) -> None:
    assert numbers(text) == (number, number, number, "exact")


@pytest.mark.parametrize(
    "text",
    ["about 100", "some 100 people", "around 100", "~100", "nearly 100", "100 or so", "близько 100 осіб",
     "около 100 человек", "environ 100 personnes", "une centaine de personnes", "unas 100 personas",
     "حوالي 100 شخص"],
)  # fmt: skip
def test_about_is_approximate(text: str) -> None:
    assert numbers(text) == (100, 100, 100, "approximately")


@pytest.mark.parametrize(
    "text",
    ["more than 100", "over 100 people", "at least 100", "no fewer than 100", "100+", "100 or more", ">100", "≥ 100",
     "upwards of a hundred", "approximately more than 100", "понад 100 людей", "более 100 человек",
     "plus de 100 civils", "más de 100", "أكثر من 100 شخص"],
)  # fmt: skip
def test_more_than_gives_a_minimum_and_no_best_number(text: str) -> None:
    assert numbers(text) == (100, None, None, "more_than")


@pytest.mark.parametrize(
    "text", ["up to 50", "fewer than 50", "at most 50 people", "<50", "менше 50", "moins de 50", "hasta 50"]
)
def test_up_to_gives_a_maximum_and_no_minimum(text: str) -> None:
    assert numbers(text) == (None, None, 50, "less_than")


@pytest.mark.parametrize(
    "text",
    ["20-30", "20–30 people", "20 to 30", "from 20 to 30", "between 20 and 30", "at least 20 and at most 30",
     "від 20 до 30 осіб", "entre 20 et 30", "de 20 à 30 personnes", "entre 20 y 30", "بين 20 و 30"],
)  # fmt: skip
def test_a_range_has_no_best_number(text: str) -> None:
    assert numbers(text)[:3] == (20, None, 30)


def test_a_range_may_name_its_best_number() -> None:
    assert numbers("20-30 people (best estimate 25)") == (20, 25, 30, "")


def test_a_multiplier_after_a_range_belongs_to_both_numbers() -> None:
    assert numbers("2-3 million")[:3] == (2_000_000, None, 3_000_000)
    assert numbers("three to four hundred")[:3] == (300, None, 400)
    assert numbers("500 to 2 thousand")[:3] == (500, None, 2000)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("dozens", 24),
        ("several dozen people", 24),
        ("hundreds of civilians", 200),
        ("several hundred", 200),
        ("thousands", 2000),
        ("tens of thousands of people", 20_000),
        ("hundreds of thousands", 200_000),
        ("several", 3),
        ("many civilians", 3),
        ("a few", 3),
        ("десятки людей", 20),
        ("сотни", 200),
        ("тисячі людей", 2000),
        ("des milliers", 2000),
        ("decenas de miles", 20_000),
        ("عشرات الآلاف", 20_000),
    ],
)
def test_vague_words_are_minimums_that_keep_their_words(text: str, least: int) -> None:
    figure = understand_count(text)
    assert figure == Figure(least, None, None, "more_than", text=text)


def test_families_are_households_and_never_silently_people() -> None:
    assert understand_count("40 families") == Figure(40, 40, 40, "exact", "households", None, "40 families")
    assert understand_count("dozens of families").unit == "households"
    assert understand_count("близько 40 сімей").unit == "households"
    assert understand_count("40 families").in_people() is None


def test_a_household_size_makes_people_an_estimate() -> None:
    figure = understand_count("40 families of 5")
    assert figure.household_size == 5
    assert figure.in_people() == Figure(200, 200, 200, "approximately", text="40 families of 5")
    assert understand_count("40 households of 4.5").household_size == 4.5
    assert understand_count("40 families, 200 people").household_size == 5


@pytest.mark.parametrize("text", ["", "  ", "unknown", "not known", "?", "невідомо", "inconnu"])
def test_not_known_is_no_number_and_not_zero(text: str) -> None:
    assert not understand_count(text).known
    assert understand_count("0").known


def test_the_words_are_kept_and_bare_digits_are_not() -> None:
    assert understand_count(" more  than 100 ").text == "more than 100"
    assert understand_count("1,200").text == ""


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("-5", "below zero"),
        ("−5 people", "below zero"),
        ("1.5", "not a whole number"),
        ("1.5 people", "not a whole number"),
        ("1,20", "not a whole number"),
        ("30-20", "out of order"),
        ("8,000,000,001", "8 billion"),
        ("9" * 100, "8 billion"),
        ("12 34", "do not make one number"),
        ("mroe than 100", "“mroe” in “mroe than 100” was not understood"),
        ("two men and three women", "was not understood as a number"),
        ("more than", "was not understood as a number"),
        ("at least 100 at most", "was not understood as a number"),
        ("40 families of 0", "household"),
        ("x" * 5000, "too long"),
    ],
)
def test_what_is_no_count_is_refused_with_what_to_write(text: str, because: str) -> None:
    with pytest.raises(FigureProblem, match=because):
        understand_count(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1", "1 person"),
        ("1200", "1,200 people"),
        ("0", "none"),
        ("unknown", "number not known"),
        ("about 1200", "about 1,200 people"),
        ("more than 100", "more than 100 people"),
        ("at least 100", "at least 100 people"),
        ("up to 50", "up to 50 people"),
        ("under 50", "fewer than 50 people"),
        ("20-30", "20–30 people"),
        ("20-30 best 25", "20–30 people (best estimate 25)"),
        ("dozens", "at least 24 people (“dozens”)"),
        ("40 families", "40 households"),
        ("40 families of 5", "40 households of 5"),
    ],
)
def test_a_count_is_said_in_plain_english(text: str, said: str) -> None:
    assert describe_figure(understand_count(text)) == said


@given(figures())
def test_what_is_said_is_understood_as_the_same_count(figure: Figure) -> None:
    assert figure_problem(figure) == ""
    assert replace(understand_count(describe_figure(figure)), text="") == figure


_PIECES = st.sampled_from(
    "1 20 0 1.5 1,200 -5 100+ > < ~ more than at least up to between and to or dozens hundred thousand million half a "
    "families people of best estimate several none unknown сімей людей une centaine ( ) “ ” - –".split()
)


@given(st.lists(_PIECES, min_size=1, max_size=8).map(" ".join) | hostile_text())
def test_any_text_is_a_valid_count_or_a_sentence(text: str) -> None:
    try:
        figure = understand_count(text)
    except FigureProblem as problem:
        assert str(problem).endswith(".")
        assert str(problem).isprintable()
        return
    assert figure_problem(figure) == ""
    assert describe_figure(figure)


@pytest.mark.parametrize(
    ("figure", "because"),
    [
        (Figure(5, 3, None), "out of order"),
        (Figure(None, 7, 6), "out of order"),
        (Figure(-1), "below zero"),
        (Figure(best=8_000_000_001), "8 billion"),
        (Figure(1, 1, 2, "exact"), "no range"),
        (Figure(1, qualifier="loads"), "no qualifier"),
        (Figure(1, unit="cats"), "no unit"),
        (Figure(1, unit="households", household_size=float("nan")), "household"),
        (Figure(1, household_size=5.0), "belongs to a number of households"),
        (Figure(True), "whole number"),
        (Figure(1.0), "whole number"),  # type: ignore[arg-type]
    ],
)
def test_numbers_that_contradict_each_other_are_named(figure: Figure, because: str) -> None:
    assert because in figure_problem(figure)
