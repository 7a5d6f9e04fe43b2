"""Sentences of the answer against sentences of the case: which have no support there, which turn a denial round.

Compared are words, not meanings. A sentence has support when enough of its content words stand in the case or the
prompt, in whatever form and as part of whatever compound. A denial is turned round when two clauses share nearly all
their content words and only one of them holds a negation. Both are places to look at, not faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult, PlacePair
from exercises.checks.settings import Line, Settings
from exercises.content_words import content_words, occurs_in, roots
from exercises.negation import Clause, clauses_of
from exercises.sentences import Sentence, split_sentences

_FEWEST_WORDS = 4
"""Content words that a sentence must have to be judged."""
_LEAST_SUPPORT = 0.25
"""Share of content words that must stand in case or prompt."""
_FEWEST_SHARED = 2
"""Content words that two clauses must share to be held for the same statement."""
_LEAST_OVERLAP = 0.75
"""Share of the shorter clause's content words that the other must hold too."""
_FORMULAS = re.compile(
    r"^\W*(?:sehr geehrte|guten tag|liebe[rs]?\b|hallo\b|mit freundlichen|freundliche grüße|viele grüße|betreff"
    r"|hochachtungsvoll|aktenzeichen)|\b(?:rückfragen?|fragen\b.{0,40}\b(?:verfügung|hilf|helfen|wenden|beantworte|erreichen)"
    r"|vielen dank|für ihr verständnis|für ihre (?:mühe|geduld|mithilfe)|zur verfügung|mit freundlichen grüßen"
    r"|weiß\s+ich\s+(?:\w+\s+)?nichts?\b|kein\w*\s+(?:\w+\s+)?(?:auskunft|aussage)\b.{0,30}\b(?:geben|erteilen|treffen|machen))\b",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[-*•–]|\d{1,2}[.)])\s")
_LACKS = re.compile(r"\bfehl(?:t|en)\b.*:\s*$", re.IGNORECASE)
_POLITE_WORDS = content_words(
    "Dank danken Fragen Rückfragen Verfügung stehen helfen hilft melden wenden Schreiben mitteilen informieren"
    " Information bestätigen Antwort Auskunft freundlich Grüße Telefon Nummer erreichen Unterlagen Bearbeitung Brief"
    " Anliegen Ansprechperson zuständig Verständnis Mühe Geduld Zusammenfassung Vermerk nächste Schritte Inhalt Anlass"
    " Ergebnis Vereinbarung Thema Hinweis Überblick sagen"
)


class StatementsSettings(Settings):
    """Compares the sentences of the answer with those of the case."""

    check: Literal["statements"]
    """Kind of the check."""
    title: Line = "Aussagen"
    """German heading."""


def check_statements(settings: StatementsSettings, draft: Draft, check_id: str = "statements") -> CheckResult:
    """Sentences without support, and denials that were turned round, with the two places side by side."""
    sentences = split_sentences(draft.answer)
    known = roots(content_words(draft.given))
    alone = [sentence for sentence in sentences if known and not _is_supported(sentence, known)]
    turned = list(_turned_round(draft.source, sentences))
    pairs = [
        PlacePair(label="Verneinung anders", case=before.sentence.text, answer=after.sentence.text)
        for before, after in turned
    ]
    items = [f"Ohne Gegenstück im Fall, Zeile {sentence.line}: „{sentence.text}“" for sentence in alone]
    parts = []
    if turned:
        parts.append(
            "Hier steht im Fall eine Verneinung und in der Antwort keine, oder umgekehrt. Lesen Sie beide Stellen."
        )
    if alone:
        parts.append(
            "Zu manchem Satz fand sich im Fall nichts Ähnliches. Vielleicht ist er nur anders gesagt, vielleicht "
            "erfunden, vielleicht eine Floskel."
        )
    if not parts:
        parts.append(
            "Zu jedem längeren Satz gibt es ähnliche Wörter im Fall. Verglichen wurden nur Wörter: Ob der Satz stimmt, "
            "sehen nur Sie."
            if sentences
            else "Es gibt noch keinen Satz, der sich vergleichen ließe."
        )
    return CheckResult(
        id=check_id,
        title=settings.title,
        status="hint" if pairs or items else "ok",
        message=" ".join(parts),
        items=items,
        pairs=pairs,
    )


def _is_supported(sentence: Sentence, known: frozenset[str]) -> bool:
    if _FORMULAS.search(sentence.text):
        return True
    words = roots(content_words(sentence.text) - _POLITE_WORDS)
    if len(words) < _FEWEST_WORDS:
        return True
    return sum(occurs_in(word, known) for word in words) >= _LEAST_SUPPORT * len(words)


def _turned_round(source: str, sentences: list[Sentence]) -> Iterator[tuple[Clause, Clause]]:
    before = _clauses(split_sentences(source))
    lacking = _lines_of_what_lacks(source)
    told: set[tuple[int, int]] = set()
    for sentence, earlier in zip(sentences, [None, *sentences], strict=False):
        for after in clauses_of(sentence, earlier):
            close = [(share, clause) for clause in before if (share := _overlap(clause, after))]
            if not close:
                continue
            best = max(share for share, _ in close)
            alike = [clause for share, clause in close if share == best]
            if all(clause.denies != after.denies and clause.sentence.line not in lacking for clause in alike):
                place = (alike[0].sentence.start, sentence.start)
                if place not in told:
                    told.add(place)
                    yield alike[0], after


def _lines_of_what_lacks(text: str) -> set[int]:
    """Lines of lists of what is missing ("Es fehlen noch:"): "is not enclosed" says the same, not the opposite."""
    lines: set[int] = set()
    lacks = False
    for number, line in enumerate(text.splitlines(), start=1):
        if _ITEM.match(line):
            lines |= {number} if lacks else set()
        elif line.strip():
            lacks = bool(_LACKS.search(line))
    return lines


def _clauses(sentences: list[Sentence]) -> list[Clause]:
    pairs = zip(sentences, [None, *sentences], strict=False)
    return [clause for sentence, earlier in pairs for clause in clauses_of(sentence, earlier)]


def _overlap(one: Clause, other: Clause) -> float:
    """How much two clauses have in common, 0 where it is too little to be the same statement."""
    fewer, more = sorted((one.words, other.words), key=len)
    shared = sum(occurs_in(word, more) for word in fewer)
    if shared < _FEWEST_SHARED or shared < _LEAST_OVERLAP * len(fewer) or 2 * shared < len(more):
        return 0.0
    return shared / len(fewer) + shared / len(more)
