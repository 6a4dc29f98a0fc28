"""The main job, from an empty folder to a briefing, at the real window and by keyboard alone.

A person was handed the report of 2 May 2022 on Kharkiv, Izyum, Vovchansk and Mariupol. She enters its incidents,
filters to Kharkiv region from 25 April to 3 May 2022, exports the briefing, closes, opens again, and finds everything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets import dialogs
from incidents.case import Actor, Case
from incidents.case.checkup import Checkup
from incidents.record.incident import Incident
from incidents.search import questions as ask
from incidents.search.filter import Filter, Period
from tests.end_to_end.conftest import ALT, CTRL, SHIFT, Keyboard, close


@dataclass(frozen=True)
class Told:
    """One incident as she types it."""

    type: str
    date: str
    place: str
    quote: str
    speaker: str
    grade: str
    people: str = ""


TOLD = [
    Told("evacuation", "last Sunday", "Mariupol", "gotten out of a bombed steel plant", "", "C3", "more than 100"),
    Told("detention", "April 2022", "Mariupol", "Four such camps", "", "C3"),
    Told("torture", "April 2022", "Mariupol", "they sleep standing up", "Vadym Boichenko", "C3"),
    Told("forced_transfer", "April 2022", "Mariupol", "men are deported to prisons", "Vadym Boichenko", "C3"),
    Told("detention", "since April 2022", "Vovchansk", "a real concentration camp", "Oleh Synehubov", "B3"),
    Told("torture", "since April 2022", "Vovchansk", "submitted to torture", "Oleh Synehubov", "B3"),
    Told("forced_recruitment", "since April 2022", "Izium", "force local residents", "", "C4"),
    Told("abduction", "2022", "Ukraine", "abducting locally elected leaders", "Michael Carpenter", "B2"),
]  # fmt: skip


def make_case(keys: Keyboard) -> None:
    """Ctrl+Shift+N, a name, Enter."""
    keys.press(Qt.Key.Key_N, CTRL | SHIFT)
    keys.see(lambda: type(keys.focus.window()).__name__ == "NewCaseDialog")
    keys.type("Kharkiv").enter()
    keys.see(lambda: keys.window.open_case is not None).back()


def enter(keys: Keyboard, told: Told, *, new_report: bool) -> None:
    """Fill the open form."""
    keys.type(told.type.replace("_", " ")).alt("d").type(told.date)
    keys.alt("p").type(told.place).wait().enter()
    keys.alt("m").type(told.people)
    if new_report:
        keys.alt("r").type("Pushed back from the city").wait().enter()
        keys.type("Border Journal").tab().type("2 May 2022").tab()
        keys.press(Qt.Key.Key_N).tab().press(Qt.Key.Key_C)
    keys.alt("q").type(told.quote).alt("w").type(told.speaker)
    keys.tab(2).type(told.grade[0].lower()).tab().type(told.grade[1])


def enter_all(keys: Keyboard) -> None:
    """Ctrl+N once, then Save and next after each but the last."""
    keys.press(Qt.Key.Key_N, CTRL).wait()
    for number, told in enumerate(TOLD):
        enter(keys, told, new_report=number == 0)
        last = number == len(TOLD) - 1
        keys.press(Qt.Key.Key_S, CTRL if last else CTRL | SHIFT).wait()


def filter_to_kharkiv(keys: Keyboard) -> None:
    """The region by its name in Ukrainian, the period as people write it."""
    pane = keys.window.workspace.pane
    keys.press(Qt.Key.Key_1, ALT).wait()
    keys.see(lambda: pane.isAncestorOf(keys.focus))
    while keys.focus is not pane.period.preset:
        keys.tab()
    keys.press(Qt.Key.Key_End)
    keys.see(lambda: keys.focus is pane.period.start)
    keys.type("25 April 2022").tab().type("3 May 2022").enter()
    while keys.focus is not pane.regions.search:
        keys.tab()
    keys.type("Харківська область").wait().enter().wait()


def test_a_report_is_entered_filtered_and_briefed_by_keyboard_alone(
    qtbot: QtBot, start: Callable[[], Keyboard], tmp_path: Path
) -> None:
    keys = start()
    make_case(keys)
    enter_all(keys)
    assert keys.window.workspace.table.count == len(TOLD)

    filter_to_kharkiv(keys)
    wanted = Filter(regions=("UA-63",), period=Period(date(2022, 4, 25), date(2022, 5, 3)))
    assert keys.window.workspace.filter == wanted
    assert keys.window.workspace.table.count == 3

    pdf = tmp_path / "briefing.pdf"
    dialogs.answer(pdf)
    keys.press(Qt.Key.Key_B, CTRL)
    keys.see(lambda: type(keys.focus.window()).__name__ == "BriefingDialog")
    keys.press(Qt.Key.Key_S, CTRL)
    keys.see(pdf.exists)
    text = printed(pdf)
    for words in (
        "Vovchansk",
        "Izyum",
        "Oleh Synehubov",
        "a real concentration camp",
        "25 April",
        "UA-63",
        "Page 1 of",
    ):
        assert words in text, words
    assert "Boichenko" not in text

    close(qtbot, keys.window)
    again = start()
    again.window.cases.open_path(str(tmp_path / "Kharkiv.vigil"))
    again.see(lambda: again.window.open_case is not None)
    again.see(lambda: again.window.workspace.table.count == len(TOLD))
    close(qtbot, again.window)

    with Case.open(tmp_path / "Kharkiv.vigil", actor=Actor("Olena"), read_only=True) as case:
        everything_is_there(case.read(ask.Incidents(Filter(), (("ref", False),))))
        assert case.read(Checkup()).faults == ()
        assert [b["number"] for b in case.read(ask.Briefings())] == [1]


def printed(pdf: Path) -> str:
    """All words of the PDF."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def everything_is_there(incidents: list[Incident]) -> None:
    """What was typed is what is kept, in the words of the record."""
    found = sorted(incidents, key=lambda incident: incident.entered_at or 0)
    assert [i.type for i in found] == [told.type for told in TOLD]
    assert [i.claims[0].quote for i in found] == [told.quote for told in TOLD]
    assert [i.claims[0].attributed_to for i in found] == [told.speaker for told in TOLD]
    assert [i.claims[0].grade for i in found] == [told.grade for told in TOLD]
    places = [(i.place.name, i.place.admin1) for i in found if i.place]
    assert places == [("Mariupol", "UA-14")] * 4 + [("Vovchansk", "UA-63")] * 2 + [
        ("Izyum", "UA-63"),
        ("Ukraine", ""),
    ]
    evacuation = found[0]
    assert evacuation.when.edtf == "2022-05-01"
    assert evacuation.people is not None and (evacuation.people.min, evacuation.people.max) == (100, None)
    assert found[4].when.edtf == "2022-04/.." and found[4].when.ongoing
    assert found[-1].geo_precision == "country"
    reports = {i.claims[0].report for i in found}
    (report,) = reports
    assert report is not None and (report.publisher, report.published) == ("Border Journal", date(2022, 5, 2))


@pytest.fixture(autouse=True)
def _no_dialog_left_unanswered() -> object:
    yield
    assert not dialogs._answers
