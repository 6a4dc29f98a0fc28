"""When Vigil itself is wrong: a report without content, one sentence, and the window goes on."""

import sys

import pytest

from desktop.application.crash import MOST_REPORTS, CrashReporter
from desktop.bridge import jobs


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


@pytest.fixture
def told():
    return []


@pytest.fixture
def reporter(told, tmp_path):
    return CrashReporter(told.append, tmp_path / "log")


def test_the_report_names_the_error_and_our_lines_but_nothing_of_the_case(reporter, told, tmp_path):
    person = "Olena Kovalenko of Izyum"

    def inner():
        raise KeyError(person)

    try:
        try:
            inner()
        except KeyError as error:
            raise ValueError(f"cannot show {person}") from error
    except ValueError:
        reporter.caught(*sys.exc_info())
    (report,) = (tmp_path / "log").iterdir()
    text = report.read_text()
    assert "builtins.ValueError" in text
    assert "Caused by: builtins.KeyError" in text
    assert "in inner" in text
    assert person not in text
    assert "Kovalenko" not in text.replace('person = "Olena Kovalenko of Izyum"', "")
    assert person not in told[0]
    assert str(report) in told[0]
    assert report.stat().st_mode & 0o077 == 0


def test_the_same_place_is_told_once(reporter, told):
    for _ in range(3):
        reporter.caught(*raised(ValueError("x")))
    assert len(told) == 1


def test_old_reports_make_room(reporter, tmp_path):
    (tmp_path / "log").mkdir()
    for number in range(MOST_REPORTS + 5):
        (tmp_path / "log" / f"crash-20200101-0000{number:02}.txt").write_text("old")
    reporter.caught(*raised(ValueError("x")))
    assert len(list((tmp_path / "log").iterdir())) == MOST_REPORTS


def test_without_room_for_the_report_the_user_is_told_all_the_same(told, tmp_path, capsys):
    (tmp_path / "log").write_text("a file where the folder should be")
    CrashReporter(told.append, tmp_path / "log").caught(*raised(ValueError("x")))
    assert told == ["Something went wrong in Vigil itself. What you saved is safe."]
    assert "ValueError" in capsys.readouterr().err


def test_a_bug_beside_the_window_reaches_the_message_bar(qtbot, application, window, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "excepthook", CrashReporter(application.tell, tmp_path).caught)
    jobs.run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: window.messages.is_error, timeout=5_000)
    assert "in Vigil itself" in window.messages.text
