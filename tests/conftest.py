"""The strictness that every test runs under; each guard is a module of `tests.guards` and has tests in tests/house.

A test fails when it leaves behind a thread, a running timer or a window, opens a socket, causes a Python warning, a
Qt message or a log record at WARNING or above, or is about to touch the files of the person who runs it.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "pytester",
    "tests.guards.garbage",
    "tests.guards.surroundings",
    "tests.guards.outcome",
    "tests.guards.logs",
    "tests.guards.threads",
    "tests.guards.qt_leaks",
    "tests.guards.sockets",
]

# No example has a time limit: the machine may be busy, and time is the business of the benchmarks.
settings.register_profile(
    "fast",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "deep",
    max_examples=1_000,
    deadline=None,
    print_blob=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("fast")
