"""A desk over a real case, with reports whose suggestions the test wrote itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.theme import Theme
from incidents.record.dates_said import understand_date
from incidents.record.draft import ReportDraft, SourceDraft
from incidents.record.figures import Figure
from incidents.record.figures_said import understand_count
from incidents.record.place import Place
from incidents.record.suggestion import Mark, Passage, Suggestion

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.bridge.open_case import OpenCase
    from desktop.desk.desk import Desk

IZIUM = Place(
    name="Izyum",
    country="UKR",
    country_name="Ukraine",
    admin1="UA-63",
    admin1_name="Kharkiv",
    lat=49.2,
    lon=37.26,
)
OTHER_IZIUM = Place(name="Izyum", country="RUS", country_name="Russia", lat=55.0, lon=40.0)
MARIUPOL = Place(
    name="Mariupol",
    country="UKR",
    country_name="Ukraine",
    admin1="UA-14",
    admin1_name="Donetsk",
    lat=47.1,
    lon=37.54,
)
TEXT = (
    "Soldiers took the mayor of Izium from his office on 3 May 2022, his deputy said.\n\n"
    "More than 100 civilians left the steelworks of Mariupol on Sunday. Nobody knows who is still inside.\n\n"
    "A shell killed two people in Izium on 4 May 2022."
)


def told(
    text: str,
    kind: str,
    sentence: str,
    place: Place | None = None,
    when: str = "",
    people: str = "",
    **more: Any,
) -> Suggestion:
    """What an extraction might have found in a sentence of a text."""
    start = text.index(sentence)
    marks = [
        Mark(name, Passage(start + sentence.index(words), start + sentence.index(words) + len(words)))
        for name, words in more.pop("marks", {}).items()
    ]
    return Suggestion(
        type=kind,
        evidence=(Passage(start, start + len(sentence)),),
        place=place,
        place_text=place.name if place else "",
        country=place.country if place else "",
        geo_precision=place.precision if place else "",
        when=understand_date(when) if when else understand_date("unknown"),
        people=understand_count(people) if people else Figure(),
        marks=tuple(marks),
        why=("a rule of the test",),
        **more,
    )


def three(text: str = TEXT) -> list[Suggestion]:
    """An abduction with two readings of its place, an evacuation, a killing."""
    first, second, third = (part.split(". Nobody")[0] for part in text.split("\n\n"))
    return [
        told(
            text,
            "abduction",
            first,
            IZIUM,
            "3 May 2022",
            marks={"event": "took", "place": "Izium", "date": "3 May 2022"},
            places_other=(OTHER_IZIUM,),
            claimed_by="his deputy",
            confidence=0.9,
        ),
        told(text, "evacuation", second, MARIUPOL, "1 May 2022", "more than 100", confidence=0.5),
        told(text, "killing", third, IZIUM, "4 May 2022", "two people", confidence=0.3),
    ]


Take = Callable[..., UUID]


@pytest.fixture
def take(open_case: OpenCase, settled: Callable[..., None]) -> Take:
    """Take a report in, as reading and extraction would."""
    from incidents import operations as do

    def taken(
        title: str = "Izium and Mariupol",
        text: str = TEXT,
        suggestions: list[Suggestion] | None = None,
        *,
        publisher: str = "Border Journal",
        reliability: str = "C",
        published: date | None = date(2022, 5, 5),
        language: str = "en",
        **more: Any,
    ) -> UUID:
        found: list[Any] = []
        if publisher:
            open_case.perform(do.AddSource(SourceDraft(name=publisher, reliability=reliability)), quiet=True)
        operation = do.TakeInReport(
            original=more.pop("original", f"{title}\n{text}".encode()),
            name=f"{title}.txt",
            mime=more.pop("mime", "text/plain"),
            text=text,
            suggestions=three() if suggestions is None else suggestions,
            draft=ReportDraft(title=title, publisher=publisher, published=published, language=language),
            **more,
        )
        open_case.perform(operation, lambda outcome: found.append(outcome.value.report))
        settled(open_case)
        return found[0]

    return taken


class Hands:
    """Keys into what has the focus, and waiting until the case has answered."""

    def __init__(self, desk: Desk, case: OpenCase, settle: Callable[..., None]) -> None:
        self.desk, self.case, self._settle = desk, case, settle
        self.said: list[tuple[str, bool]] = []
        self.failed: list[str] = []
        case.done.connect(lambda told, undoable: self.said.append((told, undoable)))
        case.failed.connect(self.failed.append)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Hands:
        """One key, then wait."""
        QTest.keyClick(self.focus, key, held)
        return self.wait()

    def type(self, text: str) -> Hands:
        """Any characters, also those that no key of this keyboard has."""
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.focus, event)
        return self.wait()

    def wait(self) -> Hands:
        """Until everything was answered."""
        self._settle(self.case)
        QApplication.processEvents()
        self._settle(self.case)
        return self

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        at = QApplication.focusWidget()
        assert at is not None
        return at

    @property
    def states(self) -> list[str]:
        """What became of each suggestion."""
        return [card.kept.state for card in self.desk.cards.cards]

    def ask(self, question: Any) -> Any:
        """Ask the case and wait for the answer."""
        answers: list[Any] = []
        self.case.ask(question, answers.append, owner=self.desk)
        self.wait()
        return answers[0]


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Theme]:
    """The application in our own colours, as the desk expects it."""
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    theme = Theme(qapp, "light")
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setFont(before[2])


@pytest.fixture
def show(
    qtbot: QtBot, open_case: OpenCase, settled: Callable[..., None], dressed: Theme
) -> Callable[..., Hands]:
    """Open the desk in a window of some size."""
    from desktop.desk.desk import Desk

    def shown(width: int = 1280, height: int = 760) -> Hands:
        desk = Desk(open_case)
        qtbot.addWidget(desk)
        desk.resize(width, height)
        desk.load_state({})
        desk.start()
        desk.show()
        desk.activateWindow()
        qtbot.waitUntil(desk.isActiveWindow)
        hands = Hands(desk, open_case, settled)
        hands.wait()
        desk.focus_cards()
        return hands

    return shown


@pytest.fixture
def hands(take: Take, show: Callable[..., Hands]) -> Hands:
    """The desk with one report of three suggestions."""
    take()
    return show()
