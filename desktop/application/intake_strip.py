"""A slim strip at the bottom of the window while reports are taken in: how far it is, which file, and Stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop.bridge.jobs import Watch
from desktop.widgets.plain import showable
from desktop.widgets.theme import M, S, mark

LOOKS_EVERY = 100  # milliseconds
NEWS_EVERY = 15  # looks, after which the views are told that there is more


class IntakeStrip(QFrame):
    """Looks at a Watch ten times a second. Signals: news(), more has been taken in meanwhile."""

    news = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "bar")
        self._watch: Watch | None = None
        self._looks = self._told = 0
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(M, S - 2, S, S - 2)
        line.setSpacing(M)
        line.addWidget(self._words, 1)
        line.addWidget(self._bar)
        line.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY)
        self._timer.timeout.connect(self._look)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty while it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def follow(self, watch: Watch) -> None:
        """Show the progress of this work."""
        self._watch = watch
        self._looks = self._told = 0
        self.stop.setEnabled(True)
        self._look()
        self.show()
        self._timer.start()

    def finish(self) -> None:
        """The work ended."""
        self._timer.stop()
        self._watch = None
        self.hide()

    def cancel(self) -> None:
        """Stop after the file at hand; what was taken in stays."""
        if self._watch is not None:
            self._watch.cancel()
            self.stop.setEnabled(False)
            self._words.setText(self.tr("Stopping…"))

    def _look(self) -> None:
        watch = self._watch
        if watch is None or watch.cancelled:
            return
        if watch.total:
            said = self.tr("Reading {0} of {1}").format(
                f"{min(watch.done + 1, watch.total):,}", f"{watch.total:,}"
            )
        else:
            said = self.tr("Reading")
        if watch.what:
            said = f"{said}: {showable(watch.what)}"
        self._words.setText(
            self._words.fontMetrics().elidedText(
                said[:400], Qt.TextElideMode.ElideMiddle, max(self._words.width(), 200)
            )
        )
        self._bar.setRange(0, watch.total or 0)
        self._bar.setValue(watch.done if watch.total else 0)
        self._looks += 1
        if self._looks % NEWS_EVERY == 0 and watch.done > self._told:
            self._told = watch.done
            self.news.emit()
