"""Where a worker listens: on a Unix socket, or on loopback with a key where the file system has no Unix sockets.

A worker's parent chooses the address once; it stays the same across the worker's restarts.
"""

import asyncio
import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final, Protocol

import psutil

from models.client import ChatClient

_LONGEST_SOCKET_PATH: Final = 100
_serial = count()


class WorkerAddress(Protocol):
    """One address, for the life of one supervisor."""

    @property
    def arguments(self) -> Sequence[str]:
        """What tells the worker where to listen."""

    @property
    def inherited(self) -> Sequence[int]:
        """File descriptors that the worker needs."""

    def client(self, explain: Callable[[], str]) -> ChatClient: ...

    def greet(self, worker: asyncio.StreamWriter) -> None:
        """Writes to a new worker's standard input what it needs before it serves."""

    def vacate(self) -> None:
        """After a worker's end, however it ended: nobody is kept waiting at the address."""

    def close(self) -> None:
        """Gives the address up."""


def choose_address(runtime_dir: Path) -> WorkerAddress:
    """A Unix socket in `runtime_dir`, in a folder of its own where that path is too long; loopback where the file
    system refuses sockets (some network and container file systems do).
    """
    path = _socket_path(runtime_dir)
    with suppress(OSError):
        if path is not None and _takes_sockets(path):
            return UnixAddress(path)
        folder = tempfile.TemporaryDirectory(prefix="ki-werkstatt-")
        path = Path(folder.name) / "model.sock"
        if _takes_sockets(path):
            return UnixAddress(path, folder)
        folder.cleanup()
    return LoopbackAddress()


class UnixAddress:
    """A socket that only the owner of the process can open."""

    inherited: Sequence[int] = ()

    def __init__(self, path: Path, folder: "tempfile.TemporaryDirectory[str] | None" = None) -> None:
        self._path, self._folder = path, folder
        self.arguments = ("--socket", str(path))

    def client(self, explain: Callable[[], str]) -> ChatClient:
        return ChatClient(uds=self._path, explain=explain)

    def greet(self, worker: asyncio.StreamWriter) -> None:
        """The file's mode is the key."""

    def vacate(self) -> None:
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()


class LoopbackAddress:
    """A port of 127.0.0.1, and a key without which the worker answers nothing.

    The parent holds the port from beginning to end, so that nobody else on the machine can take it while the worker
    starts anew and be sent prompts.
    """

    def __init__(self) -> None:
        self._listener = _bound()
        self._key = secrets.token_urlsafe(32)
        self.arguments = ("--descriptor", str(self._listener.fileno()))
        self.inherited = (self._listener.fileno(),)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def client(self, explain: Callable[[], str]) -> ChatClient:
        return ChatClient(base_url=f"http://127.0.0.1:{self.port}", api_key=self._key, own_worker=True, explain=explain)

    def greet(self, worker: asyncio.StreamWriter) -> None:
        """On standard input, since arguments and environment can be read by other programs."""
        worker.write(f"{self._key}\n".encode())

    def vacate(self) -> None:
        """A shut down listener keeps its port and refuses connections until a worker listens on it again."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RD)

    def close(self) -> None:
        self._listener.close()


def _bound() -> socket.socket:
    """A socket on a free port. Linux keeps a port through a shutdown only if it was asked for by its number."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            free = probe.getsockname()
        listener = socket.socket()
        with suppress(OSError):
            listener.bind(free)
            return listener
        listener.close()


def _socket_path(runtime_dir: Path) -> Path | None:
    for path in runtime_dir.glob("model-*-*.sock"):
        owner = path.name.split("-")[1]
        if owner.isdecimal() and not psutil.pid_exists(int(owner)):
            path.unlink(missing_ok=True)
    path = runtime_dir.resolve() / f"model-{os.getpid()}-{next(_serial)}.sock"
    return path if len(os.fsencode(path)) <= _LONGEST_SOCKET_PATH else None


def _takes_sockets(path: Path) -> bool:
    if not hasattr(socket, "AF_UNIX"):
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.bind(str(path))
        except OSError:
            return False
    path.unlink()
    return True
