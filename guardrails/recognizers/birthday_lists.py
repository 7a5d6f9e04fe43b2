"""Lists of birthdays: the days at the start or at the end of the lines below a heading that says so."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.recognizers.base import compiled

_HEADING = regex.compile(
    r"(?<!\p{L})(?:geburtstag(?:e|s?liste|s?kinder|s?kalender)|birthdays)(?!\p{L})", regex.IGNORECASE
)
_DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])\.[ ]?(?:(?:0?[1-9]|1[0-2])\.(?:[ ]?(?:19|20)?\d{2}(?!\d))?"
    r"|\p{Lu}\p{Ll}{2,8}\.?(?:[ ](?:19|20)\d{2}(?!\d))?)"
)
_AT_START = compiled(
    rf"[ ]*(?:[-*•–☐>]|\[[ x]?\])?[ ]*(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?,?[ ])?(?P<value>{_DAY})(?![\w.:])"
)
_AT_END = compiled(rf"[^\n]*?[\p{{L}})][ ,:|.…\t–-]{{1,40}}(?P<value>{_DAY})[ ]*(?:\([^()\n]{{1,30}}\))?[ ]*$")
#: Longest heading that stands over a list, in characters.
_LONGEST = 90


def birthday_lists(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every day in such a list; the list ends with an empty line that follows one."""
    for heading in _HEADING.finditer(text):
        line_start = text.rfind("\n", 0, heading.start()) + 1
        line_end = text.find("\n", heading.end())
        if line_end < 0 or line_end - line_start > _LONGEST:
            continue
        position, found = line_end + 1, False
        while position < len(text):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            if not text[position:end].strip():
                if found:
                    break
            elif (match := _AT_START.match(text, position, end) or _AT_END.match(text, position, end)) is not None:
                found = True
                yield match.span("value")
            elif not found:
                break
            position = end + 1
