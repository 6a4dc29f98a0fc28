"""What a person says of documents, and what they are told became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

TAKEN, NEW_VERSION, KNOWN, UNREADABLE, REFUSED = "taken", "new_version", "known", "unreadable", "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a person says of the documents they give; it goes before what a document says of itself."""

    title: str = ""
    publisher: str = ""
    published: date | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What became of one document.

    Attributes:
        name: as a person knows it: a path within the folder, or what an attachment is called.
        outcome: "taken", "new_version", "known" (it was there already), "unreadable" (kept without text) or "refused".
        report: the report that it is now or was before; None when it was refused.
        share: per cent of the text that the earlier version has too.
        suggestions: how many were found in it now.
        why: why it could not be read or kept.
    """

    name: str
    outcome: str
    report: UUID | None = None
    title: str = ""
    share: int = 0
    suggestions: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of all documents, in their order. stopped: the user stopped before the end."""

    items: tuple[Item, ...] = ()
    stopped: bool = False

    def count(self, *outcomes: str) -> int:
        """How many had one of these outcomes."""
        return sum(item.outcome in outcomes for item in self.items)

    @property
    def kept(self) -> int:
        """How many reports are in the case that were not there before."""
        return self.count(TAKEN, NEW_VERSION, UNREADABLE)

    @property
    def suggestions(self) -> int:
        """How many suggestions there are in what was taken in."""
        return sum(item.suggestions for item in self.items)

    @property
    def newest(self) -> UUID | None:
        """The last report that was taken in, else the last that was there already; None when there is none."""
        for outcomes in ((TAKEN, NEW_VERSION, UNREADABLE), (KNOWN,)):
            for item in reversed(self.items):
                if item.outcome in outcomes:
                    return item.report
        return None

    @property
    def sentence(self) -> str:
        """All of it in words: "3 reports taken in with 12 suggestions. 1 was there already."."""
        told = [f"{_reports(self.kept)} taken in with {_number(self.suggestions, 'suggestion')}."]
        parts = (
            (
                NEW_VERSION,
                "a new version of a report that was there.",
                "new versions of reports that were there.",
            ),
            (
                UNREADABLE,
                "could not be read and is kept as it is.",
                "could not be read and are kept as they are.",
            ),
            (KNOWN, "was there already.", "were there already."),
            (REFUSED, "could not be taken in.", "could not be taken in."),
        )
        for outcome, one, many in parts:
            number = self.count(outcome)
            if number:
                verb = {True: "is ", False: "are "}[number == 1] if outcome == NEW_VERSION else ""
                told.append(f"{number:,} {verb}{one if number == 1 else many}")
        return " ".join(told + ["Stopped before the end."] * self.stopped)


def _reports(number: int) -> str:
    return "No report" if number == 0 else _number(number, "report")


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
