"""Text to suggestions: pure steps, each of which can say why."""

from reports.extraction.languages import detect_language
from reports.extraction.suggesting import suggest

__all__ = ["detect_language", "suggest"]
