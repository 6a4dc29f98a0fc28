"""The list of all keys, made from the declared actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.application.actions import ACTIONS, DESK_KEYS, FORM_KEYS, MENUS, plain_label
from desktop.widgets.theme import XL, XS, L, M, mark


def keys_text(keys: tuple[str, ...]) -> str:
    """Shortcuts as the desktop writes them; of a whole row of keys the first and the last."""
    said = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    return f"{said[0]} … {said[-1]}" if len(said) > 4 else ", ".join(said)


class ShortcutsDialog(QDialog):
    """Every action with its keys, by menu, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        inside = QWidget()
        mark(inside, "pane")
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(XL, L, XL, L)
        columns.setSpacing(2 * XL)
        for menus in (("file", "edit", "incident", "help"), ("report", "view", "briefing")):
            columns.addLayout(self._column(menus))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, M)
        whole.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.addWidget(buttons)
        whole.addLayout(row)
        self.resize(820, 640)

    def _column(self, menus: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(XS)
        for menu in menus:
            title = QCoreApplication.translate("menu", MENUS[menu]).replace("&", "")
            self._add(column, title, [(plain_label(act), act.keys) for act in ACTIONS if act.menu == menu])
        first = "file" in menus
        own = [
            (QCoreApplication.translate("actions", text), keys)
            for text, keys in (FORM_KEYS if first else DESK_KEYS)
        ]
        self._add(column, self.tr("In the entry form") if first else self.tr("At the suggestions"), own)
        column.addStretch(1)
        return column

    def _add(self, column: QVBoxLayout, title: str, lines: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        column.addWidget(mark(QLabel(title, self), "heading"))
        grid = QGridLayout()
        grid.setVerticalSpacing(XS)
        grid.setHorizontalSpacing(L)
        for row, (text, keys) in enumerate(lines):
            grid.addWidget(QLabel(text, self), row, 0)
            shown = mark(QLabel(keys_text(keys), self), "soft")
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(shown, row, 1)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        column.addSpacing(M)
