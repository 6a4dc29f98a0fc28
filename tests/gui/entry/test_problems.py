"""Problems stand beside their fields, after the field was left or when somebody wants to save."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.gui.entry.conftest import CTRL


def problems(hands, path):
    """The sentences beneath a field."""
    return hands.form.sheet.fields()[path].problems


def test_an_error_is_told_once_the_field_was_left_and_goes_when_it_is_mended(hands):
    hands.type("kill").tab()
    hands.type("32 May 2022")
    hands.looked()
    assert problems(hands, "date") == ()
    hands.tab()
    hands.looked()
    assert "There is no day 32 in May" in problems(hands, "date")[0]
    hands.form.sheet.when.date.setText("31 May 2022")
    hands.looked()
    assert problems(hands, "date") == ()


def test_saving_shows_every_problem_puts_the_focus_on_the_first_and_writes_nothing(hands, incidents):
    hands.type("kill").tab()
    hands.type("32 May 2022").tab(2)
    hands.type("Nowhereville").alt("m")
    hands.type("lots maybe")
    hands.press(Qt.Key.Key_S, CTRL)
    assert incidents() == []
    assert problems(hands, "date")
    assert "Nowhereville" in problems(hands, "place")[0]
    assert "lots" in problems(hands, "figures.people")[0]
    assert hands.focus is hands.form.sheet.when.date
    assert hands.form.footer.news == "3 things must be mended before this can be saved."


def test_an_empty_form_can_not_be_saved_and_says_what_it_needs(hands, incidents):
    hands.press(Qt.Key.Key_S, CTRL)
    assert incidents() == []
    assert problems(hands, "type")
    assert hands.focus is hands.form.sheet.what.type


@pytest.mark.parametrize(
    ("path", "fill"),
    [
        ("types_other", lambda s: s.details.other.set_typed("weather")),
        ("sensitivity", lambda s: s.what.restore({"type": "sexual_violence"})),
        ("verification", lambda s: s.judgement.restore({"verification": "corroborated"})),
        ("credibility", lambda s: s.judgement.restore({"reliability": "B"})),
        ("figures.killed", lambda s: (s.people.open_more(), s.people.set_text("a few or so?!", "killed"))),
        ("claims.0.report", lambda s: s.claims.panels[0].quote.set_text("nobody says this")),
        (
            "claims.0.figures.people",
            lambda s: (s.claims.add(), s.claims.panels[0].figure.edit.setText("umpteen?")),
        ),
        (
            "claims.0.report.published",
            lambda s: s.claims.panels[0].open_new_report("T").published.setText("13/13/13"),
        ),
        (
            "claims.0.report.url",
            lambda s: s.claims.panels[0].open_new_report("T").url.setText("javascript:alert(1)"),
        ),
        (
            "claims.0.credibility",
            lambda s: s.claims.panels[0].restore({"report_text": "x", "credibility": "1"}),
        ),
    ],
)
def test_each_problem_stands_at_its_own_field(hands, incidents, path, fill):
    hands.type("kill").tab().type("1 May 2022")
    fill(hands.form.sheet)
    hands.wait()
    hands.press(Qt.Key.Key_S, CTRL)
    hands.wait()
    assert problems(hands, path), hands.form.footer.news
    assert incidents() == []


def test_a_warning_does_not_stop_saving(hands, incidents):
    hands.type("evac").tab().type("1 May 0202")
    hands.tab()
    hands.looked()
    assert "looks mistyped" in problems(hands, "date")[0]
    hands.press(Qt.Key.Key_S, CTRL)
    assert len(incidents()) == 1


def test_a_refusal_by_the_case_is_shown_and_nothing_typed_is_lost(hands, incidents, open_case, monkeypatch):
    """The rules passed here and the case still said no, as it does when the disk is full."""
    from incidents.errors import DiskFull

    def full(operation):
        raise DiskFull("There is no room left on the disk. Free some and save again.")

    hands.type("kill").tab().type("1 May 2022")
    monkeypatch.setattr(open_case._case, "perform", full)
    hands.press(Qt.Key.Key_S, CTRL)
    hands.wait()
    assert hands.form.footer.news.startswith(("There is no room left", "What you type can't be kept"))
    assert hands.form.sheet.when.date.text() == "1 May 2022"
    assert hands.form.sheet.isEnabled()
