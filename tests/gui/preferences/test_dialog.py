"""Preferences through keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit

from desktop.preferences.dialog import PreferencesDialog
from incidents.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(qtbot, settings):
    made = PreferencesDialog(settings)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, dialog, which):
    box = dialog.findChild(QDialogButtonBox)
    qtbot.mouseClick(box.button(which), Qt.MouseButton.LeftButton)


def test_name_and_colours_are_kept(qtbot, dialog, settings):
    name = dialog.findChild(QLineEdit, "person.name")
    name.setFocus()
    qtbot.keyClicks(name, "  Olena K. ")
    colours = dialog.findChild(QComboBox, "look.theme")
    colours.setFocus()
    qtbot.keyClicks(colours, "D")
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert (settings["person.name"], settings["look.theme"]) == ("Olena K.", "dark")


def test_cancel_changes_nothing(qtbot, dialog, settings):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "person.name"), "Olena")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert settings["person.name"] == ""
    assert not settings.path.exists()


def test_switching_recent_cases_off_empties_the_list(qtbot, settings, tmp_path):
    settings.remember_case(tmp_path / "a.vigil", "A")
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(QCheckBox, "recent.remember")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert settings["recent.remember"] is False
    assert settings.recent() == []
    assert str(tmp_path / "a.vigil") not in settings.path.read_text()
