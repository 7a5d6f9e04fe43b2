"""Wordings that ask much of their readers, with their places. Hints for revising, never a claim of plain language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.sentences import Sentence, split_sentences, words_in
from exercises.style import Indices, indices_of, is_nominal, is_passive, long_compounds, stock_phrases

_SHOWN_WORDS = 8
_COLON = re.compile(r":\s+(?=[A-ZÄÖÜ„])")
_MOST_STOCK_PHRASES = 2
"""A text may hold so many stock phrases before they are worth a hint."""
_MOST_PASSIVE = 0.4
"""Share of passive sentences from which on they are worth a hint."""
_FEWEST_SENTENCES = 4
"""Sentences that a text must have for shares to mean something."""

_FIRST_SCHOOL_YEAR = 4.0
"""The Wiener Sachtextformel says nothing of texts for younger readers."""


class ReadabilitySettings(Settings):
    """Looks for long sentences, stock phrases, passive and nominal style, and long compounds."""

    check: Literal["readability"]
    """Kind of the check."""
    title: Line = "Lesbarkeit"
    """German heading."""
    max_sentence_words: Annotated[int, Field(ge=8, le=60, strict=True)] = 22
    """Words from which on a sentence counts as long; the next greater number is the first one reported."""


def check_readability(settings: ReadabilitySettings, draft: Draft, check_id: str = "readability") -> CheckResult:
    """What makes the text hard to read, in the order of weight, each with its place; at the end the indices."""
    sentences = split_sentences(draft.answer)
    if not sentences:
        return CheckResult(
            id=check_id, title=settings.title, status="ok", message="Es gibt noch keinen Satz zu lesen.", items=[]
        )
    limit = settings.max_sentence_words
    long = [sentence for sentence in sentences if _length(sentence) > limit]
    items = [f"{_place(sentence)}, {_length(sentence)} Wörter: {_beginning(sentence)}" for sentence in long]
    messages = [_long_sentences(len(long), len(sentences), limit)] if long else []

    phrases = list(stock_phrases(sentences))
    items += [f"{_place(one.sentence)}, Amtssprache: „{one.phrase}“. Besser: {one.instead}" for one in phrases]
    if len(phrases) > _MOST_STOCK_PHRASES:
        messages.append("Einige Wendungen kennt man nur aus Amtsschreiben; daneben steht, wie es einfacher geht.")

    passive = [sentence for sentence in sentences if is_passive(sentence)]
    if len(sentences) >= _FEWEST_SENTENCES and len(passive) > _MOST_PASSIVE * len(sentences):
        items += [f"{_place(sentence)}, wer handelt? {_beginning(sentence)}" for sentence in passive]
        messages.append("Viele Sätze sagen nicht, wer etwas tut. „Wir prüfen“ ist klarer als „es wird geprüft“.")

    nominal = [sentence for sentence in sentences if is_nominal(sentence)]
    if nominal:
        items += [f"{_place(sentence)}, viele Hauptwörter: {_beginning(sentence)}" for sentence in nominal]
        messages.append("Wo viele Hauptwörter auf -ung, -heit oder -keit stehen, helfen Tätigkeitswörter.")

    compounds = long_compounds(sentences)
    items += [f"{_place(sentence)}, langes Wort: „{word}“" for word, sentence in compounds]

    indices = indices_of(sentences)
    if indices is not None:
        items.append(_in_words(indices))
    if not messages:
        message = f"Kein Satz hat mehr als {limit} Wörter. Das liest sich gut."
        return CheckResult(id=check_id, title=settings.title, status="ok", message=message, items=items)
    return CheckResult(id=check_id, title=settings.title, status="hint", message=" ".join(messages), items=items)


def _length(sentence: Sentence) -> int:
    """Words of a sentence; what begins with a capital letter after a colon is read as a sentence of its own."""
    return max(len(words_in(part)) for part in _COLON.split(sentence.text))


def _long_sentences(count: int, total: int, limit: int) -> str:
    counted = "Ein Satz hat" if count == 1 else f"{count} von {total} Sätzen haben"
    return (
        f"{counted} mehr als {limit} Wörter. Lange Sätze muss man oft zweimal lesen. "
        "Meist lassen sie sich in zwei teilen."
    )


def _place(sentence: Sentence) -> str:
    return f"Zeile {sentence.line}"


def _beginning(sentence: Sentence) -> str:
    words: Sequence[str] = sentence.text.split()
    return "„" + " ".join(words[:_SHOWN_WORDS]) + (" …“" if len(words) > _SHOWN_WORDS else "“")


def _in_words(indices: Indices) -> str:
    return (
        f"Kennzahlen: {_number(indices.words_per_sentence)} Wörter je Satz; Lesbarkeitsindex nach Flesch und Amstad "
        f"{indices.flesch:.0f} von 100 ({_ease(indices.flesch)}); Wiener Sachtextformel "
        f"{_number(max(_FIRST_SCHOOL_YEAR, indices.sachtext))} (etwa das Schuljahr, ab dem man den Text lesen kann); "
        f"LIX {indices.lix:.0f} (unter 40 leicht, über 60 schwer). Sie zählen nur Wörter, Silben und Buchstaben."
    )


def _ease(flesch: float) -> str:
    for least, words in ((80, "leicht"), (60, "gut lesbar"), (40, "anspruchsvoll"), (20, "schwer")):
        if flesch >= least:
            return words
    return "sehr schwer"


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
