"""What the Linux kernel can forbid a process for good: Landlock for files, a filter of system calls for the rest.

Both are asked for through `ctypes`, without a library of their own, and both hold for native code too: a parser that
is taken over can neither open files nor sockets nor start programs. On a kernel without them, and on other systems,
the functions do nothing and say so by returning False.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable

# linux/landlock.h. The numbers of these system calls are the same on every kind of processor.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_ALL_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # by version: so many bits; 16 since version 5
_ALL_TCP, _ALL_SCOPES = 0b11, 0b11
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _DIE_WITH_PARENT = 38, 22, 1

# System calls by name: number on x86_64, on aarch64 (None: not there).
_FORBIDDEN = {
    "socket": (41, 198), "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242), "sendto": (44, 206),
    "sendmsg": (46, 211), "bind": (49, 200), "listen": (50, 201), "socketpair": (53, 199), "ptrace": (101, 117),
    "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "pidfd_getfd": (438, 438),
    "open_by_handle_at": (304, 265), "io_uring_setup": (425, 425), "bpf": (321, 280), "userfaultfd": (323, 282),
    "perf_event_open": (298, 241), "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218),
    "mount": (165, 40), "unshare": (272, 97), "setns": (308, 268), "shmget": (29, 194), "msgget": (68, 186),
}  # fmt: skip
_PROGRAMS = {
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None), "clone": (56, 220),
    "clone3": (435, 435), "kill": (62, 129),
}  # fmt: skip
_PROCESSORS = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | 1, 0x80000000  # refused calls fail with EPERM


def die_with_parent() -> None:
    """Ask the kernel to end this process when the one that started it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, 9, 0, 0, 0)


def forbid_files(readable: Iterable[str], runnable: Iterable[str] = ()) -> bool:
    """From now on only files below `readable` can be read, below `runnable` also run; no file can be written."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, 0, _VERSION)
    if version < 1:
        return False
    handled = (1 << _ALL_FILE_RIGHTS.get(version, 16)) - 1
    words = (handled, _ALL_TCP, _ALL_SCOPES)[: 1 if version < 4 else 2 if version < 6 else 3]
    asked = struct.pack(f"={len(words)}Q", *words)
    ruleset = libc.syscall(_CREATE_RULESET, asked, len(asked), 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _add_rule(libc, ruleset, path, _READ_FILE | _READ_DIR)
        for path in runnable:
            _add_rule(libc, ruleset, path, _READ_FILE | _READ_DIR | _EXECUTE)
        _add_rule(libc, ruleset, os.devnull, _READ_FILE | _WRITE_FILE)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _add_rule(libc: ctypes.CDLL, ruleset: int, path: str, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = rights if os.path.isdir(path) else rights & ~_READ_DIR  # noqa: PTH112
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", allowed, handle), 0)
    finally:
        os.close(handle)


def forbid_calls(*, programs: bool = False) -> bool:
    """From now on no socket of any kind; unless `programs`, no new process either. Holds for children too."""
    processor = _PROCESSORS.get(os.uname().machine) if sys.platform == "linux" else None
    if processor is None:
        return False
    column, architecture = processor
    named = _FORBIDDEN if programs else _FORBIDDEN | _PROGRAMS
    numbers = [row[column] for row in named.values() if row[column] is not None]
    filtered = _filter([number for number in numbers if number is not None], architecture)
    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(filtered)
    program = struct.pack("@HP", len(filtered) // 8, ctypes.addressof(code))
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(libc.prctl(_SET_SECCOMP, 2, program, 0, 0) == 0)


def _filter(numbers: list[int], architecture: int) -> bytes:
    """A program for the kernel's packet filter that refuses these system calls."""
    load, equal, at_least, answer = 0x20, 0x15, 0x35, 0x06
    steps = [(load, 0, 0, 4), (equal, 1, 0, architecture), (answer, 0, 0, _KILL), (load, 0, 0, 0)]
    # The second set of numbers that x86_64 kernels may offer ("x32") would lead around the list.
    steps.append((at_least, len(numbers) + 1, 0, 0x40000000))
    steps += [(equal, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    steps += [(answer, 0, 0, _ALLOW), (answer, 0, 0, _REFUSE)]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
