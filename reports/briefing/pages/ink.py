"""Draws at fixed places of a page: text, links, rules, boxes, shapes. Only what changes is written to the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.briefing.pages import style as s
from reports.briefing.pages.lines import MARK, MARK_PADDING, MARK_SIZE, Line, Piece, Typesetter


class Ink:
    """A ReportLab canvas with the look that it is in. (0, 0) is the lower left corner of the page."""

    def __init__(self, canvas: Any, typesetter: Typesetter) -> None:
        self.set = typesetter
        self._canvas = canvas
        self._text: Any = None  # the open text object
        self._look: tuple[str, float, float] | None = None  # its cut, size and line distance
        self._forms: set[str] = set()
        self._line: tuple[s.Colour, float] | None = None  # colour and thickness of lines
        self._fill: s.Colour | None = None  # the colour that fills at this point of the page

    # Text

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
