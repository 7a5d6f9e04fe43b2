"""Presidio's own recognizers for English identifiers, run so that a pattern out of time fails closed."""

from collections.abc import Iterator

import regex
from presidio_analyzer import PatternRecognizer
from presidio_analyzer.predefined_recognizers import (
    NhsRecognizer,
    UkNinoRecognizer,
    UsItinRecognizer,
    UsSsnRecognizer,
)

from guardrails.deadline import scan
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, keywords

_FLAGS = regex.DOTALL | regex.MULTILINE | regex.IGNORECASE


class PresidioPatternRecognizer(GuardRecognizer):
    """Patterns, checksum and context words of one of Presidio's pattern recognizers, in this package's loop."""

    ENTITY = ""

    def __init__(self, source: PatternRecognizer, supported_language: str = "en") -> None:
        self.ENTITY = source.supported_entities[0]  # type: ignore[misc]
        super().__init__(supported_language)
        self.name = type(source).__name__
        self._source = source
        self.CONTEXT = keywords("|".join(regex.escape(word) for word in source.context)) if source.context else None  # type: ignore[misc]
        self._rules = tuple(
            Rule(
                regex.compile(pattern.regex, _FLAGS),
                min(pattern.score, 0.6),
                "Aufbau einer ausländischen Kennnummer",
                checked=0.85,
            )
            for pattern in source.patterns
        )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Every match of Presidio's patterns that its checks do not reject."""
        for rule in self._rules:
            for match in scan(rule.pattern, text):
                if self._source.invalidate_result(match[0]):
                    continue
                start, end = match.span()
                judged = self.judge(text, start, end, rule)
                if judged is not None:
                    yield start, end, *judged

    def check(self, value: str) -> bool | None:
        """Presidio's check."""
        result = self._source.validate_result(value)
        return None if result is None else bool(result)


def english_recognizers() -> list[GuardRecognizer]:
    """For English text, beside everything that German text gets."""
    return [
        PresidioPatternRecognizer(source())
        for source in (UsSsnRecognizer, UsItinRecognizer, NhsRecognizer, UkNinoRecognizer)
    ]
