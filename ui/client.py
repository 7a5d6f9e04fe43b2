"""The one client of the service's HTTP interface."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import date
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from ui import schemas
from ui.texts import texts

SESSION_COOKIE = "sandbox_session"
DEFAULT_SERVICE_URL = "http://127.0.0.1:8080"
PATIENCE = 30.0
"""Seconds that an answer may take."""
DRY_RUN_PATIENCE = 180.0
"""Seconds that trying a policy on the evaluation corpus may take."""

Model = TypeVar("Model", bound=BaseModel)


def service_url() -> str:
    """Address of the service: `SANDBOX_SERVICE_URL`, or the default on this machine."""
    return os.environ.get("SANDBOX_SERVICE_URL", DEFAULT_SERVICE_URL).rstrip("/")


@lru_cache(maxsize=4)
def _pool(base_url: str) -> httpx.Client:
    return _new_pool(base_url, None)


def _new_pool(base_url: str, transport: httpx.BaseTransport | None) -> httpx.Client:
    return httpx.Client(
        base_url=base_url,
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        headers={"Accept": "application/json"},
        timeout=httpx.Timeout(PATIENCE, connect=5.0),
        limits=httpx.Limits(max_connections=None, max_keepalive_connections=20),
        transport=transport,
        trust_env=False,
    )


class ServiceError(Exception):
    """The service refused or could not be reached.

    `detail` is a German sentence for the page; it never holds what the participant wrote.
    """

    def __init__(self, detail: str, *, status: int = 0, code: str = "") -> None:
        super().__init__(code or f"HTTP {status}")
        self.detail = detail
        self.status = status
        self.code = code


class SignedOutError(ServiceError):
    """The session is unknown, ended or revoked: show the sign-in page."""


class UnreachableError(ServiceError):
    """No connection, or none in time."""


class Client:
    """Calls the service with one session token.

    All clients of an address share one pool of connections, which keeps no cookies: the token goes
    with each call. `transport` replaces the pool.
    """

    def __init__(
        self,
        token: str | None = None,
        *,
        base_url: str | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._http = _new_pool(base_url or service_url(), transport) if transport else _pool(base_url or service_url())
        self._headers = {"Cookie": f"{SESSION_COOKIE}={token}"} if token else {}

    # Session

    def session(self) -> schemas.Session:
        """Who is signed in; raises `SignedOutError` when nobody is."""
        return self._get("session", schemas.Session)

    def setup_invitation(self, token: str) -> schemas.SetupInvitation:
        """Whether a one-time link is still good."""
        return self._get(f"setup/{_segment(token)}", schemas.SetupInvitation)

    # Practice

    def service(self) -> schemas.ServiceInfo:
        """Model, guard and limits of this installation (public)."""
        return self._get("service", schemas.ServiceInfo)

    def exercises(self) -> list[schemas.ExerciseSummary]:
        """All exercises with the own progress."""
        return self._get_list("exercises", schemas.ExerciseSummary)

    def exercise(self, exercise_id: str) -> schemas.Exercise:
        """One exercise in full."""
        return self._get(f"exercises/{_segment(exercise_id)}", schemas.Exercise)

    def preview(
        self,
        text: str,
        *,
        field: str,
        exercise_id: str | None = None,
        material: str | None = None,
        missed: Sequence[schemas.MarkedPlace] = (),
        material_missed: Sequence[schemas.MarkedPlace] = (),
    ) -> schemas.Preview:
        """What the guard finds in a text of the field `prompt` or `material`.

        `material` is the own case that will be sent along with a prompt: its placeholders come first.
        """
        body: dict[str, Any] = {"text": text, "field": field, **_missed(missed, material_missed)}
        if exercise_id:
            body["exercise_id"] = exercise_id
        if material:
            body["material"] = material
        return self._send("POST", "guard/preview", schemas.Preview, body)

    def attempt_events(
        self,
        exercise_id: str,
        prompt: str,
        material: str | None = None,
        *,
        missed: Sequence[schemas.MarkedPlace] = (),
        material_missed: Sequence[schemas.MarkedPlace] = (),
    ) -> AttemptStream:
        """Send a prompt; the stream yields the events of the attempt, leaving it cancels the generation."""
        body: dict[str, Any] = {"prompt": prompt, **_missed(missed, material_missed)}
        if material:
            body["material"] = material
        path = f"/api/v1/exercises/{_segment(exercise_id)}/attempts"
        return AttemptStream(self._http, path, body, self._headers)

    def attempts(self, exercise_id: str | None = None) -> list[schemas.AttemptSummary]:
        """The own attempts, newest first."""
        query = {"exercise_id": exercise_id} if exercise_id else None
        found = self._get_list("attempts", schemas.AttemptSummary, query)
        return sorted(found, key=lambda attempt: attempt.created_at, reverse=True)

    def attempt(self, attempt_id: str | int) -> schemas.Attempt:
        """One attempt in full."""
        return self._get(f"attempts/{_segment(attempt_id)}", schemas.Attempt)

    def reflect(self, attempt_id: str | int, answers: Mapping[str, str]) -> schemas.Attempt:
        """Store reflection answers; the service redacts them first."""
        return self._send(
            "PUT", f"attempts/{_segment(attempt_id)}/reflection", schemas.Attempt, {"answers": dict(answers)}
        )

    def access_to_me(self) -> list[schemas.Access]:
        """Who looked at the own attempts."""
        return self._get_list("me/access", schemas.Access)

    # Review

    def workshops(self) -> list[schemas.Workshop]:
        """The own workshops."""
        return self._get_list("workshops", schemas.Workshop)

    def create_workshop(self, title: str, starts_on: date, ends_on: date, retention_days: int) -> schemas.Workshop:
        """Plan a workshop; the answer carries its join code."""
        return self._send(
            "POST",
            "workshops",
            schemas.Workshop,
            {
                "title": title,
                "starts_on": starts_on.isoformat(),
                "ends_on": ends_on.isoformat(),
                "retention_days": retention_days,
            },
        )

    def prompt_log(
        self,
        workshop_id: str | int,
        *,
        exercise_id: str | None = None,
        participant: str | int | None = None,
    ) -> schemas.PromptLog:
        """The prompt log of a workshop. Every call is recorded and visible to the participants."""
        query = {"exercise_id": exercise_id, "participant": participant}
        return self._get(
            f"workshops/{_segment(workshop_id)}/prompt-log",
            schemas.PromptLog,
            {name: str(value) for name, value in query.items() if value},
        )

    # Audit

    def audit_events(
        self, *, after: int | None = None, limit: int = 50, action: str | None = None
    ) -> schemas.AuditPage:
        """A part of the audit trail, from the event after number `after`."""
        query: dict[str, str] = {"limit": str(limit)}
        if after:
            query["after"] = str(after)
        if action:
            query["action"] = action
        return self._get("audit/events", schemas.AuditPage, query)

    def audit_verification(self) -> schemas.AuditVerification:
        """Let the service check the chain of hashes."""
        return self._get("audit/verification", schemas.AuditVerification)

    def policy(self) -> schemas.Policy:
        """The protection rules in force."""
        return self._get("guard/policy", schemas.Policy)

    # Policies

    def policies(self) -> schemas.Policies:
        """The policy in force with its text, and the history of versions."""
        return self._get("policies", schemas.Policies)

    def policy_version(self, policy_id: str) -> schemas.PolicyVersion:
        """One version with its dry run."""
        return self._get(f"policies/{_segment(policy_id)}", schemas.PolicyVersion)

    def check_policy(self, content: str) -> schemas.PolicyAssessment:
        """What a policy would change; the first check takes the service some seconds."""
        return self._send("POST", "policies/check", schemas.PolicyAssessment, {"content": content}, DRY_RUN_PATIENCE)

    def propose_policy(self, content: str, reason: str) -> schemas.PolicyVersion:
        """Propose a policy; the service checks it once more."""
        body = {"content": content, "reason": reason}
        return self._send("POST", "policies", schemas.PolicyVersion, body, DRY_RUN_PATIENCE)

    def decide_policy(self, policy_id: str, *, approved: bool, reason: str) -> schemas.PolicyVersion:
        """Put a version into force, or reject it."""
        path = f"policies/{_segment(policy_id)}/{'approve' if approved else 'reject'}"
        return self._send("POST", path, schemas.PolicyVersion, {"reason": reason})

    # Marks

    def add_mark(
        self,
        exercise_id: str,
        text: str,
        field: str,
        verdict: str,
        place: schemas.MarkedPlace,
        missed: Sequence[schemas.MarkedPlace] = (),
    ) -> schemas.GuardMark:
        """Say that the guard missed a place or found one wrongly; the service keeps no value.

        `missed` are other places of the text that were marked before: they are replaced in what is kept.
        """
        return self._send(
            "POST",
            "guard/marks",
            schemas.GuardMark,
            {
                "exercise_id": exercise_id,
                "text": text,
                "field": field,
                "verdict": verdict,
                "place": place.model_dump(),
                **_missed(missed, ()),
            },
        )

    def marks(self) -> schemas.GuardMarks:
        """All marks of running workshops."""
        return self._get("guard/marks", schemas.GuardMarks)

    def decide_mark(self, mark_id: str, *, accepted: bool, reason: str) -> schemas.GuardMark:
        """Make a mark an example for the evaluation, or reject it."""
        return self._send(
            "POST",
            f"guard/marks/{_segment(mark_id)}/decision",
            schemas.GuardMark,
            {"accepted": accepted, "reason": reason},
        )

    def mark_examples(self) -> str:
        """The accepted examples with generated values, as JSON Lines."""
        return self._text("guard/examples")

    def _text(self, path: str) -> str:
        return self._request("GET", path).text

    def _get(self, path: str, model: type[Model], query: Mapping[str, str] | None = None) -> Model:
        return _parse(model, self._call("GET", path, query=query))

    def _get_list(self, path: str, model: type[Model], query: Mapping[str, str] | None = None) -> list[Model]:
        answer = self._call("GET", path, query=query)
        try:
            return TypeAdapter(list[model]).validate_python(answer)  # type: ignore[valid-type]
        except ValidationError:
            raise ServiceError(texts().errors.unreadable, code="unreadable") from None

    def _send(
        self, method: str, path: str, model: type[Model], body: Mapping[str, Any], seconds: float = PATIENCE
    ) -> Model:
        return _parse(model, self._call(method, path, body=body, seconds=seconds))

    def _call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        seconds: float = PATIENCE,
    ) -> Any:
        response = self._request(method, path, query=query, body=body, seconds=seconds)
        try:
            return response.json()
        except ValueError:
            raise ServiceError(texts().errors.unreadable, status=response.status_code) from None

    def _request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        seconds: float = PATIENCE,
    ) -> httpx.Response:
        try:
            response = self._http.request(
                method,
                f"/api/v1/{path}",
                params=query,
                json=body,
                headers=self._headers,
                timeout=httpx.Timeout(seconds, connect=5.0),
            )
        except httpx.HTTPError:
            raise UnreachableError(texts().errors.unreachable, code="unreachable") from None
        if not response.is_success:
            raise _error(response.status_code, response.content)
        return response


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
                raise _error(self._response.status_code, content)
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
                detail=problem.get("detail") or texts().errors.unknown,
                code=problem.get("code") or "",
                attempt=payload.get("attempt"),
            )
    except (ValueError, AttributeError):
        raise ServiceError(texts().errors.unreadable, code="unreadable") from None
    return None


def _missed(prompt: Sequence[schemas.MarkedPlace], material: Sequence[schemas.MarkedPlace]) -> dict[str, Any]:
    """Marked places as the service takes them; nothing where there are none."""
    fields = {"missed": prompt, "material_missed": material}
    return {name: [place.model_dump() for place in places] for name, places in fields.items() if places}


def _segment(value: str | int) -> str:
    return quote(str(value), safe="")


def _parse(model: type[Model], answer: Any) -> Model:
    try:
        return model.model_validate(answer)
    except ValidationError:
        raise ServiceError(texts().errors.unreadable, code="unreadable") from None


def _error(status: int, content: bytes) -> ServiceError:
    try:
        problem = json.loads(content)
    except ValueError:
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    detail = problem.get("detail")
    if not isinstance(detail, str) or not detail:
        detail = texts().errors.by_status.get(status, texts().errors.unknown)
    kind = SignedOutError if status == httpx.codes.UNAUTHORIZED else ServiceError
    return kind(detail, status=status, code=str(problem.get("code") or ""))
