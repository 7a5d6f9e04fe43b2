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
from guardrails.recognizers.base import Evidence, GuardRecognizer, Rule, compiled, keywords

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


class LabelledForeignNumberRecognizer(GuardRecognizer):
    """US and UK numbers next to their label, in texts of any language; what Presidio's stricter patterns refuse
    (``219 09 9417``, specimen numbers) is found as well.
    """

    ENTITY = ""
    CONTEXT_ADJACENT = True

    def __init__(self, entity: str, number: str, label: str, supported_language: str) -> None:
        self.ENTITY = entity  # type: ignore[misc]
        self.CONTEXT = keywords(label)  # type: ignore[misc]
        super().__init__(supported_language)
        self.RULES = (Rule(compiled(number), 0.1, "Aufbau einer ausländischen Kennnummer"),)  # type: ignore[misc]


_AMERICAN = r"(?:us|us-?amerikanische\p{L}*|amerikanische\p{L}*)[ -]?"
_BRITISH = r"(?:uk|britische\p{L}*|englische\p{L}*)[ -]?"
#: Entity, build and labels.
_LABELLED = (
    (
        "US_SSN",
        r"(?<![\w.-])\d{3}[ .-]?\d{2}[ .-]?\d{4}(?![\w-])",
        rf"ssn\b|social\ssecurity|{_AMERICAN}sozialversicherung|sozialversicherungs\p{{L}}*\s(?:der\s|in\sden\s)?usa",
    ),
    ("US_ITIN", r"(?<![\w.-])9\d{2}[ .-]?\d{2}[ .-]?\d{4}(?![\w-])", rf"itin\b|taxpayer\sid|{_AMERICAN}steuer"),
    (
        "UK_NINO",
        r"(?<![\w.-])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D](?!\w)",
        rf"nino\b|national\sinsurance|ni\sn|{_BRITISH}(?:sozial)?versicherung",
    ),
    ("UK_NHS", r"(?<![\w.-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])", r"nhs\b"),
)


def foreign_recognizers(language: str) -> list[GuardRecognizer]:
    """For text of any language."""
    return [LabelledForeignNumberRecognizer(*kind, language) for kind in _LABELLED]


def english_recognizers() -> list[GuardRecognizer]:
    """For English text, beside everything that German text gets."""
    return [
        PresidioPatternRecognizer(source())
        for source in (UsSsnRecognizer, UsItinRecognizer, NhsRecognizer, UkNinoRecognizer)
    ]
