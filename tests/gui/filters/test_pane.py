"""The filter pane over a real case: what a person types and checks, and what the counts say."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.filters.pane import FilterPane
from incidents import operations as do
from incidents.record.draft import ClaimDraft, ReportDraft
from incidents.search.filter import Filter, Period, parse
from tests.builders import MARIUPOL, a_draft, a_place

TODAY = date(2022, 6, 1)
KHARKIV = "UA-63"


def a_told_draft(publisher="Kharkiv Courier", **changes):
    """An incident that a source of this name tells of, so that it can be “reported”."""
    claim = ClaimDraft(
        report=ReportDraft(title=f"News of {publisher}", publisher=publisher, published="2 May 2022"),
        reliability=changes.pop("reliability", "C"),
        credibility="3",
    )
    return a_draft(verification="reported", claims=(claim,), **changes)


@pytest.fixture
def filled(open_case, settled):
    """Six incidents: four in Kharkiv region (one of them in March, one undated), two in Mariupol."""
    for draft in (
        a_told_draft(title="Held in Izyum"),
        a_told_draft(title="Filtration camp", type="detention", date="28 April 2022 to 2 May 2022"),
        a_told_draft("Second Voice", title="Recruited", type="forced_recruitment", date="12 March 2022"),
        a_draft(title="When nobody knows", date="", type="abduction"),
        a_told_draft(title="Steel plant", type="evacuation", place=a_place(**MARIUPOL)),
        a_draft(title="Shelling", type="attack", place=a_place(**MARIUPOL), date="9 March 2022"),
    ):
        open_case.perform(do.AddIncident(draft))
    settled(open_case)
    return open_case


@pytest.fixture
def pane(filled, qtbot, settled):
    shown = FilterPane(filled, today=lambda: TODAY)
    qtbot.addWidget(shown)
    shown.resize(264, 900)
    shown.show()
    shown.activateWindow()
    settled(filled)
    return shown


def chips(pane):
    return [chip.text for chip in pane.chips.chips()]


def counts(check_list):
    return {choice.key: choice.count for choice in check_list.lines.choices}


def region(pane, code):
    return pane.regions._items_of(code)[0]


def region_counts(pane):
    from desktop.filters.choice_delegate import COUNT, KEY

    return {item.data(KEY): item.data(COUNT) for item in pane.regions._all_items()}


def press_space_on(pane, qtbot, code):
    pane.regions.tree.setCurrentIndex(region(pane, code).index())
    qtbot.keyClick(pane.regions.tree, Qt.Key.Key_Space)


def choose(box, key, qtbot):
    """Pick an entry of a combo box with the keys."""
    box.setFocus()
    wanted = box.findData(key)
    while box.currentIndex() != wanted:
        qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < wanted else Qt.Key.Key_Up)


def write(edit, text, qtbot):
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


# -- regions


def test_the_tree_shows_countries_areas_and_named_areas_with_their_counts(pane):
    assert region_counts(pane) == {"UKR": 6, KHARKIV: 4, "UA-14": 2}
    assert region(pane, KHARKIV).text() == "Kharkiv Oblast"
    assert region(pane, KHARKIV).parent() is region(pane, "UKR")


def test_space_on_a_region_filters_by_it_and_the_other_counts_follow(pane, qtbot, settled):
    with qtbot.waitSignal(pane.filter_changed) as changed:
        press_space_on(pane, qtbot, KHARKIV)
    assert changed.args == [Filter(regions=(KHARKIV,))]
    settled(pane._open_case)
    assert counts(pane.types.list)["evacuation"] == 0
    assert counts(pane.types.list)["detention"] == 2
    assert region_counts(pane)["UA-14"] == 2, "a facet ignores its own condition"
    assert chips(pane) == ["Kharkiv Oblast, Ukraine"]
    press_space_on(pane, qtbot, KHARKIV)
    assert pane.filter.empty


def test_checking_an_area_below_a_checked_country_narrows_to_the_area(pane, qtbot):
    press_space_on(pane, qtbot, "UKR")
    press_space_on(pane, qtbot, KHARKIV)
    assert pane.filter.regions == (KHARKIV,)
    assert region(pane, "UKR").checkState() == Qt.CheckState.PartiallyChecked
    press_space_on(pane, qtbot, "UKR")
    assert pane.filter.regions == ("UKR",)


def test_a_region_is_found_in_another_script_and_stays_listed_with_no_incident(pane, qtbot, settled):
    search = pane.regions.search
    search.setFocus()
    search.setText("Харьков")
    search.propose()
    qtbot.waitUntil(lambda: bool(search.proposals))
    assert search.proposals[0].main == "Kharkiv Oblast, Ukraine"
    search.set_typed("Lviv")
    search.propose()
    qtbot.waitUntil(lambda: bool(search.proposals) and "Lviv" in search.proposals[0].main)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert pane.filter.regions == ("UA-46",)
    assert search.text() == ""
    settled(pane._open_case)
    assert region_counts(pane)["UA-46"] == 0
    assert region(pane, "UA-46").checkState() == Qt.CheckState.Checked


def test_donbas_is_a_region_too(pane, qtbot, settled):
    pane.set_filter(Filter(regions=("area:donbas",)))
    settled(pane._open_case)
    assert chips(pane)[0].startswith("Donbas")
    assert region(pane, "area:donbas").checkState() == Qt.CheckState.Checked


# -- period


def test_days_are_typed_as_people_write_them_and_the_rule_is_said(pane, qtbot, settled):
    choose(pane.period.preset, "custom", qtbot)
    write(pane.period.start, "25 april 2022", qtbot)
    write(pane.period.end, "3 May 2022", qtbot)
    assert pane.filter.period == Period(date(2022, 4, 25), date(2022, 5, 3))
    settled(pane._open_case)
    said = pane.period.sentence.text()
    assert said == "Shows incidents whose dates overlap 25 April – 3 May 2022; 1 undated one is not shown."
    assert pane.period.echo.text() == "25 April – 3 May 2022"
    assert counts(pane.types.list) == {
        "detention": 2, "abduction": 0, "evacuation": 1, "forced_recruitment": 0, "attack": 0,
    }  # fmt: skip


def test_a_whole_period_in_the_first_field_fills_both(pane, qtbot):
    choose(pane.period.preset, "custom", qtbot)
    write(pane.period.start, "March 2022", qtbot)
    assert pane.filter.period == Period(date(2022, 3, 1), date(2022, 3, 31))


def test_an_impossible_day_is_told_beside_its_field_and_changes_nothing(pane, qtbot):
    choose(pane.period.preset, "custom", qtbot)
    write(pane.period.start, "45 April 2022", qtbot)
    assert "30 days" in pane.period.echo.text()
    assert pane.period.start.property("look") == "wrong"
    assert pane.filter.empty
    write(pane.period.start, "25 April 2022", qtbot)
    write(pane.period.end, "1 April 2022", qtbot)
    assert "before it starts" in pane.period.echo.text()
    assert pane.filter.period == Period(date(2022, 4, 25), None)


@pytest.mark.parametrize(
    ("preset", "start", "end"),
    [
        ("today", date(2022, 6, 1), date(2022, 6, 1)),
        ("last_7", date(2022, 5, 26), date(2022, 6, 1)),
        ("last_30", date(2022, 5, 3), date(2022, 6, 1)),
        ("this_month", date(2022, 6, 1), date(2022, 6, 30)),
        ("last_month", date(2022, 5, 1), date(2022, 5, 31)),
        ("this_year", date(2022, 1, 1), date(2022, 12, 31)),
        ("last_year", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_presets_give_the_days_they_name(pane, qtbot, preset, start, end):
    choose(pane.period.preset, preset, qtbot)
    assert pane.filter.period == Period(start, end)
    choose(pane.period.preset, "all", qtbot)
    assert pane.filter.period is None


def test_the_period_can_mean_reporting_and_can_ask_for_entirely_inside(pane, qtbot, settled):
    pane.set_filter(parse("period:2022-05-01..2022-05-31"))
    qtbot.mouseClick(pane.period.inside, Qt.MouseButton.LeftButton)
    assert pane.filter.period.rule == "inside"
    assert "entirely inside" in pane.period.sentence.text()
    choose(pane.period.basis, "reported", qtbot)
    assert pane.filter.period == Period(date(2022, 5, 1), date(2022, 5, 31), basis="reported")
    assert not pane.period.inside.isVisible()
    settled(pane._open_case)
    assert pane.period.sentence.text().startswith("Shows incidents first reported 1–31 May 2022")


# -- the other conditions


def test_types_and_statuses_are_checked_with_space_and_carry_counts(pane, qtbot):
    assert counts(pane.types.list)["detention"] == 2
    assert counts(pane.statuses.list) == {
        "unassessed": 2, "reported": 4, "corroborated": 0, "verified": 0, "contested": 0, "refuted": 0, "withdrawn": 0,
    }  # fmt: skip
    pane.types.list.setCurrentIndex(pane.types.list.lines.index(0))
    qtbot.keyClick(pane.types.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.types.list, Qt.Key.Key_Space)
    assert pane.filter.types == ("abduction",)
    place = pane.statuses.list.visualRect(pane.statuses.list.lines.index(1)).center()
    qtbot.mouseClick(pane.statuses.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.filter.statuses == ("reported",)
    assert chips(pane) == ["Abduction / disappearance", "Reported, not corroborated"]


def test_one_axis_of_the_least_grade_takes_every_rated_value_of_the_other(pane, qtbot):
    pane.sections["grade"].set_open(True)
    choose(pane.grade.letter, "B", qtbot)
    qtbot.keyClick(pane.grade.letter, Qt.Key.Key_Return)
    assert pane.filter.min_grade == "B5"
    choose(pane.grade.digit, "2", qtbot)
    assert pane.filter.min_grade == "B2"
    assert chips(pane) == ["B2 or better"]


def test_a_source_is_checked_or_found_by_typing(pane, qtbot):
    pane.sections["sources"].set_open(True)
    assert counts(pane.sources.list) == {"Kharkiv Courier": 3, "Second Voice": 1}
    pane.sources.search.setFocus()
    qtbot.keyClicks(pane.sources.search, "voice")
    qtbot.keyClick(pane.sources.search, Qt.Key.Key_Return)
    assert pane.filter.sources == ("Second Voice",)
    assert pane.sources.list.checked() == ("Second Voice",)


def test_typed_words_filter_after_a_pause_once(pane, qtbot, settled):
    changes = []
    pane.filter_changed.connect(changes.append)
    pane.focus_text()
    qtbot.keyClicks(pane.text, "filtration  camp ")
    qtbot.waitUntil(lambda: changes == [Filter(text="filtration camp")])
    settled(pane._open_case)
    assert pane.text.text() == "filtration  camp ", "the field is left as it is typed"
    assert region_counts(pane) == {"UKR": 1, KHARKIV: 1}
    pane.text.clear()
    qtbot.waitUntil(lambda: pane.filter.empty)


@pytest.mark.parametrize("typed", ['"', "'", "*", "NEAR(", "a AND", "<b>", "{x}: -", "\u202e", "عَمَّان"])
def test_any_text_may_be_searched_for(pane, qtbot, settled, typed):
    problems = []
    pane._open_case.failed.connect(problems.append)
    pane.text.setText(typed)
    pane._text_done()
    settled(pane._open_case)
    assert problems == []


# -- chips


def test_chips_take_conditions_away_one_by_one_and_all_at_once(pane, qtbot, settled):
    line = "region:UA-63 period:2022-05-01..2022-05-31 type:detention status:reported grade:B2 text:camp"
    pane.set_filter(parse(line))
    settled(pane._open_case)
    assert len(chips(pane)) == 6
    first = next(chip for chip in pane.chips.chips() if chip.text == "Detention")
    qtbot.mouseClick(first.button, Qt.MouseButton.LeftButton)
    assert pane.filter.types == ()
    assert pane.types.list.checked() == ()
    period = next(chip for chip in pane.chips.chips() if chip.condition.kind == "period")
    period.button.setFocus()
    qtbot.keyClick(period.button, Qt.Key.Key_Delete)
    assert pane.filter.period is None
    assert pane.period.preset.currentData() == "all"
    qtbot.mouseClick(pane.chips.clear, Qt.MouseButton.LeftButton)
    assert pane.filter.empty
    assert pane.text.text() == ""
    assert not pane.chips.isVisible()


def test_a_closed_section_says_that_it_has_conditions(pane, qtbot):
    section = pane.sections["types"]
    section.heading.setFocus()
    qtbot.keyClick(section.heading, Qt.Key.Key_Space)
    assert not section.is_open
    pane.set_filter(parse("type:detention type:attack"))
    assert section._active.text() == "2 set"
    state = pane.save_state()
    qtbot.keyClick(section.heading, Qt.Key.Key_Space)
    assert section.is_open
    pane.load_state(state)
    assert not section.is_open
    pane.load_state({"open": 5})
    pane.load_state(None)
    assert not section.is_open


# -- saved filters


def test_a_filter_is_saved_applied_and_removed(pane, qtbot, settled):
    from PySide6.QtWidgets import QPushButton, QToolButton

    pane.load_state({"open": ["saved"]})
    wanted = parse("region:UA-63 period:2022-04-25..2022-05-03")
    pane.set_filter(wanted)
    settled(pane._open_case)
    qtbot.mouseClick(pane.saved.save, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(pane.saved.name, "First week of May")
    qtbot.keyClick(pane.saved.name, Qt.Key.Key_Return)
    settled(pane._open_case)
    pane.set_filter(Filter())
    apply = next(b for b in pane.saved.findChildren(QPushButton) if b.text() == "First week of May")
    qtbot.mouseClick(apply, Qt.MouseButton.LeftButton)
    assert pane.filter == wanted
    settled(pane._open_case)
    remove = next(b for b in pane.saved.findChildren(QToolButton) if "First week" in b.accessibleName())
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    settled(pane._open_case)
    assert pane.saved._saved == {}
    assert pane.saved._none.isVisible()


def test_a_filter_without_a_name_is_not_saved_and_says_so(pane, qtbot, settled):
    pane.load_state({"open": ["saved"]})
    pane.set_filter(parse("type:attack"))
    pane.saved.save.click()
    qtbot.keyClicks(pane.saved.name, "   ")
    qtbot.keyClick(pane.saved.name, Qt.Key.Key_Return)
    settled(pane._open_case)
    assert "name" in pane.saved._echo.text()
    assert pane.saved._saved == {}


# -- the case


def test_counts_follow_every_change_of_the_case(pane, settled):
    pane._open_case.perform(do.AddIncident(a_draft(type="torture")))
    settled(pane._open_case)
    assert counts(pane.types.list)["torture"] == 1
    assert region_counts(pane)[KHARKIV] == 5
    pane._open_case.undo()
    settled(pane._open_case)
    assert counts(pane.types.list)["torture"] == 0, "a line that was seen stays, so that the list does not jump"


def test_an_empty_case_shows_an_empty_pane(open_case, qtbot, settled):
    shown = FilterPane(open_case)
    qtbot.addWidget(shown)
    shown.show()
    settled(open_case)
    assert not shown.regions.tree.isVisible()
    assert not shown.types.list.isVisible()
    assert chips(shown) == []


def test_everything_fits_a_pane_of_240_pixels(pane, qtbot, settled):
    pane.load_state({"open": list(pane.sections)})
    pane.set_filter(parse("region:UA-63 period:2022-04-25..2022-05-03 grade:B2"))
    settled(pane._open_case)
    pane.resize(240, 640)
    qtbot.waitUntil(lambda: pane.width() == 240)
    for section in pane.sections.values():
        assert section.width() <= 240
        assert section.minimumSizeHint().width() <= 230
