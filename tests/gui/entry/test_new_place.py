"""A place that the gazetteer lacks is added by its coordinates, in place."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from desktop.entry.new_place import degrees, look_swapped
from tests.builders import a_place
from tests.gui.entry.conftest import CTRL


def test_a_camp_is_added_by_keyboard_kept_and_found_again(hands, incidents):
    hands.type("deten").tab().type("1 May 2022").tab(2)
    hands.type("Qqzx filtration camp")
    hands.wait()
    hands.press(Qt.Key.Key_Return)  # "Add … by coordinates"
    hands.type("47.2175, 37.7031").tab(2)
    hands.pick("Mariupol").tab()
    hands.press(Qt.Key.Key_Return)  # "Add this place"
    hands.wait()
    place = hands.form.sheet.where.place.place
    assert (place.name, place.kind, place.country, place.admin1_name) == (
        "Qqzx filtration camp",
        "site",
        "UKR",
        "Donetsk",
    )
    assert (place.lat, place.lon) == (47.2175, 37.7031)
    assert place.id is not None
    assert hands.focus is hands.form.sheet.where.place
    hands.press(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    hands.wait()
    hands.tab(3)
    hands.pick("qqzx filt")
    assert hands.form.sheet.where.place.place.id == place.id


def test_what_is_missing_is_said_at_its_field_and_nothing_is_added(hands):
    hands.form.sheet.where._open_new_place("")
    panel = hands.form.sheet.where.new_place
    panel.lat.setText("91")
    panel.lon.setText("east")
    panel.add()
    assert {key: bool(field.problems) for key, field in panel._fields.items()} == {
        "name": True, "kind": False, "lat": True, "lon": True, "around": True,
    }  # fmt: skip
    assert hands.focus is panel.name


def test_swapped_coordinates_are_noticed_and_swapped_back(hands):
    hands.form.sheet.where._open_new_place("Camp")
    panel = hands.form.sheet.where.new_place
    panel.around.set_place(a_place(lat=49.2, lon=37.25))
    panel.lat.setText("37.2")
    panel.lon.setText("49.3")
    assert "look swapped" in panel._trouble.text()
    panel.swap.click()
    assert (panel.lat.text(), panel.lon.text()) == ("49.3", "37.2")
    assert panel._trouble.text() == ""


def test_cancelling_goes_back_to_the_place(hands):
    hands.tab(3).type("Qqzx camp")
    hands.wait()
    hands.press(Qt.Key.Key_Return)
    panel = hands.form.sheet.where.new_place
    panel.cancelled.emit()
    assert panel.isHidden()
    assert hands.focus is hands.form.sheet.where.place
    assert hands.form.sheet.where.place.text() == "Qqzx camp"


@pytest.mark.parametrize(
    ("text", "most", "value"),
    [
        ("47.0975", 90, 47.0975),
        (" 47,0975 ", 90, 47.0975),
        ("-12.5", 90, -12.5),
        ("12.5 S", 90, -12.5),
        ("37°30'0\"E", 180, 37.5),
        ("W 37°30′", 180, -37.5),
        ("91", 90, None),
        ("north", 90, None),
        ("", 90, None),
        ("1 2 3 4", 90, None),
        ("12°75'", 90, None),
        ("1e5", 90, None),
        ("٤٧", 90, 47.0),
    ],
)
def test_degrees_are_read_as_people_write_them(text, most, value):
    assert degrees(text, most) == (pytest.approx(value) if value is not None else None)


@given(st.text(max_size=60))
def test_degrees_never_leave_their_range(text):
    value = degrees(text, 90)
    assert value is None or (math.isfinite(value) and abs(value) <= 90)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_coordinates_near_their_place_never_look_swapped(lat, lon):
    near = a_place(lat=max(-90, min(90, lat + 1)), lon=max(-180, min(180, lon - 1)))
    assert not look_swapped(lat, lon, near)
