"""All facts of a text, each place read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exercises.extraction.dates import dates, months, times
from exercises.extraction.fact import Fact
from exercises.extraction.quantities import amounts, durations, numbers, percentages, table_values
from exercises.extraction.references import case_numbers, paragraphs, placeholder_facts

_EXTRACTORS: tuple[Callable[[str], Iterator[Fact]], ...] = (
    placeholder_facts,
    paragraphs,
    case_numbers,
    amounts,
    percentages,
    dates,
    months,
    times,
    durations,
    table_values,
    numbers,
)
"""From the most to the least specific: what one has read, a later one does not read again."""


def extract_facts(text: str) -> list[Fact]:
    """Facts in the order of the text. Where two kinds could be read at one place, the more specific one stands."""
    taken = bytearray(len(text))
    facts: list[Fact] = []
    for extractor in _EXTRACTORS:
        new = [fact for fact in extractor(text) if not any(taken[fact.start : fact.end])]
        kept: list[Fact] = []
        for fact in sorted(new, key=lambda fact: (fact.start, -fact.end)):
            same_place = kept and (fact.start, fact.end) == (kept[-1].start, kept[-1].end) and fact.key != kept[-1].key
            if not kept or fact.start >= kept[-1].end or same_place:
                kept.append(fact)
        facts += kept
        for fact in kept:
            taken[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
    return sorted(facts, key=lambda fact: (fact.start, fact.end))
