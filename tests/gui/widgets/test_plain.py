"""Text from the record: literal, whole, and aligned by its own direction."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from desktop.widgets.plain import PlainLabel, PlainText, isolated, plain, right_to_left, showable

ARABIC = "عُثر على ثلاثة أشخاص في البلدة"


@pytest.mark.parametrize("text", ["<b>bold</b>", "<img src='file:///etc/passwd'>", "&amp; &lt;", "a\n\nb", "x" * 4_000])
@pytest.mark.parametrize("kind", [PlainLabel, PlainText])
def test_markup_is_shown_as_it_is(qtbot, kind, text):
    widget = kind(text)
    qtbot.addWidget(widget)
    assert (widget.text() if kind is PlainLabel else widget.toPlainText()) == text
    assert kind is PlainText or widget.textFormat() == Qt.TextFormat.PlainText


def test_each_paragraph_runs_in_its_own_direction(qtbot):
    widget = PlainText(f"Ми бачили це.\n{ARABIC}\nThird line")
    qtbot.addWidget(widget)
    document = widget.document()
    directions = [document.findBlockByNumber(n).blockFormat().layoutDirection() for n in range(3)]
    assert [way == Qt.LayoutDirection.RightToLeft for way in directions] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "backwards"), [(ARABIC, True), ("12 " + ARABIC, True), ("IOM " + ARABIC, False), ("", False)]
)
def test_a_label_runs_as_its_first_letter_does(qtbot, text, backwards):
    label = PlainLabel(text)
    qtbot.addWidget(label)
    assert right_to_left(text) is backwards
    assert (label.layoutDirection() == Qt.LayoutDirection.RightToLeft) is backwards


def test_long_text_is_as_tall_as_it_is_and_breaks_endless_words(qtbot):
    widget = plain("word " * 2_000)
    qtbot.addWidget(widget)
    assert isinstance(widget, PlainText)
    widget.resize(300, 100)
    widget.show()
    tall = widget.height()
    assert tall >= widget.document().size().height()
    widget.resize(600, tall)
    qtbot.waitUntil(lambda: widget.height() < tall)
    endless = plain("https://" + "x" * 300)
    qtbot.addWidget(endless)
    endless.resize(200, 100)
    assert endless.document().idealWidth() <= 200


@given(st.text(st.characters(categories=["L", "N", "P", "Z", "C", "Cs"])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_shown(qtbot, text):
    label = PlainLabel(isolated(text))
    long = PlainText(text)
    label.deleteLater()
    long.deleteLater()
    assert not any("\ud800" <= letter <= "\udfff" for letter in showable(text))
