"""The checkers pass: style (ruff), types (mypy), and who may import whom (import-linter, our contracts)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

CHECKS = {
    "style": [sys.executable, "-m", "ruff", "check", "--no-fix", "--output-format=concise", "."],
    "types": [sys.executable, "-m", "mypy", "--no-error-summary"],
    "imports": [str(Path(sys.executable).parent / "lint-imports"), "--no-logo"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_checker_has_nothing_to_say(check: str) -> None:
    run = subprocess.run(CHECKS[check], cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        pytest.fail(f"{' '.join(CHECKS[check][1:])}\n{run.stdout}{run.stderr}", pytrace=False)


def test_the_contracts_would_notice(tmp_path: Path) -> None:
    """Our own kind of contract, tried on a small project that breaks it."""
    for package in ("kitchen", "cellar"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("import reportlab\n")
    (tmp_path / "kitchen" / "child.py").write_text("import reportlab.pdfgen\n")
    (tmp_path / ".importlinter").write_text(
        "[importlinter]\nroot_packages =\n    kitchen\n    cellar\ninclude_external_packages = True\n"
        "contract_types =\n    sole_users: tests.house.contracts.SoleUsersContract\n"
        "[importlinter:contract:one]\nname = One\ntype = sole_users\npackages = reportlab\nusers = cellar\n"
    )
    program = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}, '.']\n"
        "from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    run = subprocess.run([sys.executable, "-c", program, "--no-cache"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "kitchen imports reportlab (line 1)" in run.stdout
    assert "kitchen.child imports reportlab (line 1)" in run.stdout
    assert "cellar imports" not in run.stdout
