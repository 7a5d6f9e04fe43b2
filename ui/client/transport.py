"""Requests with one session token over a shared pool of connections."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from ui.client.errors import ServiceError, UnreachableError, error_of
from ui.texts import texts
from ui.texts.language import language

SESSION_COOKIE = "sandbox_session"
DEFAULT_SERVICE_URL = "http://127.0.0.1:8080"
PATIENCE = 30.0
"""Seconds that an answer may take."""

Model = TypeVar("Model", bound=BaseModel)
Other = TypeVar("Other", bound=BaseModel)


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


class Transport:
    """Calls the service with one session token, in the language of the page, and turns answers into types.

    All transports of an address share one pool of connections, which keeps no cookies: the token goes
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
        self._headers = {"Accept-Language": language()}
        if token:
            self._headers["Cookie"] = f"{SESSION_COOKIE}={token}"

    def _text(self, path: str) -> str:
        return self._request("GET", path).text

    def _get(self, path: str, model: type[Model], query: Mapping[str, str] | None = None) -> Model:
        return _parse(model, self._call("GET", path, query=query))

    def _get_either(self, path: str, first: type[Model], second: type[Other]) -> Model | Other:
        """The answer as the first of two models, or where it does not fit as the second."""
        answer = self._call("GET", path)
        try:
            return first.model_validate(answer)
        except ValidationError:
            return _parse(second, answer)

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
            raise error_of(response.status_code, response.content)
        return response


def _parse(model: type[Model], answer: Any) -> Model:
    try:
        return model.model_validate(answer)
    except ValidationError:
        raise ServiceError(texts().errors.unreadable, code="unreadable") from None
