"""The inbox: filter, search, sort, states, and how one gets from one report to the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.desk.inbox_model import COLUMNS, InboxModel
from incidents.search import questions as ask
from tests.gui.desk.conftest import IZIUM, TEXT, told

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def titles(hands):
    return [row.title for row in hands.desk.inbox.model.rows]


def simple(text):
    return [told(text, "attack", text, IZIUM, "3 May 2022")]


@pytest.fixture
def several(take, show):
    """Four reports, the newest first: Delta, Gamma, Beta, Alpha."""
    for number, (name, publisher) in enumerate(
        (("Alpha", "Zed Post"), ("Beta", "Border Journal"), ("Gamma", "Border Journal"), ("Delta", "Agency"))
    ):
        text = f"Shelling number {number} of {name} hit Izium."
        take(name, text, simple(text), publisher=publisher)
    return show()


def test_the_newest_is_on_top_and_shown(several):
    assert titles(several) == ["Delta", "Gamma", "Beta", "Alpha"]
    assert several.desk.report.title == "Delta"
    assert several.desk.inbox.head.states["new"].text() == "New 4"


def test_walking_in_the_inbox_shows_the_report_and_enter_goes_to_its_cards(several):
    several.desk.focus_inbox()
    several.press(K.Key_Down)
    assert several.desk.report.title == "Gamma"
    several.press(K.Key_Return)
    assert several.desk.cards.hasFocus()
    several.press(K.Key_Escape)
    assert several.desk.inbox.grid.hasFocus()


def test_words_of_title_publisher_or_text_find_reports(several):
    several.desk.focus_search()
    several.type("border")
    several.desk.inbox.refresh()
    several.wait()
    assert titles(several) == ["Gamma", "Beta"]
    several.desk.inbox.head.search.setText("number 3")
    several.desk.inbox.refresh()
    several.wait()
    assert titles(several) == ["Delta"]


def test_what_finds_nothing_says_so_and_leads_back(several):
    inbox = several.desk.inbox
    inbox.head.search.setText("nobody")
    inbox.refresh()
    several.wait()
    assert inbox._stack.currentWidget() is inbox._nothing
    several.desk.inbox._show_all.click()
    several.wait()
    assert len(titles(several)) == 4


def test_states_are_chosen_together(several):
    inbox = several.desk.inbox
    several.desk.focus_inbox()
    several.press(K.Key_Delete)
    assert inbox.head.states["set_aside"].text() == "Aside 1"
    QTest.mouseClick(inbox.head.states["set_aside"], Qt.MouseButton.LeftButton)
    several.wait()
    assert titles(several) == ["Delta"]
    QTest.mouseClick(inbox.head.states["new"], Qt.MouseButton.LeftButton)
    several.wait()
    assert titles(several) == ["Gamma", "Beta", "Alpha", "Delta"], "what is over stands at the end"


def test_sorting_keeps_the_report_that_is_shown(several):
    several.desk.focus_inbox()
    several.press(K.Key_Down)
    several.desk.inbox.order_by("title", False)
    several.wait()
    assert titles(several) == ["Alpha", "Beta", "Delta", "Gamma"]
    assert several.desk.report.title == "Gamma"
    several.desk.inbox.order_by("publisher", True)
    assert titles(several)[0] == "Alpha"


def test_columns_come_with_the_width_and_are_sorted_by_their_heading(several):
    grid = several.desk.inbox.grid
    assert grid.narrow
    several.desk.resize(1500, 760)
    several.desk.rooms.setSizes([760, 330, 310])
    several.wait()
    assert not grid.narrow
    heading = grid.horizontalHeader()
    heading.sectionClicked.emit(0)
    assert titles(several) == ["Alpha", "Beta", "Delta", "Gamma"]
    heading.sectionClicked.emit(0)
    assert titles(several) == ["Gamma", "Delta", "Beta", "Alpha"]


def test_several_reports_are_set_aside_at_once_and_brought_back(several):
    several.desk.focus_inbox()
    several.press(K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    several.press(K.Key_Delete)
    assert several.ask(ask.InboxCounts())["set_aside"] == 2
    several.case.undo()
    several.wait()
    assert several.ask(ask.InboxCounts())["set_aside"] == 0


# ------------------------------------------------------------ finishing


def test_done_leads_to_the_next_new_report(several):
    several.desk.finish()
    several.wait()
    assert several.desk.report.title == "Gamma"
    assert several.desk.cards.hasFocus()
    assert titles(several)[-1] == "Delta"
    for expected in ("Beta", "Alpha"):
        several.desk.finish()
        several.wait()
        assert several.desk.report.title == expected
    several.desk.finish()
    several.wait()
    assert several.ask(ask.InboxCounts())["done"] == 4
    assert several.desk.inbox.grid.hasFocus()


def test_reports_in_work_come_after_the_new_ones(several):
    several.press(K.Key_Return)  # accepts in Delta, which is in work then
    several.desk.focus_inbox()
    several.press(K.Key_Down)
    for expected in ("Beta", "Alpha", "Delta"):
        several.desk.finish()
        several.wait()
        assert several.desk.report.title == expected


def test_a_report_that_is_done_says_who_read_it_and_is_read_again_on_purpose(several):
    several.desk.finish()
    several.wait()
    shown = several.desk.inbox.model.rows[-1]
    several.desk.show_report(shown.id)
    several.wait()
    banner = several.desk.reading.banner
    assert "Read by" in banner.text
    assert "Olena" in banner.text
    banner.button.click()
    several.wait()
    assert banner.text == ""
    assert several.desk.report.state == "in_work"


def test_what_is_accepted_puts_a_new_report_in_work(several):
    several.press(K.Key_Return)
    row = next(row for row in several.desk.inbox.model.rows if row.title == "Delta")
    assert (row.state, row.accepted, row.open) == ("in_work", 1, 0)


# ------------------------------------------------------------ many, odd, none


def test_an_empty_inbox_says_what_to_do(show):
    hands = show()
    inbox = hands.desk.inbox
    assert inbox._stack.currentWidget() is inbox._first
    assert hands.desk.report is None
    assert not hands.desk.can_finish
    hands.desk.finish()
    hands.desk.set_aside()
    hands.wait()


def test_odd_reports_have_their_line(take, show):
    take("An <b>evil</b> & endless title " * 9, "One.", [], publisher="", published=None, language="")
    take("عنوان", "نص", [], language="ar")
    take("No text", "", [], original=b"\x00\x01")
    hands = show()
    assert len(titles(hands)) == 3
    hands.desk.grab()
    for _ in range(3):
        hands.desk.focus_inbox()
        hands.press(K.Key_Down)
    assert hands.desk.report is not None


def test_an_undated_report_asks_for_its_day(take, show):
    take(published=None)
    hands = show()
    banner = hands.desk.reading.banner
    assert "day of publication is not known" in banner.text
    banner.button.click()
    assert hands.desk.reading.form.published.hasFocus()


def test_the_model_keeps_qts_rules(qtmodeltester, several):
    model = InboxModel()
    model.show(several.desk.inbox.model.rows)
    qtmodeltester.check(model)
    assert model.columnCount() == len(COLUMNS)


def test_the_layout_is_remembered(several, show):
    several.desk.inbox.order_by("title", True)
    several.desk.rooms.setSizes([300, 500, 400])
    kept = several.desk.save_state()
    again = show()
    again.desk.load_state(kept)
    again.desk.start()
    again.wait()
    assert titles(again) == titles(several)
    assert again.desk.report.id == several.desk.report.id


@pytest.mark.parametrize(
    "state", [{}, {"sizes": "x"}, {"sizes": [1, 2]}, {"inbox": 5}, {"inbox": {"sort": ["x", 1]}}]
)
def test_a_layout_that_makes_no_sense_is_left_out(show, take, state):
    take()
    hands = show()
    hands.desk.load_state(state)
    hands.wait()
    assert hands.desk.reading.text.toPlainText() == TEXT
