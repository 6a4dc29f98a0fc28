"""A clear button for line edits in the window's own icon."""

from __future__ import annotations

from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QLineEdit

from desktop.widgets import icons

_QT_NAME = "_q_qlineeditclearaction"  # what Qt calls the action of its clear button


def clearable(edit: QLineEdit) -> None:
    """Give a line edit a button that empties it; Qt shows it only while there is something to clear."""
    edit.setClearButtonEnabled(True)
    action = edit.findChild(QAction, _QT_NAME)
    if action is not None:
        action.setIcon(icons.icon("close", QPalette.ColorRole.PlaceholderText))
