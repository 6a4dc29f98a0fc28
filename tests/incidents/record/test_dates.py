"""EDTF text and its meaning (ISO 8601-2, level 0 and 1)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.dates import UNDATED, DateProblem, When, parse_edtf, when_from, window


def d(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "start", "end", "kind", "precision", "qualifier"),
    [
        ("2024-03-17", "2024-03-17", "2024-03-17", "point", "day", ""),
        ("2024-03", "2024-03-01", "2024-03-31", "point", "month", ""),
        ("2024-02", "2024-02-01", "2024-02-29", "point", "month", ""),
        ("2024", "2024-01-01", "2024-12-31", "point", "year", ""),
        ("2024-03-01/2024-03-05", "2024-03-01", "2024-03-05", "span", "day", ""),
        ("2024-03/2024-05", "2024-03-01", "2024-05-31", "span", "month", ""),
        ("2024-03-15/2024-05", "2024-03-15", "2024-05-31", "span", "month", ""),
        ("2024-03-17?", "2024-03-17", "2024-03-17", "point", "day", "?"),
        ("2024-03~", "2024-03-01", "2024-03-31", "point", "month", "~"),
        ("2024-03-17%", "2024-03-17", "2024-03-17", "point", "day", "%"),
        ("2024-03-XX", "2024-03-01", "2024-03-31", "point", "month", ""),
        ("2024-XX", "2024-01-01", "2024-12-31", "point", "year", ""),
        ("2024-XX-XX", "2024-01-01", "2024-12-31", "point", "year", ""),
        ("202X", "2020-01-01", "2029-12-31", "point", "unknown", ""),
        ("20XX", "2000-01-01", "2099-12-31", "point", "unknown", ""),
        ("2024-03-01~/2024-03-05?", "2024-03-01", "2024-03-05", "span", "day", "%"),
        ("2024-03-01~/2024-03-05", "2024-03-01", "2024-03-05", "span", "day", "~"),
    ],
)
def test_every_form_has_strict_bounds(
    text: str, start: str, end: str, kind: str, precision: str, qualifier: str
) -> None:
    assert parse_edtf(text) == When(text, d(start), d(end), kind, precision, qualifier)


@pytest.mark.parametrize(
    ("text", "start", "end", "ongoing"),
    [
        ("2024-03-01/..", "2024-03-01", "", True),
        ("2024-03-01/", "2024-03-01", "", False),
        ("../2024-03", "", "2024-03-31", False),
        ("/2024-03", "", "2024-03-31", False),
    ],
)
def test_an_open_or_unknown_end_is_never_padded(text: str, start: str, end: str, ongoing: bool) -> None:
    when = parse_edtf(text)
    assert (when.start, when.end, when.ongoing) == (d(start), d(end), ongoing)
    assert when.edtf == text


@pytest.mark.parametrize(
    ("season", "text", "end"),
    [
        ("2024-21", "2024-03/2024-05", "2024-05-31"),
        ("2024-22", "2024-06/2024-08", "2024-08-31"),
        ("2024-23", "2024-09/2024-11", "2024-11-30"),
        ("2023-24", "2023-12/2024-02", "2024-02-29"),
    ],
)
def test_a_season_becomes_its_months_in_the_north_and_stays_one_moment_in_them(
    season: str, text: str, end: str
) -> None:
    when = parse_edtf(season)
    assert (when.edtf, when.end, when.kind, when.precision) == (text, d(end), "point", "quarter")


@pytest.mark.parametrize("nothing", ["", "  ", "XXXX", "XXXX-XX-XX", "../..", "/", "/.."])
def test_nothing_known_is_undated(nothing: str) -> None:
    assert parse_edtf(nothing) == UNDATED


def test_the_text_is_made_canonical() -> None:
    assert parse_edtf(" 2024-03-xx ").edtf == "2024-03-XX"
    assert parse_edtf("2024-03-01/2024-03-01") == parse_edtf("2024-03-01")


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("2022-02-30", "no day 30 in February 2022: it has 28 days"),
        ("2022-13", "months go from 01 to 12"),
        ("2022-00-01", "months go from 01 to 12"),
        ("2022-05-00", "no day 0"),
        ("0000-05-01", "the year 0"),
        ("2022-05-03/2022-05-01", "before the start"),
        ("2022-XX-12", "names a day but not the month"),
        ("202X-05", "names a month but not the year"),
        ("2022-21/2022-22", "season"),
        ("9999-24", "9999"),
        ("?2022", "not a date"),
        ("2022-05-01/2022-05-02/2022-05-03", "not a date"),
        ("٢٠٢٢-٠٥-٠١", "not a date"),
        ("9" * 5000, "not a date"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(text: str, because: str) -> None:
    with pytest.raises(DateProblem, match=because):
        parse_edtf(text)


@given(st.text(max_size=60) | st.text("0123456789X-/.?~%", max_size=25))
def test_any_text_is_either_a_date_with_ordered_bounds_or_refused_in_words(text: str) -> None:
    try:
        when = parse_edtf(text)
    except DateProblem as problem:
        assert str(problem).strip().endswith((".", "…"))
        return
    assert when.start is None or when.end is None or when.start <= when.end
    again = parse_edtf(when.edtf)
    assert (again.start, again.end, again.qualifier) == (when.start, when.end, when.qualifier)


class TestPuttingADateTogether:
    def test_from_a_first_and_last_day(self) -> None:
        assert when_from("", "2022-05-01", "2022-05-03") == parse_edtf("2022-05-01/2022-05-03")
        assert when_from("", date(2022, 5, 1), date(2022, 5, 1)) == parse_edtf("2022-05-01")
        assert when_from("", None, "2022-05-03") == parse_edtf("/2022-05-03")
        assert when_from() == UNDATED

    def test_bounds_must_agree_with_the_text(self) -> None:
        assert when_from("2022-05", "2022-05-01", "2022-05-31") == parse_edtf("2022-05")
        with pytest.raises(DateProblem, match="do not agree"):
            when_from("2022-05", "2022-05-01", "2022-05-30")

    def test_a_window_comes_back_as_a_window(self) -> None:
        early = window(parse_edtf("2022-04-01/2022-04-10"))
        assert (early.kind, early.precision) == ("point", "month")
        assert when_from(early.edtf, early.start, early.end, early.precision, early.kind) == early

    def test_a_day_with_a_coarser_precision_is_widened(self) -> None:
        assert when_from("2022-05-15", precision="month") == parse_edtf("2022-05")
        assert when_from("2022-05-04", precision="week").edtf == "2022-05-02/2022-05-08"
        assert when_from("2022-05-04", precision="quarter").edtf == "2022-04/2022-06"
        assert when_from("2022-05-04~", precision="year").edtf == "2022~"

    def test_a_finer_precision_than_the_text_has_is_refused(self) -> None:
        with pytest.raises(DateProblem, match="not known to the day"):
            when_from("2022-05", precision="day")

    @pytest.mark.parametrize("wrong", [{"precision": "hour"}, {"kind": "era"}, {"start": "2022-05"}])
    def test_unknown_words_are_refused(self, wrong: dict[str, str]) -> None:
        with pytest.raises(DateProblem):
            when_from(**{"edtf": "2022-05-01", **wrong})


def test_first_and_last_day_for_filtering() -> None:
    assert parse_edtf("2022-03/..").last_day == date.max
    assert parse_edtf("2022-03-01/").last_day == date(2022, 3, 1)
    assert parse_edtf("/2022-03-01").first_day == date.min
    assert UNDATED.first_day is None
    assert UNDATED.last_day is None
