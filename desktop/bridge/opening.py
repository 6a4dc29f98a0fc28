"""Opening, creating and filling a case beside the window; the storage is imported there, not at start."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from desktop.bridge import jobs
from desktop.bridge.open_case import OpenCase
from incidents.errors import CaseError, VigilError
from incidents.progress import Cancelled

if TYPE_CHECKING:
    from incidents.case import Case

Then = Callable[[OpenCase], object]
Failed = Callable[[VigilError], object]


def open_case(
    path: Path, then: Then, failed: Failed, *, owner: QObject, who: str, read_only: bool = False
) -> None:
    """Open an existing case; `then(open_case)` or `failed(error)` on the main thread."""

    def work() -> Case:
        _load_questions()
        from incidents.case import Actor, Case

        return Case.open(path, actor=Actor(who), read_only=read_only)

    _start(work, then, failed, owner)


def create_case(
    path: Path, then: Then, failed: Failed, *, owner: QObject, who: str, name: str, country: str = ""
) -> None:
    """Make a new, empty case and open it."""

    def work() -> Case:
        _load_questions()
        from incidents.case import Actor, Case

        return Case.create(path, actor=Actor(who), name=name, country=country)

    _start(work, then, failed, owner)


def build_sample(
    path: Path,
    then: Then,
    failed: Failed,
    *,
    owner: QObject,
    who: str,
    watch: jobs.Watch,
    cancelled: Callable[[], object],
) -> None:
    """Make the sample case at `path` and open it; `watch` shows how far it is and can cancel it."""

    def work() -> Case | None:
        _load_questions()
        from incidents.case import Actor, Case
        from seeds.build import build

        if path.exists():
            raise CaseError(f"There is a file “{path.name}” already. Choose another name.")
        try:
            build(path, actor=Actor(who), progress=watch)
        except BaseException as error:
            path.unlink(missing_ok=True)
            if isinstance(error, Cancelled):
                return None
            raise
        return Case.open(path, actor=Actor(who))

    _start(work, then, failed, owner, cancelled)


def _load_questions() -> None:
    """Import here, beside the window, what its first questions need."""
    import_module("incidents.operations")
    import_module("incidents.search.questions")


def _start(
    work: Callable[[], Case | None],
    then: Then,
    failed: Failed,
    owner: QObject,
    cancelled: Callable[[], object] = lambda: None,
) -> None:
    asked_by = weakref.ref(owner)

    def alive() -> bool:
        asker = asked_by()
        return asker is not None and shiboken6.isValid(asker)

    def opened(case: Case | None) -> None:
        if case is None:
            if alive():
                cancelled()
        elif alive():
            then(OpenCase(case))
        else:
            case.close()  # the window is gone; leave no lock behind

    def refused(error: VigilError) -> None:
        if alive():
            failed(error)

    jobs.run(work, opened, failed=refused)
