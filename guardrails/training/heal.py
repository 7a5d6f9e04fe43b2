"""Marks the gaps of the news corpora as unknown: names that their annotators passed over.

SmartData and MobIE label many persons only at some of their mentions. Taken as they are, they teach that
“Christian Schulz” is no person. Whatever looks like a name and carries no label is left out of the training.
"""

from __future__ import annotations

import re

from guardrails.tagger import _lexicon as bits
from guardrails.training.compose import LabelledText

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_NAME = bits.GIVEN_RARE | bits.GIVEN_COMMON | bits.SURNAME
_GIVEN = bits.GIVEN_RARE | bits.GIVEN_COMMON
_EVERYDAY = bits.LOWER_OFTEN | bits.LOWER_SOME | bits.NOUN_OFTEN


def heal(text: LabelledText, known: list[tuple[int, int]], words: dict[str, int]) -> LabelledText:
    """`text` with more unknown stretches. `known` are mentions of other kinds (companies), which stay as they are."""
    labelled = [(s.start, s.end) for s in text.spans] + known + text.missing
    seen = {
        word.lower()
        for span in text.spans
        if span.label == "PERSON"
        for word in _WORD.findall(text.text[span.start : span.end])
        if len(word) > 3
    }
    found = [
        match
        for match in _WORD.finditer(text.text)
        if match[0][0].isupper() and not any(start < match.end() and match.start() < end for start, end in labelled)
    ]
    gaps: list[tuple[int, int]] = []
    for number, match in enumerate(found):
        facts = words.get(match[0].lower(), 0)
        if match[0].lower() in seen or (facts & bits.PLACE and not facts & _EVERYDAY):
            gaps.append(match.span())
        following = found[number + 1] if number + 1 < len(found) else None
        if facts & _GIVEN and not facts & _EVERYDAY and following and following.start() == match.end() + 1:
            after = words.get(following[0].lower(), 0)
            if not after & _EVERYDAY and (after & _NAME or not after):
                gaps += [match.span(), following.span()]
    text.missing.extend(sorted(set(gaps)))
    return text
