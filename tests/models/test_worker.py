"""The shipped model in its worker, as the service uses it."""

import asyncio
import json
import os
import stat
from collections.abc import Callable
from contextlib import AsyncExitStack, aclosing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from models import (
    ChatClient,
    ChatMessage,
    ContextExceeded,
    GenerationSettings,
    ModelError,
    ModelUnavailable,
    WorkerSupervisor,
)
from models.worker.line import MAX_RUNNING_EACH

pytestmark = pytest.mark.anyio

LETTER = [
    ChatMessage(
        "user",
        "Fall:\nBei der Wohngeldbehörde der Stadt [LOCATION_1] ist am 4. März 2026 ein Antrag auf Wohngeld "
        "eingegangen. Antragstellerin ist [PERSON_1].\n\nAuftrag:\nSchreibe eine Eingangsbestätigung.",
    )
]
LONG = GenerationSettings(max_tokens=1200, temperature=1.0, seed=3, grammar="root ::= [a-zäöüß ] root")
"""Nothing but its length ends it."""


async def eventually(client: ChatClient, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """The worker's health as soon as it is as wanted."""
    async with asyncio.timeout(20):
        while not wanted(health := await client.health()):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.01)
    return health


def socket_of(worker: WorkerSupervisor) -> Path:
    return next(worker._runtime_dir.glob("*.sock"))


async def test_streams_german_text(worker: WorkerSupervisor) -> None:
    settings = GenerationSettings(max_tokens=150, temperature=0)
    chunks = [chunk async for chunk in worker.client.stream(LETTER, settings)]
    text = "".join(chunk.text for chunk in chunks)
    words = text.lower().split()
    assert len([chunk for chunk in chunks if chunk.text]) > 1
    assert {"der", "die", "ihr", "ihre", "ihren", "sie", "und", "wir", "haben", "am", "für", "den"} & set(words)
    reasons = [chunk.finish_reason for chunk in chunks if chunk.finish_reason]
    usages = [chunk.usage for chunk in chunks if chunk.usage]
    assert reasons in (["stop"], ["length"])
    assert len(usages) == 1
    assert usages[0].prompt_tokens == await worker.client.count_tokens(LETTER)
    assert 5 < usages[0].completion_tokens <= 150


async def test_complete_gives_the_same_text(worker: WorkerSupervisor) -> None:
    settings = GenerationSettings(max_tokens=30, temperature=0)
    answer = await worker.client.complete(LETTER, settings)
    streamed = "".join([chunk.text async for chunk in worker.client.stream(LETTER, settings)])
    assert answer.text == streamed
    assert answer.seconds > 0
    assert answer.completion_tokens <= 30


async def test_seed_decides_the_answer(worker: WorkerSupervisor) -> None:
    def drawn(seed: int) -> GenerationSettings:
        return GenerationSettings(max_tokens=40, temperature=1.5, top_p=1.0, min_p=0.0, seed=seed)

    texts = [(await worker.client.complete(LETTER, drawn(seed))).text for seed in (1, 1, 2)]
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


async def test_own_requests_wait_in_order_and_know_their_place(worker: WorkerSupervisor) -> None:
    """Only so many of one participant are computed at once; the others stand in line."""
    count = MAX_RUNNING_EACH + 3
    places: dict[int, list[int]] = {}
    seconds: list[float | None] = []
    begun: list[int] = []
    in_line = [asyncio.Event() for _ in range(count)]

    async def ask(number: int) -> str:
        text = ""
        settings = GenerationSettings(max_tokens=80, temperature=2, top_p=1, min_p=0, seed=number)
        async with aclosing(worker.client.stream(LETTER, settings, participant="Tisch 3")) as chunks:
            async for chunk in chunks:
                in_line[number].set()
                if chunk.queue_position is not None:
                    places.setdefault(number, []).append(chunk.queue_position)
                    seconds.append(chunk.queue_seconds)
                if chunk.text and not text:
                    begun.append(number)
                text += chunk.text
        return text

    tasks = []
    for number in range(count):
        tasks.append(asyncio.create_task(ask(number)))
        await in_line[number].wait()
    answers = await asyncio.gather(*tasks)
    assert all(answers)
    assert begun == sorted(begun)
    assert not set(places) & set(range(MAX_RUNNING_EACH))
    assert places[count - 1][-1] == 1
    assert places[count - 1] == sorted(places[count - 1], reverse=True)
    assert all(estimate is None or 0 <= estimate < 60 for estimate in seconds)


async def test_a_participant_with_many_requests_delays_nobody_else(worker: WorkerSupervisor) -> None:
    greedy = [asyncio.create_task(worker.client.complete(LETTER, LONG, participant="viel")) for _ in range(8)]
    await eventually(worker.client, lambda health: health["waiting"] == 8 - MAX_RUNNING_EACH)
    modest = [
        chunk async for chunk in worker.client.stream(LETTER, GenerationSettings(max_tokens=5), participant="wenig")
    ]
    assert all(chunk.queue_position is None for chunk in modest)
    for task in greedy:
        task.cancel()
    await eventually(worker.client, lambda health: health["active"] + health["waiting"] == 0)


async def test_streams_run_at_once(worker: WorkerSupervisor) -> None:
    """All begin before any ends."""
    events: list[tuple[str, int]] = []

    async def ask(number: int) -> None:
        settings = GenerationSettings(max_tokens=150, temperature=2, top_p=1, min_p=0, seed=number)
        begun = False
        async with aclosing(worker.client.stream(LETTER, settings)) as chunks:
            async for chunk in chunks:
                if chunk.text and not begun:
                    begun = True
                    events.append(("begun", number))
        events.append(("ended", number))

    await asyncio.gather(*(ask(number) for number in range(6)))
    assert {kind for kind, _ in events[:6]} == {"begun"}


async def test_leaving_stops_the_computation(worker: WorkerSupervisor) -> None:
    before = (await worker.client.health())["cancelled"]
    async with aclosing(worker.client.stream(LETTER, LONG)) as chunks:
        async for chunk in chunks:
            if chunk.text:
                break
    health = await eventually(worker.client, lambda health: health["active"] == 0)
    assert health["cancelled"] == before + 1


async def test_leaving_the_line(worker: WorkerSupervisor) -> None:
    before = (await worker.client.health())["cancelled"]
    async with AsyncExitStack() as running:
        for _ in range(MAX_RUNNING_EACH):
            stream = worker.client.stream(LETTER, LONG, participant="Tisch 1")
            await anext(await running.enter_async_context(aclosing(stream)))
        async with aclosing(worker.client.stream(LETTER, LONG, participant="Tisch 1")) as waiting:
            assert (await anext(waiting)).queue_position == 1
            assert (await worker.client.health())["waiting"] == 1
        health = await eventually(worker.client, lambda health: health["waiting"] == 0)
        assert health["active"] == MAX_RUNNING_EACH
        assert health["cancelled"] == before + 1
    await eventually(worker.client, lambda health: health["active"] == 0)


async def test_abandoned_task_stops_the_computation(worker: WorkerSupervisor) -> None:
    task = asyncio.create_task(worker.client.complete(LETTER, LONG))
    await eventually(worker.client, lambda health: health["active"] == 1)
    task.cancel()
    await eventually(worker.client, lambda health: health["active"] == 0)


async def test_cancelled_requests_leave_no_connection_behind(worker: WorkerSupervisor) -> None:
    await worker.client.health()
    before = psutil.Process().num_fds()
    for _ in range(3):
        tasks = [asyncio.create_task(worker.client.complete(LETTER, LONG)) for _ in range(20)]
        for task in tasks:
            await worker.client.health()
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    await eventually(worker.client, lambda health: health["active"] + health["waiting"] == 0)
    assert psutil.Process().num_fds() == before


async def test_client_that_leaves_without_stream(worker: WorkerSupervisor) -> None:
    transport = httpx.AsyncHTTPTransport(uds=str(socket_of(worker)))
    body = {"messages": [{"role": "user", "content": LETTER[0].content}], **asdict(LONG)}
    async with httpx.AsyncClient(transport=transport, base_url="http://worker") as http:
        task = asyncio.create_task(http.post("/v1/chat/completions", json=body))
        await eventually(worker.client, lambda health: health["active"] == 1)
        task.cancel()
        await eventually(worker.client, lambda health: health["active"] == 0)


async def test_too_long_for_the_context(worker: WorkerSupervisor) -> None:
    limit = (await worker.client.health())["context_length"]
    with pytest.raises(ContextExceeded) as caught:
        await worker.client.complete([ChatMessage("user", "Paragraf " * limit)], GenerationSettings(max_tokens=10))
    assert caught.value.limit == limit
    assert caught.value.needed is not None
    assert caught.value.needed > limit
    assert "kürzen" in caught.value.message
    used = await worker.client.count_tokens(LETTER)
    with pytest.raises(ContextExceeded) as caught:
        await worker.client.complete(LETTER, GenerationSettings(max_tokens=limit - used + 1))
    assert caught.value.needed == limit + 1


async def test_only_the_owner_reaches_the_worker(worker: WorkerSupervisor) -> None:
    path = socket_of(worker)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.stat().st_uid == os.getuid()


async def test_speaks_the_openai_api(worker: WorkerSupervisor) -> None:
    transport = httpx.AsyncHTTPTransport(uds=str(socket_of(worker)))
    async with httpx.AsyncClient(transport=transport, base_url="http://worker", timeout=60) as http:
        assert (await http.get("/v1/models")).json()["data"][0]["id"] == "werkstatt-mini"
        body = {"model": "werkstatt-mini", "messages": [{"role": "user", "content": "Guten Tag"}], "max_tokens": 5}
        whole = (await http.post("/v1/chat/completions", json=body)).json()
        assert whole["object"] == "chat.completion"
        assert whole["choices"][0]["message"]["role"] == "assistant"
        assert whole["usage"]["total_tokens"] == whole["usage"]["prompt_tokens"] + whole["usage"]["completion_tokens"]
        streamed = (await http.post("/v1/chat/completions", json={**body, "stream": True})).text
        lines = [line.removeprefix("data: ") for line in streamed.splitlines() if line.startswith("data: ")]
        assert lines[-1] == "[DONE]"
        objects = [json.loads(line) for line in lines[:-1]]
        assert {found["object"] for found in objects} == {"chat.completion.chunk"}
        assert objects[0]["choices"][0]["delta"]["role"] == "assistant"
        assert objects[-1]["choices"][0]["finish_reason"] in ("stop", "length")
        assert not any("usage" in found for found in objects)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b'{"messages": []}', 422),
        (b'{"messages": [{"role": "root", "content": "x"}]}', 422),
        (b'{"messages": [{"role": "user", "content": "x"}], "temperature": 9}', 422),
        (b'{"messages": [{"role": "user", "content": "x"}], "model": "gpt"}', 404),
        (b'{"messages": [{"role": "user", "content": "\\ud800"}]}', 422),
        (b'{"messages": [{"role": "user", "content": "' + b"x" * 5_000_000 + b'"}]}', 413),
    ],
)
async def test_bad_requests_get_an_error_without_the_text(worker: WorkerSupervisor, body: bytes, status: int) -> None:
    transport = httpx.AsyncHTTPTransport(uds=str(socket_of(worker)))
    async with httpx.AsyncClient(transport=transport, base_url="http://worker", timeout=60) as http:
        response = await http.post("/v1/chat/completions", content=body)
    assert response.status_code == status
    assert response.json()["error"]["message"]
    assert "xxx" not in response.text


async def test_deadline_ends_an_answer(worker: WorkerSupervisor) -> None:
    transport = httpx.AsyncHTTPTransport(uds=str(socket_of(worker)))
    body = {
        "messages": [{"role": "user", "content": LETTER[0].content}],
        "max_tokens": 600,
        "temperature": 1.5,
        "deadline_seconds": 0.001,
    }
    async with httpx.AsyncClient(transport=transport, base_url="http://worker", timeout=60) as http:
        whole = (await http.post("/v1/chat/completions", json=body)).json()
    assert whole["choices"][0]["finish_reason"] == "deadline"


async def test_nobody_there(tmp_path: Path) -> None:
    client = ChatClient(uds=tmp_path / "none.sock")
    with pytest.raises(ModelUnavailable, match="nicht verloren"):
        await client.complete(LETTER)
    with pytest.raises(ModelUnavailable):
        await client.health()
    await client.aclose()


async def test_settings_out_of_bounds() -> None:
    for wrong in ({"temperature": -1}, {"max_tokens": 0}, {"top_p": 0}, {"seed": -1}):
        with pytest.raises(ValueError):
            GenerationSettings(**wrong)


async def test_errors_are_model_errors() -> None:
    assert issubclass(ContextExceeded, ModelError)
    assert issubclass(ModelUnavailable, ModelError)
