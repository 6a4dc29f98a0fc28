"""Writes requirements.txt anew: exact versions and hashes for every platform and Python from 3.11 on.

Run it with `make lock` after changing the dependencies in pyproject.toml. The resolver lives in a folder of its
own under build/, because it is needed a few times a year. The file carries no address: whoever installs from it
uses the package index that pip is set to use, and the hashes decide whether what arrives is what we tested.
`--upgrade` takes newer versions within the bounds of pyproject.toml; without it, versions stay where they can.
"""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOLVER = "uv==0.13.9"
TOOLS = ROOT / "build" / "lock"
BIN = TOOLS / ("Scripts" if sys.platform == "win32" else "bin")


def main() -> int:
    """Install the resolver if it is missing and let it write the file."""
    if not TOOLS.exists():
        venv.create(TOOLS, with_pip=True)
    subprocess.run(
        [BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", RESOLVER], check=True
    )
    command = [BIN / "uv", "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--quiet"]
    command += ["--custom-compile-command", "make lock", "-o", "requirements.txt", *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
