"""Collects the problems of a draft while `check` looks at it, and cleans what it lets through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from incidents.record.codes import Term
from incidents.record.problems import ERROR, WARNING, Problem
from incidents.record.saying import shown
from incidents.record.text import examine


@dataclass
class Findings:
    """Problems found so far; `prefix` is the path of the part that is being looked at ("claims.0.")."""

    prefix: str = ""
    problems: list[Problem] = field(default_factory=list)

    def inside(self, path: str) -> Findings:
        """The same collection for a part of the draft."""
        return Findings(f"{self.prefix}{path}.", self.problems)

    @property
    def failed(self) -> bool:
        """True when an error was found; warnings do not stop saving."""
        return any(problem.severity == ERROR for problem in self.problems)

    def error(self, name: str, text: str, key: str) -> None:
        """Notes a broken rule."""
        self.problems.append(Problem(self.prefix + name, text, ERROR, key))

    def warn(self, name: str, text: str, key: str) -> None:
        """Notes something doubtful."""
        self.problems.append(Problem(self.prefix + name, text, WARNING, key))

    def line(self, name: str, value: str, what: str) -> str:
        """One clean line; `what` names it in sentences ("the title")."""
        return self._clean(name, value, what, line=True)

    def text(self, name: str, value: str, what: str) -> str:
        """Clean text with its paragraphs."""
        return self._clean(name, value, what, line=False)

    def _clean(self, name: str, value: str, what: str, *, line: bool) -> str:
        cleaned = examine(value, line=line)
        if cleaned.replaced:
            taken = " and ".join(cleaned.replaced)
            self.warn(
                name, f"Some {taken} in {what} were removed. Check that it still reads right.", "text.cleaned"
            )
        if cleaned.over:
            size = f"{len(cleaned.text):,} characters, {cleaned.over:,} more than fit"
            self.error(
                name,
                f"{what.capitalize()} has {size}. Shorten it or move a part to the notes.",
                "text.too_long",
            )
        return cleaned.text

    def code(
        self, name: str, value: str, table: Mapping[str, Term], what: str, *, empty: bool = False
    ) -> str:
        """A code of its table; an unknown one is an error that lists what is possible."""
        if value in table or (empty and not value):
            return value
        said = f"“{shown(value, 40)}” is no {what}" if value else f"The {what} is missing"
        self.error(
            name,
            f"{said}. Use one of: {', '.join(table)}.",
            f"{name}.unknown" if value else f"{name}.missing",
        )
        return value
