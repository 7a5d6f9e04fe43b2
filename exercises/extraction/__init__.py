"""Facts of a text: dates, times, amounts, durations, numbers, paragraphs, case numbers, placeholders."""

from exercises.extraction.fact import KIND_LABELS, Fact, FactKind
from exercises.extraction.facts import extract_facts
from exercises.extraction.matching import says_the_same
from exercises.extraction.offices import offices

__all__ = ["KIND_LABELS", "Fact", "FactKind", "extract_facts", "offices", "says_the_same"]
