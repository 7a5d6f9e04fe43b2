"""EMAIL_ADDRESS"""

from typing import ClassVar

from guardrails.recognizers.base import GuardRecognizer, Rule, compiled

_LOCAL = r"[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}"
_DOMAIN = r"[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,6}[\p{L}]{2,18}"
_AT = r"(?:[ ]?[\[({<][ ]?(?:at|ät|æt|a|@|klammeraffe)[ ]?[\])}>][ ]?|[ ]@[ ]|@[ ]|[ ]@)"
_DOT = r"(?:\.|[ ]?[\[({<][ ]?(?:dot|punkt|\.)[ ]?[\])}>][ ]?|[ ](?:dot|punkt)[ ])"
_TLD = r"(?:de|com|net|org|eu|info|biz|at|ch|berlin|gov|edu|fr|pl|tr|uk|nl|ru|ua|it|es|io|online|email)"


class EmailRecognizer(GuardRecognizer):
    """E-mail addresses (RFC 5322, as people write them), and those written to escape a search:
    ``max (at) web punkt de``, ``max[at]web[dot]de``, ``max at web punkt de``, ``max @ web.de``.
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
                rf"(?<![\p{{L}}\p{{N}}._-])[\p{{L}}\p{{N}}_.+-]{{1,48}}{_AT}[\p{{L}}\p{{N}}-]{{2,40}}(?:{_DOT}[\p{{L}}\p{{N}}-]{{2,30}}){{0,2}}{_DOT}{_TLD}(?![\p{{L}}\p{{N}}])"
            ),
            0.9,
            "Umschriebene E-Mail-Adresse",
        ),
        Rule(
            compiled(
                rf"(?<![\p{{L}}\p{{N}}._-])[\p{{L}}\p{{N}}_.+-]{{1,48}}(?:[ ](?:dot|punkt|minus|strich"
                rf"|bindestrich|unterstrich)[ ][\p{{L}}\p{{N}}_+-]{{1,30}}){{0,2}}"
                rf"[ ](?:at|ät)[ ][\p{{L}}\p{{N}}-]{{2,40}}(?:[ ](?:dot|punkt)[ ]|\.){_TLD}(?![\p{{L}}\p{{N}}])"
            ),
            0.8,
            "Ausgeschriebene E-Mail-Adresse",
        ),
    )
