"""DE_EMPLOYER_ID"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.checksums import cross_sum


class DeEmployerIdRecognizer(GuardRecognizer):
    """Betriebsnummer of the Federal Employment Agency (§ 18i SGB IV): eight digits, the last a check digit.

    Weights 1 2 1 2 1 2 1, cross sums, modulo 10; a result that does not fit may also fit with 5 added
    (older numbers). Only with a context word.
    """

    ENTITY = "DE_EMPLOYER_ID"
    CONTEXT_ADJACENT = True
    CONTEXT: ClassVar = keywords(
        r"betriebs-?\s?n(?:umme)?r|bbnr|bb-nr|arbeitgeber-?n(?:umme)?r|hauptbetriebsnummer|betr\.?-?\s?n(?:umme)?r"
        r"|(?:establishment|employer)\s(?:no|number|id)|arbeitgeber-?bn|bn\b|zahlstellen-?n(?:umme)?r"
    )
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w./,-])\d(?:[ .-]?\d){7}(?!\w)(?![ ]\d)"),
            0.1,
            "Acht Ziffern wie bei einer Betriebsnummer",
            checked=0.1,
        ),
    )

    _DATE: ClassVar = regex.compile(
        r"(?:0[1-9]|[12]\d|3[01])[.-](?:0[1-9]|1[0-2])[.-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"
    )

    def accept(self, text: str, start: int, end: int) -> bool:
        """A date is none."""
        return self._DATE.fullmatch(text, start, end) is None

    def check(self, value: str) -> bool | None:
        """``True`` where the check digit fits; otherwise unknown, for older numbers were counted differently."""
        digits = regex.sub(r"\D", "", value)
        total = cross_sum(int(digit) * (1 + index % 2) for index, digit in enumerate(digits[:7])) % 10
        return True if int(digits[7]) in (total, (total + 5) % 10) else None
