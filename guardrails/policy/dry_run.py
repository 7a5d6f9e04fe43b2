"""What a new policy would do to the evaluation corpus: the same analysis of every document, judged by both policies."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import regex
from pydantic import BaseModel, ConfigDict

from guardrails.detected import Detected
from guardrails.entities import ENTITY_LABELS
from guardrails.evaluation import Document, Label, shipped_corpus
from guardrails.evaluation.documents import corpus_hash
from guardrails.guard import Analysis, Guard
from guardrails.language import detect_language
from guardrails.policy.changes import compare
from guardrails.policy.schema import STRICTNESS, Policy

#: Most places that are shown as examples.
MOST_EXAMPLES = 12
#: Most of them with the same effect on the same kind of data.
MOST_ALIKE = 4
#: Characters of a document that an example shows on each side of its place.
SURROUNDINGS = 60
#: Seconds the analysis of one document may take.
_SECONDS = 10.0

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")

Effect = Literal["newly_missed", "newly_found", "newly_replaced", "no_longer_replaced"]
"""Labelled data that goes to the model now, or no longer does; other words that get a placeholder now, or no longer."""

_EFFECTS: tuple[Effect, ...] = ("newly_missed", "newly_replaced", "newly_found", "no_longer_replaced")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class EntityEffect(_Part):
    """What changes for one kind of data."""

    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    before: int
    """Findings that are replaced or blocked under the old policy."""
    after: int
    """The same under the new one."""
    labelled: int
    """Places in the corpus that are labelled as this kind."""
    newly_missed: int
    """Labelled places that were kept from the model and no longer are."""
    newly_found: int
    """Labelled places that are now kept from the model and were not."""


class Example(_Part):
    """A place where the two policies differ. The documents are fictional."""

    document: str
    """Identifier of the document."""
    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    effect: Effect
    """What changes there."""
    before: str
    """Text before the place."""
    place: str
    """The place."""
    after: str
    """Text behind the place."""


class ScopeEffect(_Part):
    """What changes in the whole house, or in one exercise with rules of its own."""

    exercise_id: str
    """The exercise; empty for the house."""
    changed_documents: int
    """Documents in which anything changes."""
    leaking_before: int
    """Documents with labelled data that goes to the model under the old policy."""
    leaking_after: int
    """The same under the new one."""
    over_redacted_before: int
    """Words outside labelled data that are replaced under the old policy."""
    over_redacted_after: int
    """The same under the new one."""
    entities: tuple[EntityEffect, ...]
    """Kinds of data for which anything changes."""
    examples: tuple[Example, ...]
    """Some of the places, what is newly missed first. None is from the half of the corpus that is kept for testing."""

    def same_figures(self, other: ScopeEffect) -> bool:
        """Whether the two differ in the exercise and the examples alone."""
        return self.model_copy(update={"exercise_id": other.exercise_id, "examples": other.examples}) == other


class DryRun(_Part):
    """The outcome of a dry run."""

    old: str
    """Version and hash of the old policy."""
    new: str
    """Version and hash of the new policy."""
    recognizers: str
    """Version of the recognizers."""
    corpus: str
    """Hash over the corpus."""
    documents: int
    """Documents in the corpus."""
    labels: int
    """Labelled places in them."""
    words: int
    """Words outside the labelled places."""
    scopes: tuple[ScopeEffect, ...]
    """The house first, then exercises for which the policies differ in another way."""


@dataclass(frozen=True, slots=True)
class _Reading:
    document: Document
    analysis: Analysis
    unlabelled: tuple[tuple[int, int], ...]


class DryRunner:
    """Compares policies on the corpus. Documents are analysed at their first run and kept for the next ones."""

    def __init__(self, guard: Guard, documents: Sequence[Document] | None = None) -> None:
        self._guard = guard
        self._documents = documents
        self._readings: list[_Reading] | None = None
        self._examples: dict[str, _Reading] = {}
        self._lock = threading.Lock()

    def run(self, old: Policy, new: Policy, examples: Sequence[Document] = ()) -> DryRun:
        """What would change from ``old`` to ``new``. Takes some seconds the first time.

        Args:
            old: the policy that is in force.
            new: the one that may follow.
            examples: documents of the house beside the corpus, such as accepted marks of participants.

        Raises:
            GuardError: the analysis failed.
        """
        readings = [*self._read(), *(self._example(document) for document in examples)]
        own = {change.exercise_id for change in compare(old, new)} - {""}
        before, after = self._guard.with_policy(old), self._guard.with_policy(new)
        return DryRun(
            old=old.identity,
            new=new.identity,
            recognizers=self._guard.versions.recognizers,
            corpus=corpus_hash(reading.document for reading in readings),
            documents=len(readings),
            labels=sum(len(reading.document.labels) for reading in readings),
            words=sum(len(reading.unlabelled) for reading in readings),
            scopes=tuple(_scope(name, readings, before, after) for name in ("", *sorted(own))),
        )

    def _read(self) -> list[_Reading]:
        with self._lock:
            if self._readings is None:
                documents = shipped_corpus() if self._documents is None else self._documents
                self._readings = [self._reading(document) for document in documents]
            return self._readings

    def _example(self, document: Document) -> _Reading:
        known = self._examples.get(document.id)
        if known is None or known.document != document:
            known = self._examples[document.id] = self._reading(document)
        return known

    def _reading(self, document: Document) -> _Reading:
        text = document.text
        analysis = self._guard.guarded(lambda: self._guard.analyse(text, detect_language(text)), _SECONDS)
        words = (match.span() for match in _WORD.finditer(text))
        labels = [(label.start, label.end) for label in document.labels]
        unlabelled = tuple(word for word in words if not _touches(word, labels))
        return _Reading(document, analysis, unlabelled)


class _Tally:
    """Counts over the corpus for one scope."""

    def __init__(self) -> None:
        self.findings: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self.leaking = [0, 0]
        self.over_redacted = [0, 0]
        self.labelled: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.changed = 0
        self.examples: dict[Effect, list[Example]] = {effect: [] for effect in _EFFECTS}


def _scope(exercise_id: str, readings: Iterable[_Reading], old: Guard, new: Guard) -> ScopeEffect:
    guards = tuple(guard.for_exercise(exercise_id) if exercise_id else guard for guard in (old, new))
    tally = _Tally()
    for reading in readings:
        _count(tally, reading, *(_withheld(guard, reading.analysis) for guard in guards))
    entities = [
        EntityEffect(
            entity=entity,
            label=label,
            before=tally.findings[0][entity],
            after=tally.findings[1][entity],
            labelled=tally.labelled[entity],
            newly_missed=tally.missed[entity],
            newly_found=tally.found[entity],
        )
        for entity, label in ENTITY_LABELS.items()
    ]
    examples = [example for effect in _EFFECTS for example in tally.examples[effect]]
    return ScopeEffect(
        exercise_id=exercise_id,
        changed_documents=tally.changed,
        leaking_before=tally.leaking[0],
        leaking_after=tally.leaking[1],
        over_redacted_before=tally.over_redacted[0],
        over_redacted_after=tally.over_redacted[1],
        entities=tuple(one for one in entities if one.before != one.after or one.newly_missed or one.newly_found),
        examples=tuple(examples[:MOST_EXAMPLES]),
    )


def _count(tally: _Tally, reading: _Reading, before: list[Detected], after: list[Detected]) -> None:
    document = reading.document
    spans = [[(item.start, item.end) for item in found] for found in (before, after)]
    tally.changed += spans[0] != spans[1]
    for index, found in enumerate((before, after)):
        tally.findings[index].update(item.candidate.entity for item in found)
        tally.leaking[index] += any(not _kept(document, label, spans[index]) for label in document.labels)
        tally.over_redacted[index] += sum(_touches(word, spans[index]) for word in reading.unlabelled)
    for label in document.labels:
        tally.labelled[label.entity] += 1
        kept = [_kept(document, label, one) for one in spans]
        if kept[0] and not kept[1]:
            tally.missed[label.entity] += 1
            _show(tally, document, "newly_missed", label.entity, label.start, label.end)
        elif kept[1] and not kept[0]:
            tally.found[label.entity] += 1
            _show(tally, document, "newly_found", label.entity, label.start, label.end)
    labels = [(label.start, label.end) for label in document.labels]
    for effect, here, there in (("newly_replaced", after, 0), ("no_longer_replaced", before, 1)):
        for item in here:
            span = (item.start, item.end)
            if not _touches(span, labels) and not _touches(span, spans[there]):
                _show(tally, document, effect, item.candidate.entity, *span)  # type: ignore[arg-type]


def _show(tally: _Tally, document: Document, effect: Effect, entity: str, start: int, end: int) -> None:
    alike = sum(example.entity == entity for example in tally.examples[effect])
    if document.part == "dev" and alike < MOST_ALIKE:
        tally.examples[effect].append(
            Example(
                document=document.id,
                entity=entity,
                label=ENTITY_LABELS[entity],
                effect=effect,
                before=document.text[max(0, start - SURROUNDINGS) : start],
                place=document.text[start:end],
                after=document.text[end : end + SURROUNDINGS],
            )
        )


def _withheld(guard: Guard, analysis: Analysis) -> list[Detected]:
    """The findings that a policy keeps from the model."""
    return [item for item in guard.decide(analysis) if STRICTNESS[guard.action(item.candidate)] >= STRICTNESS["redact"]]


def _kept(document: Document, label: Label, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether every letter and digit of a labelled place is covered."""
    return all(
        any(start <= at < end for start, end in spans)
        for at in range(label.start, label.end)
        if document.text[at].isalnum()
    )


def _touches(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
