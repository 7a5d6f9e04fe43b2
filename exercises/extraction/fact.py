"""What a fact of a text is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

FactKind = Literal[
    "placeholder",
    "date",
    "month",
    "time",
    "amount",
    "percent",
    "duration",
    "paragraph",
    "case_number",
    "number",
    "office",
]

KIND_LABELS: dict[FactKind, str] = {
    "placeholder": "Platzhalter",
    "date": "Datum",
    "month": "Monat",
    "time": "Uhrzeit",
    "amount": "Betrag",
    "percent": "Prozentsatz",
    "duration": "Zeitraum",
    "paragraph": "Vorschrift",
    "case_number": "Aktenzeichen",
    "number": "Zahl",
    "office": "Stelle",
}

FactKey = tuple[str | int | Decimal | None, ...]
"""The normalised value; its parts depend on the kind and are described at the extractor of that kind."""


@dataclass(frozen=True)
class Fact:
    """A value in a text, normalised so that different notations of it can be compared."""

    kind: FactKind
    key: FactKey
    text: str
    """As it stands in the text."""
    start: int
    """Offset of the first character, in Unicode code points."""
    end: int
    """Offset after the last character."""

    @property
    def label(self) -> str:
        """German name of the kind."""
        return KIND_LABELS[self.kind]
