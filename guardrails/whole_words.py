"""Names of which only a part was found, with the rest of what stands there without a blank: ``tina_k``, ``i.mau``,
``D3m!rt4$``, ``Amran1``.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from guardrails.recognizers.base import Candidate

#: What a scanner or a disguise leaves behind a name, and the initial of a user.
_BEHIND = regex.compile(r"(?:[\d$€]{1,4}|_\p{L}{1,2}\d{0,4})(?![\p{L}\p{N}_@]|\.\d)")
_BEFORE = regex.compile(r"(?<![\p{L}\p{N}@._/-])\p{L}{1,2}[._]$")
_FAR = 4


def whole_words(text: str, findings: list[Candidate]) -> list[Candidate]:
    """The findings in their order; those of persons with the whole word."""
    result: list[Candidate] = []
    for place, finding in enumerate(findings):
        if finding.entity == "PERSON":
            least = result[-1].end if result else 0
            most = findings[place + 1].start if place + 1 < len(findings) else len(text)
            start, end = finding.start, finding.end
            rest = _BEHIND.match(text, end, most) if text[end - 1].isalnum() else None
            end = rest.end() if rest else end
            if text[start].islower() and (before := _BEFORE.search(text, max(least, start - _FAR), start)):
                start = before.start()
            finding = replace(finding, start=start, end=end)
        result.append(finding)
    return result
