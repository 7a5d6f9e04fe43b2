"""The whole service in this process: real guard, real model, real database, real HTTP on a free port."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from sandbox.app import create_app
from sandbox.context import ServiceContext
from sandbox.settings import Settings

LETTER = "eingangsbestaetigung-wohngeld"
OWN_CASE = "eigener-fall"
PROMPT = "Schreibe eine freundliche Eingangsbestätigung und nenne die fehlenden Unterlagen."
RAMBLING = {"temperature": 2.0, "seed": 3}
"""Settings under which an answer gets long."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class LiveService:
    """A running service and the ways into it."""

    app: FastAPI
    settings: Settings
    loop: asyncio.AbstractEventLoop
    people: int = 0
    staff: dict[str, Person] = field(default_factory=dict)

    @property
    def context(self) -> ServiceContext:
        return self.app.state.context

    @property
    def address(self) -> str:
        return self.settings.local_url

    def visitor(self) -> Person:
        return Person(self, httpx.Client(base_url=self.address, trust_env=False, timeout=60))

    def participant(self, pseudonym: str | None = None, join_code: str | None = None) -> Person:
        self.people += 1
        person = self.visitor()
        person.name = pseudonym or f"Eule {self.people}"
        answer = person.post(
            "/api/v1/session/join",
            {"join_code": join_code or self.app.state.bootstrap.join_code, "pseudonym": person.name},
        )
        assert answer.status_code == 201, answer.text
        return person

    def run(self, make: Callable[[], Any]) -> Any:
        """Awaits what `make` returns on the service's own loop."""
        return asyncio.run_coroutine_threadsafe(make(), self.loop).result(60)


@dataclass
class Person:
    """Someone with a client of their own."""

    service: LiveService
    http: httpx.Client
    name: str = ""

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.http.get(path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        return self.http.post(path, json=body, **options)

    def send(
        self, prompt: str = PROMPT, exercise: str = LETTER, material: str | None = None, **settings: Any
    ) -> Events:
        """Sends an attempt and reads it to the end."""
        with self.sending(prompt, exercise, material, **settings) as events:
            events.read_all()
            return events

    @contextmanager
    def sending(
        self, prompt: str = PROMPT, exercise: str = LETTER, material: str | None = None, **settings: Any
    ) -> Iterator[Events]:
        """Sends an attempt; leaving the block goes away from it."""
        body = {"prompt": prompt, "material": material, "settings": settings}
        with self.http.stream("POST", f"/api/v1/exercises/{exercise}/attempts", json=body) as response:
            yield Events(response)


@dataclass
class Events:
    """Server-sent events of an attempt."""

    response: httpx.Response
    seen: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = self.response.iter_lines()

    def next(self) -> tuple[str, dict[str, Any]] | None:
        name = ""
        for line in self._lines:
            if line.startswith("event:"):
                name = line[6:].strip()
            elif line.startswith("data:"):
                event = (name, json.loads(line[5:]))
                self.seen.append(event)
                return event
        return None

    def until(self, name: str) -> dict[str, Any]:
        while event := self.next():
            if event[0] == name:
                return event[1]
        raise AssertionError(f"no {name}: {self.names}")

    def read_all(self) -> None:
        if self.response.status_code != 200:
            self.response.read()
            return
        while self.next():
            pass

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.seen]

    def one(self, name: str) -> dict[str, Any]:
        (found,) = [data for seen, data in self.seen if seen == name]
        return found

    @property
    def text(self) -> str:
        return "".join(data["text"] for name, data in self.seen if name == "text")


@contextmanager
def running(settings: Settings, *, with_page: bool = False) -> Iterator[LiveService]:
    """Runs the service until the block is left."""
    app = create_app(settings, with_page=with_page)
    config = uvicorn.Config(app, host=settings.host, port=settings.port, log_config=None, timeout_graceful_shutdown=5)
    server = _ThreadServer(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert server.up.wait(60) and server.started, getattr(app.state, "startup_error", "did not start")
        yield LiveService(app, settings, server.loop)
    finally:
        server.should_exit = True
        thread.join(30)
        assert not thread.is_alive()


class _ThreadServer(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self.loop = asyncio.get_running_loop()
        try:
            await super().startup(sockets)
        finally:
            self.up.set()
