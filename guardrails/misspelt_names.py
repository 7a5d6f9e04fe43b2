"""Names that are written differently once: ``Korkmatz`` in a text that speaks of Frau Korkmaz."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Candidate, Evidence
from guardrails.recognizers.name_words import NEVER

_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}]{4,}")
#: Shortest name of which one letter may be wrong.
_SHORTEST = 5


def misspelt_names(text: str, findings: list[Candidate]) -> Iterator[Candidate]:
    """Words with a capital, in no list of everyday words, that are one letter away from a name found for certain."""
    names: set[str] = set()
    variants: set[str] = set()
    for finding in findings:
        if finding.entity == "PERSON" and finding.evidence.identifying:
            for word in _WORD.findall(text[finding.start : finding.end]):
                names.add(word.lower())
                variants.update(_shortened(word.lower()))
    if not variants:
        return
    lexicon = load_lexicon()
    evidence = Evidence("Bis auf einen Buchstaben der Name einer Person, die im Text vorkommt.", identifying=False)
    for match in scan(_WORD, text):
        key = match[0].lower()
        if key in names or key in NEVER or variants.isdisjoint(_shortened(key)):
            continue
        if lexicon.common(key) or lexicon.noun(key) or lexicon.place(key) or lexicon.place_abroad(key):
            continue
        yield Candidate(match.start(), match.end(), "PERSON", 0.65, "PersonRecognizer", evidence)


def _shortened(word: str) -> set[str]:
    """The word itself and all words without one of its letters but the first; two words that share one differ by a
    letter too many, too few, wrong or moved.
    """
    return {word} | {word[:at] + word[at + 1 :] for at in range(1, len(word)) if len(word) > _SHORTEST}
