"""EMAIL_ADDRESS"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, any_of, compiled

_LOCAL = r"[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}"
_DOMAIN = r"[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,6}[\p{L}]{2,18}"
_TLD = any_of(
    "de com net org eu info biz at ch berlin gov edu fr pl tr uk nl ru ua it es io online email local example"
)
_OPEN = r"[ ]?[\[({<|*_-]{1,2}[ ]?"
_CLOSE = r"[ ]?[\])}>|*_-]{1,2}[ ]?"
_AT_WORD = r"(?:at|ät|æt|ett|klammeraffe|affenschwanz|affe|at-?zeichen)"
_SIGN = rf"(?:{_OPEN}(?:{_AT_WORD}|a|@){_CLOSE}|[ ]?@[ \n]?|[©®]|[ ](?:klammeraffe|affenschwanz|at-?zeichen)[ ])"
_DOT_WORD = r"(?:dot|punkt|pkt)"
_DOT = rf"(?:\.|{_OPEN}(?:{_DOT_WORD}|\.){_CLOSE}|[ ]{_DOT_WORD}[ ]|[ ]\.[ ]?)"
_SPACED = r"(?:[ ][.-][ ])"
_LAST_DOT = rf"(?:{_DOT}{_TLD}|\.[ \n](?-i:de|com|net|org|eu|info|ch)|,(?-i:de|com|net|org))(?![\p{{L}}\p{{N}}])"
_SAID = (
    r"(?:[ ](?:dot|punkt|pkt|minus|strich|bindestrich|unterstrich|underscore)[ ]|[ ]?[\[({](?:dot|punkt|\.)[\])}][ ]?)"
)
_PART = r"[\p{L}\p{N}_.+-]{1,48}+"
_NAME = rf"(?<![\p{{L}}\p{{N}}._-]){_PART}(?:(?:{_SAID}|{_SPACED})[\p{{L}}\p{{N}}_+-]{{1,30}}+){{0,3}}"
_HOST = r"[\p{L}\p{N}-]{2,40}+"


class EmailRecognizer(GuardRecognizer):
    """E-mail addresses (RFC 5322, as people write them), and those written to escape a search:
    ``max (at) web punkt de``, ``max[at]web[dot]de``, ``max at web punkt de``, ``max @ web.de``, ``max@web .de``,
    ``max punkt muster klammeraffe web punkt de``, ``max_at_web_dot_de``.
    """

    ENTITY = "EMAIL_ADDRESS"
    RULES: ClassVar = (
        Rule(
            compiled(rf"(?<![\p{{L}}\p{{N}}._%+-]){_LOCAL}@{_DOMAIN}(?![\p{{L}}\p{{N}}])"),
            0.98,
            "Schreibweise einer E-Mail-Adresse",
        ),
    )
    _DISGUISED: ClassVar = (
        Rule(
            compiled(
                rf"{_NAME}{_SIGN}(?:[\p{{L}}\p{{N}}]{{1,20}}[ ]-[ ])?{_HOST}"
                rf"(?:{_DOT}[\p{{L}}\p{{N}}-]{{2,30}}+){{0,2}}{_LAST_DOT}"
            ),
            0.9,
            "Umschriebene E-Mail-Adresse",
        ),
        Rule(
            compiled(
                rf"{_NAME}[ ](?:at|ät)[ ]{_HOST}(?:{_SAID}{_HOST}){{0,2}}"
                rf"(?:{_OPEN}{_DOT_WORD}{_CLOSE}|[ ]{_DOT_WORD}[ ]|[ ]?\.[ ]?){_TLD}(?![\p{{L}}\p{{N}}])"
            ),
            0.8,
            "Ausgeschriebene E-Mail-Adresse",
        ),
        Rule(
            compiled(rf"{_NAME}[ ]ät[ ]{_HOST}[ ](?:de|com|net|org|eu)(?![\p{{L}}\p{{N}}])"),
            0.75,
            "Ausgeschriebene E-Mail-Adresse ohne Punkt",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}._-])[\p{L}\p{N}.+]{1,48}+(?:(?P<sign>[_-])[\p{L}\p{N}.+]{1,30}+){0,2}?[_-](?:at|ät)[_-]"
                rf"[\p{{L}}\p{{N}}]{{2,40}}+(?:[_-](?:dot|punkt)[_-]|\.){_TLD}(?![\p{{L}}\p{{N}}])"
            ),
            0.8,
            "Ausgeschriebene E-Mail-Adresse",
        ),
    )
    _HINT = regex.compile(r"[©®]|[\[({]a[\])}]|(?<!\p{L})(?:at|ät|æt|ett|(?:klammer)?affe)(?!\p{L})", regex.IGNORECASE)

    _LOGIN = regex.compile(r"://[^\s@/]{0,64}:$")

    def accept(self, text: str, start: int, end: int) -> bool:
        """What stands before the sign in ``postgres://user:secret@host`` is a password."""
        return self._LOGIN.search(text[max(0, start - 70) : start]) is None

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Plain addresses; disguised ones where something stands for the sign @."""
        plain = list(super().find(text)) if "@" in text else []
        yield from plain
        if len(plain) == text.count("@") and not self._HINT.search(text):
            return
        for rule in self._DISGUISED:
            for match in scan(rule.pattern, text):
                if self.accept(text, *match.span()):
                    yield *match.span(), rule.score, Evidence(f"{rule.reason}.")
