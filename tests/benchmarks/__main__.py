"""`make bench`: every benchmark of this folder, each in a process of its own so that none warms up another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them in the order of their names; the exit status is 1 if one of them failed or missed its goal."""
    failed = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"== {path.stem.removeprefix('bench_')}", flush=True)
        if subprocess.run([sys.executable, "-m", f"tests.benchmarks.{path.stem}"]).returncode != 0:
            failed.append(path.stem)
    if failed:
        print(f"failed or missed their goal: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
