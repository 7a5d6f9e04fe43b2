"""The guard: text in, findings and redacted text out. Knows no HTTP, database or model server."""

from guardrails.entities import ENTITY_LABELS, PLACEHOLDER_PATTERN
from guardrails.errors import GuardError, GuardTimeout, PolicyError
from guardrails.findings import Finding, PrivacyWarning, Redaction
from guardrails.guard import Guard, GuardVersions
from guardrails.marks import MarkedSpan, MarkError, MarkTemplate, template_of
from guardrails.placeholders import PlaceholderBook
from guardrails.policy import Policy, load_policy
from guardrails.streaming import StreamRedactor
from guardrails.text import RawText, RedactedText
from guardrails.warnings import WARNING_LABELS

__all__ = [
    "ENTITY_LABELS",
    "PLACEHOLDER_PATTERN",
    "WARNING_LABELS",
    "Finding",
    "Guard",
    "GuardError",
    "GuardTimeout",
    "GuardVersions",
    "MarkError",
    "MarkTemplate",
    "MarkedSpan",
    "PlaceholderBook",
    "Policy",
    "PolicyError",
    "PrivacyWarning",
    "RawText",
    "RedactedText",
    "Redaction",
    "StreamRedactor",
    "load_policy",
    "template_of",
]
