"""DE_HEALTH_INSURANCE"""

from typing import ClassVar

import regex
from presidio_analyzer.predefined_recognizers import DeHealthInsuranceRecognizer as PresidioRecognizer

from guardrails.recognizers.base import ANY_NUMBER, GLUE, GuardRecognizer, Rule, compiled, keywords

_PRESIDIO = PresidioRecognizer()


class DeHealthInsuranceRecognizer(GuardRecognizer):
    """Krankenversichertennummer, the unchanging part (§ 290 SGB V).

    A letter, eight digits, check digit; any grouping (``A 000 500 015``). Checksum by Presidio's
    recognizer: letter as two digits, weights 1 2 1 2 …, cross sums, modulo 10. Example: ``A000500015``.
    """

    ENTITY = "DE_HEALTH_INSURANCE"
    CONTEXT: ClassVar = keywords(
        r"kranken(?:versicherungs|versicherten|kassen)-?n|versicherten-?n(?:umme)?r|kvnr|kv-n|kv\s?nr|versicherungs-?n"
        r"|gesundheitskarte|egk\b|krankenkasse|krankenversicher|vers\.?-?nr|health\sinsurance"
    )
    COMPACT: ClassVar = compiled(r"[A-Z]\d{9}")
    RULES: ClassVar = (
        Rule(
            compiled(r"(?:(?<![\w./-])|(?<=(?<!\p{L})(?:KV|KVNR|KV-Nr|Nr)))[A-Z](?:[ .-]?\d){9}(?!\w)(?![ .-]\d)"),
            0.2,
            "Buchstabe und neun Ziffern wie bei einer Krankenversichertennummer",
            checked=0.85,
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:krankenversiche(?:rungs|rten)-?|kvnr|kv-n|gesundheitskarte"
                rf"|egk\b){GLUE}(?P<value>{ANY_NUMBER})"
            ),
            0.1,
            "Nummer unmittelbar hinter „Krankenversichertennummer“",
        ),
    )

    def check(self, value: str) -> bool | None:
        """Check digit."""
        return bool(_PRESIDIO.validate_result(regex.sub(r"[^0-9A-Z]", "", value.upper())))
