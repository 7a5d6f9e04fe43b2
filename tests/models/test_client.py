"""The client at a foreign server that speaks OpenAI's API, such as vLLM or llama-server."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from models import ChatClient, ChatMessage, ContextExceeded, GenerationSettings, ModelError, ModelUnavailable

pytestmark = pytest.mark.anyio

KEY = "schluessel"
QUESTION = [ChatMessage("user", "Guten Tag")]


class Upstream:
    """Answers as such servers do; `reply` is what it will say next."""

    def __init__(self) -> None:
        self.reply: Response = Response()
        self.requests: list[dict[str, object]] = []

    async def chat(self, request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {KEY}":
            return JSONResponse({"error": {"message": "no such key: Guten Tag"}}, status_code=401)
        self.requests.append(await request.json())
        return self.reply

    async def health(self, _request: Request) -> Response:
        return PlainTextResponse("")


@pytest.fixture(scope="module")
def upstream() -> Iterator[tuple[Upstream, str]]:
    here = Upstream()
    app = Starlette(routes=[Route("/v1/chat/completions", here.chat, methods=["POST"]), Route("/health", here.health)])
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listener])))
    thread.start()
    yield here, f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
async def client(upstream: tuple[Upstream, str], monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    made = ChatClient(base_url=f"{upstream[1]}/v1", api_key=KEY, model="gross")
    yield made
    await made.aclose()


def sse(*objects: object, done: bool = True) -> Response:
    lines = [f"data: {json.dumps(item, ensure_ascii=False)}\r\n\r\n" for item in objects]
    return Response("".join(lines) + "data: [DONE]\n\n" * done, media_type="text/event-stream")


def delta(text: str | None, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": reason}], "usage": None}


async def test_answer_of_an_upstream(upstream: tuple[Upstream, str], client: ChatClient) -> None:
    usage = {"choices": [], "usage": {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}}
    upstream[0].reply = sse(delta("Sehr geehrte\u2028"), delta("Frau\x85 Ä"), delta(None, "stop"), usage)
    answer = await client.complete(QUESTION, GenerationSettings(seed=5, max_tokens=9))
    assert answer.text == "Sehr geehrte\u2028Frau\x85 Ä"
    assert (answer.finish_reason, answer.prompt_tokens, answer.completion_tokens) == ("stop", 3, 4)
    sent = upstream[0].requests[-1]
    assert sent["model"] == "gross"
    assert sent["messages"] == [{"role": "user", "content": "Guten Tag"}]
    assert (sent["seed"], sent["max_tokens"], sent["stream"]) == (5, 9, True)
    assert (await client.health())["status"] == "ok"


async def test_answer_that_breaks_off(upstream: tuple[Upstream, str], client: ChatClient) -> None:
    upstream[0].reply = sse(delta("Sehr"), done=False)
    with pytest.raises(ModelUnavailable):
        await client.complete(QUESTION)


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (400, {"error": {"message": "Guten Tag too long", "code": "context_length_exceeded"}}, ContextExceeded),
        (503, {"error": {"message": "Guten Tag"}}, ModelUnavailable),
        (429, "Guten Tag", ModelUnavailable),
        (404, {"error": "Guten Tag"}, ModelError),
        (500, ["Guten Tag"], ModelError),
    ],
)
async def test_refusals_never_quote_a_foreign_server(
    upstream: tuple[Upstream, str], client: ChatClient, status: int, body: object, kind: type[ModelError]
) -> None:
    upstream[0].reply = JSONResponse(body, status_code=status)
    with pytest.raises(kind) as caught:
        await client.complete(QUESTION)
    assert "Guten Tag" not in caught.value.message


async def test_error_in_mid_stream(upstream: tuple[Upstream, str], client: ChatClient) -> None:
    upstream[0].reply = sse(delta("Sehr"), {"error": {"message": "Guten Tag"}})
    with pytest.raises(ModelError) as caught:
        await client.complete(QUESTION)
    assert "Guten Tag" not in caught.value.message


@pytest.mark.parametrize("body", ["data: kaputt\n\n", "data: [1]\n\n", 'data: {"choices": 5}\n\n'])
async def test_answer_that_makes_no_sense(upstream: tuple[Upstream, str], client: ChatClient, body: str) -> None:
    upstream[0].reply = Response(body, media_type="text/event-stream")
    with pytest.raises(ModelError):
        await client.complete(QUESTION)


async def test_wrong_key(upstream: tuple[Upstream, str]) -> None:
    client = ChatClient(base_url=upstream[1], api_key="falsch")
    with pytest.raises(ModelError, match="API-Schlüssel"):
        await client.complete(QUESTION)
    await client.aclose()
