"""Content words exchanged for rare ones, in case and answer alike, so that copying is the only way to get them right.

A grammar has few words. A model trained on it learns which words answers have, and refuses to copy any other. With
words from all of federal law in the places that an answer takes over from its case, it must look at the case.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable

from models.training.corpus.conversation import Example, Turn
from models.training.corpus.draw import MONTHS, NUMBER_WORDS, WEEKDAYS

WORD = re.compile(r"\[[A-Z_]+_\d\]|[A-ZÄÖÜ]?[a-zäöüß]{3,}")
COMMON_SHARE = 0.025
REWORDED = ("letter-", "call-", "scene-", "mail-", "record-")
"""Tasks whose answers put the case into other words; where they keep its words, there is nothing to blur."""
TELLING = re.compile(
    r"Frau|Herrn?|.*(?:sender|steller|stellend|bürger|bauherr|kund|anruf|einsend|absend).*", re.IGNORECASE
)
"""Words that say how to address a person."""
KEPT = {*MONTHS, *NUMBER_WORDS, *WEEKDAYS, "Monate", "Monaten", "Tage", "Tagen", "Arbeitstage", "Arbeitstagen"}


def words_of(text: str) -> set[str]:
    """The words of a text from four letters on, placeholders left out."""
    return {word for word in WORD.findall(text) if not word.startswith("[") and len(word) > 3}


class WordSwap:
    """Exchanges words that an answer copies from its case; words that answers have of their own stay."""

    def __init__(self, vocabulary: Iterable[str], answers: Iterable[str]) -> None:
        every = sorted({word for text in vocabulary for word in words_of(text) if len(word) < 17})
        self.capitalised = [word for word in every if word[0].isupper()]
        self.lower = [word for word in every if word[0].islower()]
        counted: Counter[str] = Counter()
        total = 0
        for answer in answers:
            counted.update(words_of(answer))
            total += 1
        self.common = {word for word, count in counted.items() if count > COMMON_SHARE * total} | KEPT

    def apply(self, made: Example, seed: int, share: float = 0.5) -> None:
        """Exchange about `share` of the copied words of the example, the same way everywhere in it."""
        chance = random.Random(seed)
        answers = " ".join(turn.answer for turn in made.turns)
        copied = sorted((words_of(made.first_message) & words_of(answers)) - self.common)
        chosen = {
            word: chance.choice(self.capitalised if word[0].isupper() else self.lower)
            for word in copied
            if chance.random() < share
        }

        def exchanged(text: str) -> str:
            return WORD.sub(lambda match: chosen.get(match[0], match[0]), text)

        made.first_message = exchanged(made.first_message)
        made.case = exchanged(made.case)
        made.turns = [Turn(exchanged(turn.instruction), exchanged(turn.answer)) for turn in made.turns]

    def blur(self, made: Example, seed: int, share: float = 0.25) -> None:
        """Exchange about `share` of the case's words that no answer has, so that no single word gives a fact away.

        What a person's name, a number or a date stands for must then be read from all that is around it, as with
        wordings that were never trained on.
        """
        if not made.case or not made.task.startswith(REWORDED):
            return
        chance = random.Random(seed)
        kept = words_of(" ".join(turn.instruction + " " + turn.answer for turn in made.turns)) | KEPT
        lowered = {word.lower() for word in kept}

        def blurred(match: re.Match[str]) -> str:
            word = match[0]
            if word.startswith("[") or len(word) < 4 or word.lower() in lowered or TELLING.fullmatch(word):
                return word
            if chance.random() >= share:
                return word
            return chance.choice(self.capitalised if word[0].isupper() else self.lower)

        case = WORD.sub(blurred, made.case)
        made.first_message = made.first_message.replace(made.case, case)
        made.case = case
