"""What the guard hands back: findings without their values, and the redacted text."""

from dataclasses import dataclass

from guardrails.text import RedactedText


@dataclass(frozen=True, slots=True)
class Finding:
    """One span that the guard holds for personal data. It never carries the value itself."""

    start: int
    """First character in the original text, in Unicode code points."""
    end: int
    """One past the last character in the original text."""
    entity: str
    """Kind of data, see :data:`guardrails.ENTITY_LABELS`."""
    score: float
    """Certainty between 0 and 1."""
    recognizer: str
    """Class name of the recognizer that decided."""
    placeholder: str
    """What stands in the redacted text instead; empty where the policy leaves the text as it is."""
    text_length: int
    """Length of the value in characters."""
    reason: str
    """Why, in German, for lay readers."""
    redacted_start: int
    """First character in the redacted text."""
    redacted_end: int
    """One past the last character in the redacted text."""
    action: str = "redact"
    """What the policy did: ``redact``, ``block`` or ``warn``."""


@dataclass(frozen=True, slots=True)
class PrivacyWarning:
    """A place that says something about a person which no placeholder hides. It never carries the text itself."""

    start: int
    """First character in the original text, in Unicode code points."""
    end: int
    """One past the last character in the original text."""
    category: str
    """What it is about, see :data:`guardrails.WARNING_LABELS`."""
    explanation: str
    """What it is, why it matters and what one can do, in German, for lay readers."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """The result of :meth:`guardrails.Guard.redact`."""

    text: RedactedText
    """The text with placeholders."""
    findings: tuple[Finding, ...]
    """All findings in the order of the text, those that only warn included."""
    language: str
    """``de`` or ``en``: what the text was analysed as."""
    blocked: tuple[Finding, ...]
    """Findings whose policy forbids sending the text at all."""
    warnings: tuple[PrivacyWarning, ...] = ()
    """Special categories of personal data and combinations that single a person out, in the order of the text.
    Nothing is replaced because of them.
    """
