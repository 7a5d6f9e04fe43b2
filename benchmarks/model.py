"""The shipped model in its worker: start, first token, rate, memory.

Baseline of the rate: the same model, prompt and settings in this process, without HTTP and without a worker.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
import time
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

from models import CatalogueEntry, ChatMessage, GenerationSettings, WorkerSupervisor, load_catalogue
from models.worker.llama import LlamaModel, Row, default_threads
from models.worker.prompt import PromptWriter

ROUNDS = 5
TOKENS = 200
ROOM = 4
CASE = (
    "Fall:\nBei der Wohngeldbehörde der Stadt [LOCATION_1] ist am 4. März 2026 ein Antrag auf Wohngeld eingegangen. "
    "Antragstellerin ist [PERSON_1], wohnhaft [STREET_ADDRESS_1]. Aktenzeichen: [DE_CASE_NUMBER_1]. Es fehlen noch: "
    "der Mietvertrag und ein Nachweis über das Einkommen. Frist zur Nachreichung: 25. März 2026.\n\n"
    "Auftrag:\nSchreibe eine freundliche Eingangsbestätigung und nenne, was noch fehlt."
)
MESSAGES = [ChatMessage("user", CASE)]
# Drawn almost at random, so that answers seldom end early and the rate is one of computing.
SETTINGS = GenerationSettings(max_tokens=TOKENS, temperature=2, top_p=1, min_p=0)


def measure() -> dict[str, Any]:
    """Seconds unless the name says otherwise; medians over ROUNDS rounds."""
    entry = load_catalogue().default
    figures = asyncio.run(_in_worker(entry))
    baseline = _in_process(entry)
    figures["tokens_per_second_in_process"] = baseline
    figures["ratio_to_in_process"] = figures["tokens_per_second"] / baseline
    return figures


async def _in_worker(entry: CatalogueEntry) -> dict[str, Any]:
    loads, first, rates = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            started = time.perf_counter()
            async with _supervisor(entry, folder):
                loads.append(time.perf_counter() - started)
        async with _supervisor(entry, folder) as supervisor:
            idle = (await supervisor.client.health())["memory_bytes"]
            prompt_tokens = await supervisor.client.count_tokens(MESSAGES)
            for seed in range(ROUNDS):
                seconds_to_first, rate = await _one_answer(supervisor, seed)
                first.append(seconds_to_first)
                rates.append(rate)
            started = time.perf_counter()
            await asyncio.gather(
                *(supervisor.client.complete(MESSAGES, replace(SETTINGS, seed=seed)) for seed in range(ROOM))
            )
            room = time.perf_counter() - started
            used = (await supervisor.client.health())["memory_bytes"]
    return {
        "model": entry.name,
        "threads": default_threads(entry.parameters),
        "load_seconds": statistics.median(loads),
        "prompt_tokens": prompt_tokens,
        "first_token_seconds": statistics.median(first),
        "tokens_per_second": statistics.median(rates),
        f"{ROOM}_requests_at_once_seconds": room,
        "worker_memory_idle_mb": idle / 1e6,
        "worker_memory_used_mb": used / 1e6,
    }


def _supervisor(entry: CatalogueEntry, folder: str) -> WorkerSupervisor:
    return WorkerSupervisor(entry.path, model_name=entry.name, runtime_dir=Path(folder))


async def _one_answer(supervisor: WorkerSupervisor, seed: int) -> tuple[float, float]:
    """Seconds to the first text, and tokens a second from then on."""
    started, first, tokens = time.perf_counter(), 0.0, 0
    async with aclosing(supervisor.client.stream(MESSAGES, replace(SETTINGS, seed=seed))) as chunks:
        async for chunk in chunks:
            if chunk.text and not first:
                first = time.perf_counter()
            if chunk.usage:
                tokens = chunk.usage.completion_tokens
    return first - started, (tokens - 1) / (time.perf_counter() - first)


def _in_process(entry: CatalogueEntry) -> float:
    model = LlamaModel(entry.path, threads=default_threads(entry.parameters))
    prompt, rates = PromptWriter(model).tokens(MESSAGES), []
    for seed in range(ROUNDS):
        model.forget(0)
        sampler = model.new_sampler(SETTINGS, seed)
        model.compute([Row(token, place, 0, place == len(prompt) - 1) for place, token in enumerate(prompt)])
        token = sampler.draw(len(prompt) - 1, model.logits(len(prompt) - 1))
        started, count = time.perf_counter(), 0
        while not model.ends_answer(token) and count < TOKENS - 1:
            model.compute([Row(token, len(prompt) + count, 0, True)])
            token = sampler.draw(0, model.logits(0))
            count += 1
        rates.append(count / (time.perf_counter() - started))
        sampler.close()
    model.close()
    return statistics.median(rates)


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
