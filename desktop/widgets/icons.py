"""The icons of menus and buttons: strokes on a grid of 16, drawn for Vigil, in the text colour of the moment."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication

# Letters as in SVG: M move, L line, C cubic curve, Z close; E x y w h is an ellipse, R x y w h a rectangle.
PATHS = {
    "new": "M4 1.5 L10 1.5 L13 4.5 L13 14.5 L4 14.5 Z M9.5 1.5 L9.5 5 L13 5 M8.5 7.5 L8.5 12 M6.2 9.8 L10.8 9.8",
    "open": "M1.5 13 L1.5 3.5 L6 3.5 L7.5 5.5 L13 5.5 L13 7.5 M1.5 13 L4 7.5 L15 7.5 L12.5 13 Z",
    "sample": "R2 3.5 12 9.5 M2 6.5 L14 6.5 M6 6.5 L6 13 M10 6.5 L10 13 M2 9.8 L14 9.8",
    "add": "M8 3 L8 13 M3 8 L13 8",
    "edit": "M2.5 13.5 L3.2 10.3 L10.8 2.7 L13.3 5.2 L5.7 12.8 Z M9.3 4.2 L11.8 6.7",
    "duplicate": "R5.5 5.5 8 8.5 M5.5 11 L2.5 11 L2.5 2.5 L10.5 2.5 L10.5 5.5",
    "withdraw": "E2 2 12 12 M4 12 L12 4",
    "merge": "M3 2.5 L3 5 C3 8 8 7 8 10 L8 14 M13 2.5 L13 5 C13 8 8 7 8 10 M5.8 11.8 L8 14 L10.2 11.8",
    "status": "M8 1.5 L13.5 3.5 L13.5 8 C13.5 11 11 13.5 8 14.5 C5 13.5 2.5 11 2.5 8 L2.5 3.5 Z M5.3 8 "
    "L7.3 10 L10.8 6",
    "undo": "M6 2.5 L2.5 6 L6 9.5 M2.5 6 L9.5 6 C12 6 13.5 7.5 13.5 9.8 C13.5 12 12 13.5 9.5 13.5 L6.5 13.5",
    "redo": "M10 2.5 L13.5 6 L10 9.5 M13.5 6 L6.5 6 C4 6 2.5 7.5 2.5 9.8 C2.5 12 4 13.5 6.5 13.5 L9.5 13.5",
    "copy": "R5.5 5.5 8 8.5 M5.5 11 L2.5 11 L2.5 2.5 L10.5 2.5 L10.5 5.5",
    "find": "E2.5 2.5 8 8 M9.5 9.5 L13.8 13.8",
    "filter": "M2 3 L14 3 L9.5 8.5 L9.5 13 L6.5 11.5 L6.5 8.5 Z",
    "clear": "M2 3 L11 3 M6.5 8.3 L6.5 11.5 L8 12.2 M2 3 L6.5 8.3 M10 9 L14 13 M14 9 L10 13",
    "briefing": "R3 1.5 10 13 M5.5 4.5 L10.5 4.5 M5.5 7 L10.5 7 M5.5 11.8 L5.5 9.8 M8 11.8 L8 8.8 M10.5 "
    "11.8 L10.5 10.4",
    "close": "M4 4 L12 12 M12 4 L4 12",
    "more": "E3 7.4 1.2 1.2 E7.4 7.4 1.2 1.2 E11.8 7.4 1.2 1.2",
    "left": "M10 3.5 L5.5 8 L10 12.5",
    "right": "M6 3.5 L10.5 8 L6 12.5",
    "down": "M3.5 6 L8 10.5 L12.5 6",
    "up": "M3.5 10 L8 5.5 L12.5 10",
    "warning": "M8 2 L14.5 13.5 L1.5 13.5 Z M8 6.3 L8 9.8 M8 11.6 L8 11.8",
    "info": "E2 2 12 12 M8 7.3 L8 11.2 M8 4.9 L8 5.1",
    "done": "E2 2 12 12 M5.2 8.2 L7.2 10.2 L10.8 6",
    "lock": "R3.5 7 9 7 M5.5 7 L5.5 5 C5.5 1.8 10.5 1.8 10.5 5 L10.5 7",
    "recent": "E2 2 12 12 M8 4.5 L8 8 L10.5 9.8",
    "columns": "R2 3 12 10 M6 3 L6 13 M10 3 L10 13",
    "pane_left": "R2 3 12 10 M6 3 L6 13",
    "pane_right": "R2 3 12 10 M10 3 L10 13",
    "save": "M2.5 2.5 L11 2.5 L13.5 5 L13.5 13.5 L2.5 13.5 Z M5 2.5 L5 6 L10 6 L10 2.5 M5 13.5 L5 9.5 "
    "L11 9.5 L11 13.5",
    "place": "M8 14.5 C5 11 3.5 8.7 3.5 6.3 C3.5 3.5 5.5 1.7 8 1.7 C10.5 1.7 12.5 3.5 12.5 6.3 C12.5 8.7 "
    "11 11 8 14.5 Z "
    "E6.3 4.6 3.4 3.4",
    "calendar": "R2 3 12 11 M2 6.5 L14 6.5 M5 1.5 L5 4 M11 1.5 L11 4",
    "people": "E5.5 2 5 5 M2.5 14 C2.5 10.5 5 9 8 9 C11 9 13.5 10.5 13.5 14",
    "link": "M7 5 L9.5 2.5 C11.5 .8 15 4.2 13.3 6.3 L10.8 8.8 M9 11 L6.5 13.5 C4.5 15.2 1 11.8 2.7 9.7 "
    "L5.2 7.2 M6 10 L10 6",
    "report": "M3.5 1.5 L12.5 1.5 L12.5 14.5 L3.5 14.5 Z M5.8 5 L10.2 5 M5.8 8 L10.2 8 M5.8 11 L8.5 11",
}


def path(name: str) -> QPainterPath:
    """The strokes of an icon on its grid of 16."""
    drawn, letter = QPainterPath(), ""
    numbers: list[float] = []
    for word in [*PATHS[name].replace("M", " M ").replace("L", " L ").replace("C", " C ").split(), "end"]:
        if letter in _NEEDS and len(numbers) == _NEEDS[letter]:
            _stroke(drawn, letter, numbers)
            numbers = []
        if word == "Z":
            drawn.closeSubpath()
        elif word[0].isalpha():
            letter, rest = word[0], word[1:]
            numbers = [float(rest)] if rest and word != "end" else []
        else:
            numbers.append(float(word))
    return drawn


_NEEDS = {"M": 2, "L": 2, "C": 6, "E": 4, "R": 4}


def _stroke(drawn: QPainterPath, letter: str, n: list[float]) -> None:
    if letter == "M":
        drawn.moveTo(n[0], n[1])
    elif letter == "L":
        drawn.lineTo(n[0], n[1])
    elif letter == "C":
        drawn.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
    elif letter == "E":
        drawn.addEllipse(QRectF(*n))
    else:
        drawn.addRect(QRectF(*n))


def paint(painter: QPainter, rect: QRect | QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into a square rectangle."""
    area = QRectF(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 16, area.height() / 16)
    pen = QPen(colour, 1.35)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path(name), pen)
    painter.restore()


class _Engine(QIconEngine):
    """Draws an icon whenever it is needed, so that it follows a change of the colour scheme."""

    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name, self._role = name, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        paint(painter, rect, self._name, QApplication.palette().color(group, self._role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


def icon(name: str, role: QPalette.ColorRole = QPalette.ColorRole.ButtonText) -> QIcon:
    """An icon by its name in PATHS, drawn in a colour of the palette."""
    if name not in PATHS:
        raise KeyError(name)
    return QIcon(_Engine(name, role))


def app_icon() -> QIcon:
    """The mark of the program: an open eye over a line of record, on ink blue."""
    made = QIcon()
    for size in (16, 32, 48, 128):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            paint_mark(painter, QRectF(0, 0, size, size))
        made.addPixmap(pixmap)
    return made


def paint_mark(painter: QPainter, rect: QRectF) -> None:
    """Draw the mark of the program."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1F3A5F"))
    painter.drawRoundedRect(QRectF(0, 0, 16, 16), 3, 3)
    eye = QPainterPath()
    eye.moveTo(2.2, 7)
    eye.cubicTo(4.5, 2.8, 11.5, 2.8, 13.8, 7)
    eye.cubicTo(11.5, 11.2, 4.5, 11.2, 2.2, 7)
    white = QPen(QColor("#FFFFFF"), 1.2)
    white.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(eye, white)
    painter.setBrush(QColor("#FFFFFF"))
    painter.drawEllipse(QRectF(6.1, 5.1, 3.8, 3.8))
    painter.setPen(white)
    painter.drawLine(3, 13, 13, 13)
    painter.restore()
