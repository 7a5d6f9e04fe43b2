"""DE_FUEHRERSCHEIN"""

from typing import ClassVar

import regex

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled, keywords
from guardrails.recognizers.checksums import driving_licence_character


class DeFuehrerscheinRecognizer(GuardRecognizer):
    """Number of the driving licence, field 5 of the card (FeV annex 8).

    Eleven characters: authority (a letter or digit and three digits or letters), five characters of
    the series, check character, number of the copy. Check character: weights 9 … 1 over the first
    nine characters with A = 10, modulo 11, 10 written X; confirmed by the official specimen
    ``B072RRE2I55``, which Presidio 2.2.366 does not match.
    """

    ENTITY = "DE_FUEHRERSCHEIN"
    CONTEXT: ClassVar = keywords(
        r"führer-?schein|fuehrerschein|fahrerlaubnis|fahrerkarte|(?<![-_/])fs(?![-\p{L}\p{N}])|fs-n|(?:driving|driver'?s?)\slicen[cs]e"
        r"|licen[cs]e\s(?:number|no)"
    )
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?<![\w-])[A-Z][ -]?\d[ -]?[0-9A-Z](?:[ -]?[0-9A-Z]){6}[ -]?[0-9X][ -]?[0-9A-Z](?!\w)",
            ),
            0.3,
            "Elf Zeichen in der Form einer Führerscheinnummer",
            checked=0.8,
        ),
        Rule(
            compiled(r"(?<![\w-])(?=[A-Z0-9]{0,11}?\d[A-Z0-9]{0,11}?\d)[A-Z0-9]{8,11}(?!\w)"),
            0.1,
            "Zeichenfolge neben dem Stichwort Führerschein",
            checked=0.1,
        ),
        Rule(
            compiled(r"(?<![\w-])(?:[A-Z9]{5}\d{6}[A-Z9]{2}[A-Z0-9]{3}|D[ ]?F[ ]?(?:[ ]?\d){12,14})(?!\w)"),
            0.1,
            "Britischer Führerschein oder Fahrerkarte",
            checked=0.1,
        ),
        Rule(
            compiled(
                r"(?:(?:führer-?schein|fahrerlaubnis)-?[ ]?\(?(?:nummer|nr\.?)|listen-?(?:nummer"
                r"|nr\.?)[^\n:]{0,30}führerscheine?s?(?=:)|licen[cs]e[ ](?:number|no\.?))"
                r"[ ]?(?:lautet|ist|is)?[ ]?[:=|]?[ ]?"
                r"(?P<value>(?-i:(?=(?:[ -]?[A-Z]{0,3}[ -]?\d){4})[A-Z0-9](?:[ -]?[A-Z0-9]){6,13})"
                r"|[A-Z]{0,3}[ -]?\d{1,8}(?:[ ]?[/-][ ]?\d{2,6}){0,2})(?!\w)(?![./]\d)"
            ),
            0.75,
            "Nummer hinter dem Stichwort Führerschein, wie auf älteren Führerscheinen",
        ),
    )

    def check(self, value: str) -> bool | None:
        """Check character of eleven-character numbers."""
        compact = regex.sub(r"[\s-]", "", value.upper())
        if len(compact) != 11:
            return None
        return bool(driving_licence_character(compact[:9]) == compact[9])
