"""Text to suggestions: pure steps, each of which can say why."""

from reports.extraction.suggesting import suggest
from reports.extraction.words.languages import detect_language

__all__ = ["detect_language", "suggest"]
