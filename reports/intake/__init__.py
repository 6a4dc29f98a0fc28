"""Documents into a case: read, looked through for incidents, and kept with their unchanged originals."""

from reports.intake.taking import suggest_again, take_in, take_in_text
from reports.intake.told import KNOWN, NEW_VERSION, REFUSED, TAKEN, UNREADABLE, About, Item, Summary

__all__ = [
    "KNOWN",
    "NEW_VERSION",
    "REFUSED",
    "TAKEN",
    "UNREADABLE",
    "About",
    "Item",
    "Summary",
    "suggest_again",
    "take_in",
    "take_in_text",
]
