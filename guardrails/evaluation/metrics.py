"""Figures from the results of a pass. What counts as protected, right or redacted is defined in `runner`.

- *Recall*: protected labels / labels. *Precision*: right findings / findings. *F2*: both, recall weighted twice.
- *Leak*: a document in which a direct identifier (everything but `LOCATION`) is not protected. The share is of the
  documents that hold one.
- *Over-redaction*: redacted words / words, in documents without any label, and in all text outside labels.
- *Warnings*: documents with an expected warning that have it / documents that should have it; false alarms: documents
  with an unexpected one / documents that should not have it. By category; where in the text is not judged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from guardrails.entities import ENTITY_LABELS
from guardrails.evaluation.documents import KIND_LABELS, ORIGIN_LABELS
from guardrails.evaluation.groups import DIRECT, GROUPS
from guardrails.evaluation.runner import DocumentResult, Evaluation
from guardrails.evaluation.statistics import Figure, f2, f_score, share
from guardrails.warnings import WARNING_LABELS

#: Version of the definitions; figures of different versions cannot be compared.
DEFINITIONS = "1"


@dataclass(slots=True)
class Tally:
    """Counts over documents, of which precision, recall and F2 are made."""

    by_document: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Protected labels, labels, right findings, findings of each document."""
    named: int = 0

    def add(self, result: DocumentResult, entities: frozenset[str] | None) -> None:
        """Counts a document's labels and findings of the given kinds, all with None."""
        labels = [one for one in result.labels if entities is None or one.label.entity in entities]
        findings = [one for one in result.findings if entities is None or one.finding.entity in entities]
        if labels or findings:
            protected, right = sum(one.protected for one in labels), sum(one.right for one in findings)
            self.by_document.append((protected, len(labels), right, len(findings)))
            self.named += sum(one.named for one in labels)

    def record(self) -> dict[str, Any]:
        """Figures and their bases."""
        found, labels, right, findings = (sum(counts[at] for counts in self.by_document) for at in range(4))
        return {
            "labels": labels,
            "protected": found,
            "missed": labels - found,
            "named": self.named,
            "findings": findings,
            "right": right,
            "precision": share(right, findings).record(),
            "recall": share(found, labels).record(),
            "f2": f2(self.by_document).record(),
        }


def figures(evaluation: Evaluation) -> dict[str, Any]:
    """All figures of a pass, as in the JSON report."""
    results = evaluation.results
    return {
        "documents": len(results),
        "documents_without_labels": sum(not result.document.labels for result in results),
        "overall": _tally(results).record(),
        "entities": {
            entity: record
            for entity in _kinds_of_data(results)
            if _any(record := _tally(results, frozenset((entity,))).record())
        },
        "groups": {
            group: {"title": title, **record}
            for group, (title, entities) in GROUPS.items()
            if _any(record := _tally(results, entities).record())
        },
        "kinds": {
            kind: {"title": KIND_LABELS.get(kind, kind), **_part(part)}
            for kind, part in _parts(results, lambda result: (result.document.kind,), tuple(KIND_LABELS))
        },
        "languages": {
            language: _part(part)
            for language, part in _parts(
                results, lambda result: filter(None, (result.document.language,)), ("de", "en")
            )
        },
        "tags": {tag: _part(part) for tag, part in _parts(results, lambda result: result.document.tags)},
        "origins": origins(results),
        "leaks": leaks(results),
        "over_redaction": over_redaction(results),
        "warnings": warnings(results),
        "versions": {
            "policy": evaluation.versions.policy,
            "recognizers": evaluation.versions.recognizers,
            "tagger": evaluation.versions.tagger,
            "corpus": evaluation.corpus,
            "definitions": DEFINITIONS,
        },
    }


def origins(results: Iterable[DocumentResult]) -> dict[str, Any]:
    """Recall of persons' names by origin; there is no precision, since a wrong finding has no origin."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for result in results:
        for one in result.labels:
            if one.label.origin:
                counts[one.label.origin][0] += one.protected
                counts[one.label.origin][1] += 1
    return {
        origin: {
            "title": ORIGIN_LABELS.get(origin, origin),
            "labels": counts[origin][1],
            "protected": counts[origin][0],
            "recall": share(*counts[origin]).record(),
        }
        for origin in _ordered(counts, tuple(ORIGIN_LABELS))
    }


def equal_protection(results: Sequence[DocumentResult]) -> dict[str, Any]:
    """Recall of names by origin and by sentence pattern, over every name in every pattern.

    The patterns are told by the documents' first tag. `gap` is the distance between the best and the worst origin.
    """
    by_origin = origins(results)
    recalls = {origin: record["recall"]["value"] for origin, record in by_origin.items()}
    return {
        "names": len(results),
        "origins": by_origin,
        "patterns": {
            pattern: {"labels": record["labels"], "protected": record["protected"], "recall": record["recall"]}
            for pattern, part in _parts(results, lambda result: result.document.tags[:1])
            for record in (_tally(part).record(),)
        },
        "best": max(recalls, key=lambda origin: recalls[origin]),
        "worst": min(recalls, key=lambda origin: recalls[origin]),
        "gap": round(max(recalls.values()) - min(recalls.values()), 5),
    }


def leaks(results: Iterable[DocumentResult]) -> dict[str, Any]:
    """Documents in which a direct identifier is not protected."""
    holding = leaking = 0
    for result in results:
        direct = [one.protected for one in result.labels if one.label.entity in DIRECT]
        holding += bool(direct)
        leaking += not all(direct)
    return {"documents": holding, "leaking": leaking, "share": share(leaking, holding).record()}


def over_redaction(results: Iterable[DocumentResult]) -> dict[str, Any]:
    """Words that were redacted although they are not personal."""
    kept = [result for result in results if result.document.entities is None]
    clean = [result for result in kept if not result.document.labels]
    return {
        "clean_documents": _words(clean) | {"documents": len(clean)},
        "outside_labels": _words(kept) | {"documents": len(kept)},
    }


def warnings(results: Iterable[DocumentResult]) -> dict[str, Any]:
    """Expected and false warnings by category, over documents that say which they expect."""
    said = [(result.document.warns, result.warnings) for result in results if result.document.warns is not None]
    records: dict[str, Any] = {}
    for category, title in WARNING_LABELS.items():
        given_where_expected = [category in given for expected, given in said if category in expected]
        given_elsewhere = [category in given for expected, given in said if category not in expected]
        if given_where_expected or any(given_elsewhere):
            records[category] = {
                "title": title,
                "expected": len(given_where_expected),
                "given": sum(given_where_expected),
                "recall": share(sum(given_where_expected), len(given_where_expected)).record(),
                "others": len(given_elsewhere),
                "false": sum(given_elsewhere),
                "false_alarms": share(sum(given_elsewhere), len(given_elsewhere)).record(),
            }
    return records


def news_persons(results: Iterable[DocumentResult]) -> dict[str, Any]:
    """Persons in news by whole spans: `exact` when the same letters and digits are taken, `overlap` when any is."""
    labels = found_exactly = found = findings = exact = right = 0
    for result in results:
        text = result.document.text
        wanted = {_core(text, one.label.start, one.label.end) for one in result.labels}
        given = [
            _core(text, one.finding.start, one.finding.end) for one in result.findings if one.finding.entity == "PERSON"
        ]
        labels += len(wanted)
        findings += len(given)
        found_exactly += len(wanted & set(given))
        exact += sum(one in wanted for one in given)
        found += sum(any(start < label[1] and label[0] < end for start, end in given) for label in wanted)
        right += sum(any(start < label[1] and label[0] < end for label in wanted) for start, end in given)
    return {
        "labels": labels,
        "findings": findings,
        "exact": _f1(exact, findings, found_exactly, labels),
        "overlap": _f1(right, findings, found, labels),
    }


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without signs at its edges."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _f1(right: int, findings: int, found: int, labels: int) -> dict[str, Any]:
    precision, recall = share(right, findings), share(found, labels)
    value = f_score(precision.value, recall.value, 1)
    return {
        "precision": precision.record(),
        "recall": recall.record(),
        "f1": None if value is None else round(value, 5),
    }


def _tally(results: Iterable[DocumentResult], entities: frozenset[str] | None = None) -> Tally:
    tally = Tally()
    for result in results:
        tally.add(result, entities)
    return tally


def _part(results: Sequence[DocumentResult]) -> dict[str, Any]:
    return {"documents": len(results), **_tally(results).record(), "leaks": leaks(results)}


def _parts(
    results: Iterable[DocumentResult],
    keys: Callable[[DocumentResult], Iterable[str]],
    order: Sequence[str] = (),
) -> list[tuple[str, list[DocumentResult]]]:
    parts: dict[str, list[DocumentResult]] = defaultdict(list)
    for result in results:
        for key in keys(result):
            parts[key].append(result)
    return [(key, parts[key]) for key in _ordered(parts, order)]


def _ordered(keys: Iterable[str], order: Sequence[str]) -> list[str]:
    """Known keys in their order, then the others by the alphabet."""
    return sorted(keys, key=lambda key: (order.index(key) if key in order else len(order), key))


def _words(results: Sequence[DocumentResult]) -> dict[str, Any]:
    words, redacted = sum(result.words for result in results), sum(result.redacted_words for result in results)
    rate: Figure = share(redacted, words)
    return {"words": words, "redacted": redacted, "rate": rate.record()}


def _kinds_of_data(results: Sequence[DocumentResult]) -> list[str]:
    """The guard's kinds in their order, then those that only the labels know."""
    labelled = {label.entity for result in results for label in result.document.labels}
    return [*ENTITY_LABELS, *sorted(labelled - set(ENTITY_LABELS))]


def _any(record: dict[str, Any]) -> bool:
    return bool(record["labels"] or record["findings"])
