"""Draws on pages: text, rules, boxes, and the head and foot that every page carries.

The only module that holds a ReportLab canvas. "page x of y" is written in one pass: the foot refers to a form that
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
from reports.briefing.pages.lines import MARK, MARK_PADDING, MARK_SIZE, Line, Piece, Typesetter

_TOTAL = "vigil-pages"
rl_config.useA85 = 0  # plain compressed streams: a fifth smaller, and no slow encoding
_FOOT = 40.0  # baseline of the foot


class Sheet:
    """Pages being filled from top to bottom. y is the lower edge of what was drawn last."""

    def __init__(self, out: BinaryIO, briefing: Briefing, progress: Progress) -> None:
        self.briefing = briefing
        self.set = Typesetter()
        self.page = 0
        self.y = s.TOP
        self.on_break: Callable[[], None] | None = None
        self._text: Any = None  # the open text object
        self._look: tuple[str, float, float] | None = None  # its cut, size and line distance
        self._forms: set[str] = set()
        self._line: tuple[s.Colour, float] | None = None  # colour and thickness of lines
        self._fill: s.Colour | None = None  # the colour that fills at this point of the page
        self._progress = progress
        self._canvas = rl_canvas.Canvas(
            out,
            pagesize=(s.WIDTH, s.HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=self.set.cuts["regular"].name,
            initialFontSize=9,
            lang=briefing.language,
        )
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

    def block(self, x: float, top: float, lines: Sequence[Line], style: s.Style) -> float:
        """Lines at a fixed place, the first below `top`; returns the height."""
        base = top - style.leading + (style.leading - style.size) / 2 + style.size * 0.14
        text: Any = None
        for number, line in enumerate(lines):
            y = base - number * style.leading
            if not isinstance(line, str):
                self._pieces(x, y, line, style)
                text = None
                continue
            if text is None:
                text = self._ink(style.face, style.size, style.leading, style.colour)
                text.setTextOrigin(x, y)
            text.textLine(line)
        return len(lines) * style.leading

    def line(self, x: float, y: float, line: Line, style: s.Style) -> None:
        """One line with its baseline at y."""
        if isinstance(line, str):
            self._plain(x, y, line, style)
        else:
            self._pieces(x, y, line, style)

    def right(self, x: float, y: float, text: str, style: s.Style) -> None:
        """Our own text ending at x."""
        self._plain(x - self.set.width(text, style), y, text, style)

    def _plain(self, x: float, y: float, text: str, style: s.Style) -> None:
        self._write(x, y, text, style.face, style.size, style.colour)

    def _write(self, x: float, y: float, text: str, cut: str, size: float, colour: s.Colour) -> None:
        ink = self._ink(cut, size, size, colour)
        ink.setTextOrigin(x, y)
        ink.textLine(text)

    def _ink(self, cut: str, size: float, leading: float, colour: s.Colour) -> Any:
        """The open text of this page in the look that is wanted; only what changes is written to the file."""
        if self._text is None:
            self._text = self._canvas.beginText(0, 0)
            self._look = None
        if self._look != (cut, size, leading):
            self._look = (cut, size, leading)
            self._text.setFont(self.set.cuts[cut].name, size, leading)
        if self._fill != colour:
            self._fill = colour
            self._text.setFillColor(colour)
        return self._text

    def _shapes(self, fill: s.Colour | None = None) -> Any:
        """The canvas, ready for shapes: text that is open is closed first."""
        if self._text is not None:
            self._canvas.drawText(self._text)
            self._text = None
        if fill is not None and self._fill != fill:
            self._fill = fill
            self._canvas.setFillColorRGB(*fill)
        return self._canvas

    def _lines(self, colour: s.Colour, thick: float) -> Any:
        """The canvas, ready for lines."""
        pen = self._shapes()
        if self._line != (colour, thick):
            self._line = (colour, thick)
            pen.setStrokeColorRGB(*colour)
            pen.setLineWidth(thick)
        return pen

    def _pieces(self, x: float, y: float, pieces: Sequence[Piece], style: s.Style) -> None:
        for piece in pieces:
            if piece.cut == MARK:
                self._mark(x, y, piece, style)
            elif piece.text != " ":
                self._write(x, y, piece.text, piece.cut, style.size, piece.colour or style.colour)
                if piece.url:
                    rect = (x, y - 2, x + piece.width, y + style.size)
                    self._canvas.linkURL(piece.url, rect, relative=0, thickness=0)
            x += piece.width

    def _mark(self, x: float, y: float, piece: Piece, style: s.Style) -> None:
        pen = self._lines(s.RED, 0.6)
        pen.rect(x + 0.6, y - style.size * 0.2, piece.width - 1.2, style.size, stroke=1, fill=0)
        self._write(
            x + MARK_PADDING, y + style.size * 0.06, piece.text, "regular", style.size * MARK_SIZE, s.RED
        )

    def upright(self, x: float, y: float, lines: Sequence[str], style: s.Style) -> None:
        """Our own text from bottom to top, its foot at (x, y), further lines to the right."""
        pen = self._shapes()
        pen.saveState()
        pen.translate(x, y)
        pen.rotate(90)
        for number, line in enumerate(lines):
            self._plain(0, -number * style.leading, line, style)
        self._restore()

    def _restore(self) -> None:
        """Back to the state before, whose colour is not remembered."""
        self._shapes().restoreState()
        self._fill = self._line = None

    # Shapes

    def rule(
        self, y: float, colour: s.Colour, thick: float, x: float = s.LEFT, width: float = s.CONTENT
    ) -> None:
        """A horizontal line."""
        pen = self._lines(colour, thick)
        pen.line(x, y, x + width, y)

    def box(self, x: float, y: float, width: float, height: float, colour: s.Colour) -> None:
        """A filled rectangle with its lower left corner at (x, y)."""
        self._shapes(colour).rect(x, y, width, height, stroke=0, fill=1)

    def frame(
        self, x: float, y: float, width: float, height: float, colour: s.Colour, radius: float = 2
    ) -> None:
        """An outlined rectangle with soft corners."""
        pen = self._lines(colour, 0.7)
        pen.roundRect(x, y, width, height, radius, stroke=1, fill=0)

    def status_shape(self, code: str, x: float, y: float, size: float) -> None:
        """The shape of a status, centred at (x, y): filled, half, ring, diamond, cross."""
        name = f"status-{code}-{size:g}"
        pen = self._shapes()
        if name not in self._forms:  # drawn once, then only referred to
            self._forms.add(name)
            pen.beginForm(name, -size, -size, size, size)
            draw_status(pen, code, size / 2)
            pen.endForm()
        pen.saveState()
        pen.translate(x, y)
        pen.doForm(name)
        self._restore()


def draw_status(pen: Any, code: str, half: float) -> None:
    """The shape of a status around the origin; half is half its size."""
    colour = s.STATUS_COLOURS[code]
    pen.setStrokeColorRGB(*colour)
    pen.setFillColorRGB(*colour)
    pen.setLineWidth(0.9)
    if code == "verified":
        pen.circle(0, 0, half, stroke=1, fill=1)
    elif code == "corroborated":
        pen.circle(0, 0, half, stroke=1, fill=0)
        pen.wedge(-half, -half, half, half, 90, 180, stroke=0, fill=1)
    elif code == "contested":
        path = pen.beginPath()
        path.moveTo(0, half * 1.2)
        for x, y in ((1.2, 0), (0, -1.2), (-1.2, 0)):
            path.lineTo(half * x, half * y)
        path.close()
        pen.drawPath(path, stroke=1, fill=1)
    elif code in ("refuted", "withdrawn"):
        pen.line(-half, -half, half, half)
        pen.line(-half, half, half, -half)
    else:
        if code == "unassessed":
            pen.setDash(1, 1)
        pen.circle(0, 0, half, stroke=1, fill=0)


def _epoch(moment: tuple[int, int, int, int, int, int]) -> int:
    return calendar.timegm((*moment, 0, 0, 0))
