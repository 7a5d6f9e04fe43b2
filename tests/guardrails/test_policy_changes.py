"""What a new policy changes, in sentences, and whether it weakens protection."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from guardrails import Policy
from guardrails.policy.changes import compare

STRICT_TO_LOOSE = ("block", "redact", "warn", "allow")
BIRKE = {"text": "Birke", "entity": "SECRET"}


def policy(**parts: Any) -> Policy:
    return Policy.model_validate({"version": "1.0.0", "title": "Test", **parts})


def weakens(old: Policy, new: Policy) -> bool:
    return any(change.weakens for change in compare(old, new))


@pytest.mark.parametrize(("before", "after"), [pair for pair in product(STRICT_TO_LOOSE, repeat=2) if len({*pair}) > 1])
@pytest.mark.parametrize("place", ["entity", "default", "exercise"])
def test_a_softer_action_weakens_wherever_it_stands(place: str, before: str, after: str) -> None:
    def made(action: str) -> Policy:
        if place == "entity":
            return policy(entities={"URL": {"action": action}})
        if place == "default":
            return policy(default={"action": action})
        return policy(exercises={"brief": {"entities": {"URL": {"action": action}}}})

    (change,) = compare(made(before), made(after))
    assert change.weakens is (STRICT_TO_LOOSE.index(after) > STRICT_TO_LOOSE.index(before))
    assert change.exercise_id == ("brief" if place == "exercise" else "")


@pytest.mark.parametrize(
    ("old", "new", "sentence", "expected"),
    [
        (
            policy(entities={"PERSON": {"action": "redact"}, "URL": {"action": "redact"}}),
            policy(entities={"PERSON": {"action": "warn"}, "URL": {"action": "warn"}}),
            "Person, Internetadresse: künftig nur ein Hinweis, der Text bleibt stehen "
            "(bisher: ein Platzhalter statt des Wertes).",
            True,
        ),
        (
            policy(entities={"URL": {"threshold": 0.5}}),
            policy(entities={"URL": {"threshold": 0.7}}),
            "Internetadresse: Befunde zählen künftig erst ab Sicherheit 0,70 (bisher ab 0,50).",
            True,
        ),
        (
            policy(default={"threshold": 0.7}),
            policy(default={"threshold": 0.5}),
            "Arten ohne eigene Regel: Befunde zählen künftig schon ab Sicherheit 0,50 (bisher ab 0,70).",
            False,
        ),
        (policy(), policy(allow=["Amt"]), "Künftig nie ein Befund (neu auf der Ausnahmeliste): „Amt“.", True),
        (policy(allow=["Amt", "Rat"]), policy(), "„Amt“, „Rat“ stehen nicht mehr auf der Ausnahmeliste.", False),
        (
            policy(),
            policy(deny=[BIRKE]),
            "Künftig immer ein Befund (neu auf der Sperrliste, als Passwort oder Schlüssel): „Birke“.",
            False,
        ),
        (policy(deny=[BIRKE]), policy(), "„Birke“ steht nicht mehr auf der Sperrliste.", True),
        (
            policy(deny=[BIRKE]),
            policy(deny=[{**BIRKE, "entity": "URL"}]),
            "„Birke“ auf der Sperrliste: künftig Internetadresse (bisher: Passwort oder Schlüssel).",
            False,
        ),
        (
            policy(deny=[BIRKE]),
            policy(deny=[{**BIRKE, "reason": "geheim"}]),
            "„Birke“ auf der Sperrliste: anderer Grund.",
            False,
        ),
        (policy(), policy(title="Neu"), "Die Schutzregel heißt künftig „Neu“.", False),
        (policy(), policy(version="1.1.0"), "Nur Schreibweise oder Fassung ändern sich, nicht die Wirkung.", False),
        (
            policy(),
            policy(exercises={"brief": {"allow": ["Amt"]}}),
            "Künftig nie ein Befund (neu auf der Ausnahmeliste): „Amt“.",
            True,
        ),
    ],
)
def test_each_change_is_a_sentence(old: Policy, new: Policy, sentence: str, expected: bool) -> None:
    (change,) = compare(old, new)
    assert (change.sentence, change.weakens) == (sentence, expected)


def test_the_same_policy_changes_nothing() -> None:
    assert compare(policy(allow=["a", "b"]), policy(allow=["b", "A"])) != ()
    assert compare(policy(deny=[BIRKE]), policy(deny=[BIRKE])) == ()


def test_a_house_rule_is_not_told_again_for_each_exercise() -> None:
    override = {"brief": {"entities": {"PERSON": {"action": "block"}}}}
    changes = compare(policy(exercises=override), policy(exercises=override, allow=["Amt"], default={"action": "warn"}))
    assert [change.exercise_id for change in changes] == ["", ""]


def test_an_exercise_that_keeps_its_own_rule_is_not_told() -> None:
    override = {"brief": {"entities": {"URL": {"action": "warn"}}}}
    changes = compare(
        policy(entities={"URL": {"action": "warn"}}, exercises=override),
        policy(entities={"URL": {"action": "redact"}}, exercises=override),
    )
    assert [(change.weakens, change.exercise_id) for change in changes] == [(False, "")]


def test_leaving_a_stricter_exercise_out_weakens() -> None:
    strict = policy(exercises={"brief": {"entities": {"URL": {"action": "block"}}}})
    loose = policy(exercises={"brief": {"entities": {"URL": {"action": "allow"}}}})
    assert weakens(strict, policy())
    assert not weakens(loose, policy())
    assert weakens(policy(), loose)
    assert not weakens(policy(), strict)


def test_an_exercise_may_take_a_text_off_the_houses_list() -> None:
    assert weakens(policy(deny=[BIRKE]), policy(deny=[BIRKE], exercises={"brief": {"allow": ["birke"]}}))


def test_a_denied_text_that_was_blocked_and_is_now_replaced_weakens() -> None:
    rules = {"SECRET": {"action": "block"}}
    assert weakens(policy(entities=rules, deny=[BIRKE]), policy(entities=rules, deny=[{**BIRKE, "entity": "URL"}]))


def test_what_weakens_comes_first_and_long_lists_are_cut() -> None:
    changes = compare(
        policy(), policy(deny=[BIRKE], allow=[f"Amt {number}" for number in range(12)], default={"action": "block"})
    )
    assert [change.weakens for change in changes] == [True, False, False]
    assert changes[0].sentence.endswith("und 4 weitere.")


def test_a_threshold_of_what_is_not_looked_at_does_not_count() -> None:
    old = policy(entities={"URL": {"action": "allow", "threshold": 0.2}})
    assert not weakens(old, policy(entities={"URL": {"action": "redact", "threshold": 0.9}}))
