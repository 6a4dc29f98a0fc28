"""Whatever is pasted stays what it is: shown as plain text, saved or refused with a sentence, never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.gui.entry.conftest import CTRL

NASTY = [
    "<b>bold</b> <img src='file:///etc/passwd'> &amp; &lt;",
    "=1+1",
    '=HYPERLINK("http://x")',
    "a\x00b\x07c\x1b[31m",
    "\u202eevil\u202c \u200f\u061c",
    "\ud800 lone",
    "صاروخ أصاب المدرسة",
    "Маріуполь, “лапки” і апостроф’",
    "%s %1 {0} %n &Mnemonic",
    "'; DROP TABLE incident; --",
    "word " * 20_000,
]


def line_edits(sheet):
    """Every one-line field with text of the user."""
    panel = sheet.claims.panels[0]
    report = panel.open_new_report()
    return [
        sheet.what.type, sheet.when.date, sheet.where.place, sheet.people._figures["people"].edit, sheet.details.title,
        sheet.details.responsible, sheet.details.place_note, sheet.details.tags, sheet.details.other,
        sheet.judgement.why, sheet.judgement.grade_why, panel.attributed_to, panel.reported_as, panel.origin,
        panel.rating_why, panel.figure.edit, report.title, report.publisher, report.published,
        report.url, report.language,
    ]  # fmt: skip


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_nothing_breaks_the_form_and_the_draft_gives_it_back(hands, open_case, nasty, new_form, settled):
    sheet = hands.form.sheet
    fields = line_edits(sheet)
    for edit in fields:
        edit.setText(nasty)
        edit.textEdited.emit(edit.text())
    for long in (sheet.details.narrative, sheet.details.public_summary, sheet.claims.panels[0].quote):
        long.set_text(nasty)
    hands.wait()
    hands.press(Qt.Key.Key_S, CTRL)
    hands.wait()
    shown = [edit.text() for edit in fields]
    assert hands.form.keep_now()
    settled(open_case)

    again = new_form()
    again.offer.go_on.click()
    settled(open_case)
    assert [edit.text() for edit in line_edits(again.sheet)][:16] == shown[:16]
    assert again.sheet.details.narrative.text == sheet.details.narrative.text


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
def test_texts_are_saved_as_text(hands, incidents, nasty):
    hands.type("kill").tab().type("1 May 2022")
    sheet = hands.form.sheet
    sheet.details.narrative.set_text(nasty)
    sheet.claims.panels[0].quote.set_text(nasty)
    sheet.claims.panels[0].attributed_to.setText("someone")
    hands.press(Qt.Key.Key_S, CTRL)
    found = incidents()
    if not found:
        assert any(field.problems for field in sheet.fields().values())
        return
    kept = found[0].narrative
    letters = "".join(filter(str.isalnum, nasty.replace("\ud800", "")))
    assert "".join(filter(str.isalnum, kept)) == letters


def test_a_narrative_of_100_000_characters_is_kept_to_the_letter(hands, incidents):
    narrative = ("Люди — people\u00a0— الناس.\n" * 5_000)[:100_000].strip()
    hands.type("kill").tab().type("1 May 2022")
    hands.form.sheet.details.narrative.setPlainText(narrative)
    hands.press(Qt.Key.Key_S, CTRL)
    (incident,) = incidents()
    assert incident.narrative == narrative


def test_no_label_of_the_form_interprets_markup(hands):
    hands.type("<b>x</b>").tab().type("<i>32 May</i>").tab(2).type("<u>Nowhere</u>").tab()
    hands.press(Qt.Key.Key_S, CTRL)
    hands.wait()
    for label in hands.form.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText
