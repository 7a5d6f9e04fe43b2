"""Words that carry what a sentence says, brought to their stem, so that two sentences can be laid side by side."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{3,}")
_FUNCTION_WORD_LIST = """
    aber alle allem allen aller alles als also auch auf aus außerdem bei beim bereits bis bitte bitten bzw dabei
    dadurch dafür dagegen daher dahin damit danach dann daran darauf daraus darf darin darüber das dass dazu dein
    dem den denn der deren derzeit des deshalb dessen die dies diese diesem diesen dieser dieses doch dort durch
    dürfen eben ebenfalls ein eine einem einen einer eines einige entsprechend erst etwa etwas für fürs ganz gegen
    gern gerne gibt habe haben hat hatte hatten hier hierzu hiermit hinaus ich ihm ihn ihnen ihr ihre ihrem ihren
    ihrer ihres immer indem innerhalb ins ist jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem
    keinen keiner können könnte könnten lassen machen mehr mein meine meinem meinen mich mir mit möchte möchten
    muss müssen nach nachdem nicht nichts noch nun nur ob oder ohne rund schon sehr sei seien sein seine seinem
    seinen seiner seit sich sie sind sobald sofern sollen sollte sollten somit sondern sonst soweit sowie über um
    und uns unser unsere unserem unseren unserer unter viel viele vom von vor vorher war waren warum was weil
    weiter weitere weiterhin welche welcher wenn wer werde werden wie wieder will wir wird wohl wollen worden
    wurde wurden würde würden zudem zum zur zurzeit zusätzlich zwar zwischen
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
"""Words that say little about what a sentence is about."""

_LEAST_SHARED = 5
"""Letters that a part of a compound must have to stand for it: `Bescheinigung` in `Verdienstbescheinigung`."""


def content_words(text: str) -> frozenset[str]:
    """Stems of the words of a text that carry content; placeholders, numbers and function words are left out.

    Stems are those of the Snowball stemmer for German; a stem is no word.
    """
    bare = re.sub(r"\[[A-Z0-9_]+\]", " ", text)
    return frozenset(_stem(word.lower()) for word in _WORD.findall(bare) if word.lower() not in _FUNCTION_WORDS)


def occurs_in(stem: str, stems: frozenset[str]) -> bool:
    """Whether a stem, or a compound of which it is a part or that is a part of it, is among others."""
    if stem in stems:
        return True
    return any(
        (len(stem) >= _LEAST_SHARED and stem in other) or (len(other) >= _LEAST_SHARED and other in stem)
        for other in stems
    )


def roots(stems: frozenset[str]) -> frozenset[str]:
    """The stems, those of a verb that changes its vowel brought together with its noun: `Entscheidung`."""
    return frozenset(_ABLAUT.sub(lambda match: _ROOTS[match.group()], stem) for stem in stems)


_ROOTS = {"entschied": "entscheid", "beschloss": "beschluss", "beschließ": "beschluss", "beschliess": "beschluss"}
_ABLAUT = re.compile("|".join(_ROOTS))


def _stem(word: str) -> str:
    """The stem; participles lose what makes them one, so that `eingereicht` meets `einreichen`."""
    stem: str = _stemmer().stemWord(word)
    separable = re.fullmatch(rf"({_SEPARABLE})(?:ge|zu)(\w{{3,}})", stem)
    if separable:
        stem = separable[1] + separable[2]
    elif re.fullmatch(r"ge\w{4,}t", stem):
        stem = stem[2:]
    return stem.removesuffix("t") if len(stem) >= _LEAST_SHARED else stem


_SEPARABLE = "ab|an|auf|aus|bei|ein|fest|mit|nach|vor|weiter|wieder|zu|zurück"


@lru_cache(maxsize=1)
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("german")
