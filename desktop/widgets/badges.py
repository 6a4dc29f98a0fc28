"""Badges for status, grade and TLP: a shape and words, never colour alone.

The paint functions are for delegates of tables; the widgets are for forms and the inspector and speak to screen
readers by their accessible names. The colours of the statuses are Vigil's own; F and 6 ("cannot be judged") are
grey because they are not the worst grades of the Admiralty code; TLP colours on black are FIRST's (TLP 2.0).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets.theme import font, tokens
from desktop.widgets.tokens import Tokens, Tone
from incidents.record.codes import CREDIBILITY, RELIABILITY, STATUS_WORDS, VERIFICATION

HEIGHT = 20
_PADDING = 7
_SIGN = 10  # width of the shape before the words

_STATUS_TONES = {
    "unassessed": "grey_tone",
    "reported": "amber_tone",
    "corroborated": "blue_tone",
    "verified": "green_tone",
    "contested": "purple_tone",
    "refuted": "grey_tone",
    "withdrawn": "grey_tone",
}
TLP_COLOURS = {
    "RED": "#FF2B2B",
    "AMBER+STRICT": "#FFC000",
    "AMBER": "#FFC000",
    "GREEN": "#33FF00",
    "CLEAR": "#FFFFFF",
}


def status_word(code: str) -> str:
    """The short word of a status, translated; an unknown code stands for itself."""
    return QCoreApplication.translate("badges", STATUS_WORDS.get(code, code))


def grade_meaning(grade: str) -> str:
    """ "B2" in words: "Usually reliable; Probably true"; empty for no grade."""
    parts = (RELIABILITY.get(grade[:1]), CREDIBILITY.get(grade[1:2]))
    return "; ".join(QCoreApplication.translate("codes", term.label) for term in parts if term)


def status_size(code: str) -> QSize:
    """How much room the badge of a status takes."""
    return QSize(_words_width(status_word(code)) + 2 * _PADDING + _SIGN + 4, HEIGHT)


def paint_status(painter: QPainter, rect: QRect, code: str, palette: QPalette) -> None:
    """Draw the badge of a status at the left of a cell, vertically centred, cut off where the cell ends."""
    tone: Tone = getattr(tokens(palette), _STATUS_TONES.get(code, "grey_tone"))
    body = _body(rect, status_size(code).width())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, body, tone)
    sign = QRectF(body.left() + _PADDING - 1, body.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
    _paint_sign(painter, sign, code, QColor(tone.text))
    face = _face(strike=code in ("refuted", "withdrawn"))
    words = body.adjusted(_PADDING + _SIGN + 3, 0, -3, 0)
    _paint_words(painter, words, status_word(code), face, tone.text)
    painter.restore()


def grade_size(grade: str) -> QSize:
    """How much room the badge of a grade takes."""
    return QSize(_words_width(grade or "–") + 2 * _PADDING, HEIGHT)


def paint_grade(
    painter: QPainter, rect: QRect, grade: str, palette: QPalette, *, suggested: bool = False
) -> None:
    """Draw a grade such as "B2"; a suggested one, which nobody has accepted, has a dashed edge."""
    if not grade:
        return
    tone = grade_tone(grade, tokens(palette))
    body = _body(rect, grade_size(grade).width())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, body, tone, dashed=suggested)
    _paint_words(painter, body, grade, _face(), tone.text, Qt.AlignmentFlag.AlignCenter)
    painter.restore()


def grade_tone(grade: str, colours: Tokens) -> Tone:
    """Colours of a grade by its weaker character; grey as soon as one side cannot be judged."""
    if len(grade) < 2 or grade[0] == "F" or grade[1] == "6":
        return colours.grey_tone
    worst = max("ABCDE".find(grade[0]), "12345".find(grade[1]))
    return (
        colours.blue_tone,
        colours.blue_tone,
        colours.amber_tone,
        colours.orange_tone,
        colours.orange_tone,
    )[max(worst, 0)]


def paint_tlp(painter: QPainter, rect: QRect, label: str) -> None:
    """Draw a TLP label in its colour on black, as FIRST asks."""
    words = f"TLP:{label}"
    body = _body(rect, _words_width(words, bold=True) + 2 * _PADDING)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#5A6573"), 1))
    painter.setBrush(QColor("#000000"))
    painter.drawRoundedRect(body, 2, 2)
    colour = TLP_COLOURS.get(label, "#FFFFFF")
    _paint_words(painter, body, words, _face(bold=True), colour, Qt.AlignmentFlag.AlignCenter)
    painter.restore()


class _Badge(QWidget):
    """A badge as a widget; subclasses say how large it is and paint it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def code(self) -> str:
        """What the badge shows."""
        return self._code

    def _show(self, code: str, name: str) -> None:
        self._code = code
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setVisible(bool(code))
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class StatusBadge(_Badge):
    """The verification status of one incident."""

    def __init__(self, code: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_code(code)

    def set_code(self, code: str) -> None:
        """Show another status; an empty one hides the badge."""
        term = VERIFICATION.get(code)
        label = QCoreApplication.translate("codes", term.label) if term else code
        self._show(code, self.tr("Status: {0}").format(label) if code else "")

    def sizeHint(self) -> QSize:
        return status_size(self._code)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_status(painter, self.rect(), self._code, self.palette())


class GradeBadge(_Badge):
    """A grade of the Admiralty code, given by a person or suggested by the rule."""

    def __init__(self, grade: str = "", parent: QWidget | None = None, *, suggested: bool = False) -> None:
        super().__init__(parent)
        self._suggested = suggested
        self.set_grade(grade, suggested=suggested)

    def set_grade(self, grade: str, *, suggested: bool = False) -> None:
        """Show another grade; an empty one hides the badge."""
        self._suggested = suggested
        name = self.tr("Suggested grade {0}: {1}") if suggested else self.tr("Grade {0}: {1}")
        self._show(grade, name.format(grade, grade_meaning(grade)) if grade else "")

    def sizeHint(self) -> QSize:
        return grade_size(self._code)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_grade(painter, self.rect(), self._code, self.palette(), suggested=self._suggested)


class TlpBadge(_Badge):
    """A TLP 2.0 label."""

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Show another label, such as "AMBER"; an empty one hides the badge."""
        self._show(label, f"TLP:{label}" if label else "")

    def sizeHint(self) -> QSize:
        return QSize(_words_width(f"TLP:{self._code}", bold=True) + 2 * _PADDING, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_tlp(painter, self.rect(), self._code)


def _face(*, bold: bool = False, strike: bool = False) -> QFont:
    made = font("caption", bold=bold)
    made.setStrikeOut(strike)
    return made


def _words_width(words: str, *, bold: bool = False) -> int:
    return QFontMetrics(_face(bold=bold)).horizontalAdvance(words)


def _body(rect: QRect, width: int) -> QRectF:
    top = rect.top() + (rect.height() - HEIGHT) / 2
    return QRectF(rect.left() + 0.5, int(top) + 0.5, min(width, rect.width()) - 1, HEIGHT - 1)


def _ground(painter: QPainter, body: QRectF, tone: Tone, *, dashed: bool = False) -> None:
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(tone.edge), 1, style))
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(body, 3, 3)


def _paint_words(
    painter: QPainter,
    where: QRectF,
    words: str,
    face: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    fitting = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(where.width()) + 1)
    painter.drawText(where, align | Qt.AlignmentFlag.AlignVCenter, fitting)


def _paint_sign(painter: QPainter, area: QRectF, code: str, colour: QColor) -> None:
    """The shape of a status: empty ring, half ring, two rings, tick, opposed arrows, cross, bar."""
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = area.adjusted(1.5, 1.5, -1.5, -1.5)
    x, y = area.center().x(), area.center().y()
    if code == "reported":
        painter.drawEllipse(inner)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(inner, 90 * 16, 180 * 16)
    elif code == "corroborated":
        painter.drawEllipse(QRectF(area.left(), y - 3, 6, 6))
        painter.drawEllipse(QRectF(area.right() - 6, y - 3, 6, 6))
    elif code == "verified":
        tick = QPainterPath()
        tick.moveTo(area.left() + 1, y + 0.5)
        tick.lineTo(x - 1, y + 3.5)
        tick.lineTo(area.right() - 0.5, y - 3.5)
        painter.strokePath(tick, QPen(colour, 1.9))
    elif code == "contested":
        for side, start in ((-1, area.left()), (1, area.right())):
            painter.drawPolyline([*_points(x + side * 1.4, y - 3.2, start, y, x + side * 1.4, y + 3.2)])
    elif code in ("refuted", "withdrawn"):
        if code == "refuted":
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
        else:
            painter.drawLine(*_points(inner.left(), y, inner.right(), y))
    else:
        painter.drawEllipse(inner)


def _points(*numbers: float) -> list[QPointF]:
    return [QPointF(numbers[n], numbers[n + 1]) for n in range(0, len(numbers), 2)]
