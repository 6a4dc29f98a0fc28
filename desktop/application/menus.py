"""Makes the menu bar out of the declared actions and keeps it true to what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.application.actions import ACTIONS, MENUS, label
from desktop.widgets import icons

if TYPE_CHECKING:
    from desktop.application.main_window import CaseWindow


def handler_of(window: CaseWindow, name: str) -> Callable[..., object]:
    """The method that an action names: "window.close", "incidents.add"."""
    owner, _dot, method = name.partition(".")
    found: Callable[..., object] = getattr(window if owner == "window" else getattr(window, owner), method)
    return found


class Menus(QObject):
    """The actions of one window and the menus they hang in."""

    def __init__(self, window: CaseWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.recent = QMenu(window)
        menus = {}
        for name, text in MENUS.items():
            menus[name] = window.menuBar().addMenu(QCoreApplication.translate("menu", text))
        for act in ACTIONS:
            action = QAction(label(act), window)
            action.setObjectName(act.id)
            action.setShortcuts([QKeySequence(key) for key in act.keys])
            action.setCheckable(act.checkable)
            action.setMenuRole(QAction.MenuRole.NoRole)
            if act.icon:
                action.setIcon(icons.icon(act.icon))
            if act.in_table:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            handler = handler_of(window, act.handler)
            # A checkable action hands its state over, the others hand over nothing.
            action.triggered.connect(handler if act.checkable else lambda _checked=False, run=handler: run())
            if act.gap:
                menus[act.menu].addSeparator()
            menus[act.menu].addAction(action)
            self.actions[act.id] = action
            if act.id == "open_case":
                self.recent.setTitle(self.tr("Open &recent"))
                menus["file"].addMenu(self.recent)
        # An action out of the menu bar works without it too (full screen, a hidden bar).
        window.addActions([self.actions[act.id] for act in ACTIONS if not act.in_table])

    def give_to_table(self, table: QWidget) -> None:
        """Let the keys that text fields need as well work inside the table."""
        table.addActions([self.actions[act.id] for act in ACTIONS if act.in_table])

    def refresh(self) -> None:
        """Enable what can be done now and name what undo and redo would do."""
        for act in ACTIONS:
            self.actions[act.id].setEnabled(self._window.can(act.when))
        opened = self._window.open_case
        for name, verb in (("undo", self.tr("&Undo")), ("redo", self.tr("&Redo"))):
            step = getattr(opened, f"{name}_label") if opened is not None else None
            self.actions[name].setText(f"{verb}: {step}" if step else verb)

    def list_recent(self) -> None:
        """Fill the menu of recent cases."""
        self.recent.clear()
        entries = self._window.settings.recent()
        for entry in entries:
            text = entry["name"].replace("&", "&&") or entry["path"]
            action = self.recent.addAction(text)
            action.setToolTip(entry["path"])
            action.triggered.connect(
                lambda _checked=False, path=entry["path"]: self._window.cases.open_path(path)
            )
        if entries:
            self.recent.addSeparator()
            self.recent.addAction(self.tr("&Forget this list")).triggered.connect(
                lambda _checked=False: self._window.cases.forget_recent()
            )
        self.recent.setEnabled(bool(entries))
