"""Settings: declared once, kept whole, never in the way."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.settings import DECLARED, RECENT, SettingProblem, Settings, choosable, folder, login_name


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_every_setting_has_a_default_that_fits_and_says_what_it_is():
    for setting in DECLARED.values():
        assert setting.fits(setting.default), setting.name
        assert setting.help.endswith(".")
        assert setting.scope in ("person", "machine")


def test_the_file_lies_in_the_configuration_folder_or_where_the_user_says(home, monkeypatch):
    assert folder().is_relative_to(home)
    monkeypatch.setenv("VIGIL_CONFIG_DIR", str(home / "elsewhere"))
    assert folder() == home / "elsewhere"


def test_nothing_is_written_until_something_is_chosen(path):
    assert Settings(path)["look.theme"] == "system"
    assert not path.exists()


def test_what_was_chosen_is_there_next_time(path):
    Settings(path).update({"look.theme": "dark", "person.name": "Олена"})
    again = Settings(path)
    assert (again["look.theme"], again["person.name"], again.who) == ("dark", "Олена", "Олена")


def test_without_a_name_the_journal_gets_the_login(path):
    assert Settings(path).who == login_name()


@pytest.mark.parametrize(
    ("name", "value"),
    [("look.theme", "pink"), ("look.theme", 3), ("recent.remember", 1), ("no.such", "x")],
)
def test_what_cannot_be_is_refused_with_a_sentence(path, name, value):
    settings = Settings(path)
    with pytest.raises(SettingProblem):
        settings[name] = value
    assert not path.exists()


def test_a_value_of_the_wrong_kind_in_the_file_gives_way_to_the_default(path):
    path.parent.mkdir()
    path.write_text('{"look.theme": ["dark"], "recent.remember": "yes", "window.panes": 7}')
    settings = Settings(path)
    assert settings["look.theme"] == "system"
    assert settings["recent.remember"] is True
    assert settings["window.panes"] == {}


def test_what_a_newer_version_wrote_is_kept(path):
    path.parent.mkdir()
    path.write_text('{"map.zoom": 7}')
    Settings(path)["look.theme"] = "light"
    assert json.loads(path.read_text()) == {"map.zoom": 7, "look.theme": "light"}


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_broken_file_is_moved_aside_and_the_program_goes_on(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings["look.theme"] == "system"
    assert settings.problem
    assert path.with_name("settings.broken.json").read_bytes() == content
    settings["look.theme"] = "dark"
    assert Settings(path)["look.theme"] == "dark"


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_is_told(path, monkeypatch):
    settings = Settings(path)
    settings["look.theme"] = "dark"

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    settings["look.theme"] = "light"
    assert settings["look.theme"] == "light"
    assert settings.problem
    assert json.loads(path.read_text()) == {"look.theme": "dark"}
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


def test_changes_are_told_once_and_only_when_something_changed(path):
    settings, heard = Settings(path), []
    settings.on_change(heard.append)
    settings["look.theme"] = "dark"
    settings["look.theme"] = "dark"
    assert heard == ["look.theme"]


def test_the_file_is_for_its_owner_alone(path):
    Settings(path)["person.name"] = "Olena"
    assert path.stat().st_mode & 0o077 == 0


def test_recent_cases_are_the_newest_first_without_doubles_and_not_more_than_ten(path):
    settings = Settings(path)
    for number in range(RECENT + 3):
        settings.remember_case(Path(f"cases/{number}.vigil"), f"Case {number}")
    settings.remember_case(Path("cases/5.vigil"), "Case 5", datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    recent = Settings(path).recent()
    assert len(recent) == RECENT
    assert recent[0] == {"path": "cases/5.vigil", "name": "Case 5", "opened": "2026-01-02T03:04:00+00:00"}
    assert len({entry["path"] for entry in recent}) == RECENT


def test_recent_cases_can_be_forgotten_or_never_remembered(path):
    settings = Settings(path)
    settings.remember_case(Path("a.vigil"), "A")
    settings.remember_case(Path("b.vigil"), "B")
    settings.forget_case("a.vigil")
    assert [entry["name"] for entry in settings.recent()] == ["B"]
    settings.forget_recent()
    assert settings.recent() == []
    settings["recent.remember"] = False
    settings.remember_case(Path("c.vigil"), "C")
    assert settings.recent() == []


@given(st.lists(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=4), max_size=4))
def test_damaged_recent_entries_are_skipped(tmp_path_factory, entries):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps({"recent.cases": [*entries, {"path": "a.vigil", "opened": 4}]}))
    assert Settings(path).recent() == [{"path": "a.vigil", "name": "", "opened": "4"}]


def test_the_preferences_offer_what_a_person_chooses():
    assert [setting.name for setting in choosable()] == [
        "person.name",
        "look.theme",
        "recent.remember",
        "model.address",
        "model.name",
    ]
