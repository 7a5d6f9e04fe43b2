"""The program as a whole: its overview, and that a command costs only what it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

COMMANDS = ("serve", "doctor", "guard", "models", "exercises", "users", "audit", "retention")
HEAVY = ("guardrails.recognizers", "spacy", "sqlalchemy", "llama_cpp")
LOADED = f"""
import sys
from sandbox.cli import main
try:
    main()
finally:
    print(*(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=False)


def words(text: str) -> str:
    return " ".join(word for word in text.split() if word != "│")


def test_the_overview_names_every_command_and_loads_none() -> None:
    result = run("--help")
    assert result.returncode == 0 and not result.stderr.strip()
    lines = [line.split()[1] for line in result.stdout.splitlines() if line.startswith("│ ") and line[2].islower()]
    assert tuple(lines) == COMMANDS
    assert words(run().stdout) == words(result.stdout), "without arguments, too"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_overview_says_of_a_command_what_it_says_of_itself(command: str) -> None:
    own = run(command, "--help")
    about = [line.strip() for line in own.stdout.split("╭")[0].splitlines() if line.strip()][1]
    assert own.returncode == 0 and about in words(run("--help").stdout)


def test_who_keeps_accounts_does_not_wait_for_the_guard() -> None:
    assert "guardrails.recognizers" not in run("users", "invite", "--help").stderr


def test_an_unknown_command_is_told() -> None:
    result = run("gurad")
    assert result.returncode == 2 and "gurad" in result.stderr
