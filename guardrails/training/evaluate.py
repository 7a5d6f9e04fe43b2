"""Measures a tagger: strict spans on corpora, covered persons by origin and pattern, false alarms, speed."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from spacy.language import Language

from guardrails.training.compose import LabelledText


def wilson(hits: int, total: int) -> list[float]:
    """95 % interval of a share (Wilson)."""
    if not total:
        return [0.0, 1.0]
    z, p = 1.96, hits / total
    middle, width = p + z * z / (2 * total), z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    return [round((middle - width) / (1 + z * z / total), 4), round((middle + width) / (1 + z * z / total), 4)]


def strict(nlp: Language, texts: Iterable[LabelledText], labels: Iterable[str]) -> dict[str, Any]:
    """Precision, recall, F1 by label; a span counts when both ends and the label agree."""
    tally: dict[str, list[int]] = {label: [0, 0, 0] for label in labels}
    overlap = [0, 0]
    items = list(texts)
    for text, doc in zip(items, nlp.pipe([t.text for t in items]), strict=True):
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents if not _inside(e, text.missing)}
        gold = {(s.start, s.end, s.label) for s in text.spans}
        for label, counts in tally.items():
            mine, theirs = {s for s in found if s[2] == label}, {s for s in gold if s[2] == label}
            counts[0] += len(mine & theirs)
            counts[1] += len(mine)
            counts[2] += len(theirs)
        for start, end, label in gold:
            if label == "PERSON":
                overlap[1] += 1
                overlap[0] += any(f[0] < end and start < f[1] and f[2] == "PERSON" for f in found)
    out: dict[str, Any] = {}
    for label, (hit, found_count, gold_count) in tally.items():
        precision, recall = hit / found_count if found_count else 0.0, hit / gold_count if gold_count else 0.0
        f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
        out[label] = {
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "f1": round(f1, 4),
            "gold": gold_count,
            "found": found_count,
            "recall_95": wilson(hit, gold_count),
        }
    if overlap[1]:
        out["PERSON"]["recall_touched"] = round(overlap[0] / overlap[1], 4)
    return out


def _inside(entity: Any, missing: list[tuple[int, int]]) -> bool:
    return any(start < entity.end_char and entity.start_char < end for start, end in missing)


def covered(
    nlp: Language, texts: Iterable[LabelledText], *, same_words: Collection[str] = ("woerter",)
) -> dict[str, Any]:
    """Share of gold spans every letter of which some entity covers: by label, origin, pattern and form.

    `same_words` are patterns that exist for German names only (names that are everyday words); they are left
    out where origins are compared.
    """
    groups: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    items = list(texts)
    for text, doc in zip(items, nlp.pipe([t.text for t in items]), strict=True):
        letters: set[int] = set()
        for entity in doc.ents:
            letters.update(range(entity.start_char, entity.end_char))
        for span in text.spans:
            needed = (i for i in range(span.start, span.end) if text.text[i].isalnum())
            hit = all(i in letters for i in needed)
            keys = [("label", span.label)]
            if span.label == "PERSON":
                keys += [("pattern", text.section), ("form", span.form)]
                if text.section not in same_words:
                    keys.append(("origin", span.origin))
            for group, key in keys:
                groups[group][key][0] += hit
                groups[group][key][1] += 1
    return {
        group: {
            key: {"recall": round(hit / total, 4), "count": total, "recall_95": wilson(hit, total)}
            for key, (hit, total) in sorted(keys.items())
        }
        for group, keys in groups.items()
    }


def false_alarms(nlp: Language, texts: Iterable[LabelledText]) -> dict[str, Any]:
    """Words taken for PERSON or STREET_ADDRESS in texts without any, as a share of all words."""
    items = list(texts)
    wrong = words = touched = 0
    for doc in nlp.pipe([t.text for t in items]):
        words += sum(t.text[0].isalnum() for t in doc)
        hits = sum(len(e) for e in doc.ents if e.label_ != "LOCATION")
        wrong += hits
        touched += hits > 0
    return {
        "texts": len(items),
        "words": words,
        "wrong_words": wrong,
        "share": round(wrong / max(1, words), 5),
        "texts_with_false_alarm": touched,
    }


def speed(nlp: Language, texts: Iterable[LabelledText]) -> dict[str, float]:
    """Milliseconds per 1,000 characters, one text at a time: median and 95th percentile."""
    joined = "\n".join(t.text for t in texts)
    samples = [joined[i : i + 1000] for i in range(0, min(len(joined), 200_000) - 1000, 1000)]
    nlp(samples[0])
    times = []
    for sample in samples:
        start = time.perf_counter()
        nlp(sample)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return {"median_ms": round(times[len(times) // 2], 2), "p95_ms": round(times[int(len(times) * 0.95)], 2)}
