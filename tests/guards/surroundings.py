"""The same surroundings for every test: no screen, UTC, plain English, and a home folder that is thrown away."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

# What a person's session may set and what would change how Vigil or Qt behaves.
_UNSET_PREFIXES = ("VIGIL_", "QT_", "QTWEBENGINE_", "XDG_", "LC_")
_UNSET = ("LANGUAGE", "DESKTOP_SESSION", "WAYLAND_DISPLAY", "GTK_THEME", "DBUS_SESSION_BUS_ADDRESS")
_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}


def settle_process() -> None:
    """Set what is read once per process; `VIGIL_TEST_PLATFORM=xcb` lets a developer watch the windows."""
    platform = os.environ.get("VIGIL_TEST_PLATFORM", "offscreen")
    for name in list(os.environ):
        if name.startswith(_UNSET_PREFIXES) or name in _UNSET:
            del os.environ[name]
    os.environ.update(QT_QPA_PLATFORM=platform, LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
    if hasattr(time, "tzset"):
        time.tzset()


settle_process()  # on import, because Qt reads the platform and the language once


@pytest.fixture(scope="session")
def homes() -> Iterator[Path]:
    """The folder that holds the home folders of this run's tests."""
    with tempfile.TemporaryDirectory(prefix="vigil-homes-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder of the test's own; settings, recent cases and drafts go there."""
    folder = Path(tempfile.mkdtemp(prefix="home-", dir=homes))
    for variable, inside in _FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / inside) if inside else str(folder))
    (folder / ".run").mkdir(mode=0o700)
    return folder
