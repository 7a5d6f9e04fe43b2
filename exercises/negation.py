"""Clauses of German sentences and whether they deny what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exercises.content_words import content_words
from exercises.sentences import Sentence

_BOUNDARY = re.compile(
    r"\s*(?:[;:]|,|\s[–—-]\s|\b(?:und|aber|sondern|jedoch|allerdings|denn|sowie)\b)\s*", re.IGNORECASE
)
_NEGATOR = re.compile(
    r"\b(?:nicht|nichts|nie|niemals|niemand|keinesfalls|keineswegs|kein(?:e[mnrs]?)?|weder|ohne)\b", re.IGNORECASE
)
_NO_DENIAL = re.compile(r"\bnicht\s+(?:nur|zuletzt|mehr\s+als)\b|\bohne\s+weiteres\b", re.IGNORECASE)
_PREFIX = re.compile(
    r"\bun(?=(?:vollständig|begründet|zulässig|entschieden|klar|bekannt|verändert|gültig|geklärt)\w*)", re.IGNORECASE
)
_NOUN = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{2,}\b")
_LACK = re.compile(r"\bfehl(?:t|en|te|ten|end\w*)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """A part of a sentence that says one thing."""

    text: str
    """Its words as they stand."""
    sentence: Sentence
    """The sentence it is a part of."""
    words: frozenset[str]
    """Stems of its content words, negations and the prefix of denied adjectives left out."""
    denies: bool
    """Whether it holds an odd number of negations."""


def clauses_of(sentence: Sentence, before: Sentence | None = None) -> list[Clause]:
    """The clauses of a sentence, split at commas and conjunctions.

    A clause of one word is about what the one before was about: "The application is signed, but not complete"; for
    the first clause that is the sentence before.
    """
    found: list[Clause] = []
    subject = before.text if before else ""
    for part in _BOUNDARY.split(sentence.text):
        if not part.strip():
            continue
        words = _words(part)
        if len(words) == 1 and (_denies(part) or not _NOUN.search(part)):
            words |= _words(" ".join(_NOUN.findall(subject)))
        else:
            subject = part
        found.append(Clause(part.strip(), sentence, words, _denies(part)))
    return found


def _denies(text: str) -> bool:
    denials = _NEGATOR.findall(_NO_DENIAL.sub(" ", text))
    return (len(denials) + len(_PREFIX.findall(text))) % 2 == 1


def _words(text: str) -> frozenset[str]:
    return content_words(_PREFIX.sub("", _LACK.sub(" ", text)))
