"""The events of an attempt, as they arrive."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from types import TracebackType
from typing import Any

import httpx

from ui import schemas
from ui.client.errors import ServiceError, UnreachableError, error_of, in_words
from ui.texts import texts


class AttemptStream(AbstractContextManager[Iterator[schemas.AttemptEvent]]):
    """The events of one attempt. Leaving the context closes the connection: the service then stops
    the model and keeps what had come so far. `abort` does the same from another thread."""

    def __init__(self, http: httpx.Client, path: str, body: Mapping[str, Any], headers: Mapping[str, str]) -> None:
        timeout = httpx.Timeout(None, connect=5.0)
        self._request = http.build_request(
            "POST", path, json=body, headers={**headers, "Accept": "text/event-stream"}, timeout=timeout
        )
        self._http = http
        self._response: httpx.Response | None = None

    def __enter__(self) -> Iterator[schemas.AttemptEvent]:
        try:
            self._response = self._http.send(self._request, stream=True)
            if not self._response.is_success:
                content = self._response.read()
                self._response.close()
                raise error_of(self._response.status_code, content)
        except httpx.HTTPError:
            raise UnreachableError(texts().errors.unreachable, code="unreachable") from None
        return self._events(self._response)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._response is not None:
            self._response.close()

    def abort(self) -> None:
        """Shut the connection down, so that a thread waiting for the next event wakes up."""
        if self._response is None:
            return
        stream = self._response.extensions.get("network_stream")
        connection = stream.get_extra_info("socket") if stream is not None else None
        if connection is not None:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    @staticmethod
    def _events(response: httpx.Response) -> Iterator[schemas.AttemptEvent]:
        try:
            for name, data in parse_events(response.iter_lines()):
                event = attempt_event(name, data)
                if event is not None:
                    yield event
        except (httpx.HTTPError, httpx.StreamError):
            raise UnreachableError(texts().errors.broken_off, code="broken-off") from None


def parse_events(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and data of each server-sent event in a stream of lines; comments are dropped."""
    name = "message"
    data: list[str] = []
    for line in lines:
        if not line:
            if data:
                yield name, "\n".join(data)
            name, data = "message", []
        elif not line.startswith(":"):
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "event":
                name = value
            elif field == "data":
                data.append(value)


def attempt_event(name: str, data: str) -> schemas.AttemptEvent | None:
    """The typed event for a name and its JSON data; None for names that this page does not know."""
    try:
        payload = json.loads(data)
        if name == "accepted":
            return schemas.Accepted.model_validate(payload)
        if name == "queued":
            return schemas.Queued.model_validate(payload)
        if name == "text":
            return schemas.TextPiece.model_validate(payload)
        if name == "done":
            return schemas.Done(attempt=schemas.Attempt.model_validate(payload))
        if name == "failed":
            problem = payload.get("problem") or {}
            return schemas.Failed(
                detail=in_words(problem) or texts().errors.unknown,
                code=problem.get("code") or "",
                attempt=payload.get("attempt"),
            )
    except (ValueError, AttributeError):
        raise ServiceError(texts().errors.unreadable, code="unreadable") from None
    return None
