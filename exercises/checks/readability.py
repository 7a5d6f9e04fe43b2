"""Sentences that ask much of their readers, with their places."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.sentences import split_sentences

_SHOWN_WORDS = 8


class ReadabilitySettings(Settings):
    """Looks for long sentences."""

    check: Literal["readability"]
    """Kind of the check."""
    title: Line = "Lesbarkeit"
    """German heading."""
    max_sentence_words: Annotated[int, Field(ge=8, le=60, strict=True)] = 22
    """Words from which on a sentence counts as long; the next greater number is the first one reported."""


def check_readability(settings: ReadabilitySettings, draft: Draft, check_id: str = "readability") -> CheckResult:
    """Long sentences, the longest first in the message, all in the order of the text below it."""
    sentences = split_sentences(draft.answer)
    if not sentences:
        return CheckResult(
            id=check_id, title=settings.title, status="ok", message="Es gibt noch keinen Satz zu lesen.", items=[]
        )
    limit = settings.max_sentence_words
    long = [sentence for sentence in sentences if len(sentence.words) > limit]
    if not long:
        message = f"Kein Satz hat mehr als {limit} Wörter. Das liest sich gut."
        return CheckResult(id=check_id, title=settings.title, status="ok", message=message, items=[])
    items = []
    for sentence in long:
        words = sentence.text.split()
        shown = " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")
        items.append(f"Zeile {sentence.line}, {len(sentence.words)} Wörter: „{shown}“")
    counted = "Ein Satz hat" if len(long) == 1 else f"{len(long)} von {len(sentences)} Sätzen haben"
    message = (
        f"{counted} mehr als {limit} Wörter. Lange Sätze muss man oft zweimal lesen. "
        "Meist lassen sie sich in zwei teilen."
    )
    return CheckResult(id=check_id, title=settings.title, status="hint", message=message, items=items)
