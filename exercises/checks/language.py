"""Whether the answer is German, by the small words that every text contains."""

from __future__ import annotations

import re
from typing import Literal

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult
from exercises.checks.settings import Line, Settings
from exercises.sentences import split_sentences

_GERMAN_WORDS = """
    der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war waren
    wird werden wurde wurden hat haben hatte ich du er sie es wir ihr ihre ihren ihrem ihrer uns unser unsere sich
    mit von vom zu zum zur bei beim nach aus auf für über unter vor an im am bis durch um als wie wenn dass daß ob
    noch nur auch schon so damit bitte kann können soll sollen muss müssen mehr diese dieser dieses
"""
_ENGLISH_WORDS = """
    the a an and or but not no is are be been has have had i you he she it we they their our us with from to of
    by at after for over under before on until through if that this these those will would can could should must
    please your as which who what there here than then
"""
_GERMAN = frozenset(_GERMAN_WORDS.split())
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_GERMAN_LETTER = re.compile("[äöüßÄÖÜ]")
_FOREIGN_LETTER = re.compile("[çéèêàùñışğłąęœ\u0400-\u04ff\u0600-\u06ff]")
_ENOUGH_WORDS = 6
_LEAST_GERMAN = 0.12


class LanguageSettings(Settings):
    """Looks for an answer, or sentences of it, in another language than German."""

    check: Literal["language"]
    """Kind of the check."""
    title: Line = "Sprache"
    """German heading."""


def _shares(text: str) -> tuple[int, float, float]:
    words = re.findall(r"[a-zäöüß]+", re.sub(r"\[[A-Z0-9_]+\]", " ", text).lower())
    count = max(len(words), 1)
    return len(words), sum(w in _GERMAN for w in words) / count, sum(w in _ENGLISH for w in words) / count


def check_language(settings: LanguageSettings, draft: Draft, check_id: str = "language") -> CheckResult:
    """German throughout, partly, or not at all. Very short answers are not judged."""

    def result(status: Literal["ok", "hint"], message: str, items: list[str] | None = None) -> CheckResult:
        return CheckResult(id=check_id, title=settings.title, status=status, message=message, items=items or [])

    count, german, english = _shares(draft.answer)
    if count < _ENOUGH_WORDS:
        return result("ok", "Die Antwort ist zu kurz, um ihre Sprache zu beurteilen.")
    if english > german:
        return result("hint", "Die Antwort ist auf Englisch. Bitten Sie im Prompt ausdrücklich um Deutsch.")
    looks_german = _GERMAN_LETTER.search(draft.answer) and not _FOREIGN_LETTER.search(draft.answer)
    if german < _LEAST_GERMAN and not looks_german:
        return result(
            "hint",
            "Die Antwort liest sich kaum wie ein deutscher Text. Vielleicht besteht sie nur aus Stichwörtern, "
            "vielleicht ist sie in einer anderen Sprache.",
        )
    foreign = []
    for sentence in split_sentences(draft.answer):
        words, in_german, in_english = _shares(sentence.text)
        if words >= _ENOUGH_WORDS and in_english > 0.2 and in_english > in_german:
            foreign.append(f"Zeile {sentence.line}: „{sentence.text}“")
    if foreign:
        return result("hint", "Die Antwort ist auf Deutsch, enthält aber englische Sätze.", foreign)
    return result("ok", "Die Antwort ist auf Deutsch.")
