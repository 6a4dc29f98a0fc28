"""The look of the window: a palette and one stylesheet for light and for dark, the fonts, and who chooses.

`Theme(app)` follows the desktop's colour scheme unless the setting says "light" or "dark". Widgets that paint
themselves ask `tokens(self.palette())`; widgets that only need another weight call `mark(widget, "title")`.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.files import resource
from desktop.widgets.stylesheet import stylesheet
from desktop.widgets.tokens import DARK, LIGHT, RADIUS, ROW_HEIGHT, TYPE_SCALE, XL, XS, L, M, S, Tokens

__all__ = ["L", "M", "RADIUS", "ROW_HEIGHT", "S", "Theme", "XL", "XS", "font", "mark", "tokens"]

SCHEMES = ("system", "light", "dark")
SMALLEST_TEXT, LARGEST_TEXT = 10.0, 16.0  # points; what the desktop asks for is kept inside
_BOLD = ("heading", "title", "display")

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def tokens(palette: QPalette) -> Tokens:
    """The colours that belong to a palette of ours."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def font(size: str = "body", *, bold: bool | None = None) -> QFont:
    """The interface font in one of the sizes caption, body, heading, title, display."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * TYPE_SCALE[size])
    made.setBold(size in _BOLD if bold is None else bold)
    return made


def mark(widget: AnyWidget, look: str) -> AnyWidget:
    """Give a widget another look and return it.

    Buttons: "primary", "quiet" (no frame until touched), "danger", "link". Labels: "title", "heading", "display",
    "soft" (secondary text), "caption" (small secondary text), "problem", "warning", "good".
    Frames: "card", "sunken", "bar". Line edits and others: "wrong" outlines in the danger colour, "" takes it back.
    """
    widget.setProperty("look", look)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # others are dressed when first shown
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
    return widget


class Theme(QObject):
    """Dresses the application and keeps it in the scheme that the user or the desktop chose."""

    changed = Signal(bool)  # True: dark

    def __init__(self, app: QApplication, scheme: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme if scheme in SCHEMES else "system"
        self._applied: Tokens | None = None
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        _load_fonts(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    @property
    def scheme(self) -> str:
        """What was chosen: "system", "light" or "dark"."""
        return self._scheme

    @property
    def dark(self) -> bool:
        """Whether the dark colours are on."""
        return self._applied is DARK

    def choose(self, scheme: str) -> None:
        """Use "light", "dark", or what the desktop says ("system")."""
        self._scheme = scheme if scheme in SCHEMES else "system"
        self._follow()

    def _follow(self) -> None:
        wanted = self._scheme
        if wanted == "system":
            asked = QGuiApplication.styleHints().colorScheme()
            wanted = "dark" if asked == Qt.ColorScheme.Dark else "light"
        colours = DARK if wanted == "dark" else LIGHT
        if colours is self._applied:
            return
        self._applied = colours
        self._app.setPalette(make_palette(colours))
        self._app.setStyleSheet(stylesheet(colours, self._app.font().pointSizeF()))
        self.changed.emit(self.dark)


def make_palette(colours: Tokens) -> QPalette:
    """The palette of one colour scheme; everything that Fusion paints by itself takes its colours from here."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, colours.canvas),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.soft),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.text if not colours.dark else colours.hover),
        (role.ToolTipText, colours.surface if not colours.dark else colours.text),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text),
        (role.Link, colours.focus),
        (role.LinkVisited, colours.focus),
        (role.Light, colours.surface),
        (role.Midlight, colours.hover),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Shadow, "#000000"),
        (role.Accent, colours.accent),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.disabled))
    palette.setColor(QPalette.ColorGroup.Inactive, role.Highlight, QColor(colours.selection_quiet))
    return palette


def _load_fonts(app: QApplication) -> None:
    """Make the bundled Noto Sans the interface font; without it the desktop's own font stays."""
    family = ""
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"):
        path = resource("fonts", name)
        if path.is_file():
            number = QFontDatabase.addApplicationFont(str(path))
            families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
            family = family or (families[0] if families else "")
    chosen = QFont(app.font())
    if family:
        chosen.setFamilies([family, *chosen.families()])
    chosen.setPointSizeF(min(max(chosen.pointSizeF(), SMALLEST_TEXT), LARGEST_TEXT))
    app.setFont(chosen)
