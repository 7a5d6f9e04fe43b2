"""DE_KFZ, said with the town in place of its letters"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import once, scan
from guardrails.lexicon import load_lexicon
from guardrails.readings.said_runs import NUMBER_WORD, says_numbers
from guardrails.readings.spelling_alphabet import LETTER_WORD
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled

_SAID = rf"(?:(?:{LETTER_WORD})|(?:ix|iks|ypsilon|zett?|jot|vau|ka|pe|ku|te|be|ce|ge)(?!\p{{L}}))"
_LETTER = r"\p{L}(?![\p{L}\p{N}])"
_GAP = r"(?:,?[ ]|[ ]?-[ ]?|[ ]{1,2}(?:strich|bindestrich|minus)[ ]{1,2})"
_NUMBER = rf"(?:{NUMBER_WORD}|\d{{1,4}})(?![\p{{L}}\p{{N}}])"


class SaidPlateRecognizer(GuardRecognizer):
    """A town, one letter or two and a number, letters or number in words: ``köln ludwig cäsar sechs sechs null``,
    ``Bochum, X Ypsilon, zwo-zwo-null``, ``Rosenheim Strich A B neunhundertelf``. A single letter before digits is a
    motorway (``Köln A 4``).
    """

    ENTITY = "DE_KFZ"
    _PLATE: ClassVar = compiled(
        rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<town>\p{{L}}{{3,20}}){_GAP}"
        rf"(?:{_SAID}(?:{_GAP}(?:{_SAID}|{_LETTER}))?|{_LETTER}{_GAP}(?:{_SAID}|{_LETTER})"
        r"|(?<=strich[ ]|minus[ ])(?-i:\p{Lu}{2})(?![\p{L}\p{N}]))"
        rf"{_GAP}(?:{_NUMBER}(?:{_GAP}{_NUMBER}){{1,3}}|(?=\p{{L}}{{9}}|\d{{2}}){_NUMBER}))"
        r"(?![ ]?(?:uhr|tage|wochen|monate|jahr|kinder|personen|euro|€|%))"
    )

    _SPACED: ClassVar = regex.compile(r"strich|(?<![\p{L}\d])(?:[\p{L}\d][ ]){3}")

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Those that begin with a town."""
        if not once(says_numbers, text) and self._SPACED.search(text) is None:
            return
        for match in scan(self._PLATE, text):
            if load_lexicon().place(match["town"].capitalize()):
                yield *match.span("value"), 0.72, Evidence("Ein Kennzeichen, das mit dem Ort vorgelesen wird.")
