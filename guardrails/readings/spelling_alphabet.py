"""Letters spelled with a spelling alphabet: ``k wie Kaufmann, r, a, u, s, e`` reads ``krause``, ``Berta Strich Anton
Xaver`` reads ``B-AX``. The German alphabets (of names, and of towns as in DIN 5009:2022) and ICAO's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from guardrails.normalisation import Edit

_NAMES = (
    "Anton|Berta|Bertha|Cäsar|Caesar|Charlotte|Dora|Emil|Friedrich|Gustav|Heinrich|Ida|Julius|Kaufmann|Konrad|Ludwig"
    "|Martha|Marta|Nordpol|Otto|Paula|Quelle|Richard|Samuel|Siegfried|Theodor|Ulrich|Viktor|Wilhelm|Xanthippe|Xaver"
    "|Ypsilon|Zacharias|Zeppelin"
    "|Alfa|Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliett|Kilo|Lima|Mike|November|Oscar|Papa|Quebec"
    "|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Yankee|Zulu|Ärger|Ökonom|Übermut"
)
_TOWNS = (
    "Aachen|Berlin|Chemnitz|Cottbus|Düsseldorf|Essen|Frankfurt|Goslar|Hamburg|Ingelheim|Jena|Köln|Leipzig|München"
    "|Nürnberg|Offenbach|Potsdam|Quickborn|Rostock|Salzwedel|Tübingen|Unna|Völklingen|Wuppertal|Xanten|Zwickau"
)
_WORD = rf"(?:{_NAMES})(?!\p{{L}})"
_TOWN = rf"(?:{_TOWNS})(?!\p{{L}})"
_LIKE = r"\p{L}[ ](?:wie|as[ ]in|for|like)[ ]\p{L}{2,14}(?!\p{L})"
_LETTER = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:(?P<like>{_LIKE})|(?P<word>{_WORD})|(?-i:{_TOWN}))", regex.IGNORECASE
)
#: A letter by a word of an alphabet, explained or not; for patterns that ignore case.
LETTER_WORD = rf"(?:{_LIKE}|{_WORD})"
_SINGLE = r"[\p{L}\d](?![\p{L}\d])"
_DASH = r"(?:Strich|Bindestrich|Minus)(?!\p{L})"
_ITEM = rf"(?:{_LIKE}|{_WORD}|{_DASH}|{_SINGLE})"
#: ``M wie Martha, nochmal M wie Martha``
_AGAIN = r"(?:nochmal|noch[ ]einmal|noch[ ]ein|und[ ]dann|dann|wieder)"
_JOIN = rf"(?:,?[ ]{_AGAIN}[ ]|,[ ]?|[ ]?-[ ]?|[ ])"
_RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:{_LIKE}|{_WORD}|{_SINGLE})(?:{_JOIN}{_ITEM}){{1,40}}+", regex.IGNORECASE
)
#: Towns alone are a list of towns, unless there are many of them and nothing else.
_RUN_OF_TOWNS = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?:{_TOWN}|{_WORD})(?:{_JOIN}(?:{_TOWN}|{_WORD}|{_DASH}|\p{{Lu}}(?!\p{{L}}))){{2,40}}+"
)
_READ = regex.compile(
    rf"(?P<like>{_LIKE})|(?P<dash>{_DASH})|(?P<word>{_WORD}|{_TOWN})|(?<![\p{{L}}\d])(?P<single>{_SINGLE})",
    regex.IGNORECASE,
)
_LEAST = 2
_LEAST_OF_A_NAME = 3
#: A number goes on behind the letters: they are no name.
_NUMBER_BEHIND = regex.compile(
    r"[ ,/-]{0,3}(?:\d|(?:null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun)(?!\p{L}))", regex.IGNORECASE
)
_SAYS_SPELLED = regex.compile(
    r"(?<!\p{L})(?:buchstabier|buchstabe|alphabet|spell|tafel|\p{L}{0,4}name)", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SpelledLetter:
    """A letter, and where its word stands."""

    start: int
    end: int
    letter: str
    explained: bool
    """The word is explained: ``B wie Berta``."""
    town: bool
    """The word is the name of a town."""


def spelled_letters_in(text: str, start: int = 0) -> Iterator[SpelledLetter]:
    """Every word of a spelling alphabet, and every letter that is explained by a word, from ``start`` on."""
    for match in _LETTER.finditer(text, start):
        yield SpelledLetter(*match.span(), match[0][0], match["like"] is not None, match["like"] is match["word"])


def spelled_names(text: str) -> Iterator[tuple[int, int]]:
    """Runs of letters that are spelled and nothing else: who spells, spells a name."""
    if _LETTER.search(text) is None:
        return
    for match in _RUN.finditer(text):
        items = list(_READ.finditer(match[0]))
        if any(item["single"] and item[0].isdigit() for item in items):
            continue
        explained = sum(item["like"] is not None for item in items)
        words = sum(item["word"] is not None for item in items)
        if _recited(match[0]):
            continue
        letters = [item for item in items if item["dash"] is None]
        if len(letters) < _LEAST_OF_A_NAME or _NUMBER_BEHIND.match(text, match.end()):
            continue
        if explained >= _LEAST or words + explained >= len(items) - 1:
            yield match.span()
    for match in _RUN_OF_TOWNS.finditer(text):
        line = text[max(0, match.start() - 80) : match.start()].rsplit("\n", 1)[-1]
        if _SAYS_SPELLED.search(line) and not _recited(match[0]):
            yield match.span()


def _recited(run: str) -> bool:
    """Whether it is the alphabet itself: ``Anton, Berta, Cäsar``."""
    letters = [item[0][0].upper() for item in _READ.finditer(run)]
    return all(ord(behind) - ord(before) == 1 for before, behind in pairwise(letters))


def spelled_letters(text: str) -> Iterator[Edit]:
    """Runs with at least two words of the alphabet, or one letter explained by a word among others."""
    if _LETTER.search(text) is None:
        return
    for pattern in (_RUN, _RUN_OF_TOWNS):
        for match in pattern.finditer(text):
            letters, words, explained = [], 0, 0
            for item in _READ.finditer(match[0]):
                letters.append("-" if item["dash"] else item[0][0])
                words += item["word"] is not None
                explained += item["like"] is not None
            if words >= _LEAST or explained:
                yield *match.span(), "".join(letters).rstrip("-")
