"""The groups of an RTF file put in an order in which its words can be taken: notes, boxes, objects, deleted words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]", re.DOTALL)
_RAW = re.compile("[\x80-\xff]")
# What the group that begins with such a word is.
_MOVED = {"footnote", "shptxt", "dptxbxtext"}
_SHOWN = {"result": "object", "ud": "upr"}  # by the group in which they are what people see
_BREAKS = {"sect", "column"}
_DESTINATIONS = 3  # so many words into a group it may still say what it is


@dataclass(slots=True)
class _Group:
    kind: str = ""
    parts: list[str] = field(default_factory=list)
    shown: str = ""
    words: int = 0
    in_table: bool = False


@dataclass(slots=True)
class Ordered:
    """The file as it was put in order, and whether it holds comments and deleted words."""

    source: str
    comments: bool = False
    deleted: bool = False


def ordered(source: str) -> Ordered:
    """Footnotes and text boxes after the text, of objects what they show, without deleted words."""
    done = Ordered("")
    groups = [_Group()]
    moved: list[str] = []
    place = 0
    while (token := _TOKEN.search(source, place)) is not None:
        groups[-1].parts.append(_escaped(source[place : token.start()]))
        place = token.end()
        if token[0] == "{":
            groups.append(_Group(in_table=groups[-1].in_table))
        elif token[0] == "}":
            if len(groups) > 1:
                _close(groups, moved, done)
        elif token[1] == "bin":
            place += max(0, int(token[2] or 0))
        else:
            _word(token, groups)
    groups[-1].parts.append(_escaped(source[place:]))
    while len(groups) > 1:
        _close(groups, moved, done)
    whole = "".join(groups[0].parts)
    notes = "".join(rf"\par\pard {{{note}}}\par " for note in moved)
    end = whole.rfind("}")
    done.source = f"{whole[:end]}{notes}{whole[end:]}" if end >= 0 else whole + notes
    return done


def _word(token: re.Match[str], groups: list[_Group]) -> None:
    group, word = groups[-1], token[1] or ""
    group.words += 1
    if group.words <= _DESTINATIONS and not group.kind and (kind := _kind(word, groups)):
        group.kind = kind
        if kind not in ("object", "upr"):
            group.parts.clear()  # the mark before it, which says that it may be passed over
        return
    if word == "deleted" and token[2] != "0":
        group.kind = "deleted"
    elif word == "pard":
        group.in_table = False
    elif word == "intbl":
        group.in_table = True
    elif word in _BREAKS:
        group.parts.append(r"\par ")
        return
    elif word == "par" and group.in_table:
        group.parts.append(" ")
        return
    group.parts.append(token[0])


def _kind(word: str, groups: list[_Group]) -> str:
    if word in _MOVED:
        return "moved"
    if word in _SHOWN:
        return "shown" if any(group.kind == _SHOWN[word] for group in groups[-3:-1]) else ""
    return word if word in ("object", "upr", "annotation") else ""


def _close(groups: list[_Group], moved: list[str], done: Ordered) -> None:
    group = groups.pop()
    before = groups[-1]
    content = "".join(group.parts)
    if group.kind == "moved":
        moved.append(content)
    elif group.kind == "shown":
        before.shown = before.shown or content
    elif group.kind in ("object", "upr"):
        before.parts.append(f"{{{group.shown}}}" if group.shown else "")
    elif group.kind == "annotation":
        done.comments = True
    elif group.kind == "deleted":
        done.deleted = True
    else:
        before.parts.append(f"{{{content}}}")


def _escaped(text: str) -> str:
    """Letters beyond ASCII that stand bare in the file as the codes that they should be."""
    return text if text.isascii() else _RAW.sub(lambda letter: f"\\'{ord(letter[0]):02x}", text)
