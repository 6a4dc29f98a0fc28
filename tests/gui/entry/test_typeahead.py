"""A type-ahead proposes and never takes anything by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.choice_list import matched_part
from desktop.widgets.list_typeahead import ListTypeAhead
from desktop.widgets.typeahead import Choice, TypeAhead, immediate

TOWNS = ["Mariupol", "Marinka", "Kharkiv"]


def towns(typed):
    """Towns that begin with what was typed, and a way to add one."""
    found = [Choice(town, "Ukraine", value=town) for town in TOWNS if town.lower().startswith(typed.lower())]
    return [*found, Choice(f"Add {typed}", text=typed, create=True)]


class Later:
    """Answers when the test says so."""

    def __init__(self):
        self.asked = []

    def __call__(self, text, answer):
        self.asked.append((text, answer))

    def answer(self):
        text, answer = self.asked[-1]
        answer(towns(text))


@pytest.fixture
def open_field(qtbot):
    """A window with the field and another one after it."""

    windows = []

    def make(suggest, **options):
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        field = TypeAhead(suggest, **options)
        column.addWidget(field)
        column.addWidget(QLineEdit())
        column.addStretch(1)
        window.resize(400, 300)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        field.setFocus()
        return field

    return make


def test_enter_takes_the_highlighted_one(open_field, qtbot):
    field = open_field(immediate(towns))
    qtbot.keyClicks(field, "mar")
    assert [choice.main for choice in field.proposals] == ["Mariupol", "Marinka", "Add mar"]
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked.args[0].value == "Mariupol"
    assert (field.text(), field.value, field.proposals) == ("Mariupol", "Mariupol", [])


def test_arrows_walk_round_and_tab_takes_and_goes_on(open_field, qtbot):
    field = open_field(immediate(towns))
    qtbot.keyClicks(field, "mar")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.value == "Marinka"
    assert not field.hasFocus()


def test_escape_closes_the_list_and_keeps_the_text(open_field, qtbot):
    field = open_field(immediate(towns))
    qtbot.keyClicks(field, "mar")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.proposals, field.text(), field.value) == ([], "mar", None)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.proposals


def test_typing_on_takes_the_choice_back(open_field, qtbot):
    field = open_field(immediate(towns))
    qtbot.keyClicks(field, "khar")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "!")
    assert (field.text(), field.value) == ("Kharkiv!", None)


def test_a_click_takes_what_was_clicked(open_field, qtbot):
    field = open_field(immediate(towns))
    qtbot.keyClicks(field, "mar")
    view = field._list
    at = view.visualRect(view.model().index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert field.value == "Marinka"
    assert field.hasFocus()


def test_tab_never_creates(open_field, qtbot):
    field = open_field(immediate(towns))
    made = []
    field.picked.connect(made.append)
    qtbot.keyClicks(field, "xyz")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (made, field.text(), field.value) == ([], "xyz", None)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [choice.text for choice in made] == ["xyz"]
    assert field.text() == "xyz"


def test_a_mere_guess_is_not_taken_without_being_pointed_at(open_field, qtbot):
    field = open_field(immediate(lambda _typed: [Choice("Azov", value=1, sure=False)]))
    qtbot.keyClicks(field, "azovstal")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.value) == ("azovstal", None)
    field.setFocus()
    field.propose()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.value == 1


def test_where_free_text_is_as_good_nothing_is_highlighted(open_field, qtbot):
    field = open_field(immediate(towns), eager=False)
    qtbot.keyClicks(field, "mar")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert (field.text(), field.value) == ("mar", None)


def test_only_one_request_is_under_way_and_stale_answers_are_dropped(open_field, qtbot):
    later = Later()
    field = open_field(later)
    qtbot.keyClicks(field, "mariu")
    assert [text for text, _ in later.asked] == ["m"]
    later.answer()
    assert field.proposals == []
    assert [text for text, _ in later.asked] == ["m", "mariu"]
    later.answer()
    assert field.proposals[0].main == "Mariupol"
    later.asked[0][1](towns("khar"))
    assert field.proposals[0].main == "Mariupol"


def test_tab_before_the_answer_takes_the_first_when_it_comes(open_field, qtbot):
    later = Later()
    field = open_field(later)
    qtbot.keyClicks(field, "k")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.value is None
    later.answer()
    assert field.value == "Kharkiv"
    assert not field.hasFocus()


def test_an_answer_that_comes_after_the_focus_left_opens_nothing(open_field, qtbot):
    later = Later()
    field = open_field(later)
    qtbot.keyClicks(field, "k")
    field.window().findChildren(QLineEdit)[1].setFocus()
    later.answer()
    assert (field.proposals, field.value, field.text()) == ([], None, "k")


def test_the_list_stays_inside_the_window(open_field, qtbot):
    field = open_field(immediate(lambda _typed: [Choice(f"Town {n}", "somewhere") for n in range(40)]))
    qtbot.keyClicks(field, "t")
    window = field.window()
    assert window.rect().contains(field._list.geometry())
    field.move(field.x(), window.height() - field.height())
    field.propose()
    assert window.rect().contains(field._list.geometry())
    assert field._list.geometry().bottom() <= field.mapTo(window, QPoint(0, 0)).y()


def test_a_list_of_values_completes_the_entry_under_the_cursor(qtbot):
    field = ListTypeAhead(immediate(towns))
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    qtbot.keyClicks(field, "khar")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "mari")
    assert field.asked_text() == "mari"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.entries() == ["Kharkiv", "Mariupol"]
    field.set_typed(" a ,, b,a , ")
    assert field.entries() == ["a", "b"]


@given(st.text(max_size=40), st.text(max_size=5))
def test_the_matched_part_is_a_part_of_the_text(text, typed):
    start, end = matched_part(text, typed)
    assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "typed", "part"),
    [
        ("Évacuation", "evac", "Évac"),
        ("Straße", "STRASS", "Straß"),
        ("Ізюм", "ізю", "Ізю"),
        ("Mariupol", "x", ""),
    ],
)
def test_the_matched_part_ignores_case_and_accents(text, typed, part):
    start, end = matched_part(text, typed)
    assert text[start:end] == part
