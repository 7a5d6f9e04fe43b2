"""Findings and warnings of the guard as the API shows them."""

from __future__ import annotations

from collections.abc import Iterable

from guardrails import ENTITY_LABELS, WARNING_LABELS, Finding, MarkedSpan, PrivacyWarning
from sandbox.practice.guard_schemas import FindingOut, MarkedSpanIn, WarningOut
from sandbox.wording import finding_reason, label, warning_explanation


def marked_spans(places: Iterable[MarkedSpanIn]) -> tuple[MarkedSpan, ...]:
    """Places that the API takes, as the guard takes them."""
    return tuple(MarkedSpan(place.start, place.end, place.entity) for place in places)


def finding_out(finding: Finding) -> FindingOut:
    """A finding with its label, in the language of the request."""
    return FindingOut(
        start=finding.start,
        end=finding.end,
        entity=finding.entity,
        label=label(ENTITY_LABELS.get(finding.entity, finding.entity)),
        score=round(finding.score, 4),
        recognizer=finding.recognizer,
        placeholder=finding.placeholder,
        text_length=finding.text_length,
        reason=finding_reason(finding.reason),
        redacted_start=finding.redacted_start,
        redacted_end=finding.redacted_end,
        action=finding.action,
    )


def warning_out(warning: PrivacyWarning) -> WarningOut:
    """A warning with its label, in the language of the request."""
    return WarningOut(
        start=warning.start,
        end=warning.end,
        category=warning.category,
        label=label(WARNING_LABELS.get(warning.category, warning.category)),
        explanation=warning_explanation(warning.explanation),
    )
