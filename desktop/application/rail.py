"""The rail at the left edge: which of the views over the case is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.widgets import icons
from desktop.widgets.theme import XS, font, mark, tokens

WIDTH = 76


class RailButton(QToolButton):
    """One view: icon, name, and how much waits there."""

    def __init__(self, action: QAction, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "rail")
        self._waiting = 0
        self._name = action.text().replace("&", "")
        self.setText(self._name)
        self.setIcon(icons.icon(icon))
        self.setIconSize(QSize(18, 18))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{self._name} ({action.shortcut().toString()})")
        self.setAccessibleName(self._name)
        self.clicked.connect(lambda _checked=False: action.trigger())

    def show_waiting(self, number: int) -> None:
        """Say how much waits there."""
        self._waiting = number
        waiting = self.tr("{0}, {1} new").format(self._name, f"{number:,}") if number else self._name
        self.setAccessibleName(waiting)
        self.update()

    @property
    def waiting(self) -> int:
        """What the badge says."""
        return self._waiting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._waiting:
            return
        colours, face = tokens(self.palette()), font("caption", bold=True)
        face.setPointSizeF(face.pointSizeF() * 0.85)
        said = f"{self._waiting:,}" if self._waiting < 1_000 else "999+"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(face)
            width = max(painter.fontMetrics().horizontalAdvance(said) + 8, 16)
            left = min(self.width() // 2 + 5, self.width() - width - 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(left, 4, width, 15, 7.5, 7.5)
            painter.setPen(QColor(colours.on_accent))
            painter.drawText(left, 4, width, 15, int(Qt.AlignmentFlag.AlignCenter), said)


class Rail(QWidget):
    """The buttons of the views, one beneath the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Views"))
        self.buttons: dict[str, RailButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(XS, XS, XS + 1, XS)
        self._column.setSpacing(XS)
        self._column.addStretch(1)

    def add(self, view: str, action: QAction, icon: str) -> None:
        """A button for one more view."""
        self.buttons[view] = RailButton(action, icon, self)
        self._column.insertWidget(len(self.buttons) - 1, self.buttons[view])

    def show_current(self, view: str) -> None:
        """Say which view is shown."""
        for name, button in self.buttons.items():
            button.setChecked(name == view)
