"""Takes the fonts anew out of Debian's package, and refuses files that are not the ones in the README's table.

    python -m resources.fonts.fetch           on a Debian system; nothing is installed
    python -m resources.fonts.fetch --check   compare what is here with the table
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from resources.fonts import STYLES, font_file

PACKAGE = "fonts-noto-core"


def expected() -> dict[str, str]:
    """File name to SHA-256, as the README says."""
    readme = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"\| `(NotoSans-\w+\.ttf)` \|.*?\| `([0-9a-f]{64})` \|", readme))


def wrong_files(sums: dict[str, str]) -> list[str]:
    """Names of the files that are missing or differ from the table."""
    files = [font_file(style) for style in STYLES]
    return [
        file.name
        for file in files
        if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != sums.get(file.name)
    ]


def fetch() -> None:
    """Download the package and copy the three files out of it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["apt-get", "download", PACKAGE], cwd=folder, check=True)
        package = next(Path(folder).glob("*.deb"))
        subprocess.run(["dpkg-deb", "-x", str(package), f"{folder}/files"], check=True)
        for style in STYLES:
            target = font_file(style)
            shutil.copyfile(next(Path(folder, "files").rglob(target.name)), target)


def main() -> int:
    """Fetch and compare; the exit status is 1 when a file is not the one we know."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare the files with the table")
    if not parser.parse_args().check:
        fetch()
    wrong = wrong_files(expected())
    print(f"not the known files: {', '.join(wrong)}" if wrong else "all fonts are the known ones")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
