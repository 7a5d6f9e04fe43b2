"""Text that somebody has turned round or shifted, and Morse code.

``relliM annaH`` reads ``Hanna Miller``, ``00031023 ED`` the account number that it is from behind, ``Unaan`` in a line
about ROT13 ``Hanna``, ``.... .- -. -. .-`` ``Hanna``.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import regex

from guardrails.lexicon import load_lexicon
from guardrails.normalisation import Edit

#: What only text from behind looks like: a capital or a country at the end, the end of an address at its start.
_CAPITAL_LAST = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?:[a-z]?\d{1,3}[ ])?\p{Ll}{2,24}\p{Lu}(?:[ -]\p{Ll}{2,24}\p{Lu}(?!\p{L})){1,3}+"
    r"|(?:[a-z]?\d{1,3}[ ])?\p{Ll}{4,24}\p{Lu})(?![\p{L}\p{N}])"
)
_MAIL = regex.compile(
    r"(?<![\w.-])(?:ed|moc|ten|gro|ue|elpmaxe)\.[\w.-]{2,60}@[\w.+-]{1,60}(?![\w.-])", regex.IGNORECASE
)
_ACCOUNT = regex.compile(r"(?<![\p{L}\p{N}])\d(?:[ ]?\d){17,21}[ ]?(?:ED|TA)(?![\p{L}\p{N}])", regex.IGNORECASE)
_SAYS_TURNED = regex.compile(
    r"(?<!\p{L})(?:rückwärts|umgekehrt\p{L}{0,2}|verkehrt[ -]?herum|von[ ]hinten|spiegelverkehrt|gespiegelt\p{L}{0,2}"
    r"|reversed?|backwards?|von[ ]rechts[ ]nach[ ]links)(?!\p{L})",
    regex.IGNORECASE,
)
_CODE = regex.compile(
    r"(?<![\p{L}\p{N}])(?=(?:[^\n\d]{0,3}\d){5})[\p{Lu}\d]{1,24}(?:[ ./-][\p{Lu}\d]{1,24}){0,8}+(?![\p{L}\p{N}])"
)
_TURNED_WORD = regex.compile(r"(?<![\p{L}\p{N}-])\p{L}{4,24}(?![\p{L}\p{N}-])")
_SAYS_SHIFTED = regex.compile(
    r"(?<!\p{L})(?:rot[ -]?13|c(?:ae|ä)sar[ -]?(?:chiff|verschl|code|kode"
    r"|verschieb)\p{L}{0,16})(?!\p{L})",
    regex.IGNORECASE,
)
_WORD = regex.compile(r"(?<![\p{L}\p{N}])[A-Za-z@.-]{3,60}(?![\p{L}\p{N}])")
_MORSE = regex.compile(
    r"(?<![\w.-])(?=[. ]{0,12}-)(?=[- ]{0,12}\.)[.-]{1,5}(?:(?:[ ]{1,3}|[ ]?[/|][ ]?)[.-]{1,5}){3,80}(?![\w.-])"
)
_MORSE_CODES = """
    .- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..
    ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. .-.- ---. ..--
"""
_MORSE_LETTERS = dict(zip(_MORSE_CODES.split(), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÄÖÜ", strict=True))


def turned_text(text: str) -> Iterator[Edit]:
    """Stretches that read otherwise from behind, shifted by thirteen letters, or as Morse code."""
    for pattern in (_CAPITAL_LAST, _ACCOUNT):
        for match in pattern.finditer(text):
            yield *match.span(), match[0][::-1].upper() if pattern is _ACCOUNT else match[0][::-1]
    if "@" in text:
        yield from ((*match.span(), match[0][::-1]) for match in _MAIL.finditer(text))
    for start, end in _lines(text, _SAYS_TURNED):
        yield from ((*match.span(), match[0][::-1]) for match in _CODE.finditer(text, start, end))
    for start, end in _lines(text, _SAYS_SHIFTED):
        for match in _WORD.finditer(text, start, end):
            if not load_lexicon().common(match[0].strip(".-")) and not _SAYS_SHIFTED.match(text, match.start()):
                yield *match.span(), codecs.encode(match[0], "rot13")
    if "- " in text or "-/" in text:
        for match in _MORSE.finditer(text):
            read = _morse(match[0])
            if read:
                yield *match.span(), read


def turned_names(text: str) -> Iterator[tuple[int, int]]:
    """Words that are names from behind, where something is said to be written so: ``rückwärts GNINÜRB``."""
    lexicon = load_lexicon()
    for start, end in _lines(text, _SAYS_TURNED):
        for match in _TURNED_WORD.finditer(text, start, end):
            word, read = match[0], match[0][::-1].capitalize()
            named = lexicon.given(read) > 2 or lexicon.surname(read)
            if named and not (lexicon.common(word) or lexicon.surname(word) or lexicon.given(word)):
                yield match.span()


def _lines(text: str, says: regex.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The lines with such a word, and the one behind each."""
    position = 0
    for match in says.finditer(text):
        start = max(position, text.rfind("\n", 0, match.start()) + 1)
        end = text.find("\n", match.end())
        end = text.find("\n", end + 1) if end >= 0 else end
        end = len(text) if end < 0 else end
        if start < end:
            yield start, end
        position = max(position, end)


def _morse(code: str) -> str:
    words = [word.split() for word in regex.split(r"[ ]?[/|][ ]?|[ ]{2,3}", code)]
    if any(letter not in _MORSE_LETTERS for word in words for letter in word):
        return ""
    return " ".join("".join(_MORSE_LETTERS[letter] for letter in word).title() for word in words)
