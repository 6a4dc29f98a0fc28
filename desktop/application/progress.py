"""A dialog for work that may take a while: it shows up only after half a second, and can be cancelled."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.bridge.jobs import Watch
from desktop.widgets.theme import XL, L, M, mark

SHOWN_AFTER = 500  # milliseconds
LOOKS_EVERY = 100


class ProgressDialog(QDialog):
    """Looks at a Watch ten times a second."""

    def __init__(self, title: str, watch: Watch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self._what = mark(QLabel(title, self), "heading")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self.reject)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addWidget(self._what)
        column.addWidget(self._bar)
        column.addLayout(last)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY)
        self._timer.timeout.connect(self._look)
        self._ended = False

    def open_soon(self) -> None:
        """Show the dialog if the work is not done by then."""
        QTimer.singleShot(SHOWN_AFTER, self, self._open_late)

    def finish(self) -> None:
        """The work ended; the dialog goes."""
        self._ended = True
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Cancel: the work stops at its next step and then the dialog goes."""
        self._watch.cancel()
        self._cancel.setEnabled(False)
        self._what.setText(self.tr("Stopping…"))

    def _open_late(self) -> None:
        if not self._ended:
            self._look()
            self._timer.start()
            self.open()

    def _look(self) -> None:
        watch = self._watch
        if watch.what and not watch.cancelled:
            self._what.setText(watch.what)
        self._bar.setRange(0, watch.total or 0)
        self._bar.setValue(watch.done if watch.total else 0)
