"""The worker's HTTP interface: OpenAI's chat completions, and a look at its health."""

import asyncio
import json
import logging
import os
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import asdict
from typing import Any, Final, TypeVar

import psutil
from pydantic import BaseModel, ValidationError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from models.errors import ContextExceeded, ModelError, ModelFileError
from models.worker.engine import Engine
from models.worker.key import KeyHolders
from models.worker.placeholders import placeholders_in
from models.worker.protocol import ChatRequest, Conversation, Reply, counted, problem
from models.worker.requests import Event, Failed, Finished, Queued, Text, Ticket
from models.worker.sampling import GrammarError

MAX_BODY_BYTES: Final = 4 * 1024 * 1024
PING_SECONDS: Final = 5.0
"""A stream that has nothing to say sends a comment this often, so that the client knows it lives."""
STALL_SECONDS: Final = 120.0
"""A computation that has not moved on for this long will not: the process ends, its supervisor restarts it."""
STALLED_EXIT: Final = 75

logger = logging.getLogger(__name__)

Body = TypeVar("Body", bound=BaseModel)
Result = TypeVar("Result")


def create_app(engine: Engine, model_name: str, *, key: str | None = None) -> Starlette:
    """The application around a loaded engine. With a `key` only those are answered who send it as bearer token."""
    worker = _Worker(engine, model_name)
    return Starlette(
        routes=[
            Route("/v1/chat/completions", worker.chat, methods=["POST"]),
            Route("/v1/models", worker.models),
            Route("/tokenize", worker.tokenize, methods=["POST"]),
            Route("/prefill", worker.prefill, methods=["POST"]),
            Route("/health", worker.health),
        ],
        middleware=[] if key is None else [Middleware(KeyHolders, key=key)],
        exception_handlers={_BadRequestError: _BadRequestError.response, Exception: _unexpected},
        lifespan=worker.lifespan,
    )


class _BadRequestError(Exception):
    def __init__(self, status: int, message: str, code: str, **details: int | None) -> None:
        super().__init__(code)
        self.status, self.body = status, problem(message, code, **details)

    @staticmethod
    def response(_request: Request, error: Exception) -> Response:
        assert isinstance(error, _BadRequestError)
        return JSONResponse(error.body, status_code=error.status)


def _unexpected(_request: Request, error: Exception) -> Response:
    logger.error("request failed: %s", type(error).__name__)
    message = "Im Sprachmodell ist ein unerwarteter Fehler aufgetreten. Bitte noch einmal versuchen."
    return JSONResponse(problem(message, "internal_error"), status_code=500)


class _Worker:
    def __init__(self, engine: Engine, model_name: str) -> None:
        self._engine, self._name = engine, model_name

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        watch = asyncio.create_task(self._end_when_stalled())
        yield
        watch.cancel()

    async def _end_when_stalled(self) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            if self._engine.stalled_seconds() > STALL_SECONDS:
                os._exit(STALLED_EXIT)

    async def health(self, _request: Request) -> Response:
        memory = psutil.Process().memory_info().rss
        return JSONResponse(
            {
                "status": "ok",
                "model": self._name,
                "context_length": self._engine.context_length,
                "memory_bytes": memory,
                **asdict(self._engine.counters()),
            }
        )

    async def models(self, _request: Request) -> Response:
        entry = {"id": self._name, "object": "model", "created": 0, "owned_by": "local"}
        return JSONResponse({"object": "list", "data": [entry]})

    async def tokenize(self, request: Request) -> Response:
        wanted = await _parse(request, Conversation)
        tokens = await self._tokens(wanted)
        return JSONResponse({"count": len(tokens), "max_model_len": self._engine.context_length, "tokens": tokens})

    async def prefill(self, request: Request) -> Response:
        """Computes the beginning that all conversations have which begin like this one, and keeps it."""
        wanted = await _parse(request, Conversation)
        prompt = await self._tokens(wanted, open_end=True)
        try:
            ticket = self._engine.prefill(prompt)
        except ModelError as error:
            raise _refused(error) from None

        async def follow() -> Response:
            async with aclosing(ticket.follow()) as events:
                async for event in events:
                    if isinstance(event, Finished):
                        return JSONResponse(counted(event.usage))
                    if isinstance(event, Failed):
                        return JSONResponse(problem(event.message, "generation_failed"), status_code=500)
            raise ClientDisconnect

        leave = lambda: self._engine.leave(ticket)  # noqa: E731
        return await _unless_client_leaves(request.receive, follow(), leave) or Response(status_code=499)

    async def chat(self, request: Request) -> Response:
        wanted = await _parse(request, ChatRequest)
        try:
            settings = wanted.settings()
        except ValidationError as error:
            raise _invalid(error) from None
        prompt = await self._tokens(wanted)
        try:
            ticket = self._engine.submit(
                prompt,
                settings,
                wanted.deadline_seconds,
                participant=wanted.user,
                placeholders=placeholders_in(message.content for message in wanted.messages),
            )
        except ModelError as error:
            raise _refused(error) from None
        reply = Reply(f"chatcmpl-{secrets.token_hex(8)}", self._name)
        leave = lambda: self._engine.leave(ticket)  # noqa: E731
        if wanted.stream:
            return _Stream(ticket, reply, leave, with_usage=wanted.stream_options.include_usage)
        return await _whole(request, ticket, reply, leave)

    async def _tokens(self, wanted: ChatRequest | Conversation, *, open_end: bool = False) -> list[int]:
        if wanted.model not in (None, self._name):
            raise _BadRequestError(404, f"Geladen ist nur das Modell „{self._name}“.", "model_not_found")
        try:
            write = self._engine.beginning if open_end else self._engine.tokens
            return await asyncio.to_thread(write, wanted.messages)
        except ModelFileError as error:
            raise _BadRequestError(400, error.message, "invalid_conversation") from None


def _refused(error: ModelError) -> _BadRequestError:
    if isinstance(error, ContextExceeded):
        return _BadRequestError(400, error.message, "context_length_exceeded", needed=error.needed, limit=error.limit)
    if isinstance(error, GrammarError):
        return _BadRequestError(422, error.message, "invalid_request")
    return _BadRequestError(503, error.message, "overloaded")


async def _parse(request: Request, kind: type[Body]) -> Body:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY_BYTES:
            raise _BadRequestError(413, "Die Anfrage ist zu groß. Bitte den Text kürzen.", "too_large")
    try:
        return kind.model_validate_json(bytes(body))
    except ValidationError as error:
        raise _invalid(error) from None


def _invalid(error: ValidationError) -> _BadRequestError:
    fault = error.errors(include_input=False, include_context=False, include_url=False)[0]
    place = ".".join(str(part) for part in fault["loc"]) or "Anfrage"
    return _BadRequestError(422, f"Die Angabe „{place}“ ist nicht zulässig: {fault['msg']}", "invalid_request")


async def _whole(request: Request, ticket: Ticket, reply: Reply, leave: Callable[[], None]) -> Response:
    async def collect() -> Response:
        text: list[str] = []
        async with aclosing(ticket.follow()) as events:
            async for event in events:
                if isinstance(event, Text):
                    text.append(event.text)
                elif isinstance(event, Finished):
                    return JSONResponse(reply.whole("".join(text), event.reason, event.usage))
                elif isinstance(event, Failed):
                    return JSONResponse(problem(event.message, "generation_failed"), status_code=500)
        raise ClientDisconnect

    return await _unless_client_leaves(request.receive, collect(), leave) or Response(status_code=499)


class _Stream(Response):
    """The answer as server-sent events while it is written.

    A client that closes the connection is noticed at once, in the line too, not at the next write.
    """

    def __init__(self, ticket: Ticket, reply: Reply, leave: Callable[[], None], *, with_usage: bool) -> None:
        super().__init__(media_type="text/event-stream", headers={"Cache-Control": "no-store"})
        del self.headers["content-length"]
        self._ticket, self._reply, self._leave, self._with_usage = ticket, reply, leave, with_usage

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _unless_client_leaves(receive, self._write(send), self._leave)

    async def _write(self, send: Send) -> None:
        async def write(text: str, *, more: bool = True) -> None:
            await send({"type": "http.response.body", "body": text.encode(), "more_body": more})

        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        await write(_data(self._reply.chunk({"role": "assistant", "content": ""})))
        async with aclosing(_with_pings(self._ticket.follow())) as events:
            async for event in events:
                await write(self._wire(event))
        await write("data: [DONE]\n\n", more=False)

    def _wire(self, event: Event | None) -> str:
        match event:
            case None:
                return ": ping\n\n"
            case Queued(position, seconds):
                return f"event: queue\n{_data({'position': position, 'seconds': seconds})}"
            case Text(text):
                return _data(self._reply.chunk({"content": text}))
            case Failed(message):
                return _data(problem(message, "generation_failed"))
            case Finished(reason, usage):
                end = _data(self._reply.chunk({}, reason))
                return end + _data(self._reply.usage_chunk(usage)) if self._with_usage else end


async def _with_pings(events: AsyncIterator[Event]) -> AsyncGenerator[Event | None, None]:
    """The same events, and `None` whenever nothing has come for a while."""
    upcoming: asyncio.Task[Event] | None = None
    try:
        while True:
            upcoming = upcoming or asyncio.ensure_future(anext(events))
            done, _ = await asyncio.wait([upcoming], timeout=PING_SECONDS)
            if not done:
                yield None
                continue
            event, upcoming = upcoming, None
            try:
                yield event.result()
            except StopAsyncIteration:
                return
    finally:
        if upcoming is not None:
            upcoming.cancel()


async def _unless_client_leaves(receive: Receive, work: Awaitable[Result], leave: Callable[[], None]) -> Result | None:
    """Awaits `work`; stops it as soon as the client closes the connection. Calls `leave` in any case."""

    async def gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    working, watching = asyncio.ensure_future(work), asyncio.ensure_future(gone())
    try:
        await asyncio.wait([working, watching], return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    except (OSError, ClientDisconnect):
        return None
    finally:
        leave()
        for task in (working, watching):
            task.cancel()
        await asyncio.gather(working, watching, return_exceptions=True)


def _data(content: dict[str, Any]) -> str:
    return f"data: {json.dumps(content)}\n\n"
