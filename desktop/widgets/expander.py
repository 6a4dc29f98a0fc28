"""A line that opens and closes what is behind it; what is behind it is made when it is first needed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.widgets import theme


class Expander(QWidget):
    """Space or Enter on the line opens it."""

    def __init__(self, label: str, build: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: Callable[[], QWidget] | None = build
        self._inside: QWidget | None = None
        self.button = theme.mark(QToolButton(), "quiet")
        self.button.setText(label)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setAccessibleName(label)
        self.button.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def is_open(self) -> bool:
        """Whether the inside shows."""
        return self._inside is not None and not self._inside.isHidden()

    def open(self) -> None:
        """Make the inside if need be, and show it."""
        if self._build is not None:
            build, self._build = self._build, None
            self._inside = build()
            self._column.addWidget(self._inside)
        assert self._inside is not None
        self._inside.setVisible(True)
        self._show_arrow()

    def close_(self) -> None:
        """Hide the inside; what stands in it stays."""
        if self._inside is not None:
            self._inside.hide()
        self._show_arrow()

    def _toggle(self) -> None:
        if self.is_open:
            self.close_()
        else:
            self.open()

    def _show_arrow(self) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if self.is_open else Qt.ArrowType.RightArrow)
