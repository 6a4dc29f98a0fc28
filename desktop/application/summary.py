"""The thin strip over the table: which incidents these are, how many, and what they come to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.widgets import icons
from desktop.widgets.theme import XS, M, S, mark
from incidents.search.tally import Tally
from incidents.search.telling import incidents, number, tell_group, tell_left_out, tell_tally


def summarise(tally: Tally) -> str:
    """The count and what it comes to in one line, numbers only from the counting function."""
    parts = [incidents(tally.count)]
    if tally.headline.incidents:
        people = {key: total for key, total in tally.headline.sums.items() if key.kind == "people"}
        parts.append(_tr("headline: {0}").format(tell_group(replace(tally.headline, sums=people))))
    if tally.under_review.incidents:
        parts.append(_tr("{0} under review").format(number(tally.under_review.incidents)))
    left_out = tell_left_out(tally)
    if left_out:
        parts.append(_tr("left out: {0}").format(left_out))
    return " · ".join(parts)


def in_full(tally: Tally) -> str:
    """Every total on a line of its own, with what has no figure, date or place."""
    return "\n".join(tell_tally(tally))


def _tr(text: str) -> str:
    return QCoreApplication.translate("summary", text)


WORDS_FROM = 560  # pixels of width from which the buttons have words


class SummaryStrip(QFrame):
    """Title of the view and its totals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "bar")
        self.title = mark(QLabel(self), "heading")
        self._text = ""
        self._totals = mark(QLabel(self), "soft")
        self._totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._totals.setAccessibleName(self.tr("Count and totals"))
        for line in (self.title, self._totals):
            line.setTextFormat(Qt.TextFormat.PlainText)
        self.add = mark(QToolButton(self), "quiet")
        self.brief = mark(QToolButton(self), "quiet")
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self.title, 1)
        top.addWidget(self.add)
        top.addWidget(self.brief)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, XS, S, XS)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._totals)

    def show_tally(self, tally: Tally) -> None:
        """Show the totals of a filter."""
        self._text = summarise(tally)
        told = in_full(tally)
        self.setToolTip(told)
        self._totals.setAccessibleDescription(told)
        self._fit()

    @property
    def text(self) -> str:
        """The totals in full, also where the window is too narrow to show them."""
        return self._text

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        wide = self.width() >= WORDS_FROM
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self.add, self.brief):
            button.setToolButtonStyle(style)
        self._fit()

    def _fit(self) -> None:
        width = self._totals.width()
        self._totals.setText(
            self._totals.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, max(width, 40))
        )


def named(button: QToolButton, text: str, icon: str, tip: str) -> None:
    """Give a button its words, icon and tooltip."""
    button.setText(text)
    button.setIcon(icons.icon(icon))
    button.setToolTip(tip)
