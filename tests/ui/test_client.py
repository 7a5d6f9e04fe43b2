"""The client: what it makes of answers, problems and event streams."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from ui import schemas
from ui.client import Client, ServiceError, SignedOutError, UnreachableError, attempt_event, parse_events

SESSION = {
    "account": {"id": "a1", "role": "participant", "name": "Amsel 7", "new_field": 1},
    "workshop": {
        "id": "w1",
        "title": "Schreiben mit KI",
        "starts_on": "2026-03-04",
        "ends_on": "2026-03-05",
        "retention_until": "2026-06-03",
    },
    "expires_at": "2026-03-05T20:00:00Z",
    "something_new": {},
}


def client(answer: Callable[[httpx.Request], httpx.Response], token: str | None = "t0ken") -> Client:
    return Client(token, base_url="http://service.test", transport=httpx.MockTransport(answer))


def test_session_is_parsed_and_new_fields_do_no_harm() -> None:
    session = client(lambda request: httpx.Response(200, json=SESSION)).session()
    assert session.account.role == "participant"
    assert session.workshop is not None
    assert session.workshop.retention_until.month == 6


def test_token_goes_as_cookie_with_each_call() -> None:
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("cookie"))
        return httpx.Response(200, json=SESSION)

    client(answer, "abc").session()
    client(answer, None).session()
    assert seen == ["sandbox_session=abc", None]


def test_pool_keeps_no_cookie_that_the_service_sets() -> None:
    seen: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("cookie"))
        return httpx.Response(200, json=SESSION, headers={"set-cookie": "sandbox_session=other; Path=/"})

    service = client(answer, "mine")
    service.session()
    service.session()
    assert seen == ["sandbox_session=mine", "sandbox_session=mine"]


def test_unauthorised_means_signed_out() -> None:
    with pytest.raises(SignedOutError):
        client(lambda request: httpx.Response(401, json={"detail": "Bitte anmelden."})).session()


def test_problem_details_are_handed_on() -> None:
    problem = {"title": "Zu lang", "status": 422, "detail": "Bitte kürzen Sie um 12 Zeichen.", "code": "prompt-zu-lang"}
    with pytest.raises(ServiceError) as caught:
        client(lambda request: httpx.Response(422, json=problem)).preview("x", field="prompt")
    assert caught.value.detail == "Bitte kürzen Sie um 12 Zeichen."
    assert caught.value.code == "prompt-zu-lang"


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b'{"detail": {"loc": []}}'])
def test_answer_without_problem_details_gets_words_of_its_own(body: bytes) -> None:
    with pytest.raises(ServiceError) as caught:
        client(lambda request: httpx.Response(503, content=body)).exercises()
    assert "noch einmal" in caught.value.detail


@pytest.mark.parametrize("body", [b"", b"nonsense", b'{"account": 3}'])
def test_unreadable_success_is_an_error_that_says_nothing_is_lost(body: bytes) -> None:
    with pytest.raises(ServiceError) as caught:
        client(lambda request: httpx.Response(200, content=body)).session()
    assert "Verloren ist nichts" in caught.value.detail


def test_no_connection_is_unreachable() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(UnreachableError):
        client(answer).service()


def test_what_was_written_is_in_no_error() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("timeout", request=request)

    with pytest.raises(ServiceError) as caught:
        client(answer).preview("Frau Geheim", field="prompt")
    assert "Geheim" not in f"{caught.value!r} {caught.value} {caught.value.detail}"
    assert caught.value.__cause__ is None


def test_prompt_is_previewed_with_the_case_it_goes_with() -> None:
    bodies: list[dict[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return httpx.Response(200, json={"redacted": "x", "findings": [], "language": "de", "blocked": []})

    service = client(answer)
    service.preview("Auftrag", field="prompt", exercise_id="eigener-fall", material="Fall")
    service.preview("Auftrag", field="prompt", exercise_id="telefonvermerk")
    assert bodies[0] == {"text": "Auftrag", "field": "prompt", "exercise_id": "eigener-fall", "material": "Fall"}
    assert "material" not in bodies[1]


def test_ids_cannot_leave_their_place_in_the_path() -> None:
    paths: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.raw_path)
        return httpx.Response(404, json={"detail": "Gibt es nicht."})

    with pytest.raises(ServiceError):
        client(answer).exercise("../guard/policy?x=1")
    assert paths == [b"/api/v1/exercises/..%2Fguard%2Fpolicy%3Fx%3D1"]


def test_prompt_log_asks_only_for_what_was_chosen() -> None:
    queries: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        queries.append(request.url.query.decode())
        return httpx.Response(200, json={"workshop": SESSION["workshop"]})

    service = client(answer)
    service.prompt_log("w1")
    service.prompt_log("w1", exercise_id="telefonvermerk", participant="p1")
    assert queries == ["", "exercise_id=telefonvermerk&participant=p1"]


def test_events_are_split_and_comments_dropped() -> None:
    lines = [
        ": noch da",
        "",
        "event: queued",
        'data: {"position": 2}',
        "",
        "event: text",
        "data: a",
        "data:b",
        "",
        ": x",
    ]
    assert list(parse_events(lines)) == [("queued", '{"position": 2}'), ("text", "a\nb")]


def test_unfinished_event_is_not_delivered() -> None:
    assert list(parse_events(["event: text", 'data: {"text": "halb'])) == []


def test_event_kinds() -> None:
    assert attempt_event("queued", '{"position": 3}') == schemas.Queued(position=3)
    assert attempt_event("text", '{"text": "Sehr geehrte"}') == schemas.TextPiece(text="Sehr geehrte")
    accepted = attempt_event(
        "accepted",
        '{"attempt_id": "x", "number": 2, "prompt": "an [PERSON_3]", "material": null, "findings": [{"source":'
        ' "prompt", "start": 3, "end": 8, "entity": "PERSON", "label": "Person", "placeholder": "[PERSON_3]"}]}',
    )
    assert isinstance(accepted, schemas.Accepted)
    assert accepted.findings[0].placeholder == "[PERSON_3]"
    failed = attempt_event(
        "failed", '{"problem": {"detail": "Das Modell antwortet nicht.", "code": "modell-ausgefallen"}}'
    )
    assert failed == schemas.Failed(detail="Das Modell antwortet nicht.", code="modell-ausgefallen")
    assert attempt_event("something-new", "{}") is None


def test_damaged_event_is_an_error() -> None:
    with pytest.raises(ServiceError):
        attempt_event("text", "{")
