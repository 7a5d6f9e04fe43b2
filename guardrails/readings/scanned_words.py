"""``Te1.``, ``L1ndenallee``, ``Schr0eder``, ``Nurnmer``: digits inside words, and letters that a scanner has split."""

from collections.abc import Iterator

import regex

from guardrails.normalisation import Edit

_LETTER = {"0": "o", "3": "e", "4": "a", "5": "s", "7": "t"}
_WORD = regex.compile(
    r"(?<![\p{L}\p{N}])(?=\p{L}{1,30}[013457]{1,2}\p{Ll}|\p{L}{1,2}[01](?![\p{L}\p{N}]))"
    r"\p{L}\p{Ll}*(?:[013457]\p{Ll}*){1,4}(?![\p{L}\p{N}])"
)
_SPLIT = regex.compile(r"(?<=[Nn]u)rnm(?=er)|(?<=[Nn]um)rn(?=er)|(?<=[Nn]u)mrn(?=er)")
_VOWELS = "aeiouäöüy"


def scanned_words(text: str) -> Iterator[Edit]:
    """The digits of words as letters. ``1`` is an l beside a vowel, otherwise an i."""
    for match in _WORD.finditer(text):
        word = match[0]
        for at, character in enumerate(word):
            if not character.isdigit():
                continue
            beside = word[at - 1 : at].lower() + word[at + 1 : at + 2].lower()
            letter = _LETTER.get(character) or ("l" if any(vowel in beside for vowel in _VOWELS) else "i")
            yield match.start() + at, match.start() + at + 1, letter
    for match in _SPLIT.finditer(text):
        yield *match.span(), "mm"
