"""The only door to file dialogs, so that tests can answer them: `answer(path)` sets the next answer.

Nothing here waits: the choice comes to `then`, and a dialog that is cancelled calls nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

Then = Callable[[Path], object]
CASE_SUFFIX = ".vigil"

_answers: deque[Path | Sequence[Path] | None] = deque()


def answer(path: Path | Sequence[Path] | None) -> None:
    """For tests: the next dialog is answered at once with this path, or these; None cancels it."""
    _answers.append(path)


def choose_file(parent: QWidget, title: str, folder: str, kinds: str, then: Then) -> None:
    """Let the user pick an existing file. kinds is Qt's filter text: "Vigil cases (*.vigil)"."""
    _open(parent, title, folder, kinds, then, saving="")


def choose_new_file(parent: QWidget, title: str, suggested: Path, kinds: str, then: Then) -> None:
    """Let the user name a file to write; the suffix of `suggested` is added where it is missing."""
    _open(parent, title, str(suggested), kinds, then, saving=suggested.suffix)


def choose_files(parent: QWidget, title: str, folder: str, then: Callable[[Sequence[Path]], object]) -> None:
    """Let the user pick any number of existing files of any kind."""
    if _answers:
        given = _answers.popleft()
        if given is not None:
            then([given] if isinstance(given, Path) else given)
        return
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda chosen: then([Path(path) for path in chosen]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def choose_folder(parent: QWidget, title: str, folder: str, then: Then) -> None:
    """Let the user pick an existing folder."""
    if _answers:
        given = _answers.popleft()
        if isinstance(given, Path):
            then(given)
        return
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _open(parent: QWidget, title: str, start: str, kinds: str, then: Then, *, saving: str) -> None:
    if _answers:
        given = _answers.popleft()
        if isinstance(given, Path):
            then(given)
        return
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title)
    dialog.setNameFilter(kinds)
    if saving:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(saving.lstrip("."))
        dialog.setDirectory(str(Path(start).parent))
        dialog.selectFile(Path(start).name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(start)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
