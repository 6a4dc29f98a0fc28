"""Careless tests, run by test_guards.py in a process of their own to prove that each guard stops its kind.

The file's name keeps it out of the ordinary run. A test is named after what it does; those named `fine_...` come close
to the line without crossing it and must pass.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtWidgets

from tests.guards import qt_leaks, threads

qt_leaks.PATIENCE = threads.PATIENCE = 0.3
kept: list[object] = []
stop = threading.Event()


@pytest.fixture(scope="module", autouse=True)
def end_in_order() -> Iterator[None]:
    """Let go of everything at the very end, so that this process ends without an abort."""
    yield
    stop.set()
    for thing in kept:
        if isinstance(thing, QtCore.QThread):
            thing.quit()
            thing.wait()
    QtCore.QThreadPool.globalInstance().waitForDone()


def test_python_warning() -> None:
    warnings.warn("old habit", DeprecationWarning, stacklevel=1)


def test_error_in_a_thread() -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()


def test_error_in_a_slot(qtbot) -> None:
    timer = QtCore.QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    timer.start(0)
    qtbot.waitSignal(timer.timeout).wait()


def test_qt_message() -> None:
    QtCore.qWarning("something is odd")


def test_log_record() -> None:
    logging.getLogger("incidents.case").warning("nobody expected this")


@pytest.mark.expects_log("the disk is full")
def test_log_record_that_never_came() -> None:
    logging.getLogger("incidents.case").info("all is well")


def test_thread() -> None:
    threading.Thread(target=stop.wait, name="forgotten").start()


def test_daemon_thread() -> None:
    threading.Thread(target=stop.wait, name="forgotten daemon", daemon=True).start()


def test_qthread() -> None:
    thread = QtCore.QThread(objectName="forgotten qthread")
    thread.start()
    kept.append(thread)


def test_busy_pool() -> None:
    QtCore.QThreadPool.globalInstance().start(lambda: stop.wait(1))


def test_window(qtbot) -> None:
    window = QtWidgets.QWidget(windowTitle="forgotten window")
    kept.append(window)


def test_timer(qtbot) -> None:
    timer = QtCore.QTimer(objectName="forgotten timer")
    timer.start(60_000)
    kept.append(timer)


def test_animation(qtbot) -> None:
    animation = QtCore.QVariantAnimation(startValue=0, endValue=1, duration=60_000)
    animation.start()
    kept.append(animation)


def test_socket() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()


def test_connection_whose_failure_is_swallowed() -> None:
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    except Exception:
        return


def test_server() -> None:
    server = socket.socket(socket.AF_INET6)
    server.bind(("::1", 0))


def test_name_look_up() -> None:
    socket.gethostbyname("localhost")


def test_fine_unix_socket() -> None:
    here, there = socket.socketpair()
    here.close()
    there.close()


def test_fine_window_closed_by_qtbot(qtbot) -> None:
    window = QtWidgets.QMainWindow()
    qtbot.addWidget(window)
    window.cycle = window
    window.show()


def test_fine_timer_that_died_with_its_window(qtbot) -> None:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    QtCore.QTimer(window).start(60_000)


def test_fine_work_that_ends_soon() -> None:
    QtCore.QThreadPool.globalInstance().waitForDone()  # of the careless work above
    threading.Thread(target=time.sleep, args=(0.05,)).start()
    QtCore.QThreadPool.globalInstance().start(lambda: time.sleep(0.05))


@pytest.mark.expects_log("the disk is full")
def test_fine_log_record_that_was_announced() -> None:
    logging.getLogger("incidents.case").error("the disk is full")


@given(st.integers())
def test_fine_generated_examples_under_the_guards(number: int) -> None:
    assert number == number


def test_fine_home(home: Path) -> None:
    assert Path.home() == home
    folders = (platformdirs.user_config_path(), platformdirs.user_data_path(), platformdirs.user_state_path())
    assert all(home in folder.parents for folder in folders)
    standard = QtCore.QStandardPaths.StandardLocation
    assert QtCore.QStandardPaths.writableLocation(standard.AppConfigLocation).startswith(str(home))


def test_fine_place_and_time(qapp) -> None:
    assert qapp.platformName() == "offscreen"
    assert time.localtime(0).tm_hour == 0
    assert not [name for name in os.environ if name.startswith("VIGIL_")]
    assert QtCore.QLocale().name() in ("C", "en_US") or sys.platform != "linux"
