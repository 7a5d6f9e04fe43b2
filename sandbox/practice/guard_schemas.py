"""What the guard is asked and what it says, as the API takes and gives it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class _Schema(BaseModel):
    model_config = ConfigDict(use_attribute_docstrings=True)


class MarkedSpanIn(_Schema):
    """A place that someone holds for personal data, in Unicode code points of the text it belongs to."""

    start: Annotated[int, Field(ge=0)]
    """First character."""
    end: Annotated[int, Field(ge=1)]
    """One past the last character."""
    entity: Annotated[str, Field(max_length=40)]
    """Kind of data."""


class PreviewIn(_Schema):
    """A text to be shown as the guard sees it."""

    text: str
    """The text."""
    exercise_id: str | None = None
    """Exercise, so that placeholders are numbered as they will be on sending."""
    field: Literal["prompt", "material"] = "prompt"
    """Which of the two texts it is."""
    material: str | None = None
    """With ``field: prompt``, the material that will be sent with it: its placeholders come first."""
    missed: list[MarkedSpanIn] = []
    """Places of the text that the participant holds for personal data as well."""
    material_missed: list[MarkedSpanIn] = []
    """The same for the material."""


class FindingOut(_Schema):
    """A span held for personal data; offsets in Unicode code points."""

    start: int
    """First character in the original."""
    end: int
    """One past the last character in the original."""
    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    score: float
    """Certainty, 0 to 1."""
    recognizer: str
    """What found it."""
    placeholder: str
    """What stands in its place; empty where it only warns."""
    text_length: int
    """Length of the value."""
    reason: str
    """Why, for lay readers."""
    redacted_start: int
    """First character in the redacted text."""
    redacted_end: int
    """One past the last character in the redacted text."""
    action: str
    """redact, block or warn."""


class WarningOut(_Schema):
    """A place that no placeholder hides and that one should look at again; offsets in Unicode code points."""

    start: int
    """First character in the original."""
    end: int
    """One past the last character in the original."""
    category: str
    """Special category of data (Art. 9 GDPR), or combination."""
    label: str
    """Category for people."""
    explanation: str
    """What it is, why it matters, what one can do."""


class PreviewOut(_Schema):
    """A text as it would be sent."""

    redacted: str
    """The text with placeholders."""
    findings: list[FindingOut]
    """What was found."""
    language: str
    """Language it was read in."""
    blocked: list[FindingOut]
    """Findings that forbid sending; normally none."""
    warnings: list[WarningOut]
    """Places to look at again. They stay in the text, and sending stays possible."""


class GuardVersionsOut(_Schema):
    """Versions of what the guard works with."""

    policy: str
    """Version of the policy."""
    recognizers: str
    """Version of the recognizers."""
    tagger: str
    """Version of the tagger."""


class PolicyRule(_Schema):
    """What the policy does with one kind of data."""

    entity: str
    """Kind of data."""
    label: str
    """Kind of data for people."""
    action: str
    """redact, block, warn or allow."""
    threshold: float
    """Least certainty at which it acts."""


class PolicyOut(_Schema):
    """The policy (Schutzregel) in force."""

    rules: list[PolicyRule]
    """Rule by kind of data."""
    allowed: int
    """How many texts the house has declared harmless."""
    denied: int
    """How many texts the house has declared always to be findings."""
    exercises: list[str]
    """Exercises with rules of their own."""
    versions: GuardVersionsOut
    """Versions of the guard."""
