"""Starting: quick, without what only a case needs, and with one clear line where there is no screen."""

import os
import subprocess
import sys

import pytest

HEAVY = ("sqlalchemy", "sqlcipher3", "reportlab", "pypdfium2", "numpy", "rapidfuzz", "PIL")

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from desktop.application.start import prepare
app, window = prepare()
def painted():
    assert window.isVisible()
    print(" ".join(name for name in sys.argv[1].split() if name in sys.modules))
    app.quit()
QTimer.singleShot(50, painted)
sys.exit(app.exec())
"""


def start(*arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_welcome_page_needs_nothing_heavy(home):
    done = start("-c", PROGRAM, " ".join(HEAVY), QT_QPA_PLATFORM="offscreen")
    assert (done.stdout.strip(), done.stderr) == ("", "")
    assert done.returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":987"}], ids=["none", "a dead one"])
def test_without_a_screen_one_line_says_so(home, screen):
    done = start("-c", "import sys; from desktop.application.start import main; sys.exit(main())", **screen,
                 QT_QPA_PLATFORM="xcb")  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "screen" in done.stderr


SIGNALLED = """
import os, signal, sys
from PySide6.QtCore import QTimer
from desktop.application.start import main
from desktop.application import application
shown = application.Application.new_window
def new_window(self):
    window = shown(self)
    QTimer.singleShot(100, lambda: os.kill(os.getpid(), signal.SIGTERM))
    return window
application.Application.new_window = new_window
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_the_end_of_the_session_closes_the_window_as_a_user_would(home):
    done = start("-c", SIGNALLED, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    assert (home / ".config" / "Vigil" / "settings.json").exists(), "the layout was remembered on closing"
