"""A type-ahead for several values in one line, with commas between them: tags, secondary types."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.widgets.typeahead import Choice, TypeAhead


class ListTypeAhead(TypeAhead):
    """Proposes for the entry that the cursor stands in; picking one completes it and starts the next."""

    def entries(self) -> list[str]:
        """What is listed, without blanks and repetitions, in the order typed."""
        return list(dict.fromkeys(filter(None, (part.strip() for part in self.text().split(",")))))

    def set_entries(self, entries: Sequence[str]) -> None:
        """Show these entries."""
        self.set_typed(", ".join(entries))

    def asked_text(self) -> str:
        """The entry that the cursor stands in."""
        start, end = self._entry()
        return self.text()[start:end].strip()

    def take(self, choice: Choice) -> None:
        """Replace the entry under the cursor; at the end of the line leave room for the next one."""
        start, end = self._entry()
        before, after = self.text()[:start], self.text()[end:]
        space = " " if before else ""
        ending = after or ", "
        self.setText(f"{before}{space}{choice.shown}{ending}")
        self.setCursorPosition(len(before + space + choice.shown) + (0 if after else 2))
        self.changed.emit()

    def _entry(self) -> tuple[int, int]:
        text, cursor = self.text(), self.cursorPosition()
        start = text.rfind(",", 0, cursor) + 1
        end = text.find(",", cursor)
        return start, end if end >= 0 else len(text)
