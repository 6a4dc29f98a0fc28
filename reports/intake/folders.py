"""Which files are meant by paths: the files themselves, and all files in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What programs leave in folders for themselves.
_NO_DOCUMENTS = frozenset(("thumbs.db", "desktop.ini", "icon\r", "__macosx"))


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be taken in.

    Attributes:
        name: its path as the user knows it, from the folder that was given.
        chosen: a person named this very file, so that it is kept even when it is no document that Vigil knows.
        trouble: why there is no file, in a sentence.
    """

    path: Path
    name: str
    chosen: bool = True
    trouble: str = ""


def files_in(paths: Iterable[Path]) -> list[Found]:
    """The files, each once; those of a folder in the order of their names, hidden ones left out."""
    found: dict[Path, Found] = {}
    for path in paths:
        folder = os.path.isdir(path) and not path.is_symlink()  # noqa: PTH112 - unlike Path, it never raises
        for one in _in_folder(path) if folder else [Found(path, path.name or str(path))]:
            found.setdefault(one.path.absolute(), one)
    return list(found.values())


def _in_folder(top: Path) -> Iterator[Found]:
    """Links to folders are not followed: they may lead anywhere, or round in a circle."""
    troubles: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=troubles.append):
        folders[:] = sorted(filter(_counts, folders), key=_order)
        for name in sorted(filter(_counts, names), key=_order):
            path = Path(folder, name)
            yield Found(path, str(Path(top.name, path.relative_to(top))), chosen=False)
        while troubles:
            yield _unreadable(troubles.pop(), top)
    while troubles:
        yield _unreadable(troubles.pop(), top)


def _counts(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in _NO_DOCUMENTS


def _order(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _unreadable(error: OSError, top: Path) -> Found:
    path = Path(error.filename or top)
    return Found(
        path, path.name, False, f"The folder “{path.name}” cannot be opened: {error.strerror or error}."
    )
