"""Official stock phrases, passive and nominal style, long compounds: where they stand and what could stand instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from exercises.sentences import Sentence, words_in

PHRASES_FILE = Path(__file__).parent / "phrases.yaml"
"""The stock phrases, each with a plainer wording."""

LONGEST_PLAIN_WORD = 24
"""Letters up to which a word is left alone."""

_MOST_NOUNS = 3
"""Nouns made of verbs and adjectives that a sentence may hold before it counts as nominal style."""

_NOUN_OF_A_VERB = re.compile(r"\b[A-ZÄÖÜ]\w{3,}(?:ung|heit|keit|nahme|gabe|ierung)(?:en)?s?\b")
_NO_SUCH_NOUN = re.compile(
    r"\b(?:Wohnung|Zeitung|Rechnung|Kleidung|Meinung|Quittung|Versicherung|Abteilung|Verwaltung|Regierung|Zeichnung|Heizung"
    r"|Sitzung|Ordnung|Satzung|Verordnung|Gesundheit|Krankheit|Einheit|Arbeitszeit|Mehrheit|Minderheit|Vergangenheit)"
    r"(?:en|s)?\b"
)
_PARTICIPLE = (
    r"(?:\w*ge\w{2,}(?:t|en)|(?:be|er|ver|zer|ent|emp|miss|über|unter|wider|hinter|voll)\w{2,}(?:t|en)|\w{2,}iert"
    r"|(?:ab|an|auf|aus|bei|ein|fest|her|hin|mit|nach|vor|weg|zu|zurück|zusammen|um|durch)ge\w{2,}(?:t|en))"
)
_PASSIVE = re.compile(
    rf"\b(?:wird|werden|wurde|wurden|worden|würde|würden)\b(?:\s+[^\s.!?;]+){{0,12}}?\s+{_PARTICIPLE}\b"
    rf"|\b{_PARTICIPLE}\s+(?:wird|werden|wurde|wurden|worden|würde|würden)\b"
)
_FUTURE = re.compile(r"\b(?:wir|ich|Sie)\s+werden\b|\bwerden\s+(?:wir|Sie)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StockPhrase:
    """A stock phrase in a sentence."""

    phrase: str
    """The words as they stand."""
    instead: str
    """What could stand there."""
    sentence: Sentence
    """Where it stands."""


def stock_phrases(sentences: list[Sentence]) -> Iterator[StockPhrase]:
    """Every stock phrase, in the order of the text."""
    pattern, instead = _phrases()
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            yield StockPhrase(match.group(), instead[str(match.lastgroup)], sentence)


def is_passive(sentence: Sentence) -> bool:
    """Whether a sentence leaves open who acts: a form of `werden` with a participle, but no future of somebody."""
    found = _PASSIVE.search(sentence.text)
    if found is None:
        return False
    return not _FUTURE.search(sentence.text) or found.group().endswith("t") or "worden" in sentence.text


def is_nominal(sentence: Sentence) -> bool:
    """Whether more than three nouns of a sentence are made of verbs or adjectives (-ung, -heit, -keit, -nahme)."""
    return len(_NOUN_OF_A_VERB.findall(_NO_SUCH_NOUN.sub(" ", sentence.text))) > _MOST_NOUNS


def long_compounds(sentences: list[Sentence]) -> list[tuple[str, Sentence]]:
    """Words of more than 24 letters, each once; hyphenated ones are divided already."""
    found: dict[str, Sentence] = {}
    for sentence in sentences:
        for word in words_in(sentence.text):
            if word.isalpha() and len(word) > LONGEST_PLAIN_WORD:
                found.setdefault(word, sentence)
    return list(found.items())


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """One expression for all phrases, and by the name of its group what could stand instead."""
    listed = yaml.safe_load(PHRASES_FILE.read_text(encoding="utf-8"))
    listed.sort(key=lambda entry: -len(entry["phrase"]))
    instead = {f"p{number}": str(entry["instead"]) for number, entry in enumerate(listed)}
    parts = [f"(?P<p{number}>{_expression(str(entry['phrase']))})" for number, entry in enumerate(listed)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE), instead


def _expression(phrase: str) -> str:
    parts = [r"\s+".join(map(re.escape, part.split())) for part in phrase.split("…")]
    return r"(?:\s+[^\s.!?]+){0,4}?\s+".join(parts)
