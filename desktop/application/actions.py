"""Every action of the window, declared once: what it is called, its keys, who carries it out, and when it can be used.

Menus, the list of shortcuts and the tests are made from this list.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

# When an action can be used; CaseWindow.can() knows the answers.
ALWAYS, CASE, WRITABLE, NO_FORM = "always", "case", "writable", "no form"
ONE, SOME, SELECTED, SEVERAL = "one", "some", "selected", "several"
UNDO, REDO, FILTERED = "undo", "redo", "filtered"
CONDITIONS = (ALWAYS, CASE, WRITABLE, NO_FORM, ONE, SOME, SELECTED, SEVERAL, UNDO, REDO, FILTERED)


class Act(NamedTuple):
    """One action.

    keys: shortcuts, the first is shown in the menu. when: one of CONDITIONS.
    handler: a method of the window ("window.close") or of one of its helpers ("incidents.add").
    in_table: the keys work only while the table has the focus, because text fields need them too.
    """

    id: str
    menu: str
    label: str
    keys: tuple[str, ...]
    handler: str
    when: str
    icon: str = ""
    in_table: bool = False
    checkable: bool = False
    gap: bool = False  # a line above it in the menu


def _label(text: str) -> str:
    """Marks a label for the translators' tools; translated when the menu is made."""
    return text


MENUS = {
    "file": _label("&File"),
    "edit": _label("&Edit"),
    "incident": _label("&Incident"),
    "view": _label("&View"),
    "briefing": _label("&Briefing"),
    "help": _label("&Help"),
}


ACTIONS = (
    Act("new_case", "file", _label("&New case…"), ("Ctrl+Shift+N",), "cases.new_case", ALWAYS, "new"),
    Act("open_case", "file", _label("&Open case…"), ("Ctrl+O",), "cases.choose_case", ALWAYS, "open"),
    Act(
        "open_sample",
        "file",
        _label("Open &sample case…"),
        ("Ctrl+Shift+O",),
        "cases.open_sample",
        ALWAYS,
        "sample",
    ),
    Act(
        "preferences",
        "file",
        _label("&Preferences…"),
        ("Ctrl+,",),
        "views.show_preferences",
        ALWAYS,
        gap=True,
    ),
    Act("close_window", "file", _label("&Close window"), ("Ctrl+W",), "window.close", ALWAYS, gap=True),
    Act("quit", "file", _label("&Quit"), ("Ctrl+Q",), "views.quit", ALWAYS),
    Act("undo", "edit", _label("&Undo"), ("Ctrl+Z",), "incidents.undo", UNDO, "undo"),
    Act("redo", "edit", _label("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "incidents.redo", REDO, "redo"),
    Act(
        "copy",
        "edit",
        _label("&Copy rows"),
        ("Ctrl+C",),
        "incidents.copy",
        SELECTED,
        "copy",
        in_table=True,
        gap=True,
    ),
    Act(
        "select_all",
        "edit",
        _label("Select &all"),
        ("Ctrl+A",),
        "incidents.select_all",
        NO_FORM,
        in_table=True,
    ),
    Act("find", "edit", _label("&Find…"), ("Ctrl+F",), "views.find", NO_FORM, "find", gap=True),
    Act(
        "clear_filter",
        "edit",
        _label("C&lear filter"),
        ("Ctrl+Shift+F",),
        "views.clear_filter",
        FILTERED,
        "clear",
    ),
    Act("add", "incident", _label("&New incident"), ("Ctrl+N",), "incidents.add", WRITABLE, "add"),
    Act("edit", "incident", _label("&Edit"), ("Ctrl+E", "F2"), "incidents.edit", ONE, "edit", gap=True),
    Act(
        "duplicate",
        "incident",
        _label("&Duplicate as new"),
        ("Ctrl+D",),
        "incidents.duplicate",
        ONE,
        "duplicate",
    ),
    Act("status", "incident", _label("Set &status…"), ("Ctrl+T",), "incidents.ask_status", SOME, "status"),
    Act("merge", "incident", _label("&Merge…"), ("Ctrl+M",), "incidents.ask_merge", SEVERAL, "merge"),
    Act(
        "withdraw",
        "incident",
        _label("&Withdraw…"),
        ("Del",),
        "incidents.ask_withdraw",
        SOME,
        "withdraw",
        in_table=True,
    ),
    Act("restore", "incident", _label("&Restore withdrawn"), ("Ctrl+R",), "incidents.restore", SOME, "undo"),
    Act("go_filter", "view", _label("Go to &filter"), ("Ctrl+1",), "views.go_to_filter", NO_FORM),
    Act("go_table", "view", _label("Go to &incidents"), ("Ctrl+2",), "views.go_to_table", NO_FORM),
    Act("go_inspector", "view", _label("Go to i&nspector"), ("Ctrl+3",), "views.go_to_inspector", NO_FORM),
    Act(
        "show_filter",
        "view",
        _label("Show filter &pane"),
        ("F7",),
        "views.show_filter",
        CASE,
        checkable=True,
        gap=True,
    ),
    Act(
        "show_inspector",
        "view",
        _label("Show in&spector"),
        ("F8",),
        "views.show_inspector",
        CASE,
        checkable=True,
    ),
    Act(
        "columns", "view", _label("&Columns…"), ("Ctrl+Shift+C",), "views.choose_columns", NO_FORM, "columns"
    ),
    Act(
        "full_screen",
        "view",
        _label("F&ull screen"),
        ("F11",),
        "views.full_screen",
        ALWAYS,
        checkable=True,
        gap=True,
    ),
    Act(
        "export",
        "briefing",
        _label("&Export briefing…"),
        ("Ctrl+B", "Ctrl+P"),
        "views.export_briefing",
        CASE,
        "briefing",
    ),
    Act("shortcuts", "help", _label("&Keyboard shortcuts"), ("F1",), "views.show_shortcuts", ALWAYS),
    Act("about", "help", _label("&About Vigil"), ("Shift+F1",), "views.show_about", ALWAYS, gap=True),
)
# Keys of the entry form, for the list of shortcuts; the form carries them out itself.
FORM_KEYS = (
    (_label("Save"), ("Ctrl+S", "Ctrl+Return")),
    (_label("Save and enter the next"), ("Ctrl+Shift+S",)),
    (_label("Go on with a copy"), ("Ctrl+D",)),
    (_label("Close, keeping what is half-typed"), ("Esc",)),
)
BY_ID = {act.id: act for act in ACTIONS}


def label(act: Act) -> str:
    """The translated label."""
    return QCoreApplication.translate("actions", act.label)


def plain_label(act: Act) -> str:
    """The label as words: without the mark of the access key and the dots."""
    return label(act).replace("&", "").rstrip("…")
