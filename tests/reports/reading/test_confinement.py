"""The walls hold: hostile code in the place of a parser can neither reach a file, a socket or a program, nor go on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reports.reading.limits import Limits

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="the walls of this system are those of its kernel"
)

# Runs `work` as a parser is run and prints how that ended and what it answered.
PROGRAM = """
import json, sys, os, socket, ctypes, subprocess
from pathlib import Path
from reports.reading.child import apart
from reports.reading.limits import Limits
secret, target = sys.argv[1:3]
limits = Limits(**json.loads(sys.argv[3]))
def tried(attempt):
    try:
        attempt()
    except BaseException as error:
        return type(error).__name__.encode()
    return b"done"
{prelude}
def work():
{body}
how, answer = apart(work, limits)
print(json.dumps([how.decode(), answer.decode()[:200]]))
"""


def run(body: str, secret: Path, prelude: str = "", **limits: float) -> tuple[str, str]:
    """How it ended and what was answered when `body` ran in the place of a reader; `prelude` runs outside the walls."""
    indented = "\n".join(f"    {line}" for line in body.splitlines())
    program = PROGRAM.format(prelude=prelude, body=indented)
    told = json.dumps({"seconds": 20.0, **limits})
    done = subprocess.run(
        [sys.executable, "-c", program, str(secret), str(secret.with_name("written")), told],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert not secret.with_name("written").exists()
    how, answer = json.loads(done.stdout)
    return how, answer


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file that no reader of documents has any business with."""
    path = tmp_path / "secret.txt"
    path.write_text("the names of the witnesses")
    return path


def test_work_is_answered(secret: Path) -> None:
    assert run("return b'ok'", secret) == ("A", "ok")


@pytest.mark.parametrize(
    "attempt",
    [
        "open(secret)",
        "os.open(secret, os.O_RDONLY)",
        "Path(secret).read_text()",
        "open('/etc/passwd')",
        "open('/proc/self/environ')",
        "open(target, 'w')",
        "os.open(target, os.O_WRONLY | os.O_CREAT)",
        "os.mkdir(target)",
        "os.symlink(secret, target)",
        "os.rename(secret, target)",
        "os.remove(secret)",
        "os.listdir(os.path.dirname(secret))",
        "os.scandir('/home')",
        "os.chdir('/')",
    ],
)
def test_it_reaches_no_file(secret: Path, attempt: str) -> None:
    assert run(f"return tried(lambda: {attempt})", secret) == ("A", "PermissionError")
    assert secret.read_text() == "the names of the witnesses"


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket()",
        "socket.socket(socket.AF_UNIX)",
        "socket.socketpair()",
        "socket.create_connection(('192.0.2.1', 80), timeout=1)",
        "socket.getaddrinfo('example.org', 80)",
        "__import__('urllib.request').request.urlopen('http://192.0.2.1/')",
        "os.system('true')",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "subprocess.run(['true'])",
        "ctypes.CDLL('libm.so.6')",
        "os.kill(os.getppid(), 9)",
    ],
)
def test_it_reaches_no_network_and_no_program(secret: Path, attempt: str) -> None:
    assert run(f"return tried(lambda: {attempt})", secret)[1] != "done"


@pytest.mark.skipif(sys.platform != "linux", reason="walls of the Linux kernel")
@pytest.mark.parametrize(
    "attempt",
    ["libc.open(secret.encode(), 0)", "libc.open(b'/etc/passwd', 0)", "libc.open(target.encode(), 0o101, 0o600)",
     "libc.socket(2, 1, 0)", "libc.socket(1, 1, 0)", "libc.socket(16, 3, 0)", "libc.fork()",
     "libc.execv(b'/bin/true', None)", "libc.ptrace(16, os.getppid(), 0, 0)", "libc.kill(os.getppid(), 9)",
     "libc.syscall(425, 8, 0)", "libc.mkdir(target.encode(), 0o700)"],
)  # fmt: skip
def test_native_code_behind_pythons_back_reaches_nothing_either(secret: Path, attempt: str) -> None:
    """As a parser written in C that a crafted file took over would try it."""
    how, answer = run(f"return str({attempt}).encode()", secret, prelude="libc = ctypes.CDLL(None)")
    assert how == "C" or int(answer) < 0, (how, answer)


def test_nothing_of_the_surroundings_is_left_to_it(secret: Path) -> None:
    """Neither the files that are open outside, nor standard input."""
    body = "kept = [n for n in range(3, 60) if tried(lambda: os.fstat(n)) == b'done']\nreturn str(len(kept)).encode()"
    assert run(body, secret) == ("A", "1")  # the pipe for its answer
    assert run("return os.read(0, 10)", secret) == ("A", "")


def test_an_endless_loop_is_killed(secret: Path) -> None:
    assert run("while True: pass", secret, seconds=0.5) == ("T", "")
    assert run("while True: pass", secret, cpu_seconds=1) == ("T", "")
    assert run("import time\nwhile True: time.sleep(60)", secret, seconds=0.5) == ("T", "")


def test_memory_ends_at_the_limit(secret: Path) -> None:
    body = "return tried(lambda: bytearray(1_500_000_000))"
    assert run(body, secret, memory_bytes=500_000_000) == ("A", "MemoryError")


def test_an_endless_answer_is_refused(secret: Path) -> None:
    assert run("return b'x' * 2_000_000", secret, answer_bytes=1_000_000) == ("M", "")


def test_a_crash_is_told(secret: Path) -> None:
    assert run("os.abort()", secret) == ("C", "")
    assert run("os._exit(3)", secret) == ("C", "")
    assert run("raise SystemExit(2)", secret) == ("C", "")


def test_a_process_that_closes_its_answer_and_stays_is_ended(secret: Path) -> None:
    body = "import time\nos.closerange(3, 64)\nwhile True: time.sleep(60)"
    assert run(body, secret) == ("C", "")


def test_the_process_in_the_middle_opens_no_socket_even_where_a_library_tries_on_import() -> None:
    program = """
import sys
tried = []
sys.addaudithook(lambda event, details: tried.append(event) if event == "socket.__new__" else None)
from reports.reading.confinement import forbid_network
forbid_network()
import reports.reading.formats.articles, socket
try:
    socket.socket()
except PermissionError:
    print("no socket")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout == "no socket\n", done.stderr


def test_limits_are_sane() -> None:
    limits = Limits()
    assert limits.cpu_seconds <= limits.seconds < limits.ocr_seconds
    assert limits.text <= limits.answer_bytes
