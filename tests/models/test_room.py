"""A room full of people at one worker, over its HTTP interface."""

import asyncio
import random
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from models import CatalogueEntry, ChatMessage, ContextExceeded, GenerationSettings, ModelUnavailable, WorkerSupervisor
from models.worker.line import MAX_RUNNING_EACH, MAX_WAITING_EACH
from tests.models.random_model import write_random_model
from tests.models.test_worker import LETTER, LONG, eventually, socket_of

pytestmark = pytest.mark.anyio

GREEDY = GenerationSettings(max_tokens=120, temperature=0)
PLACEHOLDER = re.compile(r"\[[A-Z][A-Z_]*_\d+\]")


@pytest.fixture(scope="module")
async def own_worker(
    shipped: CatalogueEntry, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[WorkerSupervisor]:
    """A worker that keeps no beginnings of other tests."""
    folder = tmp_path_factory.mktemp("room")
    async with WorkerSupervisor(shipped.path, model_name=shipped.name, runtime_dir=folder) as supervisor:
        yield supervisor


def case(exercise: int) -> str:
    return (
        f"Fall:\nBei der Behörde Nummer {exercise} ist am {exercise % 28 + 1}. März 2026 ein Antrag auf Wohngeld "
        "eingegangen. Antragstellerin ist [PERSON_1], wohnhaft [STREET_ADDRESS_1]. Es fehlen noch: der Mietvertrag "
        "und ein Nachweis über das Einkommen.\n\nAuftrag:\n"
    )


async def test_an_exercise_opened_ahead(own_worker: WorkerSupervisor) -> None:
    client = own_worker.client
    kept = await client.prefill([ChatMessage("user", case(1))])
    before = await client.health()
    assert before["kept_tokens"] == kept.prompt_tokens > 50
    answers = await asyncio.gather(
        *(
            client.complete([ChatMessage("user", f"{case(1)}Schreibe Brief Nummer {number}.")], GREEDY)
            for number in range(20)
        )
    )
    after = await eventually(client, lambda health: health["active"] == 0)
    assert all(answer.text for answer in answers)
    assert after["reused_tokens"] - before["reused_tokens"] >= 20 * kept.prompt_tokens
    prompts = sum(answer.prompt_tokens - kept.prompt_tokens for answer in answers)
    written = sum(answer.completion_tokens for answer in answers)
    assert after["computed_tokens"] - before["computed_tokens"] <= prompts + written


async def test_opening_an_exercise_that_is_too_long(own_worker: WorkerSupervisor) -> None:
    with pytest.raises(ContextExceeded, match="kürzen"):
        await own_worker.client.prefill([ChatMessage("user", "Paragraf " * 3000)])


async def test_more_exercises_than_are_kept_and_people_who_leave(own_worker: WorkerSupervisor) -> None:
    draw = random.Random(2)

    async def one(number: int) -> None:
        question = [ChatMessage("user", f"{case(number % 30)}Nummer {number}: Schreibe einen Vermerk.")]
        work = own_worker.client.complete(question, replace(GREEDY, max_tokens=30))
        try:
            async with asyncio.timeout(draw.random() if number % 3 == 0 else 60):
                assert (await work).text
        except TimeoutError:
            assert number % 3 == 0

    for start in range(0, 90, 30):
        await asyncio.gather(*(one(number) for number in range(start, start + 30)))
    health = await eventually(own_worker.client, lambda health: health["active"] + health["waiting"] == 0)
    assert health["failed"] == 0


async def test_one_participant_cannot_fill_the_line(own_worker: WorkerSupervisor) -> None:
    client = own_worker.client
    tasks = [asyncio.create_task(client.complete(LETTER, LONG, participant="einer")) for _ in range(MAX_WAITING_EACH)]
    await eventually(client, lambda health: health["waiting"] == MAX_WAITING_EACH - MAX_RUNNING_EACH)
    tasks += [asyncio.create_task(client.complete(LETTER, LONG, participant="einer")) for _ in range(MAX_RUNNING_EACH)]
    await eventually(client, lambda health: health["waiting"] == MAX_WAITING_EACH)
    with pytest.raises(ModelUnavailable, match="Von Ihnen warten"):
        await client.complete(LETTER, LONG, participant="einer")
    assert (await client.complete(LETTER, replace(GREEDY, max_tokens=3), participant="andere")).text
    for task in tasks:
        task.cancel()
    await eventually(client, lambda health: health["active"] + health["waiting"] == 0)


async def test_wild_answers_hold_no_foreign_and_no_half_placeholder(own_worker: WorkerSupervisor) -> None:
    """werkstatt-mini has placeholders as single tokens and, letter by letter, as text."""
    wild = GenerationSettings(max_tokens=300, temperature=2, top_p=1, min_p=0)
    answers = await asyncio.gather(
        *(own_worker.client.complete(LETTER, replace(wild, seed=seed)) for seed in range(12))
    )
    found = {placeholder for answer in answers for placeholder in PLACEHOLDER.findall(answer.text)}
    assert found <= {"[LOCATION_1]", "[PERSON_1]"}
    for answer in answers:
        assert all(begun in found for begun in re.findall(r"\[[A-Z][A-Z_][^\]]*\]?", answer.text))


async def test_placeholders_written_in_single_bytes(tmp_path: Path) -> None:
    """A random model that prefers brackets and capitals, cut off in the midst of a placeholder again and again."""
    model = write_random_model(tmp_path / "random.gguf", context=512)
    question = [ChatMessage("user", "[PERSON_1] und [DE_KFZ_2]")]
    found = set()
    async with WorkerSupervisor(model, model_name="probe", runtime_dir=tmp_path / "run", threads=1) as supervisor:
        wild = GenerationSettings(max_tokens=200, temperature=2, top_p=1, min_p=0)
        answers = await asyncio.gather(
            *(
                supervisor.client.complete(question, replace(wild, seed=seed, max_tokens=150 + seed))
                for seed in range(40)
            )
        )
    for answer in answers:
        found.update(PLACEHOLDER.findall(answer.text))
        begun = re.findall(r"\[[A-Z][A-Z_][^\]]*\]?", answer.text)
        assert set(begun) <= {"[PERSON_1]", "[DE_KFZ_2]"}
    assert found


async def test_stop_texts(own_worker: WorkerSupervisor) -> None:
    whole = (await own_worker.client.complete(LETTER, GREEDY)).text
    words = max(whole.splitlines(), key=len).split()
    stop = f"{words[2]} {words[3]}"
    settings = replace(GREEDY, stop=(stop, "kommt nicht vor"))
    answer = await own_worker.client.complete(LETTER, settings)
    assert answer.text == whole[: whole.index(stop)]
    assert answer.finish_reason == "stop"
    transport = httpx.AsyncHTTPTransport(uds=str(socket_of(own_worker)))
    body = {"messages": [{"role": "user", "content": LETTER[0].content}], "temperature": 0, "stop": stop}
    async with httpx.AsyncClient(transport=transport, base_url="http://worker", timeout=60) as http:
        received = (await http.post("/v1/chat/completions", json=body)).json()
        assert received["choices"][0]["message"]["content"] == answer.text
        assert received["usage"]["prompt_tokens_details"]["cached_tokens"] > 0
        for wrong in ({"stop": ["a"] * 5}, {"stop": ""}, {"top_k": 0}, {"presence_penalty": 9}, {"user": ""}):
            assert (await http.post("/v1/chat/completions", json={**body, **wrong})).status_code == 422


async def test_settings_of_drawing(own_worker: WorkerSupervisor) -> None:
    wild = GenerationSettings(max_tokens=60, temperature=2, top_p=1, min_p=0, seed=4)
    greedy = await own_worker.client.complete(LETTER, replace(GREEDY, max_tokens=60))
    one = await own_worker.client.complete(LETTER, replace(wild, top_k=1))
    assert one.text == greedy.text
    repeated = await own_worker.client.complete(LETTER, replace(GREEDY, max_tokens=60, frequency_penalty=2.0))
    assert repeated.text != greedy.text
