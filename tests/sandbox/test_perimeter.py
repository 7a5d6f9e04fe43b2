"""Origins, headers, documents: what every request and answer passes."""

from __future__ import annotations

import re

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from sandbox.accounts.routes import router as accounts
from sandbox.audit.routes import router as audit_trail
from sandbox.comparisons.routes import router as comparisons
from sandbox.evaluation import router as evaluation
from sandbox.journal.routes import router as journal
from sandbox.marks.routes import router as marks
from sandbox.model_card import router as model_card
from sandbox.perimeter import _known_hosts
from sandbox.policies.routes import router as policies
from sandbox.practice.attempt_routes import router as attempts
from sandbox.practice.exercise_routes import router as exercise_list
from sandbox.practice.guard_routes import router as guard
from sandbox.review.routes import router as review
from sandbox.service_info import router as service_info
from sandbox.settings import Settings
from sandbox.spotting.routes import router as spotting
from sandbox.wall.routes import router as wall
from sandbox.workshops.routes import router as workshops
from tests.sandbox.live_service import LETTER, PROMPT, LiveService, Person

FOREIGN = "https://boese.example"


@pytest.mark.parametrize("headers", [{"Origin": FOREIGN}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}])
def test_state_is_not_changed_from_foreign_pages(
    live: LiveService, participant: Person, headers: dict[str, str]
) -> None:
    for path in ("/api/v1/session/logout", f"/api/v1/exercises/{LETTER}/attempts", "/_stcore/upload_file/x/y"):
        answer = participant.post(path, {"prompt": PROMPT}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "fremde-herkunft")
    assert participant.get("/api/v1/session").status_code == 200


ROUTERS = (
    service_info, model_card, accounts, workshops, exercise_list, guard, attempts, spotting, comparisons, journal, wall,
    review, audit_trail, policies, marks, evaluation,
)  # fmt: skip


def test_the_own_page_may_change_state(live: LiveService, participant: Person) -> None:
    answer = participant.post("/api/v1/session/logout", headers={"Origin": live.address})
    assert answer.status_code == 204


def test_a_foreign_page_is_not_let_read(live: LiveService) -> None:
    for path in ("/api/v1/service", "/_stcore/health", "/_stcore/host-config"):
        answer = live.visitor().get(path, headers={"Origin": FOREIGN})
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/api/v1/service", "/api/v1/session", "/api/docs", "/_stcore/health", "/nichts"])
def test_every_answer_has_the_security_headers(live: LiveService, path: str) -> None:
    headers = live.visitor().get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "object-src 'none'" in policy
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "server" not in headers or "uvicorn" in headers["server"]


def test_answers_of_the_api_are_not_cached(participant: Person) -> None:
    assert participant.get("/api/v1/session").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("origin", [FOREIGN, None, "null"])
def test_the_pages_socket_is_refused_to_others(live: LiveService, origin: str | None) -> None:
    address = live.address.replace("http", "ws") + "/_stcore/stream"
    with pytest.raises(InvalidStatus) as refused:
        connect(address, origin=origin, proxy=None)
    assert refused.value.response.status_code == 403


def test_the_pages_socket_is_open_to_the_own_page(live: LiveService) -> None:
    address = live.address.replace("http", "ws") + "/_stcore/stream"
    with connect(address, origin=live.address, proxy=None, subprotocols=["streamlit"]) as socket:
        assert socket.subprotocol == "streamlit"


def test_the_document_is_german_and_names_nothing_outside(live: LiveService) -> None:
    answer = live.visitor().get("/", headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text and 'lang="en"' not in answer.text
    assert "<title>Streamlit</title>" not in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', answer.text)


def test_the_page_server_is_set_up_in_code(live: LiveService) -> None:
    from streamlit import config

    assert config.get_option("browser.gatherUsageStats") is False
    assert config.get_option("client.showErrorDetails") == "none"
    assert config.get_option("server.fileWatcherType") == "none"
    assert config.get_option("server.enableXsrfProtection") is True
    assert config.get_option("theme.baseFontSize") == 18, "the theme of the pages was loaded"


def test_the_reference_needs_nothing_from_outside(live: LiveService) -> None:
    page = live.visitor().get("/api/docs")
    assert page.status_code == 200 and "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    assert "/api/v1/session/join" in page.text and "AttemptOut" in page.text


def test_the_openapi_document_describes_every_route(live: LiveService) -> None:
    document = live.visitor().get("/api/openapi.json").json()
    routes = {(method.lower(), route.path) for router in ROUTERS for route in router.routes for method in route.methods}
    described = {(method, path) for path, methods in document["paths"].items() for method in methods}
    assert described == routes
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], (method, path)
            assert "application/problem+json" in operation["responses"]["default"]["content"]
    for name, schema in document["components"]["schemas"].items():
        for field, content in schema.get("properties", {}).items():
            assert "$ref" in content or content.get("description"), f"{name}.{field} is not described"


def test_references_in_the_document_resolve(live: LiveService) -> None:
    text = live.visitor().get("/api/openapi.json").text
    known = set(httpx.Response(200, text=text).json()["components"]["schemas"])
    assert set(re.findall(r"#/components/schemas/(\w+)", text)) <= known


def test_unknown_addresses_of_the_api_are_problems(live: LiveService) -> None:
    answer = live.visitor().get("/api/v1/nichts")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert live.visitor().post("/api/v1/service").status_code == 404


def test_a_foreign_name_for_this_machine_is_refused(live: LiveService) -> None:
    for path in ("/", "/api/v1/service"):
        answer = live.visitor().get(path, headers={"Host": f"boese.example:{live.settings.port}"})
        assert (answer.status_code, answer.json()["code"]) == (421, "fremder-name")
    assert live.visitor().get("/", headers={"Host": f"localhost:{live.settings.port}"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "public_url", "names"),
    [
        ("127.0.0.1", None, {"localhost", "127.0.0.1", "::1"}),
        ("127.0.0.1", "https://werkstatt.example.de", {"localhost", "127.0.0.1", "::1", "werkstatt.example.de"}),
        ("0.0.0.0", None, None),
        ("10.1.2.3", None, None),
    ],
)
def test_the_names_a_service_answers_to(host: str, public_url: str | None, names: set[str] | None) -> None:
    assert _known_hosts(Settings(host=host, public_url=public_url)) == names
