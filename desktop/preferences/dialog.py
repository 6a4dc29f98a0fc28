"""The preferences dialog: one control for each setting that a person chooses, made from the declared settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.theme import XL, XS, L, S, mark
from incidents.settings import Setting, Settings, choosable, login_name


class PreferencesDialog(QDialog):
    """Edit settings; they are written when the dialog is accepted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._readers: dict[str, Callable[[], Any]] = {}
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(XS)
        for setting in choosable():
            self._add(column, setting)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        mark(buttons.button(QDialogButtonBox.StandardButton.Save), "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(S)
        column.addStretch(1)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Write what was chosen; switching the list of recent cases off also empties it."""
        chosen = {name: read() for name, read in self._readers.items()}
        self._settings.update(chosen)
        if not chosen.get("recent.remember", True):
            self._settings.forget_recent()
        super().accept()

    def _add(self, column: QVBoxLayout, setting: Setting) -> None:
        label, control = _translated(setting.label), self._control(setting)
        control.setObjectName(setting.name)
        control.setAccessibleDescription(_translated(setting.help))
        if not isinstance(control, QCheckBox):
            title = mark(QLabel(label, self), "heading")
            title.setBuddy(control)
            column.addWidget(title)
        column.addWidget(control)
        told = mark(QLabel(_translated(setting.help), self), "soft")
        told.setWordWrap(True)
        column.addWidget(told)
        column.addSpacing(L)

    def _control(self, setting: Setting) -> QWidget:
        value = self._settings[setting.name]
        if setting.type is bool:
            box = QCheckBox(_translated(setting.label), self)
            box.setChecked(value)
            self._readers[setting.name] = box.isChecked
            return box
        if setting.allowed:
            choice = QComboBox(self)
            for code, label in setting.allowed:
                choice.addItem(_translated(label), code)
            choice.setCurrentIndex(choice.findData(value))
            self._readers[setting.name] = choice.currentData
            return choice
        line = QLineEdit(str(value), self)
        line.setMaxLength(200)
        if setting.name == "person.name":
            line.setPlaceholderText(login_name())
        self._readers[setting.name] = lambda: line.text().strip()
        return line


def _translated(text: str) -> str:
    return QCoreApplication.translate("settings", text)
