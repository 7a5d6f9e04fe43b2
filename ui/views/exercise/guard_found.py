"""What the guard found in the texts of an attempt: kinds and counts, the only things that are stored of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ui import furniture
from ui.schemas import Attempt, StoredFinding
from ui.texts import texts


def guard_summary(attempt: Attempt) -> str:
    """Own case, prompt and answer with the kinds that were replaced in each, as HTML."""
    words = texts().exercise
    sources = [("prompt", words.guard_in_prompt), ("answer", words.guard_in_answer)]
    if attempt.material:
        sources.insert(0, ("material", words.guard_in_material))
    return furniture.facts([(name, kinds_in_words(attempt.findings, source)) for source, name in sources])


def kinds_in_words(findings: Sequence[StoredFinding], source: str) -> str:
    """The kinds found in one text, the most frequent first, each with its count."""
    words = texts().exercise
    counts = Counter(finding.label or finding.entity for finding in findings if finding.source == source)
    kinds = [words.guard_kind.format(kind=kind, count=count) for kind, count in counts.most_common()]
    return ", ".join(kinds) or words.guard_nothing
