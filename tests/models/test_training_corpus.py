"""The grammar: its answers carry the facts of its cases, and held-out wordings stay held out."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="the training recipe needs the extra `train`")

from models.training import spelling
from models.training.corpus import assignments, cases, extracts, wording
from models.training.corpus.draw import Draw, is_held_out
from models.training.corpus.examples import (
    call_example,
    example,
    letter_example,
    mail_example,
    plain_example,
    scene_summary_example,
)
from models.training.corpus.swap import WordSwap
from models.training.corpus.units import sentences_of
from models.training.evaluate import (
    SEEN_BEFORE,
    expected_facts,
    flat,
    form_present,
    held_out_cases,
    invented,
    own_prompts,
    stated,
)

WIDER = (
    assignments.letters_example,
    assignments.record_example,
    assignments.paper_example,
    assignments.checklist_example,
    assignments.letter_summary_example,
    mail_example,
    plain_example,
    extracts.extract_example,
)


@pytest.mark.parametrize("held_out", [False, True])
def test_model_answers_carry_the_facts_and_invent_none(held_out: bool) -> None:
    for maker in (letter_example, call_example, scene_summary_example):
        for seed in range(150):
            made = example(f"test-{maker.__name__}-{seed}", held_out=held_out, task=maker)
            answer = made.turns[0].answer
            assert [fact for fact in made.facts if flat(fact) not in flat(answer)] == []
            assert invented(flat(answer), flat(made.first_message)) == []
            assert form_present(made.form, answer)


@pytest.mark.parametrize("maker", WIDER)
@pytest.mark.parametrize("held_out", [False, True])
def test_wider_answers_take_everything_from_their_case(maker, held_out: bool) -> None:
    for seed in range(120):
        made = example(f"wider-{seed}", held_out=held_out, task=maker)
        answer = made.turns[0].answer
        assert expected_facts(made) or maker not in (assignments.letters_example, assignments.record_example)
        assert invented(flat(answer), flat(made.first_message)) == []
        assert form_present(made.form, answer) or len(answer.splitlines()) < 2


def test_every_kind_of_letter_occurs() -> None:
    names = {example(number, task=assignments.letters_example).task for number in range(600)}
    assert names == {f"letter-{kind.name}" for kind in assignments.LETTER_KINDS}
    assert len(names) >= 30


def test_a_letter_asks_for_what_the_case_lacks() -> None:
    for seed in range(300):
        made = example(f"lacking-{seed}", task=assignments.letters_example)
        if made.task == "letter-refusal" and not any(word in made.case for word in ("Widerspruch", "Klage")):
            assert "[bitte ergänzen: Rechtsbehelfsbelehrung]" in made.turns[0].answer


def test_wordings_of_every_list_are_held_out_from_three_on() -> None:
    trained, held = Draw("voice"), Draw("voice", held_out=True)
    for kind in assignments.LETTER_KINDS:
        for options in (kind.things, kind.commands, kind.opening, *(part.case for part in kind.parts)):
            seen = {trained.voice(options) for _ in range(100)}
            kept = {held.voice(options) for _ in range(100)}
            assert len(options) < 3 or not seen & kept


def test_held_out_cases_are_many_and_of_many_kinds() -> None:
    made = held_out_cases(240)
    assert len(made) >= 200
    assert len({item.task for item in made}) >= 40


def test_prompts_by_hand_name_only_facts_of_their_cases() -> None:
    written = own_prompts()
    assert len(written) - SEEN_BEFORE >= 50
    assert len({item.task for item in written}) == len(written)
    for item in written:
        assert all(fact in item.first_message for fact in item.facts)


def test_stated_facts_are_counted_once_each() -> None:
    answer = "[PERSON_1] zahlt 20 Euro bis 3. Mai 2026, also [PERSON_1] zahlt 20 Euro. Es sind 7."
    assert stated(answer) == 4
    assert invented(answer, "[PERSON_1] 20 Euro 7") == ["3. Mai 2026"]


@pytest.mark.skipif(not spelling.available(), reason="needs hunspell with its German dictionary")
def test_broken_words_are_those_that_neither_dictionary_nor_case_know() -> None:
    answer = "Der Vermrk zur Quastelbescheinigung liegt bei [PERSON_1]."
    unknown = spelling.unknown_words([answer])
    assert spelling.broken(answer, "Die Quastelbescheinigung fehlt.", unknown) == ["Vermrk"]


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


def test_a_case_is_cut_into_its_sentences_whatever_its_layout() -> None:
    prose = "Eingang am 4. März 2026. Az. [DE_CASE_NUMBER_1]. Bearbeitung ca. acht Wochen. Frau [PERSON_1] fragt nach."
    assert sentences_of(prose) == [
        "Eingang am 4. März 2026.", "Az. [DE_CASE_NUMBER_1].", "Bearbeitung ca. acht Wochen.",
        "Frau [PERSON_1] fragt nach.",
    ]  # fmt: skip
    assert sentences_of("Es fehlen noch:\n- SEPA-Mandat,\n- die Vollmacht.\nFrist: 3.5.2026") == [
        "Es fehlen noch: SEPA-Mandat, die Vollmacht.", "Frist: 3.5.2026.",
    ]  # fmt: skip


def test_who_keeps_to_few_wordings_is_met_in_training_only() -> None:
    def wordings(held_out: bool) -> list[int]:
        drawn = [Draw(f"few-{seed}", held_out=held_out) for seed in range(60)]
        return [len({draw.phrase(cases.DURATION) for _ in range(60)}) for draw in drawn]

    assert min(wordings(False)) <= 3 < max(wordings(False))
    held = [text for text in cases.DURATION if is_held_out(text)]
    assert set(wordings(True)) == {len(held)}


def test_blurred_words_are_none_that_an_answer_needs() -> None:
    swap = WordSwap(["Quaste quasseln"], [])
    for seed in range(60):
        made = example(f"blur-{seed}", task=letter_example)
        facts, answer, before = expected_facts(made), made.turns[0].answer, made.first_message
        swap.blur(made, seed, share=1.0)
        assert made.turns[0].answer == answer
        assert made.case in made.first_message
        assert all(fact in flat(made.first_message) for fact in facts if fact in flat(before))
