"""Where the pictures and fonts that ship with Vigil lie."""

from __future__ import annotations

from pathlib import Path

import resources


def resource(*parts: str) -> Path:
    """Path of a file under resources/, whether or not it exists."""
    return Path(next(iter(resources.__path__))).joinpath(*parts)
