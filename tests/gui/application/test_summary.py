"""The line of totals: every number is the counting function's."""

from desktop.application.summary import SummaryStrip, in_full, summarise
from incidents.search.tally import Group, LeftOut, Sum, SumKey, Tally

PEOPLE = SumKey("people", "people", "flow")


def tally(**more):
    headline = Group(12, {PEOPLE: Sum(340, 340, None, at_least=True, incidents=9)}, 3)
    values = {"count": 41, "headline": headline, "under_review": Group(26), "no_figure": 7}
    return Tally(**values | {"left_out": LeftOut({"duplicate": 2, "aggregate": 1})} | more)


def test_the_line_says_count_headline_review_and_what_was_left_out():
    assert summarise(tally()) == (
        "41 incidents · headline: 12 incidents, at least 340 people · 26 under review · "
        "left out: 2 duplicates, 1 total that contains others"
    )


def test_nothing_is_said_of_what_is_not_there():
    assert summarise(Tally()) == "0 incidents"
    assert summarise(tally(under_review=Group(), left_out=LeftOut())) == (
        "41 incidents · headline: 12 incidents, at least 340 people"
    )


def test_every_number_is_in_the_tooltip_and_for_screen_readers(qtbot):
    strip = SummaryStrip()
    qtbot.addWidget(strip)
    strip.resize(300, 50)
    strip.show_tally(tally())
    strip.show()
    assert strip.text.startswith("41 incidents")
    assert strip.toolTip() == in_full(tally())
    assert "Without a figure: 7" in strip.toolTip()
    assert strip._totals.accessibleDescription() == in_full(tally())
    assert strip._totals.text().endswith("…")
    strip.resize(1400, 50)
    assert strip._totals.text() == strip.text
