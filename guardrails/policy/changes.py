"""What a new policy changes, as German sentences, and whether it protects less.

Compared is what the policies do, not how they are written: the rule for every kind of finding, defaults applied, in
the house and in every exercise that one of the two names. Strictness grows from ``allow`` over ``warn`` and
``redact`` to ``block``; ``redact`` and ``block`` both keep the value from the model, but ``block`` to ``redact``
counts as less protection too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from guardrails.entities import ENTITY_LABELS
from guardrails.policy.schema import STRICTNESS, Policy, text_key

#: How many texts of a list one sentence quotes.
_QUOTED = 8
_DEFAULT = "*"
_DEFAULT_LABEL = "Arten ohne eigene Regel"
_ACTIONS = {
    "redact": "ein Platzhalter statt des Wertes",
    "block": "Senden verhindert",
    "warn": "nur ein Hinweis, der Text bleibt stehen",
    "allow": "nicht beachtet",
}


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """One change between two policies."""

    sentence: str
    """German; it quotes texts of the house's lists and is meant for those who may read these."""
    weakens: bool
    """Whether less is protected than before."""
    exercise_id: str = ""
    """The exercise it is about; empty for the whole house."""


@dataclass(frozen=True, slots=True)
class _Fact:
    kind: Literal["action", "threshold", "allowed", "not_allowed", "denied", "not_denied", "denied_as", "denied_why"]
    subject: str
    before: str = ""
    after: str = ""

    @property
    def weakens(self) -> bool:
        if self.kind == "action":
            return STRICTNESS[self.after] < STRICTNESS[self.before]
        if self.kind == "threshold":
            return float(self.after) > float(self.before)
        return self.kind in ("allowed", "not_denied")


def compare(old: Policy, new: Policy) -> tuple[PolicyChange, ...]:
    """What changes from ``old`` to ``new``, what weakens first. Empty only if the two are the same."""
    house = list(dict.fromkeys(_facts(old.for_exercise(None), new.for_exercise(None))))
    changes = [PolicyChange(sentence, weakens) for sentence, weakens in _sentences(house)]
    for exercise_id in sorted({*old.exercises, *new.exercises}):
        facts = _facts(old.for_exercise(exercise_id), new.for_exercise(exercise_id))
        own = [fact for fact in dict.fromkeys(facts) if fact not in house]
        changes += [PolicyChange(sentence, weakens, exercise_id) for sentence, weakens in _sentences(own)]
    if old.title != new.title:
        changes.append(PolicyChange(f"Die Schutzregel heißt künftig „{new.title}“.", False))
    if not changes and old.hash != new.hash:
        changes.append(PolicyChange("Nur Schreibweise oder Fassung ändern sich, nicht die Wirkung.", False))
    return tuple(sorted(changes, key=lambda change: not change.weakens))


def _facts(old: Policy, new: Policy) -> Iterator[_Fact]:
    for entity in (_DEFAULT, *ENTITY_LABELS):
        if entity == _DEFAULT:
            before, after = old.default, new.default
        elif entity not in old.entities and entity not in new.entities:
            continue
        else:
            before, after = old.rule(entity), new.rule(entity)
        if before.action != after.action:
            yield _Fact("action", entity, before.action, after.action)
        if before.threshold != after.threshold and "allow" not in (before.action, after.action):
            yield _Fact("threshold", entity, f"{before.threshold:.4f}", f"{after.threshold:.4f}")
    yield from _allow_facts(old, new)
    yield from _deny_facts(old, new)


def _allow_facts(old: Policy, new: Policy) -> Iterator[_Fact]:
    before, after = ({text_key(text): text for text in policy.allow} for policy in (old, new))
    for key in after.keys() - before.keys():
        yield _Fact("allowed", after[key])
    for key in before.keys() - after.keys():
        yield _Fact("not_allowed", before[key])


def _deny_facts(old: Policy, new: Policy) -> Iterator[_Fact]:
    before, after = ({text_key(item.text): item for item in policy.deny} for policy in (old, new))
    for key in after.keys() - before.keys():
        yield _Fact("denied", after[key].text, "", after[key].entity)
    for key in before.keys() - after.keys():
        yield _Fact("not_denied", before[key].text)
    for key in before.keys() & after.keys():
        one, other = before[key], after[key]
        if one.entity != other.entity:
            yield _Fact("denied_as", other.text, one.entity, other.entity)
            was, is_now = old.denied_action(one.entity), new.denied_action(other.entity)
            if STRICTNESS[is_now] < STRICTNESS[was]:
                yield _Fact("action", f"„{other.text}“", was, is_now)
        if one.reason != other.reason:
            yield _Fact("denied_why", other.text)


def _sentences(facts: Iterable[_Fact]) -> Iterator[tuple[str, bool]]:
    """Facts that differ in their subject alone become one sentence."""

    def alike(fact: _Fact) -> tuple[str, str, str]:
        return fact.kind, fact.before, fact.after

    for (kind, before, after), group in groupby(sorted(facts, key=alike), key=alike):
        members = list(group)
        yield _sentence(kind, [fact.subject for fact in members], before, after), members[0].weakens


def _sentence(kind: str, subjects: list[str], before: str, after: str) -> str:
    if kind in ("action", "threshold"):
        order = [_DEFAULT, *ENTITY_LABELS]
        subjects.sort(key=lambda name: order.index(name) if name in order else len(order))
        names = ", ".join(ENTITY_LABELS.get(name, _DEFAULT_LABEL if name == _DEFAULT else name) for name in subjects)
        if kind == "action":
            return f"{names}: künftig {_ACTIONS[after]} (bisher: {_ACTIONS[before]})."
        word = "erst" if float(after) > float(before) else "schon"
        return f"{names}: Befunde zählen künftig {word} ab Sicherheit {_number(after)} (bisher ab {_number(before)})."
    texts, one = _quoted(sorted(subjects)), len(subjects) == 1
    if kind == "allowed":
        return f"Künftig nie ein Befund (neu auf der Ausnahmeliste): {texts}."
    if kind == "not_allowed":
        return f"{texts} {'steht' if one else 'stehen'} nicht mehr auf der Ausnahmeliste."
    if kind == "denied":
        return f"Künftig immer ein Befund (neu auf der Sperrliste, als {ENTITY_LABELS[after]}): {texts}."
    if kind == "not_denied":
        return f"{texts} {'steht' if one else 'stehen'} nicht mehr auf der Sperrliste."
    if kind == "denied_as":
        return f"{texts} auf der Sperrliste: künftig {ENTITY_LABELS[after]} (bisher: {ENTITY_LABELS[before]})."
    return f"{texts} auf der Sperrliste: anderer Grund."


def _quoted(texts: list[str]) -> str:
    shown = ", ".join(f"„{text}“" for text in texts[:_QUOTED])
    more = len(texts) - _QUOTED
    return f"{shown} und {more} weitere" if more > 0 else shown


def _number(value: str) -> str:
    return f"{float(value):.2f}".replace(".", ",")
