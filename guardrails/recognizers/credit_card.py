"""CREDIT_CARD"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.checksums import luhn


class CreditCardRecognizer(GuardRecognizer):
    """Payment card number (ISO/IEC 7812): 13 to 19 digits of a known scheme (3, 4, 5, 6, 2), Luhn check digit."""

    ENTITY = "CREDIT_CARD"
    CONTEXT: ClassVar = keywords(
        r"kredit-?karte|scheck-?karte|ec-karte|karten-?(?:nummer|nr)|\p{L}{0,10}karte\b|visa|mastercard|maestro|amex|american\sexpress|credit\scard|card\snumber"
    )
    COMPACT: ClassVar = compiled(r"(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6\d{3})\d{12}|3[47]\d{13}")
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<![\w./,+-])(?<!\d[ ])(?:(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|6\d{3})(?:(?:[ .-]|[ ]?\n)?\d{4}){3}"
                r"|3[47]\d\d[ -]?\d{6}[ -]?\d{5}|3[068]\d\d[ -]?\d{6}[ -]?\d{4})(?!\w)(?![ .-]\d)"
            ),
            0.3,
            "Ziffernfolge in der Form einer Kreditkartennummer",
            checked=0.9,
        ),
        Rule(
            compiled(r"(?<![\w./,+-])(?<!\d[ ])\d{4}(?P<gap>[ -])\d{4}(?:(?P=gap)\d{4}){2}(?!\w)(?![ .-]\d)"),
            0.1,
            "Sechzehn Ziffern in Gruppen zu vier",
            checked=0.6,
        ),
        Rule(
            compiled(r"(?<![\w./,+-])(?<!\d[ ])\d{4}(?:[ .-]?\d{4}){3}(?!\w)(?![ .-]\d)"),
            0.1,
            "Sechzehn Ziffern neben dem Stichwort Karte",
            checked=0.1,
        ),
    )

    def check(self, value: str) -> bool | None:
        """Luhn."""
        return luhn(regex.sub(r"\D", "", value))
