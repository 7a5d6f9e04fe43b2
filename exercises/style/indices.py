"""Readability indices for German. They count words, letters and syllables and know nothing of what a text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exercises.placeholders import PLACEHOLDER
from exercises.sentences import Sentence, words_in

_VOWELS = re.compile(r"[aeiouyäöü]")
_ONE_SOUND = re.compile(r"eau|aa|ai|au|ay|ee|ei|eu|ey|ie|oo|äu|ou|oi|oy")
_PREFIX = re.compile(r"\bbe(?=[aoäöü]|e(?:n|i|rd)|u[nr]|inhalt|irr)|\bge(?=[aoäöü]|e(?:b|h|i|n|rb)|u[nr]|impf|irr)")
"""A prefix before a vowel: `be-enden`, `ge-öffnet`, but `bei`, `Geist`."""
_FOREIGN = re.compile(
    r"[dnrt]i(?=on|ell|är|al|um|us|en\b)|[eu](?=um\b)|[eiou](?=ell)|ilä(?=um)|\b(?:id|s|f)e(?=en\b)|li(?=o(?:n|ll))"
    r"|(?:famil|lin|fol|akt|mobil|lil|pin|fer|ital|span|belg|med|gymnas|kriter|ser|arter)i(?=en?\b)"
)
"""Vowels side by side that are two sounds in words of foreign origin: `Famili-e`, `Muse-um`, `Informati-on`."""
_SILENT_U = re.compile(r"(?<=q)u")
_ENOUGH_WORDS = 20


@dataclass(frozen=True)
class Indices:
    """Indices of a whole text."""

    flesch: float
    """Reading ease after Flesch for German (Amstad 1978): 180 - words per sentence - 58.5 x syllables per word.
    0 to 100; the higher, the easier: below 30 very hard, 60 to 70 plain, above 80 easy."""
    sachtext: float
    """First Wiener Sachtextformel (Bamberger and Vanecek 1984): about the school year in which one can read the text,
    4 to 15."""
    lix: float
    """LIX (Björnsson 1968): words per sentence plus percentage of words of more than six letters. Below 40 easy, above
    60 hard."""
    words_per_sentence: float
    """Mean length of a sentence, in words."""


def syllables_in(word: str) -> int:
    """Spoken syllables of a German word, by its groups of vowels; at least one. Capitals as in `DSGVO` count each."""
    if len(word) > 1 and word.isupper() and word.isalpha():
        return len(word)
    parted = _SILENT_U.sub("", word.lower())
    parted = _PREFIX.sub(lambda match: f"{match.group()}|", parted)
    parted = _FOREIGN.sub(lambda match: f"{match.group()}|", parted)
    return max(1, len(_VOWELS.findall(_ONE_SOUND.sub("a", parted))))


def indices_of(sentences: Sequence[Sentence]) -> Indices | None:
    """The indices of a text; None where it is too short for them to mean anything.

    A placeholder counts as a word of two syllables and six letters, numbers as words of one syllable.
    """
    words = [word for sentence in sentences for word in words_in(PLACEHOLDER.sub("Person", sentence.text))]
    if len(words) < _ENOUGH_WORDS:
        return None
    syllables = [syllables_in(word) for word in words]
    per_sentence = len(words) / len(sentences)
    share = 100 / len(words)
    three_and_more = share * sum(count >= 3 for count in syllables)
    one = share * sum(count == 1 for count in syllables)
    long = share * sum(len(word) > 6 for word in words)
    return Indices(
        flesch=180 - per_sentence - 58.5 * sum(syllables) / len(words),
        sachtext=0.1935 * three_and_more + 0.1672 * per_sentence + 0.1297 * long - 0.0327 * one - 0.875,
        lix=per_sentence + long,
        words_per_sentence=per_sentence,
    )
