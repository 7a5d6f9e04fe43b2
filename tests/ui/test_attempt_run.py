"""An attempt on its way, against a small server that sends what the service would send."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from ui.attempt_run import AttemptRun, running_attempt
from ui.client import Client
from ui.views.exercise.answer import expected

ATTEMPT = {
    "id": "v1",
    "exercise_id": "telefonvermerk",
    "number": 1,
    "status": "complete",
    "created_at": "2026-03-04T10:00:00Z",
    "prompt": "Fasse zusammen.",
    "answer": "Vermerk",
}
ACCEPTED = {"attempt_id": "v1", "number": 1, "prompt": "Fasse zusammen.", "material": None, "findings": []}

Send = Callable[[str, dict[str, Any]], None]


@contextmanager
def service(script: Callable[[Send], None], status: int = 200) -> Iterator[Client]:
    """A server whose answer to an attempt is written by `script`."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", "text/event-stream" if status == 200 else "application/problem+json")
            self.end_headers()

            def send(name: str, data: dict[str, Any]) -> None:
                line = f"event: {name}\ndata: {json.dumps(data)}\n\n" if name else json.dumps(data)
                self.wfile.write(line.encode())
                self.wfile.flush()

            script(send)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Client("t", base_url=f"http://127.0.0.1:{server.server_port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def run_to_the_end(client: Client) -> AttemptRun:
    run = AttemptRun(client, "telefonvermerk", "Fasse zusammen.", None).start()
    assert run.wait(5)
    return run


def test_complete_attempt() -> None:
    def script(send: Send) -> None:
        send("accepted", ACCEPTED)
        send("queued", {"position": 2})
        send("text", {"text": "Ver"})
        send("text", {"text": "merk"})
        send("done", ATTEMPT)

    with service(script) as client:
        run = run_to_the_end(client)
    assert (run.state, run.look()) == ("done", "Vermerk")
    assert run.attempt is not None and run.attempt.answer == "Vermerk"
    assert run.position is None
    assert not run.running


def test_refused_attempt_carries_the_words_of_the_service() -> None:
    with service(
        lambda send: send("", {"detail": "Der Workshop ist beendet.", "code": "workshop-beendet"}), 403
    ) as client:
        run = run_to_the_end(client)
    assert run.state == "failed"
    assert run.error is not None and run.error.detail == "Der Workshop ist beendet."
    assert run.accepted is None


def test_failure_on_the_way_keeps_what_came() -> None:
    def script(send: Send) -> None:
        send("accepted", ACCEPTED)
        send("text", {"text": "Ver"})
        send(
            "failed", {"problem": {"detail": "Das Modell antwortet nicht."}, "attempt": {**ATTEMPT, "status": "failed"}}
        )

    with service(script) as client:
        run = run_to_the_end(client)
    assert (run.state, run.look()) == ("failed", "Ver")
    assert run.attempt is not None and run.attempt.status == "failed"


def test_broken_connection_keeps_what_came_and_says_so() -> None:
    def script(send: Send) -> None:
        send("accepted", ACCEPTED)
        send("text", {"text": "Ver"})

    with service(script) as client:
        run = run_to_the_end(client)
    assert (run.state, run.look()) == ("failed", "Ver")
    assert run.error is not None and "abgerissen" in run.error.detail


def test_cancelling_wakes_a_reader_that_waits() -> None:
    told, release = threading.Event(), threading.Event()

    def script(send: Send) -> None:
        send("accepted", ACCEPTED)
        send("text", {"text": "Ver"})
        told.set()
        release.wait(10)

    with service(script) as client:
        run = AttemptRun(client, "telefonvermerk", "Fasse zusammen.", None).start()
        assert told.wait(5)
        run.cancel()
        assert run.wait(5), "the reader still waits for the next event"
        release.set()
    assert run.state == "cancelled"
    assert run.error is None


def test_a_page_that_is_opened_anew_finds_the_attempt_on_its_way() -> None:
    release = threading.Event()

    def script(send: Send) -> None:
        send("accepted", ACCEPTED)
        send("text", {"text": "Ver"})
        release.wait(10)
        send("done", ATTEMPT)

    with service(script) as client:
        run = AttemptRun(client, "telefonvermerk", "Fasse zusammen.", None).start()
        while run.running and not run.look():
            run.wait(0.01)
        assert running_attempt("v1") is run and running_attempt("v2") is None
        release.set()
        assert run.wait(5)
    assert run.state == "done"
    assert running_attempt("v1") is None, "nothing is held of an attempt that is over"


def test_expectation_and_settings_are_sent_along() -> None:
    client = Client("t", base_url="http://127.0.0.1:9")
    wishes = {"temperature": 0.5, "seed": 7}
    stream = client.attempt_events("x", "Fasse zusammen.", expectation="Zu lang.", settings=wishes)
    assert json.loads(stream._request.content) == {
        "prompt": "Fasse zusammen.",
        "expectation": "Zu lang.",
        "settings": wishes,
    }
    bare = client.attempt_events("x", "Fasse zusammen.", expectation=" ", settings={})
    assert json.loads(bare._request.content) == {"prompt": "Fasse zusammen."}


def test_cancelling_twice_and_after_the_end_does_no_harm() -> None:
    with service(lambda send: send("done", ATTEMPT)) as client:
        run = run_to_the_end(client)
        run.cancel()
        run.cancel()
    assert run.state == "done"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (2.0, ""),
        (12.0, "Das dauert etwa 10 Sekunden."),
        (61.0, "Das dauert etwa eine Minute."),
        (170.0, "Das dauert etwa 3 Minuten."),
    ],
)
def test_the_expected_time_in_round_words(seconds: float | None, words: str) -> None:
    assert expected(seconds) == words
