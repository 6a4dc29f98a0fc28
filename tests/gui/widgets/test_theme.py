"""The look: contrast everywhere, both colour schemes, and who chooses between them."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.widgets import badges, icons
from desktop.widgets.badges import GradeBadge, StatusBadge, TlpBadge, paint_grade, paint_status
from desktop.widgets.files import resource
from desktop.widgets.stylesheet import stylesheet
from desktop.widgets.theme import Theme, make_palette, mark, tokens
from desktop.widgets.tokens import DARK, LIGHT, TEXT_ON, Tone, contrast
from incidents.record.codes import STATUS_WORDS, TLP, VERIFICATION

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_computed_as_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_every_text_can_be_read_on_its_ground(colours):
    weak = {
        (text, ground): contrast(getattr(colours, text), getattr(colours, ground))
        for text, ground in TEXT_ON
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    }
    assert weak == {}


@SCHEMES
def test_every_edge_and_the_focus_can_be_seen(colours):
    for edge in (colours.edge, colours.focus):
        for ground in (colours.canvas, colours.surface, colours.sunken):
            assert contrast(edge, ground) >= 3


@SCHEMES
def test_badges_can_be_read_and_seen(colours):
    tones = [value for value in (getattr(colours, f) for f in colours._fields) if isinstance(value, Tone)]
    assert len(tones) == 6
    for tone in tones:
        assert contrast(tone.text, tone.ground) >= 4.5
        assert contrast(tone.edge, colours.surface) >= 3


@SCHEMES
def test_the_stylesheet_names_only_pictures_that_exist(colours):
    text = stylesheet(colours, 10)
    urls = [part.split(")")[0] for part in text.split("url(")[1:]]
    assert urls
    for url in urls:
        assert resource("icons", url.rsplit("/", 1)[1]).is_file()
    assert "$" not in text


@SCHEMES
def test_a_palette_knows_its_tokens(qapp, colours):
    assert tokens(make_palette(colours)) is colours


def test_the_choice_of_colours_is_followed_at_once(qapp):
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    theme, seen = Theme(qapp, "light"), []
    theme.changed.connect(seen.append)
    assert not theme.dark
    theme.choose("dark")
    assert tokens(QApplication.palette()) is DARK
    theme.choose("dark")
    theme.choose("nonsense")
    assert theme.scheme == "system"
    assert seen[0] is True
    theme.deleteLater()
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setFont(before[2])


def test_a_mark_changes_the_look_of_a_widget(qtbot):
    button = QPushButton("Save")
    qtbot.addWidget(button)
    assert mark(button, "primary") is button
    assert button.property("look") == "primary"


def test_every_icon_can_be_drawn(qapp):
    for name in icons.PATHS:
        assert not icons.path(name).isEmpty(), name
        assert not icons.icon(name).pixmap(16, 16).toImage().isNull()
    with pytest.raises(KeyError):
        icons.icon("no such icon")


def drawn(size, paint):
    image = QImage(size.width() + 20, 28, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        paint(painter, image.rect())
    return image


@SCHEMES
def test_statuses_differ_by_more_than_colour(qapp, colours):
    """Without colour (grey values alone, thresholded) every status still has a picture of its own."""
    palette = make_palette(colours)
    pictures = set()
    for code in VERIFICATION:
        assert code in STATUS_WORDS
        image = drawn(
            badges.status_size("corroborated"),
            lambda painter, rect, code=code: paint_status(painter, rect, code, palette),
        )
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == len(VERIFICATION)


def test_grades_that_cannot_be_judged_are_grey_and_never_the_worst_colour():
    for grade in ("F6", "F1", "A6", "B6"):
        assert badges.grade_tone(grade, LIGHT) is LIGHT.grey_tone
    assert badges.grade_tone("E5", LIGHT) is LIGHT.orange_tone
    assert badges.grade_tone("A1", LIGHT) is LIGHT.blue_tone
    assert badges.grade_tone("C3", LIGHT) is LIGHT.amber_tone


def test_a_suggested_grade_looks_different_from_a_given_one(qapp):
    palette = make_palette(LIGHT)
    given = drawn(badges.grade_size("B2"), lambda p, r: paint_grade(p, r, "B2", palette))
    suggested = drawn(badges.grade_size("B2"), lambda p, r: paint_grade(p, r, "B2", palette, suggested=True))
    assert given != suggested


def test_badges_speak_to_screen_readers_and_vanish_when_empty(qtbot):
    status, grade, tlp = StatusBadge("verified"), GradeBadge("B2", suggested=True), TlpBadge("AMBER+STRICT")
    for badge in (status, grade, tlp):
        qtbot.addWidget(badge)
        badge.show()
    assert status.accessibleName() == "Status: Verified"
    assert grade.accessibleName() == "Suggested grade B2: Usually reliable; Probably true"
    assert tlp.accessibleName() == "TLP:AMBER+STRICT"
    grade.set_grade("")
    assert not grade.isVisible()


def test_every_tlp_label_has_its_colour():
    assert set(badges.TLP_COLOURS) == set(TLP)
    for colour in badges.TLP_COLOURS.values():
        assert contrast(colour, "#000000") >= 4.5


def test_a_badge_in_a_cell_that_is_too_narrow_stays_inside(qapp):
    image = QImage(60, 28, QImage.Format.Format_ARGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        paint_status(painter, QRect(0, 0, 40, 28), "corroborated", make_palette(LIGHT))
    outside = {image.pixel(x, y) for x in range(41, 60) for y in range(28)}
    assert outside == {0xFFFFFFFF}
