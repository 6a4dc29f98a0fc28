"""Reports in, at the real window and by keyboard alone: dropped, read, suggested, accepted, mended, rejected, done.

She drops a report on the window, says who published it and when, goes through its suggestions card by card, adds what
Vigil did not see, calls it done, and finds her incidents with quotes, sources and grades; later a claim leads back.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application.views import INCIDENTS, REPORTS
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.record.incident import Incident
from incidents.search import questions as ask
from incidents.search.filter import Filter
from tests.end_to_end.conftest import ALT, CTRL, NONE, SHIFT, Keyboard, close
from tests.end_to_end.test_main_job import make_case

TEXT = """Held, moved, missing: a Monday on both sides of the Donets

More than 100 civilians were evacuated on Sunday from the bombed steelworks of Mariupol, where they had sheltered for \
weeks. The city council hopes for a second convoy.

In Vovchansk about 40 men are being held in a plant near the border and are tortured there, said Oleh Synehubov, the \
head of the regional administration.

Soldiers abducted the mayor of Izium on 28 April, according to his deputy.

A football match in Lviv was called off because of rain.

Fourteen men from Kherson came home on Sunday."""
# What she finds right, with the digit she gives each; all else is rejected.
ACCEPTED = {"evacuation": "3", "detention": "3", "torture": "3", "abduction": "4"}
SECONDS = 120


def drop(window: object, path: Path) -> None:
    """Let a file go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    handle, at = window.windowHandle(), QPointF(500, 300)  # type: ignore[attr-defined]
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(handle, QDragEnterEvent(at.toPoint(), copy, data, left, NONE))
    QApplication.sendEvent(handle, QDropEvent(at, copy, data, left, NONE))


def say_who_published_it(keys: Keyboard) -> None:
    """Ctrl+Shift+E; the source is new, so she says how reliable it is; then the dates are counted anew."""
    desk = keys.window.all_views.desk
    keys.press(Qt.Key.Key_E, CTRL | SHIFT)
    keys.see(desk.reading.form.title.hasFocus)
    keys.tab().type("Border Journal").tab().press(Qt.Key.Key_C)
    keys.alt("n").type("2 May 2022").enter().wait()
    keys.see(desk.reading.banner.button.hasFocus)
    keys.enter()
    keys.see(lambda: desk.cards.hasFocus() and desk.reading.banner.text == "")


def decide(keys: Keyboard) -> None:
    """Look at each card and press what it deserves; the abduction is mended in the form."""
    desk = keys.window.all_views.desk
    taken: set[str] = set()
    while desk.cards.open_count:
        kind = desk.cards.current.kept.suggestion.type
        before = desk.cards.open_count
        if kind not in ACCEPTED or kind in taken:
            keys.press(Qt.Key.Key_Delete)
        elif kind == "abduction":
            keys.type("4").press(Qt.Key.Key_E)
            keys.see(lambda: desk.editing)
            keys.alt("d").press(Qt.Key.Key_A, CTRL).type("night of 28 April 2022").press(Qt.Key.Key_S, CTRL)
        else:
            keys.type(ACCEPTED[kind]).enter()
        taken.add(kind)
        keys.see(lambda left=before: desk.cards.open_count < left)


def add_what_was_not_seen(keys: Keyboard) -> None:
    """The last sentence, selected word by word and handed over with N; only the type is missing."""
    desk = keys.window.all_views.desk
    keys.press(Qt.Key.Key_2, ALT).press(Qt.Key.Key_End, CTRL)
    while desk.reading.text.selected is None or not desk.reading.text.selected.of(TEXT).startswith(
        "Fourteen"
    ):
        keys.press(Qt.Key.Key_Left, CTRL | SHIFT)
    keys.press(Qt.Key.Key_N)
    keys.see(lambda: desk.editing)
    keys.press(Qt.Key.Key_A, CTRL).type("release").press(Qt.Key.Key_S, CTRL)
    keys.see(lambda: not desk.editing)


def test_a_dropped_report_becomes_incidents_by_keyboard_alone(
    qtbot: QtBot, start: Callable[[], Keyboard], tmp_path: Path
) -> None:
    report = tmp_path / "monday.txt"
    report.write_text(TEXT, encoding="utf-8")
    keys = start()
    make_case(keys)
    begun = time.monotonic()
    drop(keys.window, report)
    views = keys.window.all_views
    keys.see(lambda: views.current == REPORTS and views.desk.report is not None)
    say_who_published_it(keys)
    decide(keys)
    add_what_was_not_seen(keys)
    keys.press(Qt.Key.Key_Return, CTRL).wait()
    assert time.monotonic() - begun < SECONDS
    assert "Read by" in views.desk.reading.banner.text

    keys.press(Qt.Key.Key_1, CTRL)
    keys.see(lambda: views.current == INCIDENTS and keys.window.workspace.table.count == 5)
    keys.press(Qt.Key.Key_Down)
    keys.see(lambda: keys.window.workspace.inspector.incident_id is not None)
    keys.press(Qt.Key.Key_R, CTRL | SHIFT)
    keys.see(lambda: views.current == REPORTS and views.desk.reading.text.textCursor().hasSelection())
    assert views.desk.reading.text.textCursor().selectedText() in TEXT

    close(qtbot, keys.window)
    with Case.open(tmp_path / "Kharkiv.vigil", actor=Actor("Olena"), read_only=True) as case:
        everything_is_there(case.read(ask.Incidents(Filter(), (("ref", False),))))
        (row,) = case.read(ask.Inbox())
        assert (row.state, row.open, row.publisher, row.published) == (
            "done",
            0,
            "Border Journal",
            date(2022, 5, 2),
        )
        assert case.read(ask.OriginalOf(row.id)).content == report.read_bytes()
        assert case.read(Checkup()).faults == ()


def everything_is_there(incidents: list[Incident]) -> None:
    """Types, places, dates and numbers as the report has them; quotes at their places; sources with grades."""
    found = {incident.type: incident for incident in incidents}
    assert sorted(found) == sorted([*ACCEPTED, "release"])
    places = {kind: incident.place.name for kind, incident in found.items() if incident.place}
    assert places["evacuation"] == "Mariupol"
    assert places["detention"] == places["torture"] == "Vovchansk"
    assert places["abduction"] == "Izyum"
    assert places["release"] == "Kherson"
    assert found["evacuation"].when.edtf == "2022-05-01"
    assert found["evacuation"].people.min == 100
    assert found["abduction"].when.edtf == "2022-04-28/2022-04-29"
    assert (found["release"].when.edtf, found["release"].people.best) == ("2022-05-01", 14)
    assert found["detention"].claims[0].attributed_to == "Oleh Synehubov"
    for kind, digit in ACCEPTED.items():
        assert found[kind].claims[0].grade == f"C{digit}"
    for incident in incidents:
        (claim,) = incident.claims
        assert claim.report.publisher == "Border Journal"
        assert TEXT[claim.quote_start : claim.quote_end] == claim.quote
