"""IBAN_CODE"""

from collections.abc import Iterator
from typing import ClassVar

import regex
from stdnum import iban

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords

#: ISO 13616 lengths of the countries in the register (python-stdnum knows the inner structure, not the length).
_REGISTER = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 "
    "FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 "
    "LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 "
    "SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20"
)
_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _REGISTER.split()}
_ACCOUNT = compiled(
    r"(?<!\p{L})(?:konto|kto\.?)-?[ ]?(?:nummer|nr\.?)?(?:[ ](?:lautet|ist))?[ ]?[:=|]?[ ]?(?P<value>\d(?:[ ]?\d){5,9})"
    r"(?![\d.,]\d|\w|[ ]?(?:€|EUR|Euro))"
)
_SEPARATORS = " .-\n\t/"
#: Signs that count only where the check digits are right.
_UNUSUAL_SEPARATORS = "_*|~·•:;,#'"
#: A German number whose country code was left out.
_WITHOUT_COUNTRY = compiled(
    r"(?:(?<![\w.,/-])|(?<=(?<!\p{L})IBAN))\d{2}(?P<gap>[ .-]?)\d{4}(?:(?P=gap)\d{4}){3}(?P=gap)\d{2}(?!\w)(?![.,]\d)"
)


class IbanRecognizer(GuardRecognizer):
    """International bank account number (ISO 13616): country, two check digits (ISO 7064 MOD 97-10), up to 30 more.

    Any grouping, upper or lower case, over line breaks: from the country code on, as many letters and
    digits are collected as the country's numbers have, with up to three separators between two of them.
    Old account numbers are found behind "Konto".
    A German IBAN with a wrong check digit is still found, for twenty digits behind ``DE`` are nothing else.
    """

    ENTITY = "IBAN_CODE"
    CONTEXT: ClassVar = keywords(r"iban|konto|bankverbindung|bank|überweis|sepa|lastschrift|account")
    _LABEL: ClassVar = keywords("iban")
    RULES: ClassVar = (
        Rule(
            compiled(
                r"(?:(?<![\p{L}\p{N}])|(?<=(?<!\p{L})IBAN))[A-Z]{2}[ ]?[ .\n\t/_*|~·•:;,#'-]?[ ]?\d[ ./_*"
                r"|~·•:;,#'\n-]{0,3}\d"
                r"(?=[ .\n\t/_*|~·•:;,#'-]{0,3}[A-Z0-9])"
            ),
            0.65,
            "Aufbau einer IBAN",
            checked=0.99,
        ),
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Collects the characters of each number by the length that its country prescribes."""
        rule = self.RULES[0]
        for match in scan(rule.pattern, text):
            if match[0][0].isupper() and match[0][1].islower():
                continue
            country = match[0][:2].upper()
            end = self._end(text, match.start(), _LENGTHS.get(country, 0))
            if end is None:
                continue
            value = text[match.start() : end]
            if not self.check(value) and sum(c.isdigit() for c in value[4:]) < (16 if country == "DE" else 1):
                continue
            judged = self.judge(text, match.start(), end, rule)
            if judged is None and country == "DE":
                judged = rule.score, Evidence(f"{rule.reason}; die Prüfziffer stimmt nicht, vielleicht ein Tippfehler.")
            if judged is not None:
                yield match.start(), end, *judged
        for match in scan(_WITHOUT_COUNTRY, text):
            if self.check("DE" + match[0]):
                yield *match.span(), 0.9, Evidence("Zwanzig Ziffern einer deutschen IBAN; die Prüfziffer stimmt.")
            elif self._LABEL.search(text, max(0, match.start() - 30), match.start()):
                yield *match.span(), 0.7, Evidence("Zwanzig Ziffern hinter dem Stichwort „IBAN“.")
        for match in scan(_ACCOUNT, text):
            yield *match.span("value"), 0.9, Evidence("Nummer hinter einem Stichwort wie „Kontonummer“.")

    def _end(self, text: str, start: int, length: int) -> int | None:
        collected = gap = 0
        unusual = False
        german = text[start : start + 2].upper() == "DE"
        for position in range(start, min(len(text), start + 4 * length)):
            character = text[position]
            if character.isascii() and character.isalnum():
                if german and collected > 1 and not character.isdigit():
                    return None
                collected += 1
                gap = 0
                if collected == length:
                    complete = not unusual and not text[position + 1 : position + 2].isalnum()
                    return position + 1 if complete or self.check(text[start : position + 1]) else None
            elif character in _SEPARATORS and gap < 3:
                gap += 1
            elif character in _UNUSUAL_SEPARATORS and gap < 3:
                gap += 1
                unusual = True
            else:
                return None
        return None

    def check(self, value: str) -> bool | None:
        """Check digits and inner structure."""
        return bool(iban.is_valid(regex.sub(r"[^0-9A-Z]", "", value.upper()), check_country=False))
