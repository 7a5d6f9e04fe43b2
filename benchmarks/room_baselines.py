"""What a room is compared with: the same model, prompts and settings, in a process of their own without any service.

- one after another: each request alone, nothing kept between them, as a plain server does;
- the bare loop: all at once on the same beginnings, with nothing around it (no HTTP, no line, no stop texts, no
  placeholders): what the machine can do, and so the price of everything else;
- xllamacpp (llama-server in the process), every slot prepared with the common beginning.

`python -m benchmarks.room_baselines KIND MODEL` reads the prompts as JSON (`{"shared": [...], "own": [[...], ...],
"tokens": n, "threads": n}`) on standard input and prints `{"first", "last", "cpu"}`: median seconds to
the first token, seconds to the end of the last answer, processor seconds.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models import GenerationSettings
from models.worker.llama import STEP_TOKENS, LlamaModel, Outcome, Row

SERIAL_ROUNDS = 2
SETTINGS = GenerationSettings(temperature=2, top_k=40, top_p=1, min_p=0)


def measure(kind: str, path: Path, prompts: dict[str, Any]) -> dict[str, float]:
    """One of the comparisons in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.room_baselines", kind, str(path)]
    done = subprocess.run(command, input=json.dumps(prompts), check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def one_after_another(path: Path, prompts: dict[str, Any]) -> dict[str, float]:
    """SERIAL_ROUNDS requests are measured; each of the room waits for all before it."""
    model = LlamaModel(path, threads=prompts["threads"])
    firsts, wholes, processor = [], [], []
    for number in range(SERIAL_ROUNDS):
        tokens = prompts["shared"] + prompts["own"][number]
        model.forget(0)
        sampler = model.new_sampler(SETTINGS, number)
        begun, used = time.perf_counter(), time.process_time()
        for start in range(0, len(tokens), STEP_TOKENS):
            part = list(enumerate(tokens))[start : start + STEP_TOKENS]
            _compute(model, [Row(token, place, 0, place + 1 == len(tokens)) for place, token in part])
        token = sampler.draw(len(part) - 1, model.logits(len(part) - 1))
        firsts.append(time.perf_counter() - begun)
        for place in range(len(tokens), len(tokens) + prompts["tokens"] - 1):
            _compute(model, [Row(token, place, 0, True)])
            token = sampler.draw(0, model.logits(0))
        wholes.append(time.perf_counter() - begun)
        processor.append(time.process_time() - used)
    clients = len(prompts["own"])
    first, whole = statistics.median(firsts), statistics.median(wholes)
    return {
        "first": (clients - 1) / 2 * whole + first,
        "last": clients * whole,
        "cpu": clients * statistics.median(processor),
    }


def bare_loop(path: Path, prompts: dict[str, Any]) -> dict[str, float]:
    """All at once: prompts in their order, in steps of STEP_TOKENS, beside the answers that are being written."""
    clients, shared = len(prompts["own"]), prompts["shared"]
    model = LlamaModel(path, threads=prompts["threads"], sequences=clients + 1)
    for start in range(0, len(shared), STEP_TOKENS):
        part = list(enumerate(shared))[start : start + STEP_TOKENS]
        _compute(model, [Row(token, place, clients, False) for place, token in part])
    samplers = [model.new_sampler(SETTINGS, number) for number in range(clients)]
    begun, used = time.perf_counter(), time.process_time()
    for client in range(clients):
        model.share(clients, client, 0, len(shared))
    pending = {client: list(enumerate(own, start=len(shared))) for client, own in enumerate(prompts["own"])}
    writing: dict[int, tuple[int, int, int]] = {}
    firsts, last = [], 0.0
    while pending or writing:
        rows = [Row(token, place, client, True) for client, (token, place, _) in writing.items()]
        wanted = dict(zip(writing, range(len(rows)), strict=True))
        for client in list(pending):
            room = STEP_TOKENS - len(rows)
            part, pending[client] = pending[client][:room], pending[client][room:]
            rows += [Row(token, place, client, False) for place, token in part]
            if not pending[client]:
                rows[-1] = rows[-1]._replace(wanted=True)
                wanted[client] = len(rows) - 1
                del pending[client]
            if len(rows) == STEP_TOKENS:
                break
        _compute(model, rows)
        for client, row in wanted.items():
            token = samplers[client].draw(row, model.logits(row))
            last = time.perf_counter() - begun
            if client not in writing:
                firsts.append(last)
            _, place, count = writing.pop(client, (0, len(shared) + len(prompts["own"][client]) - 1, 0))
            if count + 1 < prompts["tokens"]:
                writing[client] = (token, place + 1, count + 1)
    return {"first": statistics.median(firsts), "last": last, "cpu": time.process_time() - used}


def xllamacpp(path: Path, prompts: dict[str, Any]) -> dict[str, float]:
    """Slots are filled through its own interface before the room begins: prepared, saved, restored in each."""
    import httpx
    import xllamacpp as native

    clients, shared, answer = len(prompts["own"]), prompts["shared"], prompts["tokens"]
    params = native.CommonParams()
    params.model.path = str(path)
    params.n_parallel, params.n_batch, params.kv_unified = clients, 512, False
    each = len(shared) + max(map(len, prompts["own"])) + answer + 8
    params.n_ctx = clients * (-(-each // 256) * 256)
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = prompts["threads"]
    params.cache_ram_mib, params.cache_idle_slots, params.ui, params.verbosity = 0, False, False, -1
    params.endpoint_slots = True
    params.flash_attn_type = native.llama_flash_attn_type(0)
    firsts, faults = [0.0] * clients, []
    with tempfile.TemporaryDirectory() as folder:
        params.slot_save_path = f"{folder}/"
        server = native.Server(params)
        common = {"cache_prompt": True, "temperature": 2.0, "top_k": 40, "top_p": 1.0, "min_p": 0.0}
        server.handle_completions({**common, "prompt": shared, "n_predict": 0, "max_tokens": 0, "id_slot": 0})
        with httpx.Client(base_url=server.listening_address, timeout=120, trust_env=False) as http:
            http.post("/slots/0?action=save", json={"filename": "beginning.bin"}).raise_for_status()
            for slot in range(1, clients):
                restore = {"filename": "beginning.bin"}
                http.post(f"/slots/{slot}?action=restore", json=restore).raise_for_status()
        begun, used = time.perf_counter(), time.process_time()

        def ask(number: int) -> None:
            def heard(chunk: Any) -> None:
                firsts[number] = firsts[number] or time.perf_counter() - begun

            request = {**common, "prompt": shared + prompts["own"][number], "max_tokens": answer, "seed": number}
            request |= {"n_predict": answer, "ignore_eos": True, "stream": True, "id_slot": number}
            try:
                server.handle_completions(request, heard)
            except Exception as error:
                faults.append(error)

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if faults or not all(firsts):
            raise RuntimeError(f"xllamacpp did not answer all: {faults[:1]}")
        last, processor = time.perf_counter() - begun, time.process_time() - used
    return {"first": statistics.median(firsts), "last": last, "cpu": processor}


def _compute(model: LlamaModel, rows: list[Row]) -> None:
    if model.compute(rows) is not Outcome.DONE:
        raise RuntimeError("the model could not compute")


KINDS: dict[str, Callable[[Path, dict[str, Any]], dict[str, float]]] = {
    "serial": one_after_another,
    "bare": bare_loop,
    "xllamacpp": xllamacpp,
}

if __name__ == "__main__":
    print(json.dumps(KINDS[sys.argv[1]](Path(sys.argv[2]), json.load(sys.stdin))), flush=True)
    os._exit(0)  # xllamacpp's server would be waited for
