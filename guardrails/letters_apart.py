"""Names of which somebody writes every letter apart: ``B-O-R-K``, ``P-a-r-k``, ``G°o°m°m°e°r°n``, ``h_o_l_m``.

The normalisation puts most of them together, and then nobody knows any more that the letters stood apart. That they did
says much: hardly anybody spells a word that is no name.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.normalisation import NormalisedText
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.name_words import NEVER

_APART = regex.compile(
    r"(?<![\p{L}\p{N}\p{Sm}@#/._-])(?P<word>\p{L}(?P<gap>[ ]?[._*|/~+·•°:^=-][ ]?|[ ])\p{L}(?![\p{L}\p{M}\p{N}])"
    r"(?:(?P=gap)\p{L}(?![\p{L}\p{M}\p{N}])){1,24}+)(?![@\p{N}]|(?P=gap)[\p{N}@])"
)
#: Who is told of, earlier in the line.
_ABOUT_A_NAME = regex.compile(
    r"(?<!\p{L})(?:herrn?|frau|fr\.|hr\.|familie|kolleg\p{L}*|chef\p{L}*|nachbar\p{L}*|\p{L}*name\p{L}*|namens"
    r"|(?<!das[ ])hei(?:ß|ss)(?:t|e|en)|nennt|gen\.|genannt|bewerber\p{L}*|antragsteller\p{L}*|kind\p{L}*"
    r"|schreibt[ ]sich|buchstabier\p{L}*|mr|mrs|ms|called|named)(?!\p{L})[^\n]{0,40}$",
    regex.IGNORECASE,
)
_HUMP = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")
_GIVEN = 5
_SHORT = 3


def names_letter_by_letter(original: str, plain: NormalisedText) -> Iterator[Candidate]:
    """Words with their letters apart that are names, or that something before calls a name; offsets in ``plain``."""
    lexicon = load_lexicon()
    for match in _APART.finditer(original):
        word = "".join(character for character in match["word"] if character.isalpha())
        about = _ABOUT_A_NAME.search(original, max(0, match.start() - 80), match.start()) is not None
        parts = _HUMP.split(word)
        if len(parts) > 1 and lexicon.given(parts[0]) >= _GIVEN and all(len(part) > 1 for part in parts):
            entity = "PERSON"
        else:
            entity = _entity(lexicon, word, about=about)
        if entity:
            start, end = plain.read_span(*match.span("word"))
            evidence = Evidence("Ein Name, dessen Buchstaben einzeln stehen.", identifying=False)
            yield Candidate(start, end, entity, 0.7, "SpelledNameRecognizer", evidence)


def _entity(lexicon: Lexicon, word: str, *, about: bool) -> str:
    """What the word is; empty where it is no name. Capitals abbreviate (``D-I-N``), and stress (``N-E-I-N``)."""
    everyday = lexicon.common(word) or lexicon.listed(word) or word.lower() in NEVER
    if everyday:
        return "PERSON" if about and lexicon.surname(word) and word.istitle() and len(word) > _SHORT else ""
    named = lexicon.given(word) >= _GIVEN or lexicon.surname(word)
    if len(word) <= _SHORT and (word.isupper() or not (named and about)):
        return ""
    if named or (about and not word.isupper()):
        return "PERSON"
    return "LOCATION" if lexicon.place(word) else ""
