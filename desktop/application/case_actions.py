"""What the window does with whole cases: making, opening, the sample, the list of recent ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths

from desktop.widgets import dialogs
from desktop.widgets.dialogs import CASE_SUFFIX
from incidents.errors import CaseInUse, VigilError

if TYPE_CHECKING:
    from desktop.application.main_window import CaseWindow
    from desktop.bridge.open_case import OpenCase


class CaseActions(QObject):
    """Makes and opens cases for one window."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opening = False

    def folder(self) -> Path:
        """Where file dialogs start: beside the last case, or in the documents."""
        last = self._window.settings["folder.last"]
        if last and Path(last).is_dir():
            return Path(last)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = QStandardPaths.writableLocation(place)
        return Path(documents) if documents and Path(documents).is_dir() else Path.home()

    def kinds(self) -> str:
        """The file dialog's filter."""
        return self.tr("Vigil cases (*{0})").format(CASE_SUFFIX)

    def new_case(self) -> None:
        """Ask for name, country and place of a new case."""
        from desktop.application.new_case import NewCaseDialog

        dialog = NewCaseDialog(self.folder(), self._window)
        dialog.chosen.connect(self._create)
        dialog.open()

    def _create(self, path: Path, name: str, country: str) -> None:
        window = self._free_window()
        if window is not self._window:
            window.cases._create(path, name, country)
            return
        from desktop.bridge import opening

        self._busy(True)
        who = window.settings.who
        opening.create_case(
            path, self._opened, self._failed, owner=window, who=who, name=name, country=country
        )

    def choose_case(self) -> None:
        """Ask which case to open."""
        title = self.tr("Open case")
        dialogs.choose_file(
            self._window, title, str(self.folder()), self.kinds(), lambda path: self.open_path(str(path))
        )

    def open_path(self, path: str, *, read_only: bool = False) -> None:
        """Open a case here, or in a new window if this one has a case; one that is open already comes to the front."""
        there = self._window.application.window_of(Path(path))
        if there is not None:
            there.raise_()
            there.activateWindow()
            return
        window = self._free_window()
        if window is not self._window:
            window.cases.open_path(path, read_only=read_only)
            return
        from desktop.bridge import opening

        self._busy(True)
        opening.open_case(
            Path(path),
            self._opened,
            partial(self._failed, path=path),
            owner=window,
            who=window.settings.who,
            read_only=read_only,
        )

    def open_sample(self) -> None:
        """Ask where to put the sample case, and make it there."""
        suggested = self.folder() / f"Vigil sample{CASE_SUFFIX}"
        number = 2
        while suggested.exists():
            suggested = suggested.with_name(f"Vigil sample {number}{CASE_SUFFIX}")
            number += 1
        dialogs.choose_new_file(
            self._window, self.tr("Where to put the sample case"), suggested, self.kinds(), self._make_sample
        )

    def _make_sample(self, path: Path) -> None:
        from desktop.application.progress import ProgressDialog
        from desktop.bridge import opening
        from desktop.bridge.jobs import Watch

        window = self._free_window()
        if window is not self._window:
            window.cases._make_sample(path)
            return
        self._busy(True)
        watch = Watch()
        dialog = ProgressDialog(self.tr("Making the sample case"), watch, window)

        def ended() -> None:
            dialog.finish()
            self._busy(False)

        def opened(case: OpenCase) -> None:
            ended()
            self._opened(case)

        def failed(error: VigilError) -> None:
            ended()
            self._failed(error)

        opening.build_sample(
            path, opened, failed, owner=window, who=window.settings.who, watch=watch, cancelled=ended
        )
        dialog.open_soon()

    def forget(self, path: str) -> None:
        """Take one case out of the recent ones."""
        self._window.settings.forget_case(path)
        self._window.application.show_recent()

    def forget_recent(self) -> None:
        """Empty the list of recent cases."""
        self._window.settings.forget_recent()
        self._window.application.show_recent()

    def _free_window(self) -> CaseWindow:
        if self._window.open_case is None and not self._opening:
            return self._window
        return self._window.application.new_window()

    def _busy(self, busy: bool) -> None:
        self._opening = busy
        self._window.welcome.set_busy(busy)

    def _opened(self, case: OpenCase) -> None:
        self._busy(False)
        info = case.info
        self._window.settings.remember_case(info.path, info.name)
        self._window.attach(case)
        self._window.application.show_recent()
        copy = info.upgraded_from
        if copy is not None:
            told = self.tr(
                "The case was made by an older Vigil and was brought up to date. The copy from before is “{0}”."
            )
            self._window.messages.say(told.format(copy.name))

    def _failed(self, error: VigilError, path: str = "") -> None:
        self._busy(False)
        messages, sentence = self._window.messages, str(error)
        if isinstance(error, CaseInUse) and path:
            look = partial(self.open_path, path, read_only=True)
            messages.complain(sentence, action=self.tr("Open for reading"), act=look)
        elif path and not Path(path).exists() and path in {e["path"] for e in self._window.settings.recent()}:
            messages.complain(sentence, action=self.tr("Remove from list"), act=partial(self.forget, path))
        else:
            messages.complain(sentence)
