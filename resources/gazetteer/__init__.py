"""Places and names of the world, offline. README.md beside this file says where each table comes from."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
DATABASE = FOLDER / "places.sqlite"
"""Built by `python -m resources.gazetteer.build`; not kept in version control."""
