"""Facts that single a person out together, without any name (recital 26 GDPR).

An office, a small place, a rare event, an only one of its kind, an age, a family, an employer, a rare trait: each is
harmless alone. What counts is how many different ones meet within a few sentences, and that they are not merely an
office in a place, which every letter of an authority names.
"""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.warnings.knowledge import Mention

#: Characters within which the facts must meet.
WINDOW = 400
#: Kind of fact: its name for people, and its weight. What few people share weighs more.
KINDS = {
    "office": ("Amt oder Beruf", 1.0),
    "place": ("kleiner Ort", 1.5),
    "event": ("seltenes Ereignis", 1.5),
    "news": ("öffentliches Ereignis", 1.0),
    "unique": ("Alleinstellung", 2.0),
    "age": ("Alter", 0.5),
    "family": ("Familie", 1.0),
    "employer": ("Arbeitsstelle", 0.5),
    "rare_trait": ("seltenes Merkmal", 1.5),
}
#: Kinds of which one at least must be there: an office in a place is known to everybody.
_TELLING = frozenset(("event", "unique", "rare_trait", "family"))
#: Least sum of weights.
_LEAST = 4.0


def meeting_facts(mentions: Sequence[Mention]) -> tuple[Mention, tuple[str, ...]] | None:
    """The densest meeting of facts as one mention from its first to its last, and its kinds; None if there is none."""
    best: tuple[float, Mention, tuple[str, ...]] | None = None
    first = 0
    for last, mention in enumerate(mentions):
        while mention.end - mentions[first].start > WINDOW:
            first += 1
        group = mentions[first : last + 1]
        kinds = {item.group for item in group}
        weight = sum(KINDS[kind][1] for kind in kinds)
        if weight < _LEAST or len(kinds) < 3 or not kinds & _TELLING:
            continue
        if best is None or weight > best[0]:
            whole = Mention(group[0].start, max(item.end for item in group), "combination", "")
            best = weight, whole, tuple(kind for kind in KINDS if kind in kinds)
    return None if best is None else best[1:]
