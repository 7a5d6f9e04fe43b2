"""The grammar: its answers carry the facts of its cases, and held-out wordings stay held out."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training recipe needs the extra `train`")

from models.training.corpus import cases, wording
from models.training.corpus.draw import Draw, is_held_out
from models.training.corpus.examples import call_example, example, letter_example, scene_summary_example
from models.training.evaluate import flat, form_present, held_out_cases, invented


@pytest.mark.parametrize("held_out", [False, True])
def test_model_answers_carry_the_facts_and_invent_none(held_out: bool) -> None:
    for maker in (letter_example, call_example, scene_summary_example):
        for seed in range(150):
            made = example(f"test-{maker.__name__}-{seed}", held_out=held_out, task=maker)
            answer = made.turns[0].answer
            assert [fact for fact in made.facts if flat(fact) not in flat(answer)] == []
            assert invented(flat(answer), flat(made.first_message)) == []
            assert form_present(made.form, answer)


def test_same_seed_same_example() -> None:
    assert example("a").messages() == example("a").messages()
    assert example("a").messages() != example("b").messages()


def test_training_never_draws_held_out_wordings() -> None:
    draw = Draw("split")
    for options in (cases.OPENING_PLACE, cases.MISSING, cases.DEADLINE, wording.REQUESTS, wording.COMMANDS["receipt"]):
        assert any(is_held_out(option) for option in options)
        assert all(draw.phrase(options) in [o for o in options if not is_held_out(o)] for _ in range(200))


def test_no_slot_is_left_open_in_any_example() -> None:
    for made in [example(number) for number in range(800)] + held_out_cases(120):
        for message in made.messages():
            assert "{" not in message["content"]
            assert "  " not in message["content"]
