"""PERSON, who writes in a chat"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.name_words import FIELDS, NAME_AND_WORD, NEVER

_NAME: Final = r"(?P<value>\p{L}[\p{L}'’-]{1,24}(?:[ ]\p{L}[\p{L}'’.-]{0,24})?)"
_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ ](?:Uhr|h|AM|PM))?"
_DAY: Final = r"\d{1,2}[./]\d{1,2}[./](?:\d{2,4})?,?[ ]"
_QUOTED: Final = r"(?:>{1,4}[ ]?)?"

#: How the lines of a chat begin: with a time that only a chat has there, or without one.
_PLAIN: Final = compiled(rf"^{_QUOTED}{_NAME}(?:[ ]\([^()\n]{{1,30}}\))?:[ ](?=\S)")
_TIMED: Final = (
    compiled(rf"^{_QUOTED}\[?(?:{_DAY})?{_CLOCK}\]?,?[ ]?[-–|]?[ ]{_NAME}(?:[ ]\([^()\n]{{1,30}}\))?:[ ](?=\S)"),
    compiled(rf"^{_QUOTED}{_NAME}[ ]?[,(\[|·–-]{{0,2}}[ ]?(?:{_DAY})?{_CLOCK}[)\]]?[ ]?:?[ ]?$"),
    compiled(rf"^{_QUOTED}{_NAME}[ ]?[,(\[|·–-]{{0,2}}[ ]?(?:{_DAY})?{_CLOCK}[)\]]?[ ]?:[ ](?=\S)"),
    compiled(rf"^{_QUOTED}(?:\[?{_CLOCK}\]?[ ])?<[@+]?{_NAME}>[ ](?=\S)"),
)
_LEAST_LINES: Final = 3
_LEAST_TIMED: Final = 2
#: Bearers from which on a given name that is a word as well (``Mo``) speaks where others speak.
_FREQUENT: Final = 20


class ChatSpeakerRecognizer(GuardRecognizer):
    """Speakers at the beginning of the lines of a chat (``Sanne: admin pw?``, ``Biruk 13:04``), the ones that no list
    knows too.

    A chat has at least three lines that begin like this (two with a time), somebody who speaks twice, and a speaker
    whose given name is listed; forms have a label only once. One speaker that is known lets all lines of the same
    layout count.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """The speakers of each layout in which a chat is written."""
        yield from self._speakers(text, _PLAIN, _LEAST_LINES, timed=False)
        for layout in _TIMED:
            yield from self._speakers(text, layout, _LEAST_TIMED, timed=True)

    @staticmethod
    def _speakers(
        text: str, layout: regex.Pattern[str], least: int, *, timed: bool
    ) -> Iterator[tuple[int, int, float, Evidence]]:
        lexicon = load_lexicon()
        lines = [match for match in scan(layout, text) if match["value"].split()[0].lower() not in NEVER]
        spoken = Counter(match["value"] for match in lines)
        if len(lines) < least or (max(spoken.values(), default=0) < 2 and len(lines) < _LEAST_LINES + timed):
            return
        known = {name for name in spoken if lexicon.given(name.split()[0]) >= 2 and not lexicon.common(name.split()[0])}
        if not known or (not timed and max(spoken.values()) < 2):
            return
        for match in lines:
            name = match["value"]
            key = name.lower()
            listed = lexicon.given(name) >= _FREQUENT or (key in NAME_AND_WORD and key not in FIELDS)
            twice = spoken[name] > 1 and lexicon.given(name) >= _FREQUENT
            if name in known or twice or (timed and listed) or not any(lexicon.common(word) for word in name.split()):
                yield *match.span("value"), 0.75, Evidence("Wer in einem Chat schreibt.")
