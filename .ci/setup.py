"""Prepares everything that Vigil needs to run and to be tested; safe to call as often as you like.

    python3 .ci/setup.py              .venv with the pinned packages, Qt's system libraries, the gazetteer
    python3 .ci/setup.py --window     the same, and insist on what is needed to show a window on a screen

What is missing on the system is installed where the user may do so (root with apt-get or dnf); everybody else gets
one line that names the command. When nothing changed since the last time, the script ends at once.

It is written in the Python of 2016 on purpose: an old Python must be able to read it in order to say what is wrong.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import system

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "vigil-setup.txt"
GAZETTEER = ROOT / "resources" / "gazetteer"
OLDEST, NEWEST = (3, 11), (3, 14)  # what the pinned packages have wheels for


def main():
    """Do what is missing, in order; the exit status is 0 when Vigil can run."""
    parser = argparse.ArgumentParser(description="Prepare .venv, the system libraries and the gazetteer.")
    parser.add_argument("--window", action="store_true", help="fail if no window could be shown on a screen")
    options = parser.parse_args()
    use_fitting_python()
    try:
        if PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == fingerprint():
            return 0 if not options.window else system.ensure_libraries(PYTHON, window=True)
        install_packages()
        if system.ensure_libraries(PYTHON, window=options.window) != 0:
            return 1
        build_gazetteer()
    except subprocess.CalledProcessError as error:
        print("Set-up stopped: this command failed: " + " ".join(map(str, error.cmd)), file=sys.stderr)
        return 1
    STAMP.write_text(fingerprint())
    return 0


def use_fitting_python():
    """Carry on in a Python that the packages exist for, or end with a line that says which one to install."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    for minor in range(OLDEST[1], NEWEST[1] + 1):
        other = shutil.which("python3.%d" % minor)
        if other:
            sys.exit(subprocess.call([other] + sys.argv))
    found = "%d.%d" % sys.version_info[:2]
    sys.exit("Vigil needs Python 3.11, 3.12, 3.13 or 3.14 and found only %s: install one of these first." % found)


def fingerprint():
    """The folder, and a digest of all that set-up depends on; a change of any of it makes set-up run again."""
    digest = hashlib.sha256()
    files = [ROOT / "requirements.txt", ROOT / "pyproject.toml", Path(__file__), Path(system.__file__)]
    files.append(ROOT / "incidents" / "record" / "folding.py")  # the gazetteer's names are folded with it
    for pattern in ("*.py", "*.csv", "*.tsv", "*.json", "*.txt"):
        files.extend(sorted(GAZETTEER.glob("**/" + pattern)))
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    gazetteer = sorted(path.name for path in GAZETTEER.glob("*.sqlite"))
    digest.update(repr((os.path.realpath(str(PYTHON)), gazetteer)).encode())
    return "%s\n%s\n" % (ROOT, digest.hexdigest())


def install_packages():
    """Make .venv and put the pinned packages and Vigil itself into it; only wheels, only known hashes."""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if not is_usable(pip):
        system.ensure_venv_module()
        say("Making .venv with Python %d.%d" % sys.version_info[:2])
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    say("Installing the pinned packages (about 110 MB the first time)")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    install = pip + ["install"] + quiet
    requirements = ["--require-hashes", "--only-binary", ":all:", "-r", "requirements.txt"]
    run(install + requirements)
    run(pip + ["install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--editable", "."])


def is_usable(pip):
    """Whether .venv is there, works with the Python of today and was made in this very folder."""
    if not PYTHON.exists() or (STAMP.is_file() and STAMP.read_text().splitlines()[0] != str(ROOT)):
        return False
    return subprocess.call(pip + ["--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def build_gazetteer():
    """Build the places file out of the pinned data package."""
    say("Building the gazetteer")
    run([str(PYTHON), "-m", "resources.gazetteer.build"])


def say(line):
    """Tell what happens now, at once, also into a pipe."""
    print("[set-up] " + line, flush=True)


def run(command):
    """Run a command in the project's folder; raises CalledProcessError when it fails."""
    subprocess.check_call(command, cwd=str(ROOT))


if __name__ == "__main__":
    sys.exit(main())
