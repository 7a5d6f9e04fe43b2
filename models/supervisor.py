"""Keeps one worker process alive.

The worker says on its standard output when it is ready; its exit is noticed at once. Its standard input
stays open as long as this process lives, so that it never outlives it, however this process ends.
"""

import asyncio
import json
import logging
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Literal, Self

from models.client import ChatClient
from models.errors import ModelUnavailable
from models.worker_address import LoopbackAddress, WorkerAddress, choose_address

logger = logging.getLogger(__name__)

State = Literal["starting", "ready", "restarting", "failed", "stopped"]

MAX_FAST_FAILURES: Final = 5
"""So many times in a row a worker may end early before it is given up."""
STABLE_SECONDS: Final = 30.0
"""A worker that was ready this long did not end early."""
FIRST_PAUSE_SECONDS: Final = 0.2
_STOP_SECONDS: Final = 5.0
_PACKAGES: Final = str(Path(__file__).resolve().parent.parent)

_WORDS: Final[dict[State, str]] = {
    "starting": "Das Sprachmodell wird gerade geladen. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
    "ready": (
        "Die Verbindung zum Sprachmodell ist abgebrochen. Ihr Text ist nicht verloren. "
        "Bitte versuchen Sie es in einigen Sekunden noch einmal."
    ),
    "restarting": (
        "Das Sprachmodell wurde unterbrochen und startet gerade neu. Ihr Text ist nicht verloren. "
        "Bitte versuchen Sie es in einigen Sekunden noch einmal."
    ),
    "failed": "Das Sprachmodell läuft nicht.",
    "stopped": "Das Sprachmodell ist beendet.",
}


@dataclass(frozen=True)
class _End:
    """How one worker process ended."""

    problem: str
    permanent: bool
    ready_seconds: float


class WorkerSupervisor:
    """Starts a worker for one model file, watches it, starts it again when it dies, and stops it."""

    def __init__(
        self,
        model_path: Path,
        *,
        model_name: str,
        runtime_dir: Path,
        threads: int | None = None,
        context_length: int | None = None,
        startup_timeout: float = 60,
        loopback: bool = False,
    ) -> None:
        """`runtime_dir` will hold the worker's socket and be closed to other users; `loopback` demands a port of
        127.0.0.1 with a key instead, which is else taken only where the file system has no Unix sockets.

        `threads` are those that compute (default: chosen by the size of the model), `context_length` is in
        tokens (default: what the model was trained for, at most 8,192), `startup_timeout` in seconds.
        """
        self._model_path, self._model_name = model_path, model_name
        self._runtime_dir = runtime_dir
        self._threads = threads
        self._context_length = context_length
        self._startup_timeout = startup_timeout
        self._loopback = loopback
        self._state: State = "stopped"
        self._changed = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._client: ChatClient | None = None
        self._address: WorkerAddress | None = None
        self.problem: str | None = None
        """Why the worker is not ready, and what to do. German."""
        self.restarts = 0
        """How often a worker was started again."""

    @property
    def state(self) -> State:
        """What the worker is doing."""
        return self._state

    @property
    def pid(self) -> int | None:
        """Process number of the worker, while there is one."""
        return self._process.pid if self._process is not None else None

    @property
    def client(self) -> ChatClient:
        """The client for this worker; the same across restarts.

        Raises:
            ModelUnavailable: before `start`.
        """
        if self._client is None:
            raise ModelUnavailable(self.explain())
        return self._client

    def explain(self) -> str:
        """The state in words for people who wait for an answer. German."""
        words = _WORDS[self._state]
        return f"{words} {self.problem}" if self._state == "failed" and self.problem else words

    async def start(self) -> None:
        """Starts the worker and waits until it can answer.

        Raises:
            ModelUnavailable: it cannot; the state is then `failed` and the message says what to do.
        """
        if self._task is not None and not self._task.done():
            return
        self._runtime_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._runtime_dir.chmod(0o700)
        await self._leave_address()
        address: WorkerAddress = LoopbackAddress() if self._loopback else choose_address(self._runtime_dir)
        self._address = address
        self._client = address.client(self.explain)
        self.problem = None
        await self._become("starting")
        self._task = asyncio.create_task(self._keep_running(address))
        if await self.wait_for("ready", "failed", "stopped") != "ready":
            raise ModelUnavailable(self.explain(), retry=False)

    async def wait_for(self, *states: State) -> State:
        """Waits until the worker is in one of `states` and returns it."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._state in states)
            return self._state

    async def stop(self) -> None:
        """Ends the worker; running requests break off. Safe to call more than once."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self._leave_address()
        await self._become("stopped")

    async def __aenter__(self) -> Self:
        try:
            await self.start()
        except BaseException:
            await self.stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _leave_address(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None
        if self._address is not None:
            self._address.close()
            self._address = None

    async def _become(self, state: State) -> None:
        async with self._changed:
            if state != self._state:
                logger.info("model worker %s: %s", self._model_name, state)
            self._state = state
            self._changed.notify_all()

    async def _keep_running(self, address: WorkerAddress) -> None:
        failures = 0
        while True:
            end = await self._run_once(address)
            failures = 1 if end.ready_seconds >= STABLE_SECONDS else failures + 1
            self.problem = end.problem
            logger.warning("model worker %s ended: %s", self._model_name, end.problem)
            if end.permanent or failures >= MAX_FAST_FAILURES:
                await self._become("failed")
                return
            await self._become("restarting")
            await asyncio.sleep(FIRST_PAUSE_SECONDS * 2 ** (failures - 1))
            self.restarts += 1

    async def _run_once(self, address: WorkerAddress) -> _End:
        try:
            process = await self._launch(address)
        except OSError as error:
            return _End(
                f"Der Prozess für das Modell lässt sich nicht starten ({error.strerror}). "
                "Bitte andere Programme beenden und den Dienst neu starten.",
                permanent=False,
                ready_seconds=0,
            )
        self._process = process
        ready_at: float | None = None
        try:
            assert process.stdout is not None
            try:
                async with asyncio.timeout(self._startup_timeout):
                    line = await process.stdout.readline()
            except TimeoutError:
                return _End(
                    f"Das Laden hat länger als {self._startup_timeout:.0f} Sekunden gedauert. "
                    "Bitte andere Programme beenden oder ein kleineres Modell wählen.",
                    permanent=True,
                    ready_seconds=0,
                )
            report = _parse(line)
            if report.get("state") == "failed":
                return _End(str(report.get("message")), permanent=True, ready_seconds=0)
            if report.get("state") == "ready":
                ready_at = time.monotonic()
                self.problem = None
                await self._become("ready")
            await process.stdout.read()
            code = await process.wait()
            lived = 0.0 if ready_at is None else time.monotonic() - ready_at
            return _End(_in_words(code), permanent=False, ready_seconds=lived)
        finally:
            await _end(process)
            self._process = None
            address.vacate()

    async def _launch(self, address: WorkerAddress) -> asyncio.subprocess.Process:
        command = [sys.executable, "-P", "-m", "models.worker", *address.arguments]
        command += ["--model", str(self._model_path), "--name", self._model_name]
        if self._threads is not None:
            command += ["--threads", str(self._threads)]
        if self._context_length is not None:
            command += ["--context-length", str(self._context_length)]
        search = os.pathsep.join(filter(None, (_PACKAGES, os.environ.get("PYTHONPATH"))))
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": search, "GGML_NO_BACKTRACE": "1"},
            start_new_session=True,
            pass_fds=address.inherited,
        )
        assert process.stdin is not None
        address.greet(process.stdin)
        return process


def _parse(line: bytes) -> dict[str, object]:
    try:
        report = json.loads(line)
    except ValueError:
        return {}
    return report if isinstance(report, dict) else {}


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(_STOP_SECONDS):
            await process.wait()
    except (TimeoutError, asyncio.CancelledError):
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _in_words(code: int) -> str:
    if code in (-signal.SIGILL, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS, -signal.SIGFPE):
        return (
            f"Das Rechenprogramm des Modells ist abgestürzt ({signal.Signals(-code).name}). "
            "Bitte `sandbox doctor` ausführen; hilft das nicht, llama-cpp-python auf diesem Rechner neu bauen."
        )
    if code == -signal.SIGKILL:
        return (
            "Das Betriebssystem hat das Modell beendet, meist aus Mangel an Arbeitsspeicher. "
            "Bitte andere Programme beenden oder ein kleineres Modell wählen."
        )
    how = signal.Signals(-code).name if code < 0 else f"Code {code}"
    return f"Das Modell hat sich unerwartet beendet ({how}). Bitte das Protokoll des Dienstes ansehen."
