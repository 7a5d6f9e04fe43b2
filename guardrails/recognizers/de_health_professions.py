"""DE_LANR and DE_BSNR"""

from typing import ClassVar

import regex
from presidio_analyzer.predefined_recognizers import DeLanrRecognizer as PresidioLanr

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords

_PRESIDIO = PresidioLanr()


class DeLanrRecognizer(GuardRecognizer):
    """Lebenslange Arztnummer (§ 75 Abs. 7 SGB V): nine digits, the seventh a check digit (weights 4 9 4 9 4 9, from
    Presidio), the last two the speciality. Only with a context word. Example: ``123456601``.
    """

    ENTITY = "DE_LANR"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(r"lanr|arzt-?n(?:umme)?r|lebenslange\sarztnummer|(?:fach)?arzt\b|(?:fach)?ärztin\b")
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w.,/-])\d(?:[ ./-]?\d){8}(?!\w)(?![ ./-]\d)"),
            0.1,
            "Neun Ziffern einer Arztnummer",
            checked=0.1,
        ),
    )

    def check(self, value: str) -> bool | None:
        """Check digit at position seven."""
        return bool(_PRESIDIO.validate_result(regex.sub(r"\D", "", value)))


class DeBsnrRecognizer(GuardRecognizer):
    """Betriebsstättennummer of a practice (§ 75 Abs. 7 SGB V): nine digits, no check digit; with context only."""

    ENTITY = "DE_BSNR"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(r"bsnr|(?:arzt|praxis|kassenarzt)-?stempel|betriebsstätten?(?:-?n(?:umme)?r|\b)")
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w.,/-])\d(?:[ ./-]?\d){8}(?!\w)(?![ ./-]\d)"),
            0.1,
            "Neun Ziffern einer Betriebsstättennummer",
        ),
    )
