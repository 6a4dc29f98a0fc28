"""Opening, creating and filling a case beside the window; the storage is imported there, not at start."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from desktop.bridge import jobs
from desktop.bridge.open_case import OpenCase
from incidents.errors import VigilError

if TYPE_CHECKING:
    from incidents.case import Case

Then = Callable[[OpenCase], object]
Failed = Callable[[VigilError], object]


def open_case(
    path: Path, then: Then, failed: Failed, *, owner: QObject, who: str, read_only: bool = False
) -> None:
    """Open an existing case; `then(open_case)` or `failed(error)` on the main thread."""

    def work() -> Case:
        from incidents.case import Actor, Case

        return Case.open(path, actor=Actor(who), read_only=read_only)

    _start(work, then, failed, owner)


def create_case(
    path: Path, then: Then, failed: Failed, *, owner: QObject, who: str, name: str, country: str = ""
) -> None:
    """Make a new, empty case and open it."""

    def work() -> Case:
        from incidents.case import Actor, Case

        return Case.create(path, actor=Actor(who), name=name, country=country)

    _start(work, then, failed, owner)


def build_sample(
    path: Path, then: Then, failed: Failed, *, owner: QObject, who: str, watch: jobs.Watch
) -> None:
    """Make the sample case at `path` and open it; `watch` shows how far it is and can cancel it."""

    def work() -> Case:
        from seeds.build import build

        from incidents.case import Actor, Case

        build(path, actor=Actor(who), progress=watch)
        return Case.open(path, actor=Actor(who))

    _start(work, then, failed, owner)


def _start(work: Callable[[], Case], then: Then, failed: Failed, owner: QObject) -> None:
    asked_by = weakref.ref(owner)

    def alive() -> bool:
        asker = asked_by()
        return asker is not None and shiboken6.isValid(asker)

    def opened(case: Case) -> None:
        if alive():
            then(OpenCase(case))
        else:
            case.close()  # the window is gone; leave no lock behind

    def refused(error: VigilError) -> None:
        if alive():
            failed(error)

    jobs.run(work, opened, failed=refused)
