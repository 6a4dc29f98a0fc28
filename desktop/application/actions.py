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
TABLE, REPORT, READ_REPORT = "table", "report", "read report"
CONDITIONS = (
    *(ALWAYS, CASE, WRITABLE, NO_FORM, ONE, SOME, SELECTED, SEVERAL, UNDO, REDO, FILTERED),
    *(TABLE, REPORT, READ_REPORT),
)


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
    "report": _label("Rep&ort"),
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
        TABLE,
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
    Act(
        "show_passage",
        "incident",
        _label("Show in re&port"),
        ("Ctrl+Shift+R",),
        "views.show_in_report",
        TABLE,
        "report",
        gap=True,
    ),
    Act("take_in", "report", _label("Take &in files…"), ("Ctrl+I",), "intake.choose_files", WRITABLE, "add"),
    Act(
        "take_in_folder",
        "report",
        _label("Take in a &folder…"),
        ("Ctrl+Shift+I",),
        "intake.choose_folder",
        WRITABLE,
        "open",
    ),
    Act(
        "paste_report",
        "report",
        _label("&Paste a report…"),
        ("Ctrl+Shift+V",),
        "intake.open_sheet",
        WRITABLE,
        "new",
    ),
    Act(
        "finish_report",
        "report",
        _label("&Done, next report"),
        ("Ctrl+Return", "Ctrl+Enter"),
        "reports.finish",
        REPORT,
        "done",
        gap=True,
    ),
    Act("set_aside", "report", _label("Set &aside"), ("Ctrl+Shift+D",), "reports.set_aside", REPORT),
    Act(
        "report_details",
        "report",
        _label("D&etails of the report…"),
        ("Ctrl+Shift+E",),
        "reports.details",
        REPORT,
        "edit",
    ),
    Act(
        "report_page",
        "report",
        _label("Page of the &original"),
        ("Ctrl+Shift+P",),
        "reports.show_page",
        READ_REPORT,
        "briefing",
        checkable=True,
    ),
    Act("view_incidents", "view", _label("&Incidents"), ("Ctrl+1",), "views.show_incidents", CASE, "columns"),
    Act("view_reports", "view", _label("&Reports"), ("Ctrl+2",), "views.show_reports", CASE, "report"),
    Act(
        "go_left",
        "view",
        _label("Go to the &left: filter or inbox"),
        ("Alt+1",),
        "views.go_left",
        NO_FORM,
        gap=True,
    ),
    Act(
        "go_middle",
        "view",
        _label("Go to the &middle: incidents or text"),
        ("Alt+2",),
        "views.go_middle",
        NO_FORM,
    ),
    Act(
        "go_right",
        "view",
        _label("Go to the ri&ght: inspector or suggestions"),
        ("Alt+3",),
        "views.go_right",
        NO_FORM,
    ),
    Act(
        "show_filter",
        "view",
        _label("Show filter &pane"),
        ("F7",),
        "views.show_filter",
        TABLE,
        checkable=True,
        gap=True,
    ),
    Act(
        "show_inspector",
        "view",
        _label("Show in&spector"),
        ("F8",),
        "views.show_inspector",
        TABLE,
        checkable=True,
    ),
    Act("columns", "view", _label("&Columns…"), ("Ctrl+Shift+C",), "views.choose_columns", TABLE, "columns"),
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
# Keys of the suggestions beside a report; the cards carry them out themselves.
DESK_KEYS = (
    (_label("Next, previous suggestion"), ("Down", "Up", "J", "K")),
    (_label("Accept"), ("Return",)),
    (_label("Edit in the form"), ("E",)),
    (_label("Reject"), ("Del",)),
    (_label("Add as a claim to the likely twin"), ("C",)),
    (_label("Credibility"), ("1", "2", "3", "4", "5", "6")),
    (_label("Reliability"), ("Shift+A", "Shift+B", "Shift+C", "Shift+D", "Shift+E", "Shift+F")),
    (_label("Other places of this name"), ("P",)),
    (_label("Why it is suggested"), ("W",)),
    (_label("Show the passage"), ("Space",)),
    (_label("New incident from the selected words"), ("N",)),
    (_label("Back to the inbox"), ("Esc",)),
)
BY_ID = {act.id: act for act in ACTIONS}


def label(act: Act) -> str:
    """The translated label."""
    return QCoreApplication.translate("actions", act.label)


def plain_label(act: Act) -> str:
    """The label as words: without the mark of the access key and the dots."""
    return label(act).replace("&", "").rstrip("…")
