"""DE_TAX_ID"""

from typing import ClassVar

import regex
from stdnum.de import idnr

from guardrails.recognizers.base import ANY_NUMBER, GLUE, GuardRecognizer, Rule, compiled, keywords


class DeTaxIdRecognizer(GuardRecognizer):
    """Steuerliche Identifikationsnummer (§ 139b AO).

    Eleven digits, the first not 0, any grouping (``36 574 261 809``). Among the first ten digits
    exactly one occurs twice or three times, all others at most once; the eleventh is the check
    digit by ISO 7064 MOD 11,10 (python-stdnum). Presidio 2.2.366 misses grouped numbers and allows
    any repetition up to three. Example: ``36574261809``.
    """

    ENTITY = "DE_TAX_ID"
    CONTEXT: ClassVar = keywords(
        r"steuer-?\s?id|steuer(?:liche[nr]?\s)?identifikation|identifikations-?nummer|id-?nr|idnr|st-?id"
        r"|steuer-?identnummer|tin\b|tax\s?id|id\b"
    )
    COMPACT: ClassVar = compiled(r"[1-9]\d{10}")
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\w+./,-])(?<![\d][ ])[1-9](?:[ ./-]{0,2}\d){10}(?![\d])(?![ ./,-]\d)(?!\w)"),
            0.2,
            "Elf Ziffern in der Form einer Steuer-Identifikationsnummer",
        ),
        Rule(
            compiled(
                rf"(?<!\p{{L}})(?:steuer-?[ ]?id|steuerliche[ ]identifikations|id-?nr|st-?id){GLUE}"
                rf"(?P<value>{ANY_NUMBER})"
            ),
            0.1,
            "Nummer unmittelbar hinter „Steuer-Identifikationsnummer“",
        ),
    )

    _LOCAL_NUMBER = regex.compile(r"\d{2,3}/\d{3,4}/\d{4,5}")

    def accept(self, text: str, start: int, end: int) -> bool:
        """Blocks with slashes are the form of a Steuernummer."""
        return self._LOCAL_NUMBER.fullmatch(text, start, end) is None

    def check(self, value: str) -> bool | None:
        """Check digit and repetition rule."""
        return bool(idnr.is_valid(regex.sub(r"\D", "", value)))
