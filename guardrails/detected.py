"""A finding on its way through the guard, before it has a placeholder."""

from dataclasses import dataclass, field

from guardrails.recognizers.base import Candidate


@dataclass(frozen=True, slots=True)
class Detected:
    """Offsets in the original, and the value for the book. Stays inside the package."""

    start: int
    end: int
    candidate: Candidate
    value: str = field(repr=False)
