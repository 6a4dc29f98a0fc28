"""Which date of a text is that of an event."""

from __future__ import annotations

from datetime import date

import pytest

from incidents.record.dates import UNDATED, parse_edtf
from reports.extraction.dates.choosing import better_date, date_for, dates_agree
from reports.extraction.dates.finding import find_dates
from reports.extraction.mentions import DateMention, Event
from reports.extraction.words.lexicon import lexicon
from reports.extraction.words.text import Text

WEDNESDAY = date(2022, 6, 15)
SIGNS = {
    "killed": "killing",
    "arrested": "detention",
    "fled": "displacement",
    "attack": "attack",
    "bombed": "attack",
}


def told(text: str, *, published: date | None = WEDNESDAY) -> list[str]:
    """The first and last day of every event of a text, in order."""
    seen = Text(text, "en")
    dates = find_dates(seen, lexicon("en"), published=published)
    events = [
        Event(s, at, at + 1, type=SIGNS[w.norm], kind="noun" if w.norm == "attack" else "verb", score=0.9)
        for s in seen.sentences
        for at, w in enumerate(s.words)
        if w.norm in SIGNS
    ]
    chosen = [date_for(e, seen, dates, published=published, events=events) for e in events]
    return [f"{d.when.start or ''}/{d.when.end or ''}" if d and d.when.known else "" for d in chosen]


MAY3 = "2022-05-03/2022-05-03"
MAY9 = "2022-05-09/2022-05-09"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the nearest of the sentence; one at its front holds for all of it
        ("Rebels killed two on 3 May and arrested five on 9 May.", [MAY3, MAY9]),
        ("On 3 May rebels killed two men in the market, and later arrested five.", [MAY3, MAY3]),
        ("It was on 3 May that the army bombed the town.", [MAY3]),
        # the clause of another event keeps its date
        ("Loyal to a chief whom troops killed on 3 May, it is blamed for the attack.", [MAY3, ""]),
        ("The attack, which killed nine on 3 May, went on.", [MAY3, MAY3]),
        ("The men were tried on 3 May, and have been killed, lawyers fear.", [""]),
        # when something was said is not when it happened
        ("Troops arrested five men, the ministry said on Tuesday.", [""]),
        ("On Tuesday the ministry said that troops had arrested five men.", [""]),
        ("The ministry said that troops arrested five men on 3 May.", [MAY3]),
        ("On 3 May, residents said, troops arrested five men.", [MAY3]),
        ("The ministry said that on Tuesday troops arrested five men.", ["2022-06-14/2022-06-14"]),
        ("Witnesses said soldiers came on 3 May and arrested five men.", [MAY3]),
        ("On 3 May 2014 the ministry announced that five men were killed.", ["2014-05-03/2014-05-03"]),
        # comparisons
        ("It was the worst attack since 2014.", [""]),
        ("Many fled after shells hit the town on 3 May.", ["2022-05-03/"]),
    ],
)
def test_in_its_own_sentence(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels came on 3 May. They killed two men.", [MAY3]),
        ("Rebels came on 3 May. They had killed two men earlier.", [""]),
        ("Rebels came on 3 May. In Goma, police arrested two men.", [""]),
        ("Rebels came on 3 May. Two more have been killed.", [""]),
        ("Rebels came on 3 May and burned the whole of the town.\n\nThey killed two men.", [""]),
        ("Rebels came on 3 May and bombed the town.\n\nThe attack lasted an hour.", [MAY3, MAY3]),
        ("• Rebels came on 3 May.\n• Police killed two men.", [""]),
        ("Many have fled since 3 May. Some 900 fled to Goma.", ["2022-05-03/2022-06-15", ""]),
        ("It began on 3 May. The army bombed the town until 9 May.", ["2022-05-03/2022-05-09"]),
    ],
)
def test_from_the_sentences_before(text, expected):
    assert told(text) == expected


def test_the_only_day_of_a_report_is_that_of_all_that_happened():
    text = (
        "The army bombed the big market of the old town on 3 May.\n\n"
        "At least five people were killed there.\n\nThousands fled."
    )
    assert told(text) == [MAY3, MAY3, MAY3]


def test_a_heading_dates_what_stands_under_it():
    text = (
        "Summary\n\nThe week was bad.\n\nWhat happened on 3 May\n\nPolice killed two men.\n\n"
        "Other news\n\nMany fled."
    )
    assert told(text) == [MAY3, ""]


def test_the_time_that_a_report_covers_holds_where_no_other_is_told():
    text = "Hundreds were killed.\n\nThe report covers the months from March to April 2022. Two were arrested on 3 May."
    assert told(text) == ["2022-03-01/2022-04-30", MAY3]


def mention(edtf: str, role: str = "", *, since: bool = False) -> DateMention:
    sentence = Text("On that day.", "en").sentences[0]
    return DateMention(sentence, 0, 1, when=parse_edtf(edtf) if edtf else UNDATED, role=role, since=since)


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("", "2022-05", "2022-05"),
        ("2022-05", "", "2022-05"),
        ("2022-05", "2022-05-03", "2022-05-03"),
        ("2022-05-03", "2022-05", "2022-05-03"),
        ("2022-05-03", "2022-06-01", "2022-05-03"),
        ("2022-05-03", "/2022-05-09", "2022-05-03/2022-05-09"),
    ],
)
def test_the_better_of_two_dates(one, other, kept):
    found = better_date(mention(one), mention(other))
    assert found is not None and found.when.edtf == kept
    assert better_date(None, None) is None


def test_a_date_of_the_sentence_itself_goes_before_one_carried_over():
    found = better_date(mention("2022-05-03", "before"), mention("2022-05-01/2022-05-09"))
    assert found is not None and found.when.edtf == "2022-05-01/2022-05-09"


def test_what_goes_on_is_not_narrowed():
    found = better_date(mention("2016/2022", since=True), mention("2018"))
    assert found is not None and found.when.edtf == "2016/2022"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2022-05-03", "2022-05-03", True),
        ("", "2022-05-03", True),
        ("2022-05-02/2022-05-08", "2022-05-03", True),
        ("2022-05", "2022-05-03", False),
        ("2022-05-03", "2022-05-04", False),
        ("2022-05-03/..", "2022-05-04", False),
    ],
)
def test_dates_of_one_incident_agree(one, other, agree):
    assert dates_agree(mention(one), mention(other)) is agree
    assert dates_agree(mention(other), mention(one)) is agree
    assert dates_agree(None, mention(one))
