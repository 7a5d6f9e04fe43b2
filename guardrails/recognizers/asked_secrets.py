"""Passwords and codes that are sent as a line of their own because somebody has asked for them above."""

from __future__ import annotations

from collections.abc import Iterator

import regex

_ASKED = regex.compile(
    r"(?<!\p{L})(?:(?:sms-?|m|push-?)?tan|pin|puk|\p{L}{0,16}code|passwort|kennwort|passw|pw|pwd|password"
    r"|zugang(?:sdaten)?|login|wlan-?schlüssel)"
    r"(?!\p{L})",
    regex.IGNORECASE,
)
#: What the line of an answer begins with: ``[10:02] Ole: ``, ``> ``, ``Ole 13:04``.
_SPEAKER = regex.compile(
    r"[ ]*(?:[>•*–-]{1,2}[ ]?)?(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?[ ,–-]{0,3})?(?:\p{L}[\p{L} .'-]{0,24}:[ ])?"
    r"(?:(?:neue[rs]?|das|der|die|ist|also|jo|ja|klar|hier|bitte|moment|und|dann|lautet)[ :,]{1,2}){0,3}"
)
_ONLY_A_SPEAKER = regex.compile(r"[ ]*\p{L}[\p{L} .'-]{0,24}[ ,]{1,2}(?:um[ ])?\d{1,2}[:.]\d{2}(?:[ ]Uhr)?:?[ ]*")
_DIGITS = regex.compile(r"(?!(?:19|20)\d{2}(?!\d))\d{3,4}(?:[ -]?\d{2,4}){0,2}[#*]?")
_PASSWORD = regex.compile(
    r"(?![^\s]{0,60}(?:@|://|www\.))(?=[^\s]{0,40}\p{L})(?=[^\s]{0,40}\d)[^\s\"'`,;:()<>]{6,40}(?<![.?:/])"
)
#: Lines below the question among which the answer is looked for.
_LINES = 4


def asked_secrets(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands alone in one of the lines below such a question."""
    below = 0
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line_start = start
        start = end + 1
        if below and not _ONLY_A_SPEAKER.fullmatch(text, line_start, end):
            speaker = _SPEAKER.match(text, line_start, end)
            value_start = speaker.end() if speaker else line_start
            value_end = value_start + len(text[value_start:end].rstrip())
            if any(pattern.fullmatch(text, value_start, value_end) for pattern in (_DIGITS, _PASSWORD)):
                yield value_start, value_end
                below = _LINES
                continue
            below -= bool(text[line_start:end].strip())
        if end - line_start < 200 and _ASKED.search(text, line_start, end):
            below = _LINES
