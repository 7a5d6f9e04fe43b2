"""Twenty people press "send" at the same moment: the worker over HTTP, and the whole service.

Baselines in the same run, each in a process of its own (`benchmarks/room_baselines.py`): one after another with
nothing kept, the bare loop, and xllamacpp where it is installed. `python -m benchmarks.room --long` takes a model of
half a billion weights and 2,000 requests for the memory; `--only` takes one of the parts.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import json
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import psutil

from benchmarks import room_baselines
from benchmarks.random_model import HALF_BILLION, SMALL, write_random_model
from benchmarks.service import attempt, running
from models import ChatClient, ChatMessage, WorkerSupervisor, inspect_gguf, load_catalogue
from models.worker.llama import LlamaModel, default_threads
from models.worker.prompt import PromptWriter

CLIENTS = 20
TOKENS = 120
AT_ONCE = (1, 2, 4, 8, 16)
# Drawn almost at random, so that answers seldom end early and all have about the same length.
SETTINGS = replace(room_baselines.SETTINGS, max_tokens=TOKENS)
SHARED = {
    "shipped": (
        "Fall:\nBei der Wohngeldbehörde der Stadt [LOCATION_1] ist am 4. März 2026 ein Antrag auf Wohngeld "
        "eingegangen. Antragstellerin ist [PERSON_1], wohnhaft [STREET_ADDRESS_1]. Aktenzeichen: [DE_CASE_NUMBER_1]. "
        "Es fehlen noch: der Mietvertrag und ein Nachweis über das Einkommen. Frist zur Nachreichung: 25. März 2026."
        "\n\nAuftrag:\n"
    ),
    "random": ("Ein Fall, den alle im Raum vor sich haben. " * 19)[:794],
}
OWN = {
    "shipped": "{number}: Schreibe eine freundliche Eingangsbestätigung und nenne, was noch fehlt.",
    "random": "{number:03}: Bitte antworten Sie mir kurz, klar und höflich",
}
"""With the byte vocabulary of the random model: 800 tokens that all share, 60 of each one's own."""


def measure() -> dict[str, Any]:
    """Seconds unless the name says otherwise."""
    return _measure(long=False)


def _measure(*, long: bool, only: str | None = None) -> dict[str, Any]:
    figures: dict[str, Any] = {"clients": CLIENTS, "tokens_each": TOKENS}

    def shipped() -> dict[str, Any]:
        return _room("shipped", load_catalogue().default.path, memory_requests=2000 if long else 200)

    def drawn() -> dict[str, Any]:
        with tempfile.TemporaryDirectory() as folder:
            path = write_random_model(Path(folder) / "random.gguf", HALF_BILLION if long else SMALL)
            return _room("random", path, memory_requests=0)

    parts: dict[str, Callable[[], dict[str, Any]]] = {
        "shipped": shipped,
        "random": drawn,
        "service": _through_the_service,
    }
    for name in [only] if only else parts:
        figures |= parts[name]()
    return figures


def _room(name: str, path: Path, *, memory_requests: int) -> dict[str, Any]:
    prompts = _prompts(name, path)
    kinds = ["serial", "bare"] + ["xllamacpp"] * (importlib.util.find_spec("xllamacpp") is not None)
    figures = asyncio.run(_in_worker(name, path, memory_requests))
    for kind in kinds:
        found = room_baselines.measure(kind, path, prompts)
        figures |= {f"{kind}_first_median": found["first"], f"{kind}_last": found["last"], f"{kind}_cpu": found["cpu"]}
    figures["first_sooner"] = figures["serial_first_median"] / figures["first_median"]
    figures["last_sooner"] = figures["serial_last"] / figures["last"]
    figures["cpu_less"] = figures["serial_cpu"] / figures["cpu"]
    figures["bare_cpu_share"] = figures["bare_cpu"] / figures["cpu"]
    return {f"{name}_{key}": value for key, value in figures.items()}


def _prompts(name: str, path: Path) -> dict[str, Any]:
    """The prompts in tokens, for the baselines."""
    threads = default_threads(inspect_gguf(path).parameters)
    model = LlamaModel(path, threads=1, context_length=64)
    writer = PromptWriter(model)
    whole = [writer.tokens(_messages(name, number)) for number in range(CLIENTS)]
    model.close()
    shared = next(at for at, column in enumerate(zip(*whole, strict=False)) if len(set(column)) > 1)
    own = [tokens[shared:] for tokens in whole]
    return {"shared": whole[0][:shared], "own": own, "tokens": TOKENS, "threads": threads}


def _messages(name: str, number: int) -> list[ChatMessage]:
    return [ChatMessage("user", SHARED[name] + OWN[name].format(number=number))]


async def _in_worker(name: str, path: Path, memory_requests: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        async with WorkerSupervisor(path, model_name=name, runtime_dir=Path(folder)) as supervisor:
            client = supervisor.client
            prompt = await client.count_tokens(_messages(name, 0))
            cold_first, cold_last, _ = await _at_once(client, name, CLIENTS, start=100)
            kept = await client.prefill([ChatMessage("user", SHARED[name])])
            processor = _cpu(supervisor)
            first, last, tokens = await _at_once(client, name, CLIENTS)
            processor = _cpu(supervisor) - processor
            figures: dict[str, Any] = {
                "million_weights": inspect_gguf(path).parameters / 1e6,
                "prompt_tokens": prompt,
                "shared_tokens": kept.prompt_tokens,
                "first_median": statistics.median(first),
                "last": last,
                "cpu": processor,
                "tokens_per_second": tokens / last,
                "unprepared_first_median": statistics.median(cold_first),
                "unprepared_last": cold_last,
            }
            for count in AT_ONCE:
                used = _cpu(supervisor)
                _, seconds, tokens = await _at_once(client, name, count)
                figures[f"tokens_per_second_{count}_at_once"] = tokens / seconds
                figures[f"cpu_ms_per_token_{count}_at_once"] = 1000 * (_cpu(supervisor) - used) / tokens
            if memory_requests:
                figures |= await _memory(client, name, memory_requests)
    return figures


def _cpu(supervisor: WorkerSupervisor) -> float:
    times = psutil.Process(supervisor.pid).cpu_times()
    return times.user + times.system


async def _at_once(client: ChatClient, name: str, count: int, *, start: int = 0) -> tuple[list[float], float, int]:
    """Seconds to each first text, seconds to the last end, tokens written in all."""
    begun = time.perf_counter()

    async def ask(number: int) -> tuple[float, int]:
        first, tokens = 0.0, 0
        settings = replace(SETTINGS, seed=number)
        async with aclosing(client.stream(_messages(name, number), settings, participant=f"p{number}")) as chunks:
            async for chunk in chunks:
                if chunk.text and not first:
                    first = time.perf_counter() - begun
                if chunk.usage:
                    tokens = chunk.usage.completion_tokens
        return first, tokens

    answers = await asyncio.gather(*(ask(number) for number in range(start, start + count)))
    return [first for first, _ in answers], time.perf_counter() - begun, sum(tokens for _, tokens in answers)


async def _memory(client: ChatClient, name: str, requests: int) -> dict[str, Any]:
    """The worker's memory before and after many requests, a third of them cancelled at some moment."""
    draw = random.Random(1)
    before = (await client.health())["memory_bytes"]

    async def one(number: int) -> None:
        settings = replace(SETTINGS, seed=number)
        task = asyncio.create_task(client.complete(_messages(name, number), settings, participant=f"p{number % 30}"))
        if number % 3 == 0:
            await asyncio.sleep(draw.random())
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    for start in range(0, requests, CLIENTS):
        await asyncio.gather(*(one(number) for number in range(start, start + CLIENTS)))
    health = await client.health()
    return {
        "memory_before_mb": before / 1e6,
        f"memory_after_{requests}_requests_mb": health["memory_bytes"] / 1e6,
        "cancelled_requests": health["cancelled"],
        "failed_requests": health["failed"],
    }


def _through_the_service() -> dict[str, Any]:
    """The shipped model through accounts, guard, log and checks: as many participants as CLIENTS."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as (address, join_code, _, _):
        ready, results = threading.Barrier(CLIENTS), []

        def participate(number: int) -> None:
            with httpx.Client(base_url=address, trust_env=False, timeout=120) as client:
                client.post(
                    "/api/v1/session/join", json={"join_code": join_code, "pseudonym": f"Messung {number}"}
                ).raise_for_status()
                ready.wait()
                results.append(attempt(client, number)[0])

        threads = [threading.Thread(target=participate, args=(number,)) for number in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    if len(results) < CLIENTS:
        raise RuntimeError("not all participants got an answer")
    return {
        "service_first_text_median": statistics.median(times["text"] for times in results),
        "service_last": max(times["done"] for times in results),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", choices=["shipped", "random", "service"])
    arguments = parser.parse_args()
    print(json.dumps(_measure(long=arguments.long, only=arguments.only), indent=2))
