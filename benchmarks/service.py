"""The whole stack as a participant meets it: cold start, first token, an attempt, memory."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil

EXERCISE = "eingangsbestaetigung-wohngeld"
PROMPT = "Schreibe eine freundliche Eingangsbestätigung an die Antragstellerin und nenne, was noch fehlt."
ATTEMPTS = 8


def measure() -> dict[str, Any]:
    """Seconds unless the name says otherwise; medians over ATTEMPTS attempts, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        first_start = _start_and_stop(Path(folder))
        with running(Path(folder)) as (address, join_code, process, cold_start):
            accepted, first_text, whole, rates = [], [], [], []
            with httpx.Client(base_url=address, trust_env=False, timeout=120) as client:
                client.post("/api/v1/session/join", json={"join_code": join_code, "pseudonym": "Messung"})
                page = _seconds(lambda: client.get("/").raise_for_status())
                preview = statistics.median(
                    _seconds(lambda: client.post("/api/v1/guard/preview", json=_preview()).raise_for_status())
                    for _ in range(ATTEMPTS)
                )
                idle = _memory(process)
                processor = _processor(process)
                for number in range(ATTEMPTS):
                    times, finished = attempt(client, number)
                    accepted.append(times["accepted"])
                    first_text.append(times["text"])
                    whole.append(times["done"])
                    rates.append(finished["tokens"] / finished["seconds"])
                own, workers = (after - before for before, after in zip(processor, _processor(process), strict=True))
                loaded = _memory(process)
    return {
        "first_start_seconds": first_start,
        "cold_start_seconds": cold_start,
        "cold_start_to_first_text_seconds": cold_start + first_text[0],
        "first_page_seconds": page,
        "guard_preview_seconds": preview,
        "redacted_prompt_seconds": statistics.median(accepted),
        "first_text_seconds": statistics.median(first_text),
        "whole_answer_seconds": statistics.median(whole),
        "tokens_per_second": statistics.median(rates),
        "guard_and_service_cpu_seconds_each": own / ATTEMPTS,
        "model_cpu_seconds_each": workers / ATTEMPTS,
        "memory_idle_mb": idle / 1e6,
        "memory_after_attempts_mb": loaded / 1e6,
    }


def _preview() -> dict[str, str]:
    return {
        "text": f"{PROMPT} Gruß, Erika Mustermann, Tel. 030 1234567",
        "exercise_id": EXERCISE,
        "field": "prompt",
    }


def attempt(client: httpx.Client, seed: int) -> tuple[dict[str, float], dict[str, Any]]:
    """One attempt; seconds from sending to the first event of each kind, and the finished attempt."""
    times: dict[str, float] = {}
    body = {"prompt": PROMPT, "settings": {"seed": seed}}
    started = time.perf_counter()
    with client.stream("POST", f"/api/v1/exercises/{EXERCISE}/attempts", json=body) as response:
        if response.status_code != 200:
            raise RuntimeError(response.read().decode())
        event = ""
        for line in response.iter_lines():
            if line.startswith("event:"):
                event = line.removeprefix("event:").strip()
                times.setdefault(event, time.perf_counter() - started)
            elif line.startswith("data:") and event == "done":
                return times, json.loads(line.removeprefix("data:"))
    raise RuntimeError(f"the attempt did not finish, last event: {event}")


def _start_and_stop(folder: Path) -> float:
    with running(folder) as (_, _, _, seconds):
        return seconds


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, str, psutil.Process, float]]:
    """`sandbox serve` on a free port: address, join code, process, seconds until the page answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [
        str(Path(sys.executable).with_name("sandbox")), "serve",
        "--port", str(port), "--data-dir", str(folder / "data"),
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    printed: list[str] = []
    ready = threading.Event()

    def collect() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            printed.append(line)
            if "Bereit" in line:
                ready.set()
        ready.set()

    threading.Thread(target=collect, daemon=True).start()
    try:
        if not ready.wait(120) or process.poll() is not None:
            raise RuntimeError("".join(printed))
        httpx.get(address, trust_env=False, timeout=30).raise_for_status()
        seconds = time.perf_counter() - started
        code = re.search(r"Beitrittscode[^:]*:\s*(\S+)", "".join(printed))
        if not code:
            raise RuntimeError("".join(printed))
        yield address, code[1], psutil.Process(process.pid), seconds
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _memory(process: psutil.Process) -> int:
    """Proportional memory of the service and its worker together, in bytes."""
    return sum(one.memory_full_info().pss for one in [process, *process.children(recursive=True)])


def _processor(process: psutil.Process) -> tuple[float, float]:
    """Processor seconds of the service itself (guard, interface, database, checks) and of its worker."""
    times = [one.cpu_times() for one in [process, *process.children(recursive=True)]]
    service, *workers = (time.user + time.system for time in times)
    return service, sum(workers)


def _seconds(call: Any) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started
