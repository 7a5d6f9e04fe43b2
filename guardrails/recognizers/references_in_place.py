"""References that their place tells: in brackets, behind the noun for what they belong to, alone in a line.

``(E 88/2024)``, ``Beleg HV 26/1140``, ``Vorg. U-24-031177``, ``W 0447/25``: a short sign with capitals, numbers and a
stroke or hyphen. Its build alone says too little, a statute, a form or a device may have it; the place adds what is
missing.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.deadline import scan
from guardrails.recognizers.base import compiled

_REFERENCE = (
    r"(?:\d{1,3}(?:\.\d{1,3})?[-/])?(?-i:\p{Lu}\p{L}{0,4}|\p{Lu}{2,7})(?:[ ./-](?-i:\p{Lu})\p{L}{0,5})??"
    r"[ ./-]{0,1}\d{1,8}(?:[./-]\d{1,8}){0,3}(?:[-/ ](?-i:\p{Lu}{1,3}))?"
)
_END = r"(?![\p{L}\d/@-]|[.,]\d)"
_BRACKETS = compiled(rf"\((?:(?:az|nr|beleg)\.?[ ])?(?P<value>{_REFERENCE})(?:[ ]\p{{Ll}}{{2,10}})?\)")
_BEHIND_NOUN = compiled(
    r"(?<![\p{L}-])(?:(?:\p{L}{2,16})?(?:bescheid|rechnung|akte|antrag|vorgang|verfahren|sache|zeichen|urkunde|anzeige)"
    r"|beleg|quittung|vorg\.|fall|widerspruch|mandat|auftrag|urkundenrolle|anhörungsbogen|strafzettel|einwendung|ersuchen"
    rf"|az\.?|kz\.?|kassenz\.?|hilfe|meldung|unter)(?:[ ]nr\.?)?[ ]?:?[ ](?P<value>{_REFERENCE}){_END}"
)
_ALONE = compiled(r"^[ ]*(?P<value>(?-i:\p{Lu}{1,5})[ ]\d{1,6}/\d{2}(?:\d{2})?)[ ]*$")
#: Statutes, norms, papers of parliaments, forms, rooms, measures, trains and the like.
_SOMETHING_ELSE = regex.compile(
    r"(?:AZ|GZ|EUR|EURO|USD|CHF|GBP|BUILD|DIN|ISO|EN|IEC|RAL|VDE|VDI|VO|EU|EG|EWG|BT|BR|DS|DRS|BGBL|GVBL|ABL|SGB|BGB|TOP|KW|DN|PN|RV|NHN|TAN|OG|UG|EG|DG|HH|VH|R|ZI|RAUM"
    r"|HAUS|BLOCK|BETR|SEITE|S|STAND|VERSION|V|Q|H|A|B|L|K|E|U|S|BAB|IC|ICE|RE|RB|WIN|IOS|USB|PS|BJ|FLST|FLUR|ART|NR"
    r"|INC|CHG|PRB|REQ|RITM|TASK|CVE|KITA|HS|UN|CPV|MO|DI|MI|DO|FR|SA|SO|AB|BIS|AM|VOM|JAN|FEB|APR|JUN|JUL|AUG|SEP|SEPT|OKT|NOV"
    r"|DEZ|MAI|JUNI|JULI|MÄRZ)(?=[ ./-]?\d)",
    regex.IGNORECASE,
)
#: A number of proceedings and a year; there even a single capital is a register.
_OF_A_YEAR = regex.compile(r"(?-i:\p{Lu}{1,2})[ ]\d{1,5}/(?:(?:19|20)\d{2}|[12]\d)")
_SIGN = regex.compile(r"\d[./-]\d|\p{L}[/-]\d|\d[/-]\p{L}")
_LEAST = 4


def references_in_place(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every reference that its place tells."""
    for pattern in (_BRACKETS, _BEHIND_NOUN, _ALONE):
        for match in scan(pattern, text):
            value = match["value"]
            digits = sum(character.isdigit() for character in value)
            if digits < _LEAST or not _SIGN.search(value):
                continue
            if _SOMETHING_ELSE.match(value) and not _OF_A_YEAR.fullmatch(value):
                continue
            yield match.span("value")
