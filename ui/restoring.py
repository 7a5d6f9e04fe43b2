"""From placeholder to real value and back into the finished draft.

Everything here stays in the participant's own session: nothing is sent, nothing stored.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ui.marking import PLACEHOLDER
from ui.schemas import Finding


def values_of(raw: str, findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Placeholder and value of each finding in the participant's own text.

    `findings` are those that the service made when the text was sent: they carry the placeholders
    that the model saw. Findings that were only pointed out have no placeholder and are left out.
    """
    return [
        (finding.placeholder, raw[finding.start : finding.end])
        for finding in findings
        if finding.placeholder and finding.end <= len(raw)
    ]


def book(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """One value for each placeholder: the most frequent, of equals the shortest, then the first.

    The shortest of a name's forms is its basic form more often than not: Meier, not Meiers.
    """
    counted: dict[str, Counter[str]] = {}
    for placeholder, value in pairs:
        counted.setdefault(placeholder, Counter())[value] += 1
    return {
        placeholder: min(values, key=lambda value: (-values[value], len(value)))
        for placeholder, values in counted.items()
    }


def restore(draft: str, values: Mapping[str, str]) -> str:
    """The draft with its placeholders replaced; placeholders without a value stay."""

    def value(match: re.Match[str]) -> str:
        return values.get(match.group(), "").strip() or match.group()

    return PLACEHOLDER.sub(value, draft)
