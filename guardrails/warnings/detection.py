"""From a text and what the guard found in it to its warnings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from guardrails.deadline import check_time
from guardrails.findings import PrivacyWarning
from guardrails.normalisation import NormalisedText
from guardrails.warnings.combinations import meeting_facts
from guardrails.warnings.explanations import explain, explain_combination
from guardrails.warnings.knowledge import Mention, load_knowledge
from guardrails.warnings.persons import about
from guardrails.warnings.sentences import sentence_spans
from guardrails.warnings.special import Sentence, special_statements

#: Findings that say that a sentence speaks of a person.
PERSONAL = frozenset(("PERSON", "DATE_OF_BIRTH", "DE_HEALTH_INSURANCE", "DE_SOCIAL_SECURITY", "DE_PERSONNEL_ID"))
#: Warnings of one category that are shown one by one; the last of them counts the others.
SHOWN = 3


def privacy_warnings(plain: NormalisedText, persons: Sequence[int]) -> tuple[PrivacyWarning, ...]:
    """The warnings of a text, in its order.

    Args:
        plain: the text as the recognizers read it.
        persons: where the guard found persons, (:data:`PERSONAL`), as beginnings in the original text, in order.

    Raises:
        GuardTimeout: the time is over.
    """
    text = plain.text
    found = list(load_knowledge().mentions(text))
    general = [item for item in found if item.group == "general"]
    facts = [item for item in found if item.category == "kinds"]
    special = _outside([item for item in found if item.category != "kinds" and item.group != "general"], general)
    warnings: list[PrivacyWarning] = []
    if special:
        check_time()
        sentences = _sentences(plain, persons)
        starts = [sentence.start for sentence in sentences]
        chosen = special_statements(text, special, sentences, lambda place: bisect_right(starts, place) - 1)
        warnings += _grouped(plain, chosen)
    meeting = meeting_facts(facts)
    if meeting:
        whole, kinds = meeting
        warnings.append(_warning(plain, whole, explain_combination(kinds)))
    return tuple(sorted(warnings, key=lambda warning: (warning.start, warning.end)))


def not_hidden(warnings: Sequence[PrivacyWarning], hidden: Sequence[tuple[int, int]]) -> tuple[PrivacyWarning, ...]:
    """The warnings of what is still to be read once the ``hidden`` spans of the original, in order, are replaced."""
    starts = [start for start, _ in hidden]
    kept: list[PrivacyWarning] = []
    for warning in warnings:
        number = bisect_right(starts, warning.start) - 1
        if number < 0 or warning.end > hidden[number][1]:
            kept.append(warning)
    return tuple(kept)


def _sentences(plain: NormalisedText, persons: Sequence[int]) -> list[Sentence]:
    sentences = []
    for start, end in sentence_spans(plain.text):
        first, last = plain.original_span(start, end)
        position = bisect_right(persons, first - 1)
        holds_name = position < len(persons) and persons[position] < last
        sentences.append(Sentence(start, end, about(plain.text[start:end], holds_name)))
    return sentences


def _outside(mentions: list[Mention], general: list[Mention]) -> list[Mention]:
    """Mentions that do not lie within a general phrase of their category."""
    if not general:
        return mentions
    reach: dict[str, int] = {}
    kept: list[Mention] = []
    marks = sorted([*general, *mentions], key=lambda item: (item.start, item.group != "general"))
    for item in marks:
        if item.group == "general":
            reach[item.category] = max(reach.get(item.category, 0), item.end)
        elif item.end > reach.get(item.category, 0):
            kept.append(item)
    return kept


def _grouped(plain: NormalisedText, mentions: list[Mention]) -> list[PrivacyWarning]:
    by_category: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_category.setdefault(mention.category, []).append(mention)
    return [
        _warning(plain, mention, explain(category, len(of_it) - SHOWN if number == SHOWN and len(of_it) > SHOWN else 0))
        for category, of_it in by_category.items()
        for number, mention in enumerate(of_it[:SHOWN], start=1)
    ]


def _warning(plain: NormalisedText, mention: Mention, explanation: str) -> PrivacyWarning:
    start, end = plain.original_span(mention.start, mention.end)
    return PrivacyWarning(start, end, mention.category, explanation)
