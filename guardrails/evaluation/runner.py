"""One pass of a guard over labelled documents: what was found, what was missed, what was found wrongly.

Definitions:

- A label is *protected* when every letter and digit of it is inside findings that replace text, of whatever kind.
- It is *named* when the finding that shares most characters with it is of its kind as well.
- A finding is *right* when it shares a letter or digit with a label. Findings that only warn count for nothing.
- A *word* is a run of letters and digits; it is redacted when a finding takes any of it.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import regex

from guardrails.evaluation.documents import Document, Label, corpus_hash
from guardrails.findings import Finding
from guardrails.guard import Guard, GuardVersions
from guardrails.text import RawText

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True)
class LabelResult:
    """What became of one label."""

    label: Label
    protected: bool
    """No letter and no digit of it would reach the model."""
    named: bool
    """Protected, and by a finding of its own kind."""


@dataclass(frozen=True, slots=True)
class FindingResult:
    """What one finding was worth."""

    finding: Finding
    right: bool
    """It shares a letter or digit with a label."""


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """One document and what the guard made of it."""

    document: Document
    labels: tuple[LabelResult, ...]
    findings: tuple[FindingResult, ...]
    """Those that replace text, of the kinds that are labelled."""
    warnings: frozenset[str]
    """Categories of which the guard warned."""
    words: int
    """Words outside of all labels."""
    redacted_words: int
    """Those of them that were redacted."""
    seconds: float
    """Wall-clock time."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The results of one pass."""

    results: tuple[DocumentResult, ...]
    versions: GuardVersions
    corpus: str
    """Hash over the documents."""


def evaluate(guard: Guard, documents: Sequence[Document], progress: Callable[[int], None] | None = None) -> Evaluation:
    """Runs the guard over all documents, one after the other.

    Args:
        guard: the guard; the language is detected for each document.
        documents: the documents.
        progress: told how many documents are done.

    Raises:
        GuardError: a document could not be analysed.
    """
    results: list[DocumentResult] = []
    for document in documents:
        started = time.perf_counter()
        redaction = guard.redact(RawText(document.text), timeout=None)
        seconds = time.perf_counter() - started
        warnings = frozenset(warning.category for warning in redaction.warnings)
        results.append(judge(document, redaction.findings, warnings, seconds))
        if progress:
            progress(len(results))
    return Evaluation(tuple(results), guard.versions, corpus_hash(documents))


def judge(
    document: Document, findings: Iterable[Finding], warnings: frozenset[str] = frozenset(), seconds: float = 0.0
) -> DocumentResult:
    """Compares findings, in the order of the text, with the labels of a document."""
    replacing = [finding for finding in findings if finding.action != "warn"]
    text = document.text
    spans = [(label.start, label.end) for label in document.labels]
    judged = [one for one in replacing if document.entities is None or one.entity in document.entities]
    words = [match.span() for match in _WORD.finditer(text)]
    outside = [word for word in words if not _touched(word, spans)]
    taken = [(finding.start, finding.end) for finding in replacing]
    return DocumentResult(
        document=document,
        labels=tuple(_label_result(text, label, replacing) for label in document.labels),
        findings=tuple(FindingResult(one, _is_right(text, one, spans)) for one in judged),
        warnings=warnings,
        words=len(outside),
        redacted_words=sum(_touched(word, taken) for word in outside),
        seconds=seconds,
    )


def _label_result(text: str, label: Label, findings: Sequence[Finding]) -> LabelResult:
    over = [one for one in findings if one.start < label.end and label.start < one.end]
    protected = all(
        any(one.start <= at < one.end for one in over) for at in range(label.start, label.end) if text[at].isalnum()
    )
    if not over:
        return LabelResult(label, False, False)
    most = max(over, key=lambda one: min(one.end, label.end) - max(one.start, label.start))
    return LabelResult(label, protected, protected and most.entity == label.entity)


def _is_right(text: str, finding: Finding, spans: Sequence[tuple[int, int]]) -> bool:
    return any(
        any(character.isalnum() for character in text[max(start, finding.start) : min(end, finding.end)])
        for start, end in spans
        if start < finding.end and finding.start < end
    )


def _touched(word: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word shares a character with one of the spans, which are sorted and do not overlap."""
    after = bisect_left(spans, (word[1],))
    return after > 0 and spans[after - 1][1] > word[0]
