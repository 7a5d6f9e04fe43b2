"""Join codes: readable, short to say aloud, without characters that look alike."""

from __future__ import annotations

import re
import secrets

WORDS = (
    "ADLER", "AHORN", "AMSEL", "ANKER", "APFEL", "BIBER", "BIRKE", "BIRNE", "BLATT", "BLUME", "BUCHE", "DACHS",
    "DISTEL", "DROSSEL", "EICHE", "EULE", "FALKE", "FARN", "FICHTE", "FINK", "FLIEDER", "FUCHS", "HAFER", "HASEL",
    "HECHT", "HIRSCH", "IGEL", "KASTANIE", "KIEFER", "KIESEL", "KLEE", "KRANICH", "LACHS", "LAMPE", "LERCHE",
    "LINDE", "LUCHS", "MEISE", "MILAN", "MINZE", "MOHN", "NARZISSE", "NUSS", "OTTER", "PAPPEL", "PFAU", "QUELLE",
    "RABE", "REIHER", "ROBBE", "ROSE", "SALBEI", "SCHWAN", "SEGEL", "SPATZ", "SPECHT", "STEIN", "STORCH", "TANNE",
    "TULPE", "ULME", "WAL", "WEIDE", "WIESE",
)  # fmt: skip
"""Words of the codes. None has an umlaut or sounds like another."""

_DIGITS = "23456789"


def new_join_code() -> str:
    """A fresh code such as ``BIBER-4271``: 64 words times 4,096 numbers without 0 and 1."""
    return f"{secrets.choice(WORDS)}-{''.join(secrets.choice(_DIGITS) for _ in range(4))}"


def normalise_join_code(entered: str) -> str:
    """The code as stored, however it was typed: lower case, blanks, other dashes or none at all."""
    letters = re.sub(r"[^0-9A-Z]", "", entered.upper())
    match = re.fullmatch(r"([A-Z]+)([0-9]+)", letters)
    return f"{match[1]}-{match[2]}" if match else letters
