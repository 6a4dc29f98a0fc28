"""Forgotten widgets are destroyed on the main thread, whatever thread makes the objects that fill memory."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget

from desktop.bridge import garbage
from desktop.bridge.jobs import Jobs


class Knot:
    """Garbage that only the collector finds; it says on which thread it was found."""

    def __init__(self, found):
        self.itself = self
        self.widget = QWidget()
        self.found = found

    def __del__(self):
        self.found.append(threading.current_thread())


@pytest.fixture
def workers(qtbot):
    made = Jobs(1)
    yield made
    made.wait()


def make_many_objects():
    """More than enough to make Python collect every generation."""
    for _ in range(200):
        kept = [[] for _ in range(2_000)]
        del kept


def test_a_worker_never_collects(qtbot, workers):
    found = []
    gc.collect()
    Knot(found)
    workers.start(make_many_objects)
    qtbot.waitUntil(lambda: workers.idle)
    assert found == []
    gc.collect()
    assert found == [threading.main_thread()]


def test_the_main_thread_collects_by_pythons_own_thresholds(qtbot, workers):
    found = []
    gc.collect()
    Knot(found)
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    garbage.collect_if_due()
    assert found == [threading.main_thread()]
    assert kept


def test_collecting_stays_off_although_somebody_switched_it_on(workers):
    gc.enable()
    garbage.collect_if_due()
    assert not gc.isenabled()


def test_after_the_last_workers_python_collects_by_itself_again(qtbot):
    first, second = Jobs(1), Jobs(1)
    first.wait()
    assert not gc.isenabled()
    second.wait()
    second.wait()
    assert gc.isenabled()
