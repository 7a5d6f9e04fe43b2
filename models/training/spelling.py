"""Broken words: what hunspell's German dictionary does not know and the case does not say either.

Needs the program `hunspell` with the dictionary `de_DE` (Debian: `hunspell hunspell-de-de`). Only the evaluation uses
it; without it the figure is left out.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable

PLACEHOLDER = re.compile(r"\[[^\]\n]*\]")
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")


def words(text: str) -> list[str]:
    """The words of a text from three letters on, placeholders and bracketed gaps left out."""
    return WORD.findall(PLACEHOLDER.sub(" ", text))


def available() -> bool:
    """Whether the program and its German dictionary are installed."""
    program = shutil.which("hunspell")
    if not program:
        return False
    return subprocess.run([program, "-d", "de_DE", "-l"], input=b"", capture_output=True).returncode == 0  # noqa: S603


def unknown_words(texts: Iterable[str]) -> set[str]:
    """The words that the dictionary does not accept."""
    program = shutil.which("hunspell")
    if not program:
        raise FileNotFoundError("hunspell")
    every = sorted({word for text in texts for word in words(text)})
    found = subprocess.run(  # noqa: S603
        [program, "-d", "de_DE", "-i", "utf-8", "-l"], input="\n".join(every).encode(), capture_output=True, check=True
    )
    return set(found.stdout.decode().split())


def broken(answer: str, source: str, unknown: set[str]) -> list[str]:
    """The answer's words that are neither in the dictionary nor in the source, in whatever case."""
    given = {word.lower() for word in words(source)}
    return [word for word in words(answer) if word in unknown and word.lower() not in given]
