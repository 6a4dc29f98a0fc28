"""People by sex and age: a short list of lines, each a count with a sex and an age band."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.entry.controls import CodeBox
from desktop.entry.state import State, text_of
from desktop.widgets import theme
from incidents.record.codes import AGES, SEXES
from incidents.record.incident import PeopleGroup

# More lines than there are pairs of sex and age can't mean anything.
MOST_LINES = len(SEXES) * len(AGES)


@dataclass(slots=True)
class _Line:
    holder: QWidget
    count: QLineEdit
    sex: CodeBox
    age: CodeBox


class Groups(QWidget):
    """Add a line, fill in count, sex and age; a line without a count is left out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        self.more = theme.mark(QPushButton(self.tr("Add a group")), "link")
        self.more.clicked.connect(self._add_by_hand)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_by_hand(self) -> None:
        line = self.add()
        if line is not None:
            line.count.setFocus()

    def add(self, count: str = "", sex: str = "u", age: str = "unknown") -> _Line | None:
        """Add a line."""
        if len(self._lines) >= MOST_LINES:
            return None
        line = _Line(QWidget(), QLineEdit(count), CodeBox(SEXES.values()), CodeBox(AGES.values()))
        line.count.setPlaceholderText(self.tr("count"))
        line.count.setAccessibleName(self.tr("Number of people in this group"))
        line.sex.setAccessibleName(self.tr("Sex"))
        line.age.setAccessibleName(self.tr("Age"))
        line.count.setMaximumWidth(90)
        line.sex.choose(sex)
        line.age.choose(age)
        remove = theme.mark(QToolButton(), "quiet")
        remove.setText("×")
        remove.setToolTip(self.tr("Remove this group"))
        remove.setAccessibleName(self.tr("Remove this group"))
        remove.clicked.connect(lambda: self._remove(line))
        row = QHBoxLayout(line.holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(line.count)
        row.addWidget(line.sex, 1)
        row.addWidget(line.age, 1)
        row.addWidget(remove)
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line.holder)
        line.count.textChanged.connect(self.changed)
        line.sex.changed.connect(self.changed)
        line.age.changed.connect(self.changed)
        return line

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line.holder)
        line.holder.hide()
        line.holder.deleteLater()
        self.changed.emit()

    def groups(self) -> tuple[PeopleGroup, ...]:
        """Lines with a count; what is no whole number counts as -1, which `check` refuses."""
        return tuple(
            PeopleGroup(line.sex.code, line.age.code, _whole(line.count.text()))
            for line in self._lines
            if line.count.text().strip()
        )

    def state(self) -> list[State]:
        """Lines as typed."""
        return [{"count": li.count.text(), "sex": li.sex.code, "age": li.age.code} for li in self._lines]

    def restore(self, lines: list[State]) -> None:
        """Show these lines instead."""
        for line in list(self._lines):
            self._remove(line)
        for kept in lines:
            self.add(text_of(kept, "count"), text_of(kept, "sex"), text_of(kept, "age"))


def _whole(text: str) -> int:
    digits = "".join(text.replace(",", "").split())
    return int(digits) if digits.isdecimal() and len(digits) < 12 else -1
