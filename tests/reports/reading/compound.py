"""Writes small compound files ("OLE"), the container of Outlook's mails, which no library at hand can write."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(tree: Tree) -> bytes:
    """A compound file with these streams (bytes) and storages (mappings)."""
    entries: list[dict[str, object]] = [
        {"name": "Root Entry", "kind": 5, "content": b"", "child": _FREE, "next": _FREE}
    ]
    _add(tree, 0, entries)
    mini = bytearray()
    sectors: list[bytes] = []
    table: list[int] = []

    def chain(content: bytes) -> int:
        """Puts a stream into sectors of its own; returns the first."""
        pieces = [content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR)]
        first = len(sectors)
        sectors.extend(pieces)
        table.extend([*range(first + 1, first + len(pieces)), _END][: len(pieces)])
        return first if pieces else _END

    mini_table: list[int] = []
    for entry in entries[1:]:
        content = entry["content"]
        assert isinstance(content, bytes)
        entry["start"] = 0 if entry["kind"] == 1 else _END
        if entry["kind"] == 2 and len(content) >= _CUTOFF:
            entry["start"] = chain(content)
        elif content:
            count = -(-len(content) // _MINI)
            entry["start"] = len(mini_table)
            mini_table += [*range(len(mini_table) + 1, len(mini_table) + count), _END]
            mini += content.ljust(count * _MINI, b"\0")
    entries[0]["start"], entries[0]["content"] = chain(bytes(mini)), bytes(mini)
    mini_start = (
        chain(struct.pack(f"<{len(mini_table)}I", *mini_table).ljust(_SECTOR, b"\xff"))
        if mini_table
        else _END
    )
    directory = b"".join(_entry(entry) for entry in entries)
    empty = bytes(64) + struct.pack("<HBBIII", 0, 0, 0, _FREE, _FREE, _FREE) + bytes(48)
    directory += empty * (-len(entries) % 4)
    directory_start = chain(directory)
    return _whole(sectors, table, directory_start, mini_start, -(-4 * len(mini_table) // _SECTOR))


def _whole(sectors: list[bytes], table: list[int], directory: int, mini: int, mini_sectors: int) -> bytes:
    """Head, sectors and the table that says which sector follows which."""
    tables = 1
    while len(table) + tables > tables * (_SECTOR // 4):
        tables += 1
    places = list(range(len(table), len(table) + tables))
    table = [*table, *[_TABLE] * tables]
    written = struct.pack(f"<{len(table)}I", *table)
    sectors = [
        *sectors,
        *(written[at : at + _SECTOR].ljust(_SECTOR, b"\xff") for at in range(0, tables * _SECTOR, _SECTOR)),
    ]
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6xI", 0x3E, 3, 0xFFFE, 9, 6, 0)
    )
    head += struct.pack("<IIIIIIII", tables, directory, 0, _CUTOFF, mini, mini_sectors, _END, 0)
    head += struct.pack("<109I", *(places + [_FREE] * (109 - len(places))))
    return head + b"".join(sectors)


def _add(tree: Tree, parent: int, entries: list[dict[str, object]]) -> None:
    """Children hang on their parent as a list, which is a search tree too, if not a balanced one."""
    before = -1
    for name in sorted(tree, key=lambda name: (len(name), name.upper())):
        inside = tree[name]
        number = len(entries)
        stream = isinstance(inside, bytes)
        entries.append(
            {
                "name": name,
                "kind": 2 if stream else 1,
                "content": inside if stream else b"",
                "child": _FREE,
                "next": _FREE,
            }
        )
        entries[parent if before < 0 else before]["child" if before < 0 else "next"] = number
        before = number
        if not isinstance(inside, bytes):
            _add(inside, number, entries)


def _entry(entry: dict[str, object]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le") + b"\0\0"
    content = entry["content"]
    assert isinstance(content, bytes)
    told = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), entry["kind"], 1)
    told += struct.pack("<III", _FREE, entry["next"], entry["child"]) + bytes(36)
    return told + struct.pack("<IQ", entry["start"], len(content))


def outlook_mail(
    subject: str, body: str, sender: str, files: Mapping[str, bytes] | None = None, filetime: int = 0
) -> bytes:
    """A mail as Outlook saves it; filetime counts tenths of microseconds since 1601."""
    files = files or {}
    texts = {0x0037: subject, 0x1000: body, 0x0C1A: sender, 0x001A: "IPM.Note"}
    tree: dict[str, bytes | Tree] = {
        f"__substg1.0_{number:04X}001F": text.encode("utf-16-le") for number, text in texts.items()
    }
    rows = b"".join(
        struct.pack("<HHIQ", 0x1F, number, 6, 2 * len(text) + 2) for number, text in texts.items()
    )
    rows += struct.pack("<HHIQ", 0x40, 0x0039, 6, filetime) if filetime else b""
    rows += struct.pack("<HHIQ", 0x03, 0x340D, 6, 0x00040000)
    tree["__properties_version1.0"] = struct.pack("<8xIIII8x", 0, len(files), 0, len(files)) + rows
    for number, (name, content) in enumerate(files.items()):
        row = struct.pack("<8xHHIQHHIQ", 0x1F, 0x3707, 6, 2 * len(name) + 2, 0x102, 0x3701, 6, len(content))
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": row + struct.pack("<HHIQ", 3, 0x3705, 6, 1),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": content,
        }
    return compound(tree)
