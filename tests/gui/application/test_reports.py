"""The Reports view in the window: reports taken in by drop, paste and menu, and the ways between the views."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.application.views import INCIDENTS, REPORTS
from desktop.desk.paste import PasteSheet, first_line
from desktop.widgets import dialogs
from incidents.search import questions as ask

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key
REPORT = """Night in Izium

Soldiers detained 12 men in Izium on 3 May 2022, the mayor said. Two of them were released on Wednesday.
"""


@pytest.fixture
def press(opened, wait):
    def pressed(key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or opened, key, held)
        wait()

    opened.activateWindow()
    return pressed


@pytest.fixture
def file(tmp_path):
    def made(name="izium.txt", content=REPORT):
        path = tmp_path / "given" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return made


def data_of(*paths: Path, text: str = "") -> QMimeData:
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    return data


def drop(target, data):
    """Drag over the middle of something and let go."""
    at, copy = target.rect().center(), Qt.DropAction.CopyAction
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, copy, data, left, none)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, data, left, none))
    return enter.isAccepted()


def inbox(window, wait):
    found = []
    window.open_case.ask(ask.Inbox(), found.extend, owner=window)
    wait()
    return found


# ------------------------------------------------------------ views


def test_keys_and_the_rail_lead_from_view_to_view(opened, press, wait):
    views = opened.all_views
    assert views.current == INCIDENTS
    press(K.Key_2, CTRL)
    assert views.current == REPORTS
    assert views.rail.buttons[REPORTS].isChecked()
    press(K.Key_1, CTRL)
    assert views.current == INCIDENTS
    assert opened.workspace.table._grid.hasFocus()
    QTest.mouseClick(views.rail.buttons[REPORTS], Qt.MouseButton.LeftButton)
    assert views.current == REPORTS


def test_the_desk_is_made_only_when_it_is_wanted(opened):
    assert not opened.all_views.has_desk


def test_what_acts_on_incidents_cannot_be_used_among_reports(opened, press):
    press(K.Key_2, CTRL)
    for name in ("edit", "status", "merge", "restore", "columns", "clear_filter"):
        assert not opened.menus.actions[name].isEnabled(), name
    for name in ("add", "export", "take_in", "paste_report", "find"):
        assert opened.menus.actions[name].isEnabled(), name
    press(K.Key_1, CTRL)
    assert opened.menus.actions["columns"].isEnabled()


def test_the_view_and_the_report_are_remembered(qtbot, opened, press, wait, file, application, case_file):
    drop(opened, data_of(file()))
    wait()
    assert opened.all_views.current == REPORTS
    shown = opened.all_views.desk.report.id
    opened.all_views.desk.rooms.setSizes([260, 500, 330])
    with qtbot.waitSignal(opened.destroyed, timeout=10_000):
        opened.close()
    again = application.new_window()
    again.cases.open_path(str(case_file))
    qtbot.waitUntil(
        lambda: (
            again.open_case is not None
            and again.open_case.idle
            and again.all_views.has_desk
            and again.all_views.desk.report is not None
        ),
        timeout=10_000,
    )
    assert again.all_views.current == REPORTS
    assert again.all_views.desk.report.id == shown


@pytest.mark.parametrize(
    "kept",
    [{"view": 3}, {"desk": "x"}, {"desk": {"sizes": [1, "2", None], "inbox": {"sort": 5, "report": "no"}}}],
)
def test_a_remembered_layout_that_makes_no_sense_is_left_out(application, window, wait, case_file, kept):
    application.settings["window.views"] = {"view": REPORTS} | kept
    window.cases.open_path(str(case_file))
    wait()
    assert window.all_views.desk.inbox.isVisibleTo(window) or window.all_views.current == INCIDENTS


def test_everything_has_room_at_1024_by_640(opened, press, wait, file):
    opened.resize(1024, 640)
    drop(opened, data_of(file()))
    wait()
    assert (opened.width(), opened.height()) == (1024, 640)
    desk = opened.all_views.desk
    assert desk.reading.text.width() >= 300
    card = desk.cards.current
    for part in (card.details.accept, card.details.reject, card.details.grade.digits["6"]):
        corner = part.mapTo(desk.cards.viewport(), QPoint(part.width(), part.height()))
        assert corner.x() <= desk.cards.viewport().width()


# ------------------------------------------------------------ taking in


def test_a_file_dropped_on_the_window_is_taken_in_and_shown(opened, wait, file):
    assert drop(opened, data_of(file()))
    wait()
    (row,) = inbox(opened, wait)
    assert (row.name, row.state) == ("izium.txt", "new")
    assert row.open >= 1
    assert opened.all_views.desk.report.id == row.id
    assert "1 report taken in with" in opened.messages.text
    assert opened.all_views.rail.buttons[REPORTS].waiting == 1


def test_over_the_window_it_is_said_what_will_happen(opened, file):
    data = data_of(file(), file("other.txt", "Other."))
    enter = QDragEnterEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(opened, enter)
    assert opened.drops.veil.text == "Drop to take in 2 files and folders"
    opened.drops.left()
    assert opened.drops.veil.text == ""


def test_a_folder_is_taken_in_with_a_bad_file_in_the_middle(opened, wait, file):
    folder = file("a.txt").parent
    file("b.pdf", b"%PDF-1.4 nothing")
    file("c.txt", "Two people were killed in Kherson on 2 May 2022.")
    drop(opened, data_of(folder))
    wait()
    assert {row.name for row in inbox(opened, wait)} >= {"a.txt", "c.txt"}
    assert opened.messages.is_error
    assert "could not be read" in opened.messages.text or "damaged" in opened.messages.text


def test_the_same_file_again_is_recognised(opened, wait, file):
    for _ in range(2):
        drop(opened, data_of(file()))
        wait()
    assert len(inbox(opened, wait)) == 1
    assert "was there already" in opened.messages.text


def test_a_case_dropped_on_the_window_is_opened_not_taken_in(qtbot, window, wait, case_file):
    assert drop(window, data_of(case_file))
    wait()
    assert window.open_case.info.name == "Kharkiv 2022"
    assert inbox(window, wait) == []


def test_without_a_case_a_drop_says_what_to_do_first(window, file):
    drop(window, data_of(file()))
    assert "Open or make a case first" in window.messages.text


def test_files_over_a_field_do_not_write_their_names_into_it(opened, wait, file):
    opened.workspace.pane.focus_text()
    data, at = data_of(file()), QPointF(120, 120)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    handle = opened.windowHandle()
    QApplication.sendEvent(handle, QDragEnterEvent(at.toPoint(), copy, data, left, none))
    QApplication.sendEvent(handle, QDropEvent(at, copy, data, left, none))
    wait()
    assert opened.workspace.pane.text.text() == ""
    assert len(inbox(opened, wait)) == 1


def test_files_and_a_folder_are_chosen_by_menu(opened, press, wait, file):
    dialogs.answer([file(), file("other.txt", "Three people were killed in Sumy on 1 May 2022.")])
    press(K.Key_I, CTRL)
    assert len(inbox(opened, wait)) == 2
    dialogs.answer(file("more/third.txt", "A man was abducted in Melitopol.").parent)
    press(K.Key_I, CTRL | SHIFT)
    assert len(inbox(opened, wait)) == 3


def test_taking_in_can_be_stopped(opened, wait, file):
    for number in range(60):
        folder = file(f"{number:03}.txt", f"{number} people were killed in Izium on 3 May 2022.").parent
    drop(opened, data_of(folder))
    assert opened.intake.strip.isVisible()
    opened.intake.strip.cancel()
    wait()
    assert not opened.intake.strip.isVisible()
    assert len(inbox(opened, wait)) < 60


def test_two_drops_wait_for_each_other(opened, wait, file):
    drop(opened, data_of(file("a.txt", "A man was killed in Izium.")))
    drop(opened, data_of(file("b.txt", "A woman was killed in Sumy.")))
    wait()
    assert {row.name for row in inbox(opened, wait)} == {"a.txt", "b.txt"}


def test_closing_the_window_stops_taking_in(qtbot, opened, file):
    for number in range(40):
        folder = file(f"{number:03}.txt", f"{number} people were killed in Izium.").parent
    drop(opened, data_of(folder))
    with qtbot.waitSignal(opened.destroyed, timeout=20_000):
        opened.close()


# ------------------------------------------------------------ pasting


def sheet_of(window):
    return next(dialog for dialog in window.findChildren(PasteSheet) if dialog.isVisible())


def test_a_text_is_pasted_with_title_publisher_and_date(opened, press, wait):
    QGuiApplication.clipboard().setText(REPORT)
    press(K.Key_2, CTRL)
    opened.all_views.desk.focus_inbox()
    press(K.Key_V, CTRL)
    sheet = sheet_of(opened)
    assert sheet.text.toPlainText() == REPORT
    assert sheet.title.placeholderText() == "Night in Izium"
    sheet.publisher.setText("Border Journal")
    sheet.published.setText("5 May 2022")
    QTest.keyClick(sheet.published, K.Key_Return, CTRL)
    wait()
    (row,) = inbox(opened, wait)
    assert (row.title, row.publisher, row.published.isoformat()) == (
        "Night in Izium",
        "Border Journal",
        "2022-05-05",
    )


def test_a_dropped_text_opens_the_sheet(opened, press):
    drop(opened, data_of(text=REPORT))
    assert sheet_of(opened).text.toPlainText() == REPORT
    press(K.Key_Escape)


@pytest.mark.parametrize(
    ("text", "day"), [("", ""), ("   ", ""), ("Words.", "31 April 2022"), ("Words.", "nonsense")]
)
def test_a_sheet_that_cannot_be_taken_in_says_why_and_stays(opened, press, wait, text, day):
    press(K.Key_V, CTRL | SHIFT)
    sheet = sheet_of(opened)
    sheet.text.setPlainText(text)
    sheet.published.setText(day)
    QTest.keyClick(sheet.text, K.Key_Return, CTRL)
    assert sheet.isVisible()
    assert sheet._problem.text()
    assert inbox(opened, wait) == []
    sheet.reject()


def test_a_title_is_the_first_line_that_says_something():
    assert first_line("\n \n  A   title \nmore") == "A title"
    assert first_line("") == ""
    assert len(first_line("word " * 100)) <= 121


# ------------------------------------------------------------ to the incident and back


def test_an_accepted_suggestion_leads_to_its_incident_and_its_claim_back(opened, press, wait, file):
    drop(opened, data_of(file()))
    wait()
    opened.all_views.desk.focus_cards()
    press(K.Key_2)
    press(K.Key_Return)
    opened.all_views.desk.cards.go_to(opened.all_views.desk.cards.cards[0].id)
    opened.all_views.desk.focus_cards()
    press(K.Key_Return)
    assert opened.all_views.current == INCIDENTS
    wait()
    assert (
        opened.workspace.inspector._seen.incident.type
        == opened.all_views.desk.cards.cards[0].kept.suggestion.type
    )
    press(K.Key_R, CTRL | SHIFT)
    assert opened.all_views.current == REPORTS
    text = opened.all_views.desk.reading.text
    assert text.hasFocus()
    assert "Soldiers detained 12 men" in text.textCursor().selectedText()


def test_an_incident_whose_claims_name_no_report_says_so(opened, press, wait):
    press(K.Key_R, CTRL | SHIFT)
    assert "Select an incident first" in opened.messages.text
    press(K.Key_Down)
    press(K.Key_R, CTRL | SHIFT)
    assert "names a report" in opened.messages.text


def test_a_suggestion_is_mended_in_the_form_and_saving_accepts_it(opened, press, wait, file):
    drop(opened, data_of(file()))
    wait()
    desk = opened.all_views.desk
    desk.focus_cards()
    press(K.Key_E)
    assert desk.editing
    assert desk.reading.text.isVisible(), "one reads and writes side by side"
    form = opened.workspace.form
    assert form.header.title == "Suggested incident"
    form.sheet.when.date.setText("4 May 2022")
    press(K.Key_S, CTRL)
    assert not desk.editing
    assert desk.cards.cards[0].kept.state == "accepted"
    found = []
    opened.open_case.ask(ask.IncidentById(desk.cards.cards[0].kept.incident), found.append, owner=opened)
    wait()
    (claim,) = found[0].claims
    assert found[0].when.edtf == "2022-05-04"
    assert claim.report.id == desk.report.id
    assert desk.report.text[claim.quote_start : claim.quote_end] == claim.quote


def test_a_half_mended_suggestion_is_kept_and_accepted_later(opened, press, wait, file):
    drop(opened, data_of(file()))
    wait()
    desk = opened.all_views.desk
    desk.focus_cards()
    press(K.Key_E)
    opened.workspace.form.sheet.when.date.setText("4 May 2022")
    press(K.Key_Escape)
    assert not desk.editing
    assert desk.cards.cards[0].kept.state == "open"
    opened.incidents.go_on()
    wait()
    assert opened.workspace.form.header.title == "Suggested incident"
    press(K.Key_S, CTRL)
    assert desk.cards.cards[0].kept.state == "accepted"


def test_a_new_incident_beside_a_report_stands_on_it(opened, press, wait, file):
    drop(opened, data_of(file()))
    wait()
    press(K.Key_N, CTRL)
    desk = opened.all_views.desk
    assert desk.editing
    assert opened.workspace.form.sheet.claims.panels[0].report.report.id == desk.report.id
    press(K.Key_Escape)


def test_the_form_goes_back_to_the_incidents(opened, press, wait, file):
    drop(opened, data_of(file()))
    wait()
    opened.all_views.desk.focus_cards()
    press(K.Key_E)
    opened.views.show_incidents()
    opened.incidents.add()
    wait()
    assert opened.workspace.editing
    assert not opened.all_views.desk.editing
    press(K.Key_Escape)
    assert not opened.workspace.editing
    assert not [dialog for dialog in opened.findChildren(QDialog) if dialog.isVisible()]
