"""EMAIL_ADDRESS"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, any_of, compiled

_LOCAL = r"[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}"
_DOMAIN = r"[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,6}[\p{L}]{2,18}"
_TLD = any_of(
    "de com net org eu info biz at ch berlin gov edu fr pl tr uk nl ru ua it es io online email local example"
)
_OPEN = r"[ ]?[\[({<|*_/~#\"'.:+=-]{1,3}[ ]?"
_CLOSE = r"[ ]?[\])}>|*_/~#\"'.:+=-]{1,3}[ ]?"
_AT_WORD = r"(?:at|ät|æt|aet|ett|et|bei|klammeraffe|affenschwanz|affe|at-?zeichen|ad|arroba|kringel)"
_SIGN = rf"(?:{_OPEN}(?:{_AT_WORD}|a|@){_CLOSE}|[ ]?@{{1,3}}[ \n]?|[©®]|[ ](?:klammeraffe|affenschwanz|at-?zeichen)[ ])"
_DOT_WORD = r"(?:dot|punkt|pkt|point|period)"
_DOT = rf"(?:\.{{1,2}}|[·•]|{_OPEN}(?:{_DOT_WORD}|\.){_CLOSE}|[ ]{_DOT_WORD}[ ]|[ ]\.[ ]?)"
_SPACED = r"(?:[ ][.-][ ])"
_LAST_DOT = (
    rf"(?:{_DOT}{_TLD}|\.[ \n](?-i:de|com|net|org|eu|info|ch)|,(?-i:de|com|net|org|eu|example|info|berlin|gov"
    rf"|edu))(?![\p{{L}}\p{{N}}])"
)
_SAID = (
    r"(?:[ ](?:dot|punkt|pkt|minus|strich|bindestrich|unterstrich|underscore)[ ]|[ ]?[\[({](?:dot|punkt|\.)[\])}][ ]?)"
)
_PART = r"[\p{L}\p{N}_.+-]{1,48}+"
_NAME = rf"(?<![\p{{L}}\p{{N}}._-]){_PART}(?:(?:{_SAID}|{_SPACED})[\p{{L}}\p{{N}}_+-]{{1,30}}+){{0,3}}"
_HOST = r"[\p{L}\p{N}-]{2,40}+"
#: Houses that give everybody an address; a name beside one of them is one even without a dot.
_PROVIDER = any_of(
    "web gmx gmail googlemail t-online yahoo hotmail outlook freenet posteo mailbox icloud aol arcor proton protonmail "
    "live online 1und1 vodafone mail yandex ukr wp o2 onet interia"
)
_MAIL_WORD = regex.compile(
    r"(?<!\p{L})(?:e-?mail|mail|adresse|address|schreib\p{L}*|write)[^\n]{0,40}$", regex.IGNORECASE
)
_DOT_SAID = regex.compile(rf"(?<!\p{{L}}){_DOT_WORD}(?!\p{{L}})", regex.IGNORECASE)
_SAYS_A_NAME = regex.compile(r"[._\d]|(?<!\p{L})(?:punkt|minus|unterstrich)(?!\p{L})", regex.IGNORECASE)


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
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}._%+/@-])(?=[\p{L}\p{N}]{0,30}[._]"
                r"|\p{Ll})[\p{L}\p{N}._+-]{2,64}@\p{Ll}[\p{L}\p{N}-]{1,40}+"
                r"(?![@(]|[ ]?\.[ ]?[\p{L}\p{N}])",
                ignore_case=False,
            ),
            0.7,
            "Schreibweise einer E-Mail-Adresse im eigenen Haus",
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
                rf"{_NAME},?[ ](?:at|ät|aet|et|bei|@|affe)[ ]{_PROVIDER}(?:[ ]?[.][ ]?|[ ](?:{_DOT_WORD}[ ])?)"
                r"(?:de|com|net|org|eu|at|ch|me|ua|pl)(?![\p{L}\p{N}])"
            ),
            0.78,
            "Ausgeschriebene E-Mail-Adresse bei einem bekannten Anbieter",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}._-])[a-z\d._-]{2,40}AT[a-z\d-]{2,40}(?:DOT|PUNKT)(?:de|com|net|org"
                r"|eu)(?!\w)",
                ignore_case=False,
            ),
            0.85,
            "Ausgeschriebene E-Mail-Adresse",
        ),
        Rule(
            compiled(
                r"(?<![\p{L}\p{N}._-])[\p{L}\p{N}.+]{1,48}+(?:(?P<sign>[_-])[\p{L}\p{N}.+]{1,30}+){0,2}?[_-](?:at"
                r"|ät)[_-]"
                rf"[\p{{L}}\p{{N}}]{{2,40}}+(?:[_-](?:dot|punkt)[_-]|\.){_TLD}(?![\p{{L}}\p{{N}}])"
            ),
            0.8,
            "Ausgeschriebene E-Mail-Adresse",
        ),
    )
    _HINT = regex.compile(
        r"[©®]|[\[({]a[\])}]|(?<!\p{L})(?:at|ät|æt|aet|ett|et|bei|(?:klammer)?affe)(?!\p{L})|\p{Ll}(?-i:AT)\p{Ll}|@@",
        regex.IGNORECASE,
    )
    _AS_PREPOSITION = regex.compile(r"^(?P<name>[^@]{1,64}?),?[ ](?:at|bei|et)[ ]", regex.IGNORECASE)

    _LOGIN = regex.compile(r"://[^\s@/]{0,64}:$")

    def accept(self, text: str, start: int, end: int) -> bool:
        """What stands before the sign in ``postgres://user:secret@host`` is a password."""
        return self._LOGIN.search(text[max(0, start - 70) : start]) is None

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Plain addresses; disguised ones where something stands for the sign @."""
        plain = list(super().find(text)) if "@" in text else []
        yield from plain
        whole = sum(score > self.RULES[1].score for _, _, score, _ in plain)
        if whole == text.count("@") and not self._HINT.search(text):
            return
        for rule in self._DISGUISED:
            for match in scan(rule.pattern, text):
                if self.accept(text, *match.span()) and not self._is_prose(text, match):
                    yield *match.span(), rule.score, Evidence(f"{rule.reason}.")

    def _is_prose(self, text: str, match: regex.Match[str]) -> bool:
        """``Look at web.de``: a preposition before an address on the web, where no name and no word of mail stands."""
        found = self._AS_PREPOSITION.match(match[0])
        if found is None or _DOT_SAID.search(match[0]):
            return False
        lexicon = load_lexicon()
        name = found["name"]
        named = lexicon.given(name) > 0 or (lexicon.surname(name) and not lexicon.common(name))
        return not (
            named or _SAYS_A_NAME.search(name) or _MAIL_WORD.search(text[max(0, match.start() - 60) : match.start()])
        )
