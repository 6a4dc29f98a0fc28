"""The one stylesheet of the window, written from the tokens of a colour scheme.

Items of tables and trees are left to the palette and to delegates on purpose: a rule for `::item` makes Qt paint
every cell through the style sheet engine, which is several times slower.
"""

from __future__ import annotations

from desktop.widgets.files import resource
from desktop.widgets.tokens import CONTROL_HEIGHT, RADIUS, TYPE_SCALE, Tokens


def stylesheet(colours: Tokens, points: float) -> str:
    """All rules for one colour scheme; points is the size of ordinary text."""
    values: dict[str, object] = {k: v for k, v in colours._asdict().items() if isinstance(v, str)}
    scheme = "dark" if colours.dark else "light"
    for sign in ("down", "up", "right", "left", "tick", "part", "dot", "menutick", "close"):
        values[f"{sign}_sign"] = resource("icons", f"{sign}-{scheme}.svg").as_posix()
    values.update(radius=f"{RADIUS}px", height=f"{CONTROL_HEIGHT - 10}px")
    values.update({size: f"{points * factor:.1f}pt" for size, factor in TYPE_SCALE.items()})
    values["tip"] = colours.hover if colours.dark else colours.text
    values["tip_text"] = colours.text if colours.dark else colours.surface
    rules = "\n".join((_SURFACES, _BUTTONS, _FIELDS, _CHOICES, _VIEWS, _BARS, _MENUS))
    for name in sorted(values, key=len, reverse=True):
        rules = rules.replace(f"${name}", str(values[name]))
    return rules


_SURFACES = """
QMainWindow, QDialog { background: $canvas; }
QLabel { background: transparent; }
QLabel[look="soft"], QLabel[look="caption"] { color: $soft; }
QLabel[look="problem"] { color: $danger; }
QLabel[look="warning"] { color: $warning; }
QLabel[look="good"] { color: $good; }
QLabel[look="title"], QLabel[look="heading"], QLabel[look="display"], QLabel[look="section"] { font-weight: bold; }
QLabel[look="caption"] { font-size: $caption; }
QLabel[look="title"] { font-size: $title; }
QLabel[look="heading"] { font-size: $heading; }
QLabel[look="display"] { font-size: $display; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: 4px; }
QFrame[look="sunken"] { background: $sunken; border: none; border-radius: $radius; }
QFrame[look="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[look="pane"], QWidget[look="pane"] { background: $surface; }
QFrame[look="note"] { background: $warning_ground; border: none; border-bottom: 1px solid $line; }
QWidget[look="rail"] { background: $canvas; border-right: 1px solid $line; }
QToolTip { background: $tip; color: $tip_text; border: none; padding: 4px 6px; }
QGroupBox { border: none; border-top: 1px solid $line; margin-top: 18px; padding-top: 8px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0 8px 0 0; color: $soft; }
QGroupBox::indicator { width: 14px; height: 14px; }
QSplitter::handle { background: $canvas; }
QSplitter::handle:horizontal { border-left: 1px solid $line; border-right: 1px solid $line; }
QSplitter::handle:vertical { border-top: 1px solid $line; border-bottom: 1px solid $line; }
QSplitter::handle:hover { background: $focus; }
QScrollArea { border: none; background: transparent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""

_BUTTONS = """
QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: $radius;
  padding: 4px 12px; min-height: $height;
}
QToolButton { padding: 4px 6px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $selection; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 3px 11px; outline: none; }
QToolButton:focus { padding: 3px 5px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $line; background: transparent; }
QPushButton[look~="primary"], QPushButton:default[look~="primary"] {
  background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: bold;
}
QPushButton[look~="primary"]:hover { background: $accent_hover; }
QPushButton[look~="primary"]:pressed { background: $accent_pressed; }
QPushButton[look~="primary"]:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton[look~="primary"]:disabled { background: $hover; color: $disabled; border-color: $line; }
QPushButton[look~="start"] { text-align: left; padding: 7px 12px; }
QPushButton[look~="start"]:focus { padding: 6px 11px; }
QPushButton[look="danger"] { color: $danger; border-color: $danger; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:checked, QToolButton[look="quiet"]:checked { background: $selection; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 2px solid $focus; }
QPushButton[look="quiet"]:focus { padding: 3px 11px; }
QPushButton[look="link"] {
  background: transparent; border: 1px solid transparent; color: $focus; text-align: left; padding: 2px 4px;
}
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $focus; padding: 1px 3px; }
QToolButton[look="section"] {
  background: transparent; border: 1px solid transparent; font-weight: bold; padding: 3px 8px; text-align: left;
}
QToolButton[look="section"]:hover { color: $focus; }
QToolButton[look="section"]:focus { border: 1px solid $focus; }
QFrame[look="chip"] { background: $selection_quiet; border: none; border-radius: $radius; }
QToolButton[look="chip"] { background: transparent; border: 1px solid transparent; padding: 2px; min-height: 12px; }
QToolButton[look="chip"]:hover { background: $selection; }
QToolButton[look="chip"]:focus { border: 1px solid $focus; padding: 2px; }
QToolButton[look~="pick"] { padding: 0; min-height: 20px; border-color: $line; color: $soft; }
QToolButton[look~="pick"]:checked { background: $accent; border-color: $accent; color: $on_accent; font-weight: bold; }
QToolButton[look~="usual"]:checked {
  background: $selection; border: 1px dashed $edge; color: $text; font-weight: bold;
}
QToolButton[look~="pick"]:focus { border: 2px solid $focus; padding: 0; }
QToolButton[look="toggle"] {
  background: transparent; border: 1px solid $line; color: $soft; padding: 1px 7px; min-height: 18px;
}
QToolButton[look="toggle"]:hover { background: $hover; }
QToolButton[look="toggle"]:checked { background: $selection; border-color: $focus; color: $text; }
QToolButton[look="toggle"]:focus { border: 2px solid $focus; padding: 0 6px; }
QToolButton[look="fold"] { background: transparent; border: 1px solid transparent; color: $soft; padding: 0 4px 0 0; }
QToolButton[look="fold"]:hover { color: $text; }
QToolButton[look="fold"]:focus { border: 1px solid $focus; }
QToolButton[look="place"] { background: transparent; border: 1px solid $line; padding: 1px 6px; min-height: 18px; }
QToolButton[look="place"]:hover { background: $hover; }
QToolButton[look="place"]:focus { border: 2px solid $focus; padding: 0 5px; }
QToolButton[look="rail"] {
  background: transparent; border: 1px solid transparent; border-radius: 5px; color: $soft;
  padding: 6px 2px; min-height: 38px; font-size: $caption;
}
QToolButton[look="rail"]:hover { background: $hover; color: $text; }
QToolButton[look="rail"]:checked { background: $selection; color: $text; font-weight: bold; }
QToolButton[look="rail"]:focus { border: 2px solid $focus; padding: 5px 1px; }
QToolButton[look="rail"]:disabled { color: $disabled; }
QLineEdit QToolButton { background: transparent; border: none; padding: 0; min-height: 0; }
QPushButton::menu-indicator { image: url($down_sign); width: 12px; subcontrol-position: right center; right: 6px; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: $radius;
  selection-background-color: $selection; selection-color: $text; placeholder-text-color: $soft;
}
QLineEdit > QToolButton, QLineEdit > QToolButton:hover, QLineEdit > QToolButton:focus {
  border: none; background: transparent; padding: 0; min-height: 0;
}
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox { padding: 4px 7px; min-height: $height; }
QPlainTextEdit, QTextEdit { padding: 3px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QSpinBox:hover, QDateEdit:hover {
  border-color: $text;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus, QComboBox:on {
  border: 2px solid $focus; padding: 3px 6px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 2px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled,
QDateEdit:disabled { background: transparent; color: $disabled; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $sunken; border-color: $line; }
*[look="wrong"] { border: 1px solid $danger; background: $danger_ground; }
*[look="wrong"]:focus { border: 2px solid $danger; }
*[look="plain"] { background: transparent; border: none; padding: 0; }
QTextEdit[look="page"], QTextEdit[look="page"]:focus, QTextEdit[look="page"]:read-only {
  background: $surface; border: none; padding: 0;
  selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox { padding-right: 24px; }
QComboBox::drop-down { border: none; width: 22px; subcontrol-position: right center; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($down_sign); width: 12px; height: 12px; }
QDateEdit::up-arrow { image: url($up_sign); width: 10px; height: 10px; }
QComboBox QAbstractItemView, QAbstractItemView[look="popup"] {
  background: $surface; color: $text; border: 1px solid $edge; outline: none; padding: 2px;
  selection-background-color: $selection; selection-color: $text;
}
QDateEdit::drop-down { border: none; width: 22px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button,
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {
  border: none; width: 18px; background: transparent;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url($up_sign); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url($down_sign); width: 10px; height: 10px; }
"""

_CHOICES = """
QCheckBox, QRadioButton { spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: $radius; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator,
QTreeView::indicator, QListView::indicator, QTableView::indicator {
  width: 14px; height: 14px; border: 1px solid $edge; border-radius: 2px; background: $surface;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QTreeView::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QTreeView::indicator:checked,
QListView::indicator:checked, QTableView::indicator:checked {
  background: $accent; border-color: $accent; image: url($tick_sign);
}
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url($part_sign);
}
QRadioButton::indicator:checked { background: $accent; border-color: $accent; image: url($dot_sign); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; background: $hover; }
QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
"""

_VIEWS = """
QAbstractScrollArea { background: $surface; }
QTableView, QTreeView, QListView {
  background: $surface; alternate-background-color: $sunken; border: none; gridline-color: $line; outline: none;
  selection-background-color: $selection; selection-color: $text;
}
QTreeView:focus, QListView:focus, QTableView:focus { border: none; }
QHeaderView { background: $canvas; border: none; }
QHeaderView::section {
  text-align: left;
  background: $canvas; color: $soft; border: none; border-right: 1px solid $line; border-bottom: 1px solid $line;
  padding: 5px 8px; font-weight: bold;
}
QHeaderView::section:hover { background: $hover; color: $text; }
QHeaderView::section:last { border-right: none; }
QHeaderView::up-arrow {
  image: url($up_sign); width: 12px; height: 12px; subcontrol-position: center right; right: 4px;
}
QHeaderView::down-arrow {
  image: url($down_sign); width: 12px; height: 12px; subcontrol-position: center right; right: 4px;
}
QTableCornerButton::section { background: $canvas; border: none; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url($right_sign); }
QTreeView::branch:has-children:open { image: url($down_sign); }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $disabled; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 1px 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 1px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
"""

_BARS = """
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab {
  background: transparent; color: $soft; padding: 6px 12px; border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: bold; }
QTabBar::tab:focus { border: 2px solid $focus; }
QTabBar::tab:disabled { color: $disabled; }
QStatusBar { background: $canvas; color: $soft; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QToolBar { background: $surface; border: none; border-bottom: 1px solid $line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: $line; width: 1px; margin: 4px 6px; }
"""

_MENUS = """
QMenuBar { background: $canvas; color: $text; padding: 2px 4px; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: $radius; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $selection; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: $radius; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::icon { left: 6px; }
QMenu::indicator { width: 12px; height: 12px; left: 7px; }
QMenu::indicator:checked { image: url($menutick_sign); }
QMenu::right-arrow { image: url($right_sign); width: 12px; height: 12px; }
QCalendarWidget QWidget { alternate-background-color: $sunken; }
QCalendarWidget QToolButton { border: none; }
"""
