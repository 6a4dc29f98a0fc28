"""The two bars of the briefing dialog: zoom above the preview, progress and buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from desktop.bridge.jobs import Watch
from desktop.briefing.preview import STEP, Preview
from desktop.widgets.theme import XS, L, M, S, mark

PATIENCE = 1_000  # milliseconds of an export before progress is shown


class PreviewBar(QFrame):
    """Says which page is in view, and zooms."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "bar")
        self._preview = preview
        self._where = mark(QLabel(self.tr("Preview"), self), "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(M, XS, M, XS)
        row.setSpacing(S)
        row.addWidget(self._where, 1)
        for text, name, act in (
            ("–", self.tr("Smaller"), lambda: preview.set_zoom(preview.zoom / STEP)),
            (self.tr("Fit width"), self.tr("Fit the width"), lambda: preview.set_zoom(1.0)),
            ("+", self.tr("Larger"), lambda: preview.set_zoom(preview.zoom * STEP)),
        ):
            button = mark(QToolButton(self), "quiet")
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(act)
            row.addWidget(button)
        preview.page_changed.connect(self._tell)

    def drawing(self) -> None:
        """Say that the pages are being drawn anew."""
        self._where.setText(self.tr("Drawing…"))

    def _tell(self, page: int, pages: int) -> None:
        self._where.setText(self.tr("Page {0} of {1}").format(page, pages) if pages else self.tr("Preview"))


class ExportBar(QFrame):
    """Close, Export, and what an export is at once it has taken a second.

    Signals: export_wanted, close_wanted, stop_wanted.
    """

    export_wanted = Signal()
    close_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "bar")
        self._watch: Watch | None = None
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setFixedWidth(180)
        self._working = mark(QLabel(self), "soft")
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stop_wanted)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.close_wanted)
        self.export = mark(QPushButton(self.tr("&Export…"), self), "primary")
        self.export.setDefault(True)
        self.export.setToolTip(self.tr("Write the PDF (Ctrl+S)"))
        self.export.clicked.connect(self.export_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, L, S)
        row.setSpacing(S)
        for part in self._parts():
            part.hide()
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.export)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show)

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.progress, self._working, self.stop)

    def begin(self, watch: Watch) -> None:
        """An export has begun."""
        self._watch = watch
        self.export.setEnabled(False)
        self._timer.start(PATIENCE)

    def end(self) -> None:
        """It has ended, one way or the other."""
        self._watch = None
        self._timer.stop()
        self.export.setEnabled(True)
        for part in self._parts():
            part.hide()

    def _show(self) -> None:
        if self._watch is not None:
            self._timer.setInterval(100)
            for part in self._parts():
                part.show()
            self._working.setText(self._watch.what)
