"""What a check looks at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """An answer together with what the model was given."""

    answer: str
    """The answer, redacted."""
    source: str
    """The case, or the participant's own material; empty where an own case came without material."""
    prompt: str
    """The participant's prompt, redacted."""

    @property
    def given(self) -> str:
        """Everything the model could have taken a value from."""
        return f"{self.source}\n\n{self.prompt}"

    @property
    def is_empty(self) -> bool:
        """Whether there is no answer to look at."""
        return not self.answer.strip()
