"""The briefing dialog, by keyboard: what one sees is what is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.briefing.dialog import BriefingDialog
from desktop.briefing.naming import file_name
from desktop.widgets import dialogs
from incidents.search import questions as ask
from incidents.search.filter import Filter, parse
from incidents.settings import Settings
from tests.builders import an_incident
from tests.reports.briefing.conftest import Fill, page_texts, placed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.bridge.open_case import OpenCase

NOW = datetime(2022, 5, 6, 17, 30, tzinfo=UTC)
Shown = Callable[..., BriefingDialog]


@pytest.fixture
def shown(qtbot: QtBot, open_case: OpenCase, tmp_path: Path) -> Shown:
    """Fills the case, opens the dialog and waits until its preview is ready."""

    def show(
        *incidents, wanted: Filter | None = None, settings: Settings | None = None, fill: bool = True
    ) -> BriefingDialog:  # type: ignore[no-untyped-def]
        if fill:
            many = incidents or tuple(
                placed(an_incident(people="7", sensitivity="moderate"), n) for n in range(1, 4)
            )
            with qtbot.waitSignal(open_case.changed):
                open_case.perform(Fill(tuple(many)))
        kept = settings or Settings(tmp_path / "settings.json")
        dialog = BriefingDialog(open_case, wanted or Filter(), settings=kept, now=NOW)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.ready and dialog.preview.drawn, timeout=20_000)
        return dialog

    return show


def exported(qtbot: QtBot, dialog: BriefingDialog, path: Path) -> list[str]:
    """Press Ctrl+S, answer the file dialog, and read what was written."""
    dialogs.answer(path)
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.path == path, timeout=20_000)
    return page_texts(path.read_bytes())


def test_the_preview_follows_what_is_typed(qtbot: QtBot, shown: Shown) -> None:
    dialog = shown()
    before = dialog.preview.count
    qtbot.keyClicks(dialog.options.title, "Kharkiv & <b>Izyum</b>")
    assert not dialog.ready
    qtbot.waitUntil(lambda: dialog.ready and dialog.preview.drawn, timeout=20_000)
    assert dialog.preview.count == before
    assert dialog.preview.page == 1


def test_export_writes_what_was_chosen_and_says_where(
    qtbot: QtBot, shown: Shown, open_case: OpenCase, settled: Callable[..., None], tmp_path: Path
) -> None:
    dialog = shown()
    qtbot.keyClicks(dialog.options.title, "Spring in Kharkiv")
    qtbot.keyClicks(dialog.options.organisation, "Desk")
    dialog.options.tlp.setFocus()
    qtbot.keyClicks(dialog.options.tlp, "TLP:GREEN")
    texts = exported(qtbot, dialog, tmp_path / "b.pdf")
    assert "Spring in Kharkiv" in texts[0] and "TLP:GREEN" in texts[0] and "Briefing 1" in texts[0]
    assert dialog.message.text == "Written: b.pdf"
    settled(open_case)
    answers: list[list[dict[str, object]]] = []
    open_case.ask(ask.Briefings(), answers.append, owner=dialog)
    settled(open_case)
    assert dialog.made is not None and answers[0][0]["sha256"] == dialog.made.sha256


def test_enter_exports_and_escape_leaves(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    dialog = shown()
    dialogs.answer(tmp_path / "enter.pdf")
    qtbot.keyClick(dialog.options.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_label_that_is_too_open_is_said_beside_its_field_and_nothing_is_written(
    qtbot: QtBot, shown: Shown, tmp_path: Path
) -> None:
    dialog = shown(placed(an_incident(sensitivity="severe"), 1))
    [problem] = dialog.options.fields["tlp"].problems
    assert "TLP:AMBER is too open" in problem and "UKR-2022-0001" in problem
    dialogs.answer(tmp_path / "never.pdf")
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog.message.is_error and dialog.options.tlp.hasFocus()
    qtbot.keyClicks(dialog.options.tlp, "TLP:RED")
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.options.fields["tlp"].problems == ()
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20_000)


def test_a_folder_that_is_not_there_is_a_sentence_and_no_number_is_lost(
    qtbot: QtBot, shown: Shown, tmp_path: Path
) -> None:
    dialog = shown()
    dialogs.answer(tmp_path / "nowhere" / "b.pdf")
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.message.is_error, timeout=20_000)
    assert "does not exist" in dialog.message.text
    assert "Briefing 1" in exported(qtbot, dialog, tmp_path / "b.pdf")[0]


def test_the_choices_are_remembered_but_not_the_title(qtbot: QtBot, shown: Shown, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "mine.json")
    dialog = shown(settings=settings)
    qtbot.keyClicks(dialog.options.title, "Once")
    qtbot.keyClicks(dialog.options.organisation, "Desk")
    qtbot.keyClicks(dialog.options.profile, "Partner")
    exported(qtbot, dialog, tmp_path / "b.pdf")
    again = shown(settings=Settings(tmp_path / "mine.json"), fill=False)
    assert again.options.values() == {
        "title": "",
        "organisation": "Desk",
        "contact": "",
        "tlp": "AMBER",
        "profile": "partner",
    }


@pytest.mark.parametrize(
    "kept", [{"tlp": "WHITE", "profile": 3}, {"organisation": ["x"]}, {"organisation": "x" * 9_999}]
)
def test_damaged_settings_do_no_harm(shown: Shown, tmp_path: Path, kept: dict[str, object]) -> None:
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps({"briefing.last": kept}))
    dialog = shown(settings=Settings(path))
    values = dialog.options.values()
    assert (values["tlp"], values["profile"]) == ("AMBER", "internal") and len(values["organisation"]) <= 300


def test_the_preview_is_drawn_anew_when_the_case_changes(
    qtbot: QtBot, shown: Shown, open_case: OpenCase
) -> None:
    dialog = shown()
    with qtbot.waitSignal(open_case.changed):
        open_case.perform(Fill((placed(an_incident(title="Another"), 9),)))
    qtbot.waitUntil(lambda: dialog.ready, timeout=20_000)
    assert dialog.counts_text.startswith("0 counted, 4 under review")


def test_keys_turn_pages_and_zoom(qtbot: QtBot, shown: Shown) -> None:
    dialog = shown()
    preview = dialog.preview
    preview.setFocus()
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 2
    qtbot.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 1
    qtbot.keyClick(preview, Qt.Key.Key_Plus)
    assert preview.zoom == pytest.approx(1.25)
    qtbot.keyClick(preview, Qt.Key.Key_0)
    assert preview.zoom == 1.0
    qtbot.waitUntil(lambda: preview.drawn, timeout=20_000)


def test_the_period_of_the_filter_is_shown(shown: Shown) -> None:
    from PySide6.QtWidgets import QLabel

    dialog = shown(wanted=parse("period:2022-04-25..2022-05-03"))
    assert any("from 25 April to 3 May 2022" in label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        (3, "Kharkiv", "Briefing 3 - Kharkiv - 2022-05-06.pdf"),
        (None, "", "Briefing draft - 2022-05-06.pdf"),
        (1, 'a/b\\c:d*e?f"g<h>i|j', "Briefing 1 - a b c d e f g h i j - 2022-05-06.pdf"),
        (1, "..", "Briefing 1 - 2022-05-06.pdf"),
        (1, "gpj.\u202eexe\x00\ud800", "Briefing 1 - gpj.exe - 2022-05-06.pdf"),
        (1, "Ізюм", "Briefing 1 - Ізюм - 2022-05-06.pdf"),
    ],
)
def test_a_name_is_suggested_that_every_file_system_takes(number: int | None, title: str, name: str) -> None:
    assert file_name(number, title, NOW.date()) == name
