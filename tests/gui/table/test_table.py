"""The table of incidents, through its widget and the keyboard, over rows from memory."""

import dataclasses
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from desktop.table.rows import MOST_WINDOWS, WINDOW
from desktop.table.table import IncidentTable
from incidents.search.columns import COLUMNS
from incidents.search.filter import Filter
from tests.gui.fake_case import FakeOpenCase, row

NUMBER = {column.key: number for number, column in enumerate(COLUMNS)}


@pytest.fixture
def shown(qtbot):
    """Make a table over rows, show it, and wait until all identifiers are there."""

    def make(rows, size=(1000, 500)):
        case = FakeOpenCase(rows)
        table = IncidentTable(case)
        qtbot.addWidget(table)
        table.resize(*size)
        table.show()
        table.set_filter(Filter())
        qtbot.waitUntil(lambda: table._model.is_settled)
        return table, case

    return make


def text(table, line, key):
    return table._model.index(line, NUMBER[key]).data()


def refs(table):
    return [text(table, line, "ref") for line in range(table.count)]


def choose(table, *lines):
    grid = table._grid
    grid.setCurrentIndex(table._model.index(lines[0], 0))
    for line in lines[1:]:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        grid.selectionModel().select(table._model.index(line, 0), flags)


def selected_refs(table, qtbot):
    found = []
    table.selected_ids(found.append)
    qtbot.waitUntil(lambda: bool(found))
    return [table._open_case.rows[uid.int - 1].ref for uid in found[0]]


def test_a_filter_shows_its_rows_newest_first_and_says_how_many(shown, qtbot):
    table, case = shown([row(n) for n in (1, 2, 3)])
    assert refs(table) == ["UKR-2022-0003", "UKR-2022-0002", "UKR-2022-0001"]
    assert table.count == 3
    with qtbot.waitSignal(table.count_changed) as counted:
        case.takes = lambda wanted, each: each.pk == 2
        table.set_filter(Filter(text="two"))
    assert counted.args == [1]
    assert refs(table) == ["UKR-2022-0002"]


def test_a_short_list_needs_one_page_and_a_long_one_its_identifiers_behind_it(shown):
    _, few = shown([row(n) for n in range(1, 10)])
    assert few.asked == ["Page", "Count"]
    _, many = shown([row(n) for n in range(1, 500)])
    assert many.asked[:3] == ["Page", "Count", "Ids"]


def test_the_model_keeps_the_contract_of_qt_while_rows_come_and_go(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 700)])
    QAbstractItemModelTester(table._model, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    for key in ("ref", "date"):
        table._grid.sortByColumn(NUMBER[key], Qt.SortOrder.AscendingOrder)
        qtbot.waitUntil(lambda: table._model.is_settled)
    del case.rows[5]
    case.changed.emit(None)
    qtbot.waitUntil(lambda: table.count == 698)
    table.set_filter(Filter(text="x"))
    qtbot.waitUntil(lambda: table._model.is_settled)
    assert table._model.columnCount() == len(COLUMNS)


def test_a_click_on_a_heading_sorts_and_a_second_one_turns_it(shown, qtbot):
    table, _ = shown([row(n, title=title) for n, title in ((1, "B"), (2, "C"), (3, "A"))])
    heading, orders = table._grid.horizontalHeader(), []
    table.order_changed.connect(orders.append)
    place = QPoint(heading.sectionViewportPosition(NUMBER["title"]) + 20, heading.height() // 2)
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: refs(table) == ["UKR-2022-0003", "UKR-2022-0001", "UKR-2022-0002"])
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: refs(table) == ["UKR-2022-0002", "UKR-2022-0001", "UKR-2022-0003"])
    assert table.order == (("title", True),)
    assert orders[-1] == (("title", True),)


def test_moving_with_the_arrows_tells_the_current_incident(shown, qtbot):
    table, _ = shown([row(n) for n in (1, 2, 3)])
    choose(table, 0)
    assert table.current_id == UUID(int=4)
    told = []
    table.current_changed.connect(told.append)
    qtbot.keyClick(table._grid, Qt.Key.Key_Down)
    qtbot.keyClick(table._grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert told == [UUID(int=3), UUID(int=2)]
    assert table.current_id == UUID(int=2)


def test_enter_and_double_click_open_the_incident(shown, qtbot):
    table, _ = shown([row(n) for n in (1, 2, 3)])
    opened = []
    table.activated.connect(opened.append)
    choose(table, 1)
    qtbot.keyClick(table._grid, Qt.Key.Key_Return)
    place = table._grid.visualRect(table._model.index(2, 0)).center()
    qtbot.mouseClick(table._grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table._grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [UUID(int=3), UUID(int=2)]


def test_copied_rows_paste_into_a_spreadsheet_in_the_order_and_columns_of_the_screen(shown, qtbot):
    table, _ = shown([row(1, title="One"), row(2, title="Two"), row(3, title="Three")])
    grid = table._grid
    for number, column in enumerate(COLUMNS):
        grid.horizontalHeader().setSectionHidden(number, column.key not in ("ref", "title", "people"))
    grid.horizontalHeader().moveSection(grid.horizontalHeader().visualIndex(NUMBER["title"]), 0)
    choose(table, 0, 2)
    with qtbot.waitSignal(table.copied) as copied:
        qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied.args == [2]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Title\tReference\tPeople", "Three\tUKR-2022-0003\t3", "One\tUKR-2022-0001\t1"]


def test_copied_text_can_neither_be_a_formula_nor_break_a_row(shown, qtbot):
    hostile = ['=HYPERLINK("http://x")', "a\tb\nc", '"open quotation', "@cmd", "\u202e=1+1"]
    table, _ = shown([row(n, title=title) for n, title in enumerate(hostile, 1)])
    for number, column in enumerate(COLUMNS):
        table._grid.horizontalHeader().setSectionHidden(number, column.key != "title")
    table.select_all()
    with qtbot.waitSignal(table.copied):
        table.copy()
    pasted = QGuiApplication.clipboard().text().split("\n")
    assert pasted == [
        "Title", "'\u202e=1+1", "'@cmd", '"""open quotation"', "a b c", "'=HYPERLINK(\"http://x\")", "",
    ]  # fmt: skip


def test_nothing_selected_copies_nothing(shown, qtbot):
    table, case = shown([row(1)])
    table.copy()
    qtbot.wait(20)
    assert "Rows" not in case.asked


def test_several_rows_are_selected_with_shift_and_all_with_control_a(shown, qtbot):
    table, _ = shown([row(n) for n in range(1, 6)])
    choose(table, 1)
    qtbot.keyClick(table._grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_count() == 2
    assert selected_refs(table, qtbot) == ["UKR-2022-0004", "UKR-2022-0003"]
    qtbot.keyClick(table._grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.selected_count() == 5


def test_selection_and_place_are_kept_by_identity_when_the_case_changes(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 390)], size=(1000, 300))
    choose(table, 100, 102)
    table._grid.scrollTo(table._model.index(100, 0))
    kept, place = selected_refs(table, qtbot), table._grid.verticalScrollBar().value()
    current, told = table.current_id, []
    table.current_changed.connect(told.append)
    case.rows[1000] = row(1000, when=dataclasses.replace(row(1).when, edtf="2024-01-01"))
    case.rows[270] = row(270, title="Another title")
    case.changed.emit(None)
    qtbot.waitUntil(lambda: table.count == 390)
    assert selected_refs(table, qtbot) == kept
    assert (table.current_id, told) == (current, [])
    assert table._grid.verticalScrollBar().value() == place


def test_an_edit_shows_in_its_row(shown, qtbot):
    table, case = shown([row(1), row(2)])
    case.rows[1] = row(1, title="Mended")
    case.changed.emit(None)
    qtbot.waitUntil(lambda: text(table, 1, "title") == "Mended")


def test_where_the_current_incident_leaves_its_neighbour_takes_its_place(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 6)])
    choose(table, 2)
    del case.rows[3]
    case.changed.emit(None)
    qtbot.waitUntil(lambda: table.count == 4)
    assert table.current_id == UUID(int=3)
    assert selected_refs(table, qtbot) == ["UKR-2022-0002"]


@pytest.mark.parametrize("many", [5, 600])
def test_where_the_current_incident_leaves_nobody_joins_the_others_that_are_selected(shown, qtbot, many):
    table, case = shown([row(n) for n in range(1, many + 1)])
    last = many - 1
    choose(table, 1, last)  # as after merging the current incident into the last
    gone, stays = table._model.ids[1], table._model.ids[last]
    del case.rows[gone]
    case.changed.emit(None)
    qtbot.waitUntil(lambda: table.count == many - 1 and table._model.is_settled)
    qtbot.waitUntil(lambda: list(table.selected_keys()) == [stays])
    qtbot.waitUntil(lambda: table.current_id == UUID(int=stays + 1))


def test_an_incident_that_leaves_the_filter_is_no_longer_current(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 6)])
    choose(table, 2)
    told = []
    table.current_changed.connect(told.append)
    case.takes = lambda wanted, each: each.pk > 3
    table.set_filter(Filter(text="late"))
    qtbot.waitUntil(lambda: told == [None])
    assert table.current_id is None


def test_an_incident_beyond_the_first_page_stays_current_in_another_filter(shown, qtbot):
    table, _ = shown([row(n) for n in range(1, 600)])
    ordered = list(table._model.ids)
    choose(table, 450)
    qtbot.waitUntil(lambda: table.current_id is not None)
    current, told = table.current_id, []
    table.current_changed.connect(told.append)
    table.set_filter(Filter(text="also all"))
    qtbot.waitUntil(lambda: table._model.is_settled)
    assert list(table._model.ids) == ordered
    assert table.current_id == current
    assert told == []


def test_select_goes_to_an_incident_or_says_that_the_filter_lacks_it(shown, qtbot):
    table, _ = shown([row(n) for n in range(1, 800)], size=(1000, 300))
    answers = []
    table.select(UUID(int=5), answers.append)
    qtbot.waitUntil(lambda: table.current_id == UUID(int=5))
    assert table._grid.visualRect(table._grid.currentIndex()).isValid()
    table.select(UUID(int=5000), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == [True, False]
    assert table.current_id == UUID(int=5)


def test_answers_to_an_older_filter_are_dropped(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 600)])
    case.hold()
    table.set_filter(Filter(text="first"))
    case.takes = lambda wanted, each: wanted.text != "second" or each.pk == 7
    table.set_filter(Filter(text="second"))
    case.let_go(backwards=True)
    qtbot.waitUntil(lambda: table._model.is_settled)
    assert refs(table) == ["UKR-2022-0007"]


def test_a_hundred_thousand_rows_are_scrolled_with_a_bounded_memory_of_rows(shown, qtbot):
    table, _ = shown([row(n) for n in range(1, 100_001)])
    bar, model = table._grid.verticalScrollBar(), table._model
    for step in range(101):
        bar.setValue(bar.maximum() * step // 100)
        qtbot.waitUntil(lambda: model.row_at(table._grid.rowAt(5)) is not None)
        assert len(model.store) <= MOST_WINDOWS * WINDOW
    assert text(table, 99_999, "ref").startswith("UKR-")
    assert table._model.rowCount() == 100_000


def test_all_of_a_hundred_thousand_is_one_range(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 100_001)])
    asked = len(case.asked)
    qtbot.keyClick(table._grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table._grid.selectionModel().selection().count() == 1
    assert table.selected_count() == 100_000
    assert len(table.selected_keys()) == 100_000
    qtbot.wait(10)
    assert len(case.asked) - asked <= 2  # nothing is fetched only because it is selected


def test_rows_that_are_gone_from_the_case_are_not_asked_for_again_and_again(shown, qtbot):
    table, case = shown([row(n) for n in range(1, 600)])
    for pk in list(case.rows):
        if pk % 2:
            del case.rows[pk]
    table._grid.scrollToBottom()
    qtbot.waitUntil(lambda: "Rows" in case.asked)
    qtbot.wait(100)
    assert case.asked.count("Rows") < 10


def test_columns_are_chosen_moved_and_remembered(shown, qtbot):
    table, _ = shown([row(1)])
    menu = table.columns_menu(table)
    assert isinstance(menu, QMenu)
    shown_at_first = [action.text() for action in menu.actions() if action.isChecked()]
    assert "Title" in shown_at_first
    assert "Entered" not in shown_at_first
    next(action for action in menu.actions() if action.text() == "Entered").trigger()
    heading = table._grid.horizontalHeader()
    heading.moveSection(heading.visualIndex(NUMBER["entered"]), 0)
    heading.resizeSection(NUMBER["title"], 333)
    table._grid.sortByColumn(NUMBER["ref"], Qt.SortOrder.AscendingOrder)
    state = table.save_state()

    again, _ = shown([row(1)])
    again.load_state(state)
    assert again.save_state() == state
    assert COLUMNS[again._grid.shown_columns()[0]].key == "entered"
    assert again._grid.columnWidth(NUMBER["title"]) == 333
    assert again.order == (("ref", False),)


@pytest.mark.parametrize("nonsense", [None, 5, {"columns": "x"}, {"columns": [{"key": "no"}], "sort": ["no", 1]}, []])
def test_a_state_that_makes_no_sense_leaves_the_usual_columns(shown, nonsense):
    table, _ = shown([row(1)])
    usual = table.save_state()
    table.load_state(nonsense)
    assert table.save_state() == usual


def test_the_last_column_cannot_be_hidden(shown, qtbot):
    table, _ = shown([row(1)])
    state = table.save_state()
    for entry in state["columns"]:
        entry["visible"] = False
    table.load_state(state)
    assert len(table._grid.shown_columns()) == 1
    menu = table.columns_menu(table)
    assert [action.isEnabled() for action in menu.actions() if action.isChecked()] == [False]


def test_nothing_to_show_says_why_and_what_to_do(shown, qtbot):
    table, case = shown([])
    requested = []
    table.action_requested.connect(requested.append)
    assert table._add.isVisible()
    assert not table._clear.isVisible()
    qtbot.mouseClick(table._add, Qt.MouseButton.LeftButton)
    table.set_filter(Filter(text="nothing like that"))
    qtbot.waitUntil(table._clear.isVisible)
    qtbot.mouseClick(table._clear, Qt.MouseButton.LeftButton)
    assert requested == ["add", "clear_filter"]
    case.rows[1] = row(1)
    case.changed.emit(None)
    qtbot.waitUntil(table._grid.isVisible)


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$", extend=True)
def test_the_context_menu_offers_what_fits_the_selection(shown, qtbot):
    table, _ = shown([row(n) for n in (1, 2, 3)])
    requested = []
    table.action_requested.connect(requested.append)

    def menu_for(*lines):
        choose(table, *lines)
        table._context_menu(table._grid.viewport().mapToGlobal(QPoint(10, 10)))
        menu = [each for each in table.findChildren(QMenu) if each.isVisible()][-1]
        return menu, {action.text(): action for action in menu.actions()}

    menu, actions = menu_for(0)
    assert actions["Edit…"].isEnabled()
    assert not actions["Merge…"].isEnabled()
    actions["Withdraw…"].trigger()
    menu.close()
    menu, actions = menu_for(0, 2)
    assert not actions["Edit…"].isEnabled()
    actions["Merge…"].trigger()
    menu.close()
    assert requested == ["withdraw", "merge"]


def test_long_and_marked_up_text_is_shown_as_it_is(shown, qtbot):
    table, _ = shown([row(1, title="<b>bold</b> " + "x" * 100_000), row(2, title="\u202eabc \x00 text")])
    index = table._model.index(1, NUMBER["title"])
    assert index.data().startswith("<b>bold</b>")
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert len(tip) < 2_000
    table.grab()  # painting it neither hangs nor fails
