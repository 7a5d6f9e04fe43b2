"""What happens around a worker: start, crash, giving up, stop, and the end of its parent."""

import asyncio
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import httpx
import psutil
import pytest

from models import (
    CatalogueEntry,
    ChatMessage,
    GenerationSettings,
    ModelUnavailable,
    WorkerSupervisor,
    generate,
)
from models.worker.line import MAX_WAITING
from models.worker_address import LoopbackAddress, UnixAddress, choose_address
from tests.models.random_model import write_random_model

pytestmark = pytest.mark.anyio

QUESTION = [ChatMessage("user", "Guten Tag")]
SHORT = GenerationSettings(max_tokens=5, seed=1)
LONG = GenerationSettings(max_tokens=200, temperature=2.0, top_p=1.0, min_p=0.0, seed=1)


def supervise(model: Path, folder: Path, **options: int) -> WorkerSupervisor:
    return WorkerSupervisor(model, model_name="probe", runtime_dir=folder / "run", threads=1, **options)


def url_of(supervisor: WorkerSupervisor) -> str:
    """Where the worker listens on loopback, as another program of the machine sees it."""
    ports = [one.laddr for one in psutil.Process(supervisor.pid).net_connections("inet") if one.status == "LISTEN"]
    assert [port.ip for port in ports] == ["127.0.0.1"]
    return f"http://127.0.0.1:{ports[0].port}"


def rename_weights(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"token_embd.weight", b"token_embx.weight"))


def sockets_in(folder: Path) -> list[Path]:
    return list(folder.glob("*.sock"))


async def test_life_of_a_worker(random_model: Path, tmp_path: Path) -> None:
    supervisor = supervise(random_model, tmp_path)
    assert supervisor.state == "stopped"
    with pytest.raises(ModelUnavailable):
        _ = supervisor.client
    await supervisor.start()
    assert supervisor.state == "ready"
    process = psutil.Process(supervisor.pid)
    assert (await supervisor.client.complete(QUESTION, SHORT)).completion_tokens > 0
    await supervisor.stop()
    assert supervisor.state == "stopped"
    assert not process.is_running()
    assert list((tmp_path / "run").iterdir()) == []
    await supervisor.stop()
    await supervisor.start()
    assert (await supervisor.client.complete(QUESTION, SHORT)).completion_tokens > 0
    await supervisor.stop()


async def test_killed_worker_comes_back(shipped: CatalogueEntry, tmp_path: Path) -> None:
    async with supervise(shipped.path, tmp_path) as supervisor:
        client, first = supervisor.client, supervisor.pid
        with pytest.raises(ModelUnavailable, match="nicht verloren"):
            async with aclosing(client.stream(QUESTION, LONG)) as chunks:
                async for _ in chunks:
                    os.kill(first, signal.SIGKILL)
        async with asyncio.timeout(20):
            assert await supervisor.wait_for("restarting") == "restarting"
            with pytest.raises(ModelUnavailable, match="startet gerade neu"):
                await client.complete(QUESTION, SHORT)
            await supervisor.wait_for("ready")
        assert supervisor.pid != first
        assert supervisor.restarts == 1
        assert (await client.complete(QUESTION, SHORT)).completion_tokens > 0


async def test_worker_that_keeps_dying_is_given_up(
    random_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.supervisor.FIRST_PAUSE_SECONDS", 0.001)
    async with supervise(random_model, tmp_path) as supervisor, asyncio.timeout(60):
        while await supervisor.wait_for("ready", "failed") == "ready":
            os.kill(supervisor.pid, signal.SIGSEGV)
            await supervisor.wait_for("restarting", "failed")
        assert supervisor.restarts == 4
        with pytest.raises(ModelUnavailable, match="sandbox doctor"):
            await supervisor.client.complete(QUESTION, SHORT)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "fehlt"),
        (lambda path: path.write_bytes(b""), "leer"),
        (lambda path: path.write_bytes(b"PK" + bytes(1000)), "keine Modelldatei"),
        (lambda path: path.write_bytes(write_random_model(path).read_bytes()[:-100]), "unvollständig"),
        (lambda path: rename_weights(write_random_model(path)), "lässt sich nicht laden"),
        (lambda path: write_random_model(path, architecture="clip"), "nicht unterstützt"),
        (lambda path: write_random_model(path, template=None), "Gesprächsvorlage"),
        (lambda path: write_random_model(path, context=12), "Kontextlänge"),
    ],
)
async def test_unusable_model_file(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    path = tmp_path / "model.gguf"
    make(path)
    supervisor = supervise(path, tmp_path)
    with pytest.raises(ModelUnavailable, match=words) as caught:
        await supervisor.start()
    assert supervisor.state == "failed"
    assert "Bitte" in caught.value.message
    assert not caught.value.retry
    assert supervisor.problem is not None
    await supervisor.stop()


async def test_start_that_takes_too_long(random_model: Path, tmp_path: Path) -> None:
    supervisor = supervise(random_model, tmp_path, startup_timeout=0)
    with pytest.raises(ModelUnavailable, match="Sekunden gedauert"):
        await supervisor.start()
    await supervisor.stop()


async def test_shorter_context(random_model: Path, tmp_path: Path) -> None:
    async with supervise(random_model, tmp_path, context_length=100) as supervisor:
        assert (await supervisor.client.health())["context_length"] == 100


async def test_folder_with_a_long_path(random_model: Path, tmp_path: Path) -> None:
    async with supervise(random_model, tmp_path / ("lang" * 40)) as supervisor:
        assert (await supervisor.client.health())["status"] == "ok"


async def test_loopback_answers_only_those_who_have_the_key(random_model: Path, tmp_path: Path) -> None:
    async with supervise(random_model, tmp_path, loopback=True) as supervisor:
        assert (await supervisor.client.complete(QUESTION, SHORT)).completion_tokens > 0
        assert sockets_in(tmp_path / "run") == []
        async with httpx.AsyncClient(base_url=url_of(supervisor), trust_env=False) as stranger:
            for headers in ({}, {"Authorization": "Bearer geraten"}, {"Authorization": "Bearer \xe4"}):
                answer = await stranger.get("/health", headers={k: v.encode("latin-1") for k, v in headers.items()})
                assert answer.status_code == 401
                assert answer.json()["error"]["code"] == "invalid_key"


async def test_loopback_keeps_its_port_while_the_worker_starts_again(random_model: Path, tmp_path: Path) -> None:
    async with supervise(random_model, tmp_path, loopback=True) as supervisor:
        before = url_of(supervisor)
        os.kill(supervisor.pid, signal.SIGKILL)
        async with asyncio.timeout(20):
            await supervisor.wait_for("restarting")
            with pytest.raises(ModelUnavailable, match="startet gerade neu"):
                await supervisor.client.complete(QUESTION, SHORT)
            with socket.socket() as rival, pytest.raises(OSError, match="in use"):
                rival.bind(("127.0.0.1", int(before.rsplit(":", 1)[1])))
            await supervisor.wait_for("ready")
        assert url_of(supervisor) == before
        assert (await supervisor.client.complete(QUESTION, SHORT)).completion_tokens > 0


def test_loopback_where_the_file_system_has_no_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(choose_address(tmp_path), UnixAddress)
    monkeypatch.setattr(tempfile, "tempdir", "/proc/self/fdinfo")
    address = choose_address(Path("/proc/self/fdinfo"))
    assert isinstance(address, LoopbackAddress)
    address.close()


async def test_sockets_of_dead_services_are_removed(random_model: Path, tmp_path: Path) -> None:
    gone = await asyncio.create_subprocess_exec(sys.executable, "-c", "")
    await gone.wait()
    dead = tmp_path / "run" / f"model-{gone.pid}-0.sock"
    dead.parent.mkdir()
    dead.touch()
    async with supervise(random_model, tmp_path):
        assert not dead.exists()


async def test_worker_does_not_outlive_its_parent(random_model: Path, tmp_path: Path) -> None:
    parent = """
import asyncio, sys
from pathlib import Path
from models import WorkerSupervisor
async def main():
    supervisor = WorkerSupervisor(Path(sys.argv[1]), model_name="x", runtime_dir=Path(sys.argv[2]), threads=1)
    await supervisor.start()
    print(supervisor.pid, flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", parent, str(random_model), str(tmp_path), stdout=asyncio.subprocess.PIPE
    )
    worker = psutil.Process(int(await process.stdout.readline()))
    process.kill()
    await process.wait()
    await asyncio.to_thread(psutil.wait_procs, [worker], 10)
    assert not worker.is_running()
    assert sockets_in(tmp_path) == []


async def test_running_and_waiting_requests_break_off_at_the_stop(random_model: Path, tmp_path: Path) -> None:
    supervisor = supervise(random_model, tmp_path)
    await supervisor.start()
    tasks = [asyncio.create_task(supervisor.client.complete(QUESTION, LONG)) for _ in range(3)]
    await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await supervisor.stop()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(not isinstance(result, BaseException) or isinstance(result, ModelUnavailable) for result in results)


async def test_full_line(shipped: CatalogueEntry, tmp_path: Path) -> None:
    async with supervise(shipped.path, tmp_path) as supervisor:
        streams = []
        with pytest.raises(ModelUnavailable, match="zu viele Anfragen"):
            async with asyncio.timeout(20):
                while True:
                    streams.append(supervisor.client.stream(QUESTION, replace(LONG, max_tokens=800)))
                    await anext(streams[-1])
        assert len(streams) > MAX_WAITING
        for stream in streams:
            await stream.aclose()


async def test_characters_stay_whole_across_tokens(random_model: Path, tmp_path: Path) -> None:
    """The random model writes single bytes; what arrives must not depend on how they travel."""
    settings = GenerationSettings(max_tokens=200, temperature=2, top_p=1, min_p=0, seed=8)
    async with supervise(random_model, tmp_path) as supervisor:
        texts = [(await supervisor.client.complete(QUESTION, settings)).text for _ in range(3)]
    assert len(set(texts)) == 1
    assert texts[0].isascii() is False


async def test_no_text_of_a_prompt_in_the_output_of_the_worker(random_model: Path, tmp_path: Path) -> None:
    secret = "Hannelore-Musterfrau-4711"
    script = """
import asyncio, sys
from pathlib import Path
from models import *
async def main():
    async with WorkerSupervisor(Path(sys.argv[1]), model_name="x", runtime_dir=Path(sys.argv[2]), threads=1) as s:
        await s.client.complete([ChatMessage("user", sys.argv[3])], GenerationSettings(max_tokens=3))
        for wrong in ([ChatMessage("user", sys.argv[3] * 999)], []):
            try:
                await s.client.complete(wrong)
            except ModelError as error:
                print(error)
asyncio.run(main())
"""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        script,
        str(random_model),
        str(tmp_path),
        secret,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode == 0
    assert secret not in output.decode()
    assert "kürzen" in output.decode()
    assert "llama" not in output.decode()


def test_generate_for_the_command_line(shipped: CatalogueEntry) -> None:
    settings = GenerationSettings(max_tokens=20, temperature=0)
    answers = list(generate(shipped, ["Guten Tag", "Schreibe eine Eingangsbestätigung.", "Guten Tag"], settings))
    assert all(answers)
    assert answers[0] == answers[2]
