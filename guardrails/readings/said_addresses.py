"""E-mail addresses and addresses on the web, said word by word, and with signs that no programme takes for a link.

``hanna unterstrich krol ät posteo punkt de`` reads ``hanna_krol@posteo.de``; ``www punkt krol punkt de schrägstrich
id`` reads ``www.krol.de/id``; ``hxxps://krol[.]de`` reads ``https://krol.de``;
``2001 : db8 : : 7`` reads ``2001:db8::7``.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit
from guardrails.readings.said_runs import NUMBER_WORD

_SIGNS = {
    **dict.fromkeys(("punkt", "dot", "pkt", "pünktchen"), "."),
    **dict.fromkeys(
        (
            "klammeraffe",
            "affenschwanz",
            "kringel-a",
            "a-kringel",
            "at",
            "ät",
            "aet",
            "at-zeichen",
            "at zeichen",
            "at-sign",
            "et",
            "@",
        ),
        "@",
    ),
    **dict.fromkeys(("minus", "bindestrich", "strich", "dash", "hyphen"), "-"),
    **dict.fromkeys(("unterstrich", "underscore"), "_"),
    **dict.fromkeys(("schrägstrich", "slash"), "/"),
    **dict.fromkeys(("doppelpunkt", "colon"), ":"),
    "plus": "+",
}
_AT = r"(?:kringel-a|a-kringel|klammeraffe|affenschwanz|at-zeichen|at[ ]zeichen|at[ ]sign|at|et|ät|aet|@)"
_DOT = r"(?:punkt|pünktchen|dot|pkt|\.)"
_SIGN = r"(?:punkt|pünktchen|dot|pkt|minus|bindestrich|strich|dash|hyphen|unterstrich|underscore|plus)"
_LIKE = r"\p{L}[ ](?:wie|as[ ]in|for)[ ]\p{L}{2,14}"
_PIECE = rf"(?:{_LIKE}|[\p{{L}}\d][\p{{L}}\d._+·-]{{0,30}})(?![\p{{L}}\d])"
_GAP = r"(?:,[ ]?|[ ]?[(\[{<*#|~/][ ]?|[ ]?[)\]}>*#|~/][ ]?|[ ])"
#: What people say around the sign, and is no part of the address.
_REMARK = (
    r"(?:alles[ ](?:klein|zusammen)(?:[ ]?geschrieben)?|klein[ ]?geschrieben|zusammen[ ]?geschrieben"
    r"|in[ ]einem[ ]wort"
    r"|und[ ]dann|dann|dieses)(?!\p{L})"
)
_REMARKS = rf"(?:[ ,]{{1,2}}{_REMARK}){{0,3}}"
_SURE_AT = r"(?:kringel-a|a-kringel|klammeraffe|affenschwanz|at-zeichen|at[ ]zeichen|at[ ]sign|ät|aet)"
_SAID = rf"{_GAP}{_SIGN}{_GAP}"
_TOP = r"(?:de|com|net|org|eu|info|biz|at|ch|berlin|example|online|email|uk|fr|pl|tr|ua|it|es|nl|me|io)(?![\p{L}\d])"
_MAIL = regex.compile(
    rf"(?<![\p{{L}}\d._-]){_PIECE}(?:(?:{_SAID}|,[ ]|[ ](?={NUMBER_WORD}(?!\p{{L}}))){_PIECE}){{0,8}}?{_REMARKS}{_GAP}"
    rf"(?:{_SURE_AT}{_REMARKS}{_GAP}(?:{_PIECE}[ ])?|{_AT}{_REMARKS}{_GAP})"
    rf"{_PIECE}(?:(?:{_SAID}|,[ ]){_PIECE}){{0,5}}?(?:{_GAP}{_DOT}{_GAP}|\.)(?P<top>{_TOP})",
    regex.IGNORECASE,
)
_WEB = regex.compile(
    rf"(?<![\p{{L}}\d._-])(?:https?{_GAP}doppelpunkt{_GAP}(?:(?:schrägstrich|slash){_GAP}){{2}})?"
    rf"(?:{_PIECE}(?:{_GAP}(?:{_SIGN}){_GAP}{_PIECE}){{0,5}}?{_GAP}(?:punkt|dot){_GAP}{_TOP}"
    rf"(?:{_GAP}(?:schrägstrich|slash){_GAP}{_PIECE}(?:{_GAP}{_SIGN}{_GAP}{_PIECE}){{0,6}}){{1,5}}+"
    rf"|www{_GAP}(?:punkt|dot){_GAP}{_PIECE}(?:{_GAP}{_SIGN}{_GAP}{_PIECE}){{0,5}}?{_GAP}(?:punkt|dot){_GAP}{_TOP})",
    regex.IGNORECASE,
)
_WORDS = regex.compile(
    rf"(?P<like>{_LIKE})(?![\p{{L}}\d])|(?P<remark>(?<!\p{{L}}){_REMARK})"
    r"|(?<![\p{L}\d])(?P<sign>at[- ](?:zeichen|sign)|kringel-a|a-kringel|klammeraffe|affenschwanz|at|et|ät|aet"
    r"|punkt|pünktchen|dot|pkt|minus|bindestrich|strich"
    r"|dash|hyphen|unterstrich|underscore|plus|schrägstrich|slash|doppelpunkt|colon)(?![\p{L}\d])"
    r"|[\p{L}\d._+·@-]+",
    regex.IGNORECASE,
)
_AT_HINT = regex.compile(rf"(?<![\p{{L}}\d]){_AT}(?![\p{{L}}\d])", regex.IGNORECASE)
#: ``Look at web.de`` has a preposition only.
_SAYS_A_SIGN = regex.compile(
    rf"(?<!\p{{L}})(?:{_SIGN}|klammeraffe|affenschwanz|ät|aet|at[- ]zeichen)(?!\p{{L}})", regex.IGNORECASE
)
_WEB_HINT = regex.compile(r"(?<!\p{L})(?:www|schrägstrich|slash)(?!\p{L})", regex.IGNORECASE)

#: ``[.]``, ``(:)``, ``{@}`` between letters or digits: a sign that has been made harmless.
_HARMLESS = regex.compile(
    r"(?<=[\p{L}\d:/])[ ]?(?:\[(?P<sign>[.:@/]{1,3})\]|\((?P<sign>[.:@/]{1,3})\)"
    r"|\{(?P<sign>[.:@/]{1,3})\}|<(?P<sign>[.:@/]{1,3})>)[ ]?(?=[\p{L}\d/])"
)
_SAID_DOT = regex.compile(
    r"(?<=[\p{L}\d])[ ]?(?:\((?:punkt|dot|pkt)\)|\[(?:punkt|dot|pkt)\]|\{(?:punkt|dot)\}|<(?:punkt|dot)>)[ ]"
    r"?(?=[\p{L}\d])",
    regex.IGNORECASE,
)
_SCHEME = regex.compile(
    r"(?<!\p{L})h(?:xx|\*\*|tt|__)p(?P<s>s?)(?:[ ]?\[?:\]?[ ]?/[ ]?/|\[://\])[ ]?", regex.IGNORECASE
)
#: Dots and colons with blanks around, in what is an address of the web or of a machine.
_SPACED_WEB = regex.compile(
    r"(?<![\p{L}\d.])(?:(?:https?|ftp)[ ]?:[ ]?/[ ]?/[ ]?|www[ ]?\.[ ]?)"
    r"(?=[^\n]{0,60}[ ])[\p{L}\d-]{1,40}(?:[ ]?[./][ ]?[\p{L}\d_?=&-]{1,40}){1,8}+"
)
_SPACED_IPV6 = regex.compile(
    r"(?<![\p{L}\d:])[0-9A-F]{1,4}(?:[ ]?:(?:[ ]?:)?[ ]?[0-9A-F]{1,4}(?![\p{L}\d])){2,7}+(?:[ ]?:[ ]?:)?",
    regex.IGNORECASE,
)
_SPACED_IPV4 = regex.compile(r"(?<![\p{L}\d.])\d{1,3}(?:[ ]?[.,][ ]?\d{1,3}(?![\p{L}\d])){3}(?![ ]?[.,][ ]?\d)")


def said_addresses(text: str) -> Iterator[Edit]:
    """Addresses with their signs in words, with harmless or spaced signs."""
    if _AT_HINT.search(text):
        yield from (_said(match) for match in _MAIL.finditer(text) if _SAYS_A_SIGN.search(match[0]))
    if _WEB_HINT.search(text):
        yield from (_said(match) for match in _WEB.finditer(text))
    for match in _HARMLESS.finditer(text):
        yield *match.span(), match["sign"]
    for match in _SAID_DOT.finditer(text):
        yield *match.span(), "."
    for match in _SCHEME.finditer(text):
        read = f"http{match['s'].lower()}://"
        if match[0].lower() != read:
            yield *match.span(), read
    for pattern in (_SPACED_WEB, _SPACED_IPV6, _SPACED_IPV4):
        for match in pattern.finditer(text):
            if " " in match[0] and not (pattern is _SPACED_IPV4 and "," in match[0] and "." not in match[0]):
                yield *match.span(), match[0].replace(" ", "").replace(",", ".")


def _said(match: regex.Match[str]) -> Edit:
    return *match.span(), "".join(
        word[0][0]
        if word["like"]
        else ""
        if word["remark"]
        else _SIGNS[word["sign"].lower().replace(" ", "-")]
        if word["sign"]
        else word[0]
        for word in _WORDS.finditer(match[0])
    )
