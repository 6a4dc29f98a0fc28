"""Work beside the window: where it runs, whose result is dropped, and how errors come home."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject

from desktop.bridge import jobs
from desktop.bridge.jobs import Jobs, Watch, run
from incidents.errors import VigilError
from incidents.progress import Cancelled


@pytest.fixture
def one(qtbot):
    made = Jobs(1)
    yield made
    made.wait()


def finish(qtbot, made):
    qtbot.waitUntil(lambda: made.idle, timeout=5_000)


def test_work_runs_beside_and_its_result_comes_home(qtbot, one):
    seen = []
    main = threading.current_thread()
    one.start(threading.current_thread, lambda thread: seen.append((thread, threading.current_thread())))
    finish(qtbot, one)
    assert seen[0][0] is not main
    assert seen[0][1] is main


def test_a_refusal_goes_to_failed_and_a_cancel_is_silent(qtbot, one):
    told = []

    def refuse():
        raise VigilError("The disk is full.")

    def stop():
        raise Cancelled

    one.start(refuse, told.append, failed=lambda error: told.append(str(error)))
    one.start(stop, told.append, failed=told.append)
    finish(qtbot, one)
    assert told == ["The disk is full."]


def test_a_bug_reaches_the_exception_hook(qtbot, one):
    with qtbot.captureExceptions() as caught:
        one.start(lambda: 1 // 0, pytest.fail)
        finish(qtbot, one)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_bug_in_then_does_not_keep_the_jobs_busy(qtbot, one):
    with qtbot.captureExceptions() as caught:
        one.start(lambda: 0, lambda zero: 1 // zero)
        finish(qtbot, one)
    assert len(caught) == 1


def test_the_result_for_a_dead_owner_is_dropped(qtbot, one):
    owner, gate = QObject(), threading.Event()
    one.start(gate.wait, pytest.fail, owner=owner)
    shiboken6.delete(owner)
    gate.set()
    finish(qtbot, one)


def test_a_newer_question_of_the_same_topic_wins(qtbot, one):
    owner, gate, seen, ran = QObject(), threading.Event(), [], []
    one.start(lambda: gate.wait() and "old", seen.append, owner=owner, topic="rows")
    one.start(lambda: ran.append("never starts"), seen.append, owner=owner, topic="rows")
    one.start(lambda: "new", seen.append, owner=owner, topic="rows")
    one.start(lambda: "other topic", seen.append, owner=owner, topic="count")
    gate.set()
    finish(qtbot, one)
    assert seen == ["new", "other topic"]
    assert ran == []


def test_one_worker_keeps_the_order(qtbot, one):
    seen = []
    for number in range(20):
        one.start(lambda number=number: number, seen.append)
    finish(qtbot, one)
    assert seen == list(range(20))


def test_idle_is_told_when_the_last_result_was_delivered(qtbot, one):
    with qtbot.waitSignal(one.became_idle):
        one.start(lambda: 1, lambda _one: None)
    assert one.idle


def test_waiting_ends_the_threads_and_later_work_is_not_taken(qtbot):
    made = Jobs(2)
    made.start(lambda: 1)
    made.wait()
    made.start(lambda: pytest.fail("started after the end"))
    assert made.idle
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("vigil")]


def test_a_watched_job_tells_how_far_it_is_and_can_be_cancelled():
    watch = Watch()
    watch.step(3, 10, "Adding incidents")
    assert (watch.done, watch.total, watch.what) == (3, 10, "Adding incidents")
    watch.cancel()
    with pytest.raises(Cancelled):
        watch.step(4, 10)


def test_run_uses_one_pool_that_can_be_shut_down_and_starts_again(qtbot):
    seen = []
    run(lambda: 1, seen.append)
    qtbot.waitUntil(jobs.idle, timeout=5_000)
    jobs.shut_down()
    run(lambda: 2, seen.append)
    qtbot.waitUntil(jobs.idle, timeout=5_000)
    assert seen == [1, 2]
