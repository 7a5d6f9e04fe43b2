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
            compiled(r"(?<![\w-])DE[ .-]?\d(?:[ .-]?\d){8}(?![ .-]?\d)(?!\w)"),
            0.75,
            "„DE“ und neun Ziffern wie bei einer Umsatzsteuer-Identifikationsnummer",
            strict=False,
        ),
    )

    def check(self, value: str) -> bool | None:
        """Check digit."""
        return bool(vat.is_valid(regex.sub(r"\D", "", value)))
