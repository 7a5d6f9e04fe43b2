"""Number of words, an answer that breaks off, and one that says the same sentence again and again."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Annotated, Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.sentences import Sentence, split_sentences, words_in

_FINISHED = re.compile(r"[.!?:…)\]\"”“»*_|]$")
_FULL_STOP = re.compile(r"[.!?…]$")
_LABEL_AND_DATE = re.compile(r"[^.!?:]{1,60}:[\s*_]+\d{1,2}\.\s?[\w.]{1,12}\s?\d{4}$")
_LIST_ITEM = re.compile(r"(?:[-*•–☐☑□▢✓✔]|\[[ xX]?\]|\d{1,2}[.)])\s")
_SHORT_LINE = 6
_TOO_OFTEN = 3
"""So often a sentence may not be said."""
_SHORT_SENTENCE = 3
"""Words up to which a sentence may come back as often as it likes: `Zuständig: Teamleitung`."""


class LengthSettings(Settings):
    """Compares the number of words with what suits the text."""

    check: Literal["length"]
    """Kind of the check."""
    title: Line = "Länge"
    """German heading."""
    min_words: Annotated[int, Field(ge=1, le=2000, strict=True)]
    """Fewest words of a usable text."""
    max_words: Annotated[int, Field(ge=1, le=5000, strict=True)]
    """Most words that readers should be asked to read."""


def breaks_off(text: str) -> bool:
    """Whether a text ends in mid-sentence: its last line is long and has no closing mark.

    Where the other items of the same list go without a full stop, the last item may do so too; and a label with a date
    ("Wiedervorlage: 1. Oktober 2026") needs none.
    """
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not lines or len(words_in(lines[-1])) <= _SHORT_LINE or _FINISHED.search(lines[-1]):
        return False
    if _LABEL_AND_DATE.match(lines[-1]):
        return False
    others = list(takewhile(_LIST_ITEM.match, reversed(lines[:-1])))
    return not (_LIST_ITEM.match(lines[-1]) and others and not any(_FULL_STOP.search(line) for line in others))


def repeated_sentences(text: str) -> list[tuple[Sentence, int]]:
    """Sentences that are said three times or more, with how often; letters and marks apart, not the wording."""
    said: dict[tuple[str, ...], list[Sentence]] = {}
    for sentence in split_sentences(text):
        words = tuple(word.lower() for word in words_in(sentence.text))
        if len(words) > _SHORT_SENTENCE:
            said.setdefault(words, []).append(sentence)
    return [(places[0], len(places)) for places in said.values() if len(places) >= _TOO_OFTEN]


def check_length(settings: LengthSettings, draft: Draft, check_id: str = "length") -> CheckResult:
    """Too short, too long, broken off, saying the same again, or fine."""
    count = len(words_in(draft.answer))
    repeated = repeated_sentences(draft.answer)
    span = f"{settings.min_words} bis {settings.max_words} Wörter"

    def result(status: Literal["ok", "hint", "missing"], message: str) -> CheckResult:
        items = [f"{count} Wörter, passend wären {span}"]
        items += [f"Zeile {sentence.line}, {often}-mal: „{sentence.text}“" for sentence, often in repeated]
        return CheckResult(id=check_id, title=settings.title, status=status, message=message, items=items)

    if not count:
        return result("missing", "Die Antwort ist leer. Versuchen Sie es noch einmal, gern mit einem anderen Prompt.")
    if repeated:
        return result(
            "hint",
            "Die Antwort wiederholt sich: Derselbe Satz steht mehrmals da. Streichen Sie, was doppelt ist, oder bitten "
            "Sie um einen kürzeren Text.",
        )
    if breaks_off(draft.answer):
        return result(
            "hint",
            "Die Antwort bricht mitten im Satz ab. Vermutlich war die Länge begrenzt. Bitten Sie um einen kürzeren "
            "Text.",
        )
    if count < settings.min_words:
        return result("hint", "Die Antwort ist kurz. Sehen Sie nach, ob etwas fehlt, das die Lesenden brauchen.")
    if count > settings.max_words:
        return result("hint", "Die Antwort ist lang. Was davon brauchen die Lesenden wirklich?")
    return result("ok", "Die Länge passt zu dieser Art von Text.")
