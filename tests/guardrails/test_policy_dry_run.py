"""What a new policy would do to a corpus."""

from __future__ import annotations

from typing import Any

import pytest

from guardrails import Guard, Policy
from guardrails.evaluation import Document, Label
from guardrails.policy.dry_run import MOST_ALIKE, DryRun, DryRunner


def document(number: int, marked: str) -> Document:
    """A document out of a text in which ``<PERSON|Selin Karaca>`` is a label."""
    text, labels = "", []
    for index, part in enumerate(marked.replace(">", "<").split("<")):
        entity, bar, value = part.partition("|")
        if index % 2 and bar:
            labels.append(Label(len(text), len(text) + len(value), entity))
            part = value
        text += part
    return Document(id=f"probe-{number}", text=text, labels=tuple(labels), kind="note")


CORPUS = [
    document(0, "Frau <PERSON|Selin Karaca> ist unter <PHONE_NUMBER|030 9018234> zu erreichen."),
    document(1, "Das Amt Linde tagt am Montag, Kennzeichen <DE_KFZ|B-AB 1234>."),
    document(2, "Das Projekt Birkenhain ruht bis auf Weiteres."),
]


def policy(**parts: Any) -> Policy:
    return Policy.model_validate({"version": "1.0.0", "title": "Test", **parts})


@pytest.fixture(scope="module")
def runner(guard: Guard) -> DryRunner:
    return DryRunner(guard, CORPUS)


def figures(outcome: DryRun, scope: int = 0) -> dict[str, tuple[int, ...]]:
    return {
        one.entity: (one.before, one.after, one.labelled, one.newly_missed, one.newly_found)
        for one in outcome.scopes[scope].entities
    }


def test_what_is_newly_missed_is_counted_and_shown(runner: DryRunner) -> None:
    outcome = runner.run(policy(), policy(entities={"PHONE_NUMBER": {"action": "warn"}}))
    (house,) = outcome.scopes
    assert (outcome.documents, outcome.labels) == (3, 3)
    assert figures(outcome) == {"PHONE_NUMBER": (1, 0, 1, 1, 0)}
    assert (house.changed_documents, house.leaking_before, house.leaking_after) == (1, 0, 1)
    (example,) = house.examples
    assert (example.effect, example.document, example.place) == ("newly_missed", "probe-0", "030 9018234")
    assert example.before.endswith("ist unter ") and example.after == " zu erreichen."


def test_the_other_way_round_it_is_newly_found(runner: DryRunner) -> None:
    outcome = runner.run(policy(entities={"PERSON": {"action": "allow"}}), policy())
    assert figures(outcome) == {"PERSON": (0, 1, 1, 0, 1)}
    assert [example.effect for example in outcome.scopes[0].examples] == ["newly_found"]
    assert (outcome.scopes[0].leaking_before, outcome.scopes[0].leaking_after) == (1, 0)


def test_words_without_a_person_that_are_replaced_are_counted(runner: DryRunner) -> None:
    listed = [{"text": "Projekt Birkenhain", "entity": "DE_CASE_NUMBER"}]
    outcome = runner.run(policy(), policy(deny=listed))
    (house,) = outcome.scopes
    assert (house.over_redacted_before, house.over_redacted_after) == (0, 2)
    assert figures(outcome) == {"DE_CASE_NUMBER": (0, 1, 0, 0, 0)}
    assert [(one.effect, one.place) for one in house.examples] == [("newly_replaced", "Projekt Birkenhain")]
    back = runner.run(policy(deny=listed), policy()).scopes[0]
    assert [one.effect for one in back.examples] == ["no_longer_replaced"]


def test_block_and_redact_both_keep_data_from_the_model(runner: DryRunner) -> None:
    outcome = runner.run(policy(default={"action": "block"}), policy())
    assert outcome.scopes[0].changed_documents == 0
    assert outcome.scopes[0].entities == ()


def test_an_exercise_with_other_rules_is_a_scope_of_its_own(runner: DryRunner) -> None:
    outcome = runner.run(policy(), policy(exercises={"brief": {"entities": {"PERSON": {"action": "warn"}}}}))
    assert [scope.exercise_id for scope in outcome.scopes] == ["", "brief"]
    assert figures(outcome) == {}
    assert figures(outcome, 1) == {"PERSON": (1, 0, 1, 1, 0)}


def test_examples_are_few_alike_and_none_from_the_half_kept_for_testing(guard: Guard) -> None:
    many = [document(number, "Tel. <PHONE_NUMBER|030 9018234>") for number in range(30)]
    assert {one.part for one in many} == {"dev", "test"}
    outcome = DryRunner(guard, many).run(policy(), policy(entities={"PHONE_NUMBER": {"action": "warn"}}))
    parts = {one.id: one.part for one in many}
    examples = outcome.scopes[0].examples
    assert len(examples) == MOST_ALIKE
    assert {parts[example.document] for example in examples} == {"dev"}
    assert figures(outcome)["PHONE_NUMBER"][3] == 30


def test_the_corpus_is_analysed_once(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = DryRunner(guard, CORPUS)
    first = runner.run(policy(), policy(allow=["030 9018234"]))
    monkeypatch.setattr(guard, "analyse", None)
    assert runner.run(policy(), policy(allow=["030 9018234"])) == first


def test_the_outcome_survives_being_stored(runner: DryRunner) -> None:
    outcome = runner.run(policy(), policy(allow=["Selin Karaca"]))
    assert DryRun.model_validate(outcome.model_dump(mode="json")) == outcome


def test_examples_of_the_house_are_tried_beside_the_corpus(runner: DryRunner) -> None:
    example = document(7, "Rückruf unter <PHONE_NUMBER|040 4281234> erbeten.")
    outcome = runner.run(policy(), policy(entities={"PHONE_NUMBER": {"action": "warn"}}), [example])
    assert (outcome.documents, outcome.labels) == (4, 4)
    assert figures(outcome) == {"PHONE_NUMBER": (2, 0, 2, 2, 0)}
    assert runner.run(policy(), policy()).documents == 3
