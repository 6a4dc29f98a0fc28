"""The files of the project, for the tests of this folder."""

from __future__ import annotations

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("incidents", "reports", "desktop", "resources", "seeds")
_MADE = {"__pycache__", "build", "vigil.egg-info", "node_modules"}


@functools.cache
def files() -> tuple[Path, ...]:
    """All files that are or could be committed; without git (an unpacked archive) all that set-up did not make."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listing.returncode == 0:
        found = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not _is_made(path.relative_to(ROOT))]
    return tuple(sorted(path for path in set(found) if path.is_file()))


def modules(*folders: str) -> list[Path]:
    """The Python files, of the whole project or of some top folders."""
    chosen = [path for path in files() if path.suffix == ".py"]
    return [path for path in chosen if not folders or path.relative_to(ROOT).parts[0] in folders]


def name(path: Path) -> str:
    """A file's path inside the project, for messages."""
    return path.relative_to(ROOT).as_posix()


def _is_made(path: Path) -> bool:
    hidden = any(part.startswith(".") and part not in (".ci", ".gitignore") for part in path.parts)
    return hidden or bool(_MADE.intersection(path.parts)) or path.suffix == ".sqlite"
