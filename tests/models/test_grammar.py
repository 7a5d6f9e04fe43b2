"""An answer that must look as a grammar says, beside others that need not."""

import asyncio
import json
import re

import pytest

from models import ChatMessage, GenerationSettings, ModelError, WorkerSupervisor

pytestmark = pytest.mark.anyio

LETTER = [
    ChatMessage(
        "user",
        "Fall:\nBei der Behörde ist am 4. März 2026 ein Antrag von [PERSON_1] eingegangen.\n\n"
        "Auftrag:\nSchreibe eine freundliche Eingangsbestätigung.",
    )
]
LIST = 'root ::= ("- " [a-zäöüß ]+ "\\n")+'
OBJECT = 'root ::= "{\\"ort\\": \\"" [A-Za-zäöüß ]{1,12} "\\", \\"zahl\\": " [0-9]{1,3} "}"'


async def answer(worker: WorkerSupervisor, grammar: str | None, *, seed: int = 1, temperature: float = 1.5) -> str:
    settings = GenerationSettings(
        max_tokens=80, temperature=temperature, top_p=1, min_p=0, seed=seed, grammar=grammar, frequency_penalty=0.5
    )
    return (await worker.client.complete(LETTER, settings)).text


@pytest.mark.parametrize("seed", range(4))
async def test_an_answer_obeys_its_grammar(worker: WorkerSupervisor, seed: int) -> None:
    found = json.loads(await answer(worker, OBJECT, seed=seed))
    assert 1 <= len(found["ort"]) <= 12
    assert 0 <= found["zahl"] <= 999


async def test_only_the_answer_that_asks_for_it_obeys(worker: WorkerSupervisor) -> None:
    bound, free, greedy = await asyncio.gather(
        answer(worker, LIST), answer(worker, None, seed=2), answer(worker, LIST, temperature=0)
    )
    for text in (bound, greedy):
        assert re.fullmatch(r"(- [a-zäöüß ]+\n)*(-( [a-zäöüß ]*)?)?", text)
    assert not free.startswith("- ")


@pytest.mark.parametrize("grammar", ["root ::= (", "andere ::= [a-z]", "root ::= root [a-z]"])
async def test_what_is_no_grammar_is_refused(worker: WorkerSupervisor, grammar: str) -> None:
    with pytest.raises(ModelError, match="Grammatik"):
        await answer(worker, grammar)


async def test_a_placeholder_of_the_conversation_may_be_asked_for(worker: WorkerSupervisor) -> None:
    assert await answer(worker, 'root ::= "An [PERSON_1]."') == "An [PERSON_1]."


async def test_a_grammar_that_asks_for_a_foreign_placeholder_fails_alone(worker: WorkerSupervisor) -> None:
    before = worker.pid
    wrong, right = await asyncio.gather(
        answer(worker, 'root ::= "An [PERSON_7]."'), answer(worker, OBJECT), return_exceptions=True
    )
    assert isinstance(wrong, ModelError)
    assert isinstance(right, str) and json.loads(right)
    assert worker.pid == before
