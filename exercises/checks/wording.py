"""Where words and phrases stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import Field

from exercises.checks.settings import Line, Settings
from exercises.sentences import Sentence, split_sentences

_LEAVES_OPEN = re.compile(
    r"\b(?:nicht|nichts|nie|niemals|niemand\w*|weder|kein\w*|erst\s+(?:nach|danach|dann)|ob|wenn|falls|sofern|soweit|sobald|könnte\w*|möglicherweise|offen|entfällt|entfallen|gestrichen|fällt\s+weg|wegfällt)\b",
    re.IGNORECASE,
)
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


def sentences_with(phrases: Sequence[str], text: str) -> list[Sentence]:
    """Sentences that contain one of the phrases as whole words."""
    pattern = _pattern(phrases)
    return [sentence for sentence in split_sentences(text) if pattern.search(sentence.text)]


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, phrases))})(?!\w)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    parts = [r"\s+".join(map(re.escape, part.split())) for part in re.split(r"…|\.\.\.", phrase)]
    return r"(?:\s+[^\s.!?]+){0,8}?\s+".join(parts)


def leaves_open(sentence: str) -> bool:
    """Whether a sentence denies something, makes it depend on a condition or asks it."""
    return bool(_LEAVES_OPEN.search(sentence) or _ASKS.match(sentence)) or sentence.rstrip().endswith("?")
