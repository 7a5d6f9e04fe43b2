"""HTTP over a Unix socket for httpx, on asyncio's own streams.

httpx's way goes through anyio, whose Unix sockets (4.16) let an `InvalidStateError` escape into the event loop
when a read is cancelled in the moment data arrives. Here reads are cancelled all the time: people leave.
"""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpcore
import httpx


class UnixTransport(httpx.AsyncHTTPTransport):
    """A transport that sends every request to the socket at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(verify=False, trust_env=False)
        self._pool = httpcore.AsyncConnectionPool(uds=str(path), network_backend=_Backend())


class _Backend(httpcore.AsyncNetworkBackend):
    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                return _Stream(*await asyncio.open_unix_connection(path))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError from error


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        try:
            async with asyncio.timeout(timeout):
                return await self._reader.read(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error
        except OSError as error:
            raise httpcore.ReadError from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        try:
            async with asyncio.timeout(timeout):
                self._writer.write(buffer)
                await self._writer.drain()
        except TimeoutError as error:
            raise httpcore.WriteTimeout from error
        except OSError as error:
            raise httpcore.WriteError from error

    async def aclose(self) -> None:
        self._writer.transport.abort()
        await asyncio.sleep(0)

    def get_extra_info(self, info: str) -> Any:
        return None
