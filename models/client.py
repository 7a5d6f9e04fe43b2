"""Speaks to a model over OpenAI's HTTP API: to the worker on its Unix socket, or to an upstream server."""

import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import httpx
from pydantic import BaseModel, ValidationError

from models.errors import ContextExceeded, ModelError, ModelUnavailable
from models.messages import ChatAnswer, ChatChunk, ChatMessage, GenerationSettings, Usage
from models.unix_transport import UnixTransport

_SILENCE_SECONDS: Final = 60.0
"""The worker sends something every few seconds, even in line; longer silence means that it is stuck."""
_PREFILL_SILENCE_SECONDS: Final = 300.0
"""Reading ahead is answered only when it is done, and others may be served before."""
_UPSTREAM_SILENCE_SECONDS: Final = 300.0


def _lost() -> str:
    return (
        "Die Verbindung zum Sprachmodell ist abgebrochen. Ihr Text ist nicht verloren. "
        "Bitte versuchen Sie es in einigen Sekunden noch einmal."
    )


class ChatClient:
    """One model at one address. Belongs to one event loop; many requests may run at once.

    Settings of the environment (proxies, `.netrc`) are ignored: prompts go to the given address only.
    """

    def __init__(
        self,
        *,
        uds: Path | None = None,
        base_url: str = "http://worker",
        api_key: str | None = None,
        own_worker: bool = False,
        model: str | None = None,
        explain: Callable[[], str] = _lost,
        silence: float | None = None,
    ) -> None:
        """`uds` is a worker's Unix socket; without it `base_url` is an upstream server, or with `own_worker` a worker.

        `model` is the name that an upstream expects. `explain` gives the German reason for a lost
        connection. After `silence` seconds without a sign of life (default: 60 for a worker, which reports while
        it waits, 300 for an upstream) a connection counts as lost.
        """
        self._uds = uds
        self._base_url = base_url.rstrip("/").removesuffix("/v1")
        self._headers = {} if api_key is None else {"Authorization": f"Bearer {api_key}"}
        usual = _SILENCE_SECONDS if own_worker or uds is not None else _UPSTREAM_SILENCE_SECONDS
        self._timeout = httpx.Timeout(30.0, connect=10.0, read=usual if silence is None else silence)
        self._tls = httpx.create_ssl_context(trust_env=False) if self._base_url.startswith("https:") else False
        self._open: set[httpx.AsyncClient] = set()
        self._model = {} if model is None else {"model": model}
        self._explain = explain

    async def stream(
        self,
        messages: Sequence[ChatMessage],
        settings: GenerationSettings | None = None,
        *,
        participant: str | None = None,
    ) -> AsyncGenerator[ChatChunk, None]:
        """Yields the answer as it is written; the last chunk has `finish_reason`, then `usage` may follow.

        `participant` is any name under which requests of one person belong together: participants take turns.
        An upstream server gets it as `user`, so it should be no name by which a person is known.

        Closing the iterator (`aclose()`, best by `contextlib.aclosing`) stops the computation within one
        step.

        Raises:
            ContextExceeded: before anything is generated.
            ModelUnavailable: no connection, or lost on the way.
            ModelError: the server refuses the request or fails.
        """
        body = self._body(messages, settings or GenerationSettings(), stream=True)
        if participant is not None:
            body["user"] = participant
        try:
            async with (
                self._connection() as http,
                http.stream("POST", "/v1/chat/completions", json=body) as response,
            ):
                if response.status_code != httpx.codes.OK:
                    await response.aread()
                    raise self._refusal(response)
                async with aclosing(_events(response)) as events:
                    async for data in events:
                        if data == "[DONE]":
                            return
                        for chunk in _Received.model_validate_json(data).chunks():
                            yield chunk
        except (httpx.HTTPError, ValidationError):
            raise ModelUnavailable(self._explain()) from None
        raise ModelUnavailable(self._explain())

    async def complete(
        self,
        messages: Sequence[ChatMessage],
        settings: GenerationSettings | None = None,
        *,
        participant: str | None = None,
    ) -> ChatAnswer:
        """The whole answer at once.

        Raises:
            the same errors as `stream`.
        """
        text: list[str] = []
        reason, usage = "", Usage(0, 0)
        start = time.monotonic()
        async with aclosing(self.stream(messages, settings, participant=participant)) as chunks:
            async for chunk in chunks:
                if chunk.queue_position is not None:
                    start = time.monotonic()
                text.append(chunk.text)
                reason = chunk.finish_reason or reason
                usage = chunk.usage or usage
        seconds = time.monotonic() - start
        return ChatAnswer("".join(text), reason, usage.prompt_tokens, usage.completion_tokens, seconds)

    async def count_tokens(self, messages: Sequence[ChatMessage]) -> int:
        """Length of the prompt in tokens, template included (worker and vLLM; others may lack it)."""
        body = {**self._model, "messages": [asdict(message) for message in messages]}
        count = (await self._fetch("POST", "/tokenize", body)).get("count")
        if not isinstance(count, int):
            raise ModelError("Der Modellserver zählt keine Wortteile.")
        return count

    async def prefill(self, messages: Sequence[ChatMessage]) -> Usage:
        """Computes ahead what many conversations will begin with (worker only): `messages` up to where they part,
        which may be in the midst of the last one. Answers come sooner then.

        Raises:
            the same errors as `stream`.
        """
        body = {**self._model, "messages": [asdict(message) for message in messages]}
        answer = await self._fetch("POST", "/prefill", body, silence=_PREFILL_SILENCE_SECONDS)
        return _Counted.model_validate(answer).usage()

    async def health(self) -> dict[str, Any]:
        """What the server says about itself: of a worker `status`, `model`, `context_length`, `memory_bytes`,
        and the counters `active`, `waiting`, `served`, `cancelled`, `failed`, `computed_tokens`,
        `reused_tokens`, `kept_tokens`.
        """
        return {"status": "ok", **await self._fetch("GET", "/health")}

    async def aclose(self) -> None:
        """Closes all connections; running streams break off."""
        for http in list(self._open):
            await http.aclose()

    @asynccontextmanager
    async def _connection(self) -> AsyncGenerator[httpx.AsyncClient, None]:
        """A connection for one request. A shared pool would keep, and never close, connections of requests
        that are cancelled in the moment they connect (httpcore 1.0).
        """
        http = httpx.AsyncClient(
            transport=self._transport(),
            base_url=self._base_url,
            headers=self._headers,
            timeout=self._timeout,
            trust_env=False,
        )
        self._open.add(http)
        try:
            yield http
        finally:
            self._open.discard(http)
            await http.aclose()

    def _transport(self) -> httpx.AsyncBaseTransport:
        if self._uds is not None:
            return UnixTransport(self._uds)
        return httpx.AsyncHTTPTransport(verify=self._tls, trust_env=False)

    async def _fetch(
        self, method: str, path: str, body: dict[str, Any] | None = None, *, silence: float | None = None
    ) -> dict[str, Any]:
        patience = self._timeout if silence is None else httpx.Timeout(30.0, connect=10.0, read=silence)
        try:
            async with self._connection() as http:
                response = await http.request(method, path, json=body, timeout=patience)
        except httpx.HTTPError:
            raise ModelUnavailable(self._explain()) from None
        if response.status_code != httpx.codes.OK:
            raise self._refusal(response)
        return _object(response)

    def _body(self, messages: Sequence[ChatMessage], settings: GenerationSettings, *, stream: bool) -> dict[str, Any]:
        drawn = {name: value for name, value in asdict(settings).items() if value is not None}
        return {
            **self._model,
            **drawn,
            "messages": [asdict(message) for message in messages],
            "stream": stream,
            "stream_options": {"include_usage": True},
        }

    def _refusal(self, response: httpx.Response) -> ModelError:
        error = _object(response).get("error")
        details = error if isinstance(error, dict) else {}
        if details.get("code") == "context_length_exceeded":
            message = "Der Text ist zu lang für dieses Modell. Bitte den Text kürzen."
            return ContextExceeded(_german(details, message), needed=details.get("needed"), limit=details.get("limit"))
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            busy = "Der Modellserver hat gerade zu viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal."
            return ModelUnavailable(_german(details, busy))
        if response.status_code in (502, 503, 504):
            return ModelUnavailable(_german(details, self._explain()))
        if response.status_code in (401, 403):
            return ModelError("Der Modellserver lehnt den Zugang ab. Bitte den API-Schlüssel prüfen.")
        status = response.status_code
        fallback = f"Der Modellserver hat die Anfrage abgelehnt (HTTP {status})."
        if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            fallback = (
                f"Der Modellserver meldet einen Fehler (HTTP {status}). Bitte versuchen Sie es später noch einmal oder "
                "geben Sie der Betreuung Bescheid."
            )
        return ModelError(_german(details, fallback))


def _german(details: dict[str, Any], fallback: str) -> str:
    """The worker's own messages are German and free of prompts; those of other servers are not passed on."""
    message = details.get("message")
    return message if isinstance(message, str) and details.get("source") == "werkstatt-worker" else fallback


def _object(response: httpx.Response) -> dict[str, Any]:
    try:
        content = response.json()
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


class _Delta(BaseModel):
    content: str | None = None


class _Choice(BaseModel):
    delta: _Delta = _Delta()
    finish_reason: str | None = None


class _PromptDetails(BaseModel):
    cached_tokens: int = 0


class _Counted(BaseModel):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: _PromptDetails | None = None

    def usage(self) -> Usage:
        cached = self.prompt_tokens_details.cached_tokens if self.prompt_tokens_details else 0
        return Usage(self.prompt_tokens, self.completion_tokens, cached)


class _Received(BaseModel):
    """What one event of the stream may hold; everything else is ignored."""

    choices: list[_Choice] = []
    usage: _Counted | None = None
    position: int | None = None
    seconds: float | None = None
    error: Any = None

    def chunks(self) -> Iterator[ChatChunk]:
        """The event in the words of this package.

        Raises:
            ModelError: it is an error.
        """
        if self.error:
            details = self.error if isinstance(self.error, dict) else {}
            raise ModelError(_german(details, "Das Sprachmodell konnte nicht antworten."))
        if self.position is not None:
            yield ChatChunk(queue_position=self.position, queue_seconds=self.seconds)
        for choice in self.choices[:1]:
            if choice.delta.content or choice.finish_reason:
                yield ChatChunk(choice.delta.content or "", choice.finish_reason)
        if self.usage is not None:
            yield ChatChunk(usage=self.usage.usage())


async def _events(response: httpx.Response) -> AsyncGenerator[str, None]:
    """The data of each server-sent event. Lines end at line feeds only: httpx's own reader also splits at
    characters such as U+2028, which JSON may hold.
    """
    rest = b""
    data: list[str] = []
    async for received in response.aiter_bytes():
        *lines, rest = (rest + received).split(b"\n")
        for raw in lines:
            line = raw.removesuffix(b"\r").decode("utf-8", "replace")
            if line.startswith("data:"):
                data.append(line[5:].removeprefix(" "))
            elif not line and data:
                yield "\n".join(data)
                data = []
