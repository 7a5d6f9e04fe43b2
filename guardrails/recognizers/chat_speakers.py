"""PERSON, who writes in a chat"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled
from guardrails.recognizers.name_words import NEVER

_LINE: Final = compiled(
    r"^(?:\[?\d{1,2}[:.]\d{2}(?::\d{2})?\]?[ ]?[-–]?[ ])?"
    r"(?P<value>\p{L}[\p{L}'’-]{1,24}(?:[ ]\p{L}[\p{L}'’.-]{0,24})?)(?:[ ]\([^()\n]{1,30}\))?:[ ](?=\S)"
)
_LEAST_LINES: Final = 3
#: Bearers from which on a given name that is a word as well (``Mo``) speaks where others speak.
_FREQUENT: Final = 20


class ChatSpeakerRecognizer(GuardRecognizer):
    """Speakers at the beginning of the lines of a chat (``Sanne: admin pw?``), the ones that no list knows too.

    A chat has at least three lines that begin like this, somebody who speaks twice, and a speaker whose given name is
    listed; forms have a label only once.
    """

    ENTITY = "PERSON"

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """The speakers, when the text is a chat."""
        lexicon = load_lexicon()
        lines = [match for match in scan(_LINE, text) if match["value"].split()[0].lower() not in NEVER]
        spoken = Counter(match["value"] for match in lines)
        if len(lines) < _LEAST_LINES or max(spoken.values(), default=0) < 2:
            return
        known = {name for name in spoken if lexicon.given(name.split()[0]) >= 2 and not lexicon.common(name.split()[0])}
        if not known:
            return
        for match in lines:
            name = match["value"]
            twice = spoken[name] > 1 and lexicon.given(name) >= _FREQUENT
            if name in known or twice or not any(lexicon.common(word) for word in name.split()):
                yield *match.span("value"), 0.75, Evidence("Wer in einem Chat schreibt.")
