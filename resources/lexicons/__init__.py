"""The words that extraction goes by, one folder per language, as plain TOML files (README.md says how to edit them)."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
