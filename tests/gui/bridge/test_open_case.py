"""An open case seen from the window: answers, changes, undo, and an end that loses nothing."""

import pytest
from PySide6.QtCore import QObject

from desktop.bridge import opening
from desktop.bridge.open_case import OpenCase, sentence
from incidents.errors import CaseInUse, CaseReadOnly, Refused
from incidents.record.draft import IncidentDraft


@pytest.fixture
def asker(qtbot):
    return QObject()


def count(open_case, asker, settled):
    from incidents.search import questions as ask
    from incidents.search.filter import Filter

    answers = []
    open_case.ask(ask.Count(Filter()), answers.append, owner=asker)
    settled(open_case)
    return answers[0]


def add(open_case, settled, **more):
    from incidents import operations as do

    added = []
    open_case.perform(
        do.AddIncident(IncidentDraft(type="detention", date="1 May 2022", **more)),
        lambda outcome: added.append(outcome.value),
    )
    settled(open_case)
    return added[0]


def test_an_operation_is_told_to_everybody_and_can_be_undone_and_redone(open_case, asker, settled):
    changes, news = [], []
    open_case.changed.connect(changes.append)
    open_case.done.connect(lambda text, undoable: news.append((text, undoable)))
    uid = add(open_case, settled)
    assert uid in changes[0].ids
    assert open_case.undo_label.startswith("Add ")
    assert news[0][0].startswith("Added ")
    assert news[0][1] is True
    assert count(open_case, asker, settled) == 1

    open_case.undo()
    settled(open_case)
    assert count(open_case, asker, settled) == 0
    assert open_case.undo_label is None
    assert open_case.redo_label.startswith("Add ")
    assert news[1] == (f"Undone: {open_case.redo_label}.", False)

    open_case.redo()
    settled(open_case)
    assert count(open_case, asker, settled) == 1
    assert open_case.redo_label is None


def test_a_refusal_reaches_the_caller_or_else_the_message_bar(open_case, settled):
    from incidents import operations as do

    bar, own = [], []
    open_case.failed.connect(bar.append)
    open_case.perform(do.WithdrawIncidents((), ""))
    open_case.perform(do.WithdrawIncidents((), ""), failed=own.append)
    settled(open_case)
    assert bar == ["Say why, for example “entered twice”."]
    assert isinstance(own[0], Refused)


def test_nothing_to_undo_is_a_sentence(open_case, settled):
    bar = []
    open_case.failed.connect(bar.append)
    open_case.undo()
    settled(open_case)
    assert bar == ["There is nothing to undo."]


def test_what_is_under_way_is_written_before_the_case_closes(qtbot, tmp_path, asker, settled):
    from incidents import operations as do
    from incidents.case import Actor, Case

    path = tmp_path / "last.vigil"
    first = OpenCase(Case.create(path, actor=Actor("Olena")))
    for _ in range(3):
        first.perform(do.AddIncident(IncidentDraft(type="detention", date="1 May 2022")))
    first.close()
    first.close()
    second = OpenCase(Case.open(path, actor=Actor("Olena")))
    assert count(second, asker, settled) == 3
    second.close()


def test_a_case_is_created_and_opened_beside_the_window(qtbot, tmp_path, asker, settled):
    opened, refused = [], []
    path = tmp_path / "kharkiv.vigil"
    opening.create_case(
        path, opened.append, refused.append, owner=asker, who="Olena", name="Kharkiv 2022", country="UKR"
    )
    settled()
    assert (opened[0].info.name, opened[0].info.country) == ("Kharkiv 2022", "UKR")
    opening.open_case(path, opened.append, refused.append, owner=asker, who="Olena")
    settled()
    assert isinstance(refused[0], CaseInUse)
    opened[0].close()


def test_a_case_opened_for_reading_refuses_changes_with_a_sentence(qtbot, tmp_path, asker, settled):
    from incidents import operations as do

    opened, refused = [], []
    path = tmp_path / "read.vigil"
    opening.create_case(path, opened.append, refused.append, owner=asker, who="Olena", name="Read")
    settled()
    opened.pop().close()
    opening.open_case(path, opened.append, refused.append, owner=asker, who="Olena", read_only=True)
    settled()
    assert opened[0].info.read_only
    opened[0].perform(do.SaveFilter("x", None), failed=refused.append)
    settled(opened[0])
    assert isinstance(refused[0], CaseReadOnly)
    opened[0].close()


def test_a_case_whose_window_died_while_it_opened_is_closed_again(qtbot, tmp_path, asker, settled):
    import shiboken6

    from incidents.case import Actor, Case

    path = tmp_path / "orphan.vigil"
    opening.create_case(path, pytest.fail, pytest.fail, owner=asker, who="Olena", name="Orphan")
    shiboken6.delete(asker)
    settled()
    Case.open(path, actor=Actor("Olena")).close()


@pytest.mark.parametrize(
    ("label", "news"),
    [
        ("Withdraw UKR-2022-0003", "Withdrew UKR-2022-0003."),
        ("Set 3 incidents to “Verified”", "Set 3 incidents to “Verified”."),
        ("Add 4 incidents", "Added 4 incidents."),
    ],
)
def test_labels_become_news(label, news):
    assert sentence(label) == news
