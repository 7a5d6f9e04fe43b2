"""Running the service: checks that explain themselves, then one uvicorn worker."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import uvicorn

from sandbox.app import create_app
from sandbox.bootstrap import Bootstrap
from sandbox.settings import Settings
from sandbox.startup import StartupError, prepare_data_dir, require_content, require_free_port

__all__ = ["StartupError", "serve"]

_SHUTDOWN_SECONDS = 5
_LARGEST_PAGE_MESSAGE = 4 * 1024 * 1024


def serve(settings: Settings, on_ready: Callable[[Bootstrap], None] | None = None) -> None:
    """Runs the service until SIGINT or SIGTERM, then ends it in order and returns.

    ``on_ready`` is called once requests are answered. Raises StartupError when the service cannot start.
    """
    os.umask(0o077)
    prepare_data_dir(settings)
    require_free_port(settings)
    require_content(settings)
    app = create_app(settings)

    def ready() -> None:
        if on_ready is not None:
            on_ready(app.state.bootstrap)

    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        workers=1,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=_SHUTDOWN_SECONDS,
        ws_max_size=_LARGEST_PAGE_MESSAGE,
    )
    server = _Server(config, ready)
    asyncio.run(server.run_here())
    if not server.was_ready:
        error = getattr(app.state, "startup_error", None)
        raise error or StartupError("Der Dienst ist nicht gestartet.", "»sandbox doctor« sagt, was fehlt.")


class _Server(uvicorn.Server):
    """Tells when it is ready, and returns after a signal instead of dying of it."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready
        self.was_ready = False

    async def run_here(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        with suppress(SystemExit):  # a failed start; the caller tells why
            await self.serve()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.was_ready = True
            self._on_ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
