"""Dates as people type them, understood against a report that was published on Wednesday 4 May 2022."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.record.date_words import LANGUAGES
from incidents.record.dates import UNDATED, DateProblem, When
from incidents.record.dates_said import describe_date, understand_date
from tests.strategies import DAYS, hostile_text, whens

PUBLISHED = date(2022, 5, 4)


def understood(text: str) -> str:
    """EDTF text, with a mark where one moment in a period is meant."""
    when = understand_date(text, published=PUBLISHED)
    return when.edtf + (" window" if when.kind == "point" and "/" in when.edtf else "")


def all_of(table: str) -> list[tuple[str, str]]:
    return [tuple(part.strip() for part in line.split("=", 1)) for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        1 May 2022              = 2022-05-01
        May 1, 2022             = 2022-05-01
        1st of May, 2022        = 2022-05-01
        Sunday 1 May 2022       = 2022-05-01
        1.5.2022                = 2022-05-01
        01.05.2022              = 2022-05-01
        1.5.22                  = 2022-05-01
        13/05/2022              = 2022-05-13
        05/13/2022              = 2022-05-13
        05/05/2022              = 2022-05-05
        2022/05/01              = 2022-05-01
        2022-5-1                = 2022-05-01
        5-May-2022              = 2022-05-05
        2022-05-01T10:00:00Z    = 2022-05-01
        1 May 2022 at 14:30     = 2022-05-01
        2022-05                 = 2022-05
        05/2022                 = 2022-05
        May 2022                = 2022-05
        the month of May 2022   = 2022-05
        2022                    = 2022
        2022-05-XX              = 2022-05-XX
        202X                    = 202X
        2022-05-01/..           = 2022-05-01/..
    """),
)
def test_a_calendar_date_in_every_common_order(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        1 May          = 2022-05-01
        5 May          = 2021-05-05
        May            = 2022-05
        June           = 2021-06
        late April     = 2022-04-21/2022-04-30 window
        29 February    = 2020-02-29
        1–3 May        = 2022-05-01/2022-05-03
        since November = 2021-11/..
        winter         = 2021-12/2022-02 window
        28 December - 3 January = 2021-12-28/2022-01-03
    """),
)
def test_a_missing_year_is_the_last_one_that_fits_by_the_day_of_publication(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        today                = 2022-05-04
        yesterday            = 2022-05-03
        the day before yesterday = 2022-05-02
        last Sunday          = 2022-05-01
        on Sunday            = 2022-05-01
        this Sunday          = 2022-05-01
        Wednesday            = 2022-05-04
        last Wednesday       = 2022-04-27
        two days ago         = 2022-05-02
        a week ago           = 2022-04-25/2022-05-01 window
        last week            = 2022-04-25/2022-05-01 window
        this week            = 2022-05-02/2022-05-08 window
        last weekend         = 2022-04-30/2022-05-01 window
        last month           = 2022-04
        last year            = 2021
        last May             = 2021-05
        last summer          = 2021-06/2021-08 window
        1 May last year      = 2021-05-01
        early last month     = 2022-04-01/2022-04-10 window
        the last two weeks   = 2022-04-20/2022-05-04
        Monday to Wednesday  = 2022-05-02/2022-05-04
    """),
)
def test_words_are_counted_back_from_the_day_of_publication(text: str, edtf: str) -> None:
    assert understood(text) == edtf


def test_without_a_publication_date_today_is_the_reference() -> None:
    assert understand_date("yesterday", today=date(2024, 3, 1)).edtf == "2024-02-29"
    assert understand_date("yesterday", published=PUBLISHED, today=date(2024, 3, 1)).edtf == "2022-05-03"


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        1-3 May 2022                   = 2022-05-01/2022-05-03
        May 1-3, 2022                  = 2022-05-01/2022-05-03
        28 April - 2 May 2022          = 2022-04-28/2022-05-02
        28 April 2022 to 2 May 2022    = 2022-04-28/2022-05-02
        from 1 to 5 March              = 2022-03-01/2022-03-05
        28 December - 3 January 2022   = 2021-12-28/2022-01-03
        28 December 2021 - 3 January   = 2021-12-28/2022-01-03
        1.5.-3.5.2022                  = 2022-05-01/2022-05-03
        2022-05-01 to 2022-05-03       = 2022-05-01/2022-05-03
        March-April 2022               = 2022-03/2022-04
        2020-2021                      = 2020/2021
        1 and 2 May 2022               = 2022-05-01/2022-05-02
        late April to 2 May 2022       = 2022-04-21/2022-05-02
    """),
)
def test_a_period_is_activity_from_its_first_to_its_last_day(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        early April 2022        = 2022-04-01/2022-04-10 window
        beginning of April 2022 = 2022-04-01/2022-04-10 window
        mid-April 2022          = 2022-04-11/2022-04-20 window
        late February 2024      = 2024-02-21/2024-02-29 window
        early 2022              = 2022-01/2022-04 window
        first week of May 2022  = 2022-05-01/2022-05-07 window
        last week of April 2022 = 2022-04-24/2022-04-30 window
        spring 2022             = 2022-03/2022-05 window
        winter 2021-22          = 2021-12/2022-02 window
        winter 2021-2022        = 2021-12/2022-02 window
        Q1 2022                 = 2022-01/2022-03 window
        first quarter of 2022   = 2022-01/2022-03 window
        between 1 and 5 March   = 2022-03-01/2022-03-05 window
        the night of 3 May      = 2022-05-03/2022-05-04 window
        night of 3 to 4 May     = 2022-05-03/2022-05-04 window
        last night              = 2022-05-03/2022-05-04 window
    """),
)
def test_a_vague_time_is_one_moment_somewhere_in_a_window(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        since 1 March 2022          = 2022-03-01/..
        1 March 2022 - ongoing      = 2022-03-01/..
        from 1 March 2022           = 2022-03-01/
        until 5 March 2022          = /2022-03-05
        as of 5 March 2022          = /2022-03-05
        before 5 March 2022         = /2022-03-04 window
        after 5 March 2022          = 2022-03-06/ window
        by 5 March 2022             = /2022-03-05 window
    """),
)
def test_an_end_that_nobody_told_stays_open(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        around 5 March       = 2022-03-05~
        c. 5 March 2022      = 2022-03-05~
        probably 5 March     = 2022-03-05?
        5 March 2022?        = 2022-03-05?
        about March 2022     = 2022-03~
        possibly around 5 March = 2022-03-05%
    """),
)
def test_doubt_is_kept(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize("text", ["", " ", "unknown", "Date not known", "n/a", "?", "невідомо", "غير معروف"])
def test_not_known_is_undated(text: str) -> None:
    assert understand_date(text, published=PUBLISHED) == UNDATED


@pytest.mark.parametrize(
    ("text", "edtf"),
    all_of("""
        1 травня 2022 року       = 2022-05-01
        неділя, 1 травня         = 2022-05-01
        з 1 до 5 березня 2022    = 2022-03-01/2022-03-05
        на початку квітня        = 2022-04-01/2022-04-10 window
        минулої неділі           = 2022-05-01
        минулого тижня           = 2022-04-25/2022-05-01 window
        у ніч на 4 травня        = 2022-05-03/2022-05-04 window
        2 дні тому               = 2022-05-02
        з листопада              = 2021-11/..
        3 мая 2022 г.            = 2022-05-03
        3-го мая                 = 2022-05-03
        с 1 по 5 марта 2022      = 2022-03-01/2022-03-05
        в ночь на 4 мая          = 2022-05-03/2022-05-04 window
        вчера                    = 2022-05-03
        в прошлом году           = 2021
        1 квартал 2022           = 2022-01/2022-03 window
        1er mai 2022             = 2022-05-01
        du 1er au 5 mars 2022    = 2022-03-01/2022-03-05
        DÉBUT AVRIL              = 2022-04-01/2022-04-10 window
        mi-avril 2022            = 2022-04-11/2022-04-20 window
        dans la nuit du 3 au 4 mai = 2022-05-03/2022-05-04 window
        dimanche dernier         = 2022-05-01
        il y a deux jours        = 2022-05-02
        depuis le 1er mars 2022  = 2022-03-01/..
        l'été 2021               = 2021-06/2021-08 window
        el 1 de mayo del 2022    = 2022-05-01
        del 1 al 5 de marzo      = 2022-03-01/2022-03-05
        hace dos días            = 2022-05-02
        el mes pasado            = 2022-04
        a finales de abril       = 2022-04-21/2022-04-30 window
        desde marzo de 2022      = 2022-03/..
        ٣ مايو ٢٠٢٢              = 2022-05-03
        3 أيار 2022              = 2022-05-03
        3 أيار/مايو 2022         = 2022-05-03
        أوائل نيسان 2022         = 2022-04-01/2022-04-10 window
        تشرين الثاني 2021        = 2021-11
        من 1 إلى 5 مارس          = 2022-03-01/2022-03-05
        منذ 1 آذار 2022          = 2022-03-01/..
        قبل يومين                = 2022-05-02
        يوم الأحد الماضي         = 2022-05-01
    """),
)
def test_dates_in_the_languages_that_reports_are_written_in(text: str, edtf: str) -> None:
    assert understood(text) == edtf


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_name_of_every_language_is_its_month(language: str) -> None:
    for number, forms in enumerate(LANGUAGES[language]["M"], 1):
        for form in forms.split("|"):
            assert understood(f"3 {form} 2021") == f"2021-{number:02}-03", form
            assert understood(form.upper() + " 2021") == f"2021-{number:02}", form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_weekday_of_every_language_is_in_the_week_up_to_publication(language: str) -> None:
    for number, forms in enumerate(LANGUAGES[language]["W"]):
        for form in forms.split("|"):
            when = understand_date(form, published=PUBLISHED)
            assert when.start is not None
            assert when.start.weekday() == number, form
            assert 0 <= (PUBLISHED - when.start).days < 7


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("01/05/2022", "1 May 2022 or 5 January 2022"),
        ("31 April 2022", "no day 31 in April 2022: it has 30 days"),
        ("30.02.2022", "no day 30 in February 2022"),
        ("1.13.2022", "no month 13"),
        ("13/13/2022", "no month 13"),
        ("Monday 1 May 2022", "was a Sunday, not a Monday"),
        ("5-3 May 2022", "before the start"),
        ("3 May 2022 to 1 May 2022", "before the start"),
        ("winter 2022", "December 2021 or in December 2022"),
        ("12345", "neither a day nor a year"),
        ("banana", "“banana” in “banana” was not understood"),
        ("the night of May", "Which night"),
        ("of the", "names no day"),
        ("May May May March", "not understood"),
        ("1 May 0000", "between the years 1 and 9999"),
        ("x" * 5000, "too long"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_to_write(text: str, because: str) -> None:
    with pytest.raises(DateProblem, match=because):
        understand_date(text, published=PUBLISHED)


@pytest.mark.parametrize(
    ("edtf", "said"),
    all_of("""
        2022-05-01             = Sunday 1 May 2022
        2022-05                = May 2022
        2022                   = 2022
        2022-05-01/2022-05-03  = 1–3 May 2022
        2022-04-28/2022-05-02  = 28 April – 2 May 2022
        2021-12-28/2022-01-03  = 28 December 2021 – 3 January 2022
        2022-03/2022-05        = March–May 2022
        2021/2022              = 2021–2022
        2022-03-01/..          = since 1 March 2022, ongoing
        2022-03-01/            = from 1 March 2022 (end not known)
        /2022-03-01            = until 1 March 2022 (start not known)
        ../2022-03-01          = any time until 1 March 2022
        2022-05-05~            = about 5 May 2022
        2022-05-05?            = 5 May 2022 (uncertain)
        2022-05-05%            = about 5 May 2022 (uncertain)
        2022-05-XX             = some day in May 2022
        2022-XX                = some month in 2022
        202X                   = some year in 2020–2029
        early April 2022       = 1–10 April 2022 (some day in this time)
        night of 3 May 2022    = night of 3–4 May 2022
        unknown                = date not known
    """),
)
def test_a_date_is_said_in_plain_english(edtf: str, said: str) -> None:
    assert describe_date(understand_date(edtf, today=PUBLISHED)) == said


@given(whens())
def test_what_is_said_is_understood_as_the_same_date(when: When) -> None:
    again = understand_date(describe_date(when), today=date(1800, 1, 1))
    assert (again.edtf, again.start, again.end, again.kind) == (when.edtf, when.start, when.end, when.kind)
    assert (again.qualifier, again.ongoing, again.precision) == (when.qualifier, when.ongoing, when.precision)


_PIECES = st.sampled_from(
    "1 3 31 99 2022 0000 May травня mars الأحد Sunday last this since from to until - / . , between and night "
    "about ? ~ early week month year ago a two quarter Q1 spring winter some day in XX 2022-05-01 1.5.2022 "
    "before after ongoing first weekend overnight в ночь на unknown".split()
)


@given(st.lists(_PIECES, min_size=1, max_size=8).map(" ".join) | hostile_text(), DAYS)
def test_any_text_is_a_date_with_ordered_bounds_or_a_sentence(text: str, published: date) -> None:
    try:
        when = understand_date(text, published=published)
    except DateProblem as problem:
        sentence = str(problem)
        assert sentence.endswith(".")
        assert len(sentence) < 400
        assert sentence.isprintable()
        return
    assert when.start is None or when.end is None or when.start <= when.end
    assert describe_date(when)


@given(
    st.sampled_from(
        [
            "today",
            "last week",
            "last year",
            "2 years ago",
            "the last 99 years",
            "before today",
            "after today",
            "night of today",
            "winter",
            "weekend",
            "last May",
        ]
    ),
    st.sampled_from([date.min, date(1, 2, 3), date(9999, 12, 30), date.max]),
)
def test_the_edges_of_the_calendar_are_no_accident(text: str, published: date) -> None:
    try:
        understand_date(text, published=published)
    except DateProblem as problem:
        assert str(problem)
