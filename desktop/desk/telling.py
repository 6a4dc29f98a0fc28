"""What a reader must know before reading a report, and what is known about the report itself, to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.bridge.jobs import Watch
from desktop.desk import words
from desktop.desk.deciding import Deciding
from desktop.desk.look import Seen
from desktop.desk.reading import ReadingPane
from desktop.widgets.plain import isolated
from incidents.errors import VigilError

if TYPE_CHECKING:
    from datetime import date

    from desktop.bridge.open_case import OpenCase
    from incidents.case import Case


class Telling(QObject):
    """Keeps the banners over the text true, and opens and saves the details of the report.

    Signals: finished(), the details are closed or the suggestions made anew: on with the cards.
    """

    finished = Signal()

    def __init__(self, case: OpenCase, reading: ReadingPane, deciding: Deciding, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._reading = reading
        self._deciding = deciding
        self._read_against: tuple[object, date | None] | None = None
        reading.form.save_wanted.connect(self._save)
        reading.form.left.connect(self._close_form)

    def show(self, seen: Seen) -> None:
        """Say what is to be known of this report."""
        self._about_state(seen)
        self._about_version(seen)

    def _about_state(self, seen: Seen) -> None:
        report, banner = seen.report, self._reading.banner
        writable = not self._case.info.read_only
        again, reopen = self.tr("Read again"), lambda: self._deciding.put_into((report.id,), "in_work")
        if report.state == "done":
            told = self.tr("This report is done.")
            if seen.finished_by and seen.finished_at:
                day = words.moment_word(seen.finished_at)
                told = self.tr("Read by {0}, {1}.").format(isolated(seen.finished_by), day)
            banner.say(told, again if writable else "", reopen)
        elif report.state == "set_aside":
            banner.say(self.tr("This report was set aside."), again if writable else "", reopen)
        elif self._read_against is not None and self._read_against[0] == report.id and seen.open_count:
            self._offer_anew(seen)
        else:
            self._about_reading(seen)

    def _about_reading(self, seen: Seen) -> None:
        """What the reader of the file had to say, and what keeps dates from being understood."""
        report, notes = seen.report, list(seen.report.notes)
        if seen.unreadable:
            notes.append(self.tr("Some suggestions of this report cannot be read any more."))
        undated = report.published is None and bool(report.text) and not self._case.info.read_only
        if undated:
            notes.append(self.tr("The day of publication is not known, so “on Sunday” cannot be dated."))
        if not report.text and not notes:
            notes.append(self.tr("The case has no text of this report."))
        action = self.tr("Add the date…") if undated else ""
        self._reading.banner.say(" ".join(notes), action, self._add_date)

    def _add_date(self) -> None:
        self.open_form()
        self._reading.form.published.setFocus()

    def _about_version(self, seen: Seen) -> None:
        if seen.earlier is None:
            self._reading.change.say("")
            return
        name = isolated(seen.earlier.title)
        day = words.day_word(seen.earlier.published) or self.tr("not dated")
        if not seen.new_passages and not seen.gone:
            told = self.tr("The same text is in the case already: “{0}”, {1}.").format(name, day)
            self._reading.change.say(told)
            return
        told = self.tr("A new version of “{0}”, {1}.").format(name, day)
        if seen.new_passages:
            told += " " + self.tr("What is new is marked green.")
        if seen.gone:
            shown = " … ".join(" ".join(part.split())[:160] for part in seen.gone[:3])
            more = self.tr(" and {0} more").format(len(seen.gone) - 3) if len(seen.gone) > 3 else ""
            told += " " + self.tr("No longer in it: “{0}”{1}.").format(isolated(shown), more)
        self._reading.change.say(told)

    # ------------------------------------------------------------ the details
    def open_form(self) -> None:
        """Mend title, source, date, language."""
        seen = self._reading.seen
        if seen is not None and not self._case.info.read_only:
            self._reading.form.show()
            self._reading.form.show_report(seen.report)

    def _close_form(self) -> None:
        self._reading.form.hide()
        self.finished.emit()

    def _save(self) -> None:
        form, seen = self._reading.form, self._reading.seen
        if seen is None or form.report is None or form.report.id != seen.report.id:
            return
        day = form.day
        if form.published.text().strip() and day is None:
            form.refuse(self.tr("Write the day of publication as “2 May 2022”, or leave it empty."))
            return
        moved = day != seen.report.published

        def failed(error: VigilError) -> None:
            self._read_against = None
            form.refuse(str(error))

        if moved:  # known before the news of the change arrive
            self._read_against = (seen.report.id, seen.report.published)
        self._deciding.save_report(seen.report, form.draft(), form.letter, self._close_form, failed)

    def _offer_anew(self, seen: Seen) -> None:
        told = self.tr("The dates of the suggestions were counted from another day of publication.")
        self._reading.banner.say(told, self.tr("Suggest anew"), lambda: self._suggest_anew(seen))
        self._reading.banner.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _suggest_anew(self, seen: Seen) -> None:
        """Read the text again, counted from the day that stands now; what was decided stays."""
        self._read_against = None
        report = seen.report.id

        def work(case: Case) -> int:
            from reports.intake import suggest_again

            return suggest_again(case, report)

        self._reading.banner.say(self.tr("Reading it again…"))
        self._case.work(work, lambda _fresh: self.finished.emit(), watch=Watch(), owner=self)
