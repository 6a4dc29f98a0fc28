"""What was dropped or pasted: files and folders of this computer, or text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData


class Dropped(NamedTuple):
    """Paths to be read, or else text."""

    paths: tuple[Path, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.paths) or bool(self.text.strip())


def look_into(data: QMimeData | None) -> Dropped:
    """What can be taken in of it. Nothing is fetched: an address on the web stays text."""
    if data is None:
        return Dropped()
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Dropped(paths)
    return Dropped(text=data.text() if data.hasText() else "")
