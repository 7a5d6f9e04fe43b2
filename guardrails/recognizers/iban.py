"""IBAN_CODE"""

from collections.abc import Iterator
from typing import ClassVar

import regex
from stdnum import iban

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords

#: ISO 13616 lengths of the countries in the register (python-stdnum knows the inner structure, not the length).
_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28, "CH": 21,
    "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27,
    "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24,
    "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29,
    "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "XK": 20,
}  # fmt: skip
_SEPARATORS = " .-\n\t/"


class IbanRecognizer(GuardRecognizer):
    """International bank account number (ISO 13616): country, two check digits (ISO 7064 MOD 97-10), up to 30 characters.

    Any grouping, upper or lower case, over line breaks: from the country code on, as many letters and
    digits are collected as the country's numbers have, with up to three separators between two of them.
    A German number with a wrong check digit is still found, for twenty digits behind ``DE`` are nothing else.
    """

    ENTITY = "IBAN_CODE"
    CONTEXT: ClassVar = keywords(r"iban|konto|bankverbindung|bank|überweis|sepa|lastschrift|account")
    RULES: ClassVar = (
        Rule(
            compiled(r"(?<![\p{L}\p{N}])[A-Z]{2}[ ]?[ .\n-]?\d[ ]?\d(?=[ .\n\t/-]{0,3}[A-Z0-9])"),
            0.65,
            "Aufbau einer IBAN",
            checked=0.99,
        ),
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Collects the characters of each number by the length that its country prescribes."""
        rule = self.RULES[0]
        for match in scan(rule.pattern, text):
            country = match[0][:2].upper()
            end = self._end(text, match.start(), _LENGTHS.get(country, 0))
            if end is None:
                continue
            value = text[match.start() : end]
            if country != "DE" and not self.check(value) and not any(c.isdigit() for c in value[4:]):
                continue
            judged = self.judge(text, match.start(), end, rule)
            if judged is None and country == "DE":
                judged = rule.score, Evidence(f"{rule.reason}; die Prüfziffer stimmt nicht, vielleicht ein Tippfehler.")
            if judged is not None:
                yield match.start(), end, *judged

    @staticmethod
    def _end(text: str, start: int, length: int) -> int | None:
        collected = gap = 0
        for position in range(start, min(len(text), start + 4 * length)):
            character = text[position]
            if character.isascii() and character.isalnum():
                collected += 1
                gap = 0
                if collected == length:
                    follows = text[position + 1 : position + 2]
                    return None if follows.isalnum() else position + 1
            elif character in _SEPARATORS and gap < 3:
                gap += 1
            else:
                return None
        return None

    def check(self, value: str) -> bool | None:
        """Check digits and inner structure."""
        return bool(iban.is_valid(regex.sub(r"[^0-9A-Z]", "", value.upper()), check_country=False))
