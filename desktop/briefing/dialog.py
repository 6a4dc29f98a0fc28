"""The briefing dialog: options at the left, the pages as they will be at the right, Export below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.bridge.jobs import Watch, run
from desktop.briefing.bars import ExportBar, PreviewBar
from desktop.briefing.export import Export
from desktop.briefing.naming import file_name
from desktop.briefing.options import Options
from desktop.briefing.pdf_pages import PdfPages
from desktop.briefing.preview import Preview
from desktop.widgets import dialogs
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.theme import L, M, mark
from incidents.search.filter import Filter

if TYPE_CHECKING:
    from desktop.bridge.open_case import OpenCase
    from incidents.settings import Settings
    from reports.briefing import BriefingMade, BriefingRequest, Draft

DEBOUNCE = 250  # milliseconds without a key before the preview is drawn anew
BY_DATE = (("date", True),)


class BriefingDialog(QDialog):
    """Make a PDF of what a filter shows, in the order of the table.

    `ready` is true when the preview shows what the options say. `made` is the last briefing that was exported.
    """

    def __init__(
        self,
        open_case: OpenCase,
        wanted: Filter,
        parent: QWidget | None = None,
        *,
        order: Sequence[tuple[str, bool]] = BY_DATE,
        settings: Settings | None = None,
        now: datetime | None = None,
    ) -> None:
        super().__init__(parent)
        self._case = open_case
        self._filter = wanted
        self._order = tuple(order)
        self._settings = settings
        self._now = now
        self._selected: Any = None
        self._draft: Draft | None = None
        self._drawing: Watch | None = None
        self._export: Export | None = None
        self._next_number: int | None = None
        self.ready = False
        self.made: BriefingMade | None = None
        self.setWindowTitle(self.tr("Briefing"))
        self.resize(QSize(1080, 760).boundedTo(self.screen().availableSize() - QSize(16, 48)))  # with its frame
        self._build()
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE)
        self._debounce.timeout.connect(self._draw)
        self.options.changed.connect(self._changed)
        open_case.changed.connect(self._read)
        self._read()

    # What it is made of

    def _build(self) -> None:
        self.options = Options(self._settings, self._period(), self)
        self.preview = Preview(self)
        self._counts = mark(QLabel(self), "soft")
        self._counts.setWordWrap(True)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self.message = MessageBar(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(M)
        column.addWidget(self.options, 1)
        column.addWidget(self._counts)
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidget(left)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(332)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self._top = PreviewBar(self.preview, self)
        right.addWidget(self._top)
        right.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(scroll)
        middle.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self.message)
        self.bar = ExportBar(self)
        self.bar.export_wanted.connect(self.export)
        self.bar.close_wanted.connect(self.reject)
        self.bar.stop_wanted.connect(self._stop)
        whole.addWidget(self.bar)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.export)
        self.options.title.setFocus()

    def _period(self) -> str:
        period = self._filter.period
        if period is None:
            return self.tr("All dates")
        from incidents.search.describe import describe_period

        told = describe_period(period)
        return told[0].upper() + told[1:]

    @property
    def counts_text(self) -> str:
        """The line on what is included."""
        return self._counts.text()

    # Preview

    def request(self) -> BriefingRequest:
        """What the options ask for now."""
        from reports.briefing import BriefingRequest

        moment = self._now or datetime.now(UTC)
        return BriefingRequest(filter=self._filter, order=self._order, as_of=moment, **self.options.values())

    def _read(self, *_: object) -> None:
        """Read the incidents anew: at the start, and when the case changed."""
        from incidents.search.questions import Briefings
        from reports.briefing.selection import Selection

        if self._export is not None:  # our own numbering
            return
        self.ready = False
        self._case.ask(
            Selection(self._filter, self._order),
            self._take,
            owner=self,
            topic="selection",
            failed=self._complain,
        )
        self._case.ask(Briefings(), self._take_numbers, owner=self, topic="numbers", failed=self._complain)

    def _take(self, selected: Any) -> None:
        self._selected = selected
        self._draw()

    def _take_numbers(self, briefings: list[dict[str, Any]]) -> None:
        self._next_number = max((row["number"] for row in briefings), default=0) + 1

    def _changed(self) -> None:
        self.ready = False
        self._debounce.start()

    def _draw(self) -> None:
        """Make the PDF as it would be now, beside the window; an older one that is being made is stopped."""
        if self._selected is None:
            return
        if self._drawing is not None:
            self._drawing.cancel()
        watch = self._drawing = Watch()
        selected, request, case = self._selected, self.request(), self._case

        def work() -> tuple[Draft, PdfPages]:
            from reports.briefing import draft

            drawn = draft(selected, request, case.gazetteer, watch)
            return drawn, PdfPages(drawn.pdf)

        self._top.drawing()
        run(work, self._show, owner=self, topic="draft", failed=self._complain)

    def _show(self, drawn: tuple[Draft, PdfPages]) -> None:
        self._draft, pages = drawn
        self.preview.show_pages(pages)
        problems: dict[str, list[str]] = {}
        for problem in self._draft.problems:
            problems.setdefault(problem.field, []).append(problem.text)
        self.options.show_problems(problems)
        self._counts.setText(self._count_words(self._draft))
        self.ready = not self._debounce.isActive()

    def _count_words(self, drawn: Draft) -> str:
        told = self.tr("{0} counted, {1} under review, {2} left out of totals.").format(
            drawn.counted, drawn.under_review, drawn.left_out
        )
        silent = drawn.counted + drawn.under_review - drawn.told
        if silent:
            told += " " + self.tr("{0} are not told one by one in this profile.").format(silent)
        return told

    def _complain(self, error: Exception) -> None:
        self.message.complain(str(error))

    # Export

    def export(self) -> None:
        """Ask where to write the PDF, then write it; where something stands against it, go to that field."""
        if self._export is not None or self._selected is None:
            return
        if self._draft is not None and self._draft.problems:
            field = self.options.fields[self._draft.problems[0].field]
            name = field.label.text().replace("&", "")
            self.message.complain(self.tr("The briefing cannot leave like this; see “{0}”.").format(name))
            field.control.setFocus()
            self._scroll.ensureWidgetVisible(field)
            return
        number = None if self._case.info.read_only else self._next_number
        title = self.options.title.text().strip() or (self._draft_title())
        name = file_name(number, title, self.request().as_of.date())
        dialogs.choose_new_file(
            self,
            self.tr("Export the briefing"),
            self._case.info.path.parent / name,
            self.tr("PDF (*.pdf)"),
            self._write,
        )

    def _draft_title(self) -> str:
        return ", ".join(self._case.gazetteer.label(code).split(",")[0] for code in self._filter.regions[:2])

    def _write(self, path: Path) -> None:
        self._export = Export(self._case, self._selected, self.request(), path, self)
        self._export.finished.connect(self._finished)
        self._export.failed.connect(self._failed)
        self._export.cancelled.connect(lambda: self._failed(self.tr("Stopped; no file was written.")))
        self.message.hide()
        self.bar.begin(self._export.watch)
        self._export.start()

    def _stop(self) -> None:
        if self._export is not None:
            self._export.watch.cancel()

    def _end(self) -> None:
        export, self._export = self._export, None
        if export is not None:
            export.deleteLater()
        self.bar.end()

    def _finished(self, made: BriefingMade) -> None:
        self.made = made
        self.options.remember()
        self._end()
        if made.number is not None:
            self._next_number = made.number + 1
        told = self.tr("Written: {0}").format(made.path.name)
        self.message.offer(told, self.tr("Open folder"), lambda: _open_folder(made.path.parent))

    def _failed(self, sentence: str) -> None:
        self._end()
        self.message.complain(sentence)

    def done(self, result: int) -> None:
        """Stop what is under way before the dialog goes."""
        self._debounce.stop()
        if self._drawing is not None:
            self._drawing.cancel()
        self._stop()
        self.preview.show_pages(None)
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is closing the dialog."""
        self.done(QDialog.DialogCode.Rejected)
        event.accept()


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
