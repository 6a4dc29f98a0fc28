"""Dates in running text: which words are one, and what they mean on the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.extraction.dates.finding import find_dates, publication
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text

WEDNESDAY = date(2022, 6, 15)


def dates(text: str, *, published: date | None = WEDNESDAY, language: str = "en") -> list[str]:
    """Every date of a text as "words: first day/last day"."""
    found = find_dates(Text(text, language), lexicon(language), published=published)
    return [f"{d.text}: {d.when.start or ''}/{d.when.end or ''}" for d in found]


ENGLISH = {
    # a day
    "Soldiers shot two men on 21 May.": "21 May: 2022-05-21/2022-05-21",
    "Soldiers shot two men on June 3rd, 2019 there.": "June 3rd, 2019: 2019-06-03/2019-06-03",
    "The vote was on December 27 last.": "December 27 last: 2021-12-27/2021-12-27",
    "He was freed on Thursday (June 9, 2022).": "Thursday (June 9, 2022): 2022-06-09/2022-06-09",
    "On the night of 3 May five men were taken.": "3 May: 2022-05-03/2022-05-03",
    "Police came on 01.05.2022 in vans.": "01.05.2022: 2022-05-01/2022-05-01",
    "Police came on 2022-05-03 in vans.": "2022-05-03: 2022-05-03/2022-05-03",
    "It was a year ago today that they marched.": "a year ago today: 2021-06-15/2021-06-15",
    "They came on Jan. 5, 2022 by truck.": "Jan. 5, 2022: 2022-01-05/2022-01-05",
    # counted from the publication
    "Yesterday, troops entered.": "Yesterday: 2022-06-14/2022-06-14",
    "They left last night by boat.": "last night: 2022-06-14/2022-06-14",
    "They left late Friday by boat.": "late Friday: 2022-06-10/2022-06-10",
    "They left on Wednesday by boat.": "Wednesday: 2022-06-15/2022-06-15",
    "They left last Wednesday by boat.": "last Wednesday: 2022-06-08/2022-06-08",
    "Troops entered last week in trucks.": "last week: 2022-06-06/2022-06-12",
    "Five died over the weekend there.": "the weekend: 2022-06-11/2022-06-12",
    "Three weeks ago he died.": "Three weeks ago: 2022-05-23/2022-05-29",
    "They fled over the past two weeks.": "the past two weeks: 2022-06-01/2022-06-15",
    "In the past 24 hours 20 died.": "past 24 hours: 2022-06-14/2022-06-15",
    "Earlier this month he died.": "Earlier this month: 2022-06-01/2022-06-15",
    "So far this year 300 have died.": "So far this year: 2022-01-01/2022-06-15",
    "Last August he was held.": "Last August: 2021-08-01/2021-08-31",
    # months, years and their parts
    "In May they fled.": "May: 2022-05-01/2022-05-31",
    "In December they fled.": "December: 2021-12-01/2021-12-31",
    "In 2016 they were held.": "2016: 2016-01-01/2016-12-31",
    "In early February they fled.": "early February: 2022-02-01/2022-02-10",
    "In mid-January they fled.": "mid-January: 2022-01-15/2022-01-15",
    "In the first week of March they fled.": "first week of March: 2022-03-01/2022-03-07",
    "In the first six months of 2002 they fled.": "first six months of 2002: 2002-01-01/2002-06-30",
    "In the last quarter of 2021, 400 died.": "last quarter of 2021: 2021-10-01/2021-12-31",
    # periods
    "Shells fell on 3 and 4 April there.": "3 and 4 April: 2022-04-03/2022-04-04",
    "Between October 6 and October 8, 2014, it burned.": (
        "Between October 6 and October 8, 2014: 2014-10-06/2014-10-08"
    ),
    "They were held from 3 to 7 May.": "from 3 to 7 May: 2022-05-03/2022-05-07",
    "In March and April, 30 died.": "March and April: 2022-03-01/2022-04-30",
    "In late April and early May men were taken.": "late April and early May: 2022-04-21/2022-05-10",
    "At least 9 died between 18 April and the end of last July.": (
        "between 18 April and the end of last July: 2021-04-18/2021-07-31"
    ),
    # open ends
    "Since May 25 over 400,000 have fled.": "Since May 25: 2022-05-25/2022-06-15",
    "He has been held since August last year.": "since August last year: 2021-08-01/2022-06-15",
    "Half fled since war broke out there in mid-January.": "mid-January: 2022-01-15/2022-06-15",
    "From January to date, 30 were shot.": "From January: 2022-01-01/2022-06-15",
    "As of 3 June, 4,000 had fled.": "As of 3 June: /2022-06-03",
    "They were kept until 3 June.": "until 3 June: /2022-06-03",
}


@pytest.mark.parametrize(("text", "told"), ENGLISH.items())
def test_a_date_in_a_sentence(text, told):
    assert dates(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "In recent weeks many died.",
        "Troops may march in.",
        "They took 2000 people away.",
        "Between 2000 and 3000 people fled.",
        "In the 1990s many fled.",
        "Every Sunday people are beaten, mostly on Sundays.",
        "He was shot on Black Friday by Theresa May.",
        "The second of the month, the sun and the sat phone.",
        "They asked 12 of the protesters to stay 3.5 hours.",
    ],
)
def test_what_is_no_date(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell on 5 May. Two days later he died.", ["2022-05-05", "2022-05-07"]),
        ("It fell on 5 May. The next day he died.", ["2022-05-05", "2022-05-06"]),
        ("It fell on 5 May. The day before, he had fled.", ["2022-05-05", "2022-05-04"]),
        ("It fell from 3 to 7 May. The following day it ended.", ["2022-05-03", "2022-05-08"]),
        ("They fled at the end of April. A month later they returned.", ["2022-04-21", "2022-05-01"]),
        ("It began on 30 May 2018. On 8 July they came.", ["2018-05-30", "2018-07-08"]),
        ("It began in June 2014 and ended that December.", ["2014-06-01", "2014-12-01"]),
        ("Two days later he died.", [""]),
    ],
)
def test_what_is_told_before_says_what_is_meant(text, days):
    assert [told.split(": ")[-1].split("/")[0] for told in dates(text)] == days


@pytest.mark.parametrize("text", ["They fled on Sunday.", "They fled on 3 May.", "They fled last week."])
def test_without_publication_and_year_no_day_is_known(text):
    (told,) = dates(text, published=None)
    assert told.endswith(": /")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("GENEVA (1 July 2019) - People fled on Monday.", "2019-07-01"),
        ("Geneva, 1 November 2016\n\nYesterday they fled.", "2016-11-01"),
        ("18 March 2004\n\nPeople fled on Wednesday.", "2004-03-18"),
        ("They met on 1 July 2019 in Geneva.", None),
    ],
)
def test_a_text_says_when_it_was_written(text, first):
    told = publication(Text(text, "en"), lexicon("en"))
    assert (told.isoformat() if told else None) == first


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("GENEVA (1 July 2019) - People fled in fear.", "line"),
        ("Resolution 2401, passed on February 24, asks for a truce.", "law"),
        ("He was born on 3 May 1990 in a village.", "law"),
        ("The report, which covers the months from 1 May to 31 May 2022, is grim.", "frame"),
        ("He is expected to come home on Friday.", "law"),
        ("Rebels killed two on 3 May.", ""),
    ],
)
def test_not_every_date_is_that_of_an_event(text, role):
    assert [d.role for d in find_dates(Text(text, "en"), lexicon("en"), published=WEDNESDAY)] == [role]


OTHERS = {
    "uk": {
        "3 травня обстріляли лікарню.": "3 травня: 2022-05-03/2022-05-03",
        "У ніч на 3 травня влучили в дім.": "У ніч на 3 травня: 2022-05-02/2022-05-03",
        "Минулої неділі загинули двоє.": "Минулої неділі: 2022-06-12/2022-06-12",
        "З 24 лютого 2022 року вони виїхали.": "З 24 лютого 2022 року: 2022-02-24/2022-06-15",
        "За останні два тижні загинуло 20 людей.": "останні два тижні: 2022-06-01/2022-06-15",
    },
    "ru": {
        "3 мая обстреляли больницу.": "3 мая: 2022-05-03/2022-05-03",
        "В ночь на 3 мая попали в дом.": "В ночь на 3 мая: 2022-05-02/2022-05-03",
        "На прошлой неделе вывезли детей.": "прошлой неделе: 2022-06-06/2022-06-12",
        "С 3 по 7 мая его удерживали.": "С 3 по 7 мая: 2022-05-03/2022-05-07",
        "Два дня назад погибла женщина.": "Два дня назад: 2022-06-13/2022-06-13",
    },
    "fr": {
        "Le 3 mai, ils ont fui.": "3 mai: 2022-05-03/2022-05-03",
        "Dans la nuit du 3 au 4 mai, ils ont fui.": "Dans la nuit du 3 au 4 mai: 2022-05-03/2022-05-04",
        "Depuis le 24 février 2022, ils ont fui.": "Depuis le 24 février 2022: 2022-02-24/2022-06-15",
        "La semaine dernière, ils ont fui.": "La semaine dernière: 2022-06-06/2022-06-12",
        "Il y a deux semaines, ils ont fui.": "Il y a deux semaines: 2022-05-30/2022-06-05",
    },
    "es": {
        "El 3 de mayo de 2022 huyeron.": "3 de mayo de 2022: 2022-05-03/2022-05-03",
        "El domingo pasado huyeron.": "domingo pasado: 2022-06-12/2022-06-12",
        "A principios de mayo huyeron.": "A principios de mayo: 2022-05-01/2022-05-10",
        "En las últimas dos semanas huyeron.": "últimas dos semanas: 2022-06-01/2022-06-15",
        "Vive en Santo Domingo con su familia.": "",
    },
    "ar": {
        "في 3 مايو قصف الجنود مستشفى.": "3 مايو: 2022-05-03/2022-05-03",
        "في 3 أيار/مايو 2022 قصف الجنود مستشفى.": "3 أيار/مايو 2022: 2022-05-03/2022-05-03",
        "قتل مدنيان يوم الأحد الماضي في القرية.": "الأحد الماضي: 2022-06-12/2022-06-12",
        "منذ 24 فبراير 2022 فر آلاف الأشخاص.": "منذ 24 فبراير 2022: 2022-02-24/2022-06-15",
        "قبل أسبوعين قتلت امرأة.": "قبل أسبوعين: 2022-05-30/2022-06-05",
    },
}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [(language, text, told) for language, cases in OTHERS.items() for text, told in cases.items()],
)
def test_dates_of_other_languages(language, text, told):
    assert dates(text, language=language) == ([told] if told else [])


@given(
    text=st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            "on 3 31 May , 2022 since last week two days later the of and to - ( ) Sunday first early ago "
            "next from between 9999 0 year this so far until night . 1.5.22 2022-13-45".split()
        ),
        max_size=40,
    ).map(" ".join),
    published=st.none() | st.dates(),
    language=st.sampled_from(["en", "uk", "ru", "fr", "es", "ar", "xx"]),
)
def test_no_text_makes_it_fail(text, published, language):
    seen = Text(text, language)
    for found in find_dates(seen, lexicon(language), published=published):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end]
        if found.when.start and found.when.end:
            assert found.when.start <= found.when.end
