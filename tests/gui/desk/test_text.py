"""The text: what is set off, where clicks lead, positions beyond the first plane, long and right-to-left texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.desk.looks import FAMILIES, TOLD, family_of
from desktop.desk.positions import Positions
from desktop.desk.text import ReportText, Shown
from desktop.desk.versions import changes
from desktop.widgets.tokens import DARK, LIGHT, contrast
from incidents.record.codes import TYPES
from incidents.record.suggestion import Passage
from tests.gui.desk.conftest import IZIUM, TEXT, told

K = Qt.Key


def highlighted(text):
    """What is set off, as (words, underline, ground)."""
    found = []
    for each in text.extraSelections():
        form = each.format
        found.append((each.cursor.selectedText(), form.underlineStyle(), form.background().color().name()))
    return found


@pytest.fixture
def view(qtbot, dressed):
    made = ReportText()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def middle_of(view, words):
    """A point within these words."""
    at = view.words.index(words) + len(words) // 2
    cursor = view.textCursor()
    cursor.setPosition(Positions(view.words).to_qt(at))
    return view.cursorRect(cursor).center() + QPoint(1, 0)


# ------------------------------------------------------------ positions


@given(st.text(alphabet=st.sampled_from("aб🕊\n𝔘 x")), st.integers(-3, 60))
def test_positions_go_there_and_back(text, at):
    positions = Positions(text)
    inside = min(max(at, 0), len(text))
    there = positions.to_qt(at)
    assert there == len(text[:inside].encode("utf-16-le")) // 2
    assert positions.from_qt(there) == inside


def test_half_a_letter_counts_as_the_whole_one():
    assert Positions("a🕊b").from_qt(2) == 2


def test_passages_after_letters_of_two_units_are_the_right_words(view):
    text = "🕊🕊🕊 Soldiers took a man. 🕊 He is free."
    view.say(text)
    start = text.index("Soldiers")
    shown = Shown(IZIUM, 1, "abduction", (Passage(start, start + 20),))
    view.show_suggestions([shown])
    assert highlighted(view)[0][0] == text[start : start + 20]
    view.select_passage(Passage(start, start + 8))
    assert view.textCursor().selectedText() == "Soldiers"
    assert view.selected == Passage(start, start + 8)


# ------------------------------------------------------------ looks


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_marks_can_be_read_and_told_apart(family, colours):
    ink = family.ink(colours)
    for ground in (ink.ground, ink.strong):
        assert contrast(colours.text, ground) >= 4.5
    assert contrast(ink.line, colours.surface) >= 4.5, "type names and inverted words stand on and in it"
    assert contrast(ink.line, ink.ground) >= 3


def test_no_two_families_and_no_two_kinds_of_words_share_an_underline():
    assert len({family.underline for family in FAMILIES}) == len(FAMILIES)
    assert len({told.underline for told in TOLD.values()}) == len(TOLD)
    assert {code for family in FAMILIES for code in family.types} == set(TYPES)


def test_every_open_passage_is_set_off_and_the_current_one_word_by_word(hands):
    found = highlighted(hands.desk.reading.text)
    evacuation = next(each for each in found if each[0].startswith("More than 100"))
    assert evacuation[1] == family_of("evacuation").underline
    assert ("took", TOLD["event"].underline, family_of("abduction").light.line.lower()) in found
    assert any(words == "Izium" and line == TOLD["place"].underline for words, line, _ in found)
    assert any(words == "3 May 2022" and line == TOLD["date"].underline for words, line, _ in found)


def test_what_is_rejected_is_not_set_off_any_more(hands):
    hands.press(K.Key_End)
    hands.press(K.Key_Delete)
    assert not any(words.startswith("A shell") for words, _, _ in highlighted(hands.desk.reading.text))


# ------------------------------------------------------------ clicks


def test_a_click_on_a_passage_chooses_its_card(hands):
    text = hands.desk.reading.text
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(text, "left the steelworks"))
    hands.wait()
    assert hands.desk.cards.current.kept.number == 2
    assert hands.desk.cards.hasFocus()


def test_clicking_again_goes_on_to_the_next_card_of_the_same_words(take, show):
    take("Both", TEXT, [told(TEXT, kind, TEXT[:78], IZIUM) for kind in ("abduction", "torture")])
    hands = show()
    text = hands.desk.reading.text
    for number in (2, 1, 2):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(text, "the mayor"))
        hands.wait()
        assert hands.desk.cards.current.kept.number == number


def test_a_click_on_a_number_in_the_margin_chooses_its_card(hands):
    margin = hands.desk.reading.text.margin
    margin.grab()
    body, _ = margin._placed[2]
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=body.center().toPoint())
    hands.wait()
    assert hands.desk.cards.current.kept.number == 3


def test_walking_scrolls_to_the_passage(take, show):
    text = "\n\n".join(
        [TEXT, *["Nothing happened on this day."] * 200, "Soldiers took a man in Izium at night."]
    )
    take("Long", text, [told(text, "abduction", line, IZIUM) for line in (TEXT[:78], text[-38:])])
    hands = show()
    view = hands.desk.reading.text
    assert view.in_view().start == 0
    hands.press(K.Key_Down)
    seen = view.in_view()
    assert seen.start < text.index("Soldiers took a man") < seen.end
    hands.press(K.Key_Up)
    assert view.in_view().start == 0


# ------------------------------------------------------------ selections


def select(text, words):
    start = text.words.index(words)
    text.select_passage(Passage(start, start + len(words)))
    text.setFocus()


def test_n_makes_a_new_incident_of_the_selection_with_what_it_says(hands, qtbot):
    words = "More than 100 civilians left the steelworks of Mariupol on Sunday"
    select(hands.desk.reading.text, words)
    assert hands.desk.reading.text.offer.isVisible()
    with qtbot.waitSignal(hands.desk.new_wanted, timeout=20_000) as drafted:
        hands.press(K.Key_N)
    (draft,) = drafted.args
    (claim,) = draft.claims
    assert draft.place.name == "Mariupol"
    assert draft.date.edtf == "2022-05-01"
    assert draft.figures["people"].min == 100
    assert TEXT[claim.quote_start : claim.quote_end] == claim.quote == words
    assert claim.report.title == "Izium and Mariupol"
    assert (claim.reliability, claim.credibility) == ("", "")


def test_blanks_around_a_selection_are_not_quoted(hands):
    text = hands.desk.reading.text
    start = TEXT.index("\n\nMore than")
    text.select_passage(Passage(start, start + 15))
    assert text.selected.of(TEXT) == "More than 100"


def test_without_a_selection_nothing_is_offered(hands, qtbot):
    text = hands.desk.reading.text
    text.setFocus()
    assert not text.offer.isVisible()
    with qtbot.assertNotEmitted(hands.desk.new_wanted):
        hands.press(K.Key_N)


# ------------------------------------------------------------ texts as they come


def test_arabic_runs_from_right_to_left(take, show):
    text = "قال العمدة إن الجنود اعتقلوا رجلا.\n\nSecond paragraph in English."
    take("تقرير", text, [told(text, "detention", "قال العمدة إن الجنود اعتقلوا رجلا.", IZIUM)], language="ar")
    hands = show()
    document = hands.desk.reading.text.document()
    assert document.firstBlock().blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert document.lastBlock().blockFormat().layoutDirection() != Qt.LayoutDirection.RightToLeft
    assert highlighted(hands.desk.reading.text)[0][0].startswith("قال")


@pytest.mark.parametrize("paragraphs", [True, False], ids=["paragraphs", "one paragraph"])
def test_a_megabyte_shows_at_once(view, paragraphs):
    text = ("Soldiers took a man from his house in the night." + ("\n\n" if paragraphs else " ")) * 20_000
    begun = time.perf_counter()
    view.say(text)
    view.show_suggestions(
        [
            Shown(number, number, "abduction", (Passage(number * 4_000, number * 4_000 + 48),))
            for number in range(200)
        ]
    )
    view.show_current(150)
    view.grab()
    assert time.perf_counter() - begun < 3
    assert len(view.extraSelections()) < 60, "only what is in view is set off"


@pytest.mark.parametrize("text", ["", "\n", "x", "\u200f\u200e", "a\u2028b\u2029c", "🕊" * 50])
def test_odd_texts_are_shown(view, text):
    view.say(text)
    view.show_suggestions([Shown(1, 1, "nonsense", (Passage(0, len(text)), Passage(5, 9_999)))])
    view.show_current(1)
    view.grab()


# ------------------------------------------------------------ versions


def test_what_is_new_and_what_is_gone_is_told():
    before = "Ten were taken. Two came back.\n\nThe mayor is free."
    now = "Twelve were taken. Two came back.\n\nThe mayor is free. Nobody says why."
    new, gone = changes(before, now)
    assert [passage.of(now) for passage in new] == ["Twelve were taken.", "Nobody says why."]
    assert gone == ("Ten were taken.",)


@given(st.text(alphabet="ab.!? \n🕊", max_size=60), st.text(alphabet="ab.!? \n🕊", max_size=60))
def test_the_same_text_is_unchanged_and_what_is_new_stands_in_the_text(before, now):
    assert changes(now, now) == ((), ())
    new, _ = changes(before, now)
    assert all(0 <= passage.start < passage.end <= len(now) for passage in new)
