"""Names of which only a part was found, with the rest of what stands there without a blank: ``tina_k``, ``i.mau``,
``D3m!rt4$``, ``Amran1``.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from guardrails.lexicon import load_lexicon
from guardrails.readings.scanned_words import read_by_a_scanner
from guardrails.recognizers.base import Candidate

#: What a scanner or a disguise leaves behind a name, and the initial of a user.
_BEHIND = regex.compile(r"(?:[\d$€]{1,4}|_\p{L}{1,2}\d{0,4})(?![\p{L}\p{N}_@]|\.\d)")
_BEFORE = regex.compile(r"(?<![\p{L}\p{N}@._/-])\p{L}{1,2}[._]$")
_FAR = 4
#: A piece of a name that a scanner has torn off.
_TORN_OFF = regex.compile(r"(?:[ ](?:\p{Ll}{1,6}|\p{Lu}\p{Ll}?)(?![\p{L}\p{N}-])){1,6}")
#: A code of letters and digits without a blank.
_CODE = regex.compile(r"(?=[A-Za-z0-9+/]{0,40}\d)(?=[A-Za-z0-9+/]{0,40}\p{Ll}\p{Lu})[A-Za-z0-9+/]{14,400}={0,2}")
_TORN_BEFORE = regex.compile(r"(?<![\p{L}\p{N}.-])\p{Lu}\p{Ll}{0,4}[ ]$")


def whole_words(text: str, findings: list[Candidate]) -> list[Candidate]:
    """The findings in their order; those of persons with the whole word."""
    result: list[Candidate] = []
    torn = any(finding.entity == "PERSON" for finding in findings) and read_by_a_scanner(text)
    for place, finding in enumerate(findings):
        if finding.entity == "PERSON" and _inside_a_code(text, finding):
            continue
        if finding.entity == "PERSON" or (torn and finding.entity == "LOCATION"):
            least = result[-1].end if result else 0
            most = findings[place + 1].start if place + 1 < len(findings) else len(text)
            start, end = finding.start, finding.end
            rest = _BEHIND.match(text, end, most) if text[end - 1].isalnum() else None
            end = rest.end() if rest else end
            end = _with_torn_pieces(text, end, most) if torn else end
            if text[start].islower():
                before = _BEFORE.search(text, max(least, start - _FAR), start)
                if before is None and torn:
                    before = _TORN_BEFORE.search(text, max(least, start - 6), start)
                start = before.start() if before else start
            finding = replace(finding, start=start, end=end)
        result.append(finding)
    return result


def _with_torn_pieces(text: str, end: int, most: int) -> int:
    """Where a name ends together with the pieces behind it that are no words: ``Er1en bach``, ``Shahn az``."""
    pieces = _TORN_OFF.match(text, end, most)
    if pieces is None:
        return end
    for piece in regex.finditer(r"\p{L}+", pieces[0]):
        if piece[0].islower() and len(piece[0]) > 1 and load_lexicon().common(piece[0]):
            return end + max(0, piece.start() - 1)
    return pieces.end()


def _inside_a_code(text: str, finding: Candidate) -> bool:
    """Whether a name begins in the midst of a code: a few letters of ``SGF1c2hhbHRzcGxhbiAyMDI1``."""
    start = finding.start
    if not start or not text[start - 1].isalnum():
        return False
    begin = start
    while begin > max(0, start - 200) and text[begin - 1].isalnum():
        begin -= 1
    return _CODE.match(text, begin) is not None
