"""DE_VAT_ID"""

from typing import ClassVar

import regex
from stdnum.de import vat

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords


class DeVatIdRecognizer(GuardRecognizer):
    """Umsatzsteuer-Identifikationsnummer (§ 27a UStG): ``DE`` and nine digits, the last a check digit (ISO 7064
    MOD 11,10, python-stdnum). Belongs to a person where a sole trader has it. Example: ``DE136695976``.
    """

    ENTITY = "DE_VAT_ID"
    CONTEXT: ClassVar = keywords(r"ust-?\.?\s?-?id|umsatzsteuer|ustid|vat\b|mehrwertsteuer")
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w-])DE[ .-]?[1-9](?:[ .-]?\d){8}(?![ .-]?\d)(?!\w)"),
            0.75,
            "„DE“ und neun Ziffern wie bei einer Umsatzsteuer-Identifikationsnummer",
            strict=False,
        ),
        Rule(
            compiled(
                r"(?<![\w-])(?:AT[ ]?U\d{8}|FR[ ]?[A-Z0-9]{2}[ ]?\d{9}|NL[ ]?\d{9}[ ]?B\d{2}|(?:PL|SK|CZ|HU|DK|LU|FI"
                r"|BG|SI)[ ]?\d{8,10}"
                r"|IT[ ]?\d{11}|ES[ ]?[A-Z0-9]\d{7}[A-Z0-9]|BE[ ]?[01]\d{9}|CHE[ -]?\d{3}\.?\d{3}\.?\d{3}"
                r"|GB[ ]?\d{9})(?!\w)",
                ignore_case=False,
            ),
            0.1,
            "Aufbau einer ausländischen Umsatzsteuernummer",
            checked=0.1,
            strict=False,
        ),
    )

    def check(self, value: str) -> bool | None:
        """Check digit; unknown for numbers of other countries."""
        if not value.upper().startswith("DE"):
            return None
        return bool(vat.is_valid(regex.sub(r"\D", "", value)))
