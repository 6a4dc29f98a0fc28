"""The thin strip over the table: which incidents these are, how many, and what they come to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop.widgets import icons
from desktop.widgets.theme import XS, M, S, mark
from incidents.search.tally import Tally
from incidents.search.telling import incidents, tell_group, tell_left_out


def summarise(tally: Tally) -> str:
    """The count and the totals in one line, numbers only from the counting function."""
    parts = [incidents(tally.count)]
    if tally.headline.incidents or tally.under_review.incidents:
        parts.append(_tr("headline: {0}").format(tell_group(tally.headline)))
        parts.append(_tr("under review: {0}").format(tell_group(tally.under_review)))
    left_out = tell_left_out(tally)
    if left_out:
        parts.append(_tr("left out: {0}").format(left_out))
    missing = [
        _tr(what).format(count)
        for count, what in (
            (tally.no_figure, "{0} without a figure"),
            (tally.no_date, "{0} without a date"),
            (tally.no_place, "{0} without a place"),
        )
        if count
    ]
    return " · ".join([*parts, *missing])


def _tr(text: str) -> str:
    return QCoreApplication.translate("summary", text)


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
        for button in (self.add, self.brief):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row = QHBoxLayout(self)
        row.setContentsMargins(M, XS, S, XS)
        row.setSpacing(M)
        row.addWidget(self.title)
        row.addWidget(self._totals, 1)
        row.addWidget(self.add)
        row.addWidget(self.brief)

    def show_tally(self, tally: Tally) -> None:
        """Show the totals of a filter."""
        self._text = summarise(tally)
        self._totals.setToolTip(self._text.replace(" · ", "\n"))
        self._totals.setAccessibleDescription(self._text)
        self._fit()

    @property
    def text(self) -> str:
        """The totals in full, also where the window is too narrow to show them."""
        return self._text

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
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
