"""Every action is declared once, has keys, somebody who carries it out, and gets in nobody's way."""

import pytest
from PySide6.QtGui import QKeySequence

from desktop.application.actions import ACTIONS, CONDITIONS, MENUS, label, plain_label
from desktop.application.menus import handler_of
from desktop.widgets import icons

EACH = pytest.mark.parametrize("act", ACTIONS, ids=lambda act: act.id)


@EACH
def test_it_is_complete(act):
    assert act.menu in MENUS
    assert act.when in CONDITIONS
    assert act.keys
    assert not act.icon or act.icon in icons.PATHS
    assert "&" in act.label
    assert plain_label(act)


@EACH
def test_its_keys_are_real(act):
    for key in act.keys:
        sequence = QKeySequence(key)
        assert not sequence.isEmpty()
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_no_two_actions_share_keys_or_names():
    keys = [key for act in ACTIONS for key in act.keys]
    assert len(keys) == len(set(keys))
    assert len({act.id for act in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("menu", MENUS)
def test_access_keys_differ_within_a_menu(menu):
    letters = [label(act)[label(act).index("&") + 1].lower() for act in ACTIONS if act.menu == menu]
    letters += ["r"] if menu == "file" else []  # "Open recent"
    assert len(letters) == len(set(letters))


def test_access_keys_of_the_menus_differ():
    letters = [text[text.index("&") + 1].lower() for text in MENUS.values()]
    assert len(letters) == len(set(letters))


@EACH
def test_somebody_carries_it_out(act, window):
    assert callable(handler_of(window, act.handler))
    assert window.menus.actions[act.id].shortcuts() == [QKeySequence(key) for key in act.keys]


def test_without_a_case_only_what_makes_sense_can_be_used(window):
    usable = {name for name, action in window.menus.actions.items() if action.isEnabled()}
    assert usable == {act.id for act in ACTIONS if act.when == "always"}
