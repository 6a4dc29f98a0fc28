"""What Vigil needs from the operating system: Python's venv module and the libraries that Qt loads.

`ensure_...` installs what is missing when the user is root and the system has apt-get or dnf; everybody else gets one
line with the command to run. Which packages hold the libraries was found with ldd on Qt's plugins and proved on bare
systems. Written for any Python 3, like setup.py.
"""

import os
import shutil
import subprocess
import sys

# Needed to load Qt at all, also without a screen; then, what the plugins for X11 and for Wayland load on top.
LIBRARIES = {
    "apt-get": {
        "qt": "libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0",
        "window": "libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
        " libwayland-client0 libwayland-cursor0 libwayland-egl1",
    },
    "dnf": {
        "qt": "libglvnd-glx libglvnd-egl glib2 fontconfig dbus-libs libxkbcommon",
        "window": "xcb-util-cursor libxkbcommon-x11 xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil"
        " libxcb libwayland-client libwayland-cursor libwayland-egl dejavu-sans-fonts",
    },
}

# Runs in .venv: prints the names of the parts that work, and what the loader said of those that do not.
PROBE = """
import ctypes, pathlib, sys
try:
    from PySide6 import QtWidgets
except ImportError as error:
    sys.exit(f"qt: {error}")
print("qt")
platforms = pathlib.Path(QtWidgets.__file__).parent / "Qt" / "plugins" / "platforms"
for part, plugin in (("x11", "libqxcb.so"), ("wayland", "libqwayland.so")):
    try:
        ctypes.CDLL(str(platforms / plugin))
        print(part)
    except OSError as error:
        print(f"{part}: {error}", file=sys.stderr)
"""


def ensure_venv_module():
    """Debian and Ubuntu keep the module that makes virtual environments in a package of its own."""
    if _can_make_venv():
        return
    package = "python%d.%d-venv" % sys.version_info[:2]
    if not _install([package]) or not _can_make_venv():
        sys.exit("Python's venv module is missing. Run this first: " + _command([package]))


def ensure_libraries(python, window):
    """Make Qt loadable; 0 if all that is needed is there. `window`: insist on a plugin for X11 or Wayland too."""
    if not sys.platform.startswith("linux"):
        return 0
    working, said = _probe(python)
    if {"qt", "x11", "wayland"} <= working:
        return 0
    packages = " ".join(LIBRARIES.get(_manager() or "apt-get", {}).values()).split()
    if _install(packages):
        working, said = _probe(python)
    if "qt" not in working:
        print("Qt cannot be loaded (%s). Run this first: %s" % (said, _command(packages)), file=sys.stderr)
        return 1
    if not working & {"x11", "wayland"}:
        print("To open windows, Qt needs more libraries. Run this: " + _command(packages), file=sys.stderr)
        return 1 if window else 0
    return 0


def _can_make_venv():
    """Whether this Python can make a virtual environment with pip in it."""
    # In a process of its own: a module that was missing a moment ago is remembered as missing.
    return subprocess.call([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL) == 0


def _probe(python):
    """The parts of Qt that load, and the loader's last complaint."""
    probe = subprocess.run(
        [str(python), "-c", PROBE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True
    )
    return set(probe.stdout.split()), (probe.stderr.strip().splitlines() or ["no message"])[-1]


def _manager():
    """The system's package manager that this script knows, or None."""
    return next((name for name in ("apt-get", "dnf") if shutil.which(name)), None)


def _command(packages):
    """The line that a user types to install the packages."""
    manager = _manager() or "apt-get"
    return "sudo %s install %s" % (manager, " ".join(packages))


def _install(packages):
    """Install the packages if this user may; True if the package manager says it did."""
    manager = _manager()
    if manager is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print("[set-up] Installing system packages: " + " ".join(packages), flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if manager == "apt-get":
        _run_quietly(["apt-get", "update", "-qq"], environment)
        install = ["apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "-y", "-qq", "--no-install-recommends"]
    else:
        install = ["dnf", "install", "-y", "-q", "--setopt=install_weak_deps=False"]
    return _run_quietly(install + packages, environment)


def _run_quietly(command, environment):
    """Run a package manager; what it said is shown only if it failed."""
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True
    )
    if done.returncode != 0:
        print(done.stdout.strip(), file=sys.stderr)
    return done.returncode == 0
