"""What every subcommand shares: reading input, printing, and ending with a sentence instead of a trace."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from rich.console import Console

out = Console(soft_wrap=True, highlight=False, markup=False)
MAX_INPUT_BYTES = 20_000_000


class CommandFailed(Exception):  # noqa: N818 - reads as what happened
    """An expected failure; the message says in German what to do.

    exit_code: 1 for a failed command, 2 for input that cannot be used.
    """

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale says; undecodable bytes become U+FFFD."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(newline="")


def fail(message: str, exit_code: int = 1) -> NoReturn:
    """Print `message` to standard error and end the program."""
    print(message, file=sys.stderr, flush=True)
    # A worker or a guard thread must not keep a failed command alive.
    sys.stdout.flush()
    raise SystemExit(exit_code)


def read_text(source: str) -> str:
    """The whole of a file, or of standard input for "-".

    Raises CommandFailed (exit code 2) when it cannot be read or is larger than 20 MB.
    """
    if source == "-":
        text = sys.stdin.read(MAX_INPUT_BYTES + 1)
        if len(text) > MAX_INPUT_BYTES:
            raise CommandFailed("Die Eingabe ist größer als 20 MB. Bitte teilen Sie sie auf.", 2)
        return text
    path = Path(source)
    try:
        if path.stat().st_size > MAX_INPUT_BYTES:
            raise CommandFailed(f"Die Datei {source} ist größer als 20 MB. Bitte teilen Sie sie auf.", 2)
        return path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else type(error).__name__
        raise CommandFailed(f"Die Datei {source} lässt sich nicht lesen: {reason}.", 2) from None


def json_lines(source: str = "-") -> Iterator[tuple[int, Any]]:
    """The lines of JSON Lines from a file or standard input as (line number, value); empty lines are skipped.

    A line that is no JSON yields a `BadLine` in place of the value.
    """
    lines = sys.stdin if source == "-" else io.StringIO(read_text(source))
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except json.JSONDecodeError as error:
            yield number, BadLine(f"Zeile {number} ist kein gültiges JSON (Spalte {error.colno}).")


class BadLine(str):
    """What is wrong with a line of input, as a sentence."""


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """One JSON document on standard output, umlauts as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=indent), flush=True)
