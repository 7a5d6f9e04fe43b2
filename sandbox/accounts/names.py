"""Pseudonyms and names: which are accepted, and which count as the same."""

from __future__ import annotations

import unicodedata

from sandbox.problems import Problem

SHORTEST, LONGEST = 2, 40


def tidy_name(entered: str) -> str:
    """The name with single blanks and composed letters, or a problem when it cannot be one."""
    name = " ".join(unicodedata.normalize("NFC", entered).split())
    ordinary = all(char.isalnum() or char in " .-_'’" or unicodedata.category(char) == "Mn" for char in name)
    if not SHORTEST <= len(name) <= LONGEST or not ordinary or not any(char.isalnum() for char in name):
        raise Problem(
            422,
            "pseudonym-ungueltig",
            f"Bitte wählen Sie einen Namen mit {SHORTEST} bis {LONGEST} Zeichen aus Buchstaben, Ziffern, "
            "Leerzeichen, Punkt und Bindestrich. Es soll ein Pseudonym sein, nicht Ihr voller Name.",
        )
    return name


def name_key(name: str) -> str:
    """What two names have in common that people would take for the same."""
    return unicodedata.normalize("NFKC", name).casefold()
