"""Tags of HTML that stand inside of words and sentences and change nothing of what they say: ``Ra</b>be``,
``Y<wbr>oon</span> Seo``, ``<!-- Lu --><!-- cía -->``.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from guardrails.escapes import Edit

_ATTRIBUTES = r"(?:[ \t]{1,4}[\p{L}-]{1,20}=(?:\"[^\"<>\n]{0,120}\"|'[^'<>\n]{0,120}')){0,6}[ ]?/?"
_TAGS = regex.compile(
    r"(?:<(?:/(?:b|i|u|s|em|strong|small|big|sub|sup|mark|font|span|tt|code|kbd|ins|del)[ ]?"
    rf"|(?:b|i|u|s|em|strong|small|big|sub|sup|mark|font|span|wbr|tt|code|kbd|ins|del){_ATTRIBUTES})>){{1,6}}",
    regex.IGNORECASE,
)
#: A remark in the midst of a word, and what keeps two remarks apart.
_REMARKS = regex.compile(r"(?<=\p{L})<!--[^<>\n]{0,80}-->(?=\p{Ll})|[ ]?-->[ ]?<!--[ ]?")


def inline_tags(text: str) -> Iterable[Edit]:
    """The tags, read as nothing; as a blank where another word begins behind one."""
    if "<" not in text:
        return
    for pattern in (_TAGS, _REMARKS):
        for match in pattern.finditer(text):
            before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            another = (before.islower() and behind.isupper()) or (
                before.isalnum() and behind.isalnum() and before.isdigit() != behind.isdigit()
            )
            yield *match.span(), " " if another else ""
