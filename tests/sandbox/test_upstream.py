"""The whole service with a server of the house that speaks OpenAI's API instead of the local model."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pydantic import SecretStr

from sandbox.settings import Settings
from tests.sandbox.conftest import live_handlers
from tests.sandbox.live_service import LETTER, LiveService, Person, free_port, running

KEY = "sk-geheim-4711-haus"
NAME, PHONE = "Swetlana Grünwald", "030 90126417"
RAW_PROMPT = f"Schreibe an Frau {NAME}, Tel. {PHONE}, eine kurze Eingangsbestätigung."
FOREIGN = f"internal error near '{RAW_PROMPT}' key {KEY}"


class HouseServer:
    """Answers as `reply` says; keeps what it was sent."""

    def __init__(self) -> None:
        self.reply: Callable[[BaseHTTPRequestHandler], None] = writes("Guten Tag.")
        self.bodies: list[dict[str, object]] = []
        self.keys: list[str | None] = []
        self.gone = threading.Event()
        house = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                house.bodies.append({"path": self.path, **body})
                house.keys.append(self.headers.get("Authorization"))
                try:
                    house.reply(self)
                except OSError:
                    house.gone.set()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}/v1"


def event(handler: BaseHTTPRequestHandler, content: object) -> None:
    line = content if isinstance(content, str) else json.dumps(content)
    handler.wfile.write(f"data: {line}\n\n".encode())
    handler.wfile.flush()


def start(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.end_headers()


def delta(text: str | None, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": reason}]}


def writes(text: str, size: int = 3) -> Callable[[BaseHTTPRequestHandler], None]:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        for begin in range(0, len(text), size):
            event(handler, delta(text[begin : begin + size]))
        event(handler, delta(None, "stop"))
        event(handler, {"choices": [], "usage": {"prompt_tokens": 11, "completion_tokens": 7}})
        event(handler, "[DONE]")

    return reply


def refuses(status: int) -> Callable[[BaseHTTPRequestHandler], None]:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        body = json.dumps({"error": {"message": FOREIGN}}).encode()
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    start(handler)
    event(handler, delta("Sehr geehrte Damen und Herren, wir haben Ihren Antrag erhalten. "))


def fails_in_mid_stream(handler: BaseHTTPRequestHandler) -> None:
    start(handler)
    event(handler, delta("Sehr geehrte "))
    event(handler, {"error": {"message": FOREIGN}})


def falls_silent(handler: BaseHTTPRequestHandler) -> None:
    start(handler)
    event(handler, delta("Sehr geehrte "))
    time.sleep(4)


def talks_nonsense(handler: BaseHTTPRequestHandler) -> None:
    start(handler)
    event(handler, "<html>")


@pytest.fixture(scope="module")
def house() -> Iterator[HouseServer]:
    made = HouseServer()
    thread = threading.Thread(target=made.server.serve_forever, args=(0.05,))
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture(scope="module")
def service(house: HouseServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveService]:
    settings = Settings(
        port=free_port(),
        data_dir=tmp_path_factory.mktemp("data"),
        upstream_url=house.address,
        upstream_key=SecretStr(KEY),
        upstream_model="haus-gross",
        upstream_timeout=1.5,
        max_tokens=50,
        log_level="DEBUG",
    )
    with running(settings) as live:
        yield live


@pytest.fixture
def person(service: LiveService, house: HouseServer) -> Person:
    house.bodies.clear()
    house.keys.clear()
    return service.participant()


@pytest.fixture
def log(service: LiveService) -> Iterator[io.StringIO]:
    handler = next(item for item in live_handlers() if type(item.formatter).__name__ == "ProcessorFormatter")
    written = io.StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)


def test_the_guard_stands_before_and_behind_a_foreign_server(person: Person, house: HouseServer) -> None:
    house.reply = writes("Sehr geehrte Frau [PERSON_1], rufen Sie Herrn Ottokar Brömmelkamp unter 0171 5552368 an.")
    events = person.send(RAW_PROMPT, seed=3, max_tokens=40)
    (sent,) = house.bodies
    assert sent["path"] == "/v1/chat/completions" and house.keys == [f"Bearer {KEY}"]
    assert (sent["model"], sent["stream"], sent["seed"], sent["max_tokens"]) == ("haus-gross", True, 3, 40)
    for secret in (NAME, "Grünwald", PHONE):
        assert secret not in json.dumps(sent["messages"], ensure_ascii=False)
    done = events.one("done")
    assert done["answer"] == events.text
    for secret in ("Brömmelkamp", "5552368"):
        assert secret not in json.dumps(events.seen, ensure_ascii=False)
    assert done["versions"]["model"] == "haus-gross" and done["tokens"] == 7 and done["status"] == "complete"
    assert person.get(f"/api/v1/attempts/{done['id']}").json() == done


def test_the_limits_of_the_house_hold(person: Person, house: HouseServer) -> None:
    house.reply = writes("Gut.")
    person.send("Schreibe einen Satz.")
    person.send("Schreibe einen Satz.", max_tokens=500)
    assert [body["max_tokens"] for body in house.bodies] == [50, 50]


FAULTS = {
    "wrong key": (refuses(401), "API-Schlüssel"),
    "forbidden": (refuses(403), "API-Schlüssel"),
    "too many": (refuses(429), "zu viele Anfragen"),
    "server error": (refuses(500), "HTTP 500"),
    "overloaded": (refuses(503), "antwortet nicht"),
    "unknown path": (refuses(404), "HTTP 404"),
    "broken stream": (breaks_off, "abgebrochen"),
    "error in the stream": (fails_in_mid_stream, "modell"),
    "silence": (falls_silent, "antwortet nicht"),
    "nonsense": (talks_nonsense, "antwortet nicht"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_in_german_and_quotes_nothing(
    person: Person, house: HouseServer, log: io.StringIO, fault: str
) -> None:
    house.reply, words = FAULTS[fault]
    events = person.send(RAW_PROMPT)
    told = json.dumps(events.seen, ensure_ascii=False)
    assert words in told and "Ihr Prompt steht noch auf der Seite" in told
    for secret in (KEY, NAME, PHONE, "internal error"):
        assert secret not in told and secret not in log.getvalue()
    house.reply = writes("Gut.")
    assert person.send("Schreibe einen Satz.").one("done")["status"] == "complete", "the next attempt works"


def test_leaving_stops_the_foreign_server(person: Person, house: HouseServer) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        start(handler)
        for _ in range(2000):
            event(handler, delta("Wir haben Ihren Antrag erhalten und prüfen ihn. "))
            time.sleep(0.005)

    house.gone.clear()
    house.reply = endless
    with person.sending("Schreibe einen Satz.") as events:
        events.until("text")
    assert house.gone.wait(5)


def test_the_key_is_nowhere_on_disk_or_in_the_log(
    service: LiveService, person: Person, house: HouseServer, log: io.StringIO
) -> None:
    house.reply = writes("Gut.")
    person.send(RAW_PROMPT)
    files: list[Path] = [path for path in service.settings.data_dir.rglob("*") if path.is_file()]
    written = b"".join(path.read_bytes() for path in files) + log.getvalue().encode()
    for secret in (KEY, NAME, PHONE):
        assert secret.encode() not in written
    assert KEY not in repr(service.settings)
    for path in ("/api/v1/exercises", f"/api/v1/exercises/{LETTER}", "/api/v1/session"):
        assert KEY not in person.get(path).text


def test_a_foreign_server_has_no_energy_estimate(person: Person, house: HouseServer) -> None:
    house.reply = writes("Gut.")
    assert person.send("Schreibe einen Satz.").one("done")["energy"] is None
