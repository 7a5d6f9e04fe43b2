"""Where words and phrases stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import Field

from exercises.checks.settings import Line, Settings
from exercises.content_words import content_words, roots
from exercises.sentences import Sentence, split_sentences

_LEAVES_OPEN = re.compile(
    r"\b(?:nicht|nichts|nie|niemals|niemand\w*|weder|kein\w*|erst\s+(?:nach|danach|dann)|ob|wenn|falls|sofern|soweit|sobald|könnte\w*|möglicherweise|offen|entfällt|entfallen|gestrichen|fällt\s+weg|wegfällt)\b",
    re.IGNORECASE,
)
_LEAST_IN_COMPOUND = 6
"""Letters that a stem must have to be looked for in compounds."""
_SHORT_STEM = 4
"""Letters up to which a stem says too little: `zwei` is in `zweiter`."""
_ACTING = re.compile(r"\b\w+ung(?=(?:en|s)?\b)", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:nicht|kein\w*|erst|noch|nur|ohne|bevor|vor|offen)\b", re.IGNORECASE)
_LEAST_PART = 3
"""Letters that a stem must have to be part of a compound that was taken apart."""
_LINKING_LETTERS = 2
"""Letters that may link the parts of a compound: the s in `Geburtsurkunde`."""
_ASKS = re.compile(r"\W*(?:wird|wurde|werden|würde|sollte|ist|sind)\b", re.IGNORECASE)


class Wording(Settings):
    """A point and the words by which it is recognised."""

    title: Line
    """German name of the point."""
    any_of: tuple[Line, ...] = Field(min_length=1, max_length=40)
    """Words or phrases, one of which suffices. Capital letters do not matter; only whole words count; three dots
    stand for up to eight words in between: `wird … bewilligt`."""
    why: Line
    """German: why it matters here."""


def occurs(phrases: Sequence[str], text: str) -> bool:
    """Whether one of the phrases stands in a text as whole words."""
    return bool(_pattern(phrases).search(text))


def told(phrases: Sequence[str], text: str) -> bool:
    """Whether one of the phrases stands in a text, or is told in other forms of its words.

    A phrase is told by a sentence that holds each of its words that carry content: inflected ("Rampen"), as part of a
    compound ("Höchstbeiträge" for `Beitrag`), or a compound in its parts ("Urkunde über die Geburt"). Where one of the
    phrases denies something, and for one with a number or little content ("je Verein"), other forms may say something
    else: these have to stand as they are.
    """
    if occurs(phrases, text) or _pattern(phrases, endings=True).search(text):
        return True
    if any(_DENIES.search(phrase) for phrase in phrases):
        return False
    sought = [words for phrase in phrases if (words := _words_that_tell(phrase))]
    if not sought:
        return False
    sentences = [_tellable(sentence.text) for sentence in split_sentences(text)]
    return any(all(_is_told(word, sentence) for word in words) for words in sought for sentence in sentences)


def _words_that_tell(phrase: str) -> frozenset[str]:
    """Roots of the words of a phrase that carry content; none where the rest of it matters too."""
    stems = _tellable(phrase)
    if re.search(r"\d", phrase) or not stems:
        return frozenset()
    alone = len(stems) == 1 and (len(phrase.split()) > 1 or len(min(stems)) <= _SHORT_STEM)
    return frozenset() if alone else stems


def _tellable(text: str) -> frozenset[str]:
    """Roots of a text's words. Nouns on -ung are left whole but for their plural: `Lageplanung` is no `Lageplan`."""
    acting = frozenset(word.lower() for word in _ACTING.findall(text))
    return roots(content_words(_ACTING.sub(" ", text))) | acting


def _is_told(word: str, stems: frozenset[str]) -> bool:
    if word in stems or (len(word) >= _LEAST_IN_COMPOUND and any(_is_part(word, other) for other in stems)):
        return True
    parts = sorted((stem for stem in stems if len(stem) >= _LEAST_PART and stem in word), key=len, reverse=True)
    if len(parts) < 2:
        return False
    rest = word
    for part in parts:
        rest = rest.replace(part, " ", 1)
    return len(rest.replace(" ", "")) <= _LINKING_LETTERS


def _is_part(word: str, compound: str) -> bool:
    """Whether a word is the last part of a compound, or another one with a word behind it and no mere ending."""
    place = compound.rfind(word)
    return place >= 0 and (compound.endswith(word) or len(compound) - place - len(word) > _LEAST_PART)


def sentences_with(phrases: Sequence[str], text: str) -> list[Sentence]:
    """Sentences that contain one of the phrases as whole words."""
    pattern = _pattern(phrases)
    return [sentence for sentence in split_sentences(text) if pattern.search(sentence.text)]


def _pattern(phrases: Sequence[str], *, endings: bool = False) -> re.Pattern[str]:
    last = "(?:e?[ns]|e)?" if endings else ""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, phrases))}){last}(?!\w)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    parts = [r"\s+".join(map(re.escape, part.split())) for part in re.split(r"…|\.\.\.", phrase)]
    return r"(?:\s+[^\s.!?]+){0,8}?\s+".join(parts)


def leaves_open(sentence: str) -> bool:
    """Whether a sentence denies something, makes it depend on a condition or asks it."""
    return bool(_LEAVES_OPEN.search(sentence) or _ASKS.match(sentence)) or sentence.rstrip().endswith("?")
