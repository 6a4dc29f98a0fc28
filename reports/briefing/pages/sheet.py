"""Pages that are filled from top to bottom, with the head and foot that every page carries.

The only module that makes a ReportLab canvas. "page x of y" is written in one pass: the foot refers to a form that
gets its content when the last page is known.
"""

from __future__ import annotations

import calendar
import time
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfgen import canvas as rl_canvas

from incidents.progress import Progress
from incidents.record.codes import TLP
from reports.briefing.content.tree import Briefing
from reports.briefing.pages import style as s
from reports.briefing.pages.cleaning import clean_line
from reports.briefing.pages.ink import Ink
from reports.briefing.pages.lines import Line, Piece, Typesetter

_TOTAL = "vigil-pages"
rl_config.useA85 = 0  # plain compressed streams: a fifth smaller, and no slow encoding
_FOOT = 40.0  # baseline of the foot


class Sheet(Ink):
    """Pages being filled from top to bottom. y is the lower edge of what was drawn last."""

    def __init__(self, out: BinaryIO, briefing: Briefing, progress: Progress) -> None:
        self.briefing = briefing
        typesetter = Typesetter()
        canvas = rl_canvas.Canvas(
            out,
            pagesize=(s.WIDTH, s.HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=typesetter.cuts["regular"].name,
            initialFontSize=9,
            lang=briefing.language,
        )
        super().__init__(canvas, typesetter)
        self.page = 0
        self.y = s.TOP
        self.on_break: Callable[[], None] | None = None
        self._progress = progress
        self._describe()
        self._title = clean_line(briefing.masthead.title)
        self._begin_page(first=True)

    # The document

    def _describe(self) -> None:
        """Title, dates and nothing about who wrote it."""
        pen, briefing = self._canvas, self.briefing
        pen.setTitle(clean_line(briefing.masthead.title))
        pen.setAuthor(clean_line(briefing.masthead.organisation))
        pen.setSubject(clean_line(briefing.subject))
        pen.setCreator("Vigil")
        pen.setProducer("Vigil")
        pen.setKeywords(TLP[briefing.tlp].label)
        pen.setViewerPreference("DisplayDocTitle", "true")
        document: Any = pen._doc
        document.compression = 1
        stamp = (
            document._timeStamp
        )  # ReportLab's frozen clock says the year 2000; the briefing's own clock is as frozen
        stamp.YMDhms = briefing.as_of_utc
        stamp.t = float(_epoch(briefing.as_of_utc))
        stamp.lt = time.gmtime(stamp.t)

    def finish(self) -> int:
        """Close the last page, write the number of pages wherever it is due, and the file. Returns the number."""
        pen = self._shapes()
        pen.showPage()
        pen.beginForm(_TOTAL, 0, -4, 60, 10)
        self._fill = None
        self._plain(0, 0, f"{self.page:,}", s.RUNNING)
        self._shapes().endForm()
        pen.save()
        return self.page

    def bookmark(self, key: str, title: str, level: int = 0) -> None:
        """An entry of the outline that leads to the current height of this page."""
        self._canvas.bookmarkHorizontal(key, 0, self.y + 6)
        self._canvas.addOutlineEntry(clean_line(title)[:120], key, level=level)

    # Pages

    def _begin_page(self, *, first: bool = False) -> None:
        self.page += 1
        self._progress.step(self.page, None, f"page {self.page}")
        counting, self.set.counting = self.set.counting, False
        self.tlp_box(s.HEIGHT - 46)
        if first:
            self.y = s.HEIGHT - 36
        else:
            self._running_head()
            self.y = s.TOP
        self._foot()
        self.set.counting = counting

    def _running_head(self) -> None:
        room = s.CONTENT - self.tlp_width() - 20
        self.line(s.LEFT, s.HEIGHT - 43, self._shortened(self._title, s.RUNNING, room), s.RUNNING)
        self.rule(s.HEIGHT - 54, s.RULE, 0.6)

    def _foot(self) -> None:
        self.rule(_FOOT + 15, s.RULE, 0.6)
        self.tlp_box(_FOOT - 5)
        said = f"Page {self.page:,} of "
        self._plain(s.LEFT, _FOOT, said, s.RUNNING)
        pen = self._shapes()
        pen.saveState()
        pen.translate(s.LEFT + self.set.width(said, s.RUNNING), _FOOT)
        pen.doForm(_TOTAL)
        self._restore()
        room = s.CONTENT - self.tlp_width() - 100
        self.line(s.LEFT + 84, _FOOT, self._shortened(self.briefing.stamp, s.RUNNING, room), s.RUNNING)

    def _shortened(self, text: str, style: s.Style, room: float) -> Line:
        """The first line of a text, with an ellipsis where there was more."""
        lines = self.set.lines(text, style, room)
        if len(lines) == 1:
            return lines[0]
        lines = self.set.lines(text, style, room - self.set.width("…", style))
        first = lines[0]
        return first + "…" if isinstance(first, str) else (*first, Piece("…", style.face, None, "", 0))

    def tlp_width(self) -> float:
        """Width of the TLP box in points."""
        return self.set.width(TLP[self.briefing.tlp].label, s.Style("bold", s.TLP_SIZE)) + 14

    def tlp_box(self, y: float) -> None:
        """The label in its colour on black, right-aligned (FIRST TLP 2.0)."""
        width = self.tlp_width()
        self.box(s.RIGHT - width, y - 1, width, 17, s.BLACK)
        look = s.Style("bold", s.TLP_SIZE, 14, s.TLP_COLOURS[self.briefing.tlp])
        self._plain(s.RIGHT - width + 7, y + 3.2, TLP[self.briefing.tlp].label, look)

    def new_page(self) -> None:
        """Go on on the next page."""
        self._shapes().showPage()
        self._fill = self._line = None
        self._begin_page()
        if self.on_break is not None:
            self.on_break()

    @property
    def room(self) -> float:
        """Points left on this page."""
        return self.y - s.BOTTOM

    def need(self, height: float) -> None:
        """Make sure that `height` points are left, unless no page has that much."""
        if self.room < height and self.y < s.TOP - 1:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave room, but none at the head of a page."""
        if self.y < s.TOP - 1:
            self.y -= height

    # Text

    def text(self, text: str, style: s.Style, x: float = s.LEFT, width: float = s.CONTENT) -> None:
        """A paragraph from the current height on, over as many pages as it takes."""
        self.lines(self.set.lines(text, style, width), style, x)

    def lines(self, lines: Sequence[Line], style: s.Style, x: float) -> None:
        """Lines from the current height on; no single line is left behind at the foot or carried over alone."""
        done = 0
        while done < len(lines):
            left = len(lines) - done
            fit = max(int((self.room + 0.01) / style.leading), 0)
            if fit >= left:
                take = left
            elif (fit < 2 or (left == 3 and fit == 2)) and self.y < s.TOP - 1:
                self.new_page()
                continue
            else:
                take = max(fit - 1 if left - fit == 1 and fit > 2 else fit, 1)
            self.block(x, self.y, lines[done : done + take], style)
            self.y -= take * style.leading
            done += take


def _epoch(moment: tuple[int, int, int, int, int, int]) -> int:
    return calendar.timegm((*moment, 0, 0, 0))
