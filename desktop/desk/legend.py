"""What the colours and lines in the text mean, each shown as it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.desk import looks
from desktop.desk.looks import FAMILIES, TOLD, Family
from desktop.widgets.flow import FlowLayout
from desktop.widgets.theme import XS, M, font, mark, tokens


class Sample(QWidget):
    """One entry: its words, drawn as the passages or words are that it stands for."""

    def __init__(self, words: str, family: Family, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._family, self._kind = words, family, kind
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font("caption"))
        return QSize(metrics.horizontalAdvance(self._words) + 8, metrics.height() + 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens(self.palette())
        form = QTextCharFormat()
        if self._kind:
            form = looks.told_format(self._kind, self._family, colours)
        else:
            form = looks.passage_format(self._family, colours)
        layout = QTextLayout(self._words, font("caption"))
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, len(self._words), form  # type: ignore[attr-defined]
        layout.setFormats([span])
        layout.beginLayout()
        layout.createLine().setLineWidth(self.width())
        layout.endLayout()
        with QPainter(self) as painter:
            painter.setPen(QColor(colours.text))
            painter.fillRect(self.rect(), form.background())
            layout.draw(painter, QPointF(4, 2))


class Legend(QWidget):
    """Families of types that occur in this report, and what the words of the current card tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "pane")
        self._shown: object = None
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line, spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, XS, M, XS + 2)
        column.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(self.tr("What the marks in the text mean"))
        self.hide()

    def show_for(self, types: Iterable[str], current: str = "", kinds: Sequence[str] = ()) -> None:
        """Explain what these types and the marks of the current suggestion look like."""
        present = {looks.family_of(code).name for code in types}
        wanted = (frozenset(present), current, tuple(kind for kind in TOLD if kind in kinds))
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for family in FAMILIES:
            if family.name in present:
                self._flow.addWidget(Sample(family.label, family, parent=self._line))
        for kind in wanted[2]:
            self._flow.addWidget(Sample(TOLD[kind].label, looks.family_of(current), kind, self._line))
        self.setVisible(bool(present))
        for number in range(self._flow.count()):
            self._flow.itemAt(number).widget().show()  # type: ignore[union-attr]
        self.updateGeometry()
