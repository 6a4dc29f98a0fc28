"""What the window does to take reports in: files, folders, dropped and pasted text."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from desktop.application.intake_strip import IntakeStrip
from desktop.bridge.jobs import Watch
from desktop.desk.dropped import Dropped, look_into
from desktop.widgets import dialogs
from incidents.errors import VigilError

if TYPE_CHECKING:
    from desktop.application.main_window import CaseWindow
    from desktop.desk.desk import Desk
    from incidents.case import Case
    from reports.intake import Summary

AT_ONCE = 5.0  # seconds after which somebody who waits is no longer waiting
Work = Callable[["Case", Watch], "Summary"]


class IntakeActions(QObject):
    """Takes reports in for one window, one batch at a time; later ones wait their turn."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Work] = []
        self._busy = False
        self._begun = 0.0
        self.strip = IntakeStrip()
        self.strip.news.connect(self._look_again)

    def listen_to(self, desk: Desk) -> None:
        """The desk asks for what the menu does too."""
        desk.inbox.files_wanted.connect(self.choose_files)
        desk.inbox.folder_wanted.connect(self.choose_folder)
        desk.inbox.sheet_wanted.connect(self.open_sheet)
        desk.inbox.pasted.connect(self.paste)

    # ------------------------------------------------------------ what is taken
    def choose_files(self) -> None:
        """Ask which files to take in."""
        if self._can():
            folder = str(self._window.cases.folder())
            dialogs.choose_files(self._window, self.tr("Take in files"), folder, self._take_paths)

    def choose_folder(self) -> None:
        """Ask which folder to take in."""
        if self._can():
            folder = str(self._window.cases.folder())
            dialogs.choose_folder(
                self._window, self.tr("Take in a folder"), folder, lambda path: self._take_paths([path])
            )

    def paste(self, data: QMimeData) -> None:
        """Take in the files on the clipboard, or open the sheet with its text."""
        found = look_into(data)
        if found.paths:
            self.take(found)
        else:
            self.open_sheet(found.text)

    def open_sheet(self, text: str = "") -> None:
        """Let text be pasted, with its title, publisher and date."""
        from desktop.desk.paste import PasteSheet

        if self._can():
            assert self._window.open_case is not None
            sheet = PasteSheet(self._window.open_case, text, self._window)
            sheet.given.connect(self._take_text)
            sheet.open()

    def take(self, found: Dropped) -> None:
        """Take in what was dropped."""
        if not found or not self._can():
            return
        if found.paths:
            self._take_paths(found.paths)
        else:
            self.open_sheet(found.text)

    def _can(self) -> bool:
        opened = self._window.open_case
        if opened is None:
            self._window.messages.complain(self.tr("Open or make a case first, then take reports in."))
        elif opened.info.read_only:
            self._window.messages.complain(self.tr("This case is open for reading only."))
        else:
            return True
        return False

    # ------------------------------------------------------------ the work
    def _take_text(self, text: str, title: str, publisher: str, published: date | None) -> None:
        def work(case: Case, watch: Watch) -> Summary:
            from reports.intake import About, take_in_text

            about = About(title=title, publisher=publisher, published=published)
            watch.step(0, 1, title)
            return take_in_text(case, text, about=about)

        self._begin(work)

    def _take_paths(self, paths: Sequence[Path]) -> None:
        def work(case: Case, watch: Watch) -> Summary:
            from reports.intake import take_in

            return take_in(case, paths, progress=watch)

        self._begin(work)

    def _begin(self, work: Work) -> None:
        self._waiting.append(work)
        self._go_on()

    def _go_on(self) -> None:
        """The next batch, unless one is under way."""
        opened = self._window.open_case
        if self._busy or not self._waiting or opened is None:
            return
        self._busy, self._begun = True, time.monotonic()
        work, watch = self._waiting.pop(0), Watch()
        opened.work(lambda case: work(case, watch), self._done, watch=watch, owner=self, failed=self._failed)
        self.strip.follow(watch)

    def _done(self, summary: Summary | None) -> None:
        self._end()
        if summary is None:
            return
        told, unread = told_of(summary)
        views, newest = self._window.all_views, summary.newest
        if newest is None or views is None or not summary.items:
            self._window.messages.complain(told)
        elif views.busy or time.monotonic() - self._begun > AT_ONCE:
            show = partial(views.show_report, newest)  # by now the person is at something else
            if unread:
                self._window.messages.complain(told, action=self.tr("Show"), act=show)
            else:
                self._window.messages.offer(told, self.tr("Show"), show)
        else:
            self._window.messages.complain(told) if unread else self._window.messages.say(told)
            views.show_report(newest)
        self._go_on()

    def _failed(self, error: VigilError) -> None:
        self._end()
        self._window.messages.complain(str(error))
        self._go_on()

    def _end(self) -> None:
        self._busy = False
        self.strip.finish()

    def _look_again(self) -> None:
        if self._window.open_case is not None:
            self._window.open_case.look_again()


def told_of(summary: Summary) -> tuple[str, bool]:
    """What became of a batch, and whether anything in it could not be read; one lone reason is told as well."""
    from reports.intake import REFUSED, UNREADABLE

    why = [item.why for item in summary.items if item.outcome in (UNREADABLE, REFUSED)]
    if summary.items and len(why) == len(summary.items) == 1:
        return why[0], True
    return (f"{summary.sentence} {why[0]}" if len(why) == 1 else summary.sentence), bool(why)
