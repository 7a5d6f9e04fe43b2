"""The arrows between the packages, as DESIGN draws them, hold in the code."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_packages_import_only_along_the_arrows() -> None:
    """In a process of its own: the linter's command reconfigures logging."""
    program = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
