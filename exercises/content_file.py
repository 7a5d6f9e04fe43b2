"""Files of an exercise folder, read with care: inside the folder, of bounded size, in UTF-8, without control marks."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from exercises.errors import ExerciseError
from exercises.placeholders import malformed_placeholders

LARGEST_FILE = 200_000
"""Most bytes of one file."""


def ensure_inside(path: Path, root: Path) -> None:
    """Raise ExerciseError where `path` leads out of `root`, for example by a symbolic link."""
    if not path.resolve().is_relative_to(root.resolve()):
        raise ExerciseError(
            path, None, None, "Der Verweis führt aus dem Ordner der Übungen hinaus. Legen Sie die Datei dort selbst ab."
        )


def read_text(path: Path, root: Path) -> str:
    """Text of a file with Unix line ends and composed characters (NFC). Raises ExerciseError with the line."""
    ensure_inside(path, root)
    if not path.is_file():
        raise ExerciseError(path, None, None, "Die Datei fehlt.")
    try:
        raw = path.read_bytes() if path.stat().st_size <= LARGEST_FILE else None
    except OSError as error:
        raise ExerciseError(path, None, None, f"Die Datei lässt sich nicht lesen ({error.strerror}).") from None
    if raw is None:
        raise ExerciseError(path, None, None, f"Die Datei ist zu groß. Möglich sind {LARGEST_FILE // 1000} Kilobyte.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "Hier steht ein Zeichen, das kein UTF-8 ist. Speichern Sie die Datei mit der Kodierung UTF-8."
        raise ExerciseError(path, line, None, message) from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    for index, character in enumerate(text):
        if unicodedata.category(character) in {"Cc", "Cs", "Co"} and character not in "\n\t":
            line = text.count("\n", 0, index) + 1
            message = f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(character):04X})."
            raise ExerciseError(path, line, None, message)
    return text


def read_prose(path: Path, root: Path, longest: int) -> str:
    """Text of a Markdown file without outer white space: not empty, not too long, placeholders well-formed."""
    text = read_text(path, root)
    if not text.strip():
        raise ExerciseError(path, 1, None, "Die Datei ist leer.")
    for position, written in malformed_placeholders(text):
        line = text.count("\n", 0, position) + 1
        message = f"„{written}“ ist kein gültiger Platzhalter. So sieht einer aus: [PERSON_1]."
        raise ExerciseError(path, line, None, message)
    if len(text.strip()) > longest:
        message = f"Der Text ist mit {len(text.strip())} Zeichen zu lang. Möglich sind {longest} Zeichen."
        raise ExerciseError(path, None, None, message)
    return text.strip()
